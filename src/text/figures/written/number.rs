//! Numbers in every form in which a report may write them.

use crate::text::figures::Style;
use crate::text::numeral;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A number as it is written, and what it is worth.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub text: String,
    pub value: Decimal,
    pub style: Style,
}

pub(super) fn written(text: String, value: Decimal, style: Style) -> Written {
    Written { text, value: value.normalize(), style }
}

pub(super) fn wide(text: &str) -> String {
    let wide =
        |c: char| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

pub(super) fn grouped(number: u64, comma: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, c) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push_str(comma);
        }
        out.push(c);
    }
    out
}

/// Digits one by one: 二〇二六.
pub(super) fn spelled(digits: &str, zero: char) -> String {
    let digit = |c: char| match c {
        '0' => zero.to_string(),
        c => numeral::chinese(u64::from(c.to_digit(10).unwrap_or(0))),
    };
    digits.chars().map(digit).collect()
}

/// Arabic digits: half or full width, grouped, with decimals, with 千, 万 and 亿.
pub(super) fn arabic() -> impl Strategy<Value = Written> {
    let whole = (2u64..10_000_000_000).prop_flat_map(|number| {
        let forms = vec![
            number.to_string(),
            wide(&number.to_string()),
            grouped(number, ","),
            wide(&grouped(number, ",")),
            wide(&grouped(number, "，")),
        ];
        prop::sample::select(forms).prop_map(move |text| written(text, Decimal::from(number), Style::Arabic))
    });
    let decimal = (0u64..100_000, 1u32..4).prop_map(|(number, decimals)| {
        let value = Decimal::new(i64::try_from(number).unwrap_or(0) * 10 + 3, decimals);
        written(value.to_string(), value, Style::Arabic)
    });
    let scaled = (
        1u64..10_000,
        0u32..3,
        prop::sample::select(vec![
            ("千", 1_000u64),
            ("万", 10_000),
            ("百万", 1_000_000),
            ("千万", 10_000_000),
            ("亿", 100_000_000),
        ]),
    )
        .prop_map(|(number, decimals, (name, scale))| {
            let value = Decimal::new(i64::try_from(number).unwrap_or(0), decimals);
            written(format!("{value}{name}"), value * Decimal::from(scale), Style::Arabic)
        });
    let two_steps = (1u64..1_000, 1u64..10_000).prop_map(|(high, low)| {
        written(format!("{high}万{low}"), Decimal::from(high * 10_000 + low), Style::Arabic)
    });
    prop_oneof![whole, decimal, scaled, two_steps]
}

/// Chinese numerals: 二十三, 两百, 廿三, 二〇六, 两万五, 三点五.
pub(super) fn chinese() -> impl Strategy<Value = Written> {
    let whole = (2u64..10_000_000_000).prop_flat_map(|number| {
        let plain = numeral::chinese(number);
        let two = plain
            .replace("二百", "两百")
            .replace("二千", "两千")
            .replace("二万", "两万")
            .replace("二亿", "两亿");
        let forms = vec![
            plain.clone(),
            plain.replace('零', "〇"),
            two.replace("十两万", "十二万").replace("十两亿", "十二亿"),
        ];
        prop::sample::select(forms).prop_map(move |text| written(text, Decimal::from(number), Style::Chinese))
    });
    let twenties =
        (1u64..10, prop::sample::select(vec![("廿", 20), ("卅", 30)])).prop_map(|(one, (ten, value))| {
            written(format!("{ten}{}", numeral::chinese(one)), Decimal::from(value + one), Style::Chinese)
        });
    let short = (
        2u64..10,
        1u64..10,
        prop::sample::select(vec![("百", 100), ("千", 1_000), ("万", 10_000), ("亿", 100_000_000)]),
    )
        .prop_map(|(high, low, (name, scale))| {
            let text = format!("{}{name}{}", numeral::chinese(high), numeral::chinese(low));
            written(text, Decimal::from(high * scale + low * scale / 10), Style::Chinese)
        });
    let row = (100u64..10_000, prop::sample::select(vec!['〇', '零', '○'])).prop_map(|(number, zero)| {
        written(spelled(&number.to_string(), zero), Decimal::from(number), Style::Chinese)
    });
    let decimal = (1u64..1_000, 1u32..1_000).prop_map(|(whole, part)| {
        let value: Decimal = format!("{whole}.{part}").parse().unwrap_or_default();
        let text = format!("{}点{}", numeral::chinese(whole), spelled(&part.to_string(), '零'));
        written(text, value, Style::Chinese)
    });
    prop_oneof![whole, twenties, short, row, decimal]
}

/// Both in one figure: 3千5百, 一百20, 1万五千.
pub(super) fn mixed() -> impl Strategy<Value = Written> {
    let scales = (1u64..10, 1u64..10).prop_map(|(high, low)| {
        written(format!("{high}千{low}百"), Decimal::from(high * 1_000 + low * 100), Style::Mixed)
    });
    let tail = (1u64..10, 1u64..100).prop_map(|(high, low)| {
        written(format!("{}百{low}", numeral::chinese(high)), Decimal::from(high * 100 + low), Style::Mixed)
    });
    let chinese_tail = (1u64..100, 1u64..10).prop_map(|(high, low)| {
        written(
            format!("{high}万{}千", numeral::chinese(low)),
            Decimal::from(high * 10_000 + low * 1_000),
            Style::Mixed,
        )
    });
    prop_oneof![scales, tail, chinese_tail]
}

pub(super) fn number() -> impl Strategy<Value = Written> {
    prop_oneof![4 => arabic(), 4 => chinese(), 1 => mixed()]
}

/// A share as it is written: 12.5%, 百分之十二点五, 三成五, 8‰, 千分之八, 一半; with its value in percent.
pub(super) fn share() -> impl Strategy<Value = Written> {
    let small = (1u64..1_000, 0u32..3, any::<bool>()).prop_map(|(number, decimals, chinese)| {
        let value = Decimal::new(i64::try_from(number).unwrap_or(0), decimals);
        match (chinese, value.to_string().split_once('.')) {
            (false, _) => written(value.to_string(), value, Style::Arabic),
            (true, None) => written(numeral::chinese(number), value, Style::Chinese),
            (true, Some((whole, part))) => {
                let text =
                    format!("{}点{}", numeral::chinese(whole.parse().unwrap_or(0)), spelled(part, '零'));
                written(text, value, Style::Chinese)
            }
        }
    });
    let signs = (arabic(), prop::sample::select(vec![("%", 1), ("％", 1), ("﹪", 1), ("‰", 10)])).prop_map(
        |(it, (sign, part))| written(it.text + sign, it.value / Decimal::from(part), Style::Arabic),
    );
    let words =
        (small, prop::sample::select(vec![("百分之", 1), ("千分之", 10)])).prop_map(|(it, (of, part))| {
            written(format!("{of}{}", it.text), it.value / Decimal::from(part), Style::Chinese)
        });
    let tenths =
        (2u64..10, 0u64..10, any::<bool>()).prop_map(|(tenths, rest, chinese)| match (chinese, rest) {
            (true, 0) => {
                written(format!("{}成", numeral::chinese(tenths)), Decimal::from(tenths * 10), Style::Chinese)
            }
            (true, _) => {
                let text = format!("{}成{}", numeral::chinese(tenths), numeral::chinese(rest));
                written(text, Decimal::from(tenths * 10 + rest), Style::Chinese)
            }
            (false, _) => {
                written(format!("{tenths}.{rest}成"), Decimal::from(tenths * 10 + rest), Style::Arabic)
            }
        });
    let half = prop::sample::select(vec!["一半", "半数"])
        .prop_map(|text| written(text.into(), Decimal::from(50), Style::Chinese));
    prop_oneof![signs, words, tenths, half]
}

/// Figures with a half: 两个半小时, 三年半, 2倍半.
pub(super) fn with_half() -> impl Strategy<Value = (Written, &'static str)> {
    let units = vec![
        ("个半小时", "小时"),
        ("个半月", "个月"),
        ("年半", "年"),
        ("倍半", "倍"),
        ("天半", "天"),
        ("小时半", "小时"),
    ];
    (2u64..20, any::<bool>(), prop::sample::select(units)).prop_map(|(number, chinese, (words, unit))| {
        let (text, style) = match (chinese, number) {
            (true, 2) => ("两".to_owned(), Style::Chinese),
            (true, _) => (numeral::chinese(number), Style::Chinese),
            (false, _) => (number.to_string(), Style::Arabic),
        };
        (written(text + words, Decimal::from(number) + Decimal::new(5, 1), style), unit)
    })
}
