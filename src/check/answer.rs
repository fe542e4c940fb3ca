//! What the rules say of a block.

use super::block::Block;
use super::passage::Passage;
use super::prose::{TextFinding, found};
use super::rules::value_conflict::{self, Stated};
use crate::text::Period;
use std::ops::Range;

/// What is said of a block; depends on its words, its section and the period alone, so that it
/// can be kept until one of them changes. Ranges are bytes of the block.
pub(super) struct Answer {
    /// What is wrong, in reading order.
    pub findings: Vec<TextFinding>,
    /// The values stated, for the rules over the whole document.
    pub values: Vec<(Stated, Range<usize>)>,
}

impl Answer {
    /// Reads a block of a text and has all passage rules judge.
    pub fn of(text: &str, block: &Block, period: Option<Period>) -> Self {
        let text = text.get(block.range.clone()).unwrap_or_default();
        let passage = Passage::of(text, block.section, period);
        let values = value_conflict::stated_values(&passage).into_iter();
        let values = values.map(|value| {
            let bytes = passage.script().bytes(value.range.clone());
            (value, bytes)
        });
        Self { values: values.collect(), findings: found(text, &passage) }
    }
}

/// A range of a block that begins at `start` of its text.
pub(super) fn moved(range: &Range<usize>, start: usize) -> Range<usize> {
    range.start + start..range.end + start
}
