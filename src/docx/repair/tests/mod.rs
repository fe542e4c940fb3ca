//! Each entry of the three tables has the case that needs it, and the repair keeps all it should.

mod cases;
mod laws;
mod schema;

use super::{add, drop, order};

/// One entry, and what docx-rs writes there.
struct Case {
    /// As [`entries`] names it.
    entry: String,
    /// A part as docx-rs writes it.
    raw: Vec<u8>,
    /// What is wrong in it.
    wrong: &'static str,
    /// What stands there after the repair; nothing where it is left out.
    right: &'static str,
}

/// A part repaired, with the standard's indent of 2 characters.
fn part(xml: &[u8]) -> Result<Vec<u8>, quick_xml::Error> {
    super::part(xml, 2)
}

/// The entries of all tables.
fn entries() -> Vec<String> {
    let order = order::ORDER.iter().map(|(element, _)| format!("order of {element}"));
    let attributes = add::ATTRIBUTES.iter().map(|(element, name, _)| format!("{element} gets {name}"));
    let children = add::CHILDREN.iter().map(|(element, name, _)| format!("{element} gets {name}"));
    let parts = drop::PARTS.iter().map(|name| format!("no {name}"));
    let elements = drop::ELEMENTS.iter().map(|(name, _, _)| format!("some {name} left out"));
    let empty = drop::SAYING_NOTHING.iter().map(|(name, _)| format!("{name} that says nothing"));
    let dropped = drop::ATTRIBUTES.iter().map(|(element, name, _)| format!("{element} loses {name}"));
    order.chain(attributes).chain(children).chain(parts).chain(elements).chain(empty).chain(dropped).collect()
}

/// A part as the cases quote it: docx-rs sets a space before `/>`.
fn quoted(part: &[u8]) -> String {
    String::from_utf8(part.to_vec()).unwrap().replace(" />", "/>")
}

#[test]
fn each_entry_puts_right_what_docx_rs_writes_wrongly() {
    for Case { entry, raw, wrong, right } in cases::all() {
        let before = quoted(&raw);
        assert!(before.contains(wrong), "{entry}: docx-rs writes it rightly, the entry can go\n{before}");
        let after = quoted(&part(&raw).unwrap());
        assert!(!after.contains(wrong), "{entry}: still wrong\n{after}");
        assert!(after.contains(right), "{entry}: not right\n{after}");
    }
}

#[test]
fn each_entry_has_the_case_that_needs_it() {
    let mut needed: Vec<String> = cases::all().into_iter().map(|case| case.entry).collect();
    let mut entries = entries();
    needed.sort();
    entries.sort();
    assert_eq!(entries, needed);
}
