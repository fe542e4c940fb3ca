//! # What it does
//! Finds a change against last year stated in the prose that does not follow from 本期 and
//! 去年同期 of the table, rounded or cut to the digits printed.
//! # Why it is bad
//! Prose and table stand in one document; whoever has a calculator finds it.
//! # Example
//! 团员人数同比增长12%, with 1779 and 1600 in the table
//! # Use instead
//! 团员人数同比{团员人数:同比}

use super::{Rule, Scope};
use crate::check::arithmetic::{plain, prints_as, rounded};
use crate::check::claim::{Base, Claim, Said};
use crate::check::document::Texts;
use crate::check::finding::{Finding, Severity};
use crate::check::table::{Known, Row};
use crate::draft::{Column, Draft};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-change", title: "同比与指标表不符", scope: Scope::Draft(check) };

fn check(_: &Draft, texts: &Texts<'_>, findings: &mut Vec<Finding>) {
    for told in texts.told() {
        let Some(found) = told.found(texts) else { continue };
        let Some(wrong) = contradiction(&told.row, told.said, found.claim) else { continue };
        let Compared { severity, sum, expected, turned, .. } = wrong;
        // Where the figure is right and the verb is not, the verb is what is wrong.
        let (stated, way) = match turned {
            Some(way) => (found.quote().to_owned(), format!("（{way}）")),
            None => (found.figure().to_owned(), String::new()),
        };
        let message = format!(
            "{sum} = {expected}{way}，文中为 {stated}，请核对「{}」的本期、去年同期和这里的数字。",
            told.row.indicator.name.trim(),
        );
        let cells = [Column::Value, Column::LastYear];
        let finding = told.finding(texts, RULE.name, severity, &cells, message);
        let stated = Some(stated);
        findings.extend(finding.map(|it| Finding { stated, expected: Some(expected), ..it }));
    }
}

/// A change beside what follows from the table.
struct Compared {
    fits: bool,
    severity: Severity,
    /// (1779 - 1600) ÷ 1600 × 100%
    sum: String,
    /// 11.2%
    expected: String,
    /// 增加 or 减少, where the text says the other.
    turned: Option<&'static str>,
}

fn contradiction(row: &Row, said: Said, claim: &Claim) -> Option<Compared> {
    compare(row, said, claim).filter(|it| !it.fits)
}

/// (1779 - 1600) ÷ 1600 × 100% = 11.2%, where the text says so too.
pub(super) fn agreement(row: &Row, said: Said, claim: &Claim) -> Option<String> {
    compare(row, said, claim).filter(|it| it.fits).map(|it| format!("{} = {}", it.sum, it.expected))
}

/// `None` where there is nothing to compare with.
fn compare(row: &Row, said: Said, claim: &Claim) -> Option<Compared> {
    let (now, before) = (row.value?, row.last_year?);
    if before.low <= Decimal::ZERO || now.low < Decimal::ZERO {
        return None;
    }
    let rises = now.value >= before.value;
    let (larger, smaller) = if rises { (now, before) } else { (before, now) };
    let sum = format!("{} - {}", plain(larger.value), plain(smaller.value));
    let (rise, severity, (low, exact, high), unit, sum) = match said {
        Said::Growth { rise, base } => {
            let severity = if base == Base::Same { Severity::Warning } else { Severity::Hint };
            if row.is_percent() {
                (rise, severity, difference(now, before)?, "个百分点", sum)
            } else {
                let sum = format!("({sum}) ÷ {} × 100%", plain(before.value));
                (rise, severity, growth(now, before)?, "%", sum)
            }
        }
        Said::Difference { rise } => {
            (rise, Severity::Warning, difference(now, before)?, claim.figure.unit, sum)
        }
        _ => return None,
    };
    let (low, high) = if rise { (low, high) } else { (-high, -low) };
    let fits = prints_as(low, high, &claim.figure);
    let expected = format!("{}{unit}", rounded(exact.abs(), claim.figure.decimals.max(1)));
    let turned = (rise != rises).then_some(if rises { "增加" } else { "减少" });
    Some(Compared { fits, severity, sum, expected, turned })
}

type Span = (Decimal, Decimal, Decimal);

fn difference(now: Known, before: Known) -> Option<Span> {
    let low = now.low.checked_sub(before.high)?;
    Some((low, now.value.checked_sub(before.value)?, now.high.checked_sub(before.low)?))
}

fn growth(now: Known, before: Known) -> Option<Span> {
    let percent = |now: Decimal, before: Decimal| {
        now.checked_sub(before)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)
    };
    Some((percent(now.low, before.high)?, percent(now.value, before.value)?, percent(now.high, before.low)?))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::Severity;
    use crate::check::cases::{found_with_table, table};

    const ROWS: &[(&str, &str, &str, &str, &str)] = &[
        ("团员人数", "人", "1779", "1600", ""),
        ("团支部数", "个", "120", "128", ""),
        ("平均到会率", "%", "92.5", "88", ""),
        ("志愿者人数", "万人", "1.2", "1.0", ""),
        ("推优入党人数", "人", "12", "12", ""),
        ("新发展团员人数", "人", "300", "240", ""),
        ("青年人数", "人", "5000", "", ""),
        ("结对人数", "人", "8", "0", ""),
    ];

    /// The quotes of what is found, with how sure it is.
    fn found(text: &str) -> Vec<(String, Severity)> {
        found_with_table(RULE.name, text, ROWS)
    }

    #[test]
    fn a_change_follows_from_the_table() {
        let wrong = [
            ("共有团员1779人，同比增长12%。", "增长12%"),
            ("团员人数同比增长12.2%。", "增长12.2%"),
            ("团员人数较去年同期增长10%。", "增长10%"),
            ("与去年同期相比，团员人数增长15%。", "增长15%"),
            ("团员人数同比下降11.2%。", "下降11.2%"),
            ("全县共有团支部120个，同比增长6.3%。", "增长6.3%"),
            ("共有{团员人数}团员，同比增长1.2%。", "增长1.2%"),
            ("团员人数比去年同期增加197人。", "197人"),
            ("团员1779人，比上年同期增加169人。", "169人"),
            ("团支部120个，较去年同期减少6个。", "6个"),
            ("平均到会率92.5%，同比提高6个百分点。", "提高6个百分点"),
            ("志愿者1.2万人，同比增长40%。", "增长40%"),
            ("推优入党12人，同比增长5%。", "增长5%"),
            ("共发展300名新团员，同比增长20%。", "增长20%"),
            ("团员人数1779人（其中女800人），同比增长11.9%。", "增长11.9%"),
            ("团员1779人，较2025年同期增长12%。", "增长12%"),
        ];
        let failed: Vec<_> = wrong
            .iter()
            .map(|(text, quote)| (text, found(text), vec![((*quote).to_owned(), Severity::Warning)]))
            .filter(|(_, is, should)| is != should)
            .collect();
        assert!(failed.is_empty(), "{failed:#?}");
        let unsure = ["团员人数增长12%。", "团员1779人，较去年增长12%。"];
        for text in unsure {
            assert!(matches!(found(text)[..], [(_, Severity::Hint)]), "{text}");
        }
    }

    #[test]
    fn what_agrees_or_cannot_be_told_is_left_alone() {
        let right = [
            // Rounded and cut to the digits printed.
            "团员人数同比增长11.2%。",
            "团员人数同比增长11.1%。",
            "团员人数同比增长11%。",
            "团员人数同比增长11.19%。",
            "团员人数同比增长11.18%。",
            "团员1779人，比去年同期增加179人。",
            "团支部120个，同比下降6.3%。",
            "团支部120个，同比下降6.2%。",
            "团支部120个，同比减少8个。",
            "平均到会率92.5%，同比提高4.5个百分点。",
            // 1.2 and 1.0 stand for more than one number each.
            "志愿者1.2万人，同比增长18%。",
            "共发展300名新团员，同比增长25%。",
            "共有团员{团员人数}，同比{团员人数:同比}。",
            // No base to compute from.
            "青年5000人，同比增长12%。",
            "结对8人，同比增长12%。",
            // Another base, another time, another thing.
            "团员人数较年初增长5%。",
            "团员1779人，较年初增加100人。",
            "团员人数环比增长5%。",
            "女团员人数同比增长5%。",
            "团员流动率同比增长5%。",
            "城关镇团员300人，同比增长5%。",
            "团员300人，同比增长5%。",
            "团员1779人，其中女团员800人，同比增长5%。",
            "团员1779人、团支部120个，同比分别增长5%和下降3%。",
            "团员1779人、团支部120个，同比增长5%。",
            "团员1779人参加学习，参学率同比增长5%。",
            "团员1779人，工作经费同比增长5%。",
            "团员1779人。同比增长5%。",
            "团员人数同比增长近12%。",
            "团员人数同比增长10%以上。",
            "“团员人数同比增长12%”的说法不实。",
            "去年团员人数同比增长5%。",
            "一季度团员人数同比增长5%。",
            "计划团员人数同比增长5%。",
            "团员1779人，较去年同期新增志愿者197人。",
            "团员1779人，占青年的12%。",
            "团员人数增长到1779人。",
            "平均到会率同比提高5%。",
        ];
        let failed: Vec<_> =
            right.iter().map(|text| (text, found(text))).filter(|(_, it)| !it.is_empty()).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }

    #[test]
    fn the_sum_is_shown() {
        let said = |text: &str| {
            let found = table(text, ROWS).into_iter().find(|it| it.rule == RULE.name).unwrap();
            found.explained().arithmetic.unwrap()
        };
        let cases = [
            ("团员1779人，同比增长12%。", "(1779 - 1600) ÷ 1600 × 100% = 11.2% ≠ 12%"),
            ("团员1779人，较去年同期增加197人。", "1779 - 1600 = 179人 ≠ 197人"),
            ("团支部120个，同比增长6.3%。", "(128 - 120) ÷ 128 × 100% = 6.3%（减少） ≠ 增长6.3%"),
            ("平均到会率92.5%，同比提高6个百分点。", "92.5 - 88 = 4.5个百分点 ≠ 6个百分点"),
        ];
        for (text, arithmetic) in cases {
            assert_eq!(said(text), arithmetic);
        }
    }

    #[test]
    fn what_the_text_contradicts_by_itself_is_said_once() {
        let found = table("团员人数由去年同期的1600人增至1779人，增长15%。", ROWS);
        let rules: Vec<_> =
            found.iter().filter(|it| it.severity != Severity::Hint && it.quote.contains("15%")).collect();
        assert_eq!(rules.len(), 1, "{rules:#?}");
    }
}
