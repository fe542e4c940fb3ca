//! word/fontTable.xml: the Chinese faces, each with the face that stands in where it is missing.
//! docx-rs's own names Times, Symbol and Arial only.

use super::error::ExportError;
use super::sheet::Sheet;
use crate::layout::TextKind;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

/// Every face of the settings, once.
pub(super) fn write(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let page = sheet.page();
    let mut faces = TextKind::ALL.map(|kind| page.face(kind)).to_vec();
    faces.sort_by(|a, b| a.name.cmp(&b.name));
    faces.dedup_by(|a, b| a.name == b.name);
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    writer
        .create_element("w:fonts")
        .with_attribute(("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"))
        .write_inner_content(|writer| {
            for face in faces {
                writer
                    .create_element("w:font")
                    .with_attribute(("w:name", face.name.as_str()))
                    .write_inner_content(|writer| {
                        let other = face.fallback.split(',').map(str::trim).find(|name| !name.is_empty());
                        if let Some(other) = other {
                            value(writer, "w:altName", other)?;
                        }
                        // 134: the Chinese (GB 2312) character set.
                        value(writer, "w:charset", "86")?;
                        value(writer, "w:family", "auto")?;
                        value(writer, "w:pitch", "default")
                    })?;
            }
            Ok(())
        })?;
    Ok(writer.into_inner())
}

fn value(writer: &mut Writer<Vec<u8>>, element: &str, value: &str) -> std::io::Result<()> {
    writer.create_element(element).with_attribute(("w:val", value)).write_empty().map(|_| ())
}
