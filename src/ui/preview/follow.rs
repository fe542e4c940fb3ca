//! Which line of the pages the caret stands in.

use crate::draft::{Column, Place};
use crate::layout::{Content, Document, Line, LineContent};
use crate::ui::focus;

/// A line of the pages, lengths in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its page, counted from 0.
    pub page: usize,
    /// From the top of the paper.
    pub top: i32,
    /// Its height.
    pub height: i32,
}

/// The byte at which the caret stands in the field of `place`, if it is there.
pub fn caret_in(place: Place) -> Option<usize> {
    focus::caret().filter(|(field, _)| *field == place)?.1
}

/// The line of the report in which `caret` of a field prints, not its repetition on cover or
/// contents; the field's first line where there is no caret. A column that prints nowhere is
/// shown by its row.
pub fn find(document: &Document, place: Place, caret: Option<usize>) -> Option<Mark> {
    let by_name = match place {
        Place::Indicator(id, _) => Some(Place::Indicator(id, Column::Name)),
        _ => None,
    };
    lookup(document, place, caret).or_else(|| lookup(document, by_name?, None))
}

fn lookup(document: &Document, place: Place, caret: Option<usize>) -> Option<Mark> {
    let mut found: Option<(Mark, usize)> = None;
    let report = document.pages.iter().enumerate().filter(|(_, page)| page.number.is_some());
    for (page, line) in report.flat_map(|(at, page)| page.lines.iter().map(move |line| (at, line))) {
        let Some(start) = starts(document, line, place) else {
            // A field prints on neighbouring lines; behind them nothing more comes.
            if found.is_some() {
                break;
            }
            continue;
        };
        if found.is_some() && caret.is_none_or(|caret| start > caret) {
            break;
        }
        // The header that a table repeats is none of its later rows.
        if found.is_none_or(|(_, before)| start >= before) {
            found = Some((Mark { page, top: line.top, height: line.height }, start));
        }
    }
    found.map(|(mark, _)| mark)
}

/// The first byte of a field's text that stands on a line.
fn starts(document: &Document, line: &Line, place: Place) -> Option<usize> {
    match &line.content {
        LineContent::Text(runs) => {
            let origins = runs.iter().filter_map(|run| run.origin.as_ref());
            origins.filter(|origin| origin.place == place).map(|origin| origin.range.start).min()
        }
        LineContent::TableHeader(_) => {
            let Content::Table(table) = &document.blocks.get(line.block)?.content else { return None };
            table.origin.as_ref().filter(|origin| origin.place == place).map(|origin| origin.range.start)
        }
        LineContent::TableRow(at, _) => {
            let Content::Table(table) = &document.blocks.get(line.block)?.content else { return None };
            let cells = table.rows.get(*at)?.iter().filter(|cell| cell.place == Some(place));
            cells.map(|cell| cell.range.as_ref().map_or(0, |range| range.start)).min()
        }
    }
}
