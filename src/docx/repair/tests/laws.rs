//! Whatever comes, the repair loses nothing and has nothing left to do a second time.

use super::{drop, order, part};
use crate::layout::{Block, Cell, Content, Document, PageStyle, Role, Run, RunStyle, Table};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// What stands in a part: names of elements with how many there are, and the text.
#[derive(Debug, Default, PartialEq)]
struct Inventory {
    elements: std::collections::BTreeMap<String, usize>,
    text: Vec<String>,
}

/// Reads a part; fails where it is not well-formed.
fn inventory(xml: &[u8]) -> Inventory {
    let (mut found, mut reader, mut depth) = (Inventory::default(), Reader::from_reader(xml), 0);
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Start(element) | Event::Empty(element) = &event {
            assert!(element.attributes().all(|it| it.is_ok()));
            *found
                .elements
                .entry(String::from_utf8(element.name().as_ref().to_vec()).unwrap())
                .or_default() += 1;
        }
        match event {
            Event::Eof => break,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) => found.text.push(String::from_utf8(text.to_vec()).unwrap()),
            Event::GeneralRef(entity) => found.text.push(String::from_utf8(entity.to_vec()).unwrap()),
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    found
}

/// Elements that may be fewer after the repair, and those that may be more.
fn may_change(name: &str) -> bool {
    drop::SAYING_NOTHING.iter().any(|(known, _)| *known == name)
        || drop::ELEMENTS.iter().any(|(known, _, _)| *known == name)
        || super::add::CHILDREN.iter().any(|(_, known, _)| *known == name)
        // They go with the bare Normal.
        || matches!(name, "w:name" | "w:qFormat")
}

/// The law. Gives the repaired part.
fn keeps_all(raw: &[u8]) -> Vec<u8> {
    let repaired = part(raw).unwrap();
    assert_eq!(part(&repaired).unwrap(), repaired, "a second repair changes something");
    let (mut before, mut after) = (inventory(raw), inventory(&repaired));
    assert_eq!(before.text, after.text);
    before.elements.retain(|name, _| !may_change(name));
    after.elements.retain(|name, _| !may_change(name));
    assert_eq!(before.elements, after.elements);
    repaired
}

fn document(texts: &[String], level: u8, indent: i32, rows: usize) -> Document {
    let block = |role, content| Block {
        role,
        content,
        page_break_before: indent % 2 == 0,
        keep_with_next: indent % 3 == 0,
        indent_right: indent,
        hanging: None,
        line_height: indent,
    };
    let mut blocks = Vec::new();
    for text in texts {
        let run = |style| Run { text: text.clone(), style, origin: None };
        let runs = vec![run(RunStyle::RunIn(level)), run(RunStyle::Plain)];
        blocks.push(block(Role::Heading(level), Content::Paragraph(runs)));
        let cell = Cell { text: text.clone(), figure: indent > 0, place: None, range: None };
        blocks.push(block(
            Role::Body,
            Content::Table(Table {
                header: texts.to_vec(),
                widths: vec![indent; texts.len()],
                row_height: indent,
                rows: vec![vec![cell; texts.len()]; rows],
                origin: None,
            }),
        ));
    }
    Document {
        title: texts.concat(),
        author: texts.concat(),
        style: PageStyle::default(),
        blocks,
        pages: Vec::new(),
    }
}

/// Any tree of the elements that the rules are about, children of one name after another.
fn tree() -> impl Strategy<Value = String> {
    let names: Vec<&str> = order::ORDER
        .iter()
        .flat_map(|(element, children)| children.iter().copied().chain([*element]))
        .chain(["w:p", "w:tbl", "w:tr", "w:trPr", "w:tcPr", "w:tblBorders", "w:rPrDefault", "w:pPrDefault"])
        .collect();
    let name = proptest::sample::select(names);
    let attributes = proptest::sample::select(vec![
        "",
        r#" w:val="1""#,
        r#" w:styleId="Normal""#,
        r#" w:styleId="Heading2" w:customStyle="0""#,
        r#" w:left="0" w:right="0" w:firstLine="640""#,
    ]);
    let leaf = (name.clone(), attributes.clone()).prop_map(|(name, it)| format!("<{name}{it}/>"));
    let text = proptest::sample::select(vec!["青年", " ", "&amp;", "a"]).prop_map(str::to_owned);
    prop_oneof![4 => leaf, 1 => text].prop_recursive(5, 40, 6, move |inner| {
        (name.clone(), attributes.clone(), proptest::collection::vec(inner, 0..6))
            .prop_map(|(name, it, children)| format!("<{name}{it}>{}</{name}>", children.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_of_any_document_is_lost(
        texts in proptest::collection::vec(any::<String>(), 1..4),
        level in any::<u8>(),
        indent in any::<i32>(),
        rows in 0usize..3,
    ) {
        let document = document(&texts, level, indent, rows);
        let sheet = super::super::super::Sheet::new(&document);
        let parts = super::super::super::compose(&document, &sheet, &mut Default::default()).build();
        let all = [
            &parts.content_type, &parts.rels, &parts.document_rels, &parts.document, &parts.styles,
            &parts.settings,
        ];
        for raw in all.into_iter().chain(&parts.footers) {
            keeps_all(raw);
        }
    }

    #[test]
    fn no_text_of_any_tree_is_lost(tree in tree()) {
        let sheet = format!("<root>{tree}</root>");
        let repaired = part(sheet.as_bytes()).unwrap();
        prop_assert_eq!(part(&repaired).unwrap(), repaired.clone());
        let sorted = |it: Inventory| {
            let mut letters: Vec<char> = it.text.concat().chars().collect();
            letters.sort_unstable();
            letters
        };
        prop_assert_eq!(sorted(inventory(sheet.as_bytes())), sorted(inventory(&repaired)));
    }
}
