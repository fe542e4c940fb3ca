//! # What it does
//! Finds the difference of two percentages given in % instead of 百分点.
//! # Why it is bad
//! From 60 % to 75 % is 15 百分点, but a growth of 25 %.
//! # Example
//! 由60%提高到75%，提高了15%。
//! # Use instead
//! 由60%提高到75%，提高了15个百分点。

use super::{Rule, Scope};
use crate::check::arithmetic::{change, plain, prints_as};
use crate::check::change;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention, Sense};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "percent-vs-point", title: "百分比与百分点", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, mention) in passage.mentions().iter().enumerate() {
        let point = mention.kind == Kind::Points && verdicts.wants_agreements();
        let range = mention.range_start || mention.range_end;
        if !(mention.kind == Kind::Percent || point) || range || mention.quoted {
            continue;
        }
        let Some(claim) = change::claim(passage, index).filter(|claim| !claim.counted) else { continue };
        let Some(pair) = change::pair(passage, index, &claim, |it| it.kind == Kind::Percent) else {
            continue;
        };
        let (from, to) = (pair.from, pair.to);
        if (to.value > from.value) != claim.rises {
            continue;
        }
        let (high, low) = if claim.rises { (to, from) } else { (from, to) };
        let related = [from.range.clone(), to.range.clone()];
        let subtraction = format!("{}% - {}%", plain(high.value), plain(low.value));
        if point {
            if high.value - low.value == mention.value {
                let words = format!("{subtraction} = {}个百分点", plain(mention.value));
                verdicts.agree(|| Agreement::new(RULE.name, mention.range.clone(), related, words));
            }
            continue;
        }
        if !is_point_difference(from, to, mention) {
            if change(from, to).is_some_and(|(low, high)| prints_as(low, high, mention)) {
                let (base, shown) = (plain(from.value), plain(mention.value));
                let words = format!("({subtraction}) ÷ {base}% × 100% = {shown}%");
                verdicts.agree(|| Agreement::new(RULE.name, mention.range.clone(), related, words));
            }
            continue;
        }
        let difference = plain(mention.value);
        let message = format!(
            "{subtraction} = {}个百分点。两个百分比的差用「百分点」，文中为 {}，请改为「{difference}个百分点」。",
            plain(high.value - low.value),
            passage.shown(mention)
        );
        let sign = mention.number.end..mention.range.end;
        let mut flaw = Flaw::new(RULE.name, claim.start..mention.range.end, message)
            .figures(passage.shown(mention), format!("{difference}个百分点"))
            .related(related);
        if matches!(passage.words(sign.clone()).to_string().as_str(), "%" | "个%") {
            flaw = flaw.fix(sign, "个百分点", format!("改为「{difference}个百分点」"));
        }
        verdicts.push(flaw);
    }
}

/// True where what is stated is the one percentage less the other.
fn is_point_difference(from: &Mention, to: &Mention, stated: &Mention) -> bool {
    let difference = (from.value - to.value).abs();
    if difference.is_zero() {
        return false;
    }
    let grows = change(from, to).is_some_and(|(low, high)| prints_as(low, high, stated));
    let off = difference - stated.value;
    if let Some(mark) = stated.marks.first() {
        let wide = Decimal::new(15, 1);
        return !grows
            && off.abs() <= wide
            && match mark.sense {
                Sense::Below => off <= Decimal::ZERO,
                Sense::Above => off >= Decimal::ZERO,
                _ => true,
            };
    }
    // Near 100 % the growth rounds to the same number; only where the difference had to be rounded
    // as well does that make the words right.
    let rounds = stated.decimals < from.decimals.max(to.decimals);
    off.is_zero() || rounds && off.abs() < stated.step && !grows
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_difference_of_percentages_is_in_points() {
        wrong(
            "percent-vs-point",
            &[
                ("占比由72%提高到85%，提高了13%。", "提高了13%"),
                ("参学率达到81.9%，较去年同期的68.4%上升13.5%。", "上升13.5%"),
                ("满意度达96%，比上年的91%提高5%。", "提高5%"),
                ("推优入党占比38%（上年同期45%，-7%）。", "-7%"),
                ("达标率由年初的62%提升至78%，提高了近16%。", "提高了近16%"),
                ("失联率从9%降至4%，下降5%。", "下降5%"),
                ("覆盖率提高了8%，由84%升至92%。", "提高了8%"),
            ],
        );
        right(&[
            "占比由72%提高到85%，提高了13个百分点。",
            "参学率由60%提高到75%，增长25%。",
            "参与率85%，满意率90%，服务人次增长5%。",
            "参学率一季度为88%，二季度为92%，参学人次增长4%。",
            "参与人数增长12%，其中女青年占40%。",
            "2024年为52%，2025年为61%，两年间累计提高9个百分点。",
        ]);
    }
}
