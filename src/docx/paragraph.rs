//! Paragraphs.

use super::sheet::{LONGEST, Sheet, exact};
use super::style::{self, id};
use super::text::Cleaner;
use crate::layout::{Block, Hanging, Role, Run, RunStyle};
use docx_rs::{Paragraph, SpecialIndentType};

/// A block that is a paragraph. What its style says already is not said again.
pub(super) fn write(block: &Block, runs: &[Run], sheet: &Sheet, cleaner: &mut Cleaner) -> Paragraph {
    let mut paragraph = Paragraph::new();
    // A blank line is Normal, which needs no naming.
    if block.role != Role::Blank {
        paragraph = paragraph.style(style::of(block.role));
    }
    if block.page_break_before {
        paragraph = paragraph.page_break_before(true);
    }
    if block.keep_with_next {
        paragraph = paragraph.keep_next(true);
    }
    if block.indent_right != 0 {
        paragraph = paragraph.indent(None, None, Some(block.indent_right.clamp(-LONGEST, LONGEST)), None);
    }
    if let Some(Hanging { first, rest }) = block.hanging {
        let (first, rest) = (first.clamp(0, LONGEST), rest.clamp(0, LONGEST));
        let special = if rest >= first {
            SpecialIndentType::Hanging(rest - first)
        } else {
            SpecialIndentType::FirstLine(first - rest)
        };
        paragraph = paragraph.indent(Some(rest), Some(special), None, None);
    }
    let line_height = block.line_height.min(LONGEST);
    if line_height > 0 && line_height != sheet.line_height(block.role) {
        paragraph = paragraph.line_spacing(exact(line_height));
    }
    for run in runs.iter().filter(|run| !run.text.is_empty()) {
        let mut written = cleaner.run(&run.text);
        if let RunStyle::RunIn(level) = run.style {
            written = written.style(style::run_in(level));
        }
        paragraph = paragraph.add_run(written);
    }
    paragraph
}

/// A text of one style.
pub(super) fn plain(style: &str, text: &str, cleaner: &mut Cleaner) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    if text.is_empty() { paragraph } else { paragraph.add_run(cleaner.run(text)) }
}

/// A paragraph of one point where Word's format needs one and the report has none.
pub(super) fn thin() -> Paragraph {
    Paragraph::new().style(id::THIN)
}
