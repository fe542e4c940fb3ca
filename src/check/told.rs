//! What the texts of a draft say of the rows of its table.

use super::answer::{Answer, moved};
use super::claim::{Claim, Said};
use super::document::at;
use super::finding::{Finding, Severity};
use super::table::{Meant, Row, Table};
use super::texts::{Field, Texts};
use crate::draft::{Column, Place};
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
    /// Positions of its field in the texts, of its block in the field, of its claim in the block.
    at: [usize; 3],
}

/// All that the fields say of the table, in reading order.
pub(super) fn told(table: &Arc<Table>, fields: &[Field<'_>]) -> Vec<Told> {
    let mut found = Vec::new();
    if table.is_empty() {
        return found;
    }
    for (in_texts, field) in fields.iter().enumerate() {
        for (in_field, (_, answer)) in field.read.blocks.iter().enumerate() {
            if answer.claims.is_empty() {
                continue;
            }
            let told = |(in_block, meant): &(usize, Meant)| Told {
                row: Arc::clone(&meant.row),
                said: meant.said,
                whole: meant.whole,
                at: [in_texts, in_field, *in_block],
            };
            found.extend(answer.meant(table).iter().map(told));
        }
    }
    found
}

/// Where something is said.
pub(super) struct Found<'t> {
    /// The field.
    pub field: &'t Field<'t>,
    /// The claim; its ranges are bytes of its block.
    pub claim: &'t Claim,
    answer: &'t Answer,
    start: usize,
}

impl Found<'_> {
    /// What stands for the figure, in bytes of the expanded text.
    pub fn bytes(&self) -> Range<usize> {
        moved(&self.claim.bytes, self.start)
    }

    /// Its digits, in bytes of the expanded text.
    pub fn digits(&self) -> Range<usize> {
        moved(&self.claim.digits, self.start)
    }

    /// The words of the figure.
    pub fn quote(&self) -> &str {
        self.field.expanded.text.get(self.bytes()).unwrap_or_default()
    }

    /// The figure with its unit, without the verb that belongs to it.
    pub fn figure(&self) -> &str {
        let bytes = self.digits().start..self.bytes().end;
        self.field.expanded.text.get(bytes).unwrap_or_default()
    }

    /// The bytes of the typed text behind a stretch of the expanded one; `None` where a reference
    /// takes part in it.
    pub fn typed(&self, bytes: Range<usize>) -> Option<Range<usize>> {
        let source = self.field.expanded.to_source(bytes.clone());
        let same = self.field.source.get(source.clone())? == self.field.expanded.text.get(bytes)?;
        same.then_some(source)
    }

    /// True where something is already said to be wrong with the figure.
    fn is_flawed(&self) -> bool {
        let bytes = &self.claim.bytes;
        let overlaps = |range: &Range<usize>| range.start < bytes.end && bytes.start < range.end;
        self.answer.findings.iter().any(|it| it.severity != Severity::Hint && overlaps(&it.range))
    }
}

impl Told {
    /// Where it is said.
    pub(super) fn found<'t>(&self, texts: &'t Texts<'_>) -> Option<Found<'t>> {
        let [in_texts, in_field, in_block] = self.at;
        let field = texts.fields.get(in_texts)?;
        let (block, answer) = field.read.blocks.get(in_field)?;
        let claim = answer.claims.get(in_block)?;
        Some(Found { field, claim, answer, start: block.range.start })
    }

    /// True where two are said in one sentence.
    pub fn is_beside(&self, other: &Self, texts: &Texts<'_>) -> bool {
        let sentence = |told: &Self| told.found(texts).map(|found| found.claim.sentence);
        self.at[..2] == other.at[..2] && sentence(self) == sentence(other)
    }

    /// A finding on its figure that points at cells of its row; `None` where the text already has
    /// a finding there.
    pub fn finding(
        &self,
        texts: &Texts<'_>,
        rule: &str,
        severity: Severity,
        columns: &[Column],
        message: String,
    ) -> Option<Finding> {
        let found = self.found(texts).filter(|found| !found.is_flawed())?;
        let mut finding = at(rule, severity, found.field.place, found.quote(), message);
        finding.range = found.field.expanded.to_source(found.bytes());
        let indicator = &self.row.indicator;
        finding.related.extend(columns.iter().map(|column| {
            let (_, cell) = self.row.cell(*column);
            (Place::Indicator(indicator.id, *column), 0..cell.as_str().len())
        }));
        Some(finding)
    }
}
