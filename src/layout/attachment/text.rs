//! The text of an attachment: paragraphs, one a line, and tables where neighbouring lines hold
//! tabs, as a paste from Excel or WPS does. Its paragraphs look like the report's own
//! (GB/T 9704—2012, 7.3.7).

use super::table;
use crate::draft::edit::sheet;
use crate::draft::{Attachment, Place};
use crate::layout::blocks::{Composer, styled};
use crate::layout::document::{Role, RunStyle};
use crate::layout::field::{Runs, text_of};
use crate::text::ordinal;
use std::ops::Range;

/// A line longer than this is no heading, in characters: a line of the page.
const LONGEST_HEADING: usize = 28;

/// Writes the text of an attachment.
pub fn write(composer: &mut Composer<'_>, attachment: &Attachment) {
    let place = Place::AttachmentText(attachment.id);
    for piece in pieces(&attachment.text) {
        match piece {
            Piece::Prose(range) => {
                let typed = attachment.text.get(range.clone()).unwrap_or_default();
                for mut runs in composer.paragraphs(place, typed) {
                    for origin in runs.iter_mut().filter_map(|run| run.origin.as_mut()) {
                        origin.range = origin.range.start + range.start..origin.range.end + range.start;
                    }
                    paragraph(composer, runs);
                }
            }
            Piece::Table(rows) => {
                let table = table::typed(&composer.references, place, &rows, composer.style);
                composer.push_table(table);
            }
        }
    }
}

/// A paragraph; a line that is a heading and no more is set as one and stays with what follows.
fn paragraph(composer: &mut Composer<'_>, runs: Runs) {
    match heading(&text_of(&runs)) {
        Some(level) => {
            let runs: Runs = styled(runs, RunStyle::RunIn(level)).collect();
            composer.push(Role::Body, runs).keep_with_next = true;
        }
        None => {
            composer.push(Role::Body, runs);
        }
    }
}

/// The level of a line that is a heading in a face of its own: 一、 or （一）.
fn heading(line: &str) -> Option<u8> {
    let level = ordinal::read(line).filter(|it| it.level <= 2 && !it.rest.is_empty())?.level;
    let is_sentence =
        line.ends_with(['。', '；', '，', '：', '！', '？', ';', ',', ':']) || line.contains('。');
    (line.chars().count() <= LONGEST_HEADING && !is_sentence).then_some(level)
}

#[derive(Debug, PartialEq)]
enum Piece {
    /// Bytes of whole lines.
    Prose(Range<usize>),
    /// The rows of a table, at least two.
    Table(Vec<Vec<sheet::Cell>>),
}

/// Cuts a text into prose and tables; takes time in proportion to its length.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut prose) = (0, 0);
    while start < text.len() {
        let (rows, end) = rows(text, start);
        if rows.len() > 1 {
            if prose < start {
                pieces.push(Piece::Prose(prose..start));
            }
            pieces.push(Piece::Table(rows));
            prose = end;
        }
        start = end.max(next_line(text, start));
    }
    if prose < text.len() {
        pieces.push(Piece::Prose(prose..text.len()));
    }
    pieces
}

/// The rows with tabs in them from the line at `start` on, and where they end.
fn rows(text: &str, start: usize) -> (Vec<Vec<sheet::Cell>>, usize) {
    let (mut rows, mut end) = (Vec::new(), start);
    while end < text.len() {
        let (cells, next) = sheet::row(text, end);
        if cells.len() < 2 {
            break;
        }
        rows.push(cells);
        end = next;
    }
    (rows, end)
}

fn next_line(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    rest.find(['\n', '\r']).map_or(text.len(), |at| start + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape(text: &str) -> Vec<String> {
        let cells =
            |row: &Vec<sheet::Cell>| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
        pieces(text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Prose(range) => text[range].trim_end().to_owned(),
                Piece::Table(rows) => rows.iter().map(cells).collect::<Vec<_>>().join(" / "),
            })
            .collect()
    }

    #[test]
    fn neighbouring_lines_with_tabs_are_a_table_and_one_alone_is_a_line() {
        assert_eq!(shape("说明\n甲\t1\r\n乙\t2\n\n丙\t3\n丁\n"), ["说明", "甲|1 / 乙|2", "\n丙\t3\n丁"]);
        assert_eq!(shape("\"甲\n子\"\t1\n乙\t"), ["甲 子|1 / 乙|"]);
        assert_eq!(shape("\t一季度\n团委\t3\n"), ["|一季度 / 团委|3"]);
        assert_eq!(shape("甲\n乙"), ["甲\n乙"]);
        assert!(shape("").is_empty());
    }

    #[test]
    fn a_line_that_is_a_heading_alone_looks_like_one() {
        assert_eq!(heading("一、参会人员"), Some(1));
        assert_eq!(heading("（二）时间安排"), Some(2));
        for line in ["1.报到", "一、报到。二、开会。", "一是抓学习", "参会人员", "一、"]
        {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    proptest! {
        /// Prose and tables together are the whole text, in its order.
        #[test]
        fn nothing_of_a_text_is_lost(text in "[\"\t\r\n甲1 ]{0,60}") {
            let mut end = 0;
            for piece in pieces(&text) {
                let ranges = match piece {
                    Piece::Prose(range) => vec![range],
                    Piece::Table(rows) => rows.into_iter().flatten().map(|cell| cell.range).collect(),
                };
                for range in ranges {
                    prop_assert!(text[end..range.start].trim().is_empty());
                    end = range.end;
                }
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
