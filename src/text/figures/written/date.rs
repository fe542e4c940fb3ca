//! Dates and periods in every form in which a report may write them.

use super::frame;
use super::number::{spelled, wide};
use crate::text::figures::{Reading, TimePart};
use crate::text::numeral;
use proptest::prelude::*;

/// Year, month and day.
type Day = (Option<i32>, Option<u32>, Option<u32>);

/// Year, shift of the year, part.
type Time = (Option<i32>, Option<i32>, Option<TimePart>);

/// A date as it is written, with its year, month and day.
fn date() -> impl Strategy<Value = (String, Day)> {
    (1990i32..2090, 1u32..13, 1u32..32, 0usize..13).prop_map(|(year, month, day, form)| {
        let (years, months, days) =
            (spelled(&year.to_string(), '〇'), numeral::chinese(month.into()), numeral::chinese(day.into()));
        let all = (Some(year), Some(month), Some(day));
        match form {
            0 => (format!("{year}年{month}月{day}日"), all),
            1 => (wide(&format!("{year}年{month}月{day}日")), all),
            2 => (format!("{years}年{months}月{days}日"), all),
            3 => (format!("{}年{month}月{day}号", spelled(&year.to_string(), '零')), all),
            4 => (format!("{year}-{month:02}-{day:02}"), all),
            5 => (format!("{year}.{month}.{day}"), all),
            6 => (format!("{year}/{month}/{day}"), all),
            7 => (format!("{year}年{month}月"), (Some(year), Some(month), None)),
            8 => (format!("{year}年{month}月份"), (Some(year), Some(month), None)),
            9 => (format!("{month}月{day}日"), (None, Some(month), Some(day))),
            10 => (format!("{months}月{days}日"), (None, Some(month), Some(day))),
            11 => (format!("{year} 年 {month} 月 {day} 日"), all),
            _ => (format!("{month}月"), (None, Some(month), None)),
        }
    })
}

/// A period as it is written, with its year, the shift of its year, and its part.
fn period() -> impl Strategy<Value = (String, Time)> {
    let years = (1990i32..2090).prop_flat_map(|year| {
        let forms = vec![
            (format!("{year}年"), Some(year), None),
            (format!("{}年", spelled(&year.to_string(), '〇')), Some(year), None),
            ("今年".to_owned(), None, Some(0)),
            ("去年".to_owned(), None, Some(-1)),
            ("上年".to_owned(), None, Some(-1)),
            ("明年".to_owned(), None, Some(1)),
            (String::new(), None, None),
        ];
        prop::sample::select(forms)
    });
    let parts = prop::sample::select(vec![
        ("上半年", TimePart::FirstHalf),
        ("下半年", TimePart::SecondHalf),
        ("一季度", TimePart::Quarter(1)),
        ("第二季度", TimePart::Quarter(2)),
        ("3季度", TimePart::Quarter(3)),
        ("第四季度", TimePart::Quarter(4)),
        ("全年", TimePart::WholeYear),
    ]);
    (years, parts).prop_map(|((words, year, shift), (part, named))| {
        (format!("{words}{part}"), (year, shift, Some(named)))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_date_in_any_form_is_read_back_and_is_no_figure((date, expected) in date(), (before, behind) in frame()) {
        let text = format!("{before}{date}{behind}");
        let reading = Reading::of(&text);
        prop_assert!(reading.mentions.is_empty(), "{} {:#?}", text, reading.mentions);
        let read = reading.dates.iter().rfind(|it| it.month.is_some());
        prop_assert_eq!(read.map(|it| (it.year, it.month, it.day)), Some(expected), "{}", text);
        prop_assert_eq!(read.map(|it| &text[reading.script.bytes(it.range.clone())]), Some(date.as_str()));
    }

    #[test]
    fn a_period_in_any_form_is_read_back_and_is_no_figure((period, expected) in period(), behind in prop::sample::select(vec!["", "，", "以来，", "共", "工作"])) {
        let text = format!("截至{period}{behind}");
        let reading = Reading::of(&text);
        prop_assert!(reading.mentions.is_empty(), "{} {:#?}", text, reading.mentions);
        let read: Vec<_> = reading.dates.iter().map(|it| (it.year, it.shift, it.part)).collect();
        prop_assert_eq!(read, vec![expected], "{}", text);
    }
}
