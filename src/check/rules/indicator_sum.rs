//! # What it does
//! Finds a whole of the table that its parts (其中) do not make up, or that is smaller than one of
//! them, this year or last. Percentages are not summed: the parts of a rate are not its shares.
//! # Why it is bad
//! The table is what the reader checks first.
//! # Example
//! 部门22, 其中 机关16, 社区5
//! # Use instead
//! 部门22, 其中 机关16, 社区6

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Column, Draft, Figure, Indicator, Place};
use crate::text::figures::measure;
use rust_decimal::Decimal;
use std::sync::Arc;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-sum", title: "指标合计不符", scope: Scope::Draft(check) };

/// How far a sum may be from the whole and still be a slip, in hundredths of the whole. Beyond it
/// the parts most likely overlap (女团员, 学生团员) or leave some out.
const SLIP: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for whole in &draft.indicators {
        let unit = whole.unit.trim();
        if matches!(unit, "%" | "％") {
            continue;
        }
        let counts_the_same =
            |part: &&Arc<Indicator>| part.unit.trim() == unit || measure::compatible(part.unit.trim(), unit);
        let parts: Vec<_> = draft.parts_of(whole.id).filter(counts_the_same).collect();
        findings.extend(judge(whole, &parts, Column::Value));
        findings.extend(judge(whole, &parts, Column::LastYear));
    }
}

fn cell(indicator: &Indicator, column: Column) -> &Figure {
    if column == Column::LastYear { &indicator.last_year } else { &indicator.value }
}

fn judge(whole: &Indicator, parts: &[&Arc<Indicator>], column: Column) -> Option<Finding> {
    let total = cell(whole, column).number().ok()??;
    let number = |part: &Arc<Indicator>| cell(part, column).number().ok().flatten();
    let values: Vec<Decimal> = parts.iter().filter_map(|part| number(part)).collect();
    if values.iter().any(|value| *value < Decimal::ZERO) {
        return None;
    }
    let name = whole.name.trim();
    let year = if column == Column::LastYear { "去年同期" } else { "" };
    if let Some(part) = parts.iter().find(|part| number(part).is_some_and(|value| value > total)) {
        let value = cell(part, column).as_str().trim();
        let message = format!(
            "其中项「{}」{year}为 {value}，大于「{name}」的 {}，请核对。",
            part.name.trim(),
            plain(total)
        );
        return Some(say(whole, parts, column, Severity::Error, format!("不小于{value}"), message));
    }
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    // Parts whose figures are still to come leave room, but together they never exceed the whole.
    let all = values.len() == parts.len();
    if values.len() < 2 || sum == total || (sum < total && !all) {
        return None;
    }
    let away = (sum - total).abs().checked_mul(Decimal::ONE_HUNDRED)?;
    let slip = away <= SLIP.checked_mul(total)?;
    let (severity, advice) = match (sum > total, slip) {
        (true, true) => (Severity::Error, "请核对合计或各分项"),
        (true, false) => (Severity::Warning, "请核对合计或各分项；各分项有交叉的，不要都作为其中项"),
        (false, true) => (Severity::Warning, "请核对合计或各分项"),
        (false, false) => (Severity::Hint, "各分项如果没有列全，可以不改"),
    };
    let terms: Vec<String> = values.iter().map(|value| plain(*value)).collect();
    let message = format!(
        "{} = {}，「{name}」{year}填的是 {}，{advice}。",
        terms.join(" + "),
        plain(sum),
        plain(total)
    );
    Some(say(whole, parts, column, severity, plain(sum), message))
}

fn say(
    whole: &Indicator,
    parts: &[&Arc<Indicator>],
    column: Column,
    severity: Severity,
    expected: String,
    message: String,
) -> Finding {
    let typed = cell(whole, column).as_str();
    let mut finding = at(RULE.name, severity, Place::Indicator(whole.id, column), typed, message);
    finding.range = 0..typed.len();
    finding.stated = Some(typed.trim().to_owned());
    finding.expected = Some(expected);
    let cells =
        parts.iter().map(|part| (Place::Indicator(part.id, column), 0..cell(part, column).as_str().len()));
    finding.related = cells.collect();
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::with_table;
    use crate::check::check;
    use crate::draft::IndicatorId;

    /// Finds in a table of a whole and its parts; each part has its unit behind its value.
    fn found(unit: &str, whole: &str, parts: &[&str]) -> Option<Severity> {
        let mut rows = vec![("部门", unit, whole, "", "")];
        for part in parts {
            let (value, unit) = part.split_once(' ').unwrap_or((part, unit));
            rows.push(("其中一项", unit, value, "", ""));
        }
        let mut draft = with_table("", &rows);
        for id in (2..).take(parts.len()) {
            draft.indicator_mut(IndicatorId(id)).unwrap().part_of = Some(IndicatorId(1));
        }
        check(&draft).into_iter().find(|it| it.rule == RULE.name).map(|finding| {
            assert_eq!(finding.place, Place::Indicator(IndicatorId(1), Column::Value));
            finding.severity
        })
    }

    #[test]
    fn a_whole_that_its_parts_do_not_make_up_is_found() {
        let wrong: [(&str, &[&str], Severity); 12] = [
            ("22", &["16", "5"], Severity::Warning),
            ("22", &["16", "7"], Severity::Error),
            ("22", &["30"], Severity::Error),
            ("22", &["23", ""], Severity::Error),
            ("22", &["23", "x"], Severity::Error),
            ("0", &["3", "2"], Severity::Error),
            ("413", &["21", "2", "36", "345"], Severity::Warning),
            ("413", &["21", "2", "36", "345", "19"], Severity::Error),
            // Some are missing, and yet there are too many already.
            ("22", &["16", "8", ""], Severity::Error),
            ("1779", &["900", "1200"], Severity::Warning),
            ("120", &["60", "30"], Severity::Hint),
            ("1,779", &["1,700", "７８ 名"], Severity::Warning),
        ];
        for (whole, parts, severity) in wrong {
            assert_eq!(found("人", whole, parts), Some(severity), "{whole} {parts:?}");
        }
    }

    #[test]
    fn parts_that_may_be_right_are_left_alone() {
        let right: [(&str, &str, &[&str]); 17] = [
            ("个", "22", &["16", "6"]),
            ("个", "22", &["10.5", "11.5"]),
            ("人", "1.2万", &["7000", "5000"]),
            ("人", "1779", &["979 名", "800 位"]),
            // One part, or one whose figure is still to come, leaves room.
            ("个", "22", &["16"]),
            ("个", "22", &["22"]),
            ("个", "22", &["16", ""]),
            ("个", "22", &["16", "x"]),
            ("个", "22", &["16", "5", ""]),
            ("个", "", &["16", "5"]),
            ("个", "x", &["16", "5"]),
            ("个", "22", &[]),
            // Rates have no sum, and a part may have a higher one.
            ("%", "92", &["95", "88"]),
            ("％", "92", &["40", "30"]),
            // Other things.
            ("个", "22", &["16", "5 人"]),
            ("场", "22", &["300 人次", "500 人次"]),
            ("万元", "5", &["9", "-4"]),
        ];
        for (unit, whole, parts) in right {
            assert_eq!(found(unit, whole, parts), None, "{whole}{unit} {parts:?}");
        }
    }

    #[test]
    fn last_years_parts_are_summed_as_well() {
        let rows =
            [("部门", "个", "22", "20", ""), ("机关", "个", "16", "15", ""), ("社区", "个", "6", "6", "")];
        let mut draft = with_table("", &rows);
        for id in [2, 3] {
            draft.indicator_mut(IndicatorId(id)).unwrap().part_of = Some(IndicatorId(1));
        }
        let found: Vec<_> = check(&draft).into_iter().filter(|it| it.rule == RULE.name).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, Place::Indicator(IndicatorId(1), Column::LastYear));
        assert!(found[0].message.contains("15 + 6 = 21") && found[0].message.contains("去年同期"));
    }
}
