//! A law: a number written in any form, in a sentence, is read back with its value, its kind, its
//! unit and its marks.

mod date;
mod number;

use super::{Kind, Mention, Reading, Sense, measure};
use crate::text::numeral;
use number::{number, share, with_half};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Words before a figure and behind it.
fn frame() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        ("全县现有", "，其余另计。"),
        ("", ""),
        ("累计", "左邻右舍受益"),
        ("“青年夜校”开班以来，共", "。"),
        ("服务群众（", "）"),
        ("一是", "；二是其他。"),
        ("　　上半年，", "\n下一段"),
        ("其中", "、其他若干"),
    ])
}

fn only(text: &str) -> Result<Mention, TestCaseError> {
    let reading = Reading::of(text);
    prop_assert_eq!(reading.mentions.len(), 1, "{} {:#?}", text, reading.mentions);
    let only = reading.mentions.into_iter().next().unwrap();
    Ok(Mention { value: only.value.normalize(), ..only })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_count_in_any_form_is_read_back(
        number in number(),
        unit in prop::sample::select(vec!["人", "名", "个", "家", "场次", "人次", "元", "篇", "户", "公里", "小时"]),
        (before, behind) in frame(),
    ) {
        let text = format!("{before}{}{unit}{behind}", number.text);
        let read = only(&text)?;
        prop_assert_eq!(read.value, number.value, "{}", text);
        prop_assert_eq!((read.kind, read.unit, read.style), (Kind::Count, unit, number.style), "{}", text);
        prop_assert!(read.exact() && !read.quoted, "{} {:?}", text, read);
        let reading = Reading::of(&text);
        prop_assert_eq!(&text[reading.script.bytes(read.range)], format!("{}{unit}", number.text));
    }

    #[test]
    fn a_share_in_any_form_is_read_back(share in share(), (before, behind) in frame()) {
        let text = format!("{before}{}{behind}", share.text);
        let read = only(&text)?;
        prop_assert_eq!((read.value, read.kind, read.unit), (share.value, Kind::Percent, "%"), "{}", text);
        prop_assert!(read.exact(), "{} {:?}", text, read);
    }

    #[test]
    fn points_and_multiples_are_read_back(
        number in number(),
        (words, kind, unit) in prop::sample::select(vec![
            ("个百分点", Kind::Points, "百分点"),
            ("百分点", Kind::Points, "百分点"),
            ("倍", Kind::Times, "倍"),
        ]),
        (before, behind) in frame(),
    ) {
        let text = format!("{before}{}{words}{behind}", number.text);
        let read = only(&text)?;
        prop_assert_eq!((read.value, read.kind, read.unit), (number.value, kind, unit), "{}", text);
    }

    #[test]
    fn a_half_behind_its_unit_counts((half, unit) in with_half(), (before, behind) in frame()) {
        let text = format!("{before}{}{behind}", half.text);
        let read = only(&text)?;
        prop_assert_eq!((read.value, read.unit, read.style), (half.value, unit, half.style), "{}", text);
        prop_assert!(read.exact(), "{} {:?}", text, read);
    }

    #[test]
    fn marks_of_approximation_are_read_back(
        number in number(),
        mark in prop::sample::select(vec![
            ("近", Sense::Below), ("将近", Sense::Below), ("接近", Sense::Below), ("不足", Sense::Below), ("不到", Sense::Below),
            ("约", Sense::About), ("大约", Sense::About), ("大概", Sense::About),
            ("超", Sense::Above), ("超过", Sense::Above), ("逾", Sense::Above), ("突破", Sense::Above), ("不少于", Sense::Above),
            ("不低于", Sense::Above), ("至少", Sense::Above), ("不超过", Sense::AtMost), ("最多", Sense::AtMost),
        ]),
        unit in prop::sample::select(vec!["人", "名", "家", "场次", "人次", "元", "%", "个百分点"]),
    ) {
        let text = format!("共有{}{}{unit}。", mark.0, number.text);
        let read = only(&text)?;
        let marks: Vec<_> = read.marks.iter().map(|it| (it.word, it.sense)).collect();
        prop_assert_eq!((read.value, marks), (number.value, vec![mark]), "{}", text);
        let reading = Reading::of(&text);
        prop_assert!(text[reading.script.bytes(read.range)].starts_with(mark.0), "{}", text);
    }

    #[test]
    fn marks_behind_a_figure_are_read_back(
        number in number(),
        mark in prop::sample::select(vec![
            ("左右", Sense::About), ("上下", Sense::About), ("以上", Sense::Above), ("以下", Sense::AtMost), ("以内", Sense::AtMost),
        ]),
        unit in prop::sample::select(vec!["人", "名", "家", "场次", "人次", "元", "%", "个百分点"]),
    ) {
        let text = format!("共有{}{unit}{}。", number.text, mark.0);
        let read = only(&text)?;
        let marks: Vec<_> = read.marks.iter().map(|it| (it.word, it.sense)).collect();
        prop_assert_eq!((read.value, marks), (number.value, vec![mark]), "{}", text);
    }

    #[test]
    fn more_than_tens_is_read_back(
        (number, scale, times) in prop_oneof![
            (1u64..100_000).prop_map(|tens| (tens * 10, "", 1u64)),
            (1u64..1_000).prop_map(|tens| (tens * 10, "万", 10_000)),
            (1u64..1_000).prop_map(|tens| (tens * 10, "亿", 100_000_000)),
        ],
        chinese in any::<bool>(),
        more in prop::sample::select(vec!["余", "多"]),
        unit in prop::sample::select(vec!["人", "名", "家", "场次", "人次", "元", "个"]),
    ) {
        let digits = if chinese { numeral::chinese(number) } else { number.to_string() };
        let text = format!("共有{digits}{more}{scale}{unit}。");
        let read = only(&text)?;
        let marks: Vec<_> = read.marks.iter().map(|it| (it.word, it.sense)).collect();
        prop_assert_eq!((read.value, read.unit), (Decimal::from(number * times), unit), "{}", text);
        prop_assert_eq!(marks, vec![(more, Sense::Above)], "{}", text);
    }

    #[test]
    fn a_range_is_read_back_with_both_ends(
        low in number(),
        high in number(),
        connector in prop::sample::select(vec!["至", "到", "-", "—", "--", "——", "–", "~", "～", "－"]),
        unit in prop::sample::select(vec!["人", "名", "个", "场次", "%", "元"]),
        twice in any::<bool>(),
        (before, behind) in frame(),
    ) {
        let first = if twice { unit } else { "" };
        let text = format!("{before}{}{first}{connector}{}{unit}{behind}", low.text, high.text);
        let reading = Reading::of(&text);
        prop_assert_eq!(reading.mentions.len(), 2, "{} {:#?}", text, reading.mentions);
        let (one, two) = (&reading.mentions[0], &reading.mentions[1]);
        prop_assert!(one.range_start && two.range_end && !one.exact() && !two.exact(), "{}", text);
        prop_assert_eq!((one.value.normalize(), two.value.normalize()), (low.value, high.value), "{}", text);
        prop_assert_eq!((one.unit, two.unit), (first, unit), "{}", text);
    }

    #[test]
    fn an_ordinal_is_no_count(
        number in 2u64..100,
        chinese in any::<bool>(),
        unit in prop::sample::select(vec!["届", "次", "批", "期", "名", "场", "个"]),
        (before, behind) in frame(),
    ) {
        let digits = if chinese { numeral::chinese(number) } else { number.to_string() };
        let text = format!("{before}第{digits}{unit}{behind}");
        let read = only(&text)?;
        prop_assert_eq!((read.value, read.kind), (Decimal::from(number), Kind::Ordinal), "{}", text);
        prop_assert!(!read.counts(), "{}", text);
    }
}

#[test]
fn every_measure_word_is_read_behind_both_kinds_of_digits() {
    // 三成 is a share, 十二成 nothing.
    for word in measure::all().iter().filter(|word| **word != "成") {
        for (digits, number) in [("12", 12), ("１２", 12), ("十二", 12), ("三", 3), ("两百", 200)] {
            let text = format!("共有{digits}{word}。");
            let reading = Reading::of(&text);
            let [read] = reading.mentions.as_slice() else { panic!("{text}: {:?}", reading.mentions) };
            let value = Decimal::new(number, u32::from(*word == "‰"));
            assert_eq!(read.value, value, "{text}");
            assert_eq!(&text[reading.script.bytes(read.range.clone())], format!("{digits}{word}"), "{text}");
        }
    }
}
