//! Measures that follow from the settings of the page.

use crate::draft::PageStyle;
use crate::draft::page_style::Face;

/// Exact height of a line of titles.
pub(super) fn title_line(style: &PageStyle) -> i32 {
    style.title_pitch
}

/// Exact height of a line within a table cell.
pub(super) fn cell_line(style: &PageStyle) -> i32 {
    style.table_pitch
}

/// Width of a full-width character of body text that is not spread: less than the type's own
/// where the line is compressed to hold the wanted number of characters.
pub(super) fn pitch(style: &PageStyle) -> i32 {
    (style.text_width() / i32::from(style.characters)).min(style.body.em_twips())
}

/// Width of a text in a face, uncompressed.
pub(super) fn width(text: &str, face: &Face) -> i32 {
    let cells = i32::try_from(crate::text::width::text(text)).unwrap_or(i32::MAX);
    cells.saturating_mul(face.em_twips() / 2)
}
