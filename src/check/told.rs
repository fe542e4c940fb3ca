//! What the texts of a draft say of the rows of its table.

use super::claim::{Claim, Said};
use super::document::{Field, Texts, at};
use super::finding::{Finding, Severity};
use super::table::{Row, Table};
use crate::draft::{Column, Draft, Place};
use std::ops::Range;
use std::sync::Arc;

/// Something said of a row of the table.
#[derive(Clone, Debug)]
pub struct Told {
    /// The row.
    pub row: Arc<Row>,
    /// What is said of it.
    pub said: Said,
    /// The words say that the figure is of all: 全区, 共有, 总数.
    pub whole: bool,
    /// Position of its field in [`Texts::fields`].
    field: usize,
    /// Position of its claim in the field's.
    claim: usize,
}

/// All that the fields say of the table, in reading order.
pub(super) fn told(draft: &Draft, fields: &[Field<'_>]) -> Vec<Told> {
    let table = Table::of(draft);
    let mut found = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        let all = field.claims();
        for (number, claim) in all.iter().enumerate() {
            if let Some(meant) = table.meant(claim, all) {
                found.push(Told {
                    row: Arc::clone(meant.row),
                    said: meant.said,
                    whole: meant.whole,
                    field: at,
                    claim: number,
                });
            }
        }
    }
    found
}

impl Told {
    /// The field in which it is said, and the claim.
    pub fn found<'t>(&self, texts: &'t Texts<'_>) -> Option<(&'t Field<'t>, &'t Claim)> {
        let field = texts.fields.get(self.field)?;
        Some((field, field.claims().get(self.claim)?))
    }

    /// True where two are said in one sentence.
    pub fn is_beside(&self, other: &Self, texts: &Texts<'_>) -> bool {
        let sentence = |told: &Self| told.found(texts).map(|(_, claim)| claim.sentence);
        self.field == other.field && sentence(self) == sentence(other)
    }

    /// A finding on its figure that points at a cell of its row; `None` where the text already has
    /// a finding there.
    pub fn finding(
        &self,
        texts: &Texts<'_>,
        rule: &str,
        severity: Severity,
        column: Column,
        message: String,
    ) -> Option<Finding> {
        let (field, claim) = self.found(texts)?;
        if field.is_flawed(&claim.bytes) {
            return None;
        }
        let quote = field.expanded.text.get(claim.bytes.clone()).unwrap_or_default();
        let mut finding = at(rule, severity, field.place, quote, message);
        finding.range = field.expanded.to_source(claim.bytes.clone());
        finding.stated = Some(quote.to_owned());
        let indicator = &self.row.indicator;
        let cell = match column {
            Column::LastYear => &indicator.last_year,
            Column::Target => &indicator.target,
            _ => &indicator.value,
        };
        finding.related.push((Place::Indicator(indicator.id, column), 0..cell.as_str().len()));
        Some(finding)
    }

    /// The words of its figure.
    pub fn quote<'t>(&self, texts: &'t Texts<'_>) -> &'t str {
        let words = self.found(texts).and_then(|(field, claim)| field.expanded.text.get(claim.bytes.clone()));
        words.unwrap_or_default()
    }
}

/// The bytes of the typed text behind a stretch of the expanded one; `None` where a reference takes
/// part in it.
pub(super) fn typed(field: &Field<'_>, bytes: &Range<usize>) -> Option<Range<usize>> {
    let source = field.expanded.to_source(bytes.clone());
    let same = field.source.get(source.clone())? == field.expanded.text.get(bytes.clone())?;
    same.then_some(source)
}
