//! Each number among the settings as a clerk sees it: in millimetres, points, characters or
//! lines, with what may stand there.

use super::{Face, PageStyle, Preset, TextKind, number, read_half_points};

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

/// What a setting is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 毫米
    Millimetres,
    /// 磅
    Points,
    /// 字
    Characters,
    /// 行
    Lines,
}

impl Measure {
    /// The unit's name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Millimetres => "毫米",
            Self::Points => "磅",
            Self::Characters => "字",
            Self::Lines => "行",
        }
    }

    /// A stored number in hundredths of the unit; millimetres to the tenth, which is finer than
    /// any ruler in an office.
    fn hundredths(self, stored: i32) -> i32 {
        let stored = i64::from(stored);
        let found = match self {
            // 72 twips are 1.27 mm.
            Self::Millimetres => divided(stored * 127, 720) * 10,
            Self::Points => stored * 5,
            Self::Characters | Self::Lines => stored * 100,
        };
        i32::try_from(found).unwrap_or(i32::MAX)
    }

    /// The stored number nearest to hundredths of the unit; `None` for half a line or character.
    fn stored(self, hundredths: i32) -> Option<i32> {
        let typed = i64::from(hundredths);
        let found = match self {
            Self::Millimetres => divided(typed * 72, 127),
            Self::Points => divided(typed, 5),
            Self::Characters | Self::Lines if typed % 100 == 0 => typed / 100,
            Self::Characters | Self::Lines => return None,
        };
        i32::try_from(found).ok()
    }
}

/// No length and no number of anything comes near it.
const FAR: i32 = 60_000;

/// Divided and rounded to the nearest.
fn divided(value: i64, by: i64) -> i64 {
    (value + by / 2).div_euclid(by)
}

/// Why what was typed is no value of a setting. The settings stay as they were.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No number.
    #[error("请填数字，单位是{0}，如 {1}。")]
    NotANumber(&'static str, String),
    /// Half a line or half a character.
    #[error("请填整数，如 {0}。")]
    NotWhole(String),
    /// Beyond what the other settings leave room for.
    #[error("请填 {least} 到 {most} {unit}。")]
    OutOfRange {
        /// Smallest that fits.
        least: String,
        /// Largest that fits.
        most: String,
        /// Unit.
        unit: &'static str,
    },
    /// No size.
    #[error("请填字号或磅数，如 三号、16。")]
    NoSize,
    /// A size that the page has no room for.
    #[error("这个字号在现在的纸张和行距里排不下，请换小一些，或先把行距改大。")]
    SizeTooLarge,
    /// No name of a font.
    #[error("请填字体名称，如 仿宋_GB2312。")]
    NoFont,
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
    fn stored(self, page: &PageStyle) -> i32 {
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

impl PageStyle {
    /// A changed copy in which what hangs on the change went along.
    fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.clone();
        change(&mut next);
        // The page number keeps its distance from the text, whatever the margin or its size.
        if next.footer == self.footer {
            next.footer += self.page_number_distance_change(&next);
        }
        if next.characters == self.characters && self.characters == self.natural_characters() {
            next.characters = next.natural_characters();
        }
        next
    }

    fn page_number_distance_change(&self, next: &Self) -> i32 {
        next.page_number_distance() - self.page_number_distance()
    }

    /// The settings with another font for a kind of text.
    pub fn with_font(&self, kind: TextKind, typed: &str) -> Result<Self, SettingError> {
        let name = typed.trim();
        if name.is_empty() || name.contains([',', '，', ';', '"', '<', '>', '&']) || name.chars().count() > 40
        {
            return Err(SettingError::NoFont);
        }
        let face = self.face(kind).named(name);
        Ok(self.with_face(kind, face))
    }

    /// The settings with another size for a kind of text. Lines of the title and of tables keep
    /// their proportion to the type.
    pub fn with_size(&self, kind: TextKind, typed: &str) -> Result<Self, SettingError> {
        let half_points = read_half_points(typed).ok_or(SettingError::NoSize)?;
        let next = self.with_face(kind, Face { half_points, ..self.face(kind).clone() });
        if next.usable() == next { Ok(next) } else { Err(SettingError::SizeTooLarge) }
    }

    /// The settings with another face for a kind of text.
    pub fn with_face(&self, kind: TextKind, face: Face) -> Self {
        self.changed(|page| {
            let before = page.face(kind).em_twips();
            *page.face_mut(kind) = face;
            let em = page.face(kind).em_twips();
            match kind {
                TextKind::Table if page.table_pitch == before * 13 / 10 => page.table_pitch = em * 13 / 10,
                TextKind::Title if page.title_pitch < em * 5 / 4 => page.title_pitch = em * 3 / 2,
                _ => {}
            }
        })
    }

    /// What is set otherwise than in `other`.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let numbers = Setting::ALL.into_iter().filter(|it| it.stored(self) != it.stored(other));
        let faces = TextKind::ALL.into_iter().filter(|kind| self.face(*kind) != other.face(*kind));
        let mut found: Vec<Difference> =
            faces.map(Difference::Face).chain(numbers.map(Difference::Number)).collect();
        let number = self.page_number_at != other.page_number_at
            || self.page_number_dashes != other.page_number_dashes;
        found.extend(number.then_some(Difference::PageNumber));
        found.extend((self.centre_figures != other.centre_figures).then_some(Difference::TableFigures));
        found
    }
}

/// A setting that two house styles have otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// A number.
    Number(Setting),
    /// Font, size or weight of a kind of text.
    Face(TextKind),
    /// Place or dashes of the page number.
    PageNumber,
    /// How figures stand in tables.
    TableFigures,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard() -> PageStyle {
        PageStyle::default()
    }

    #[test]
    fn each_setting_shows_what_the_standard_says() {
        let shown: Vec<String> = Setting::ALL
            .iter()
            .map(|it| format!("{it:?} {}{}", it.words(&standard()), it.measure().label()))
            .collect();
        insta::assert_snapshot!(shown.join("\n"), @"
        PaperWidth 210毫米
        PaperHeight 297毫米
        Top 37毫米
        Bottom 35毫米
        Left 28毫米
        Right 26毫米
        LinePitch 28.95磅
        Characters 28字
        Indent 2字
        TitlePitch 35磅
        TitleGap 1行
        NoteGap 1行
        SignatureGap 1行
        SignatureInset 2字
        DateInset 2字
        SealInset 4字
        TablePitch 15.6磅
        RowHeight 7.1毫米
        CellMargin 1.9毫米
        NumberDistance 7毫米
        NumberInset 1字
        ");
    }

    #[test]
    fn what_reads_the_same_leaves_the_settings_as_they_are() {
        for preset in Preset::ALL.map(Preset::page) {
            for setting in Setting::ALL {
                let typed = setting.words(&preset);
                assert_eq!(setting.read(&typed, &preset), Ok(preset.clone()), "{setting:?}");
            }
        }
        // Away and back again is the preset again.
        let moved = Setting::Left.read("30", &standard()).unwrap();
        assert_eq!(Setting::Left.read("28 毫米", &moved), Ok(standard()));
    }

    #[test]
    fn what_cannot_be_used_is_refused_and_the_range_said_can_be_typed() {
        for (setting, typed) in [
            (Setting::LinePitch, "10"),
            (Setting::Left, "90"),
            (Setting::Characters, "60"),
            (Setting::PaperWidth, "2000"),
            (Setting::Bottom, "1"),
            (Setting::NumberDistance, "60"),
            (Setting::TitleGap, "11"),
            (Setting::TablePitch, "5"),
        ] {
            let error = setting.read(typed, &standard()).unwrap_err();
            let SettingError::OutOfRange { least, most, .. } = &error else { panic!("{setting:?}: {error}") };
            for end in [least, most] {
                let next = setting.read(end, &standard());
                assert!(next.is_ok(), "{setting:?}: {end} of {error}");
                assert_eq!(setting.words(&next.unwrap()), *end);
            }
        }
        let said = |setting: Setting, typed: &str| setting.read(typed, &standard()).unwrap_err().to_string();
        insta::assert_snapshot!(said(Setting::LinePitch, "宽一点"), @"请填数字，单位是磅，如 28.95。");
        insta::assert_snapshot!(said(Setting::LinePitch, "12"), @"请填 16 到 637.8 磅。");
        insta::assert_snapshot!(said(Setting::Characters, "28.5"), @"请填整数，如 28。");
        insta::assert_snapshot!(said(Setting::Left, "150"), @"请填 0 到 69.9 毫米。");
    }

    #[test]
    fn the_page_number_keeps_its_distance_and_the_line_its_fill() {
        let page = Setting::Bottom.read("25", &standard()).unwrap();
        assert_eq!(page.page_number_distance(), standard().page_number_distance());
        let page = Setting::Left.read("20", &standard()).unwrap();
        assert_eq!(page.characters, 29);
        let page = standard().with_size(TextKind::Body, "四号").unwrap();
        assert_eq!(page.characters, 32);
        // Whoever chose the number of characters keeps it.
        let chosen = Setting::Characters.read("26", &standard()).unwrap();
        assert_eq!(Setting::Left.read("30", &chosen).unwrap().characters, 26);
    }

    #[test]
    fn fonts_and_sizes_are_set_by_name() {
        let page = standard().with_font(TextKind::Body, " 宋体 ").unwrap();
        assert_eq!((page.body.name.as_str(), page.body.fallback.as_str()), ("宋体", "SimSun, STSong"));
        assert_eq!(page.with_font(TextKind::Body, "仿宋_GB2312"), Ok(standard()));
        assert_eq!(standard().with_font(TextKind::Body, " "), Err(SettingError::NoFont));
        assert_eq!(standard().with_size(TextKind::Body, "大"), Err(SettingError::NoSize));
        assert_eq!(standard().with_size(TextKind::Body, "72"), Err(SettingError::SizeTooLarge));
        let page = standard().with_size(TextKind::Table, "五号").unwrap();
        assert_eq!((page.table.half_points, page.table_pitch), (21, 273));
        assert_eq!(page.with_size(TextKind::Table, "小四"), Ok(standard()));
        let page = standard().with_size(TextKind::Title, "初号").unwrap();
        assert_eq!(page.title_pitch, 1260);
    }

    #[test]
    fn what_differs_is_named() {
        let mut page = Preset::Pitch28.page();
        page.heading2.bold = true;
        page.page_number_dashes = false;
        assert_eq!(
            page.differences(&standard()),
            [
                Difference::Face(TextKind::Heading2),
                Difference::Number(Setting::LinePitch),
                Difference::PageNumber
            ]
        );
    }
}
