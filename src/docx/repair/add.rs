//! What docx-rs 0.4.22 cannot say. Where it learns to, the entry goes.

use super::Path;
use quick_xml::events::BytesStart;

/// Ids of the styles that Word has itself; all others are marked as our own.
const BUILT_IN: &[&str] = &["Normal", "Title", "Heading1", "Heading2", "Heading3", "Heading4"];

/// Second names of the heading styles, as the field calls them.
const ALIASES: &[(&str, &str)] =
    &[("Heading1", "一级标题"), ("Heading2", "二级标题"), ("Heading3", "三级标题"), ("Heading4", "四级标题")];

/// An attribute's value as it stands in the file; empty where there is none.
pub(super) fn value(element: &BytesStart, attribute: &str) -> String {
    match element.try_get_attribute(attribute) {
        Ok(Some(found)) => String::from_utf8_lossy(&found.value).into_owned(),
        _ => String::new(),
    }
}

/// Attributes to add to an element.
pub(super) fn attributes(path: &Path, element: &BytesStart) -> Vec<(&'static str, String)> {
    match element.name().as_ref() {
        // `first_line_chars` is dropped by its writer. A document has one first-line indent.
        b"w:ind" if !value(element, "w:firstLine").is_empty() => {
            vec![("w:firstLineChars", (u32::from(path.indent) * 100).to_string())]
        }
        b"w:style" => match value(element, "w:styleId").as_str() {
            // Without it LibreOffice, and the grid, take 12 pt for the size of the text.
            "Normal" => vec![("w:default", "1".to_owned())],
            known if BUILT_IN.contains(&known) => vec![],
            _ => vec![("w:customStyle", "1".to_owned())],
        },
        _ => vec![],
    }
}

/// Children to add to an element, with their names. Only elements that are sorted are asked.
pub(super) fn children(path: &Path, element: &BytesStart) -> Vec<(&'static str, String)> {
    match element.name().as_ref() {
        // As a Chinese Word writes it. Figures and letters said to be Chinese too would break
        // anywhere in LibreOffice: 3|99家.
        b"w:rPr" if path.ancestor(0) == "w:rPrDefault" => {
            vec![("w:lang", r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#.to_owned())]
        }
        // The header row is the first of a table and repeats on each page (GB/T 9704—2012, 7.6).
        b"w:trPr" if path.row() == 1 => vec![("w:tblHeader", "<w:tblHeader/>".to_owned())],
        b"w:style" => {
            let id = value(element, "w:styleId");
            let alias = ALIASES.iter().find(|(style, _)| *style == id);
            alias
                .map(|(_, alias)| ("w:aliases", format!(r#"<w:aliases w:val="{alias}"/>"#)))
                .into_iter()
                .collect()
        }
        // Word's space between Chinese and Latin text would break the 28 characters of a line.
        b"w:pPr" if path.ancestor(0) == "w:pPrDefault" => vec![
            ("w:autoSpaceDE", r#"<w:autoSpaceDE w:val="0"/>"#.to_owned()),
            ("w:autoSpaceDN", r#"<w:autoSpaceDN w:val="0"/>"#.to_owned()),
        ],
        _ => vec![],
    }
}
