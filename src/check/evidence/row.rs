//! A figure while its evidence is being collected.

use super::whereabouts::Whereabouts;
use super::{Basis, Evidence, Outcome};
use crate::draft::{Column, IndicatorId, Place};
use std::ops::Range;

/// A figure or date of the report.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The field it stands in.
    pub place: Place,
    /// Bytes of the field's text as typed.
    pub range: Range<usize>,
    /// As it prints.
    pub words: String,
    /// What is counted.
    pub subject: String,
    /// The time it belongs to.
    pub when: String,
    /// What it was checked against.
    pub bases: Vec<Basis>,
    /// The cell of the table that a reference takes it from.
    pub cell: Option<(IndicatorId, Column)>,
    /// It stands in the list even where nothing was compared with it.
    pub listed: bool,
}

impl Row {
    /// Notes what it was checked against, once.
    pub fn note(&mut self, kind: &'static str, words: impl Into<String>, outcome: Outcome) {
        let basis = Basis { kind, words: words.into(), outcome };
        if !self.bases.iter().any(|it| it.words == basis.words) {
            self.bases.push(basis);
        }
    }

    /// True where the row stands at a place and shares a character with a range of it. An empty
    /// range is the whole of a cell; of a text it says that something is missing, not what.
    pub fn meets(&self, place: Place, range: &Range<usize>) -> bool {
        let shares = self.range.start < range.end && range.start < self.range.end;
        let whole = range.is_empty() && matches!(place, Place::Indicator(..));
        self.place == place && (shares || whole)
    }

    /// The gravest outcome so far.
    pub fn outcome(&self) -> Outcome {
        self.bases.iter().map(|basis| basis.outcome).max().unwrap_or(Outcome::Unchecked)
    }

    /// The finished row; what is wrong stands first.
    pub fn evidence(mut self, whereabouts: &mut Whereabouts<'_>) -> Evidence {
        let outcome = self.outcome();
        self.bases.sort_by_key(|basis| std::cmp::Reverse(basis.outcome));
        Evidence {
            whereabouts: whereabouts.at(self.place, self.range.start),
            place: self.place,
            range: self.range,
            words: self.words,
            subject: self.subject,
            when: self.when,
            bases: self.bases,
            outcome,
        }
    }
}
