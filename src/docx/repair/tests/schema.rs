//! The order is the schema's, where the schema is at hand.

use super::super::value;
use super::order::ORDER;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::path::PathBuf;

/// The types and groups whose elements, one after the other, are the children.
const TYPES: &[(&str, &[&str])] = &[
    ("w:pPr", &["CT_PPrBase", "CT_PPr"]),
    ("w:rPr", &["EG_RPrBase"]),
    ("w:style", &["CT_Style"]),
    ("w:sectPr", &["EG_HdrFtrReferences", "EG_SectPrContents"]),
    ("w:tblPr", &["CT_TblPrBase"]),
    ("w:settings", &["CT_Settings"]),
    ("w:styles", &["CT_Styles"]),
];

/// Names of the elements that a type or group lists.
fn listed(schema: &str, wanted: &str) -> Vec<String> {
    let mut reader = Reader::from_str(schema);
    let kind: &[u8] = if wanted.starts_with("EG_") { b"xsd:group" } else { b"xsd:complexType" };
    let (mut names, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return names,
            Event::End(end) if inside && end.name().as_ref() == kind => return names,
            Event::Start(element) | Event::Empty(element) => {
                let name = String::from_utf8_lossy(&value(&element, "name")).into_owned();
                if element.name().as_ref() == kind {
                    inside = name == wanted;
                } else if inside && element.name().as_ref() == b"xsd:element" {
                    names.push(format!("w:{name}"));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn the_children_stand_in_the_order_of_the_schema() {
    let shared = std::env::var_os("QINGGAO_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let path = shared.join("docx-check/xsd/wml.xsd");
    let Ok(schema) = std::fs::read_to_string(&path) else {
        println!("skipped: no schema at {}", path.display());
        return;
    };
    for ((element, ours), (named, types)) in ORDER.iter().zip(TYPES) {
        assert_eq!(element, named);
        let theirs: Vec<String> = types.iter().flat_map(|name| listed(&schema, name)).collect();
        assert!(theirs.len() > 2, "{element}: the schema lists {theirs:?}");
        let mut rest = theirs.iter();
        for child in *ours {
            assert!(rest.any(|it| it == child), "{element}: {child} stands elsewhere in {theirs:?}");
        }
        // A child that the table did not know would stand last, wherever it belongs. Of the many
        // settings only those near the ones that are written are listed.
        let mut unknown = theirs.iter().filter(|it| !ours.contains(&it.as_str()) && !it.ends_with("Change"));
        assert!(*element == "w:settings" || unknown.next().is_none(), "{element}: {theirs:?}");
    }
}
