//! The part as it is written: one buffer, in which the children of an element that is sorted
//! change places when it ends.

use super::{DECLARATION, add, drop, order};
use quick_xml::events::BytesStart;

/// An element that is open.
struct Open<'a> {
    name: &'a [u8],
    /// Where it begins in what is written.
    at: usize,
    /// `w:tr` seen directly inside.
    rows: usize,
    /// For an element that has a rule.
    gathered: Option<Gathered>,
}

/// What the rules have to know of an element when it ends.
struct Gathered {
    order: &'static [&'static str],
    /// Its first child in [`Writing::children`].
    first: usize,
    /// What it has to have, with the names.
    additions: Vec<(&'static str, &'static str)>,
}

/// A child of an element that is gathered; text is a child without a name.
struct Child<'a> {
    name: &'a [u8],
    rank: usize,
    /// Where it begins and ends in what is written.
    at: usize,
    end: usize,
}

/// The way from the root to the element at hand.
pub(super) struct Path<'p, 'a> {
    open: &'p [Open<'a>],
    /// First-line indent of styles in characters.
    pub indent: u16,
}

impl Path<'_, '_> {
    /// Name of the element that the one at hand stands in; 0 for the nearest.
    pub fn ancestor(&self, distance: usize) -> &[u8] {
        self.open.iter().rev().nth(distance).map_or(b"", |open| open.name)
    }

    /// Which row of its table the row around the element at hand is; 1 for the first.
    pub fn row(&self) -> usize {
        self.open.iter().rev().find(|open| open.name == b"w:tbl").map_or(0, |table| table.rows)
    }
}

/// A part that is being written.
pub(super) struct Writing<'a> {
    out: Vec<u8>,
    open: Vec<Open<'a>>,
    children: Vec<Child<'a>>,
    /// Where children change places.
    scratch: Vec<u8>,
    /// First-line indent of styles in characters.
    indent: u16,
}

impl<'a> Writing<'a> {
    /// Begins a part; `length` is that of what docx-rs wrote, `indent` the first-line indent of
    /// styles in characters.
    pub fn new(length: usize, indent: u16) -> Self {
        let mut out = Vec::with_capacity(length + length / 8 + DECLARATION.len());
        out.extend_from_slice(DECLARATION);
        Self { out, open: Vec::new(), children: Vec::new(), scratch: Vec::new(), indent }
    }

    /// The part as far as it is written.
    pub fn finish(self) -> Vec<u8> {
        self.out
    }

    /// An element begins.
    pub fn start(&mut self, name: &'a [u8], element: &BytesStart) -> Result<(), quick_xml::Error> {
        if let Some(parent) = self.open.last_mut() {
            parent.rows += usize::from(name == b"w:tr");
        }
        let path = Path { open: &self.open, indent: self.indent };
        let order = order::of(name);
        let additions = add::children(&path, element);
        let has_rule = order.is_some() || !additions.is_empty() || drop::may_say_nothing(name);
        let gathered = has_rule.then(|| Gathered {
            order: order.unwrap_or_default(),
            first: self.children.len(),
            additions,
        });
        let at = self.out.len();
        self.tag(name, element, b">")?;
        self.open.push(Open { name, at, rows: 0, gathered });
        Ok(())
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &'a [u8], element: &BytesStart) -> Result<(), quick_xml::Error> {
        if order::of(name).is_some() || add::may_have_children(name) || drop::may_say_nothing(name) {
            self.start(name, element)?;
            self.end();
            return Ok(());
        }
        let at = self.out.len();
        self.tag(name, element, b"/>")?;
        self.child(name, at);
        Ok(())
    }

    /// Text, in pieces.
    pub fn text(&mut self, pieces: &[&[u8]]) {
        let at = self.out.len();
        pieces.iter().for_each(|piece| self.out.extend_from_slice(piece));
        self.child(b"", at);
    }

    /// The innermost element ends.
    pub fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if let Some(gathered) = open.gathered {
            self.add(&gathered);
            let mut names = self.children.iter().skip(gathered.first).map(|child| child.name);
            if drop::says_nothing(open.name, &mut names) {
                self.out.truncate(open.at);
                self.children.truncate(gathered.first);
                return;
            }
            self.sort(gathered.first);
            self.children.truncate(gathered.first);
        }
        self.out.extend_from_slice(b"</");
        self.out.extend_from_slice(open.name);
        self.out.push(b'>');
        self.child(open.name, open.at);
    }

    /// Notes what was written since `at` as a child of the element that is open.
    fn child(&mut self, name: &'a [u8], at: usize) {
        let Some(parent) = self.open.last().and_then(|open| open.gathered.as_ref()) else { return };
        let rank = order::rank(parent.order, name);
        self.children.push(Child { name, rank, at, end: self.out.len() });
    }

    /// Adds what an element has to have and has not.
    fn add(&mut self, gathered: &Gathered) {
        for &(name, xml) in &gathered.additions {
            let mut there = self.children.iter().skip(gathered.first);
            if !there.any(|child| child.name == name.as_bytes()) {
                let at = self.out.len();
                self.out.extend_from_slice(xml.as_bytes());
                let rank = order::rank(gathered.order, name.as_bytes());
                self.children.push(Child { name: name.as_bytes(), rank, at, end: self.out.len() });
            }
        }
    }

    /// Sorts the children from `first` on; those of one name keep their order.
    fn sort(&mut self, first: usize) {
        let Some(children) = self.children.get_mut(first..) else { return };
        if children.is_sorted_by_key(|child| child.rank) {
            return;
        }
        let Some(at) = children.first().map(|child| child.at) else { return };
        children.sort_by_key(|child| child.rank);
        self.scratch.clear();
        for child in children {
            self.scratch.extend_from_slice(self.out.get(child.at..child.end).unwrap_or_default());
        }
        self.out.truncate(at);
        self.out.extend_from_slice(&self.scratch);
    }

    /// The tag with the attributes that it should have.
    fn tag(&mut self, name: &[u8], element: &BytesStart, end: &[u8]) -> Result<(), quick_xml::Error> {
        let path = Path { open: &self.open, indent: self.indent };
        let out = &mut self.out;
        out.push(b'<');
        out.extend_from_slice(name);
        let mut write = |name: &[u8], value: &[u8]| {
            for piece in [b" ", name, b"=\"", value, b"\""] {
                out.extend_from_slice(piece);
            }
        };
        for each in element.attributes() {
            let each = each.map_err(quick_xml::Error::from)?;
            if !drop::attribute(&path, name, &each) {
                write(each.key.as_ref(), &each.value);
            }
        }
        for (name, value) in add::attributes(&path, element) {
            write(name.as_bytes(), value.as_bytes());
        }
        out.extend_from_slice(end);
        Ok(())
    }
}
