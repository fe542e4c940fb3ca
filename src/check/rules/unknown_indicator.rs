//! # What it does
//! Finds a reference to a figure that is not in the table, or has no value there.
//! # Why it is bad
//! The braces print.
//! # Example
//! 共有{团员人数}, without that indicator.
//! # Use instead
//! Add the indicator, or choose one that is there.

use super::{Rule, Scope};
use crate::check::document::Texts;
use crate::check::finding::{Finding, Severity};
use crate::draft::Draft;

/// The rule.
pub const RULE: Rule =
    Rule { name: "unknown-indicator", title: "引用的指标不存在", scope: Scope::Draft(check) };

fn check(draft: &Draft, texts: &Texts<'_>, findings: &mut Vec<Finding>) {
    for field in &texts.fields {
        for range in &field.expanded.unknown {
            let quote = field.source.get(range.clone()).unwrap_or_default().to_owned();
            let name = quote.trim_matches(['{', '}']);
            let base = name.split([':', '：']).next().unwrap_or(name).trim();
            let known = draft.indicators.iter().any(|it| it.name.trim() == base);
            let message = if known {
                format!("指标「{base}」还没有填写所引用的数值，请在「数据指标」中补上。")
            } else {
                format!("「数据指标」中没有「{base}」，请添加该指标，或改为已有的指标。")
            };
            findings.push(Finding {
                rule: RULE.name.to_owned(),
                severity: Severity::Error,
                place: field.place,
                range: range.clone(),
                quote,
                stated: None,
                expected: None,
                related: Vec::new(),
                message,
                fix: None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::{places, row};
    use crate::draft::Place;

    #[test]
    fn a_reference_to_nothing_is_found() {
        let wrong = ["共有{少先队员}。", "共有{团员}。", "共有{青年:同比}。", "共有{青年:增幅}。"];
        let right = [
            "共有{青年}。",
            "共有{ 青年 }。",
            "{期间}共有{青年:数值}人。",
            "共有{青年。",
            "共有青年}。",
            "{}",
        ];
        let found = |text: &str| {
            places(RULE.name, |draft| {
                row(draft, 1, "团员", "");
                row(draft, 2, "青年", "5000");
                draft.preamble = text.into();
            })
        };
        for text in wrong {
            assert_eq!(found(text), [Place::Preamble], "{text}");
        }
        for text in right {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
