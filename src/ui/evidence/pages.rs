//! On which page a figure prints.

use crate::draft::{Column, Place};
use crate::layout::{Content, Document, LineContent};
use std::collections::HashMap;
use std::ops::Range;

/// The pages of a report by the fields that print on them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    fields: HashMap<Place, Field>,
}

/// Where a field prints.
#[derive(Clone, Debug, Default, PartialEq)]
struct Field {
    /// The first byte that stands on a page, and the page, in order.
    begins: Vec<(usize, usize)>,
    /// Behind the last byte that prints: a short version leaves the rest of a field out.
    end: usize,
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
                            pages.add(origin.place, origin.range.clone(), number);
                        }
                    }
                    (LineContent::TableHeader(_), Some(Content::Table(table))) => {
                        // A header that repeats begins nothing.
                        if let Some(origin) = &table.origin
                            && pages.fields.get(&origin.place).is_none_or(|it| it.end <= origin.range.start)
                        {
                            pages.add(origin.place, origin.range.clone(), number);
                        }
                    }
                    (LineContent::TableRow(at, _), Some(Content::Table(table))) => {
                        for cell in table.rows.get(*at).into_iter().flatten() {
                            if let Some(place) = cell.place {
                                pages.add(place, cell.range.clone().unwrap_or(0..usize::MAX), number);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        pages
    }

    fn add(&mut self, place: Place, printed: Range<usize>, page: usize) {
        let field = self.fields.entry(place).or_default();
        // Only where a page begins matters.
        if field.begins.last().is_none_or(|(_, last)| *last != page) {
            field.begins.push((printed.start, page));
        }
        field.end = field.end.max(printed.end);
    }

    /// The page of a byte of a field, 1 for the first; `None` for what does not print. A column
    /// that prints nowhere is where its row is.
    pub fn page(&self, place: Place, at: usize) -> Option<usize> {
        let name = match place {
            Place::Indicator(id, _) => Some(Place::Indicator(id, Column::Name)),
            _ => None,
        };
        let field = self.fields.get(&place).or_else(|| self.fields.get(&name?))?;
        if at >= field.end {
            return None;
        }
        let behind = field.begins.partition_point(|(start, _)| *start <= at);
        field.begins.get(behind.saturating_sub(1)).map(|(_, page)| *page)
    }
}
