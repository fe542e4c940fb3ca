//! House styles to choose from.

use super::{Face, PageNumber, PageStyle};

/// A house style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// GB/T 9704—2012.
    Standard,
    /// The standard with lines of 28 pt, as many offices set them.
    Pitch28,
    /// Fonts that every Windows has, for what goes to readers outside the office.
    Common,
}

impl Preset {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Pitch28, Self::Common];

    /// Its settings.
    pub fn page(self) -> PageStyle {
        match self {
            Self::Standard => PageStyle::default(),
            Self::Pitch28 => PageStyle { line_pitch: 560, ..PageStyle::default() },
            Self::Common => common(),
        }
    }

    /// The preset whose settings these are, to the last one.
    pub fn of(page: &PageStyle) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.page() == *page)
    }

    /// The preset that differs from these settings in the fewest.
    pub fn nearest(page: &PageStyle) -> Self {
        let far = |preset: &Self| preset.page().differences(page).len();
        Self::ALL.into_iter().min_by_key(far).unwrap_or(Self::Standard)
    }
}

/// 宋体 四号 on margins of 30, 28 and 26 mm: 26 lines of 32 characters, which fill the 版心 to
/// less than half a millimetre.
fn common() -> PageStyle {
    let bold = |face: Face| Face { bold: true, ..face };
    PageStyle {
        top: 1701,
        bottom: 1588,
        left: 1474,
        right: 1474,
        line_pitch: 520,
        characters: 32,
        title: bold(Face::new("宋体", 44)),
        heading1: Face::new("黑体", 28),
        heading2: Face::new("楷体", 28),
        heading3: bold(Face::new("仿宋", 28)),
        heading4: Face::new("仿宋", 28),
        body: Face::new("宋体", 28),
        table: Face::new("宋体", 21),
        table_pitch: 273,
        page_number: Face::new("宋体", 21),
        page_number_at: PageNumber::Centre,
        page_number_dashes: false,
        footer: 1088,
        ..PageStyle::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_preset_is_recognised_and_can_be_used_as_it_is() {
        for preset in Preset::ALL {
            assert_eq!(Preset::of(&preset.page()), Some(preset));
            assert_eq!(preset.page().usable(), preset.page(), "{preset:?}");
            assert_eq!(preset.page().natural_characters(), preset.page().characters, "{preset:?}");
        }
    }

    #[test]
    fn lines_and_characters_fill_the_page() {
        let filled = Preset::ALL.map(|preset| (preset.page().lines(), preset.page().characters));
        assert_eq!(filled, [(22, 28), (22, 28), (26, 32)]);
        let common = Preset::Common.page();
        assert!(common.text_height() - 26 * common.line_pitch < 30);
        assert!((common.text_width() - 32 * common.body.em_twips()).abs() < 30);
    }

    #[test]
    fn settings_of_ones_own_are_measured_against_the_nearest_preset() {
        let mut page = Preset::Common.page();
        page.indent = 0;
        assert_eq!((Preset::of(&page), Preset::nearest(&page)), (None, Preset::Common));
        let page = PageStyle { line_pitch: 570, ..PageStyle::default() };
        assert_eq!(Preset::nearest(&page), Preset::Standard);
    }
}
