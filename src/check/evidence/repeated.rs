//! Values stated more than once: in the text, and in the table.

use super::Outcome;
use super::row::Row;
use crate::check::answer::moved;
use crate::check::rules::value_conflict::{self, Stated};
use crate::check::texts::{Field, Texts};
use crate::draft::{Column, Draft, Place};
use std::ops::Range;

/// A value that a text states, with the bytes typed for it.
struct Value<'t> {
    place: Place,
    range: Range<usize>,
    stated: &'t Stated,
}

/// Notes on the rows which values the report repeats, and which the table has as well.
pub(super) fn note(draft: &Draft, texts: &Texts<'_>, rows: &mut [Row]) {
    let values: Vec<Value<'_>> = texts.fields.iter().flat_map(values).collect();
    let table = value_conflict::Rows::of(draft);
    for (later, first) in value_conflict::repeats(values.iter().map(|it| it.stated)) {
        let (Some(later), Some(first)) = (values.get(later), values.get(first)) else { continue };
        say(rows, later, &format!("与前文的 {} 一致", first.stated.shown));
        say(rows, first, &format!("与后文的 {} 一致", later.stated.shown));
    }
    for value in &values {
        let Some(indicator) = value_conflict::as_in_table(&table, value.stated) else { continue };
        let typed = |row: &&mut Row| row.meets(value.place, &value.range) && row.cell.is_none();
        let Some(row) = rows.iter_mut().find(typed) else { continue };
        let name = indicator.name.trim();
        row.note(
            "数据指标",
            format!("与数据指标「{name}」的 {} 一致", indicator.with_unit()),
            Outcome::Agrees,
        );
        let cell = Place::Indicator(indicator.id, Column::Value);
        if let Some(row) = rows.iter_mut().find(|row| row.place == cell) {
            row.note("前后文", format!("与正文的 {} 一致", value.stated.shown), Outcome::Agrees);
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

fn say(rows: &mut [Row], value: &Value<'_>, words: &str) {
    if let Some(row) = rows.iter_mut().find(|row| row.meets(value.place, &value.range)) {
        row.note("前后文", words, Outcome::Agrees);
    }
}
