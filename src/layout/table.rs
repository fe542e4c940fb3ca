//! The table of figures: columns that hold something, rows that were typed, each figure as typed.

use super::document::{Cell, Table};
use super::field::one_line;
use super::settings::width;
use crate::draft::{Column, Draft, Indicator, IndicatorId, PageStyle, Place};
use std::collections::HashSet;

/// A column that is neither number nor name is at most so wide, in twips; longer cells wrap.
const WIDEST: i32 = 1400;
/// What the names keep when the other columns are many.
const NAME_AT_LEAST: i32 = 2000;

const HEADER: [&str; 8] = ["序号", "指标", "单位", "本期", "去年同期", "同比", "目标", "完成率"];
/// Columns that print even when nothing stands in them.
const ALWAYS: [usize; 2] = [0, NAME];
const NAME: usize = 1;

/// The table of a draft's indicators.
pub(super) fn indicators(draft: &Draft, style: &PageStyle) -> Table {
    let wholes: HashSet<IndicatorId> = draft.indicators.iter().map(|it| it.id).collect();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut number = 0;
    let mut within: Option<IndicatorId> = None;
    // A row that was offered by the template and never filled in says nothing on paper; a whole
    // stays above its parts.
    let printed = |it: &Indicator| has_figure(it) || draft.parts_of(it.id).any(|part| has_figure(part));
    for indicator in draft.indicators.iter().filter(|it| printed(it)) {
        let whole = indicator.part_of.filter(|whole| *whole != indicator.id && wholes.contains(whole));
        let before = match whole {
            None => {
                number += 1;
                ""
            }
            Some(whole) if within == Some(whole) => "　　　",
            Some(_) => "其中：",
        };
        within = whole;
        let counted = if whole.is_none() { number.to_string() } else { String::new() };
        rows.push(row(indicator, counted, before));
    }
    let filled = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.text.is_empty()));
    let printing: Vec<usize> = (0..HEADER.len()).filter(|at| ALWAYS.contains(at) || filled(*at)).collect();
    let rows: Vec<Vec<Cell>> = rows
        .into_iter()
        .map(|row| {
            row.into_iter().enumerate().filter(|(at, _)| printing.contains(at)).map(|(_, it)| it).collect()
        })
        .collect();
    let header: Vec<String> =
        printing.iter().filter_map(|at| HEADER.get(*at)).map(|word| (*word).to_owned()).collect();
    let widths = widths(&header, &rows, style);
    Table { header, widths, row_height: style.row_height, rows, origin: None }
}

fn row(indicator: &Indicator, number: String, before: &str) -> Vec<Cell> {
    let place = |column| Some(Place::Indicator(indicator.id, column));
    let words = |text: String, column| Cell { text, figure: false, place: place(column), range: None };
    let typed =
        |text: &str, column| Cell { text: one_line(text), figure: true, place: place(column), range: None };
    let made = |text: Option<String>| Cell {
        text: text.unwrap_or_default(),
        figure: true,
        place: None,
        range: None,
    };
    vec![
        Cell { text: number, figure: false, place: None, range: None },
        words(format!("{before}{}", one_line(&indicator.name)), Column::Name),
        words(one_line(&indicator.unit), Column::Unit),
        typed(indicator.value.as_str(), Column::Value),
        typed(indicator.last_year.as_str(), Column::LastYear),
        made(indicator.growth_words()),
        typed(indicator.target.as_str(), Column::Target),
        made(indicator.completion_words()),
    ]
}

fn has_figure(indicator: &Indicator) -> bool {
    [&indicator.value, &indicator.last_year, &indicator.target].iter().any(|figure| !figure.is_blank())
}

/// Columns as wide as what stands in them, within bounds; names take what is left.
fn widths(header: &[String], rows: &[Vec<Cell>], style: &PageStyle) -> Vec<i32> {
    let room = style.text_width();
    let wanted = |at: usize, title: &String| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.text, &style.table));
        let widest = cells.chain([width(title, &style.table)]).max().unwrap_or(0);
        widest.saturating_add(2 * style.cell_margin).min(WIDEST)
    };
    let mut widths: Vec<i32> = header.iter().enumerate().map(|(at, title)| wanted(at, title)).collect();
    let others = |widths: &[i32]| widths.iter().sum::<i32>() - widths.get(NAME).copied().unwrap_or(0);
    let left = room - NAME_AT_LEAST.min(room / 3);
    let taken = others(&widths);
    if taken > left {
        widths.iter_mut().for_each(|width| *width = *width * left / taken);
    }
    let rest = room - others(&widths);
    if let Some(name) = widths.get_mut(NAME) {
        *name = rest;
    }
    widths
}
