//! Settings that can be laid out: a draft from a file may carry any number.

use super::{PageStyle, TextKind};

/// The longest side of a sheet that Word takes, in twips.
const LONGEST_SIDE: i32 = 31_680;
/// The shortest side that still is a sheet: 70 mm.
const SHORTEST_SIDE: i32 = 4000;
/// A page number taller than 36 pt would not fit below the text.
const LARGEST_NUMBER: u16 = 72;
/// More blank lines, or characters of an inset, than any house rule asks for.
const MOST_LINES: u16 = 10;
const MOST_CHARACTERS: u16 = 20;
/// 10 mm.
const WIDEST_CELL_MARGIN: i32 = 567;

impl PageStyle {
    /// A copy in which every number can be used: a sheet that Word takes, margins that leave room
    /// for text and page number, lines no lower than their type, characters that are neither
    /// pressed into each other nor further apart than they are wide.
    pub fn usable(&self) -> Self {
        let mut style = self.clone();
        style.paper_width = style.paper_width.clamp(SHORTEST_SIDE, LONGEST_SIDE);
        style.paper_height = style.paper_height.clamp(SHORTEST_SIDE, LONGEST_SIDE);
        let (across, down) = (style.paper_width / 3, style.paper_height / 3);
        style.left = style.left.clamp(0, across);
        style.right = style.right.clamp(0, across);
        style.top = style.top.clamp(0, down);
        style.page_number.half_points = style.page_number.half_points.clamp(4, LARGEST_NUMBER);
        // A line of type is about a third higher than the type.
        let number = style.page_number.em_twips() * 13 / 10;
        style.bottom = style.bottom.clamp(number, down);
        style.footer = style.footer.clamp(0, style.bottom - number);

        let (width, height) = (style.text_width(), style.text_height());
        let largest = u16::try_from(width.min(height) / 10).unwrap_or(200).min(200);
        for kind in TextKind::ALL.into_iter().filter(|kind| *kind != TextKind::PageNumber) {
            let face = style.face_mut(kind);
            face.half_points = face.half_points.clamp(4, largest);
        }
        let highest = |style: &Self, kinds: &[TextKind]| {
            kinds.iter().map(|kind| style.face(*kind).em_twips()).max().unwrap_or(0)
        };
        let prose =
            [TextKind::Body, TextKind::Heading1, TextKind::Heading2, TextKind::Heading3, TextKind::Heading4];
        style.line_pitch = style.line_pitch.clamp(highest(&style, &prose), height);
        style.title_pitch = style.title_pitch.clamp(style.title.em_twips(), height);
        style.table_pitch = style.table_pitch.clamp(style.table.em_twips(), height);
        style.row_height = style.row_height.clamp(0, height / 3);
        style.cell_margin = style.cell_margin.clamp(0, WIDEST_CELL_MARGIN);

        let (fewest, most) = style.characters_that_fit();
        style.characters = style.characters.clamp(fewest, most);
        style.indent = style.indent.min(style.characters / 2).min(MOST_CHARACTERS);
        for lines in [&mut style.title_gap, &mut style.note_gap, &mut style.signature_gap] {
            *lines = (*lines).min(MOST_LINES);
        }
        for inset in [&mut style.signature_inset, &mut style.date_inset, &mut style.seal_inset] {
            *inset = (*inset).min(MOST_CHARACTERS);
        }
        let room = u16::try_from(width / 2 / style.page_number.em_twips().max(1)).unwrap_or(0);
        style.page_number_inset = style.page_number_inset.min(room).min(MOST_CHARACTERS);
        style
    }

    /// The fewest and the most characters a line that its width allows: set at most twice as wide
    /// as they are, and pressed to three quarters at least, which is as far as Word goes.
    fn characters_that_fit(&self) -> (u16, u16) {
        let (width, em) = (self.text_width().max(1), self.body.em_twips().max(1));
        let count = |twips: i32| u16::try_from(width / twips.max(1)).unwrap_or(u16::MAX).max(1);
        let fewest = count(2 * em);
        (fewest, count(em * 3 / 4).max(fewest))
    }
}
