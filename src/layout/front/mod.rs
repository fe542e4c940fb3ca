//! Front matter: cover and contents. They print before page 1 and carry no page number, so that
//! the pages of the report do not depend on them.

mod contents;
mod cover;

pub use contents::contents_indent;
pub(super) use contents::entry_rows;

use super::document::{Block, Content, Document, RunStyle};
use super::pages;
use crate::draft::DocumentOptions;

/// Puts the front matter that is wanted before a report that has its pages. What the cover and
/// the contents say is taken from the report itself.
pub(super) fn add(mut document: Document, options: &DocumentOptions) -> Document {
    let mut front = if options.cover { cover::blocks(&document) } else { Vec::new() };
    let mut listed = if options.contents { contents::blocks(&document) } else { Vec::new() };
    if let Some(first) = listed.first_mut() {
        first.page_break_before = !front.is_empty();
    }
    front.append(&mut listed);
    if front.is_empty() {
        return document;
    }
    let by = front.len();
    front.iter_mut().for_each(|block| shift_references(block, by));
    let mut pages = pages::pages(&front, &document.style);
    pages.iter_mut().for_each(|page| page.number = None);
    document.pages.iter_mut().flat_map(|page| &mut page.lines).for_each(|line| line.block += by);
    document.blocks.splice(0..0, front);
    document.pages.splice(0..0, pages);
    document
}

/// References are made to the blocks of the report as they are counted without front matter.
fn shift_references(block: &mut Block, by: usize) {
    let Content::Paragraph(runs) = &mut block.content else { return };
    for run in runs {
        if let RunStyle::PageReference(target) = &mut run.style {
            *target += by;
        }
    }
}
