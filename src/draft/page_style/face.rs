//! Fonts and sizes: the faces that offices use, each with what a machine without it shows, and
//! sizes by their Chinese names.

use super::PageStyle;
use super::number;
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
    /// A face that is not bold, with what stands in where it is missing.
    pub fn new(name: &str, half_points: u16) -> Self {
        Self { name: name.to_owned(), fallback: stands_in(name).to_owned(), half_points, bold: false }
    }

    /// The same face under another name.
    pub fn named(&self, name: &str) -> Self {
        Self { name: name.to_owned(), fallback: stands_in(name).to_owned(), ..self.clone() }
    }

    /// Width of a full-width character in twips (twentieths of a point).
    pub fn em_twips(&self) -> i32 {
        i32::from(self.half_points) * 10
    }
}

/// A kind of text that has a face of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// 标题
    Title,
    /// 正文
    Body,
    /// 一、
    Heading1,
    /// （一）
    Heading2,
    /// 1.
    Heading3,
    /// （1）
    Heading4,
    /// 表格
    Table,
    /// 页码
    PageNumber,
}

impl TextKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Body,
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Heading4,
        Self::Table,
        Self::PageNumber,
    ];
}

impl PageStyle {
    /// The face of a kind of text.
    pub fn face(&self, kind: TextKind) -> &Face {
        match kind {
            TextKind::Title => &self.title,
            TextKind::Body => &self.body,
            TextKind::Heading1 => &self.heading1,
            TextKind::Heading2 => &self.heading2,
            TextKind::Heading3 => &self.heading3,
            TextKind::Heading4 => &self.heading4,
            TextKind::Table => &self.table,
            TextKind::PageNumber => &self.page_number,
        }
    }

    /// The same for changing.
    pub fn face_mut(&mut self, kind: TextKind) -> &mut Face {
        match kind {
            TextKind::Title => &mut self.title,
            TextKind::Body => &mut self.body,
            TextKind::Heading1 => &mut self.heading1,
            TextKind::Heading2 => &mut self.heading2,
            TextKind::Heading3 => &mut self.heading3,
            TextKind::Heading4 => &mut self.heading4,
            TextKind::Table => &mut self.table,
            TextKind::PageNumber => &mut self.page_number,
        }
    }
}

const SONG: &str = "SimSun, STSong";
const FANG_SONG: &str = "仿宋, FangSong, STFangsong";
const KAI: &str = "楷体, KaiTi, STKaiti";
const TITLE_SONG: &str = "小标宋, FZXiaoBiaoSong-B05S, 宋体, SimSun";

/// The fonts that Chinese offices use, each with the names that are tried where it is missing.
/// The _GB2312 faces lack rare characters, so what stands in for them matters.
const FONTS: [(&str, &str); 14] = [
    ("方正小标宋简体", TITLE_SONG),
    ("方正小标宋_GBK", TITLE_SONG),
    ("华文中宋", "STZhongsong, 宋体, SimSun"),
    ("宋体", SONG),
    ("仿宋_GB2312", FANG_SONG),
    ("仿宋", "FangSong, STFangsong"),
    ("方正仿宋_GBK", FANG_SONG),
    ("楷体_GB2312", KAI),
    ("楷体", "KaiTi, STKaiti"),
    ("方正楷体_GBK", KAI),
    ("黑体", "SimHei, STHeiti"),
    ("方正黑体_GBK", "黑体, SimHei, STHeiti"),
    ("微软雅黑", "Microsoft YaHei, 黑体, SimHei"),
    ("等线", "DengXian, 黑体, SimHei"),
];

/// Names of [`FONTS`], as they are offered.
pub const COMMON_FONTS: [&str; FONTS.len()] = {
    let mut names = [""; FONTS.len()];
    let mut at = 0;
    while at < FONTS.len() {
        names[at] = FONTS[at].0;
        at += 1;
    }
    names
};

/// What is tried where a font is missing; a font that nobody knows is most likely a Song.
fn stands_in(name: &str) -> &'static str {
    FONTS.iter().find(|(known, _)| *known == name).map_or("宋体, SimSun", |(_, fallback)| fallback)
}

/// 字号 and their half-points.
pub const SIZES: [(&str, u16); 16] = [
    ("初号", 84),
    ("小初", 72),
    ("一号", 52),
    ("小一", 48),
    ("二号", 44),
    ("小二", 36),
    ("三号", 32),
    ("小三", 30),
    ("四号", 28),
    ("小四", 24),
    ("五号", 21),
    ("小五", 18),
    ("六号", 15),
    ("小六", 13),
    ("七号", 11),
    ("八号", 10),
];

/// A size as offices name it: 三号, or 17 磅 where it has no name.
pub fn size_words(half_points: u16) -> String {
    match SIZES.iter().find(|(_, size)| *size == half_points) {
        Some((name, _)) => (*name).to_owned(),
        None => format!("{} 磅", number::words(i32::from(half_points) * 50)),
    }
}

/// Reads 三号, 3号, 小4 or 16 磅; half a point is the finest that Word sets.
pub fn read_half_points(typed: &str) -> Option<u16> {
    let typed: String = number::folded(typed);
    let named = typed.strip_suffix('号').unwrap_or(&typed);
    let chinese = |c: char| match c {
        '1'..='8' => "一二三四五六七八".chars().nth(c as usize - '1' as usize).unwrap_or(c),
        '0' => '初',
        _ => c,
    };
    // A bare 3 is three points, too small for any text, and 3号 is 三号.
    let is_named = typed.ends_with('号') || typed.starts_with('小') || named.starts_with('初');
    if is_named || number::read(&typed).is_none() {
        let wanted: String = named.chars().map(chinese).collect();
        let full = if wanted.starts_with('小') { wanted } else { format!("{wanted}号") };
        return SIZES.iter().find(|(name, _)| *name == full).map(|(_, size)| *size);
    }
    let hundredths = number::read(&typed)?;
    let half_points = u16::try_from(hundredths / 50).ok()?;
    (hundredths % 50 == 0).then_some(half_points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_offices_write_them() {
        let cases = [
            ("三号", Some(32)),
            ("三", Some(32)),
            ("3号", Some(32)),
            (" ３号 ", Some(32)),
            ("小四", Some(24)),
            ("小四号", Some(24)),
            ("小4", Some(24)),
            ("初号", Some(84)),
            ("16", Some(32)),
            ("１０.５磅", Some(21)),
            ("10.5 pt", Some(21)),
            ("10.3", None),
            ("九号", None),
            ("大号", None),
            ("", None),
            ("-3", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(read_half_points(typed), expected, "{typed}");
        }
        for half_points in 4..=200 {
            assert_eq!(read_half_points(&size_words(half_points)), Some(half_points));
        }
    }

    #[test]
    fn a_font_that_is_missing_has_another_that_stands_in() {
        assert_eq!(Face::new("仿宋_GB2312", 32).fallback, "仿宋, FangSong, STFangsong");
        let own = Face { bold: true, ..Face::new("宋体", 28) }.named("某单位专用字体");
        assert_eq!((own.fallback.as_str(), own.half_points, own.bold), ("宋体, SimSun", 28, true));
        assert!(COMMON_FONTS.contains(&"华文中宋"));
    }
}
