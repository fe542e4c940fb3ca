//! What the findings say of the figures.

use super::Outcome;
use super::basis;
use super::index::Index;
use super::row::Row;
use crate::check::finding::{Finding, Severity};
use crate::check::rules::BY_HAND;
use crate::draft::Place;
use std::collections::HashMap;

/// Notes each finding on the figures that it is about; a hole where a figure was to stand becomes
/// a row of its own. `shown` are those of `found` that nobody ignores, in the same order.
pub(super) fn note(found: &[Finding], shown: &[Finding], rows: &mut Vec<Row>) {
    let index = Index::of(rows);
    let mut shown = shown.iter().peekable();
    for finding in found {
        let ignored = shown.next_if(|it| *it == finding).is_none();
        // That a figure could be a reference puts it into no doubt.
        if finding.rule == BY_HAND {
            continue;
        }
        let touched = index.meeting(rows, finding.place, &finding.range);
        if touched.is_empty() && basis::is_hole(&finding.rule, &finding.quote) {
            rows.push(hole(finding, outcome(finding, ignored)));
            continue;
        }
        let related: Vec<usize> =
            finding.related.iter().flat_map(|(place, range)| index.meeting(rows, *place, range)).collect();
        // A finding may span its parts; it is about the figure that is not one of them.
        let own: Vec<usize> = touched.iter().copied().filter(|it| !related.contains(it)).collect();
        let own = if own.is_empty() { &touched } else { &own };
        let grave = outcome(finding, ignored);
        for index in touched.iter().chain(&related) {
            let outcome = if own.contains(index) { grave } else { grave.min(Outcome::Unsure) };
            if let Some(row) = rows.get_mut(*index) {
                row.note(basis::kind(&finding.rule), finding.message.clone(), outcome);
            }
        }
    }
}

/// What a finding says of the figure that it is about.
fn outcome(finding: &Finding, ignored: bool) -> Outcome {
    if ignored {
        Outcome::Ignored
    } else if finding.severity == Severity::Hint || basis::is_writing(&finding.rule) {
        Outcome::Unsure
    } else {
        Outcome::Differs
    }
}

fn hole(finding: &Finding, outcome: Outcome) -> Row {
    let mut row = Row {
        place: finding.place,
        range: finding.range.clone(),
        words: finding.quote.clone(),
        subject: String::new(),
        when: String::new(),
        bases: Vec::new(),
        cell: None,
        listed: true,
    };
    row.note(basis::kind(&finding.rule), finding.message.clone(), outcome);
    row
}

/// A figure that a reference takes from a cell in doubt is in doubt as well.
pub(super) fn follow_references(rows: &mut [Row]) {
    let doubts: HashMap<Place, (&'static str, String)> = rows
        .iter()
        .flat_map(|row| row.bases.iter().map(move |basis| (row.place, basis)))
        .filter(|(place, basis)| matches!(place, Place::Indicator(..)) && basis.outcome >= Outcome::Unsure)
        .map(|(place, basis)| (place, (basis.kind, basis.words.clone())))
        .collect();
    for row in rows.iter_mut() {
        let Some((id, column)) = row.cell else { continue };
        if let Some((kind, words)) = doubts.get(&Place::Indicator(id, column)) {
            row.note(kind, format!("所引指标有疑问：{words}"), Outcome::Unsure);
        }
    }
}
