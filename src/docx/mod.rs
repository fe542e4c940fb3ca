//! The Word file: a [`Document`] in, the bytes of a .docx out. docx-rs writes the parts, `repair`
//! puts right what it writes wrongly and adds what it cannot say, `pack` makes the package.
//!
//! The same document and time give the same bytes. docx-rs's reader is never called: it hangs
//! and panics on damaged files.

mod contents;
mod error;
mod font_table;
mod front;
mod pack;
mod page;
mod paragraph;
mod properties;
mod repair;
mod sheet;
mod style;
mod table;
mod text;

pub use error::ExportError;

use crate::layout::{Content, Document};
use front::Front;
use sheet::Sheet;
use text::Cleaner;

/// A finished Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The .docx.
    pub bytes: Vec<u8>,
    /// Characters of the report's text left out because XML forbids them (control characters,
    /// U+FFFE and U+FFFF).
    pub dropped: usize,
}

/// Writes a document as a Word file. `created` is the present time as RFC 3339, for example
/// `2026-07-01T09:30:00+08:00`; it stands in the file's properties.
pub fn export(document: &Document, created: &str) -> Result<Exported, ExportError> {
    let mut cleaner = Cleaner::default();
    let sheet = Sheet::new(document);
    let parts = compose(document, &sheet, &mut cleaner).build();
    let package = pack::Package {
        app: properties::app(document)?,
        core: properties::core(document, created)?,
        fonts: font_table::write(&sheet)?,
        indent: sheet.page().indent,
        parts,
    };
    Ok(Exported { bytes: package.pack()?, dropped: cleaner.dropped })
}

/// The document as docx-rs takes it.
fn compose(document: &Document, sheet: &Sheet, cleaner: &mut Cleaner) -> docx_rs::Docx {
    let mut docx = page::set_up(docx_rs::Docx::new(), sheet, document.front_blocks() > 0);
    for each in sheet.styles() {
        docx = docx.add_style(each);
    }
    let mut after_table = false;
    let mut front = Front::new(document, sheet);
    for (at, block) in document.blocks.iter().enumerate() {
        let is_table = matches!(block.content, Content::Table(_));
        // Word joins tables that touch.
        if after_table && is_table {
            docx = docx.add_paragraph(paragraph::thin());
        }
        match &block.content {
            Content::Paragraph(runs) => {
                if let Some(paragraph) = front.write(at, block, runs, cleaner) {
                    docx = docx.add_paragraph(paragraph);
                }
            }
            Content::Table(table) => {
                if let Some(table) = table::write(block, table, cleaner) {
                    docx = docx.add_table(table);
                }
            }
        }
        after_table = is_table;
    }
    // The body of a Word document ends in a paragraph.
    if after_table || document.blocks.is_empty() {
        docx = docx.add_paragraph(paragraph::thin());
    }
    docx
}
