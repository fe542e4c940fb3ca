//! What docx-rs 0.4.22 cannot say. Where it learns to, the entry goes.

use super::value;
use super::writing::Path;
use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// Ids of the styles that Word has itself; all others are marked as our own.
const BUILT_IN: &[&str] =
    &["Normal", "Title", "Heading1", "Heading2", "Heading3", "Heading4", "TOC1", "TOC2"];

/// An attribute: its element, its name, and its value where the element has to have it.
pub(super) type Attribute = (&'static str, &'static str, fn(&Path, &BytesStart) -> Option<Cow<'static, str>>);

pub(super) const ATTRIBUTES: &[Attribute] = &[
    // Its writer drops `first_line_chars`. All styles stand in by so many characters of their own
    // type; a paragraph that stands otherwise has to take that back, since characters go before
    // twips.
    ("w:ind", "w:firstLineChars", |path, it| {
        let says = has(it, "w:firstLine") || has(it, "w:hanging");
        let characters = if path.ancestor(1) == b"w:style" { u32::from(path.indent) * 100 } else { 0 };
        says.then(|| characters.to_string().into())
    }),
    // Without it LibreOffice, and the grid, take 12 pt for the size of the text.
    ("w:style", "w:default", |_, it| (&*value(it, "w:styleId") == b"Normal").then_some("1".into())),
    ("w:style", "w:customStyle", |_, it| {
        let id = value(it, "w:styleId");
        (!BUILT_IN.iter().any(|known| known.as_bytes() == &*id)).then_some("1".into())
    }),
];

/// A child: its element, its name, and its XML where the element has to have it.
pub(super) type Child = (&'static str, &'static str, fn(&Path, &BytesStart) -> Option<&'static str>);

pub(super) const CHILDREN: &[Child] = &[
    // No style of Word's own but those that stand in the file is offered, so that its gallery
    // and its list of styles show ours.
    ("w:styles", "w:latentStyles", |_, _| {
        Some(concat!(
            r#"<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1""#,
            r#" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>"#
        ))
    }),
    // As a Chinese Word writes it. Figures and letters said to be Chinese too would break anywhere
    // in LibreOffice: 3|99家.
    ("w:rPr", "w:lang", |path, _| {
        (path.ancestor(0) == b"w:rPrDefault")
            .then_some(r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#)
    }),
    // Word's space between Chinese and Latin text would break the 28 characters of a line.
    ("w:pPr", "w:autoSpaceDE", |path, _| {
        (path.ancestor(0) == b"w:pPrDefault").then_some(r#"<w:autoSpaceDE w:val="0"/>"#)
    }),
    ("w:pPr", "w:autoSpaceDN", |path, _| {
        (path.ancestor(0) == b"w:pPrDefault").then_some(r#"<w:autoSpaceDN w:val="0"/>"#)
    }),
    // Second names of the styles that Word knows, as the field calls them.
    ("w:style", "w:aliases", |_, style| match &*value(style, "w:styleId") {
        b"Heading1" => Some(r#"<w:aliases w:val="一级标题"/>"#),
        b"Heading2" => Some(r#"<w:aliases w:val="二级标题"/>"#),
        b"Heading3" => Some(r#"<w:aliases w:val="三级标题"/>"#),
        b"Heading4" => Some(r#"<w:aliases w:val="四级标题"/>"#),
        b"TOC1" => Some(r#"<w:aliases w:val="一级目录"/>"#),
        b"TOC2" => Some(r#"<w:aliases w:val="二级目录"/>"#),
        _ => None,
    }),
    // The header row is the first of a table and repeats on each page (GB/T 9704—2012, 7.6).
    ("w:trPr", "w:tblHeader", |path, _| (path.row() == 1).then_some("<w:tblHeader/>")),
    // A line holds 28 characters, stops among them: Word's usual compressPunctuation would set
    // two stops in the room of one and draw a character from the next line. docx-rs writes this
    // inside w:compat, where it may not stand.
    ("w:settings", "w:characterSpacingControl", |_, _| {
        Some(r#"<w:characterSpacingControl w:val="doNotCompress"/>"#)
    }),
];

/// Attributes to add to an element.
pub(super) fn attributes(
    path: &Path,
    element: &BytesStart,
) -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    ATTRIBUTES
        .iter()
        .filter(|(name, attribute, _)| element.name().as_ref() == name.as_bytes() && !has(element, attribute))
        .filter_map(|(_, attribute, rule)| Some((*attribute, rule(path, element)?)))
}

/// Children that an element has to have, with their names.
pub(super) fn children(path: &Path, element: &BytesStart) -> Vec<(&'static str, &'static str)> {
    CHILDREN
        .iter()
        .filter(|(name, _, _)| element.name().as_ref() == name.as_bytes())
        .filter_map(|(_, child, rule)| Some((*child, rule(path, element)?)))
        .collect()
}

/// True for an element that may have to have a child.
pub(super) fn may_have_children(element: &[u8]) -> bool {
    CHILDREN.iter().any(|(name, _, _)| name.as_bytes() == element)
}

fn has(element: &BytesStart, attribute: &str) -> bool {
    matches!(element.try_get_attribute(attribute), Ok(Some(_)))
}
