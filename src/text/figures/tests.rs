//! Figures as they are read from text: numbers, units, marks, dates.

use super::*;
use proptest::prelude::*;

fn shown(text: &str) -> Vec<(String, String, String)> {
    let reading = Reading::of(text);
    let show = |it: &Mention| {
        let marks: Vec<&str> = it.marks.iter().map(|mark| mark.word).collect();
        (it.value.normalize().to_string(), it.unit.to_owned(), marks.join(" "))
    };
    reading.mentions.iter().map(show).collect()
}

fn one(text: &str) -> (String, String, String) {
    let mut all = shown(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

#[test]
fn every_form_of_a_number_has_its_exact_value_and_unit() {
    let cases = [
        ("共有1779人", "1779", "人", ""),
        ("共有１，７７９人", "1779", "人", ""),
        ("共有1,779人", "1779", "人", ""),
        ("募集6.8万元", "68000", "元", ""),
        ("1.2万人次", "12000", "人次", ""),
        ("参学3千5百人次", "3500", "人次", ""),
        ("一百20人", "120", "人", ""),
        ("二十三个支部", "23", "个", ""),
        ("两百名青年", "200", "名", ""),
        ("近四成来自社会", "40", "%", "近"),
        ("覆盖率百分之九十二点五", "92.5", "%", ""),
        ("占57.2%", "57.2", "%", ""),
        ("提高13.5个百分点", "13.5", "百分点", ""),
        ("增长2倍", "2", "倍", ""),
        ("近百余场", "100", "场", "近 余"),
        ("约300余人", "300", "人", "约 余"),
        ("大约3次左右", "3", "次", "大约 左右"),
        ("300余万元", "3000000", "元", "余"),
        ("不少于8学时", "8", "学时", "不少于"),
        ("历时3个多月", "3", "个月", "多"),
        ("服务2个小时", "2", "小时", ""),
        ("近三年", "3", "年", ""),
        ("预约300人", "300", "人", ""),
        ("20余人", "20", "人", "余"),
        ("1万2345人", "12345", "人", ""),
        ("不足半个月", "0.5", "个月", "不足"),
        ("近一半", "50", "%", "近"),
        ("半数以上", "50", "%", "以上"),
        ("千分之三", "0.3", "%", ""),
        ("近三成五", "35", "%", "近"),
        ("20多部作品", "20", "部", "多"),
        ("筹集20多元", "20", "元", "多"),
    ];
    for (text, value, unit, marks) in cases {
        assert_eq!(one(text), (value.into(), unit.into(), marks.into()), "{text}");
    }
}

#[test]
fn a_comma_between_figures_is_no_comma_between_thousands() {
    for text in ["分别为120，130，150人", "分别为120,13,150人", "2026,300人", "3.5,000人"] {
        assert!(shown(text).len() > 1, "{text}: {:?}", shown(text));
    }
}

#[test]
fn look_alikes_are_no_counts() {
    for text in [
        "五四青年节",
        "“三会两制一课”",
        "两新组织",
        "“1+100”工作",
        "一学一做",
        "党的十九大",
        "二十届三中全会",
        "3·5学雷锋",
        "中青发〔2026〕3号",
        "第九届",
        "统一部署",
        "十分重要",
        "5G网络",
        "00后青年",
        "7×24值守",
        "千方百计",
        "万众一心",
        "进一步",
        "一是抓学习",
        "半年工作总结",
        "夜半时分",
        "多措并举",
    ] {
        let counted = Reading::of(text).mentions.into_iter().find(|it| it.counts());
        assert_eq!(counted, None, "{text}");
    }
    assert_eq!(one("拨打12355热线"), ("12355".into(), String::new(), String::new()));
}

#[test]
fn dates_are_told_from_figures() {
    let dates = |text: &str| -> Vec<(Option<i32>, Option<u32>, Option<u32>)> {
        let reading = Reading::of(text);
        assert!(reading.mentions.is_empty(), "{text}: {:?}", reading.mentions);
        reading.dates.iter().map(|it| (it.year, it.month, it.day)).collect()
    };
    assert_eq!(dates("2026年6月1日"), [(Some(2026), Some(6), Some(1))]);
    assert_eq!(dates("6月25日至31日"), [(None, Some(6), Some(25)), (None, Some(6), Some(31))]);
    assert_eq!(dates("六月三十一日"), [(None, Some(6), Some(31))]);
    assert_eq!(dates("2026-02-30"), [(Some(2026), Some(2), Some(30))]);
    assert_eq!(dates("3·5学雷锋日"), [(None, Some(3), Some(5))]);
    assert_eq!(dates("去年9月"), [(None, Some(9), None)]);
    assert_eq!(dates("二〇二六年上半年"), [(Some(2026), None, None)]);
    assert_eq!(dates("一季度"), [(None, None, None)]);
    assert_eq!(dates("7至9月"), [(None, Some(7), None), (None, Some(9), None)]);
    assert_eq!(dates("2025年11月至3月"), [(Some(2025), Some(11), None), (Some(2026), Some(3), None)]);
    assert_eq!(
        dates("6月28、29、31日"),
        [(None, Some(6), Some(28)), (None, Some(6), Some(29)), (None, Some(6), Some(31))]
    );
    assert_eq!(dates("七月，举办比赛"), [(None, Some(7), None)]);
    assert_eq!(dates("三月三，历时三月，一月一课"), []);
}

#[test]
fn ranges_are_read_as_ranges() {
    for text in ["5至8人", "5-8人", "5—8人", "60%-40%", "三至五名"] {
        let reading = Reading::of(text);
        assert_eq!(reading.mentions.len(), 2, "{text}");
        assert!(reading.mentions[0].range_start && reading.mentions[1].range_end, "{text}");
    }
    assert!(!Reading::of("由12件降至4件").mentions[0].range_start);
}

proptest! {
    #[test]
    fn a_number_in_any_form_has_its_value(number in 1u64..1_000_000_000) {
        let grouped = {
            let digits = number.to_string();
            let mut out = String::new();
            for (place, c) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place).is_multiple_of(3) { out.push(','); }
                out.push(c);
            }
            out
        };
        let wide: String = number.to_string().chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        for written in [number.to_string(), grouped, wide, crate::text::numeral::chinese(number)] {
            let text = format!("共有{written}名团员");
            if number == 1 { continue; }
            let reading = Reading::of(&text);
            prop_assert_eq!(reading.mentions.len(), 1, "{}", text);
            prop_assert_eq!(reading.mentions[0].value, Decimal::from(number), "{}", text);
            prop_assert_eq!(&text[reading.script.bytes(reading.mentions[0].number.clone())], written.as_str());
        }
    }

    #[test]
    fn any_text_is_read_at_character_boundaries(text in any::<String>()) {
        let reading = Reading::of(&text);
        for it in &reading.mentions {
            prop_assert!(text.get(reading.script.bytes(it.range.clone())).is_some());
        }
    }

    #[test]
    fn any_mix_of_figures_is_read(text in "[0-9一二百千万余近约%至年月日.,·第(（）“”个人率，。-]{0,60}") {
        let reading = Reading::of(&text);
        for it in &reading.mentions {
            prop_assert!(text.get(reading.script.bytes(it.range.clone())).is_some());
        }
    }
}
