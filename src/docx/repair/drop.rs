//! What docx-rs 0.4.22 writes that may not stand there, or that nobody needs.

use super::Path;
use super::add::value;
use quick_xml::events::BytesStart;

/// Parts that it always writes and that a report has nothing for; they are not packed, so
/// nothing may point to them.
const PARTS: &[&str] =
    &["comments.xml", "commentsExtended.xml", "numbering.xml", "footnotes.xml", "custom.xml"];

/// Elements that are left out where nothing stands in them. `w:rPr` is not even allowed inside
/// the `w:pPr` of a style, where docx-rs always writes it.
pub(super) fn if_empty(element: &str) -> bool {
    matches!(element, "w:rPr" | "w:pPr" | "w:trPr" | "w:tcPr" | "w:rPrDefault" | "w:pPrDefault")
}

/// True for an element that is left out with all that stands in it.
pub(super) fn element(path: &mut Path, element: &BytesStart) -> bool {
    match element.name().as_ref() {
        // A bare Normal always stands first; ours, the second, says what Normal is.
        b"w:style" => {
            value(element, "w:styleId") == "Normal" && !std::mem::replace(&mut path.bare_normal, true)
        }
        // Borders belong to the table's style, so that it can be changed there; empty ones too
        // are written always.
        b"w:tblBorders" => path.ancestor(1) == "w:tbl",
        b"Override" => {
            let part = value(element, "PartName");
            // A relationships part has its type by extension.
            part.ends_with(".rels") || is_unneeded(&part)
        }
        b"Relationship" => is_unneeded(&value(element, "Target")),
        // No picture is ever packed.
        b"Default" => value(element, "ContentType").starts_with("image/"),
        _ => false,
    }
}

fn is_unneeded(part: &str) -> bool {
    PARTS.contains(&part.rsplit('/').next().unwrap_or_default())
}

/// True for an attribute that is left out.
pub(super) fn attribute(element: &BytesStart, attribute: &[u8]) -> bool {
    match (element.name().as_ref(), attribute) {
        // Counted from 1 in every file, while the format wants ids that are unique.
        (b"w:p", b"w14:paraId" | b"w14:textId") => true,
        // The schema has none there.
        (b"w:gridCol", b"w:type") => true,
        (b"w:fldChar", b"w:dirty") => true,
        _ => false,
    }
}
