//! How far the laid-out pages and the printed ones agree, line by line.

use super::words::{Pdf, PdfPage, Word, bare, lines};
use qinggao::layout::{Content, Document, Line, LineContent, Page};
use std::collections::VecDeque;

/// What a comparison found.
#[derive(Debug, Default)]
pub struct Agreement {
    /// Lines and table rows of the layout, and lines that only the print has.
    pub lines: usize,
    /// Those that are equal, in the same place of the same page.
    pub equal: usize,
    /// The others: page, line, laid out, printed.
    pub differing: Vec<(usize, usize, String, String)>,
}

impl Agreement {
    /// Equal lines out of a hundred.
    pub fn percent(&self) -> f64 {
        if self.lines == 0 { 100.0 } else { self.equal as f64 * 100.0 / self.lines as f64 }
    }

    fn count(&mut self, page: usize, line: usize, laid_out: String, printed: String) {
        self.lines += 1;
        if laid_out == printed {
            self.equal += 1;
        } else {
            self.differing.push((page, line, laid_out, printed));
        }
    }
}

impl std::fmt::Display for Agreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{} lines, {} equal, {:.2} %", self.lines, self.equal, self.percent())?;
        for (page, line, laid_out, printed) in &self.differing {
            writeln!(f, "  page {page} line {line}\n    laid out: {laid_out}\n    printed:  {printed}")?;
        }
        Ok(())
    }
}

/// Compares each line of each page. Blank lines print nothing and are not counted.
pub fn compare(document: &Document, pdf: &Pdf) -> Agreement {
    let mut found = Agreement::default();
    for at in 0..document.pages.len().max(pdf.pages.len()) {
        let nothing = (Page { number: Some(at + 1), lines: Vec::new() }, PdfPage::default());
        let laid_out = document.pages.get(at).unwrap_or(&nothing.0);
        page(document, at + 1, laid_out, pdf.pages.get(at).unwrap_or(&nothing.1), &mut found);
    }
    found
}

fn page(document: &Document, number: usize, laid_out: &Page, printed: &PdfPage, found: &mut Agreement) {
    let floor = f64::from(document.style.paper_height - document.style.bottom) / 20.0;
    let words: Vec<&Word> = printed.words.iter().filter(|word| word.middle() < floor).collect();
    let printed = lines(words.clone());
    let wanted: Vec<&Line> = laid_out.lines.iter().filter(|line| !is_blank(line)).collect();
    let is_text = |line: &&&Line| matches!(line.content, LineContent::Text(_));
    let above = wanted.iter().take_while(is_text).count();
    // Lines above the table are counted from the top of the page, those below it from the bottom.
    let below = if above == wanted.len() { 0 } else { wanted.iter().rev().take_while(is_text).count() };
    let rows = wanted.get(above..wanted.len() - below).unwrap_or_default();
    let up_to = if rows.is_empty() { printed.len().max(above) } else { above };
    let line = |at: usize| printed.get(at).map_or(String::new(), |line| line.text.clone());
    for at in 0..up_to {
        found.count(number, at + 1, wanted.get(at).map_or(String::new(), |line| text(line)), line(at));
    }
    let behind = printed.len().saturating_sub(below).max(above);
    let height = |at: usize, other: f64| printed.get(at).map_or(other, |line| line.middle);
    let (from, to) =
        (if above == 0 { 0.0 } else { height(above - 1, 0.0) + 1.0 }, height(behind, floor) - 1.0);
    let words = words.into_iter().filter(|word| word.middle() > from && word.middle() < to).collect();
    table(document, number, above, rows, words, found);
    for at in 0..below {
        let wanted = wanted.get(wanted.len() - below + at).map_or(String::new(), |line| text(line));
        found.count(number, above + rows.len() + at + 1, wanted, line(behind + at));
    }
}

/// Rows are read column by column, since the lines of a row's cells stand at different heights.
fn table(
    document: &Document,
    number: usize,
    above: usize,
    rows: &[&Line],
    words: Vec<&Word>,
    found: &mut Agreement,
) {
    let mut columns: Vec<VecDeque<String>> = Vec::new();
    let mut at_block = None;
    let mut words = words;
    for (at, row) in rows.iter().enumerate() {
        let Some(Content::Table(table)) = document.blocks.get(row.block).map(|block| &block.content) else {
            continue;
        };
        if at_block != Some(row.block) {
            at_block = Some(row.block);
            columns = split(&mut words, row.left, &table.widths);
        }
        let (LineContent::TableHeader(cells) | LineContent::TableRow(_, cells)) = &row.content else {
            continue;
        };
        let bare_lines = |cell: &Vec<String>| cell.iter().map(|line| bare(line)).collect::<Vec<_>>();
        let cells: Vec<Vec<String>> = cells.iter().map(bare_lines).collect();
        let letters = |cell: &Vec<String>| cell.iter().map(|line| line.chars().count()).sum();
        let taken: Vec<String> =
            cells.iter().zip(&mut columns).map(|(cell, column)| take(column, letters(cell))).collect();
        let cells: Vec<String> = cells.iter().map(|cell| cell.join("/")).collect();
        found.count(number, above + at + 1, cells.join("|"), taken.join("|"));
    }
    let left: String = columns.into_iter().flatten().collect();
    if !left.is_empty() {
        found.count(number, above + rows.len() + 1, String::new(), left);
    }
}

/// The lines of each column from top to bottom.
fn split(words: &mut Vec<&Word>, left: i32, widths: &[i32]) -> Vec<VecDeque<String>> {
    let mut edge = f64::from(left) / 20.0;
    let mut columns = Vec::new();
    for width in widths {
        edge += f64::from(*width) / 20.0;
        let (here, rest) = words.iter().partition(|word| f64::midpoint(word.left, word.right) < edge);
        *words = rest;
        columns.push(lines(here).into_iter().map(|line| line.text).collect());
    }
    columns
}

/// Lines of a column until they hold as many letters as the cell.
fn take(column: &mut VecDeque<String>, letters: usize) -> String {
    let (mut taken, mut count) = (Vec::new(), 0);
    while count < letters {
        let Some(line) = column.pop_front() else { break };
        count += line.chars().count();
        taken.push(line);
    }
    taken.join("/")
}

/// The letters of a line of text.
pub fn text(line: &Line) -> String {
    match &line.content {
        LineContent::Text(runs) => runs.iter().map(|run| bare(&run.text)).collect(),
        _ => String::new(),
    }
}

fn is_blank(line: &Line) -> bool {
    matches!(line.content, LineContent::Text(_)) && text(line).is_empty()
}
