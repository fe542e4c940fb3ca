//! Checks of a whole draft: its texts with references expanded, its table, and what its passages
//! state together.

use super::answer::moved;
use super::finding::{Finding, Fix, Severity};
use super::flaw::Flaw;
use super::order::ReadingOrder;
use super::prose::TextFinding;
use super::rules::value_conflict::{self, Stated};
use super::rules::{RULES, Scope};
use super::table::Table;
use crate::draft::{Column, Draft, Place};
use std::ops::Range;
use std::sync::Arc;

use super::texts::Known;
pub use super::texts::{Field, Texts};

/// Answers kept from the last check, so that after a key only the changed block is read again.
#[derive(Default)]
pub struct Cache {
    known: Known,
    order: ReadingOrder,
    table: Option<Arc<Table>>,
}

impl Cache {
    /// The texts of the draft that was checked last, without reading them again.
    pub(super) fn texts<'d>(&self, draft: &'d Draft) -> Texts<'d> {
        Texts::of(draft, &self.known, &Table::again(draft, self.table.clone()))
    }
}

/// Checks a whole draft; findings in reading order.
pub fn check(draft: &Draft) -> Vec<Finding> {
    check_with(draft, &mut Cache::default())
}

/// The same, with the answers of the last check at hand. Texts that are gone leave the cache.
pub fn check_with(draft: &Draft, cache: &mut Cache) -> Vec<Finding> {
    let table = Table::again(draft, cache.table.take());
    let texts = Texts::of(draft, &cache.known, &table);
    let mut findings = Vec::new();
    for rule in RULES {
        if let Scope::Draft(check) = rule.scope {
            check(draft, &texts, &mut findings);
        }
    }
    for field in &texts.fields {
        for (block, answer) in &field.read.blocks {
            let start = block.range.start;
            findings.extend(answer.findings.iter().map(|found| placed(field, found, start)));
        }
    }
    conflicts(draft, &texts, &mut findings);
    cache.order.update(draft);
    findings.sort_by_cached_key(|it| (cache.order.rank(it.place), it.range.start, it.range.end));
    cache.known = texts.known();
    cache.table = Some(table);
    findings
}

/// A finding on a whole field.
pub(super) fn at(
    rule: &str,
    severity: Severity,
    place: Place,
    quote: impl Into<String>,
    message: impl Into<String>,
) -> Finding {
    Finding {
        rule: rule.to_owned(),
        severity,
        place,
        range: 0..0,
        quote: quote.into(),
        stated: None,
        expected: None,
        related: Vec::new(),
        message: message.into(),
        fix: None,
    }
}

/// Leads a finding of the printed text back to what was typed.
fn placed(field: &Field<'_>, found: &TextFinding, start: usize) -> Finding {
    let source = |range: &Range<usize>| field.expanded.to_source(moved(range, start));
    let fix = found.fix.as_ref().and_then(|fix| {
        let range = source(&fix.range);
        // A fix never reaches into a reference.
        let typed = field.source.get(range.clone()) == field.expanded.text.get(moved(&fix.range, start));
        typed.then(|| Fix { range, text: fix.text.clone(), label: fix.label.clone() })
    });
    Finding {
        rule: found.kind.to_owned(),
        severity: found.severity,
        place: field.place,
        range: source(&found.range),
        quote: found.quote.clone(),
        stated: found.stated.clone(),
        expected: found.expected.clone(),
        related: found.related.iter().map(|range| (field.place, source(range))).collect(),
        message: found.message.clone(),
        fix,
    }
}

/// Values of one name over the whole document, and of the table.
fn conflicts(draft: &Draft, texts: &Texts<'_>, findings: &mut Vec<Finding>) {
    let mut all: Vec<(&Field<'_>, &Stated, Range<usize>)> = Vec::new();
    for field in &texts.fields {
        for (block, answer) in &field.read.blocks {
            let values = answer.values.iter();
            all.extend(values.map(|(value, bytes)| (field, value, moved(bytes, block.range.start))));
        }
    }
    let tell = |field: &Field<'_>, flaw: Flaw, range: &Range<usize>, related: (Place, Range<usize>)| {
        let found = TextFinding::of(&field.expanded.text, flaw, |_| range.clone());
        let mut finding = placed(field, &found, 0);
        finding.related.push(related);
        finding
    };
    for (later, earlier) in value_conflict::conflicts(all.iter().map(|(_, value, _)| *value)) {
        if let (Some((field, later, range)), Some((first, earlier, place))) =
            (all.get(later), all.get(earlier))
        {
            let related = (first.place, first.expanded.to_source(place.clone()));
            findings.push(tell(field, value_conflict::flaw(later, earlier), range, related));
        }
    }
    let rows = value_conflict::Rows::of(draft);
    for (field, value, range) in &all {
        let Some(indicator) = value_conflict::in_table(&rows, value) else { continue };
        let flaw = value_conflict::against_table(value, indicator);
        let cell = Place::Indicator(indicator.id, Column::Value);
        findings.push(tell(field, flaw, range, (cell, 0..indicator.value.as_str().len())));
    }
}
