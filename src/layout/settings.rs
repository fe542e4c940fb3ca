//! Measures that follow from the settings of the page.

use crate::draft::PageStyle;
use crate::draft::page_style::Face;

/// Twips by which a cell's margins are narrower in the file than the columns are reckoned with,
/// so that borders find room.
pub const CELL_SLACK: i32 = 38;

/// Exact height of a line of titles.
pub(super) fn title_line(style: &PageStyle) -> i32 {
    style.title_pitch
}

/// Exact height of a line within a table cell.
pub(super) fn cell_line(style: &PageStyle) -> i32 {
    style.table_pitch
}

/// Twips that are set behind each character so that a line holds as many as the settings say: 28
/// of 16 pt are 5.8 pt wider than the 版心 of GB/T 9704. Negative where they are set closer.
pub fn character_spacing(style: &PageStyle) -> i32 {
    let em = style.body.em_twips();
    // An eighth of a character stays free: LibreOffice leaves the spacing out wherever Chinese
    // and digits meet, and a line full of figures must not lose its last character to that.
    let pitch = (style.text_width() - em / 8).div_euclid(i32::from(style.characters.max(1)));
    (pitch - em).clamp(-em / 4, em)
}

/// Width of a full-width character of body text that is not spread: less than the type's own
/// where the line is compressed to hold the wanted number of characters.
pub(super) fn pitch(style: &PageStyle) -> i32 {
    (style.text_width() / i32::from(style.characters.max(1))).min(style.body.em_twips())
}

/// Width of a text in a face, uncompressed.
pub(super) fn width(text: &str, face: &Face) -> i32 {
    let cells = i32::try_from(crate::text::width::text(text)).unwrap_or(i32::MAX);
    cells.saturating_mul(face.em_twips() / 2)
}
