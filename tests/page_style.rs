//! Every setting of the page reaches the pages and the Word file.

mod common;
mod docx_support;

use common::{drafts, full, usual};
use docx_support::{check, read};
use proptest::prelude::*;
use qinggao::docx::export;
use qinggao::draft::page_style::{Face, PageNumber, Preset, Setting, TextKind};
use qinggao::draft::{Draft, IndicatorTable, PageStyle};
use qinggao::layout::{Block, Content, Document, LineContent, Role, Table, layout};
use std::collections::BTreeSet;

fn file(document: &Document) -> Vec<u8> {
    export(document, "2026-07-01T09:30:00+08:00").unwrap().bytes
}

/// A report in which every setting can be seen: an attached table, a signature without a seal.
fn report(page: &PageStyle) -> Draft {
    let mut draft = usual();
    draft.closing = "青".repeat(28 * 60);
    draft.page = page.clone();
    draft
}

/// Parts of the Word file that say how it is set.
fn parts(draft: &Draft) -> Vec<(String, String)> {
    let file = file(&layout(draft));
    let set = ["styles", "document", "footer1", "footer2", "fontTable", "settings"];
    let names: BTreeSet<String> = read::names(&file).into_iter().collect();
    set.iter()
        .map(|part| format!("word/{part}.xml"))
        .filter(|part| names.contains(part))
        .map(|part| (part.clone(), read::pretty(&file, &part)))
        .collect()
}

/// Lines that stand in one Word file and not in the other: − for the first, + for the second.
fn difference(before: &Draft, after: &Draft) -> String {
    let (before, after) = (parts(before), parts(after));
    let mut out = String::new();
    for (name, after) in &after {
        let before = before.iter().find(|(part, _)| part == name).map_or("", |(_, xml)| xml);
        let changed = diff(&before.lines().collect::<Vec<_>>(), &after.lines().collect::<Vec<_>>());
        if !changed.is_empty() {
            out.push_str(&format!("{name}\n{changed}"));
        }
    }
    out
}

/// The changed lines of a text whose order stays; each with the style it stands in.
fn diff(before: &[&str], after: &[&str]) -> String {
    let common = longest_common(before, after);
    let (mut out, mut at, mut to, mut style) = (String::new(), 0, 0, String::new());
    let mut said = String::new();
    let mut say = |out: &mut String, sign: char, line: &str, style: &str| {
        if said != style {
            out.push_str(&format!(" {style}\n"));
            said = style.to_owned();
        }
        out.push_str(&format!(" {sign}{}\n", line.trim()));
    };
    for (i, j) in common.into_iter().chain([(before.len(), after.len())]) {
        before[at..i].iter().for_each(|line| say(&mut out, '-', line, &style));
        after[to..j].iter().for_each(|line| say(&mut out, '+', line, &style));
        (at, to) = (i + 1, j + 1);
        if let Some(line) = after.get(j).filter(|line| line.contains("<w:style ")) {
            style = line.split("w:styleId=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        }
    }
    out
}

fn longest_common(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    let mut length = vec![vec![0u32; after.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            length[i][j] = if before[i] == after[j] {
                length[i + 1][j + 1] + 1
            } else {
                length[i + 1][j].max(length[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < before.len() && j < after.len() {
        if before[i] == after[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// A setting, the words typed, what the pages show of it, and what is new in the Word file.
type Case = (Setting, &'static str, fn(&PageStyle) -> i32, i32, &'static [&'static str]);

#[test]
fn each_number_reaches_the_pages_and_the_word_file() {
    let cases: &[Case] = &[
        (Setting::PaperWidth, "220", |it| laid(it).style.paper_width, 12472, &["w:w=\"12472\""]),
        (Setting::PaperHeight, "280", |it| laid(it).style.paper_height, 15874, &["w:h=\"15874\""]),
        (Setting::Top, "30", |it| laid(it).pages[0].lines[0].top, 1701, &["w:top=\"1701\""]),
        (Setting::Bottom, "60", lines, 19, &["w:bottom=\"3402\"", "w:footer=\"2868\""]),
        (Setting::Left, "40", |it| laid(it).pages[1].lines[3].left, 2268, &["w:left=\"2268\""]),
        (Setting::Right, "40", |it| laid(it).pages[1].lines[3].width, 8050, &["w:right=\"2268\""]),
        (Setting::LinePitch, "30", lines, 21, &["w:linePitch=\"600\"", "w:line=\"600\""]),
        (Setting::Characters, "26", characters, 26, &["<w:spacing w:val=\"18\"/>"]),
        (Setting::Indent, "4", indent, 1280, &["w:firstLine=\"1280\"", "w:firstLineChars=\"400\""]),
        (Setting::Indent, "0", indent, 0, &[]),
        (Setting::TitlePitch, "40", |it| laid(it).pages[0].lines[0].height, 800, &["w:line=\"800\""]),
        (Setting::TitleGap, "3", |it| blanks(it, Role::Addressee), 3, &["<w:p>"]),
        (Setting::NoteGap, "2", |it| blanks(it, Role::AttachmentNote), 2, &["<w:p>"]),
        (Setting::SignatureGap, "4", |it| blanks(it, Role::Signature), 4, &["<w:p>"]),
        (Setting::SignatureInset, "4", |it| right(it, Role::Signature, false), 1280, &["w:right=\"1280\""]),
        (Setting::DateInset, "1", |it| right(it, Role::Date, false), 640, &["w:right=\"640\""]),
        (Setting::SealInset, "6", |it| right(it, Role::Date, true), 1920, &[]),
        (Setting::TablePitch, "20", |it| table(it, |block, _| block.line_height), 400, &["w:line=\"400\""]),
        (Setting::RowHeight, "12", |it| table(it, |_, table| table.row_height), 680, &["w:val=\"680\""]),
        (Setting::CellMargin, "4", |it| laid(it).style.cell_margin, 227, &["<w:left w:w=\"189\""]),
        (Setting::NumberDistance, "10", |it| laid(it).style.footer, 1280, &["w:footer=\"1280\""]),
        (Setting::NumberInset, "3", |it| laid(it).style.page_number_indent(), 840, &["w:right=\"840\""]),
    ];
    for (setting, typed, shown, expected, written) in cases {
        let standard = PageStyle::default();
        let page = setting.read(typed, &standard).unwrap();
        assert_ne!(shown(&standard), *expected, "{setting:?}: nothing to see");
        assert_eq!(shown(&page), *expected, "{setting:?} {typed}");
        let said = difference(&report(&standard), &report(&page));
        for piece in *written {
            let added = said.lines().any(|line| line.starts_with(" +") && line.contains(piece));
            assert!(added, "{setting:?} {typed} writes no {piece}:\n{said}");
        }
    }
    let tried: BTreeSet<String> = cases.iter().map(|case| format!("{:?}", case.0)).collect();
    assert_eq!(tried.len(), Setting::ALL.len(), "a setting is not tried");
}

fn laid(page: &PageStyle) -> Document {
    layout(&report(page))
}

/// Lines of a full page.
fn lines(page: &PageStyle) -> i32 {
    laid(page).pages[1].lines.len().try_into().unwrap()
}

/// Characters of a full line.
fn characters(page: &PageStyle) -> i32 {
    let LineContent::Text(runs) = &laid(page).pages[1].lines[3].content else { panic!("no text") };
    runs.iter().map(|run| run.text.chars().count()).sum::<usize>().try_into().unwrap()
}

/// How far the first line of the opening stands in.
fn indent(page: &PageStyle) -> i32 {
    let document = laid(page);
    let opening = document.blocks.iter().position(|block| block.role == Role::Body).unwrap();
    document.pages[0].lines.iter().find(|line| line.block == opening).unwrap().left - document.style.left
}

fn blanks(page: &PageStyle, before: Role) -> i32 {
    let blocks = laid(page).blocks;
    let at = blocks.iter().position(|block| block.role == before).unwrap();
    blocks[..at].iter().rev().take_while(|block| block.role == Role::Blank).count().try_into().unwrap()
}

fn right(page: &PageStyle, role: Role, seal: bool) -> i32 {
    let document = layout(&Draft { seal, ..report(page) });
    document.blocks.iter().find(|block| block.role == role).unwrap().indent_right
}

fn table(page: &PageStyle, of: fn(&Block, &Table) -> i32) -> i32 {
    let found = laid(page).blocks.into_iter().find_map(|block| match &block.content {
        Content::Table(table) => Some(of(&block, table)),
        Content::Paragraph(_) => None,
    });
    found.unwrap()
}

#[test]
fn each_face_reaches_the_word_file_and_no_other() {
    for kind in TextKind::ALL {
        let standard = PageStyle::default();
        let face = Face { bold: true, ..Face::new("华文中宋", 26) };
        let said = difference(&report(&standard), &report(&standard.with_face(kind, face)));
        let mut changed = BTreeSet::new();
        let mut style = "";
        for line in said.lines().take_while(|line| !line.starts_with("word/document")) {
            if !line.trim().starts_with(['+', '-']) {
                style = line.trim();
            } else if line.contains("+<w:rFonts") && line.contains("华文中宋") {
                changed.insert(style);
            }
        }
        let expected: &[&str] = match kind {
            TextKind::Title => &["AttachmentTitle", "ContentsTitle", "CoverTitle", "Title"],
            TextKind::Body => &[
                "Addressee",
                "AttachmentNote",
                "Normal",
                "ReportBody",
                "ReportDate",
                "ReportSignature",
                "TOC2",
                // The defaults, which stand before all styles.
                "word/styles.xml",
            ],
            TextKind::Heading1 => &["AttachmentMark", "Heading1", "RunIn1", "TOC1", "TableCaption"],
            TextKind::Heading2 => &["CoverDate", "CoverUnit", "Heading2", "RunIn2"],
            TextKind::Heading3 => &["Heading3", "RunIn3"],
            TextKind::Heading4 => &["Heading4", "RunIn4"],
            TextKind::Table => &["TableNote", "TableText"],
            TextKind::PageNumber => &["PageNumber"],
        };
        assert_eq!(changed.into_iter().collect::<Vec<_>>(), expected, "{kind:?}");
        for piece in ["<w:sz w:val=\"26\"/>", "<w:b/>", "w:name=\"华文中宋\""] {
            assert!(said.contains(piece), "{kind:?} writes no {piece}:\n{said}");
        }
    }
}

#[test]
fn page_numbers_and_figures_stand_as_they_are_set() {
    let standard = PageStyle::default();
    let bare = PageStyle { page_number_dashes: false, ..standard.clone() };
    insta::assert_snapshot!(difference(&report(&standard), &report(&bare)));
    let centred = PageStyle { centre_figures: true, ..standard.clone() };
    insta::assert_snapshot!(difference(&report(&standard), &report(&centred)));
    let middle = PageStyle { page_number_at: PageNumber::Centre, ..standard.clone() };
    assert!(difference(&report(&standard), &report(&middle)).contains("w:val=\"center\""));
}

#[test]
fn lines_of_28_points_change_nothing_but_the_lines() {
    let [standard, pitch, _] = Preset::ALL.map(Preset::page);
    insta::assert_snapshot!(difference(&short(standard), &short(pitch.clone())));
    assert_eq!(lines(&pitch), 22);
}

#[test]
fn the_preset_of_common_fonts_names_none_that_a_windows_lacks() {
    let [standard, _, common] = Preset::ALL.map(Preset::page);
    let said = difference(&short(standard), &short(common.clone()));
    insta::assert_snapshot!(said);
    for kind in TextKind::ALL {
        assert!(["宋体", "黑体", "楷体", "仿宋"].contains(&common.face(kind).name.as_str()), "{kind:?}");
    }
    assert_eq!((lines(&common), characters(&common)), (26, 32));
}

/// A report short enough for its differences to be read.
fn short(page: PageStyle) -> Draft {
    let mut draft = common::empty();
    draft.page = page;
    draft
}

#[test]
fn every_preset_makes_a_valid_word_file() {
    let mut files = Vec::new();
    for (name, preset) in ["standard", "pitch28", "common"].into_iter().zip(Preset::ALL) {
        let mut draft = full();
        draft.page = preset.page();
        files.push((name, file(&layout(&draft))));
    }
    let mut odd = full();
    odd.page =
        PageStyle { page_number_dashes: false, centre_figures: true, indent: 0, ..PageStyle::default() };
    odd.indicator_table = IndicatorTable::Attachment;
    files.push(("odd", file(&layout(&odd))));
    check::violations(&files);
}

prop_compose! {
    fn faces()(name in any::<String>(), fallback in any::<String>(), half_points: u16, bold: bool) -> Face {
        Face { name, fallback, half_points, bold }
    }
}

/// A length: mostly one that may be meant, sometimes any number.
fn lengths() -> BoxedStrategy<i32> {
    prop_oneof![6 => 0..32_000, 1 => any::<i32>()].boxed()
}

/// A count of lines or characters.
fn counts() -> BoxedStrategy<u16> {
    prop_oneof![6 => 0..60u16, 1 => any::<u16>()].boxed()
}

prop_compose! {
    /// Settings of any kind whatever.
    fn pages()(
        sheet in prop::array::uniform6(lengths()),
        set in prop::array::uniform6(lengths()),
        count in (prop::array::uniform9(counts()), counts()),
        face in prop::collection::vec(faces(), 8),
        flags: (bool, bool, bool),
    ) -> PageStyle {
        let mut page = PageStyle::default();
        [page.paper_width, page.paper_height, page.top, page.bottom, page.left, page.right] = sheet;
        [page.line_pitch, page.title_pitch, page.table_pitch, page.row_height, page.cell_margin, page.footer] = set;
        [
            page.characters, page.indent, page.title_gap, page.note_gap, page.signature_gap,
            page.signature_inset, page.date_inset, page.seal_inset, page.page_number_inset,
        ] = count.0;
        for (kind, face) in TextKind::ALL.into_iter().zip(face) {
            *page.face_mut(kind) = face;
        }
        page.centre_figures = flags.0;
        page.page_number_dashes = flags.1;
        page.page_number_at = if flags.2 { PageNumber::Outer } else { PageNumber::Centre };
        page
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_settings_whatever_give_pages_and_a_well_formed_word_file(page in pages(), mut draft in drafts()) {
        draft.page = page;
        let document = layout(&draft);
        let style = &document.style;
        prop_assert_eq!(&style.usable(), style);
        for line in document.pages.iter().flat_map(|page| &page.lines) {
            prop_assert!(line.left >= style.left && line.top >= style.top);
            prop_assert!(line.left + line.width <= style.paper_width - style.right);
            prop_assert!(line.top + line.height <= style.paper_height - style.bottom);
        }
        let file = file(&document);
        for name in read::names(&file) {
            prop_assert!(read::well_formed(&read::part(&file, &name)), "{}", name);
        }
        prop_assert_eq!(read::text(&file), docx_support::text_of(&document));
    }

    #[test]
    fn a_document_of_settings_that_were_never_made_usable_is_well_formed(page in pages()) {
        let mut document = docx_support::report();
        document.style = page;
        let file = file(&document);
        for name in read::names(&file) {
            prop_assert!(read::well_formed(&read::part(&file, &name)), "{}", name);
        }
    }

    #[test]
    fn whatever_is_typed_into_a_field_leaves_settings_that_print_as_they_say(
        page in pages(),
        steps in prop::collection::vec((0..Setting::ALL.len() + TextKind::ALL.len(), "[0-9]{1,3}(\\.[0-9]{1,2})?|[小一二三四五号初]{1,3}|\\PC{0,4}"), 1..12),
    ) {
        let mut page = page.usable();
        for (at, typed) in steps {
            let next = match Setting::ALL.get(at) {
                Some(setting) => setting.read(&typed, &page),
                None => page.with_size(TextKind::ALL[at - Setting::ALL.len()], &typed),
            };
            if let Ok(next) = next {
                prop_assert_eq!(&next.usable(), &next);
                page = next;
            }
        }
    }
}
