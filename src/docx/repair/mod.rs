//! Puts right what docx-rs writes: a part in, the same part out, in one pass.
//!
//! The children of the elements listed in [`order`] are sorted, what is listed in [`drop`] is
//! left out, what is listed in [`add`] is added. Everything else passes as it is. Each entry of
//! the three has a case in `tests` that fails when docx-rs writes it rightly by itself; then the
//! entry goes.

mod add;
mod drop;
mod order;
#[cfg(test)]
mod tests;
mod writing;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use writing::Writing;

/// How a part begins.
pub(super) const DECLARATION: &[u8] = br#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// Repairs a part. `indent` is the first-line indent of the document's styles in characters.
/// `Err` holds what quick-xml could not read.
pub(super) fn part(xml: &[u8], indent: u16) -> Result<Vec<u8>, quick_xml::Error> {
    let mut reader = Reader::from_reader(xml);
    let mut writing = Writing::new(xml.len(), indent);
    // Depth inside an element that is left out.
    let mut skipping = 0usize;
    loop {
        let from = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event()?;
        match event {
            Event::Eof => return Ok(writing.finish()),
            Event::Start(_) if skipping > 0 => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(element) => {
                if drop::element(&element) {
                    skipping = 1;
                } else {
                    writing.start(name(xml, from, &element), &element)?;
                }
            }
            Event::Empty(element) => {
                if !drop::element(&element) {
                    writing.empty(name(xml, from, &element), &element)?;
                }
            }
            Event::End(_) => writing.end(),
            Event::Text(text) => writing.text(&[&text]),
            Event::GeneralRef(entity) => writing.text(&[b"&", &entity, b";"]),
            // Every part begins with our own.
            Event::Decl(_) => {}
            // docx-rs writes none of these.
            Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The name of the element whose tag begins at `from`, borrowed from the part.
fn name<'a>(xml: &'a [u8], from: usize, element: &BytesStart) -> &'a [u8] {
    let length = element.name().as_ref().len();
    xml.get(from.saturating_add(1)..).and_then(|tag| tag.get(..length)).unwrap_or_default()
}

/// An attribute's value as it stands in the file; empty where there is none.
fn value<'a>(element: &'a BytesStart, attribute: &str) -> std::borrow::Cow<'a, [u8]> {
    match element.try_get_attribute(attribute) {
        Ok(Some(found)) => found.value,
        _ => Default::default(),
    }
}
