//! What docx-rs 0.4.22 writes that may not stand there, or that nobody needs. Where it stops
//! writing it, the entry goes.

use super::value;
use super::writing::Path;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attribute;

/// Ends of the names of parts that it always writes and that a report has nothing for; they are
/// not packed, so nothing may point to them.
pub(super) const PARTS: &[&str] = &[
    "/comments.xml",
    "commentsExtended.xml",
    "/numbering.xml",
    "/custom.xml",
    // Packed where there are any; these have their type by extension.
    ".rels",
];

/// An element, its attribute, and the values of it by which the element is left out.
pub(super) type Element = (&'static str, &'static str, fn(&[u8]) -> bool);

/// Elements that are left out with all that stands in them.
pub(super) const ELEMENTS: &[Element] = &[
    ("Relationship", "Target", is_unneeded),
    ("Override", "PartName", is_unneeded),
    // No picture is ever packed.
    ("Default", "ContentType", |kind| kind.starts_with(b"image/")),
];

/// Elements that are left out where nothing stands in them but what is named.
pub(super) const SAYING_NOTHING: &[(&str, &[&str])] = &[
    // Not even allowed inside the w:pPr of a style, where it is always written.
    ("w:rPr", &[]),
    ("w:pPr", &[]),
    ("w:tcPr", &[]),
    // Borders belong to the table's style, so that it can be changed there.
    ("w:tblBorders", &[]),
    // A bare Normal is always written first; another of the same id, ours, says what Normal is.
    ("w:style", &["w:name", "w:qFormat"]),
];

/// An element and its attribute; where not all are left out, the parent of the element's parent
/// and the value of those that are.
pub(super) type Dropped = (&'static str, &'static str, Option<(&'static str, &'static str)>);

/// Attributes that are left out.
pub(super) const ATTRIBUTES: &[Dropped] = &[
    // Counted from 1 in every file, while the format wants ids that are unique.
    ("w:p", "w14:paraId", None),
    // The schema has none there.
    ("w:gridCol", "w:type", None),
    ("w:fldChar", "w:dirty", None),
    // Written always, while a paragraph that says 0 would hide an indent of its style.
    ("w:ind", "w:left", Some(("w:p", "0"))),
    ("w:ind", "w:right", Some(("w:p", "0"))),
];

/// True for an element that is left out with all that stands in it.
pub(super) fn element(element: &BytesStart) -> bool {
    ELEMENTS.iter().any(|(name, attribute, rule)| {
        element.name().as_ref() == name.as_bytes() && rule(&value(element, attribute))
    })
}

/// True for an element that is left out when nothing else stands in it.
pub(super) fn may_say_nothing(element: &[u8]) -> bool {
    SAYING_NOTHING.iter().any(|(name, _)| name.as_bytes() == element)
}

/// True for an element in which nothing stands, of these children.
pub(super) fn says_nothing<'n>(element: &[u8], children: &mut impl Iterator<Item = &'n [u8]>) -> bool {
    SAYING_NOTHING
        .iter()
        .find(|(name, _)| name.as_bytes() == element)
        .is_some_and(|(_, nothing)| children.all(|child| nothing.iter().any(|name| name.as_bytes() == child)))
}

/// True for an attribute that is left out.
pub(super) fn attribute(path: &Path, element: &[u8], attribute: &Attribute) -> bool {
    ATTRIBUTES.iter().any(|(name, dropped, only)| {
        name.as_bytes() == element
            && dropped.as_bytes() == attribute.key.as_ref()
            && only.is_none_or(|(grandparent, value)| {
                path.ancestor(1) == grandparent.as_bytes() && &*attribute.value == value.as_bytes()
            })
    })
}

fn is_unneeded(part: &[u8]) -> bool {
    PARTS.iter().any(|end| part.ends_with(end.as_bytes()))
}
