//! A table that was typed or pasted: its first row is the header, its columns are as wide as what
//! stands in them.

use crate::draft::edit::sheet;
use crate::draft::reference::References;
use crate::draft::{Figure, PageStyle, Place};
use crate::layout::document::{Cell, Origin, Table};
use crate::layout::field::one_line;
use crate::layout::settings::width;

/// Columns of numbers that are no figures: they name a row, and are read from the left.
const NAMES: [&str; 9] = ["序号", "编号", "代码", "年份", "年度", "电话", "联系电话", "手机", "手机号码"];

/// Makes a table of the rows of a field. Rows with too few cells are filled up with empty ones.
pub fn typed(references: &References, place: Place, rows: &[Vec<sheet::Cell>], style: &PageStyle) -> Table {
    let columns = rows.iter().map(|row| filled(row)).max().unwrap_or(0).max(1);
    let text = |cell: &sheet::Cell| one_line(&references.expand(&cell.text).text);
    let (first, body) = rows.split_first().map_or((&[][..], &[][..]), |(first, body)| (first, body));
    let header: Vec<String> = (0..columns).map(|at| first.get(at).map(text).unwrap_or_default()).collect();
    let cell = |cell: Option<&sheet::Cell>| Cell {
        text: cell.map(text).unwrap_or_default(),
        figure: false,
        place: Some(place),
        range: cell.map(|cell| cell.range.clone()),
    };
    let mut rows: Vec<Vec<Cell>> =
        body.iter().map(|row| (0..columns).map(|at| cell(row.get(at))).collect()).collect();
    let figures: Vec<bool> =
        header.iter().enumerate().map(|(at, title)| holds_figures(title, &rows, at)).collect();
    for row in &mut rows {
        row.iter_mut().zip(&figures).for_each(|(cell, figures)| cell.figure = *figures);
    }
    let widths = widths(&header, &rows, style);
    let start = first.first().map_or(0, |cell| cell.range.start);
    let end = body.last().and_then(|row| row.last()).map_or(start, |cell| cell.range.end);
    let origin = Some(Origin { place, range: start..end, reference: false });
    Table { header, widths, row_height: style.row_height, rows, origin }
}

/// Cells up to the last in which something stands: a selection in Excel often takes empty columns
/// along.
fn filled(row: &[sheet::Cell]) -> usize {
    row.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1)
}

/// True for a column in which figures stand, and nothing else but gaps.
fn holds_figures(title: &str, rows: &[Vec<Cell>], at: usize) -> bool {
    let cells = || rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
    !NAMES.contains(&title) && cells().any(is_figure) && cells().all(|text| is_gap(text) || is_figure(text))
}

fn is_figure(text: &str) -> bool {
    let text = text.trim_end_matches(['%', '％', '‰']);
    matches!(Figure::from(text).number(), Ok(Some(_)))
}

fn is_gap(text: &str) -> bool {
    matches!(text, "" | "-" | "—" | "——" | "/" | "无")
}

/// Columns as wide as what stands in them, together as wide as the text. Where that is too much
/// the widest give way, titles first.
fn widths(header: &[String], rows: &[Vec<Cell>], style: &PageStyle) -> Vec<i32> {
    let em = style.table.em_twips();
    let room = i64::from(style.text_width());
    let column = |at: usize, title: i32| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.text, &style.table));
        let widest = cells.chain([title, em]).max().unwrap_or(em);
        i64::from(widest) + 2 * i64::from(style.cell_margin)
    };
    let titles = || header.iter().map(|title| width(title, &style.table)).enumerate();
    let mut wanted: Vec<i64> = titles().map(|(at, title)| column(at, title)).collect();
    if wanted.iter().sum::<i64>() > room {
        wanted = titles().map(|(at, title)| column(at, title / 2 + em)).collect();
    }
    let mut widths =
        if wanted.iter().sum::<i64>() > room { narrowed(&wanted, room) } else { spread(&wanted, room) };
    // What division left over.
    let rest = room - widths.iter().sum::<i64>();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += rest;
    }
    widths.into_iter().map(|width| i32::try_from(width).unwrap_or(0)).collect()
}

fn spread(wanted: &[i64], room: i64) -> Vec<i64> {
    let sum = wanted.iter().sum::<i64>().max(1);
    wanted.iter().map(|width| width * room / sum).collect()
}

/// Columns that want no more than an equal share have what they want, the others share the rest.
fn narrowed(wanted: &[i64], room: i64) -> Vec<i64> {
    let mut order: Vec<i64> = wanted.to_vec();
    order.sort_unstable();
    let (mut left, mut columns) = (room, i64::try_from(order.len()).unwrap_or(i64::MAX).max(1));
    for width in order {
        if width > left / columns {
            break;
        }
        left -= width;
        columns = (columns - 1).max(1);
    }
    wanted.iter().map(|width| (*width).min(left / columns)).collect()
}
