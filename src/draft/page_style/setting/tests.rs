//! Settings as they are typed.

use super::super::{Difference, TextKind};
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
