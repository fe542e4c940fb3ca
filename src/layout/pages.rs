//! Rows on pages: as many as fit, what belongs together on one page, the header of a table on
//! each page that it goes on to.

use super::document::{Block, Line, LineContent, Page};
use super::rows::{Row, rows};
use crate::draft::PageStyle;

/// Breaks blocks into pages; there is always one.
pub(super) fn pages(blocks: &[Block], style: &PageStyle) -> Vec<Page> {
    let mut press = Press { style, pages: Vec::new(), lines: Vec::new(), used: 0, header: None };
    // Rows that must stand on one page, with the block of each.
    let mut group: Vec<(usize, Row)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if block.page_break_before {
            press.set(&mut group);
            if press.used > 0 {
                press.turn();
            }
        }
        for row in rows(block, style) {
            let ends = !row.keep_with_next;
            group.push((at, row));
            if ends {
                press.set(&mut group);
            }
        }
    }
    press.set(&mut group);
    if press.used > 0 || press.pages.is_empty() {
        press.turn();
    }
    press.pages
}

struct Press<'a> {
    style: &'a PageStyle,
    pages: Vec<Page>,
    /// Of the page being filled.
    lines: Vec<Line>,
    /// Height taken on it.
    used: i32,
    /// The header of the table that was set last.
    header: Option<(usize, Row)>,
}

impl Press<'_> {
    /// Sets rows that belong together: on this page, or on the next; where no page holds them
    /// all, one after the other.
    fn set(&mut self, group: &mut Vec<(usize, Row)>) {
        let height = group.iter().fold(0i32, |sum, (_, row)| sum.saturating_add(row.height));
        if !self.fits(height) {
            let repeated = group.first().map_or(0, |first| self.repeated(first));
            if height.saturating_add(repeated) <= self.style.text_height() {
                self.turn();
            }
        }
        for (block, row) in group.drain(..) {
            self.place(block, row);
        }
    }

    fn fits(&self, height: i32) -> bool {
        self.used == 0 || self.used.saturating_add(height) <= self.style.text_height()
    }

    fn place(&mut self, block: usize, row: Row) {
        if !self.fits(row.height) {
            self.turn();
        }
        if matches!(row.content, LineContent::TableHeader(_)) {
            self.header = row.repeats.then(|| (block, row.clone()));
        } else if self.used == 0
            && self.repeated(&(block, row.clone())) > 0
            && let Some((_, header)) = self.header.clone()
        {
            self.put(block, header);
        }
        self.put(block, row);
    }

    fn put(&mut self, block: usize, row: Row) {
        self.lines.push(Line {
            block,
            top: self.style.top + self.used,
            height: row.height,
            left: row.left,
            width: row.width,
            align: row.align,
            content: row.content,
        });
        self.used += row.height;
    }

    /// Height of the header that a row needs above it on a new page.
    fn repeated(&self, (block, row): &(usize, Row)) -> i32 {
        match (&row.content, &self.header) {
            (LineContent::TableRow(..), Some((table, header))) if table == block => header.height,
            _ => 0,
        }
    }

    fn turn(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        self.pages.push(Page { number: Some(self.pages.len() + 1), lines });
        self.used = 0;
    }
}
