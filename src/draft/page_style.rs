//! How a report is set on the page. Every value is a setting; GB/T 9704—2012 is the default.

mod change;
mod difference;
mod error;
mod face;
mod measure;
mod number;
mod preset;
mod setting;
mod usable;

pub use difference::Difference;
pub use error::SettingError;
pub use face::{COMMON_FONTS, Face, SIZES, TextKind, read_half_points, size_words};
pub use measure::Measure;
pub use preset::Preset;
pub use setting::Setting;

use serde::{Deserialize, Serialize};

/// Where the page number stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageNumber {
    /// Right on odd pages, left on even ones (GB/T 9704—2012, 7.5).
    #[default]
    Outer,
    /// In the middle of every page, a common house rule.
    Centre,
}

/// Paper, margins, grid, faces, distances. Lengths are twips (1440 an inch, 56.7 a millimetre);
/// what is counted in characters is counted in full-width ones of the text concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageStyle {
    /// Paper width: 11906 is A4.
    pub paper_width: i32,
    /// Paper height: 16838 is A4.
    pub paper_height: i32,
    /// 天头.
    pub top: i32,
    /// Below the 版心.
    pub bottom: i32,
    /// 订口.
    pub left: i32,
    /// Opposite the 订口.
    pub right: i32,
    /// Distance from one line to the next.
    pub line_pitch: i32,
    /// Full-width characters a line.
    pub characters: u16,
    /// Characters by which the first line of a paragraph stands in.
    pub indent: u16,
    /// 标题: 2号小标宋.
    pub title: Face,
    /// Distance from one line of the title to the next.
    pub title_pitch: i32,
    /// Blank lines under the title.
    pub title_gap: u16,
    /// 一、 黑体.
    pub heading1: Face,
    /// (一) 楷体.
    pub heading2: Face,
    /// 1. 仿宋.
    pub heading3: Face,
    /// (1) 仿宋.
    pub heading4: Face,
    /// 正文: 3号仿宋.
    pub body: Face,
    /// Blank lines between body and 附件说明.
    pub note_gap: u16,
    /// Blank lines before the signature.
    pub signature_gap: u16,
    /// Characters between the signature and the right edge of the 版心, without a seal.
    pub signature_inset: u16,
    /// Characters by which the date begins to the right of the signature, without a seal.
    pub date_inset: u16,
    /// Characters between the date and the right edge where a seal is put.
    pub seal_inset: u16,
    /// Text of tables.
    pub table: Face,
    /// Distance from one line to the next within a cell.
    pub table_pitch: i32,
    /// Height that a row of a table has at least.
    pub row_height: i32,
    /// Room left free at each side of a cell.
    pub cell_margin: i32,
    /// Figures of tables stand centred and not right-aligned.
    pub centre_figures: bool,
    /// 页码: 4号宋体.
    pub page_number: Face,
    /// Where the page number stands.
    pub page_number_at: PageNumber,
    /// Characters between an outer page number and the edge of the 版心.
    pub page_number_inset: u16,
    /// A 一字线 on each side of the page number.
    pub page_number_dashes: bool,
    /// Distance of the footer from the paper's edge.
    pub footer: i32,
}

impl Default for PageStyle {
    fn default() -> Self {
        let fang_song = || Face::new("仿宋_GB2312", 32);
        Self {
            paper_width: 11906,
            paper_height: 16838,
            top: 2098,
            bottom: 1984,
            left: 1588,
            right: 1474,
            // 22 × 580 is more than the 12756 twips of the 版心 and would lose a line.
            line_pitch: 579,
            characters: 28,
            indent: 2,
            title: Face::new("方正小标宋简体", 44),
            // 22 pt type with a third of air: between the 33 and 36 pt that offices choose.
            title_pitch: 700,
            title_gap: 1,
            heading1: Face::new("黑体", 32),
            heading2: Face::new("楷体_GB2312", 32),
            heading3: fang_song(),
            heading4: fang_song(),
            body: fang_song(),
            note_gap: 1,
            signature_gap: 1,
            signature_inset: 2,
            date_inset: 2,
            seal_inset: 4,
            table: Face::new("仿宋_GB2312", 24),
            table_pitch: 312,
            row_height: 400,
            // Word's own.
            cell_margin: 108,
            centre_figures: false,
            page_number: Face::new("宋体", 28),
            page_number_at: PageNumber::Outer,
            page_number_inset: 1,
            page_number_dashes: true,
            footer: 1450,
        }
    }
}

impl PageStyle {
    /// Width of the 版心.
    pub fn text_width(&self) -> i32 {
        self.paper_width - self.left - self.right
    }

    /// Height of the 版心.
    pub fn text_height(&self) -> i32 {
        self.paper_height - self.top - self.bottom
    }

    /// Whole lines on a page; at least one.
    pub fn lines(&self) -> usize {
        usize::try_from(self.text_height() / self.line_pitch.max(1)).unwrap_or(1).max(1)
    }

    /// Characters of the body's size that fill a line without being pressed or spread: 27.6 of
    /// 16 pt in the 版心 of GB/T 9704, which sets 28.
    pub fn natural_characters(&self) -> u16 {
        let em = self.body.em_twips().max(1);
        u16::try_from(self.text_width().saturating_add(em / 2) / em).unwrap_or(1).max(1)
    }

    /// Twips from the lower edge of the 版心 to the 一字线 of the page number, which stands about
    /// half a character above the footer's edge: 7 mm in GB/T 9704—2012, 7.5.
    pub fn page_number_distance(&self) -> i32 {
        self.bottom.saturating_sub(self.footer).saturating_sub(self.page_number.em_twips() * 49 / 100)
    }

    /// The page number as it prints: — 1 —.
    pub fn page_number_words(&self, number: usize) -> String {
        let (before, after) = self.page_number_marks();
        format!("{before}{number}{after}")
    }

    /// What stands before and behind the page number.
    pub fn page_number_marks(&self) -> (&'static str, &'static str) {
        if self.page_number_dashes { ("— ", " —") } else { ("", "") }
    }

    /// Twips by which an outer page number stands in.
    pub fn page_number_indent(&self) -> i32 {
        i32::from(self.page_number_inset).saturating_mul(self.page_number.em_twips())
    }

    /// The face of a heading's level, 1 to 4.
    pub fn heading(&self, level: u8) -> &Face {
        match level {
            0 | 1 => &self.heading1,
            2 => &self.heading2,
            3 => &self.heading3,
            _ => &self.heading4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PageStyle;

    #[test]
    fn the_default_page_holds_22_lines_of_28_characters() {
        let page = PageStyle::default();
        assert_eq!((page.lines(), page.natural_characters()), (22, 28));
        // 28 characters of 16 pt are a little wider than the 版心; spacing of −5 twips makes them fit.
        assert!(28 * (page.body.em_twips() - 5) <= page.text_width());
    }

    #[test]
    fn the_page_number_stands_7_mm_below_the_text() {
        let millimetres = f64::from(PageStyle::default().page_number_distance()) * 25.4 / 1440.0;
        assert!((6.95..7.05).contains(&millimetres), "{millimetres}");
        assert_eq!(PageStyle::default().page_number_words(12), "— 12 —");
    }

    #[test]
    fn a_draft_stored_before_a_setting_was_one_prints_as_it_did() {
        let known = r#"{"line_pitch": 560, "footer": 1450}"#;
        let page: PageStyle = serde_json::from_str(known).unwrap();
        assert_eq!(page, PageStyle { line_pitch: 560, ..PageStyle::default() });
    }
}
