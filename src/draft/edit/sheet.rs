//! Cells copied from Excel or WPS.

use std::ops::Range;

/// A cell, and the bytes that it was copied as, its quotes among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Bytes of the text that was read.
    pub range: Range<usize>,
}

/// Rows and cells of a copied piece of a sheet. A cell that holds a line break, a tab or a quote
/// comes in quotes, with each quote in it doubled; a line break within it becomes a space.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let (cells, next) = row(text, start);
        rows.push(cells.into_iter().map(|cell| cell.text).collect());
        start = next;
    }
    rows
}

/// The row that begins at the byte `start`, and where the next one begins.
pub fn row(text: &str, start: usize) -> (Vec<Cell>, usize) {
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let (cell, after) = cell(rest);
        let end = at + (rest.len() - after.len());
        cells.push(Cell { text: cell, range: at..end });
        match after.strip_prefix('\t') {
            Some(_) => at = end + 1,
            None => {
                let rest = after.strip_prefix('\r').unwrap_or(after);
                let rest = rest.strip_prefix('\n').unwrap_or(rest);
                return (cells, text.len() - rest.len());
            }
        }
    }
}

/// The first cell and what comes behind it.
fn cell(text: &str) -> (String, &str) {
    quoted(text).unwrap_or_else(|| {
        let (cell, after) = text.split_at(text.find(['\t', '\r', '\n']).unwrap_or(text.len()));
        (cell.to_owned(), after)
    })
}

/// A cell in quotes; none where the quotes are part of what was typed.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut from = 0;
    loop {
        let at = from + inside.get(from..)?.find('"')?;
        let after = &inside[at + 1..];
        if after.starts_with('"') {
            from = at + 2;
        } else if after.is_empty() || after.starts_with(['\t', '\r', '\n']) {
            let cell =
                inside[..at].replace("\"\"", "\"").replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
            return Some((cell, after));
        } else {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_come_as_they_stand_in_the_sheet() {
        assert_eq!(rows("甲\t1\r\n乙\t\r\n"), [["甲", "1"], ["乙", ""]]);
        assert_eq!(rows("\"甲\n乙\"\t\"「\"\"丙\"\"」\"\n"), [["甲 乙", "「\"丙\"」"]]);
        assert_eq!(rows("\"甲\"乙\t1"), [["\"甲\"乙", "1"]]);
        assert_eq!(rows("\"甲\t1\n乙\t2"), [["\"甲", "1"], ["乙", "2"]]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "[\"\t\r\n甲1 ]{0,40}") {
            let mut start = 0;
            while start < text.len() {
                let (cells, next) = row(&text, start);
                prop_assert!(next > start);
                for cell in cells {
                    let typed = text.get(cell.range).unwrap();
                    prop_assert!(typed == cell.text || typed.starts_with('"'));
                }
                start = next;
            }
        }
    }
}
