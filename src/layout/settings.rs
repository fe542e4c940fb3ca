//! Settings that can be laid out: a draft from a file may carry any number.

use crate::draft::PageStyle;
use crate::draft::page_style::Face;

/// Exact height of a line of the title in twips: 22 pt type with a third of air, which is what
/// offices choose between 33 and 36 pt.
pub const LINE_TITLE: i32 = 700;

/// Twips that a row of a table is high at least.
pub const ROW_HEIGHT: i32 = 400;

/// Twips left free at each side of a table cell, Word's own default.
pub const CELL_MARGIN: i32 = 108;

/// Twips by which a cell's margins are narrower in the file than the columns are reckoned with,
/// so that borders find room.
pub const CELL_SLACK: i32 = 38;

/// The longest side of a sheet that Word takes, in twips.
const LONGEST_SIDE: i32 = 31680;

/// A copy of the settings in which every number can be used: a sheet that Word takes, margins
/// that leave room for text, a line that holds four characters.
pub(super) fn usable(style: &PageStyle) -> PageStyle {
    let mut style = style.clone();
    style.paper_width = style.paper_width.clamp(4000, LONGEST_SIDE);
    style.paper_height = style.paper_height.clamp(4000, LONGEST_SIDE);
    let (across, down) = (style.paper_width / 3, style.paper_height / 3);
    style.left = style.left.clamp(0, across);
    style.right = style.right.clamp(0, across);
    style.top = style.top.clamp(0, down);
    style.bottom = style.bottom.clamp(0, down);
    style.line_pitch = style.line_pitch.clamp(100, style.text_height());
    style.characters = style.characters.clamp(4, 200);
    style.footer = style.footer.clamp(0, down);
    for face in [
        &mut style.title,
        &mut style.heading1,
        &mut style.heading2,
        &mut style.heading3,
        &mut style.heading4,
        &mut style.body,
        &mut style.table,
        &mut style.page_number,
    ] {
        face.half_points = face.half_points.clamp(4, 200);
    }
    style
}

/// Exact height of a line of titles.
pub(super) fn title_line(style: &PageStyle) -> i32 {
    LINE_TITLE.max(style.title.em_twips() * 3 / 2).min(style.text_height())
}

/// Exact height of a line within a table cell.
pub(super) fn cell_line(style: &PageStyle) -> i32 {
    style.table.em_twips() * 13 / 10
}

/// Twips that are set behind each character so that a line holds as many as the settings say: 28
/// of 16 pt are 5.8 pt wider than the 版心 of GB/T 9704. Negative; 0 where they fit as they are.
pub fn character_spacing(style: &PageStyle) -> i32 {
    let em = style.body.em_twips();
    // An eighth of a character stays free: LibreOffice leaves the spacing out wherever Chinese
    // and digits meet, and a line full of figures must not lose its last character to that.
    let pitch = (style.text_width() - em / 8).div_euclid(i32::from(style.characters.max(1)));
    // Word condenses by at most its own type; wider than the type is never wanted.
    (pitch - em).clamp(-em / 4, 0)
}

/// Width of a full-width character of body text as it prints: less than the type's own where
/// the line is compressed to hold the wanted number of characters.
pub(super) fn pitch(style: &PageStyle) -> i32 {
    (style.text_width() / i32::from(style.characters)).min(style.body.em_twips())
}

/// Width of a text in a face, uncompressed.
pub(super) fn width(text: &str, face: &Face) -> i32 {
    let cells = i32::try_from(crate::text::width::text(text)).unwrap_or(i32::MAX);
    cells.saturating_mul(face.em_twips() / 2)
}
