//! A page with all that is needed to draw it, and nothing else: equal sheets look the same, so
//! that a change draws only the pages that it changed.

use crate::draft::PageStyle;
use crate::draft::page_style::PageNumber;
use crate::layout::{Align, Block, Cell, Content, Document, Line, LineContent, Role, Run, Table};

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

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
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
        (LineContent::TableHeader, Content::Table(table)) => {
            let heading = |text: &String| Cell { text: text.clone(), figure: false, place: None };
            row(block, table, table.header.iter().map(heading).collect(), true)
        }
        (LineContent::TableRow(at), Content::Table(table)) => {
            row(block, table, table.rows.get(*at)?.clone(), false)
        }
        _ => return None,
    };
    let Line { top, height, left, width, align, .. } = *line;
    Some(SheetLine { top, height, left, width, align, content })
}

fn row(block: &Block, table: &Table, cells: Vec<Cell>, header: bool) -> SheetContent {
    let (widths, line_height) = (table.widths.clone(), block.line_height);
    SheetContent::Row(Row { cells, header, widths, line_height })
}
