//! Values stated more than once: in the text, and in the table.

use super::Outcome;
use super::index::Index;
use super::row::Row;
use crate::check::answer::moved;
use crate::check::rules::value_conflict::{self, Stated};
use crate::check::texts::{Field, Texts};
use crate::draft::{Column, Draft, Place};
use std::ops::Range;

/// What a value is compared with elsewhere in the text.
const CONTEXT: &str = "前后文";

/// A value that a text states, with the bytes typed for it.
struct Value<'t> {
    place: Place,
    range: Range<usize>,
    stated: &'t Stated,
}

/// Notes on the rows which values the report repeats, and which the table has as well.
pub(super) fn note(draft: &Draft, texts: &Texts<'_>, rows: &mut [Row]) {
    let values: Vec<Value<'_>> = texts.fields.iter().flat_map(values).collect();
    let index = Index::of(rows);
    let row_of = |rows: &[Row], value: &Value<'_>| {
        let meeting = index.meeting(rows, value.place, &value.range);
        // A date before the figure may share a character with it.
        meeting.into_iter().next_back()
    };
    for (later, first) in value_conflict::repeats(values.iter().map(|it| it.stated)) {
        let (Some(later), Some(first)) = (values.get(later), values.get(first)) else { continue };
        let pair = [
            (later, format!("与前文的 {} 一致", first.stated.shown)),
            (first, format!("与后文的 {} 一致", later.stated.shown)),
        ];
        for (value, words) in pair {
            if let Some(row) = row_of(rows, value).and_then(|at| rows.get_mut(at)) {
                row.note(CONTEXT, words, Outcome::Agrees);
            }
        }
    }
    let table = value_conflict::Rows::of(draft);
    for value in &values {
        let Some(indicator) = value_conflict::as_in_table(&table, value.stated) else { continue };
        let row = row_of(rows, value).and_then(|at| rows.get_mut(at)).filter(|row| row.cell.is_none());
        let Some(row) = row else { continue };
        let name = indicator.name.trim();
        row.note(
            "数据指标",
            format!("与数据指标「{name}」的 {} 一致", indicator.with_unit()),
            Outcome::Agrees,
        );
        let cell = Place::Indicator(indicator.id, Column::Value);
        let cell = index.meeting(rows, cell, &(0..1)).first().copied();
        if let Some(row) = cell.and_then(|at| rows.get_mut(at)) {
            row.note(CONTEXT, format!("与正文的 {} 一致", value.stated.shown), Outcome::Agrees);
        }
    }
}

fn values<'t>(field: &'t Field<'_>) -> impl Iterator<Item = Value<'t>> {
    field.read.blocks.iter().flat_map(move |(block, answer)| {
        answer.values.iter().map(move |(stated, bytes)| {
            let range = field.expanded.to_source(moved(bytes, block.range.start));
            Value { place: field.place, range, stated }
        })
    })
}
