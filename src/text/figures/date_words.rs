//! Dates in words: 2026年6月1日, 今年, 上半年, 六月底.

use super::dates::{DateMention, TimePart, blank, connector, four_digit_year, small, small_chinese};
use super::lexicon::Lexicon;
use super::script::Script;
use crate::text::numeral;
use std::sync::LazyLock;

const RELATIVE: &[(&str, i32)] = &[
    ("上一年", -1),
    ("上年度", -1),
    ("去年", -1),
    ("上年", -1),
    ("前年", -2),
    ("今年", 0),
    ("本年度", 0),
    ("本年", 0),
    ("当年", 0),
    ("明年", 1),
    ("来年", 1),
    ("次年", 1),
    ("翌年", 1),
];

const PARTS: &[(&str, TimePart)] = &[
    ("上半年", TimePart::FirstHalf),
    ("下半年", TimePart::SecondHalf),
    ("全年", TimePart::WholeYear),
    ("年底", TimePart::YearEnd),
    ("年末", TimePart::YearEnd),
    ("年初", TimePart::YearStart),
    ("第一季度", TimePart::Quarter(1)),
    ("第二季度", TimePart::Quarter(2)),
    ("第三季度", TimePart::Quarter(3)),
    ("第四季度", TimePart::Quarter(4)),
    ("一季度", TimePart::Quarter(1)),
    ("二季度", TimePart::Quarter(2)),
    ("三季度", TimePart::Quarter(3)),
    ("四季度", TimePart::Quarter(4)),
    ("1季度", TimePart::Quarter(1)),
    ("2季度", TimePart::Quarter(2)),
    ("3季度", TimePart::Quarter(3)),
    ("4季度", TimePart::Quarter(4)),
    ("底", TimePart::YearEnd),
    ("末", TimePart::YearEnd),
    ("初", TimePart::YearStart),
];

static YEARS: LazyLock<Lexicon<i32>> = LazyLock::new(|| Lexicon::beginning(RELATIVE.iter().copied()));

static PARTS_OF_YEAR: LazyLock<Lexicon<TimePart>> =
    LazyLock::new(|| Lexicon::beginning(PARTS.iter().copied()));

/// 2026年, 今年, 6月, 1日, 上半年 and what follows on them.
pub(super) fn words(script: &Script, at: usize) -> Option<DateMention> {
    let mut date = blank(at..at);
    let mut end = at;
    if let Some((year, after)) = four_digit_year(script, at).filter(|(_, end)| script.get(*end) == Some('年'))
    {
        date.year = Some(year);
        end = after + 1;
        end += usize::from(script.get(end) == Some('度'));
    } else if let Some((_, length, shift)) = YEARS.at(script, at) {
        date.shift = Some(shift);
        end += length;
    }
    let has_year = end > at;
    let skip = usize::from(has_year && matches!(script.get(end), Some('的')));
    if let Some((word, length, part)) = PARTS_OF_YEAR.at(script, end + skip)
        && (has_year || length > 1)
        && !(has_year && part == TimePart::YearStart && script.at(end, "初中"))
        && !(!has_year && word == "年初" && script.before(at).is_some_and(|c| "新每历".contains(c)))
    {
        date.part = Some(part);
        date.range = at..end + skip + length;
        return Some(date);
    }
    match month(script, end, has_year) {
        Some((number, mut after)) => {
            date.month = Some(number);
            if let Some((number, behind)) = day(script, after) {
                date.day = Some(number);
                after = behind;
            } else if script.get(after) == Some('份') {
                after += 1;
            }
            date.range = at..after;
            Some(date)
        }
        None if has_year => {
            date.range = at..end;
            Some(date)
        }
        None => None,
    }
}

fn month(script: &Script, at: usize, certain: bool) -> Option<(u32, usize)> {
    let (number, end, arabic) = match small(script, at, 2) {
        Some((number, end)) => (number, end, true),
        None => small_chinese(script, at).map(|(number, end)| (number, end, false))?,
    };
    if script.get(end) != Some('月') {
        // 7至9月, 1-6月: the first month is written without 月.
        let (_, last) = month_number(script, connector(script, end)?)?;
        let range = (1..=12).contains(&number) && !matches!(script.get(end), Some('和'));
        return (range && script.before(at) != Some('第') && !is_age(script, last)).then_some((number, end));
    }
    let fits =
        if arabic { !is_age(script, end) } else { certain || is_chinese_month(script, at, number, end) };
    fits.then_some((number, end + 1))
}

/// A number and the place of its 月.
pub(super) fn month_number(script: &Script, at: usize) -> Option<(u32, usize)> {
    let (number, end) = small(script, at, 2).or_else(|| small_chinese(script, at))?;
    ((1..=12).contains(&number) && script.get(end) == Some('月')).then_some((number, end))
}

/// 15月龄 is an age.
fn is_age(script: &Script, month: usize) -> bool {
    script.get(month + 1) == Some('龄')
}

/// 七月 is a month; 历时三月, 一月一课 and 三月三 are none.
fn is_chinese_month(script: &Script, at: usize, number: u32, month: usize) -> bool {
    let after = month + 1;
    if day(script, after).is_some()
        || script.one_at(after, &["份", "底", "初", "末", "上旬", "中旬", "下旬"]).is_some_and(|word| {
            // 五月初五 is a day of the lunar calendar.
            word != "初" || script.get(after + 1).and_then(numeral::digit).is_none()
        })
    {
        return true;
    }
    let lasts = script.before(at).is_some_and(|c| "时期近约数每满几整余多了个第".contains(c))
        || script.one_at(after, &["有余", "之久", "余", "来", "多", "内"]).is_some();
    // 一月一课, 三月三, 八月十五
    let counted = script.get(after).is_some_and(|c| numeral::digit(c).is_some() || c == '十' || c == '初');
    (1..=12).contains(&number) && !lasts && !counted
}

pub(super) fn day(script: &Script, at: usize) -> Option<(u32, usize)> {
    let (number, end) = small(script, at, 2).or_else(|| small_chinese(script, at))?;
    if is_day(script, end) {
        return Some((number, end + 1));
    }
    // 6月25至31日, 6月28、29、31日: the first days are written without 日.
    days_go_on(script, end).then_some((number, end))
}

/// True for the 日 or 号 behind a day; 3月5号楼 is no day.
fn is_day(script: &Script, at: usize) -> bool {
    match script.get(at) {
        Some('日') => true,
        Some('号') => !matches!(script.get(at + 1), Some('楼' | '院' | '线' | '门' | '文')),
        _ => false,
    }
}

/// True where a row of days without 日 goes on to one that has it.
pub(super) fn days_go_on(script: &Script, mut end: usize) -> bool {
    for _ in 0..6 {
        let Some((_, next)) = connector(script, end).and_then(|next| small(script, next, 2)) else {
            return false;
        };
        if matches!(script.get(next), Some('日' | '号')) {
            return true;
        }
        end = next;
    }
    false
}
