//! # What it does
//! Finds a whole of the table that its parts (其中) do not make up, or that is smaller than one of them.
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
use crate::draft::{Column, Draft, Place};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-sum", title: "指标合计不符", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for whole in &draft.indicators {
        let Ok(Some(total)) = whole.value.number() else { continue };
        let place = Place::Indicator(whole.id, Column::Value);
        let parts: Vec<_> =
            draft.parts_of(whole.id).filter(|part| part.unit.trim() == whole.unit.trim()).collect();
        let values: Vec<Decimal> =
            parts.iter().filter_map(|part| part.value.number().ok().flatten()).collect();
        let related =
            parts.iter().map(|part| (Place::Indicator(part.id, Column::Value), 0..part.value.as_str().len()));
        let mut say = |severity, stated: String, expected: String, message: String| {
            let mut finding = at(RULE.name, severity, place, whole.value.as_str(), message);
            finding.range = 0..whole.value.as_str().len();
            finding.stated = Some(stated);
            finding.expected = Some(expected);
            finding.related = related.clone().collect();
            findings.push(finding);
        };
        if let Some(part) =
            parts.iter().find(|part| part.value.number().ok().flatten().is_some_and(|value| value > total))
        {
            let message = format!(
                "其中项「{}」为 {}，大于「{}」的 {}，请核对。",
                part.name,
                part.value.as_str().trim(),
                whole.name,
                plain(total)
            );
            say(Severity::Error, plain(total), format!("不小于{}", part.value.as_str().trim()), message);
            continue;
        }
        let Some(sum) = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value)) else {
            continue;
        };
        if values.len() < 2 || values.len() != parts.len() || sum == total {
            continue;
        }
        let terms: Vec<String> = values.iter().map(|value| plain(*value)).collect();
        let message = format!(
            "{} = {}，「{}」填的是 {}，请核对合计或各分项。",
            terms.join(" + "),
            plain(sum),
            whole.name,
            plain(total)
        );
        // Parts may leave some out, but together they never exceed the whole.
        let severity = if sum > total { Severity::Error } else { Severity::Warning };
        say(severity, plain(total), plain(sum), message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::{places, row};
    use crate::draft::IndicatorId;

    #[test]
    fn a_whole_that_its_parts_do_not_make_up_is_found() {
        let found = |whole: &str, parts: &[&str]| {
            places(RULE.name, |draft| {
                row(draft, 1, "部门", whole);
                for (id, part) in (2..).zip(parts) {
                    row(draft, id, "其中一项", part);
                    draft.indicator_mut(IndicatorId(id)).unwrap().part_of = Some(IndicatorId(1));
                }
            })
        };
        let wrong: [(&str, &[&str]); 4] =
            [("22", &["16", "5"]), ("22", &["16", "7"]), ("22", &["30"]), ("22", &["23", ""])];
        let right: [(&str, &[&str]); 6] = [
            ("22", &["16", "6"]),
            ("22", &["10.5", "11.5"]),
            // One part, or one whose figure is still to come, leaves room.
            ("22", &["16"]),
            ("22", &["16", ""]),
            ("", &["16", "5"]),
            ("22", &[]),
        ];
        for (whole, parts) in wrong {
            assert_eq!(
                found(whole, parts),
                [Place::Indicator(IndicatorId(1), Column::Value)],
                "{whole} {parts:?}"
            );
        }
        for (whole, parts) in right {
            assert_eq!(found(whole, parts), [], "{whole} {parts:?}");
        }
    }
}
