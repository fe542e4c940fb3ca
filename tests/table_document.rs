//! A table that is a document of its own: on its pages, and in its Word file.

mod common;
mod docx_support;

use docx_support::read;
use proptest::prelude::*;
use qinggao::check::evidence;
use qinggao::docx::export;
use qinggao::layout::{
    Content, Document, LineContent, Role, TableColumn, TableDocument, layout_table, plain_text,
};

const CREATED: &str = "2026-07-01T09:30:00+08:00";

/// A page of evidence as the screen makes it.
fn table(rows: Vec<Vec<String>>) -> TableDocument {
    let column = |(title, width): (&str, u16)| TableColumn { title: title.into(), width, figures: false };
    let columns = [("序号", 9), ("位置", 24), ("数据", 20), ("统计对象", 22), ("核对依据", 50), ("结果", 15)];
    TableDocument {
        title: "共青团云岭县委员会2026年上半年工作总结数据核对表".into(),
        author: "共青团云岭县委员会".into(),
        above: vec!["报告期：2026年上半年".into(), "共 22 个数据：相符 20，不符 2。".into()],
        columns: columns.map(column).to_vec(),
        rows,
        signatures: ["填报人", "审核人", "签发人"].map(str::to_owned).to_vec(),
        dated: "日期".into(),
    }
}

fn of_usual() -> TableDocument {
    let rows = evidence(&common::usual()).into_iter().enumerate().map(|(at, row)| {
        let bases: Vec<String> = row.bases.into_iter().map(|it| it.words).collect();
        let outcome = row.outcome.label().to_owned();
        vec![(at + 1).to_string(), row.whereabouts, row.words, row.subject, bases.join("；"), outcome]
    });
    table(rows.collect())
}

fn of_length(rows: usize) -> TableDocument {
    let row = |at: usize| {
        ["", "一、(一)第1段", "1779人", "团员", "1200 + 579 = 1779", "相符"]
            .map(|cell| if cell.is_empty() { at.to_string() } else { cell.to_owned() })
    };
    table((1..=rows).map(|at| row(at).to_vec()).collect())
}

/// The pages as lines, rows of the table with bars between their cells.
fn pages(document: &Document) -> String {
    let mut out = String::new();
    for page in &document.pages {
        out.push_str(&format!("—— {} ——\n", page.number.unwrap()));
        for line in &page.lines {
            let words = match (&line.content, &document.blocks[line.block].content) {
                (LineContent::Text(runs), _) => runs.iter().map(|run| run.text.as_str()).collect(),
                (LineContent::TableHeader(_), Content::Table(table)) => table.header.join(" | "),
                (LineContent::TableRow(at, _), Content::Table(table)) => {
                    table.rows[*at].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ")
                }
                _ => unreachable!(),
            };
            out.push_str(&format!("{:>5} {:>4} {words}\n", line.top, line.height));
        }
    }
    out
}

#[test]
fn a_page_of_evidence_prints_with_title_lines_table_and_room_to_sign() {
    insta::assert_snapshot!(pages(&layout_table(&of_usual())));
}

#[test]
fn the_head_of_the_table_repeats_and_no_signature_stands_alone() {
    for rows in 0..90 {
        let document = layout_table(&of_length(rows));
        let with_rows = |page: &&qinggao::layout::Page| {
            page.lines.iter().any(|line| matches!(line.content, LineContent::TableRow(..)))
        };
        for page in document.pages.iter().filter(with_rows) {
            let heads =
                page.lines.iter().filter(|it| matches!(it.content, LineContent::TableHeader(_))).count();
            assert_eq!(heads, 1, "page {:?} of {rows} rows", page.number);
        }
        let last = document.pages.last().unwrap();
        let text = |line: &qinggao::layout::Line| matches!(line.content, LineContent::Text(_));
        assert!(!last.lines.iter().all(text), "{rows} rows leave the signatures alone");
        let bottom = document.style.paper_height - document.style.bottom;
        let lines = document.pages.iter().flat_map(|page| &page.lines);
        assert!(lines.into_iter().all(|line| line.top + line.height <= bottom), "{rows}");
    }
}

#[test]
fn the_columns_fill_the_width_in_their_shares() {
    let document = layout_table(&of_length(1));
    let widths = document.blocks.iter().find_map(|block| match &block.content {
        Content::Table(table) => Some(table.widths.clone()),
        Content::Paragraph(_) => None,
    });
    let widths = widths.unwrap();
    assert_eq!(widths.iter().sum::<i32>(), document.style.text_width());
    assert!((widths[4] - widths[0] * 50 / 9).abs() <= 6, "{widths:?}");
}

#[test]
fn every_word_of_the_table_stands_in_its_word_file() {
    for table in [of_usual(), of_length(0), of_length(300), TableDocument::default()] {
        let document = layout_table(&table);
        let file = export(&document, CREATED).unwrap().bytes;
        assert_eq!(read::text(&file), docx_support::text_of(&document));
    }
    let all = plain_text(&layout_table(&of_usual()));
    for words in ["1200 + 579 = 1779", "填报人：", "审核人：", "签发人：", "日期：", "结果"]
    {
        assert!(all.contains(words), "{words}");
    }
}

#[test]
fn the_schema_check_finds_nothing_in_a_table() {
    let files = [
        ("evidence", of_usual()),
        ("no-figures", of_length(0)),
        ("long-table", of_length(2000)),
        ("nothing", TableDocument::default()),
    ];
    let written = files.map(|(name, table)| (name, export(&layout_table(&table), CREATED).unwrap().bytes));
    docx_support::check::violations(&written);
}

#[test]
fn the_word_file_of_a_table_reads_as_word_would_write_it() {
    let file = export(&layout_table(&of_length(1)), CREATED).unwrap().bytes;
    insta::assert_snapshot!(read::pretty(&file, "word/document.xml"));
}

#[test]
fn the_lines_around_the_table_have_a_style_of_their_own() {
    let document = layout_table(&of_usual());
    let notes = document.blocks.iter().filter(|block| block.role == Role::TableNote).count();
    assert_eq!(notes, 4);
    let file = export(&document, CREATED).unwrap().bytes;
    assert_eq!(read::part(&file, "word/document.xml").matches(r#"w:val="TableNote""#).count(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_table_is_laid_out_and_written(
        words in proptest::collection::vec(any::<String>(), 0..8),
        widths in proptest::collection::vec(any::<u16>(), 0..8),
        rows in 0usize..6,
    ) {
        let at = |at: usize| words.get(at % words.len().max(1)).cloned().unwrap_or_default();
        let table = TableDocument {
            title: at(0),
            author: at(1),
            above: words.clone(),
            columns: widths
                .iter()
                .enumerate()
                .map(|(index, width)| TableColumn { title: at(index), width: *width, figures: index % 2 == 0 })
                .collect(),
            rows: vec![words.clone(); rows],
            signatures: words.clone(),
            dated: at(2),
        };
        let document = layout_table(&table);
        let file = export(&document, CREATED).unwrap().bytes;
        prop_assert!(read::well_formed(&read::part(&file, "word/document.xml")));
        prop_assert_eq!(read::text(&file), docx_support::text_of(&document));
    }
}
