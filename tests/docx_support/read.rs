//! Reads a Word file back, without the library under test and without docx-rs.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter};

fn open(file: &[u8]) -> ZipArchive<Cursor<&[u8]>> {
    ZipArchive::new(Cursor::new(file)).unwrap()
}

/// Names of all entries in the order of the file.
pub fn names(file: &[u8]) -> Vec<String> {
    let archive = open(file);
    (0..archive.len()).map(|index| archive.name_for_index(index).unwrap().to_owned()).collect()
}

/// A part as text.
pub fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    open(file).by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The permissions that an entry carries in its external attributes.
pub fn mode(file: &[u8], name: &str) -> Option<u32> {
    open(file).by_name(name).unwrap().unix_mode()
}

/// The file with one part changed.
pub fn with_part(file: &[u8], changed: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names(file) {
        let before = part(file, &name);
        let after = if name == changed { change(before.clone()) } else { before.clone() };
        assert!(name != changed || after != before, "{name} holds nothing to change");
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(after.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A part with one element a line.
pub fn pretty(file: &[u8], name: &str) -> String {
    let text = part(file, name);
    let mut reader = Reader::from_str(&text);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return String::from_utf8(writer.into_inner()).unwrap(),
            Event::Start(element) => {
                // Namespaces are the same in every file.
                let tag = String::from_utf8_lossy(element.name().as_ref()).into_owned();
                let mut kept = BytesStart::new(tag);
                kept.extend_attributes(element.attributes().flatten().filter(|it| {
                    !it.key.as_ref().starts_with(b"xmlns") && it.key.as_ref() != b"mc:Ignorable"
                }));
                writer.write_event(Event::Start(kept)).unwrap();
            }
            event => writer.write_event(event).unwrap(),
        }
    }
}

/// True for XML that ends where it should, every attribute and entity of which can be read.
pub fn well_formed(xml: &str) -> bool {
    let legal = xml.chars().all(|c| c >= ' ' && c != '\u{fffe}' && c != '\u{ffff}' || "\t\n\r".contains(c));
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return legal && depth == 0,
            Ok(Event::Start(element) | Event::Empty(element))
                if element.attributes().any(|it| it.is_err_and(|_| true)) =>
            {
                return false;
            }
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::GeneralRef(entity)) if entity.decode().is_err() => return false,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The paragraphs of the document that hold something, cells of tables among them.
pub fn text(file: &[u8]) -> Vec<String> {
    let xml = part(file, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let (mut paragraphs, mut text, mut inside) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return paragraphs,
            Event::Start(element) if element.name().as_ref() == b"w:t" => inside = true,
            Event::Empty(element) => match element.name().as_ref() {
                b"w:tab" => text.push('\t'),
                b"w:br" => text.push('\n'),
                _ => {}
            },
            Event::Text(piece) if inside => text.push_str(&piece.decode().unwrap()),
            Event::GeneralRef(entity) if inside => match entity.resolve_char_ref().unwrap() {
                Some(c) => text.push(c),
                None => {
                    let name = entity.decode().unwrap();
                    text.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap());
                }
            },
            Event::End(element) => match element.name().as_ref() {
                b"w:t" => inside = false,
                b"w:p" if !text.is_empty() => paragraphs.push(std::mem::take(&mut text)),
                _ => {}
            },
            _ => {}
        }
    }
}
