//! A text read block by block, with what was said of the blocks that are as they were.

use super::answer::Answer;
use super::block::{Block, blocks};
use super::passage::Section;
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
    /// The text.
    pub fn text(&self) -> &Arc<Expanded> {
        &self.text
    }

    /// Reads the blocks of a text that are not as they were in the last reading of its place.
    pub fn again(
        text: &Arc<Expanded>,
        section: Section,
        period: Period,
        last: Option<&Arc<Self>>,
    ) -> Arc<Self> {
        let last = last.filter(|last| last.period == period);
        // A text that did not change is shared, so that nothing need be compared.
        if let Some(last) = last.filter(|last| Arc::ptr_eq(&last.text, text) && last.section == section) {
            return Arc::clone(last);
        }
        let cut = blocks(&text.text, section);
        let changed = last.map_or(0..cut.len(), |last| last.changed(&text.text, &cut));
        // The blocks behind the change moved by as many as came or went.
        let known = last.map_or(&[][..], |last| &last.blocks);
        let (now, then) = (cut.len(), known.len());
        let kept = |index: usize| match index {
            _ if index < changed.start => known.get(index),
            _ if index >= changed.end => known.get((index + then).checked_sub(now)?),
            _ => None,
        };
        let answer = |(index, block): (usize, Block)| {
            let answer = match kept(index) {
                Some((_, answer)) => Arc::clone(answer),
                None => Arc::new(Answer::in_draft(&text.text, &block, period)),
            };
            (block, answer)
        };
        let blocks = cut.into_iter().enumerate().map(answer).collect();
        Arc::new(Self { text: Arc::clone(text), section, period, blocks })
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
