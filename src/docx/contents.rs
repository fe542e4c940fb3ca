//! 目录 as Word's own field, with the entries of the layout inside it: what is seen before anyone
//! brings it up to date, and what prints where nobody can.

use super::front::target;
use super::style;
use super::text::{Cleaner, plain_run};
use crate::layout::{Role, Run};
use docx_rs::{
    BookmarkEnd, BookmarkStart, BreakType, FieldCharType, Hyperlink, HyperlinkType, InstrPAGEREF, InstrText,
    InstrToC, Paragraph, ParagraphChild, StyleWithLevel,
};

/// An entry in a paragraph that has its style: its words and, behind a tab, its page. The first
/// begins the field.
///
/// Its lines end where the layout ends them, so that they keep clear of the numbers. A right
/// indent would say that too, but LibreOffice prints nothing that stands outside of it.
pub(super) fn entry(
    paragraph: Paragraph,
    lines: &[&[Run]],
    begins: bool,
    cleaner: &mut Cleaner,
) -> Paragraph {
    let mut paragraph = paragraph;
    if begins {
        paragraph = paragraph
            .add_run(mark(FieldCharType::Begin))
            .add_run(plain_run().add_instr_text(InstrText::TOC(instruction())))
            .add_run(mark(FieldCharType::Separate));
    }
    let mut written = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            written.push(plain_run().add_break(BreakType::TextWrapping));
        }
        for run in line.iter().filter(|run| !run.text.is_empty()) {
            match target(run) {
                None => written.push(cleaner.run(&run.text)),
                Some(block) => written.extend(number(block, cleaner.run(&run.text))),
            }
        }
    }
    let anchor = lines.iter().copied().flatten().find_map(target).map(name);
    match anchor {
        Some(anchor) => {
            let link = Hyperlink::new(&anchor, HyperlinkType::Anchor);
            paragraph.add_hyperlink(written.into_iter().fold(link, Hyperlink::add_run))
        }
        None => written.into_iter().fold(paragraph, Paragraph::add_run),
    }
}

/// The number of the page of a block as a field, which Word finds when it is asked to bring the
/// numbers alone up to date.
fn number(block: usize, shown: docx_rs::Run) -> [docx_rs::Run; 6] {
    let page = InstrText::PAGEREF(InstrPAGEREF::new(name(block)).hyperlink());
    [
        plain_run().add_tab(),
        mark(FieldCharType::Begin),
        plain_run().add_instr_text(page),
        mark(FieldCharType::Separate),
        shown,
        mark(FieldCharType::End),
    ]
}

/// A paragraph that an entry leads to.
pub(super) fn marked(mut paragraph: Paragraph, block: usize) -> Paragraph {
    let start = ParagraphChild::BookmarkStart(BookmarkStart::new(block, name(block)));
    paragraph.children.insert(0, start);
    paragraph.children.push(ParagraphChild::BookmarkEnd(BookmarkEnd::new(block)));
    paragraph
}

/// Name of the bookmark of a block; Word hides what begins with an underscore.
fn name(block: usize) -> String {
    format!("_Toc{block:06}")
}

fn mark(kind: FieldCharType) -> docx_rs::Run {
    plain_run().add_field_char(kind, false)
}

/// Headings of two levels, and the titles of attachments, which have no outline level: they are
/// no part of the report's outline.
fn instruction() -> InstrToC {
    InstrToC {
        styles_with_levels: vec![StyleWithLevel::new(style::name(Role::AttachmentTitle), 1)],
        use_applied_paragraph_line_level: true,
        hide_tab_and_page_numbers_in_webview: true,
        ..InstrToC::new().heading_styles_range(1, 2).hyperlink()
    }
}
