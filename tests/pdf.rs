//! The Word file prints as the preview shows: LibreOffice prints it, poppler reads the print.

mod pdf_support;

use pdf_support::agreement::{self, compare};
use pdf_support::reports::{self, Report};
use pdf_support::words::{Pdf, PdfLine};
use pdf_support::office;
use qinggao::docx::export;
use qinggao::draft::{Draft, PageStyle};
use qinggao::layout::{Content, Document, Line, LineContent, Role, layout};
use qinggao::template::built_in;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const CREATED: &str = "2026-07-01T09:30:00+08:00";

/// A report as it was laid out and as it was printed.
struct Printed {
    document: Document,
    pdf: Pdf,
}

/// Everything that the tests look at, printed in one go. `None`, and a line that says why, where
/// this machine cannot print.
static PRINTED: LazyLock<Option<BTreeMap<String, Printed>>> = LazyLock::new(|| {
    let mut drafts: Vec<(String, Draft)> = Vec::new();
    drafts.extend(reports::five().into_iter().map(|report| (report.name.to_owned(), report.draft)));
    for template in built_in() {
        drafts.push((format!("{}-empty", template.id), reports::begun(template)));
        drafts.push((format!("{}-usual", template.id), reports::filled(template)));
    }
    drafts.push(("full-lines".to_owned(), reports::full_lines()));
    let documents: Vec<(String, Document)> =
        drafts.iter().map(|(name, draft)| (name.clone(), layout(draft))).collect();
    let files: Vec<(String, Vec<u8>)> = documents
        .iter()
        .map(|(name, document)| (name.clone(), export(document, CREATED).unwrap().bytes))
        .collect();
    match office::print(&files) {
        Ok(mut pdfs) => {
            let printed = |(name, document): (String, Document)| {
                let pdf = pdfs.remove(&name).unwrap();
                (name, Printed { document, pdf })
            };
            Some(documents.into_iter().map(printed).collect())
        }
        Err(missing) => {
            println!("skipped: {missing}");
            None
        }
    }
});

#[test]
fn the_pages_on_the_screen_are_the_pages_that_print() {
    let Some(printed) = &*PRINTED else { return };
    let mut below = Vec::new();
    for Report { name, pages, .. } in reports::five() {
        let Printed { document, pdf } = &printed[name];
        let found = compare(document, pdf);
        print!("{name}: {} pages laid out, {} printed, {found}", document.pages.len(), pdf.pages.len());
        if !pages.contains(&document.pages.len()) { below.push("pages"); }
        if found.percent() < 98.0 || document.pages.len() != pdf.pages.len() {
            below.push(name);
        }
    }
    assert!(below.is_empty(), "less than 98 % of the lines agree in {below:?}");
}
