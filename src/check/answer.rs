//! What the rules say of a block.

use super::block::Block;
use super::claim::{Claim, claims};
use super::passage::Passage;
use super::prose::{TextFinding, found};
use super::rules::value_conflict::{self, Stated};
use super::table::{Meant, Table};
use crate::text::Period;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// What is said of a block; depends on its words, its section and the period alone, so that it
/// can be kept until one of them changes. Ranges are bytes of the block.
pub(super) struct Answer {
    /// What is wrong, in reading order.
    pub findings: Vec<TextFinding>,
    /// The values stated, for the rules over the whole document.
    pub values: Vec<(Stated, Range<usize>)>,
    /// What the table of a draft may know; empty for a text without a draft.
    pub claims: Vec<Claim>,
    /// What they are about in the table that was seen last.
    meant: Mutex<Option<(Arc<Table>, AllMeant)>>,
}

/// Rows that claims are about, each with the position of its claim.
type AllMeant = Arc<[(usize, Meant)]>;

impl Answer {
    /// Reads a block of a text and has all passage rules judge.
    pub fn of(text: &str, block: &Block, period: Option<Period>) -> Self {
        let text = text.get(block.range.clone()).unwrap_or_default();
        Self::judged(text, &Passage::of(text, block.section, period))
    }

    /// The same for a text of a draft, with what its table may know.
    pub fn in_draft(text: &str, block: &Block, period: Period) -> Self {
        let text = text.get(block.range.clone()).unwrap_or_default();
        let passage = Passage::of(text, block.section, Some(period));
        Self { claims: claims(&passage), ..Self::judged(text, &passage) }
    }

    /// What the claims are about in a table, each with its position; kept for as long as the table
    /// stays as it is.
    pub fn meant(&self, table: &Arc<Table>) -> AllMeant {
        // Nothing that holds the lock can panic; a poisoned one would hold what was stored last.
        let mut kept = self.meant.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, meant)) = &*kept
            && Arc::ptr_eq(of, table)
        {
            return Arc::clone(meant);
        }
        let meant: AllMeant = table.meant_by(&self.claims).into();
        *kept = Some((Arc::clone(table), Arc::clone(&meant)));
        meant
    }

    fn judged(text: &str, passage: &Passage) -> Self {
        let values = value_conflict::stated_values(passage).into_iter();
        let values = values.map(|value| {
            let bytes = passage.script().bytes(value.range.clone());
            (value, bytes)
        });
        Self {
            values: values.collect(),
            findings: found(text, passage),
            claims: Vec::new(),
            meant: Mutex::default(),
        }
    }
}

/// A range of a block that begins at `start` of its text.
pub(super) fn moved(range: &Range<usize>, start: usize) -> Range<usize> {
    range.start + start..range.end + start
}
