//! A text read block by block, with what was said of the blocks that are as they were.

use super::answer::Answer;
use super::block::{Block, blocks};
use super::passage::Section;
use super::texts::Field;
use crate::draft::reference::Expanded;
use crate::text::Period;
use std::ops::Range;
use std::sync::Arc;

/// A text with what was said of its blocks.
pub(super) struct Read {
    text: Arc<Expanded>,
    section: Section,
    period: Period,
    /// The blocks in order.
    pub blocks: Vec<(Block, Arc<Answer>)>,
}

impl Read {
    /// Reads the blocks of a text that are not as they were in the last reading.
    pub fn of(field: &Field<'_>, period: Period, last: Option<Self>) -> Self {
        let Field { expanded, section, .. } = field;
        let last = match last.filter(|last| last.period == period) {
            // Texts that did not change are shared, so that nothing need be compared.
            Some(last) if Arc::ptr_eq(&last.text, expanded) && last.section == *section => return last,
            Some(last) => last,
            None => Self { text: Arc::default(), section: *section, period, blocks: Vec::new() },
        };
        let cut = blocks(&expanded.text, *section);
        let changed = last.changed(&expanded.text, &cut);
        // The blocks behind the change moved by as many as came or went.
        let (now, then) = (cut.len(), last.blocks.len());
        let kept = |index: usize| match index {
            _ if index < changed.start => last.blocks.get(index),
            _ if index >= changed.end => last.blocks.get((index + then).checked_sub(now)?),
            _ => None,
        };
        let answer = |(index, block): (usize, Block)| {
            let answer = match kept(index) {
                Some((_, answer)) => Arc::clone(answer),
                None => Arc::new(Answer::of(&expanded.text, &block, Some(period))),
            };
            (block, answer)
        };
        let blocks = cut.into_iter().enumerate().map(answer).collect();
        Self { text: Arc::clone(expanded), section: *section, period, blocks }
    }

    /// The blocks of a new text between those that stand at its beginning and at its end as before.
    fn changed(&self, text: &str, cut: &[Block]) -> Range<usize> {
        let same = |(one, (other, _)): &(&Block, &(Block, Arc<Answer>))| {
            let (words, known) = (text.get(one.range.clone()), self.text.text.get(other.range.clone()));
            one.section == other.section && words == known
        };
        let before = cut.iter().zip(&self.blocks).take_while(same).count();
        let rest = cut.len().min(self.blocks.len()) - before;
        let behind = cut.iter().rev().zip(self.blocks.iter().rev()).take(rest).take_while(same).count();
        before..cut.len() - behind
    }
}
