//! Dates and periods in prose: 2026年6月1日, 6月底, 去年9月, 上半年, 一季度, 3·5, 2026-06-01.

use super::lexicon::Lexicon;
use super::outline::Outline;
use super::script::Script;
use crate::text::numeral;
use std::ops::Range;
use std::sync::LazyLock;

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

fn blank(range: Range<usize>) -> DateMention {
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
fn small(script: &Script, at: usize, most: usize) -> Option<(u32, usize)> {
    let digits = (0..=most).take_while(|n| script.get(at + n).is_some_and(|c| c.is_ascii_digit())).count();
    if digits == 0 || digits > most {
        return None;
    }
    script.string(at..at + digits).parse().ok().map(|number| (number, at + digits))
}

/// A Chinese number below a hundred, and where it ends.
fn small_chinese(script: &Script, at: usize) -> Option<(u32, usize)> {
    let length = (0..4)
        .take_while(|n| {
            script.get(at + n).is_some_and(|c| numeral::digit(c).is_some() || matches!(c, '十' | '廿' | '卅'))
        })
        .count();
    let number = numeral::read(script.string(at..at + length))?;
    (number < 100).then_some(())?;
    Some((u32::try_from(number).ok()?, at + length))
}

fn four_digit_year(script: &Script, at: usize) -> Option<(i32, usize)> {
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

/// 2026年, 今年, 6月, 1日, 上半年 and what follows on them.
fn words(script: &Script, at: usize) -> Option<DateMention> {
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
fn month_number(script: &Script, at: usize) -> Option<(u32, usize)> {
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

fn day(script: &Script, at: usize) -> Option<(u32, usize)> {
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
fn days_go_on(script: &Script, mut end: usize) -> bool {
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

fn connector(script: &Script, at: usize) -> Option<usize> {
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
