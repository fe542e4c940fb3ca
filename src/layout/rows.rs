//! A block as the rows of a page: lines of text, or rows of a table. What a block gives depends
//! on it and the settings alone, so that one changed paragraph is laid out without the others.

use super::document::{Align, Block, CellLines, Content, Hanging, LineContent, Role, Run, Table};
use super::field::{text_of, written};
use super::front;
use super::lines::{Room, break_lines, break_spaced};
use super::settings::{CELL_SLACK, character_spacing, pitch};
use crate::draft::PageStyle;
use crate::text::width;

/// Height of the border that a row of a table brings with it, in twips: half a point.
const BORDER: i32 = 10;

/// A line before it has found its page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub height: i32,
    pub left: i32,
    pub width: i32,
    pub align: Align,
    pub content: LineContent,
    /// Stands on one page with the row after it.
    pub keep_with_next: bool,
    /// The header of a table, to be set again on each page that the table goes on to.
    pub repeats: bool,
}

/// The rows of a block, at least one.
pub(super) fn rows(block: &Block, style: &PageStyle) -> Vec<Row> {
    match &block.content {
        Content::Paragraph(runs) => match block.role {
            Role::ContentsEntry(level) => front::entry_rows(block, level, runs, style),
            _ => paragraph(block, runs, style),
        },
        Content::Table(table) => table_rows(block, table, style),
    }
}

fn paragraph(block: &Block, runs: &[Run], style: &PageStyle) -> Vec<Row> {
    let em = style.body.em_twips();
    let display = matches!(block.role, Role::Title | Role::AttachmentTitle) || block.role.is_front();
    let centred = display || block.role == Role::TableCaption;
    let indent = block.role.first_line_indent(style) * em;
    let full = style.text_width();
    let spacing = if block.role.is_spaced() { character_spacing(style) } else { 0 };
    let signed = matches!(block.role, Role::Signature | Role::Date);
    let room = if signed { full - block.indent_right } else { full };
    let room = match block.hanging {
        Some(Hanging { first, rest }) => Room { first: full - first, rest: full - rest },
        None => Room { first: room - indent, rest: room },
    };
    let half_em = |run: &Run| block.role.face(run.style, style).em_twips() / 2;
    let lines = break_spaced(runs, room, spacing, half_em);
    let last = lines.len() - 1;
    // Only body text may be parted from itself; all else stands together.
    let together = !matches!(block.role, Role::Body | Role::Addressee);
    lines
        .into_iter()
        .enumerate()
        .map(|(at, runs)| {
            let indent = match block.hanging {
                Some(Hanging { first, rest }) => {
                    if at == 0 {
                        first
                    } else {
                        rest
                    }
                }
                None if at == 0 => indent.min(style.text_width()),
                None => 0,
            };
            let left = if signed { left_of_signed(&runs, block.indent_right, style) } else { indent };
            let right = if signed { block.indent_right } else { 0 };
            Row {
                height: block.line_height,
                left: style.left + left,
                width: style.text_width() - left - right,
                align: match at {
                    _ if centred => Align::Centre,
                    _ if at == last || signed => Align::Left,
                    _ => Align::Justified,
                },
                content: LineContent::Text(runs),
                keep_with_next: if at == last { block.keep_with_next } else { together },
                repeats: false,
            }
        })
        .collect()
}

/// Where a line flush with its right indent begins, from the left edge of the 版心.
fn left_of_signed(runs: &[Run], indent_right: i32, style: &PageStyle) -> i32 {
    let cells: usize = runs.iter().map(|run| width::text(&run.text)).sum();
    let cells = i32::try_from(cells).unwrap_or(i32::MAX);
    (style.text_width() - indent_right - cells.saturating_mul(pitch(style)) / 2).max(0)
}

fn table_rows(block: &Block, table: &Table, style: &PageStyle) -> Vec<Row> {
    let half_em = style.table.em_twips() / 2;
    let lines = |cells: &mut dyn Iterator<Item = &str>| -> CellLines {
        let broken = cells.zip(&table.widths).map(|(text, width)| {
            let room = (width - 2 * (style.cell_margin - CELL_SLACK).max(0)).max(half_em);
            let lines = break_lines(&[written(text)], Room { first: room, rest: room }, |_| half_em);
            lines.iter().map(|line| text_of(line)).collect()
        });
        broken.collect()
    };
    let height = |cells: &CellLines| {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let lines = i32::try_from(lines).unwrap_or(i32::MAX);
        lines.saturating_mul(block.line_height).saturating_add(BORDER).max(table.row_height)
    };
    let row = |height: i32, content: LineContent, keep_with_next: bool| Row {
        height: height.min(style.text_height()),
        left: style.left,
        width: table.widths.iter().sum(),
        align: Align::Left,
        content,
        keep_with_next,
        repeats: false,
    };
    let whole_page = style.text_height();
    let header = lines(&mut table.header.iter().map(String::as_str));
    // A header that leaves no room for rows below it prints once.
    let repeats = height(&header) <= whole_page / 2;
    let above = if repeats { height(&header) } else { 0 };
    let mut out: Vec<Row> = pieces(header, (whole_page - BORDER) / block.line_height.max(1))
        .into_iter()
        .map(|cells| Row { repeats, ..row(height(&cells), LineContent::TableHeader(cells), true) })
        .collect();
    for (at, cells) in table.rows.iter().enumerate() {
        let cells = lines(&mut cells.iter().map(|cell| cell.text.as_str()));
        // What no page holds below the header goes on on the next page.
        for cells in pieces(cells, (whole_page - above - BORDER) / block.line_height.max(1)) {
            let height = height(&cells).min(whole_page - above);
            out.push(row(height, LineContent::TableRow(at, cells), false));
        }
    }
    if let Some(last) = out.last_mut() {
        last.keep_with_next = block.keep_with_next;
    }
    out
}

/// A row in pieces of at most so many lines.
fn pieces(cells: CellLines, most: i32) -> Vec<CellLines> {
    let most = usize::try_from(most).unwrap_or(0).max(1);
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
    if lines <= most {
        return vec![cells];
    }
    let piece = |from: usize| {
        cells.iter().map(|lines| lines.iter().skip(from).take(most).cloned().collect()).collect()
    };
    (0..lines).step_by(most).map(piece).collect()
}
