//! A page with all that is needed to draw it, and nothing else: equal sheets look the same, so
//! that a change draws only the pages that it changed.

use crate::draft::page_style::PageNumber;
use crate::draft::{PageStyle, Place};
use crate::layout::{Align, Block, Cell, CellLines, Content, Document, Line, LineContent, Role, Run, Table};
use std::ops::Range;

/// A page ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What is printed on it; none on cover and contents.
    pub number: Option<usize>,
    /// Its lines.
    pub lines: Vec<SheetLine>,
    /// Paper and faces.
    pub style: PageStyle,
}

/// A line of a sheet; lengths are twips from the paper's edges.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLine {
    pub top: i32,
    pub height: i32,
    pub left: i32,
    pub width: i32,
    pub align: Align,
    pub content: SheetContent,
}

/// What stands on a line.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetContent {
    /// Runs of a paragraph of a role.
    Text(Role, Vec<Run>),
    /// A row of a table.
    Row(Row),
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetCell {
    /// What prints of it here, line by line.
    pub lines: Vec<String>,
    pub figure: bool,
    /// Where it was typed, and the bytes of that field's text.
    pub place: Option<Place>,
    pub range: Option<Range<usize>>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub cells: Vec<SheetCell>,
    pub header: bool,
    /// Widths of the columns in twips.
    pub widths: Vec<i32>,
    /// Height of a line within a cell in twips.
    pub line_height: i32,
}

impl Sheet {
    /// The sheet of a page, counted from 0.
    pub fn of(document: &Document, index: usize) -> Option<Self> {
        let page = document.pages.get(index)?;
        Some(Self {
            number: page.number,
            lines: page.lines.iter().filter_map(|line| sheet_line(document, line)).collect(),
            style: document.style.clone(),
        })
    }

    /// True where the page number stands on the left.
    pub fn number_left(&self) -> bool {
        self.style.page_number_at == PageNumber::Outer
            && self.number.is_some_and(|number| number.is_multiple_of(2))
    }

    /// True where it stands in the middle.
    pub fn number_centre(&self) -> bool {
        self.style.page_number_at == PageNumber::Centre
    }
}

fn sheet_line(document: &Document, line: &Line) -> Option<SheetLine> {
    let block = document.blocks.get(line.block)?;
    let content = match (&line.content, &block.content) {
        (LineContent::Text(runs), _) => SheetContent::Text(block.role, runs.clone()),
        (LineContent::TableHeader(lines), Content::Table(table)) => {
            row(block, table, headings(table, lines), true)
        }
        (LineContent::TableRow(at, lines), Content::Table(table)) => {
            row(block, table, cells(table.rows.get(*at)?, lines), false)
        }
        _ => return None,
    };
    let Line { top, height, left, width, align, .. } = *line;
    Some(SheetLine { top, height, left, width, align, content })
}

/// The cells of the header; a click on one leads to the table as it was typed.
fn headings(table: &Table, lines: &CellLines) -> Vec<SheetCell> {
    let place = table.origin.as_ref().map(|origin| origin.place);
    let range = table.origin.as_ref().map(|origin| origin.range.start..origin.range.start);
    let heading =
        |lines: &Vec<String>| SheetCell { lines: lines.clone(), figure: false, place, range: range.clone() };
    lines.iter().map(heading).collect()
}

fn cells(cells: &[Cell], lines: &CellLines) -> Vec<SheetCell> {
    let cell = |(cell, lines): (&Cell, &Vec<String>)| SheetCell {
        lines: lines.clone(),
        figure: cell.figure,
        place: cell.place,
        range: cell.range.clone(),
    };
    cells.iter().zip(lines).map(cell).collect()
}

fn row(block: &Block, table: &Table, cells: Vec<SheetCell>, header: bool) -> SheetContent {
    let (widths, line_height) = (table.widths.clone(), block.line_height);
    SheetContent::Row(Row { cells, header, widths, line_height })
}
