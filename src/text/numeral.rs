//! Chinese numerals: 一, 十二, 二十三.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Writes 1 to 99 as headings count: 一 … 十 … 二十三; a number beyond that in arabic digits,
/// because no report has a hundred headings at one level and none may be lost.
pub fn counting(number: usize) -> String {
    let digit = |value: usize| DIGITS.get(value).copied().unwrap_or('〇');
    match number {
        1..=9 => digit(number).to_string(),
        10..=99 => {
            let mut out = String::new();
            if number >= 20 {
                out.push(digit(number / 10));
            }
            out.push('十');
            if !number.is_multiple_of(10) {
                out.push(digit(number % 10));
            }
            out
        }
        _ => number.to_string(),
    }
}

/// Reads a Chinese numeral of digits and units: 二十三, 两百零五, 一万二千, 廿三, 百 (as 一百).
/// A row of digits (二〇二六) reads as the number that it spells. Anything else is `None`.
///
/// ```
/// use qinggao::text::numeral::read;
/// assert_eq!(read("三百二十五"), Some(325));
/// assert_eq!(read("两万五"), Some(25_000));
/// assert_eq!(read("三四"), None);
/// ```
pub fn read(numeral: &str) -> Option<u64> {
    let chars: Vec<char> = numeral.chars().collect();
    if chars.is_empty() || chars.len() > 24 {
        return None;
    }
    if chars.len() >= 3 && chars.iter().all(|c| digit(*c).is_some()) {
        return chars.iter().try_fold(0u64, |sum, c| sum.checked_mul(10)?.checked_add(digit(*c)?));
    }
    let (mut total, mut section, mut pending) = (0u64, 0u64, None::<u64>);
    // The value that one step below the last unit has: 两万五 is 25000, 三百二 is 320.
    let mut below = 1;
    let mut last_unit = u64::MAX;
    let mut gap = false;
    for c in chars {
        if let Some(value) = digit(c) {
            if value == 0 {
                if pending.is_some() {
                    return None;
                }
                gap = true;
                continue;
            }
            if pending.is_some() {
                return None;
            }
            pending = Some(value);
            continue;
        }
        let value = unit(c)?;
        if matches!(c, '廿' | '卅') {
            if pending.is_some() {
                return None;
            }
            section = section.checked_add(value)?;
            below = 1;
        } else if value < 10_000 {
            // 两百百 is no number: within a section each unit is smaller than the one before.
            if value >= last_unit {
                return None;
            }
            last_unit = value;
            section = section.checked_add(pending.take().unwrap_or(1).checked_mul(value)?)?;
            below = value / 10;
        } else {
            let whole = match (section, pending.take()) {
                (0, None) if total == 0 => 1,
                (0, None) => 0,
                (section, pending) => section.checked_add(pending.unwrap_or(0))?,
            };
            total = if whole == 0 {
                total.checked_mul(value)?
            } else if value > total {
                total.checked_add(whole)?.checked_mul(value)?
            } else {
                total.checked_add(whole.checked_mul(value)?)?
            };
            (section, last_unit) = (0, u64::MAX);
            below = value / 10;
        }
        gap = false;
    }
    let last = pending.unwrap_or(0).checked_mul(if gap { 1 } else { below.max(1) })?;
    total.checked_add(section)?.checked_add(last)
}

/// The value of a Chinese digit.
pub fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a unit within a Chinese numeral: 十, 百, 千, 万, 亿, 廿, 卅.
pub fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Writes a number in Chinese numerals: 325 is 三百二十五.
pub fn chinese(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    for (scale, name) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let section = number / scale % 10_000;
        if scale == 1_000_000_000_000 && number / scale >= 10_000 {
            return number.to_string();
        }
        if section == 0 {
            gap = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || section < 1_000) {
            out.push('零');
        }
        under_ten_thousand(section, &mut out);
        // 万亿 is written once: 一万二千亿 has its 亿 from the next step.
        out.push_str(if name == "万亿" && !(number / 100_000_000).is_multiple_of(10_000) {
            "万"
        } else {
            name
        });
        gap = false;
    }
    out
}

fn under_ten_thousand(section: u64, out: &mut String) {
    let begins = out.is_empty();
    let mut gap = false;
    let mut written = false;
    for (scale, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let value = section / scale % 10;
        if value == 0 {
            gap = written;
            continue;
        }
        if gap {
            out.push('零');
        }
        if !(begins && !written && scale == 10 && value == 1) {
            out.push(
                usize::try_from(value).ok().and_then(|value| DIGITS.get(value)).copied().unwrap_or('〇'),
            );
        }
        out.push_str(name);
        written = true;
        gap = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headings_count_as_a_secretary_counts() {
        let cases = [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (23, "二十三"), (100, "100")];
        for (number, words) in cases {
            assert_eq!(counting(number), words);
        }
    }

    #[test]
    fn numerals_are_read_as_they_are_spoken() {
        let cases = [
            ("二十三", 23),
            ("十二", 12),
            ("两百", 200),
            ("两百零五", 205),
            ("三百二", 320),
            ("一万二千", 12_000),
            ("两万五", 25_000),
            ("廿三", 23),
            ("百", 100),
            ("万", 10_000),
            ("一亿零三万", 100_030_000),
            ("二〇二六", 2026),
        ];
        for (numeral, number) in cases {
            assert_eq!(read(numeral), Some(number), "{numeral}");
        }
        for wrong in ["", "三四", "五四", "甲", "二十三四", "两百百", "三十百"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_number_written_in_chinese_is_read_back(number in 0u64..10_000_000_000) {
            prop_assert_eq!(read(&chinese(number)), Some(number), "{}", chinese(number));
        }
    }
}
