//! Tables of figures.

use super::paragraph;
use super::sheet::LONGEST;
use super::style::id;
use super::text::Cleaner;
use crate::layout::{Block, Table};
use docx_rs::{Paragraph, TableAlignmentType, TableCell, TableLayoutType, TableRow, VAlignType, WidthType};
use std::borrow::Cow;

/// The most columns that Word has in a table; it calls a file with more unreadable.
const MOST_COLUMNS: usize = 63;

/// A table; `None` where it has no column. The repair makes the first row repeat on each page.
pub(super) fn write(block: &Block, table: &Table, cleaner: &mut Cleaner) -> Option<docx_rs::Table> {
    let columns = table.rows.iter().map(Vec::len).chain([table.header.len()]).max()?.min(MOST_COLUMNS);
    if columns == 0 {
        return None;
    }
    let widths: Vec<usize> =
        (0..columns).map(|column| length(table.widths.get(column).copied().unwrap_or(0))).collect();
    let mut rows = Vec::with_capacity(table.rows.len() + 1);
    let header = (0..columns).map(|column| {
        let text = text(&table.header, column, String::as_str);
        // A table cannot be told to begin a page; its first paragraph can.
        let paragraph = paragraph::plain(id::TABLE_HEADER, &text, cleaner).keep_next(true);
        if block.page_break_before && column == 0 { paragraph.page_break_before(true) } else { paragraph }
    });
    rows.push(row(table, &widths, header));
    let last = table.rows.len().saturating_sub(1);
    for (index, cells) in table.rows.iter().enumerate() {
        let keep = block.keep_with_next && index == last;
        let paragraphs = (0..columns).map(|column| {
            let figure = cells.get(column).is_some_and(|cell| cell.figure);
            let style = if figure { id::TABLE_FIGURE } else { id::TABLE_TEXT };
            let paragraph = paragraph::plain(style, &text(cells, column, |cell| &cell.text), cleaner);
            if keep { paragraph.keep_next(true) } else { paragraph }
        });
        rows.push(row(table, &widths, paragraphs));
    }
    Some(
        docx_rs::Table::without_borders(rows)
            .style(id::TABLE)
            .align(TableAlignmentType::Center)
            .width(widths.iter().sum(), WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .set_grid(widths),
    )
}

/// What stands in a column; in Word's last, all that is left.
fn text<'a, T>(cells: &'a [T], column: usize, text: impl Fn(&'a T) -> &'a str) -> Cow<'a, str> {
    match cells.get(column..) {
        Some(rest @ [_, _, ..]) if column + 1 == MOST_COLUMNS => {
            rest.iter().map(text).collect::<Vec<_>>().join("\u{3000}").into()
        }
        Some([cell, ..]) => text(cell).into(),
        _ => "".into(),
    }
}

fn row(table: &Table, widths: &[usize], paragraphs: impl Iterator<Item = Paragraph>) -> TableRow {
    let cells = widths.iter().zip(paragraphs).map(|(width, paragraph)| {
        TableCell::new()
            .width(*width, WidthType::Dxa)
            .vertical_align(VAlignType::Center)
            .add_paragraph(paragraph)
    });
    // A whole number of twips up to 31680 is exact in f32.
    TableRow::new(cells.collect()).cant_split().row_height(length(table.row_height) as f32)
}

fn length(twips: i32) -> usize {
    usize::try_from(twips.clamp(0, LONGEST)).unwrap_or(0)
}
