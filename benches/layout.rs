//! How long it takes to lay a report out in pages, beside the time in which `textwrap` breaks the
//! same paragraphs into lines of 28 characters (first fit, Unicode line breaking). Prints a table;
//! what matters is the last column: below one, and not growing with the length.
//!
//! Pages are more than lines: references are expanded, headings numbered, lines measured in
//! twips, each knows where it was typed, and page breaks keep headings with their text.
//!
//! `cargo bench --bench layout`

mod common;

use common::{draft, runs, shortest};
use qinggao::layout::{Content, Document, layout};
use std::hint::black_box;
use textwrap::{Options, WordSeparator, WrapAlgorithm, wrap};

/// Columns of a line of 28 full-width characters.
const COLUMNS: usize = 56;

fn paragraphs(document: &Document) -> Vec<String> {
    let text = |content: &Content| match content {
        Content::Paragraph(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
        Content::Table(_) => String::new(),
    };
    document.blocks.iter().map(|block| text(&block.content)).collect()
}

fn main() {
    println!(
        "{:>10} {:>7} {:>12} {:>14} {:>14} {:>7}",
        "characters", "pages", "layout (ms)", "ns/character", "textwrap (ms)", "ratio"
    );
    let options = Options::new(COLUMNS)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::UnicodeBreakProperties);
    for characters in [10_000, 30_000, 100_000, 300_000, 1_000_000] {
        let draft = draft(characters);
        let laid_out = layout(&draft);
        let paragraphs = paragraphs(&laid_out);
        let ours = shortest(runs(characters), || {
            black_box(layout(black_box(&draft)));
        });
        let theirs = shortest(runs(characters), || {
            for paragraph in black_box(&paragraphs) {
                black_box(wrap(paragraph, &options));
            }
        });
        let (ours, theirs) = (ours.as_secs_f64() * 1e3, theirs.as_secs_f64() * 1e3);
        println!(
            "{characters:>10} {:>7} {ours:>12.2} {:>14.0} {theirs:>14.2} {:>7.2}",
            laid_out.pages.len(),
            ours * 1e6 / characters as f64,
            ours / theirs,
        );
    }
}
