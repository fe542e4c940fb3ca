//! # What it does
//! Finds two indicators of one name.
//! # Why it is bad
//! A reference to that name can only mean one of them.
//! # Example
//! 团员人数, twice.
//! # Use instead
//! 团员人数 and 新发展团员人数.

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Column, Draft, Place};
use std::collections::HashMap;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-duplicate", title: "指标重名", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    let mut seen = HashMap::new();
    for indicator in &draft.indicators {
        let name = indicator.name.trim();
        let place = Place::Indicator(indicator.id, Column::Name);
        if name.is_empty() {
            continue;
        }
        if let Some(first) = seen.get(name) {
            let message = format!("指标「{name}」出现了两次，文中引用时只会用第一个，请改名或合并。");
            let mut finding = at(RULE.name, Severity::Error, place, name, message);
            finding.range = 0..indicator.name.len();
            finding.related.push((*first, 0..0));
            findings.push(finding);
        } else {
            seen.insert(name, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::{places, row};
    use crate::draft::IndicatorId;

    #[test]
    fn the_second_row_of_a_name_is_found() {
        let found = |names: [&str; 2]| {
            places(RULE.name, |draft| {
                row(draft, 1, names[0], "1");
                row(draft, 2, names[1], "2");
            })
        };
        for names in [["团员人数", "团员人数"], ["团员人数", " 团员人数 "]] {
            assert_eq!(found(names), [Place::Indicator(IndicatorId(2), Column::Name)], "{names:?}");
        }
        for names in [["团员人数", "新发展团员人数"], ["", " "]] {
            assert_eq!(found(names), [], "{names:?}");
        }
    }
}
