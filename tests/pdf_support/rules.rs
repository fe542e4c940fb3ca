//! What is asked of a printed page.

use super::words::{Pdf, PdfLine, PdfPage, bare, lines};
use qinggao::layout::{Block, Content, Document, LineContent};

/// Points as millimetres.
pub fn millimetres(points: f64) -> f64 {
    points * 25.4 / 72.0
}

/// Lower edge of the 版心 in points.
fn floor(document: &Document) -> f64 {
    f64::from(document.style.paper_height - document.style.bottom) / 20.0
}

/// The lines of a page but for its number.
pub fn text_lines(document: &Document, page: &PdfPage) -> Vec<PdfLine> {
    lines(page.words.iter().filter(|word| word.middle() < floor(document)).collect())
}

/// The line of the page number: the last of the page.
pub fn page_number(page: &PdfPage) -> PdfLine {
    page.lines().pop().unwrap()
}

/// The letters of a block without spaces.
pub fn block_text(block: &Block) -> String {
    match &block.content {
        Content::Paragraph(runs) => runs.iter().map(|run| bare(&run.text)).collect(),
        Content::Table(table) => {
            let cells = table.rows.iter().flatten().map(|cell| cell.text.as_str());
            let header = table.header.iter().map(String::as_str);
            header.chain(cells).map(bare).collect()
        }
    }
}

/// The letters of a report, sorted, so that cells may be read in any order; a header counts as
/// often as it repeats.
pub fn letters(document: &Document) -> String {
    let headers = document.pages.iter().flat_map(|page| &page.lines);
    let repeated =
        headers.filter(|line| matches!(line.content, LineContent::TableHeader(_))).map(
            |line| match &document.blocks[line.block].content {
                Content::Table(table) => bare(&table.header.concat()),
                Content::Paragraph(_) => String::new(),
            },
        );
    let once = document.blocks.iter().map(|block| match &block.content {
        Content::Table(table) => table.rows.iter().flatten().map(|cell| bare(&cell.text)).collect(),
        Content::Paragraph(_) => block_text(block),
    });
    sorted(repeated.chain(once).collect())
}

/// The letters of its print, page numbers left out.
pub fn printed_letters(document: &Document, pdf: &Pdf) -> String {
    sorted(pdf.pages.iter().flat_map(|page| text_lines(document, page)).map(|line| line.text).collect())
}

fn sorted(text: String) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}
