//! Cover and contents: a section of their own before the report, without page numbers. The
//! contents are Word's own field, so that they can be brought up to date there.

use super::paragraph;
use super::sheet::{LONGEST, Sheet};
use super::text::{Cleaner, plain_run};
use super::{contents, page};
use crate::layout::{Block, Content, Document, LineContent, Role, Run, RunStyle};
use docx_rs::{FieldCharType, Paragraph};
use std::collections::{HashMap, HashSet};

/// Writes paragraphs, those of the front matter among them.
pub(super) struct Front<'a> {
    sheet: &'a Sheet<'a>,
    /// The lines of the front matter's blocks.
    lines: HashMap<usize, Vec<&'a [Run]>>,
    /// How many of the document's blocks are front matter.
    blocks: usize,
    /// Blocks that the contents lead to.
    targets: HashSet<usize>,
    /// Height of the room on the cover that the next paragraph keeps above itself.
    space: i32,
    /// Whether the contents' field is to begin, or has begun.
    field: Field,
}

#[derive(PartialEq, Eq)]
enum Field {
    /// A list that nothing ends is written as plain paragraphs.
    None,
    Wanted,
    Open,
}

impl<'a> Front<'a> {
    /// Looks through the document once.
    pub fn new(document: &'a Document, sheet: &'a Sheet<'a>) -> Self {
        let ended = document.blocks.iter().any(|block| block.role == Role::ContentsEnd);
        let runs = document.blocks.iter().filter_map(|block| match &block.content {
            Content::Paragraph(runs) if matches!(block.role, Role::ContentsEntry(_)) => Some(runs),
            _ => None,
        });
        let mut lines: HashMap<usize, Vec<&[Run]>> = HashMap::new();
        for line in
            document.pages.iter().take_while(|page| page.number.is_none()).flat_map(|page| &page.lines)
        {
            if let LineContent::Text(runs) = &line.content {
                lines.entry(line.block).or_default().push(runs);
            }
        }
        Self {
            sheet,
            lines,
            blocks: document.front_blocks(),
            targets: runs.flatten().filter_map(target).collect(),
            space: 0,
            field: if ended { Field::Wanted } else { Field::None },
        }
    }

    /// The block at a position of the document as a paragraph. Room on the cover is none: it is
    /// said by the paragraph under it.
    pub fn write(
        &mut self,
        at: usize,
        block: &Block,
        runs: &[Run],
        cleaner: &mut Cleaner,
    ) -> Option<Paragraph> {
        let ends_front = at + 1 == self.blocks;
        let mut written = match block.role {
            Role::CoverSpace if !ends_front => {
                self.space = self.space.saturating_add(block.line_height.max(0));
                return None;
            }
            Role::CoverSpace => paragraph::thin(),
            Role::ContentsEntry(_) => {
                let begins = self.field == Field::Wanted;
                if begins {
                    self.field = Field::Open;
                }
                let whole = [runs];
                let lines = self.lines.get(&at).map_or(&whole[..], Vec::as_slice);
                contents::entry(paragraph::write(block, &[], self.sheet, cleaner), lines, begins, cleaner)
            }
            Role::ContentsEnd => {
                let open = std::mem::replace(&mut self.field, Field::None) == Field::Open;
                let thin = paragraph::thin();
                if open { thin.add_run(plain_run().add_field_char(FieldCharType::End, false)) } else { thin }
            }
            _ => {
                let written = paragraph::write(block, runs, self.sheet, cleaner);
                if self.targets.contains(&at) { contents::marked(written, at) } else { written }
            }
        };
        let space = std::mem::take(&mut self.space).min(LONGEST);
        if space > 0 {
            let spacing = written.property.line_spacing.take().unwrap_or_default();
            written = written.line_spacing(spacing.before(space.unsigned_abs()));
        }
        if ends_front {
            written = written.section_property(page::section(self.sheet));
        }
        Some(written)
    }
}

/// The block whose page a run states.
pub(super) fn target(run: &Run) -> Option<usize> {
    match run.style {
        RunStyle::PageReference(block) => Some(block),
        RunStyle::Plain | RunStyle::RunIn(_) => None,
    }
}
