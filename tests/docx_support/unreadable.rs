//! What others found behind Word's "unreadable content", each with a way to find it in a file.

use super::tree::Element;
use std::collections::BTreeSet;

/// Name and text of each part.
pub type Package = Vec<(String, String)>;

/// A cause: what is wrong, how it is found (true where it is), and a change of one part that
/// brings it about.
pub struct Cause {
    pub name: &'static str,
    pub found: fn(&Package) -> bool,
    pub broken: (&'static str, &'static str, &'static str),
}

const DOCUMENT: &str = "word/document.xml";
const STYLES: &str = "word/styles.xml";

pub const CAUSES: &[Cause] = &[
    Cause {
        name: "a cell that does not end in a paragraph (drmacro/wordinator 134)",
        found: |parts| any(parts, "w:tc", |cell| cell.children.last().is_none_or(|last| last.name != "w:p")),
        broken: (DOCUMENT, "</w:tc>", "<w:tbl/></w:tc>"),
    },
    Cause {
        name: "a row without cells",
        found: |parts| any(parts, "w:tr", |row| row.children("w:tc").count() == 0),
        broken: (DOCUMENT, "</w:tbl>", "<w:tr></w:tr></w:tbl>"),
    },
    Cause {
        name: "a table whose grid is missing or not that of its rows (quarto-dev/quarto-cli 6357)",
        found: |parts| {
            any(parts, "w:tbl", |table| {
                let columns = table.children("w:tblGrid").flat_map(|grid| grid.children("w:gridCol")).count();
                columns == 0 || table.children("w:tr").any(|row| row.children("w:tc").count() != columns)
            })
        },
        broken: (DOCUMENT, "<w:gridCol", "<w:gridCol w:w=\"1\"/><w:gridCol"),
    },
    Cause {
        name: "a table of more than 63 columns, which is all that Word has",
        found: |parts| any(parts, "w:tr", |row| row.children("w:tc").count() > 63),
        broken: (DOCUMENT, "</w:tr>", "[63 cells]</w:tr>"),
    },
    Cause {
        name: "properties twice or behind the content (quarto-dev/quarto-cli 6357)",
        found: |parts| {
            ["w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr"].iter().any(|name| {
                trees(parts).iter().flat_map(Element::all).any(|parent| {
                    let content = ["w:p", "w:r", "w:tbl", "w:tr", "w:tc"].contains(&parent.name.as_str());
                    content && parent.children.iter().skip(1).any(|child| child.name == *name)
                })
            })
        },
        broken: (DOCUMENT, "</w:pPr>", "</w:pPr><w:pPr/>"),
    },
    Cause {
        name: "page settings that are not the last of the body",
        found: |parts| any(parts, "w:body", |it| it.children.last().is_none_or(|it| it.name != "w:sectPr")),
        broken: (DOCUMENT, "</w:body>", "<w:p/></w:body>"),
    },
    Cause {
        name: "a field that begins and does not end",
        found: |parts| {
            trees(parts).iter().any(|part| {
                let count = |kind: &str| {
                    part.named("w:fldChar").filter(|it| it.attribute("w:fldCharType") == Some(kind)).count()
                };
                count("begin") != count("end") || count("separate") > count("begin")
            })
        },
        broken: ("word/footer1.xml", "w:fldCharType=\"end\"", "w:fldCharType=\"begin\""),
    },
    Cause {
        name: "a line end inside a text (anthropics/skills 1569)",
        found: |parts| any(parts, "w:t", |it| it.text.contains(['\n', '\r', '\t'])),
        broken: (DOCUMENT, "</w:t>", "\n</w:t>"),
    },
    Cause {
        name: "a bookmark or paragraph number that stands twice, or a bookmark without end",
        found: |parts| {
            let document = tree(parts, DOCUMENT);
            let ids = |name: &str, attribute: &str| {
                let all = document.all().into_iter().filter(|it| name.is_empty() || it.name == name);
                let ids: Vec<_> = all.filter_map(|it| it.attribute(attribute)).map(str::to_owned).collect();
                let unique: BTreeSet<_> = ids.iter().cloned().collect();
                (ids.len() != unique.len(), unique)
            };
            let (begins, ends) = (ids("w:bookmarkStart", "w:id"), ids("w:bookmarkEnd", "w:id"));
            let names = ids("w:bookmarkStart", "w:name");
            let paragraphs = ids("", "w14:paraId");
            begins.0 || ends.0 || names.0 || paragraphs.0 || begins.1 != ends.1
        },
        broken: (DOCUMENT, "<w:body>", "<w:body><w:bookmarkStart w:id=\"77\" w:name=\"x\"/>"),
    },
    Cause {
        name: "a relationship that leads nowhere, or is used and not there",
        found: |parts| {
            let relationships = tree(parts, "word/_rels/document.xml.rels");
            let targets = relationships.children.iter().filter_map(|it| it.attribute("Target"));
            let ids: BTreeSet<_> =
                relationships.children.iter().filter_map(|it| it.attribute("Id")).collect();
            let lost = targets.clone().any(|it| !parts.iter().any(|(name, _)| *name == format!("word/{it}")));
            lost || ids.len() != targets.count()
                || tree(parts, DOCUMENT)
                    .all()
                    .iter()
                    .any(|it| it.attribute("r:id").is_some_and(|id| !ids.contains(id)))
        },
        broken: ("word/_rels/document.xml.rels", "footer1.xml", "footer9.xml"),
    },
    Cause {
        name: "a part without a content type, or a content type without its part",
        found: |parts| {
            let types = tree(parts, "[Content_Types].xml");
            let named: BTreeSet<_> =
                types.children("Override").filter_map(|it| it.attribute("PartName")).collect();
            let default = |name: &str| name.ends_with(".rels") || name.starts_with('[');
            let there = |name: &str| parts.iter().any(|(part, _)| format!("/{part}") == name);
            parts.iter().any(|(name, _)| !default(name) && !named.contains(format!("/{name}").as_str()))
                || named.iter().any(|name| !there(name))
        },
        broken: ("[Content_Types].xml", "/word/styles.xml", "/word/style.xml"),
    },
    Cause {
        name: "a property of the document twice (python-openxml/python-docx 1037)",
        found: |parts| {
            let core = tree(parts, "docProps/core.xml");
            let names: BTreeSet<_> = core.children.iter().map(|it| &it.name).collect();
            names.len() != core.children.len()
        },
        broken: ("docProps/core.xml", "</cp:coreProperties>", "<dc:title>x</dc:title></cp:coreProperties>"),
    },
    Cause {
        name: "a date of the properties in another form than Word's",
        found: |parts| {
            let core = tree(parts, "docProps/core.xml");
            let dates = core.children.iter().filter(|it| it.name.starts_with("dcterms:"));
            dates.clone().count() != 2
                || dates.clone().any(|it| {
                    it.text.len() != 20
                        || !it.text.ends_with('Z')
                        || it.text.as_bytes().get(10) != Some(&b'T')
                })
        },
        broken: ("docProps/core.xml", "Z</dcterms:created>", "+08:00</dcterms:created>"),
    },
    Cause {
        name: "two entries of one name, or an entry that is no part (elapouya/python-docx-template 558)",
        found: |parts| {
            let names: BTreeSet<_> = parts.iter().map(|(name, _)| name.to_lowercase()).collect();
            names.len() != parts.len() || names.iter().any(|it| it.ends_with('/') || it.contains(['\\', ':']))
        },
        broken: ("", "", "word/styles.xml"),
    },
    Cause {
        name: "a style twice, or one that is used and not there",
        found: |parts| {
            let styles = tree(parts, STYLES);
            let ids: Vec<_> = styles.children("w:style").filter_map(|it| it.attribute("w:styleId")).collect();
            let unique: BTreeSet<_> = ids.iter().copied().collect();
            let used = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"];
            ids.len() != unique.len()
                || used
                    .iter()
                    .any(|name| any(parts, name, |it| !unique.contains(it.attribute("w:val").unwrap())))
        },
        broken: (STYLES, "w:styleId=\"Heading1\"", "w:styleId=\"Title\""),
    },
    Cause {
        name: "a size, length or name beyond what Word takes",
        found: |parts| {
            let number = |element: &Element, name: &str| {
                element.attribute(name).and_then(|it| it.parse::<i64>().ok()).unwrap_or(0)
            };
            let beyond = |element: &&Element| match element.name.as_str() {
                "w:sz" | "w:szCs" => !(2..=3276).contains(&number(element, "w:val")),
                "w:ind" | "w:spacing" | "w:pgSz" | "w:pgMar" | "w:gridCol" | "w:tab" => {
                    let values = element.attributes.iter().filter_map(|(_, value)| value.parse::<i64>().ok());
                    values.into_iter().any(|value| value.abs() > 31_680)
                }
                "w:font" => element.attribute("w:name").is_none_or(|it| it.encode_utf16().count() > 31),
                _ => false,
            };
            trees(parts).iter().any(|part| part.all().iter().any(beyond))
        },
        broken: (STYLES, "<w:sz w:val=\"32\"/>", "<w:sz w:val=\"40000\"/>"),
    },
    Cause {
        name: "mc:Ignorable with a prefix that is not declared",
        found: |parts| {
            trees(parts).iter().any(|root| {
                let prefixes = root.attribute("mc:Ignorable").unwrap_or_default();
                prefixes
                    .split(' ')
                    .filter(|it| !it.is_empty())
                    .any(|it| root.attribute(&format!("xmlns:{it}")).is_none())
            })
        },
        broken: (DOCUMENT, "mc:Ignorable=\"", "mc:Ignorable=\"w99 "),
    },
    Cause {
        name: "a part that does not begin as Word's do, or a document type",
        found: |parts| {
            let begins =
                |xml: &str| xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
            parts.iter().any(|(_, xml)| !begins(xml) || xml.contains("<!"))
        },
        broken: (STYLES, "<?xml", "\u{feff}<?xml"),
    },
    Cause {
        name: "a mode of older Word, in which the page is set otherwise",
        found: |parts| {
            let settings = tree(parts, "word/settings.xml");
            let mut modes = settings
                .named("w:compatSetting")
                .filter(|it| it.attribute("w:name") == Some("compatibilityMode"));
            modes.next().and_then(|it| it.attribute("w:val")) != Some("15")
        },
        broken: ("word/settings.xml", "compatibilityMode", "compatibilityModes"),
    },
    Cause {
        name: "a question to update fields, or a template outside",
        found: |parts| any(parts, "w:updateFields", |_| true) || any(parts, "w:attachedTemplate", |_| true),
        broken: ("word/settings.xml", "<w:compat>", "<w:updateFields/><w:compat>"),
    },
];

fn tree(parts: &Package, name: &str) -> Element {
    let (_, xml) = parts.iter().find(|(part, _)| part == name).unwrap();
    Element::read(xml.trim_start_matches('\u{feff}'))
}

fn trees(parts: &Package) -> Vec<Element> {
    parts.iter().map(|(_, xml)| Element::read(xml.trim_start_matches('\u{feff}'))).collect()
}

/// True where an element of this name is so.
fn any(parts: &Package, name: &str, is: impl Fn(&Element) -> bool) -> bool {
    trees(parts).iter().any(|part| part.named(name).any(&is))
}
