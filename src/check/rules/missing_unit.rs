//! # What it does
//! Finds a report without the name of the unit that reports.
//! # Why it is bad
//! Title and signature are made from it.
//! # Example
//! 单位名称: (empty)
//! # Use instead
//! 单位名称: 共青团云岭县委员会

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Draft, Place};

/// The rule.
pub const RULE: Rule = Rule { name: "missing-unit", title: "缺少单位名称", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    if draft.unit.name.trim().is_empty() {
        let message = "还没有填写单位名称，标题和落款要用到它。";
        findings.push(at(RULE.name, Severity::Warning, Place::Unit, "", message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::places;

    #[test]
    fn a_report_of_nobody_is_found() {
        for name in ["", " ", "\u{3000}"] {
            assert_eq!(places(RULE.name, |draft| draft.unit.name = name.into()), [Place::Unit], "{name:?}");
        }
        for name in ["共青团云岭县委员会", "团县委"] {
            assert_eq!(places(RULE.name, |draft| draft.unit.name = name.into()), [], "{name}");
        }
    }
}
