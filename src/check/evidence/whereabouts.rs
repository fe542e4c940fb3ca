//! Where a figure stands, in words: 工作情况（二）第1段.

use crate::draft::{Draft, Place, PlaceNames, edit};
use std::collections::HashMap;

/// The names of places, and where their paragraphs begin.
pub(super) struct Whereabouts<'d> {
    draft: &'d Draft,
    names: PlaceNames,
    known: HashMap<Place, (String, Vec<usize>)>,
}

impl<'d> Whereabouts<'d> {
    /// Counts the headings of a draft.
    pub fn of(draft: &'d Draft) -> Self {
        Self { draft, names: PlaceNames::of(draft), known: HashMap::new() }
    }

    /// A byte of a field's text, with its paragraph where the field has several.
    pub fn at(&mut self, place: Place, byte: usize) -> String {
        if matches!(place, Place::Indicator(..)) {
            // Cells of the table are told apart by what they count.
            return "数据指标表".to_owned();
        }
        let (draft, names) = (self.draft, &self.names);
        let (name, paragraphs) =
            self.known.entry(place).or_insert_with(|| (names.name(draft, place), paragraphs(draft, place)));
        let number = paragraphs.partition_point(|start| *start <= byte);
        if paragraphs.len() < 2 { name.clone() } else { format!("{name}第{number}段") }
    }
}

/// The first bytes of the lines of a text in which something stands.
fn paragraphs(draft: &Draft, place: Place) -> Vec<usize> {
    let text = edit::get_text(draft, place).unwrap_or_default();
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            found.push(start);
        }
        start += line.len();
    }
    found
}
