//! # What it does
//! Finds a cell of the table that holds something else than a number.
//! # Why it is bad
//! 同比 and 完成率 cannot be computed from it.
//! # Example
//! 本期: 12a
//! # Use instead
//! 本期: 12

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Column, Draft, Place};

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-not-a-number", title: "指标不是数字", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for indicator in &draft.indicators {
        let cells = [
            (Column::Value, &indicator.value),
            (Column::LastYear, &indicator.last_year),
            (Column::Target, &indicator.target),
        ];
        for (column, figure) in cells {
            if let Err(error) = figure.number() {
                let mut finding = at(
                    RULE.name,
                    Severity::Error,
                    Place::Indicator(indicator.id, column),
                    figure.as_str(),
                    error.to_string(),
                );
                finding.range = 0..figure.as_str().len();
                findings.push(finding);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::{places, row};
    use crate::draft::IndicatorId;

    #[test]
    fn a_cell_that_is_no_number_is_found() {
        let found = |typed: &str| places(RULE.name, |draft| row(draft, 1, "团员人数", typed));
        for typed in ["12a", "约300", "十二", "12人", "1,77"] {
            assert_eq!(found(typed), [Place::Indicator(IndicatorId(1), Column::Value)], "{typed}");
        }
        for typed in ["", " ", "12", "1,779", "１７７９", "1.2万", "-3"] {
            assert_eq!(found(typed), [], "{typed}");
        }
    }
}
