//! The rows by where they stand, so that a long report takes time in proportion to its length.

use super::row::Row;
use crate::draft::Place;
use std::collections::HashMap;
use std::ops::Range;

/// The positions of rows, by place and in the order of its text.
pub(super) struct Index {
    places: HashMap<Place, Here>,
}

#[derive(Default)]
struct Here {
    /// Where each row begins, and its position.
    rows: Vec<(usize, usize)>,
    /// The length of the longest.
    longest: usize,
}

impl Index {
    /// Reads the rows; they must not move from then on.
    pub fn of(rows: &[Row]) -> Self {
        let mut places: HashMap<Place, Here> = HashMap::new();
        for (position, row) in rows.iter().enumerate() {
            let here = places.entry(row.place).or_default();
            here.rows.push((row.range.start, position));
            here.longest = here.longest.max(row.range.len());
        }
        for here in places.values_mut() {
            here.rows.sort_unstable();
        }
        Self { places }
    }

    /// The rows that [meet](Row::meets) a range of a place, in the order of its text.
    pub fn meeting(&self, rows: &[Row], place: Place, range: &Range<usize>) -> Vec<usize> {
        let Some(here) = self.places.get(&place) else { return Vec::new() };
        let (first, last) = if range.is_empty() {
            (0, here.rows.len())
        } else {
            let from = range.start.saturating_sub(here.longest);
            let first = here.rows.partition_point(|(start, _)| *start < from);
            (first, here.rows.partition_point(|(start, _)| *start < range.end))
        };
        let near = here.rows.get(first..last).unwrap_or_default().iter().map(|(_, position)| *position);
        near.filter(|position| rows.get(*position).is_some_and(|row| row.meets(place, range))).collect()
    }
}
