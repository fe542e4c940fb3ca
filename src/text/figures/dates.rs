//! Dates and periods in prose: 2026年6月1日, 6月底, 去年9月, 上半年, 一季度, 3·5, 2026-06-01.

use super::date_words::{day, days_go_on, month_number, words};
use super::outline::Outline;
use super::script::Script;
use crate::text::numeral;
use std::ops::Range;

/// A part of a year that is named without a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimePart {
    /// 上半年
    FirstHalf,
    /// 下半年
    SecondHalf,
    /// 一季度 … 四季度
    Quarter(u8),
    /// 年底, 年末
    YearEnd,
    /// 年初
    YearStart,
    /// 全年
    WholeYear,
}

/// A date or a period as it stands in prose; what is not said is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// All its characters.
    pub range: Range<usize>,
    /// The year as a number, where it is written.
    pub year: Option<i32>,
    /// The year relative to the one reported on: 去年 is -1, 今年 is 0.
    pub shift: Option<i32>,
    /// The month as written, which may be none of the calendar's.
    pub month: Option<u32>,
    /// The day as written.
    pub day: Option<u32>,
    /// Half, quarter, end or beginning of the year.
    pub part: Option<TimePart>,
    /// Month and year were not written here but taken from the beginning of a range of days.
    pub inherited: bool,
    /// It is the end of a range that begins with the date before.
    pub range_end: bool,
    /// Written as a name: 3·5, 6·26.
    pub named: bool,
    /// It stands in quotation marks.
    pub quoted: bool,
    /// Of the lunar calendar: 农历六月初六.
    pub lunar: bool,
}

/// Characters that may begin a date; everything else is passed over at once.
pub(super) fn may_begin(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '上' | '去' | '前' | '今' | '本' | '当' | '明' | '来' | '次' | '翌' | '下' | '全' | '年' | '第'
        )
        || numeral::digit(c).is_some()
        || c == '十'
}

/// The date that begins at `at`, and the ends of ranges of days that hang on it.
pub(super) fn at(script: &Script, outline: &Outline, at: usize) -> Option<Vec<DateMention>> {
    if script.before(at).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '·')) {
        return None;
    }
    let first = dotted(script, at).or_else(|| dashed(script, at)).or_else(|| words(script, at))?;
    let mut found = vec![first];
    while let Some(next) =
        found.last().and_then(|last| day_behind(script, last).or_else(|| month_behind(script, last)))
    {
        found.push(next);
        if found.len() > 12 {
            break;
        }
    }
    let lunar = script.one_before(at, &["农历", "阴历", "旧历", "农历的"]).is_some();
    for date in &mut found {
        date.quoted = outline.quote(date.range.start).is_some();
        date.lunar = lunar;
    }
    Some(found)
}

pub(super) fn blank(range: Range<usize>) -> DateMention {
    DateMention {
        range,
        year: None,
        shift: None,
        month: None,
        day: None,
        part: None,
        inherited: false,
        range_end: false,
        named: false,
        quoted: false,
        lunar: false,
    }
}

/// An arabic number of one to `most` digits, and where it ends.
pub(super) fn small(script: &Script, at: usize, most: usize) -> Option<(u32, usize)> {
    let digits = (0..=most).take_while(|n| script.get(at + n).is_some_and(|c| c.is_ascii_digit())).count();
    if digits == 0 || digits > most {
        return None;
    }
    script.string(at..at + digits).parse().ok().map(|number| (number, at + digits))
}

/// A Chinese number below a hundred, and where it ends.
pub(super) fn small_chinese(script: &Script, at: usize) -> Option<(u32, usize)> {
    let length = (0..4)
        .take_while(|n| {
            script.get(at + n).is_some_and(|c| numeral::digit(c).is_some() || matches!(c, '十' | '廿' | '卅'))
        })
        .count();
    let number = numeral::read(script.string(at..at + length))?;
    (number < 100).then_some(())?;
    Some((u32::try_from(number).ok()?, at + length))
}

pub(super) fn four_digit_year(script: &Script, at: usize) -> Option<(i32, usize)> {
    let (year, end) = match small(script, at, 4) {
        Some((year, end)) if end == at + 4 => (year, end),
        Some(_) => return None,
        None => {
            let spelled = script.string(at..at + 4);
            if spelled.chars().count() != 4 || !spelled.chars().all(|c| numeral::digit(c).is_some()) {
                return None;
            }
            (u32::try_from(numeral::read(spelled)?).ok()?, at + 4)
        }
    };
    (1900..=2199).contains(&year).then_some((i32::try_from(year).ok()?, end))
}

pub(super) fn connector(script: &Script, at: usize) -> Option<usize> {
    let word = script.one_at(at, &["--", "至", "到", "-", "~", "、", "和"])?;
    Some(at + word.chars().count())
}

/// 至31日 behind 6月25日: a day of the same month.
fn day_behind(script: &Script, last: &DateMention) -> Option<DateMention> {
    last.day?;
    let start = connector(script, last.range.end)?;
    let (number, end) = small(script, start, 2).or_else(|| small_chinese(script, start))?;
    let marked = matches!(script.get(end), Some('日' | '号'));
    if !marked && !days_go_on(script, end) {
        return None;
    }
    let list = matches!(script.get(last.range.end), Some('、' | '和'));
    Some(DateMention {
        range: start..end + usize::from(marked),
        day: Some(number),
        inherited: true,
        range_end: !list,
        ..last.clone()
    })
}

/// 至9月 behind 7月 or 7: a month of the same year, or of the next one where it is smaller.
fn month_behind(script: &Script, last: &DateMention) -> Option<DateMention> {
    let first = last.month.filter(|_| last.day.is_none())?;
    let start = connector(script, last.range.end)?;
    let list = matches!(script.get(last.range.end), Some('、' | '和'));
    let (number, end) = month_number(script, start)?;
    if day(script, end + 1).is_some() || (list && script.before(last.range.end) == Some('月')) {
        return None;
    }
    let turn = i32::from(number < first && !list);
    Some(DateMention {
        range: start..end + 1,
        month: Some(number),
        year: last.year.map(|year| year + turn),
        shift: last.shift.map(|shift| shift + turn),
        inherited: true,
        range_end: !list,
        ..last.clone()
    })
}

/// 2026-06-01, 2026.6.1, 2026/6/1.
fn dashed(script: &Script, at: usize) -> Option<DateMention> {
    let (year, end) = four_digit_year(script, at)?;
    let mark = script.get(end).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (month, end) = small(script, end + 1, 2)?;
    if script.get(end) != Some(mark) {
        return None;
    }
    let (day, end) = small(script, end + 1, 2)?;
    let mut date = blank(at..end);
    (date.year, date.month, date.day) = (Some(year), Some(month), Some(day));
    Some(date)
}

/// 3·5, 6·26: a day that has become a name; also 6.26 where it stands in quotation marks.
fn dotted(script: &Script, at: usize) -> Option<DateMention> {
    let (month, end) = small(script, at, 2)?;
    let quoted = matches!(script.before(at), Some('“' | '"' | '‘'));
    match script.get(end)? {
        '·' => {}
        '.' if quoted => {}
        _ => return None,
    }
    let (day, end) = small(script, end + 1, 2)?;
    if script.get(end).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '·' | '%' | '万')) {
        return None;
    }
    let mut date = blank(at..end);
    (date.month, date.day, date.named) = (Some(month), Some(day), true);
    Some(date)
}
