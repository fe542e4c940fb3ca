//! docProps/core.xml, whose title and creator docx-rs keeps to itself, and docProps/app.xml, which
//! it leaves empty.

use super::error::ExportError;
use super::text::clean;
use crate::layout::Document;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Title, author, time and language. The time is written in UTC, in whole seconds.
pub(super) fn core(document: &Document, created: &str) -> Result<Vec<u8>, ExportError> {
    let time: jiff::Timestamp =
        created.trim().parse().map_err(|_| ExportError::Created(created.to_owned()))?;
    let time = time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let title = clean(&document.title);
    let author = clean(&document.author);
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let plain = [
        ("dc:title", title.as_str()),
        ("dc:creator", author.as_str()),
        ("cp:lastModifiedBy", author.as_str()),
        ("dc:language", "zh-CN"),
    ];
    writer
        .create_element("cp:coreProperties")
        .with_attributes([
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ])
        .write_inner_content(|writer| {
            for (name, text) in plain {
                writer.create_element(name).write_text_content(BytesText::new(text))?;
            }
            for name in ["dcterms:created", "dcterms:modified"] {
                writer
                    .create_element(name)
                    .with_attribute(("xsi:type", "dcterms:W3CDTF"))
                    .write_text_content(BytesText::new(&time))?;
            }
            Ok(())
        })?;
    Ok(writer.into_inner())
}

/// The program that wrote the file, and the unit. No version: Word calls a file damaged whose
/// version is not written as it writes its own.
pub(super) fn app(document: &Document) -> Result<Vec<u8>, ExportError> {
    let author = clean(&document.author);
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    writer
        .create_element("Properties")
        .with_attribute((
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        ))
        .write_inner_content(|writer| {
            for (name, text) in [("Application", "青稿"), ("Company", author.as_str())] {
                writer.create_element(name).write_text_content(BytesText::new(text))?;
            }
            Ok(())
        })?;
    Ok(writer.into_inner())
}
