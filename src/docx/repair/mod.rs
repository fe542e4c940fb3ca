//! Puts right what docx-rs writes: a part in, the same part out, in one pass.
//!
//! The children of the elements listed in [`order`] are sorted, what is listed in [`drop`] is
//! left out, what is listed in [`add`] is added. Everything else passes as it is.

mod add;
mod drop;
mod order;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element that is open, and what the rules have to know of it.
struct Open {
    name: String,
    /// `w:tr` seen directly inside.
    rows: usize,
    /// For an element that is sorted: its start tag and its children.
    sorted: Option<Sorted>,
}

struct Sorted {
    start: Vec<u8>,
    order: &'static [&'static str],
    /// Child elements with their rank; an empty one was left out.
    children: Vec<(usize, Vec<u8>)>,
}

/// The way from the root to the element at hand, with what was met on it.
#[derive(Default)]
pub(super) struct Path {
    open: Vec<Open>,
    /// The bare Normal that docx-rs always writes first has been met.
    bare_normal: bool,
    /// Characters by which the first line of a paragraph stands in.
    indent: u16,
}

impl Path {
    /// Name of the element that the one at hand stands in; 0 for the nearest.
    fn ancestor(&self, distance: usize) -> &str {
        self.open.iter().rev().nth(distance).map_or("", |open| open.name.as_str())
    }

    /// Which row of its table the row around the element at hand is; 1 for the first.
    fn row(&self) -> usize {
        self.open.iter().rev().find(|open| open.name == "w:tbl").map_or(0, |table| table.rows)
    }
}

/// Repairs a part. `indent` is the document's first-line indent in characters. `Err` holds what
/// quick-xml could not read.
pub(super) fn part(xml: &[u8], indent: u16) -> Result<Vec<u8>, quick_xml::Error> {
    let mut reader = Reader::from_reader(xml);
    let mut writing = Writing {
        out: Vec::with_capacity(xml.len() + xml.len() / 4),
        path: Path { indent, ..Path::default() },
    };
    if !xml.starts_with(b"<?xml") {
        writing.out.extend_from_slice(DECLARATION);
    }
    // Depth inside an element that is left out.
    let mut skipping = 0usize;
    loop {
        let event = reader.read_event()?;
        match event {
            Event::Eof => return Ok(writing.out),
            Event::Start(_) if skipping > 0 => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(element) => {
                if drop::element(&mut writing.path, &element) {
                    skipping = 1;
                } else {
                    writing.start(&element)?;
                }
            }
            Event::Empty(element) => {
                if !drop::element(&mut writing.path, &element) {
                    writing.empty(&element)?;
                }
            }
            Event::End(_) => writing.end(),
            Event::Text(text) => writing.target().extend_from_slice(&text),
            Event::GeneralRef(entity) => {
                let target = writing.target();
                target.push(b'&');
                target.extend_from_slice(&entity);
                target.push(b';');
            }
            Event::Decl(_) => writing.out.extend_from_slice(DECLARATION),
            // docx-rs writes none of these.
            Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// How a part begins.
pub(super) const DECLARATION: &[u8] = br#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

struct Writing {
    out: Vec<u8>,
    path: Path,
}

impl Writing {
    /// Where the next bytes go: into the child of the innermost sorted element, else straight out.
    fn target(&mut self) -> &mut Vec<u8> {
        let children =
            self.path.open.iter_mut().rev().find_map(|open| open.sorted.as_mut()).map(|it| &mut it.children);
        match children.and_then(|children| children.last_mut()) {
            Some((_, child)) => child,
            None => &mut self.out,
        }
    }

    /// Makes room for a child in the element that is open.
    fn begin_child(&mut self, name: &str) {
        if let Some(parent) = self.path.open.last_mut() {
            parent.rows += usize::from(name == "w:tr");
            if let Some(sorted) = &mut parent.sorted {
                sorted.children.push((rank(sorted.order, name), Vec::new()));
            }
        }
    }

    fn empty(&mut self, element: &BytesStart) -> Result<(), quick_xml::Error> {
        let name = name(element);
        if order::of(&name).is_some() {
            self.start(element)?;
            self.end();
            return Ok(());
        }
        self.begin_child(&name);
        let tag = tag(&self.path, element, "/>")?;
        self.target().extend_from_slice(&tag);
        Ok(())
    }

    fn start(&mut self, element: &BytesStart) -> Result<(), quick_xml::Error> {
        let name = name(element);
        self.begin_child(&name);
        let start = tag(&self.path, element, ">")?;
        let sorted = match order::of(&name) {
            Some(order) => {
                let added = add::children(&self.path, element);
                let children =
                    added.into_iter().map(|(child, xml)| (rank(order, child), xml.into_bytes())).collect();
                Some(Sorted { start, order, children })
            }
            None => {
                self.target().extend_from_slice(&start);
                None
            }
        };
        self.path.open.push(Open { name, rows: 0, sorted });
        Ok(())
    }

    fn end(&mut self) {
        let Some(open) = self.path.open.pop() else { return };
        let mut whole = Vec::new();
        if let Some(mut sorted) = open.sorted {
            sorted.children.retain(|(_, child)| !child.is_empty());
            if sorted.children.is_empty() && drop::if_empty(&open.name) {
                return;
            }
            // Stable: children of one name keep their order.
            sorted.children.sort_by_key(|(rank, _)| *rank);
            whole = sorted.start;
            whole.extend(sorted.children.into_iter().flat_map(|(_, child)| child));
        }
        whole.extend_from_slice(b"</");
        whole.extend_from_slice(open.name.as_bytes());
        whole.push(b'>');
        self.target().extend_from_slice(&whole);
    }
}

fn rank(order: &[&str], name: &str) -> usize {
    order.iter().position(|known| *known == name).unwrap_or(order.len())
}

fn name(element: &BytesStart) -> String {
    String::from_utf8_lossy(element.name().as_ref()).into_owned()
}

/// The tag with the attributes that it should have.
fn tag(path: &Path, element: &BytesStart, end: &str) -> Result<Vec<u8>, quick_xml::Error> {
    let mut out = vec![b'<'];
    out.extend_from_slice(element.name().as_ref());
    let mut attribute = |name: &[u8], value: &[u8]| {
        for piece in [b" ", name, b"=\"", value, b"\""] {
            out.extend_from_slice(piece);
        }
    };
    for each in element.attributes() {
        let each = each.map_err(quick_xml::Error::from)?;
        if !drop::attribute(element, each.key.as_ref()) {
            attribute(each.key.as_ref(), &each.value);
        }
    }
    for (name, value) in add::attributes(path, element) {
        attribute(name.as_bytes(), value.as_bytes());
    }
    out.extend_from_slice(end.as_bytes());
    Ok(out)
}
