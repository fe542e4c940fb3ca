//! On which page a figure prints.

use crate::draft::{Column, Place};
use crate::layout::{Content, Document, LineContent};
use std::collections::HashMap;

/// The pages of a report by the fields that print on them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// For each field the first bytes of its lines, in order, and the page of each.
    lines: HashMap<Place, Vec<(usize, usize)>>,
}

impl Pages {
    /// Reads the pages of a report.
    pub fn of(document: &Document) -> Self {
        let mut pages = Self::default();
        // Cover and contents repeat what stands in the report, on pages without a number.
        for (page, number) in document.pages.iter().filter_map(|page| Some((page, page.number?))) {
            for line in &page.lines {
                let block = document.blocks.get(line.block).map(|block| &block.content);
                match (&line.content, block) {
                    (LineContent::Text(runs), _) => {
                        for origin in runs.iter().filter_map(|run| run.origin.as_ref()) {
                            pages.add(origin.place, origin.range.start, number);
                        }
                    }
                    (LineContent::TableHeader(_), Some(Content::Table(table))) => {
                        // A header that repeats begins nothing.
                        if let Some(origin) = &table.origin
                            && pages
                                .lines
                                .get(&origin.place)
                                .and_then(|all| all.last())
                                .is_none_or(|(start, _)| *start < origin.range.start)
                        {
                            pages.add(origin.place, origin.range.start, number);
                        }
                    }
                    (LineContent::TableRow(at, _), Some(Content::Table(table))) => {
                        for cell in table.rows.get(*at).into_iter().flatten() {
                            if let Some(place) = cell.place {
                                let start = cell.range.as_ref().map_or(0, |range| range.start);
                                pages.add(place, start, number);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        pages
    }

    fn add(&mut self, place: Place, start: usize, page: usize) {
        let lines = self.lines.entry(place).or_default();
        // Only where a page begins matters.
        if lines.last().is_none_or(|(_, last)| *last != page) {
            lines.push((start, page));
        }
    }

    /// The page of a byte of a field, 1 for the first; `None` for what does not print. A column
    /// that prints nowhere is where its row is.
    pub fn page(&self, place: Place, at: usize) -> Option<usize> {
        let name = match place {
            Place::Indicator(id, _) => Some(Place::Indicator(id, Column::Name)),
            _ => None,
        };
        let lines = self.lines.get(&place).or_else(|| self.lines.get(&name?))?;
        let behind = lines.partition_point(|(start, _)| *start <= at);
        lines.get(behind.saturating_sub(1)).map(|(_, page)| *page)
    }
}
