//! Paper, margins, grid and page numbers.

use super::sheet::{Sheet, fonts};
use super::style::id;
use super::text::plain_run;
use crate::layout::PageNumber;
use docx_rs::{
    DocGrid, DocGridType, Docx, FieldCharType, Footer, InstrPAGE, InstrText, PageMargin, Paragraph,
};

/// Sets the section and the defaults that every style falls back to.
pub(super) fn set_up(docx: Docx, sheet: &Sheet) -> Docx {
    let page = sheet.page();
    let mut docx = docx
        .page_size(page.paper_width.unsigned_abs(), page.paper_height.unsigned_abs())
        .page_margin(
            PageMargin::new()
                .top(page.top)
                .bottom(page.bottom)
                .left(page.left)
                .right(page.right)
                .footer(page.footer),
        )
        .default_size(usize::from(page.body.half_points))
        .default_fonts(fonts(&page.body));
    // `lines` and not `linesAndChars`: with the latter LibreOffice puts a 16 pt character into
    // two cells of 15.79 pt. The characters of a line are set by the styles' spacing instead.
    let grid = DocGrid::with_empty()
        .grid_type(DocGridType::Lines)
        .line_pitch(page.line_pitch.unsigned_abs() as usize);
    docx.document.section_property = docx.document.section_property.clone().doc_grid(grid);
    match page.page_number_at {
        PageNumber::Outer => {
            docx.footer(page_number(id::PAGE_NUMBER)).even_footer(page_number(id::PAGE_NUMBER_EVEN))
        }
        PageNumber::Centre => docx.footer(page_number(id::PAGE_NUMBER)),
    }
}

/// `— 1 —` as a field, with 1 as the text shown until Word counts.
fn page_number(style: &str) -> Footer {
    let mark = |kind| plain_run().add_field_char(kind, false);
    Footer::new().add_paragraph(
        Paragraph::new()
            .style(style)
            .add_run(plain_run().add_text("— "))
            .add_run(mark(FieldCharType::Begin))
            .add_run(plain_run().add_instr_text(InstrText::PAGE(InstrPAGE::new())))
            .add_run(mark(FieldCharType::Separate))
            .add_run(plain_run().add_text("1"))
            .add_run(mark(FieldCharType::End))
            .add_run(plain_run().add_text(" —")),
    )
}
