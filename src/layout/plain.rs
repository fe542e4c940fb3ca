//! The report as plain text, and its length.

use super::document::{Block, Content, Document, Role};
use crate::draft::{PartKind, Place};
use crate::text::width::half_cells;

/// The report as plain text, for mail: one line a paragraph, tables with tabs between cells. It
/// has no pages, so it has neither cover nor contents.
pub fn plain_text(document: &Document) -> String {
    let mut out = String::new();
    for block in document.blocks.iter().skip(document.front_blocks()) {
        match &block.content {
            Content::Paragraph(runs) => runs.iter().for_each(|run| out.push_str(&run.text)),
            Content::Table(table) => {
                out.push_str(&table.header.join("\t"));
                for row in &table.rows {
                    out.push('\n');
                    let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                    out.push_str(&cells.join("\t"));
                }
            }
        }
        out.push('\n');
    }
    out
}

/// How long a report is, counted as Word counts 字数: a Chinese character or mark is one, a word
/// or figure of Latin letters and digits is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Title to date; cover, contents, tables and attachments are not counted. The sum of all
    /// below.
    pub whole: usize,
    /// Title, addressee and opening.
    pub opening: usize,
    /// The parts that print, in order.
    pub parts: Vec<PartLength>,
    /// Closing, note of attachments, signature and date.
    pub ending: usize,
}

/// How long a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartLength {
    /// Which part.
    pub kind: PartKind,
    /// Its heading as it prints.
    pub heading: String,
    /// Its characters, headings included.
    pub characters: usize,
}

/// Counts a report.
pub fn length(document: &Document) -> Length {
    let mut length = Length::default();
    let mut ended = false;
    let report = document.blocks.iter().skip(document.front_blocks());
    for block in report.take_while(|block| block.role != Role::AttachmentMark) {
        let Content::Paragraph(runs) = &block.content else { continue };
        let count = words(runs.iter().flat_map(|run| run.text.chars()));
        length.whole += count;
        match begins(block) {
            Some(Begins::Part(kind)) => {
                ended = false;
                let heading = runs.iter().map(|run| run.text.as_str()).collect();
                length.parts.push(PartLength { kind, heading, characters: 0 });
            }
            Some(Begins::Ending) => ended = true,
            None => {}
        }
        match length.parts.last_mut() {
            _ if ended => length.ending += count,
            Some(part) => part.characters += count,
            None => length.opening += count,
        }
    }
    length
}

enum Begins {
    Part(PartKind),
    Ending,
}

fn begins(block: &Block) -> Option<Begins> {
    if matches!(block.role, Role::AttachmentNote | Role::Signature | Role::Date) {
        return Some(Begins::Ending);
    }
    let Content::Paragraph(runs) = &block.content else { return None };
    runs.iter().filter_map(|run| run.origin.as_ref()).find_map(|origin| match origin.place {
        Place::PartHeading(kind) => Some(Begins::Part(kind)),
        Place::Closing => Some(Begins::Ending),
        _ => None,
    })
}

fn words(text: impl Iterator<Item = char>) -> usize {
    let mut count = 0;
    let mut in_word = false;
    for c in text {
        let narrow = half_cells(c) == 1 && !c.is_whitespace();
        count += usize::from(half_cells(c) == 2 && !c.is_whitespace() || narrow && !in_word);
        in_word = narrow;
    }
    count
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_counts_as_one_character_as_in_word() {
        assert_eq!(super::words("共有团员1,779人，增长11.2%。".chars()), 4 + 1 + 2 + 2 + 1 + 1);
        assert_eq!(super::words("　　 ab cd".chars()), 2);
    }
}
