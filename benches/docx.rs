//! How long it takes to write a report as a Word file, beside the time in which docx-rs alone
//! builds and packs the same paragraphs as they come: unrepaired, uncompressed. Prints a table;
//! what matters is the last column: below three, and not growing with the length.
//!
//! `cargo bench --bench docx`

mod common;

use common::{draft, runs, shortest};
use docx_rs::{Docx, Paragraph, Run, RunFonts};
use qinggao::docx::export;
use qinggao::layout::{Content, Document, layout};
use std::hint::black_box;
use std::io::Cursor;

/// What docx-rs writes by itself of these paragraphs.
fn raw(document: &Document) -> Vec<u8> {
    let mut docx = Docx::new();
    for block in &document.blocks {
        let Content::Paragraph(runs) = &block.content else { continue };
        let mut paragraph = Paragraph::new().style("ReportBody");
        for run in runs {
            let hint = RunFonts::new().hint("eastAsia");
            paragraph = paragraph.add_run(Run::new().fonts(hint).add_text(&run.text));
        }
        docx = docx.add_paragraph(paragraph);
    }
    let mut file = Cursor::new(Vec::new());
    docx.build().pack(&mut file).expect("memory takes every byte");
    file.into_inner()
}

fn main() {
    println!(
        "{:>10} {:>11} {:>12} {:>9} {:>13} {:>9} {:>7}",
        "characters", "paragraphs", "export (ms)", "KB", "docx-rs (ms)", "KB", "ratio"
    );
    for characters in [10_000, 30_000, 100_000, 300_000, 1_000_000] {
        let report = layout(&draft(characters));
        let write = || export(black_box(&report), "2026-07-01T09:30:00+08:00").expect("a valid time").bytes;
        let ours = shortest(runs(characters), || {
            black_box(write());
        });
        let theirs = shortest(runs(characters), || {
            black_box(raw(black_box(&report)));
        });
        let (ours, theirs) = (ours.as_secs_f64() * 1e3, theirs.as_secs_f64() * 1e3);
        println!(
            "{characters:>10} {:>11} {ours:>12.1} {:>9} {theirs:>13.1} {:>9} {:>7.2}",
            report.blocks.len(),
            write().len() / 1024,
            raw(&report).len() / 1024,
            ours / theirs,
        );
    }
}
