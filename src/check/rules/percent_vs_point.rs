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
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "percent-vs-point", title: "百分比与百分点", scope: Scope::Passage(check) };

const CHANGES: &[&str] = &[
    "提高", "提升", "上升", "增长", "增加", "下降", "降低", "减少", "回落", "上涨", "高出", "高于", "高",
    "低", "增幅", "降幅", "涨幅", "净增", "多", "升", "降", "增", "扩大", "上浮",
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mentions = passage.mentions();
    for (index, mention) in mentions.iter().enumerate() {
        let point = mention.kind == Kind::Points && verdicts.wants_agreements();
        if !(mention.kind == Kind::Percent || point) || !mention.exact() || mention.quoted {
            continue;
        }
        let at = ["了", "达", "为", "达到", "幅度达", "幅度为", "整整", ""].iter().find_map(|word| {
            let at =
                script.ends(mention.range.start, word).then(|| mention.range.start - word.chars().count())?;
            script.one_before(at, CHANGES).map(|verb| at - verb.chars().count())
        });
        let Some(start) = at.filter(|start| *start >= passage.sentence(mention.number.start).start) else {
            continue;
        };
        let rises = !passage.has(start..mention.range.start, &["降", "减", "落", "低"]);
        // The two percentages may stand before it (由60%提高到75%，提高了15%) or behind (提高15%，由60%升至75%).
        let other = |it: &&Mention| it.kind == Kind::Percent && !it.range_start && !it.range_end;
        let before: Vec<&Mention> = passage.earlier(index).map(|(_, it)| it).filter(other).take(2).collect();
        let behind: Vec<&Mention> = passage.later(index).map(|(_, it)| it).filter(other).take(2).collect();
        let around: Vec<&Mention> =
            before.first().copied().into_iter().chain(behind.first().copied()).collect();
        let pairs = [before, behind, around];
        if verdicts.wants_agreements() {
            verdicts.agreements.extend(agreement(mention, &pairs, rises));
        }
        if point {
            continue;
        }
        let Some((one, two)) = pairs.into_iter().find_map(|pair| match pair.as_slice() {
            [one, two] if is_point_difference(one, two, mention, rises) => {
                Some(((*one).clone(), (*two).clone()))
            }
            _ => None,
        }) else {
            continue;
        };
        let (high, low) = if one.value > two.value { (&one, &two) } else { (&two, &one) };
        let difference = plain(mention.value);
        let message = format!(
            "{}% - {}% = {difference}个百分点。两个百分比的差用「百分点」，文中为 {}，请改为「{difference}个百分点」。",
            plain(high.value),
            plain(low.value),
            passage.shown(mention)
        );
        let sign = mention.number.end..mention.range.end;
        let mut flaw = Flaw::new(RULE.name, start..mention.range.end, message)
            .figures(passage.shown(mention), format!("{difference}个百分点"))
            .related([one.range.clone(), two.range.clone()]);
        if passage.words(sign.clone()) == "%" {
            flaw = flaw.fix(sign, "个百分点", format!("改为「{difference}个百分点」"));
        }
        verdicts.push(flaw);
    }
}

/// 由60%提高到75%，提高15个百分点 or 增长25%
fn agreement(stated: &Mention, pairs: &[Vec<&Mention>], rises: bool) -> Option<Agreement> {
    pairs.iter().find_map(|pair| {
        let [one, two] = pair.as_slice() else { return None };
        let (low, high) = if one.value < two.value { (one, two) } else { (two, one) };
        let (from, to) = if rises { (low, high) } else { (high, low) };
        let (high_words, low_words) = (plain(high.value), plain(low.value));
        let words = if stated.kind == Kind::Points {
            let fits = high.value - low.value == stated.value && !stated.value.is_zero();
            fits.then(|| format!("{high_words}% - {low_words}% = {}个百分点", plain(stated.value)))
        } else {
            let fits = change(from, to).is_some_and(|(low, high)| prints_as(low, high, stated));
            (fits && !is_point_difference(one, two, stated, rises)).then(|| {
                let (base, shown) = (plain(from.value), plain(stated.value));
                format!("({high_words}% - {low_words}%) ÷ {base}% × 100% = {shown}%")
            })
        };
        let related = [one.range.clone(), two.range.clone()];
        words.map(|words| Agreement::new(RULE.name, stated.range.clone(), related, words))
    })
}

fn is_point_difference(one: &Mention, two: &Mention, stated: &Mention, rises: bool) -> bool {
    let difference = (one.value - two.value).abs();
    let slack = one.step.max(two.step).min(Decimal::ONE) / Decimal::TWO;
    let exact = difference == stated.value;
    let rounded = stated.decimals < one.decimals.max(two.decimals)
        && (difference - stated.value).abs() <= slack * Decimal::TEN / Decimal::TWO;
    // Near 100 % the growth rounds to the same number; only where the difference had to be rounded
    // as well does that make the words right.
    let (smaller, larger) = if one.value < two.value { (one, two) } else { (two, one) };
    let (from, to) = if rises { (smaller, larger) } else { (larger, smaller) };
    let grows = change(from, to).is_some_and(|(low, high)| prints_as(low, high, stated));
    !difference.is_zero() && (exact || rounded && !grows)
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
                ("失联率从9%降至4%，下降5%。", "下降5%"),
                ("覆盖率提高了8%，由84%升至92%。", "提高了8%"),
            ],
        );
        right(&[
            "占比由72%提高到85%，提高了13个百分点。",
            "参学率由60%提高到75%，增长25%。",
            "参与人数增长12%，其中女青年占40%。",
            "2024年为52%，2025年为61%，两年间累计提高9个百分点。",
        ]);
    }
}
