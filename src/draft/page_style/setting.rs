//! Each number among the settings as a clerk sees it: in millimetres, points, characters or
//! lines, with what may stand there.

use super::{Measure, PageStyle, Preset, SettingError, number};

/// No length and no number of anything comes near it.
const FAR: i32 = 60_000;

/// A number among the settings of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// [`PageStyle::paper_width`]
    PaperWidth,
    /// [`PageStyle::paper_height`]
    PaperHeight,
    /// [`PageStyle::top`]
    Top,
    /// [`PageStyle::bottom`]
    Bottom,
    /// [`PageStyle::left`]
    Left,
    /// [`PageStyle::right`]
    Right,
    /// [`PageStyle::line_pitch`]
    LinePitch,
    /// [`PageStyle::characters`]
    Characters,
    /// [`PageStyle::indent`]
    Indent,
    /// [`PageStyle::title_pitch`]
    TitlePitch,
    /// [`PageStyle::title_gap`]
    TitleGap,
    /// [`PageStyle::note_gap`]
    NoteGap,
    /// [`PageStyle::signature_gap`]
    SignatureGap,
    /// [`PageStyle::signature_inset`]
    SignatureInset,
    /// [`PageStyle::date_inset`]
    DateInset,
    /// [`PageStyle::seal_inset`]
    SealInset,
    /// [`PageStyle::table_pitch`]
    TablePitch,
    /// [`PageStyle::row_height`]
    RowHeight,
    /// [`PageStyle::cell_margin`]
    CellMargin,
    /// [`PageStyle::page_number_distance`]
    NumberDistance,
    /// [`PageStyle::page_number_inset`]
    NumberInset,
}

impl Setting {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::PaperWidth,
        Self::PaperHeight,
        Self::Top,
        Self::Bottom,
        Self::Left,
        Self::Right,
        Self::LinePitch,
        Self::Characters,
        Self::Indent,
        Self::TitlePitch,
        Self::TitleGap,
        Self::NoteGap,
        Self::SignatureGap,
        Self::SignatureInset,
        Self::DateInset,
        Self::SealInset,
        Self::TablePitch,
        Self::RowHeight,
        Self::CellMargin,
        Self::NumberDistance,
        Self::NumberInset,
    ];

    /// What it is counted in.
    pub fn measure(self) -> Measure {
        match self {
            Self::PaperWidth
            | Self::PaperHeight
            | Self::Top
            | Self::Bottom
            | Self::Left
            | Self::Right
            | Self::RowHeight
            | Self::CellMargin
            | Self::NumberDistance => Measure::Millimetres,
            Self::LinePitch | Self::TitlePitch | Self::TablePitch => Measure::Points,
            Self::Characters
            | Self::Indent
            | Self::SignatureInset
            | Self::DateInset
            | Self::SealInset
            | Self::NumberInset => Measure::Characters,
            Self::TitleGap | Self::NoteGap | Self::SignatureGap => Measure::Lines,
        }
    }

    /// The value as a field shows it, without its unit.
    pub fn words(self, page: &PageStyle) -> String {
        self.written(self.stored(page))
    }

    /// Reads what was typed and gives the settings with it. Margins and sizes take along what hangs
    /// on them: the page number keeps its distance from the text, a line holds as many characters
    /// as fill it where it did so before.
    pub fn read(self, typed: &str, page: &PageStyle) -> Result<PageStyle, SettingError> {
        let page = &page.usable();
        let measure = self.measure();
        let example = || self.written(self.stored(&PageStyle::default()));
        let hundredths =
            number::read(typed).ok_or_else(|| SettingError::NotANumber(measure.label(), example()))?;
        // 28 mm are 1587 twips and 1588 in the standard: what reads the same is the same.
        let known = std::iter::once(self.stored(page))
            .chain(Preset::ALL.map(|preset| self.stored(&preset.page())))
            .find(|known| measure.hundredths(*known) == hundredths);
        let stored =
            known.or_else(|| measure.stored(hundredths)).ok_or_else(|| SettingError::NotWhole(example()))?;
        let next = self.written_to(page, stored);
        // What cannot be used as it stands would print otherwise than the field says.
        if next.usable() == next {
            return Ok(next);
        }
        let (least, most) = self.range(page);
        Err(SettingError::OutOfRange {
            least: self.written(least),
            most: self.written(most),
            unit: measure.label(),
        })
    }

    fn written(self, stored: i32) -> String {
        number::words(self.measure().hundredths(stored))
    }

    /// The number as it is stored.
    pub(super) fn stored(self, page: &PageStyle) -> i32 {
        match self {
            Self::PaperWidth => page.paper_width,
            Self::PaperHeight => page.paper_height,
            Self::Top => page.top,
            Self::Bottom => page.bottom,
            Self::Left => page.left,
            Self::Right => page.right,
            Self::LinePitch => page.line_pitch,
            Self::Characters => page.characters.into(),
            Self::Indent => page.indent.into(),
            Self::TitlePitch => page.title_pitch,
            Self::TitleGap => page.title_gap.into(),
            Self::NoteGap => page.note_gap.into(),
            Self::SignatureGap => page.signature_gap.into(),
            Self::SignatureInset => page.signature_inset.into(),
            Self::DateInset => page.date_inset.into(),
            Self::SealInset => page.seal_inset.into(),
            Self::TablePitch => page.table_pitch,
            Self::RowHeight => page.row_height,
            Self::CellMargin => page.cell_margin,
            Self::NumberDistance => page.page_number_distance(),
            Self::NumberInset => page.page_number_inset.into(),
        }
    }

    /// The settings with another number here and what hangs on it.
    fn written_to(self, page: &PageStyle, stored: i32) -> PageStyle {
        let count = u16::try_from(stored.max(0)).unwrap_or(u16::MAX);
        page.changed(|page| match self {
            Self::PaperWidth => page.paper_width = stored,
            Self::PaperHeight => page.paper_height = stored,
            Self::Top => page.top = stored,
            Self::Bottom => page.bottom = stored,
            Self::Left => page.left = stored,
            Self::Right => page.right = stored,
            Self::LinePitch => page.line_pitch = stored,
            Self::Characters => page.characters = count,
            Self::Indent => page.indent = count,
            Self::TitlePitch => page.title_pitch = stored,
            Self::TitleGap => page.title_gap = count,
            Self::NoteGap => page.note_gap = count,
            Self::SignatureGap => page.signature_gap = count,
            Self::SignatureInset => page.signature_inset = count,
            Self::DateInset => page.date_inset = count,
            Self::SealInset => page.seal_inset = count,
            Self::TablePitch => page.table_pitch = stored,
            Self::RowHeight => page.row_height = stored,
            Self::CellMargin => page.cell_margin = stored,
            Self::NumberDistance => page.footer -= stored - page.page_number_distance(),
            Self::NumberInset => page.page_number_inset = count,
        })
    }

    /// The least and the most that can be used while all else stays as it is. What cannot be used
    /// is brought to the nearest that can, so halving the way between a usable number and one that
    /// is not finds the edge.
    fn range(self, page: &PageStyle) -> (i32, i32) {
        let fits = |stored: i32| {
            let next = self.written_to(page, stored);
            next.usable() == next
        };
        let within = self.stored(page);
        let edge = |beyond: i32| {
            let (mut good, mut bad) = (within, beyond);
            while (bad - good).abs() > 1 {
                let middle = good + (bad - good) / 2;
                if fits(middle) {
                    good = middle;
                } else {
                    bad = middle;
                }
            }
            good
        };
        // Lengths to the next tenth of a millimetre inwards, so that both ends can be typed.
        let inwards = |stored: i32, step: i32| {
            let typed = |stored: i32| self.measure().stored(self.measure().hundredths(stored));
            (0..12)
                .map(|by| stored + by * step)
                .find(|stored| typed(*stored).is_some_and(&fits))
                .unwrap_or(stored)
        };
        let below = match self.measure() {
            Measure::Characters | Measure::Lines => -1,
            Measure::Millimetres | Measure::Points => -FAR,
        };
        (inwards(edge(below), 1), inwards(edge(FAR), -1))
    }
}

#[cfg(test)]
mod tests;
