//! Commands over a draft: export, text, outline.

use super::trouble::{Trouble, bytes, say};
use qinggao::draft::Draft;
use qinggao::draft::numbering::{Numbered, Numbering};
use qinggao::draft::reference::References;
use qinggao::{docx, layout, storage};

/// Reads a draft from a backup, a stored envelope or a bare draft.
pub fn read(path: &str) -> Result<Draft, Trouble> {
    let draft = storage::read_draft(&bytes(path)?);
    draft.map_err(|error| Trouble::NotADraft { path: path.to_owned(), reason: error.to_string() })
}

/// Writes the Word file.
pub fn export(draft: &str, out: &str) -> Result<(), Trouble> {
    let document = layout::layout(&read(draft)?);
    let failed = |reason: String| Trouble::Write { path: out.to_owned(), reason };
    let seconds =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |it| it.as_secs());
    let now = jiff::Timestamp::from_second(i64::try_from(seconds).unwrap_or(0)).unwrap_or_default();
    let exported = docx::export(&document, &now.to_string()).map_err(|error| failed(error.to_string()))?;
    std::fs::write(out, exported.bytes).map_err(|error| failed(error.to_string()))?;
    if exported.dropped > 0 {
        eprintln!(
            "有 {} 个 Word 不能保存的控制字符未写入。Control characters left out: {0}",
            exported.dropped
        );
    }
    Ok(())
}

/// Prints the report as plain text.
pub fn text(draft: &str) -> Result<(), Trouble> {
    say(&layout::plain_text(&layout::layout(&read(draft)?)))
}

/// Prints a line for each heading.
pub fn outline(draft: &str) -> Result<(), Trouble> {
    let draft = read(draft)?;
    let references = References::of(&draft);
    let numbering = Numbering::of(&draft);
    let mut out = String::new();
    let mut line = |part: &str, numbered: &Numbered, heading: &str| {
        let heading = references.expand(heading.trim()).text;
        out.push_str(&format!("{part}\t{}\t{}\t{heading}\n", numbered.level, numbered.ordinal));
    };
    for part in &draft.parts {
        let Some(numbered) = numbering.part(part.kind) else { continue };
        line(part.kind.code(), numbered, &part.heading);
        for item in &part.items {
            if let Some(numbered) = numbering.item(item.id).filter(|numbered| !numbered.ordinal.is_empty()) {
                line(part.kind.code(), numbered, &item.heading);
            }
        }
    }
    say(&out)
}
