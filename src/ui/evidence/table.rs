//! The page of evidence as a table document, which is printed and exported like any other.

use super::pages::Pages;
use crate::check::{Cache, Evidence, Tally, evidence_with};
use crate::draft::Draft;
use crate::layout::{Document, TableColumn, TableDocument, layout_with};
use crate::ui::words::{Word, evidence as words};

/// Titles and widths of the columns, in shares of the page's width.
const COLUMNS: [(Word, u16); 7] = [
    (words::NUMBER, 15),
    (words::PLACE, 31),
    (words::FIGURE, 27),
    (words::SUBJECT, 25),
    (words::WHEN, 25),
    (words::BASIS, 39),
    (words::OUTCOME, 20),
];

/// The report as it prints, its evidence with it where the draft asks for that.
pub fn document(draft: &Draft) -> Document {
    document_with(draft, &mut Cache::default())
}

/// The same, with the answers of the last check at hand.
pub fn document_with(draft: &Draft, cache: &mut Cache) -> Document {
    layout_with(draft, attached_with(draft, cache).as_ref())
}

/// The table that prints as the report's last attachment; none where the draft does not ask for
/// one.
pub fn attached(draft: &Draft) -> Option<TableDocument> {
    attached_with(draft, &mut Cache::default())
}

fn attached_with(draft: &Draft, cache: &mut Cache) -> Option<TableDocument> {
    // A short version has no attachments.
    (draft.options.evidence && !draft.options.brief).then(|| table_with(draft, cache))
}

/// The table of a draft as it stands.
pub fn table(draft: &Draft) -> TableDocument {
    table_with(draft, &mut Cache::default())
}

fn table_with(draft: &Draft, cache: &mut Cache) -> TableDocument {
    let rows = evidence_with(draft, cache);
    let mut table = head(draft, &rows);
    // The pages that its rows name are those of the report with the table in its list.
    let report = layout_with(draft, draft.options.evidence.then_some(&table));
    let pages = Pages::of(&report);
    table.rows = rows.iter().enumerate().map(|(at, row)| cells(at, row, &pages)).collect();
    table
}

/// The table without its rows.
fn head(draft: &Draft, rows: &[Evidence]) -> TableDocument {
    let column =
        |(title, width): (Word, u16)| TableColumn { title: title.text().to_owned(), width, figures: false };
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
        rows: Vec::new(),
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
