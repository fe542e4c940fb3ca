//! Tables of cases: what a rule must find, and what no rule may find.

use super::{Finding, Section, Severity, check, check_text};
use crate::draft::{Draft, DraftId, Indicator, IndicatorId, Item, ItemId, PartKind, Place};
use std::sync::Arc;

/// Section and period of the cases that do not say otherwise.
pub const PERIOD: &str = "2026H1";

/// Each text must have a finding of the rule that overlaps the quote.
pub fn wrong(rule: &str, cases: &[(&str, &str)]) {
    wrong_in(rule, Section::Done, cases);
}

/// The same for another section.
pub fn wrong_in(rule: &str, section: Section, cases: &[(&str, &str)]) {
    for (text, quote) in cases {
        let at = text.find(quote).unwrap_or_else(|| panic!("「{quote}」 is not in 「{text}」"));
        let quoted = at..at + quote.len();
        let found = check_text(text, PERIOD.parse().ok(), section);
        let hit = found.iter().any(|finding| {
            let near = std::iter::once(&finding.range).chain(&finding.related);
            finding.kind == rule
                && finding.severity != Severity::Hint
                && near.into_iter().any(|range| range.start < quoted.end && quoted.start < range.end)
        });
        assert!(hit, "{rule} missed 「{quote}」 in 「{text}」: {found:#?}");
        let other: Vec<_> =
            found.iter().filter(|it| it.kind != rule && it.severity != Severity::Hint).collect();
        assert!(other.is_empty(), "「{text}」 has other findings: {other:#?}");
    }
}

/// No rule may find anything.
pub fn right(cases: &[&str]) {
    right_in(Section::Done, cases);
}

/// The same for another section.
pub fn right_in(section: Section, cases: &[&str]) {
    for text in cases {
        let mut found = check_text(text, PERIOD.parse().ok(), section);
        found.retain(|it| it.severity != Severity::Hint);
        assert!(found.is_empty(), "false alarm in 「{text}」: {found:#?}");
    }
}

/// Where a rule finds something in an empty draft into which `write` wrote.
pub fn places(rule: &str, write: impl FnOnce(&mut Draft)) -> Vec<Place> {
    let mut draft = Draft::new(DraftId("d".into()), PERIOD.parse().unwrap());
    write(&mut draft);
    check(&draft).into_iter().filter(|it| it.rule == rule).map(|it| it.place).collect()
}

/// Adds a row to a draft's table.
pub fn row(draft: &mut Draft, id: u32, name: &str, value: &str) {
    let mut row = Indicator::new(IndicatorId(id), name, "人");
    row.value = value.into();
    draft.indicators.push(Arc::new(row));
}

/// What is found in a draft whose table has these rows (name, unit, 本期, 去年同期, 目标; ids from 1 on)
/// and whose first item of work done has this text.
pub fn table(text: &str, rows: &[(&str, &str, &str, &str, &str)]) -> Vec<Finding> {
    check(&with_table(text, rows))
}

/// What one rule finds in it: the quotes, with how sure it is.
pub fn found_with_table(
    rule: &str,
    text: &str,
    rows: &[(&str, &str, &str, &str, &str)],
) -> Vec<(String, Severity)> {
    let found = table(text, rows).into_iter().filter(|it| it.rule == rule);
    found.map(|it| (it.quote, it.severity)).collect()
}

/// The same draft.
pub fn with_table(text: &str, rows: &[(&str, &str, &str, &str, &str)]) -> Draft {
    let mut draft = Draft::new(DraftId("d".into()), PERIOD.parse().unwrap());
    draft.unit.name = "共青团云岭县委员会".into();
    for (id, (name, unit, value, last_year, target)) in (1..).zip(rows) {
        let mut row = Indicator::new(IndicatorId(id), *name, *unit);
        (row.value, row.last_year, row.target) = ((*value).into(), (*last_year).into(), (*target).into());
        draft.indicators.push(Arc::new(row));
    }
    let mut item = Item::new(ItemId(100), 1);
    item.text = text.into();
    draft.part_mut(PartKind::Work).unwrap().items.push(Arc::new(item));
    draft
}
