//! The page of evidence as a table document, which is printed and exported like any other.

use super::pages::Pages;
use crate::check::{Evidence, Tally};
use crate::draft::Draft;
use crate::layout::{Document, TableColumn, TableDocument};
use crate::ui::words::{Word, evidence as words};

/// Titles and widths of the columns, in shares of the page's width.
const COLUMNS: [(Word, u16); 7] = [
    (words::NUMBER, 13),
    (words::PLACE, 31),
    (words::FIGURE, 24),
    (words::SUBJECT, 22),
    (words::WHEN, 21),
    (words::BASIS, 54),
    (words::OUTCOME, 17),
];

/// The table of a draft. `document` is the report as it prints; it gives the pages.
pub fn table(draft: &Draft, document: &Document, rows: &[Evidence]) -> TableDocument {
    let column =
        |(title, width): (Word, u16)| TableColumn { title: title.text().to_owned(), width, figures: false };
    let pages = Pages::of(document);
    let unit = draft.unit.name.trim();
    TableDocument {
        title: words::title(unit, draft.period),
        author: unit.to_owned(),
        above: vec![
            words::head(unit, draft.period),
            words::summary(&Tally::of(rows)),
            words::EXPLAINED.text().to_owned(),
        ],
        columns: COLUMNS.map(column).to_vec(),
        rows: rows.iter().enumerate().map(|(at, row)| cells(at, row, &pages)).collect(),
        signatures: [words::FILLED_IN, words::CHECKED, words::SIGNED].map(|it| it.text().to_owned()).to_vec(),
        dated: words::DAY.text().to_owned(),
    }
}

fn cells(at: usize, row: &Evidence, pages: &Pages) -> Vec<String> {
    let bases: Vec<&str> = row.bases.iter().map(|basis| basis.words.trim_end_matches('。')).collect();
    let bases = if bases.is_empty() { words::NO_BASIS.text().to_owned() } else { bases.join("；") };
    vec![
        (at + 1).to_string(),
        place(row, pages),
        row.words.clone(),
        row.subject.clone(),
        row.when.clone(),
        bases,
        row.outcome.label().to_owned(),
    ]
}

/// A figure's place with its page, where it prints.
pub fn place(row: &Evidence, pages: &Pages) -> String {
    match pages.page(row.place, row.range.start) {
        Some(page) => words::on_page(page, &row.whereabouts),
        None => row.whereabouts.clone(),
    }
}
