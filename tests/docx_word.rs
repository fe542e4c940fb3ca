//! Word is stricter than the schema and says only "unreadable content". Each cause that others
//! met is a rule here: our files keep it, and a file that breaks it is found.

mod common;
mod docx_support;

use docx_support::read;
use docx_support::unreadable::{CAUSES, Package};
use qinggao::docx::export;
use qinggao::draft::Draft;
use qinggao::layout::{Block, Cell, Content, Document, layout};

const CREATED: &str = "2026-07-01T09:30:00+08:00";

fn package(document: &Document) -> Package {
    let file = export(document, CREATED).unwrap().bytes;
    read::names(&file).into_iter().map(|name| (name.clone(), read::part(&file, &name))).collect()
}

/// With cover and contents.
fn with_front() -> Draft {
    let mut draft = common::full();
    (draft.options.cover, draft.options.contents) = (true, true);
    draft
}

/// With a table of so many columns, as may be pasted from a spreadsheet.
fn wide(columns: usize) -> Document {
    let mut report = docx_support::report();
    let table = report.blocks.iter_mut().find_map(|block: &mut Block| match &mut block.content {
        Content::Table(table) => Some(table),
        Content::Paragraph(_) => None,
    });
    let table = table.unwrap();
    table.header = (1..=columns).map(|number| format!("列{number}")).collect();
    let cell = |number| Cell { text: format!("格{number}"), figure: false, place: None, range: None };
    table.rows = vec![(1..=columns).map(cell).collect()];
    table.widths = vec![100; columns];
    report
}

fn broken(mut parts: Package, (part, from, to): (&str, &str, &str)) -> Package {
    if part.is_empty() {
        parts.push((to.to_owned(), "<x/>".to_owned()));
        return parts;
    }
    let (_, xml) = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    let to = to.replace("[63 cells]", &"<w:tc><w:p/></w:tc>".repeat(63));
    assert!(xml.contains(from), "{part} holds no {from}");
    *xml = xml.replacen(from, &to, 1);
    parts
}

#[test]
fn no_file_has_what_word_calls_unreadable() {
    let documents = [
        ("each role", docx_support::report()),
        ("empty", layout(&common::empty())),
        ("usual", layout(&common::usual())),
        ("full", layout(&common::full())),
        ("cover and contents", layout(&with_front())),
        ("63 columns", wide(63)),
        ("200 columns", wide(200)),
    ];
    for (name, document) in &documents {
        let parts = package(document);
        for cause in CAUSES {
            assert!(!(cause.found)(&parts), "{name}: {}", cause.name);
        }
    }
}

#[test]
fn each_cause_is_found_where_it_is() {
    let parts = package(&docx_support::report());
    for cause in CAUSES {
        assert!((cause.found)(&broken(parts.clone(), cause.broken)), "{}", cause.name);
    }
}

#[test]
fn columns_that_word_has_no_room_for_stand_in_its_last() {
    let file = export(&wide(65), CREATED).unwrap().bytes;
    let texts = read::text(&file);
    assert!(texts.contains(&"列63　列64　列65".to_owned()), "{texts:?}");
    assert!(texts.contains(&"格63　格64　格65".to_owned()), "{texts:?}");
}

/// Set in a process of its own: where it writes the file.
const WRITE_TO: &str = "QINGGAO_TEST_WRITE_TO";

#[test]
fn another_process_writes_the_same_bytes() {
    let file = export(&layout(&with_front()), CREATED).unwrap().bytes;
    if let Some(path) = std::env::var_os(WRITE_TO) {
        std::fs::write(path, file).unwrap();
        return;
    }
    let path = std::env::temp_dir().join(format!("qinggao-bytes-{}.docx", std::process::id()));
    let status = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_writes_the_same_bytes"])
        .env(WRITE_TO, &path)
        .output()
        .unwrap()
        .status;
    let theirs = std::fs::read(&path).unwrap();
    std::fs::remove_file(path).unwrap();
    assert!(status.success() && theirs == file);
}
