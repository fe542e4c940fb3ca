//! How a report is set on the page. Every value is a setting; GB/T 9704—2012 is the default.

use serde::{Deserialize, Serialize};

/// Fonts of one kind of text: the face that offices use, and a face for those that lack it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// Name that stands in the Word file, for example 仿宋_GB2312.
    pub name: String,
    /// Names that the screen tries after it.
    pub fallback: String,
    /// Size in half-points: 32 is 三号 (16 pt).
    pub half_points: u16,
    /// Set in bold.
    pub bold: bool,
}

impl Face {
    fn new(name: &str, fallback: &str, half_points: u16) -> Self {
        Self { name: name.to_owned(), fallback: fallback.to_owned(), half_points, bold: false }
    }

    /// Width of a full-width character in twips (twentieths of a point).
    pub fn em_twips(&self) -> i32 {
        i32::from(self.half_points) * 10
    }
}

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

/// Paper, margins, grid and faces. Lengths are twips (1440 an inch, 56.7 a millimetre).
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
    /// Distance of the footer from the paper's edge.
    pub footer: i32,
    /// 标题: 2号小标宋.
    pub title: Face,
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
    /// Text of tables.
    pub table: Face,
    /// 页码: 4号宋体.
    pub page_number: Face,
    /// Where the page number stands.
    pub page_number_at: PageNumber,
}

impl Default for PageStyle {
    fn default() -> Self {
        let fang_song = || Face::new("仿宋_GB2312", "仿宋, FangSong, STFangsong", 32);
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
            footer: 1450,
            title: Face::new("方正小标宋简体", "小标宋, FZXiaoBiaoSong-B05S, 宋体, SimSun", 44),
            heading1: Face::new("黑体", "SimHei, STHeiti", 32),
            heading2: Face::new("楷体_GB2312", "楷体, KaiTi, STKaiti", 32),
            heading3: fang_song(),
            heading4: fang_song(),
            body: fang_song(),
            table: Face::new("仿宋_GB2312", "仿宋, FangSong, STFangsong", 24),
            page_number: Face::new("宋体", "SimSun, STSong", 28),
            page_number_at: PageNumber::Outer,
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
        assert_eq!(page.lines(), 22);
        // 28 characters of 16 pt are a little wider than the 版心; spacing of −5 twips makes them fit.
        assert!(28 * (page.body.em_twips() - 5) <= page.text_width());
    }
}
