//! # What it does
//! Finds a value of the table that is more than ten times last year's or less than a tenth of it,
//! or that fell to zero.
//! # Why it is bad
//! A digit too many or too few, a figure in the wrong row or unit; where it is true, the reader
//! wants to know why.
//! # Example
//! 团员人数 17790, 去年同期 1600
//! # Use instead
//! 团员人数 1779, 去年同期 1600

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Column, Draft, Place};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-jump", title: "指标变化过大", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for indicator in &draft.indicators {
        let (Ok(Some(now)), Ok(Some(before))) = (indicator.value.number(), indicator.last_year.number())
        else {
            continue;
        };
        let Some(change) = jump(now, before) else { continue };
        let unit = indicator.unit.trim();
        let (typed, last_year) = (indicator.value.as_str().trim(), indicator.last_year.as_str().trim());
        let name = match indicator.name.trim() {
            "" => "这一指标",
            name => name,
        };
        let message =
            format!("「{name}」本期 {typed}{unit}，去年同期 {last_year}{unit}，{change}，请看看有没有填错。");
        let place = Place::Indicator(indicator.id, Column::Value);
        let mut finding = at(RULE.name, Severity::Hint, place, indicator.value.as_str(), message);
        finding.range = 0..indicator.value.as_str().len();
        let cell = Place::Indicator(indicator.id, Column::LastYear);
        finding.related.push((cell, 0..indicator.last_year.as_str().len()));
        findings.push(finding);
    }
}

/// How a value jumped; `None` for a change that needs no look, and below zero, where times mean
/// nothing.
fn jump(now: Decimal, before: Decimal) -> Option<&'static str> {
    if now < Decimal::ZERO || before <= Decimal::ZERO {
        return None;
    }
    let times = |small: Decimal, large: Decimal| large.checked_div(small).is_none_or(|it| it > Decimal::TEN);
    if now.is_zero() {
        Some("降为零")
    } else if times(before, now) {
        Some("超过去年同期的十倍")
    } else {
        times(now, before).then_some("不到去年同期的十分之一")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::table;

    #[test]
    fn a_sudden_change_asks_for_a_look() {
        let found = |now: &str, before: &str| {
            let found = table("", &[("团员人数", "人", now, before, "")]);
            found.into_iter().find(|it| it.rule == RULE.name)
        };
        let wrong = [
            ("17790", "1600"),
            ("160", "1779"),
            ("0", "12"),
            ("0", "0.5"),
            ("1779万", "1600"),
            ("1,779", "177"),
            ("11", "1"),
            ("1", "11"),
            ("0.0", "3"),
            ("１７７９０", "1600"),
            ("120", "1.1"),
        ];
        let right = [
            ("1779", "1600"),
            ("10", "1"),
            ("1", "10"),
            ("0", "0"),
            ("5", "0"),
            ("0", ""),
            ("", "12"),
            ("17790", ""),
            ("17790", "x"),
            ("x", "17790"),
            ("-5", "500"),
            ("500", "-5"),
            ("0", "-5"),
            ("1.2万", "12000"),
            ("1,779", "178"),
            ("16000", "1600"),
            ("100%", "1"),
        ];
        for (now, before) in wrong {
            let found = found(now, before).unwrap_or_else(|| panic!("{now} {before}"));
            assert_eq!(found.severity, Severity::Hint);
            assert!(found.message.contains(now) && found.message.contains(before), "{}", found.message);
        }
        for (now, before) in right {
            assert_eq!(found(now, before), None, "{now} {before}");
        }
    }
}
