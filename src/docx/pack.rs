//! The package: docx-rs's parts, repaired, with ours in place of what it cannot say; packed with
//! deflate, without directory entries and with one time for all, so that the same parts make the
//! same bytes.

use super::error::ExportError;
use super::repair;
use docx_rs::XMLDocx;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What stands in the file.
pub(super) struct Package {
    /// docx-rs's parts.
    pub parts: XMLDocx,
    /// docProps/app.xml
    pub app: Vec<u8>,
    /// docProps/core.xml
    pub core: Vec<u8>,
    /// word/fontTable.xml
    pub fonts: Vec<u8>,
    /// First-line indent of paragraphs in characters.
    pub indent: u16,
}

impl Package {
    /// Repairs and packs. `[Content_Types].xml` stands first: some readers want it there.
    pub fn pack(self) -> Result<Vec<u8>, ExportError> {
        let Self { parts, app, core, fonts, indent } = self;
        let repaired = [
            ("[Content_Types].xml", &parts.content_type),
            ("_rels/.rels", &parts.rels),
            ("word/_rels/document.xml.rels", &parts.document_rels),
            ("word/document.xml", &parts.document),
            ("word/styles.xml", &parts.styles),
            ("word/settings.xml", &parts.settings),
        ];
        let footers = ["word/footer1.xml", "word/footer2.xml"].into_iter().zip(&parts.footers);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, xml) in repaired.into_iter().chain(footers) {
            let xml = repair::part(xml, indent)
                .map_err(|error| ExportError::Part { part: name, reason: error.to_string() })?;
            zip.start_file(name, options)?;
            zip.write_all(&xml)?;
        }
        for (name, xml) in
            [("docProps/app.xml", &app), ("docProps/core.xml", &core), ("word/fontTable.xml", &fonts)]
        {
            zip.start_file(name, options)?;
            zip.write_all(xml)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}
