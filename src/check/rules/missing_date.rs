//! # What it does
//! Finds a report without 成文日期.
//! # Why it is bad
//! GB/T 9704—2012, 7.3.5.4 asks for it.
//! # Example
//! 成文日期: (empty)
//! # Use instead
//! 成文日期: 2026年7月1日

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Draft, Place};

/// The rule.
pub const RULE: Rule = Rule { name: "missing-date", title: "缺少成文日期", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    if draft.date.is_none() {
        findings.push(at(RULE.name, Severity::Warning, Place::Date, "", "还没有填写成文日期。"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::places;
    use crate::text::Date;

    #[test]
    fn a_report_without_a_date_is_found() {
        assert_eq!(places(RULE.name, |_| {}), [Place::Date]);
        assert_eq!(places(RULE.name, |draft| draft.date = Some(Date::constant(2026, 7, 1))), []);
    }
}
