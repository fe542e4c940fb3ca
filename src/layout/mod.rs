//! Layout: a draft in, a [`Document`] out: blocks, styles, numbering, page geometry. Knows
//! neither Word nor HTML.

mod document;

pub use crate::draft::PageStyle;
pub use crate::draft::page_style::{Face, PageNumber};
pub use document::*;

use crate::draft::Draft;

/// Lays a draft out.
pub fn layout(draft: &Draft) -> Document {
    Document {
        title: draft.title(),
        author: draft.signature().to_owned(),
        style: draft.page.clone(),
        blocks: Vec::new(),
        pages: Vec::new(),
    }
}
