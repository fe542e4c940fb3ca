//! Paper, margins, grid and page numbers.

use super::sheet::{Sheet, fonts};
use super::style::id;
use super::text::plain_run;
use crate::layout::PageNumber;
use docx_rs::{
    DocGrid, DocGridType, Docx, FieldCharType, Footer, InstrPAGE, InstrText, PageMargin, PageNumType,
    PageSize, Paragraph, SectionProperty,
};

/// A section of this paper, without page numbers.
pub(super) fn section(sheet: &Sheet) -> SectionProperty {
    let page = sheet.page();
    // `lines` and not `linesAndChars`: with the latter LibreOffice puts a 16 pt character into
    // two cells of 15.79 pt. The characters of a line are set by the styles' spacing instead.
    // Lines that do not fill the page stand on none: LibreOffice would centre the grid between the
    // margins and begin page 1 lower. Every style has its exact line height anyway.
    let lines = i32::try_from(page.lines()).unwrap_or(i32::MAX);
    let left_over = page.text_height() - lines.saturating_mul(page.line_pitch);
    let kind = if left_over * 4 > page.line_pitch { DocGridType::Default } else { DocGridType::Lines };
    let grid = DocGrid::with_empty().grid_type(kind).line_pitch(page.line_pitch.unsigned_abs() as usize);
    let margin = PageMargin::new()
        .top(page.top)
        .bottom(page.bottom)
        .left(page.left)
        .right(page.right)
        .footer(page.footer);
    SectionProperty::new()
        .page_size(PageSize::new().size(page.paper_width.unsigned_abs(), page.paper_height.unsigned_abs()))
        .page_margin(margin)
        .doc_grid(grid)
}

/// Sets the report's section, which counts its pages from 1 behind front matter, and the defaults
/// that every style falls back to.
pub(super) fn set_up(docx: Docx, sheet: &Sheet, behind_front: bool) -> Docx {
    let page = sheet.page();
    let mut docx = docx.default_size(usize::from(page.body.half_points)).default_fonts(fonts(&page.body));
    let section = section(sheet);
    docx.document.section_property =
        if behind_front { section.page_num_type(PageNumType::new().start(1)) } else { section };
    let marks = page.page_number_marks();
    match page.page_number_at {
        PageNumber::Outer => docx
            .footer(page_number(marks, id::PAGE_NUMBER))
            .even_footer(page_number(marks, id::PAGE_NUMBER_EVEN)),
        PageNumber::Centre => docx.footer(page_number(marks, id::PAGE_NUMBER)),
    }
}

/// The number as a field between its marks (— 1 —), with 1 as the text shown until Word counts.
fn page_number((before, after): (&str, &str), style: &str) -> Footer {
    let mark = |kind| plain_run().add_field_char(kind, false);
    let text = |text: &str| plain_run().add_text(text);
    let runs = [
        (!before.is_empty()).then(|| text(before)),
        Some(mark(FieldCharType::Begin)),
        Some(plain_run().add_instr_text(InstrText::PAGE(InstrPAGE::new()))),
        Some(mark(FieldCharType::Separate)),
        Some(text("1")),
        Some(mark(FieldCharType::End)),
        (!after.is_empty()).then(|| text(after)),
    ];
    let paragraph = Paragraph::new().style(style);
    Footer::new().add_paragraph(runs.into_iter().flatten().fold(paragraph, Paragraph::add_run))
}
