//! Layout: a draft in, a [`Document`] out: blocks, styles, numbering, page geometry. Knows
//! neither Word nor HTML.
//!
//! `blocks` writes the draft's paragraphs, `rows` breaks each into lines, `pages` puts the lines
//! on pages, `front` puts cover and contents before them. Each step depends on the one before it
//! alone, and takes time in proportion to the text.

mod attachment;
mod blocks;
mod document;
mod ending;
mod field;
mod front;
mod items;
mod kinsoku;
mod lines;
mod markdown;
mod pages;
mod plain;
mod rows;
mod settings;
mod table;
mod table_document;
mod title;

pub use crate::draft::PageStyle;
pub use crate::draft::page_style::{Face, PageNumber, TextKind};
pub use attachment::{TABLE_TITLE, mark};
pub use document::*;
pub use front::contents_indent;
pub use markdown::markdown;
pub use plain::{Length, PartLength, length, plain_text};
pub use settings::{CELL_SLACK, character_spacing};
pub use table_document::{TableColumn, TableDocument, layout_table};

use crate::draft::Draft;

/// Lays a draft out, as 简版 where its options say so. Never fails: settings that cannot be used
/// are brought to the nearest that can, and [`Document::style`] holds what was used.
pub fn layout(draft: &Draft) -> Document {
    layout_with(draft, None)
}

/// The same with the 数据核对表 as the last attachment, whose title and lines it brings; nobody
/// signs it there. What is laid out before it does not depend on its rows. A 简版 leaves it out.
pub fn layout_with(draft: &Draft, evidence: Option<&TableDocument>) -> Document {
    let short = draft.options.brief.then(|| crate::draft::brief(draft));
    let evidence = evidence.filter(|_| short.is_none());
    let draft = short.as_ref().unwrap_or(draft);
    let style = draft.page.usable();
    let (blocks, title, author) = blocks::blocks(draft, &style, evidence);
    let pages = pages::pages(&blocks, &style);
    front::add(Document { title, author, style, blocks, pages }, &draft.options)
}
