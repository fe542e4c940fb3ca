//! Whatever characters a report holds, the Word file is valid and holds them; what XML forbids is
//! left out and counted.

mod common;
mod docx_support;

use docx_support::{block, document, paragraph, read};
use qinggao::docx::export;
use qinggao::draft::{Draft, PartKind, Place, edit};
use qinggao::layout::{Cell, Content, Document, LineContent, Role, Table, layout, plain_text};

const CREATED: &str = "2026-07-01T09:30:00+08:00";

/// Texts of many scripts and the marks that join, turn or change their characters.
const TEXTS: &[(&str, &str)] = &[
    ("emoji of several", "👨‍👩‍👧‍👦👍🏽🏳️‍🌈🇨🇳❤️‍🔥1️⃣"),
    ("right to left", "العربية עברית\u{200f}（\u{202b}abc\u{202c}）\u{2067}שלום\u{2069}"),
    ("turned round and never turned back", "\u{202e}青年工作"),
    ("combining", "e\u{301}\u{323}ñ\u{304} क्षि ก็ำ ᄒ\u{1161}\u{11ab} Z̸̡͚̺͌̓a̴lgo"),
    ("variation selectors", "葛\u{e0100}辻\u{e0101}㊗\u{fe0f}☎\u{fe0e}"),
    ("rare ideographs of names", "𠮷𡈽𤭢𪚥𫝀𬺰𮯠𰻝𱁬㐂䶮"),
    ("composed by description", "⿰亻⿱龷"),
    ("unseen", "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{34f}\u{180e}\u{3164}\u{e0001}\u{e0061}"),
    ("spaces", "a\u{a0}b\u{2003}c\u{202f}d\u{3000}e  f"),
    ("line ends of other systems", "a\u{85}b\u{2028}c\u{2029}d"),
    ("own use and no characters", "\u{e000}\u{f8ff}\u{f0000}\u{10fffd}\u{fdd0}\u{1fffe}\u{10ffff}\u{fffd}"),
    ("XML", "]]><!-- &amp; &#0; </w:t><w:p/> \"'"),
    ("C1 controls", "\u{80}\u{90}\u{9f}\u{7f}"),
];

fn file(document: &Document) -> Vec<u8> {
    export(document, CREATED).unwrap().bytes
}

/// A document with this text at each place where a text may stand.
fn everywhere(text: &str) -> Document {
    let cell = || Cell { text: text.to_owned(), figure: false, place: None, range: None };
    let roles = [
        Role::Title,
        Role::Addressee,
        Role::Heading(1),
        Role::Body,
        Role::AttachmentNote,
        Role::Signature,
        Role::AttachmentTitle,
        Role::TableCaption,
    ];
    let mut report = document(roles.iter().map(|role| paragraph(*role, text)).collect());
    report.blocks.push(block(
        Role::Body,
        Content::Table(Table {
            origin: None,
            header: vec![text.to_owned()],
            widths: vec![8000],
            row_height: 400,
            rows: vec![vec![cell()], vec![cell()]],
        }),
    ));
    text.clone_into(&mut report.title);
    text.clone_into(&mut report.author);
    report
}

#[test]
fn every_character_there_is_stands_in_the_word_file() {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    let report = document(
        all.chunks(4096).map(|chunk| paragraph(Role::Body, &chunk.iter().collect::<String>())).collect(),
    );
    let exported = export(&report, CREATED).unwrap();
    // 29 of the first 32, U+FFFE and U+FFFF.
    assert_eq!(exported.dropped, 31);
    assert_eq!(read::text(&exported.bytes), docx_support::text_of(&report));
    let found: usize = read::text(&exported.bytes).iter().map(|text| text.chars().count()).sum();
    // 0x10FFFF + 1 code points without surrogates; a return is written as the line break it is.
    assert_eq!(found, 0x11_0000 - 0x800 - 31);
    docx_support::check::violations(&[("all", exported.bytes)]);
}

#[test]
fn what_xml_forbids_is_left_out_wherever_it_stands() {
    let forbidden = ('\0'..' ').filter(|c| !"\t\n\r".contains(*c)).chain(['\u{fffe}', '\u{ffff}']);
    for c in forbidden {
        let text = format!("青{c}年{c}");
        let exported = export(&everywhere(&text), CREATED).unwrap();
        for name in read::names(&exported.bytes) {
            assert!(read::well_formed(&read::part(&exported.bytes, &name)), "{name} with {c:?}");
        }
        // Eight paragraphs and three cells with two each.
        assert_eq!(exported.dropped, 22, "{c:?}");
        assert!(read::text(&exported.bytes).iter().all(|text| text == "青年"), "{c:?}");
        assert!(read::part(&exported.bytes, "docProps/core.xml").contains(">青年<"), "{c:?}");
    }
}

#[test]
fn texts_of_every_script_stand_at_every_place_and_the_file_is_valid() {
    let mut files = Vec::new();
    for (name, text) in TEXTS {
        let report = everywhere(text);
        let exported = export(&report, CREATED).unwrap();
        assert_eq!(exported.dropped, 0, "{name}");
        assert_eq!(read::text(&exported.bytes), vec![text.to_string(); 11], "{name}");
        files.push((*name, exported.bytes));
    }
    docx_support::check::violations(&files);
}

/// A draft with this text in each of its fields.
fn draft_of(text: &str) -> Draft {
    let mut draft = common::full();
    for place in [Place::Title, Place::Addressee, Place::Preamble, Place::Closing] {
        edit::set_text(&mut draft, place, text);
    }
    let items: Vec<_> = draft.parts.iter().flat_map(|part| &part.items).map(|item| item.id).collect();
    for id in items {
        edit::set_text(&mut draft, Place::ItemHeading(id), text);
        edit::set_text(&mut draft, Place::ItemText(id), text);
    }
    edit::set_text(&mut draft, Place::PartText(PartKind::Plan), text);
    text.clone_into(&mut draft.unit.name);
    draft
}

/// The lines of the pages, one text for each.
fn printed(document: &Document) -> Vec<String> {
    let lines = document.pages.iter().flat_map(|page| &page.lines);
    lines
        .filter_map(|line| match &line.content {
            LineContent::Text(runs) => Some(runs.iter().map(|run| run.text.as_str()).collect()),
            _ => None,
        })
        .collect()
}

#[test]
fn what_was_typed_in_any_script_stands_on_the_pages_and_in_the_file() {
    for (name, text) in TEXTS {
        let report = layout(&draft_of(text));
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let wanted = visible(text);
        let pages = visible(&printed(&report).concat());
        let in_file = visible(&read::text(&file(&report)).concat());
        let plain = visible(&plain_text(&report));
        let times = |found: &str| found.matches(&wanted).count();
        assert!(times(&in_file) >= 6, "{name}: {} times in the file", times(&in_file));
        assert!(times(&pages) >= 6, "{name}: {} times on the pages", times(&pages));
        assert_eq!(times(&plain), times(&in_file), "{name}: in the plain text");
    }
}

#[test]
fn a_word_of_10_000_characters_is_broken_into_lines_and_whole_in_the_file() {
    for letter in ["a", "7", "青", "👍", "e\u{301}", "—", "“", "。"] {
        let word = letter.repeat(10_000);
        let report = layout(&draft_of(&word));
        let in_file = read::text(&file(&report));
        assert!(in_file.iter().filter(|text| text.contains(&word)).count() >= 4, "{letter}");
        let longest = printed(&report).iter().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= 28 * 2 * letter.chars().count() + 2, "{letter}: {longest} characters on a line");
    }
    let report = everywhere(&"a".repeat(10_000));
    docx_support::check::violations(&[("word", file(&report))]);
}
