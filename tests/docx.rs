//! The Word file: valid, whole, the same for the same draft.

mod common;
mod docx_support;

use docx_support::{block, document, paragraph, read};
use proptest::prelude::*;
use qinggao::docx::export;
use qinggao::draft::Draft;
use qinggao::layout::{Cell, Content, Document, PageNumber, Role, Run, RunStyle, Table, layout};

const CREATED: &str = "2026-07-01T09:30:00+08:00";

fn file(document: &Document) -> Vec<u8> {
    export(document, CREATED).unwrap().bytes
}

/// A report of one paragraph.
fn of_text(text: &str) -> Document {
    document(vec![paragraph(Role::Body, text)])
}

#[test]
fn every_character_of_the_report_stands_in_the_word_file_in_order() {
    let report = docx_support::report();
    let expected = docx_support::text_of(&report);
    assert_eq!(read::text(&file(&report)), expected);
    assert!(expected.iter().any(|line| line.contains("  双空格")));
}

#[test]
fn what_is_laid_out_stands_in_the_word_file() {
    for draft in [common::empty(), common::usual(), common::full(), common::bound()] {
        let laid_out = layout(&draft);
        assert_eq!(read::text(&file(&laid_out)), docx_support::text_of(&laid_out));
    }
}

#[test]
fn the_same_report_and_time_make_the_same_bytes() {
    let report = docx_support::report();
    assert_eq!(file(&report), file(&report));
    assert_ne!(file(&report), export(&report, "2026-07-02T09:30:00+08:00").unwrap().bytes);
}

/// An empty report with a cover or contents.
fn with_front(cover: bool, contents: bool) -> Draft {
    let mut draft = common::empty();
    (draft.options.cover, draft.options.contents) = (cover, contents);
    draft
}

#[test]
fn cover_and_contents_read_as_word_would_write_them() {
    let file = file(&layout(&with_front(true, true)));
    let document = read::pretty(&file, "word/document.xml");
    // What follows is the report as in any other file.
    let front = document.split_inclusive("</w:sectPr>").next().unwrap();
    let section = document.rfind("<w:sectPr").unwrap();
    insta::assert_snapshot!("front", format!("{front}\n…\n{}", &document[section..]));
}

#[test]
fn every_entry_of_the_contents_leads_to_a_heading_that_is_there() {
    let xml = read::part(&file(&layout(&common::bound())), "word/document.xml");
    let named = |before: &str| -> Vec<&str> {
        xml.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
    };
    let (links, marks) = (named("w:anchor=\""), named("w:name=\"_Toc"));
    assert!(links.len() > 8, "{}", links.len());
    assert_eq!(links, marks.iter().map(|mark| format!("_Toc{mark}")).collect::<Vec<_>>());
    let begins = xml.matches(r#"w:fldCharType="begin""#).count();
    assert_eq!(begins, xml.matches(r#"w:fldCharType="end""#).count());
    assert_eq!(begins, links.len() + 1);
    // Word would ask whether to bring the fields up to date as soon as the file is opened.
    assert!(!xml.contains("dirty"));
}

#[test]
fn only_the_report_carries_page_numbers_and_they_begin_at_1() {
    let xml = read::part(&file(&layout(&common::bound())), "word/document.xml");
    let sections: Vec<&str> =
        xml.split("<w:sectPr").skip(1).map(|it| it.split("</w:sectPr>").next().unwrap()).collect();
    assert_eq!(sections.len(), 2);
    assert!(!sections[0].contains("w:footerReference"));
    assert_eq!(sections[1].matches("<w:footerReference").count(), 2);
    assert!(sections[1].contains(r#"<w:pgNumType w:start="1""#), "{}", sections[1]);
    let paper = |section: &str| {
        section[section.find("<w:pgSz").unwrap()..section.find("<w:cols").unwrap()]
            .replace(r#"<w:pgNumType w:start="1"/>"#, "")
    };
    assert_eq!(paper(sections[0]), paper(sections[1]));
}

#[test]
fn the_schema_check_finds_nothing() {
    let mut centred = docx_support::report();
    centred.style.page_number_at = PageNumber::Centre;
    centred.style.heading2.bold = true;
    let mut table_last = docx_support::report();
    let table = table_last.blocks.iter().find(|it| matches!(it.content, Content::Table(_))).unwrap().clone();
    table_last.blocks.extend([table.clone(), table]);
    let mut long = docx_support::report();
    let body = long.blocks.clone();
    long.blocks.extend(body.into_iter().cycle().take(5000));
    let cases = [
        ("each-role", docx_support::report()),
        ("nothing", document(vec![])),
        ("empty", layout(&common::empty())),
        ("usual", layout(&common::usual())),
        ("full", layout(&common::full())),
        ("cover-and-contents", layout(&common::bound())),
        ("cover", layout(&with_front(true, false))),
        ("contents", layout(&with_front(false, true))),
        ("centred", centred),
        ("table-last", table_last),
        ("long", long),
        ("emoji", of_text("👍🏽👨‍👩‍👧 العربية עברית \u{202e}abc\u{202c} e\u{301}")),
        ("one-word", of_text(&"a".repeat(10_000))),
        ("forbidden", of_text("青\u{0}\u{1}\u{b}年\u{ffff}<&>\"']]>")),
    ];
    let files = cases.iter().map(|(name, report)| (*name, file(report))).collect::<Vec<_>>();
    docx_support::check::violations(&files);
}

#[test]
fn the_schema_check_can_fail() {
    let broken = read::with_part(&file(&of_text("青年")), "word/styles.xml", |xml| {
        xml.replace(r#"w:val="both""#, r#"w:val="middle""#)
    });
    if let Some(found) = docx_support::check::run(&[("broken", broken)]) {
        assert!(found.contains("middle"), "{found}");
    }
}

#[test]
fn what_xml_forbids_is_left_out_and_counted() {
    let exported = export(&of_text("青\u{0}年\u{b}\u{1b}工作\u{fffe}"), CREATED).unwrap();
    assert_eq!(read::text(&exported.bytes), ["青年工作"]);
    assert_eq!(exported.dropped, 4);
    assert_eq!(export(&of_text("青年"), CREATED).unwrap().dropped, 0);
}

#[test]
fn a_tab_and_a_line_break_stay_what_they_are() {
    assert_eq!(read::text(&file(&of_text("a\tb\r\nc\rd\n"))), ["a\tb\nc\nd\n"]);
}

#[test]
fn title_author_and_time_stand_in_the_properties() {
    let mut report = of_text("青年");
    report.title = "<总结> & 计划".to_owned();
    report.author = "共青团云岭县委员会".to_owned();
    insta::assert_snapshot!(read::pretty(&file(&report), "docProps/core.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <cp:coreProperties>
     <dc:title>
      &lt;总结&gt; &amp; 计划</dc:title>
     <dc:creator>共青团云岭县委员会</dc:creator>
     <cp:lastModifiedBy>共青团云岭县委员会</cp:lastModifiedBy>
     <dc:language>zh-CN</dc:language>
     <dcterms:created xsi:type="dcterms:W3CDTF">2026-07-01T01:30:00Z</dcterms:created>
     <dcterms:modified xsi:type="dcterms:W3CDTF">2026-07-01T01:30:00Z</dcterms:modified>
    </cp:coreProperties>
    "#);
}

#[test]
fn a_clock_that_makes_no_sense_is_said() {
    let error = export(&of_text("青年"), "昨天").unwrap_err();
    insta::assert_snapshot!(error, @"时间「昨天」无法识别，文档属性写不进去。请检查电脑的日期和时间，再导出一次");
}

#[test]
fn a_page_number_in_the_middle_is_the_same_on_every_page() {
    let mut report = of_text("青年");
    report.style.page_number_at = PageNumber::Centre;
    let file = file(&report);
    assert_eq!(read::names(&file).iter().filter(|name| name.contains("footer")).count(), 1);
    assert!(!read::part(&file, "word/settings.xml").contains("evenAndOddHeaders"));
}

#[test]
fn the_package_is_small_and_holds_only_what_is_needed() {
    let file = file(&docx_support::report());
    insta::assert_snapshot!(read::names(&file).join("\n"), @r"
    [Content_Types].xml
    _rels/.rels
    word/_rels/document.xml.rels
    word/document.xml
    word/styles.xml
    word/settings.xml
    word/footer1.xml
    word/footer2.xml
    docProps/app.xml
    docProps/core.xml
    word/fontTable.xml
    ");
    // Uncompressed it would be 60 KB.
    assert!(file.len() < 12_000, "{} bytes", file.len());
}

#[test]
fn word_for_mac_takes_the_entries_of_the_package() {
    // It calls a package unreadable whose entries carry no external attributes
    // (superdoc/docx-corpus 8), and any Word one that names a program's version in another form
    // than its own (plutext/docx4j 137).
    let file = file(&docx_support::report());
    for name in read::names(&file) {
        assert!(read::mode(&file, &name).is_some_and(|mode| mode != 0), "{name}");
    }
    assert!(!read::part(&file, "docProps/app.xml").contains("AppVersion"));
}

#[test]
fn the_parts_of_a_small_report_read_as_word_would_write_them() {
    let file = file(&docx_support::report());
    for part in ["document", "styles", "settings", "fontTable", "footer1", "footer2"] {
        insta::assert_snapshot!(part, read::pretty(&file, &format!("word/{part}.xml")));
    }
}

#[test]
fn no_theme_font_and_no_address_outside_stands_in_the_file() {
    let file = file(&docx_support::report());
    for name in read::names(&file) {
        let part = read::part(&file, &name);
        assert!(!part.contains("Theme=") && !part.contains("External"), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_in_any_place_survives(
        texts in proptest::collection::vec(any::<String>(), 1..6),
        control in "[\\x00-\\x1f<>&'\"青 ]{0,12}",
        face in any::<String>(),
        sizes in any::<(i32, i32, i32, u16, u16, i32)>(),
        level in any::<u8>(),
    ) {
        let mut report = document(vec![]);
        report.title.clone_from(&control);
        report.author.clone_from(&texts[0]);
        report.style.body.name = face;
        (report.style.paper_width, report.style.line_pitch, report.style.left) = (sizes.0, sizes.1, sizes.2);
        (report.style.characters, report.style.body.half_points) = (sizes.3, sizes.4);
        for text in texts.iter().chain([&control]) {
            let run = |style| Run { text: text.clone(), style, origin: None };
            report.blocks.push(block(
                Role::Heading(level),
                Content::Paragraph(vec![run(RunStyle::Plain), run(RunStyle::RunIn(level))]),
            ));
            report.blocks.push(block(
                Role::ContentsEntry(level),
                Content::Paragraph(vec![run(RunStyle::Plain), run(RunStyle::PageReference(usize::from(level)))]),
            ));
            report.blocks.push(block(
                Role::Body,
                Content::Table(Table {
                    header: texts.clone(),
                    widths: vec![sizes.5],
                    row_height: sizes.5,
                    rows: vec![vec![Cell { text: text.clone(), figure: true, place: None, range: None }]],
                    origin: None,
                }),
            ));
        }
        let file = file(&report);
        for name in read::names(&file) {
            prop_assert!(read::well_formed(&read::part(&file, &name)), "{}", name);
        }
        prop_assert_eq!(read::text(&file), docx_support::text_of(&report));
    }
}
