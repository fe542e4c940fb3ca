//! # What it does
//! Finds a date that no calendar has, also one on a day of the week on which it is not.
//! # Why it is bad
//! The event has another date, and nobody knows which.
//! # Example
//! 6月31日召开会议。
//! # Use instead
//! 6月30日召开会议。

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::Span;
use crate::text::date::Date;
use crate::text::figures::DateMention;
use jiff::civil::Weekday;
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "date-impossible", title: "日期不存在", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let (mut sentence, mut carried) = (0..0, None);
    for date in &passage.reading.dates {
        if !sentence.contains(&date.range.start) {
            (sentence, carried) = (passage.sentence(date.range.start), None);
        }
        carried = year_of(passage, date).or(carried);
        let Some(month) = date.month.filter(|_| !date.named) else { continue };
        let message = if !(1..=12).contains(&month) {
            format!("一年没有{month}月，请核对日期。")
        } else {
            let Some(day) = date.day else { continue };
            let year = carried.or_else(|| ahead(passage));
            // A month of the lunar calendar has thirty days at most, a second one too.
            let days = if date.lunar { 30 } else { days_of(year, month) };
            if (1..=days).contains(&day) {
                weekday(passage, date, year, verdicts);
                continue;
            }
            too_late(year, month, day, days)
        };
        let flaw = Flaw::new(RULE.name, date.range.clone(), message);
        verdicts.push(flaw.figures(passage.words(date.range.clone()).to_string(), "日历上有的日期"));
    }
    bare_days(passage, verdicts);
}

fn too_late(year: Option<i32>, month: u32, day: u32, days: u32) -> String {
    match year {
        Some(year) if month == 2 => format!("{year}年2月只有{days}天，没有{day}日，请核对日期。"),
        _ => format!("{month}月只有{days}天，没有{day}日，请核对日期。"),
    }
}

/// The year that a date names.
fn year_of(passage: &Passage, date: &DateMention) -> Option<i32> {
    date.year.or_else(|| i32::from(passage.period?.year).checked_add(date.shift?))
}

/// The year that is meant where none is named: in a plan after the second half it is the next one.
fn ahead(passage: &Passage) -> Option<i32> {
    let period = passage.period?;
    let next = passage.section() == Section::Plan && period.span != Span::FirstHalf;
    i32::from(period.year).checked_add(i32::from(next))
}

/// 6月1日（星期三）: the day of the week is that of the date.
fn weekday(passage: &Passage, date: &DateMention, year: Option<i32>, verdicts: &mut Verdicts) {
    let agrees = |verdicts: &mut Verdicts| {
        verdicts.agree(|| Agreement::new(RULE.name, date.range.clone(), [], "日历上有这一天"));
    };
    let (Some((stated, end)), false) = (named_weekday(passage, date.range.end), date.lunar) else {
        return agrees(verdicts);
    };
    let real = (|| {
        let (month, day) = (i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?);
        Some(Date::new(i16::try_from(year?).ok()?, month, day).ok()?.weekday())
    })();
    let Some(real) = real.filter(|real| *real != stated) else { return agrees(verdicts) };
    let range = date.range.start..end;
    let words = passage.words(range.clone()).to_string();
    let name = NAMES.get(usize::from(real.to_monday_zero_offset().unsigned_abs())).copied().unwrap_or('日');
    let year = year.unwrap_or_default();
    let message = format!("「{words}」：{year}年的这一天是星期{name}，请核对日期。");
    verdicts.push(
        Flaw::new(RULE.name, range, message)
            .severity(Severity::Warning)
            .figures(words, format!("星期{name}")),
    );
}

const NAMES: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

/// （星期三）, 星期三 or （周三） at a position, and its end.
fn named_weekday(passage: &Passage, at: usize) -> Option<(Weekday, usize)> {
    let script = passage.script();
    let bracket = script.get(at) == Some('（');
    let start = at + usize::from(bracket);
    let word = script.one_at(start, &["星期", "礼拜", "周"])?;
    let end = start + word.chars().count();
    let c = script.get(end).map(|c| if c == '天' { '日' } else { c })?;
    let place = NAMES.iter().position(|name| *name == c)?;
    // 6月1日周三下午, but not 6月1日周一至周五 or 6月1日周五名学员.
    let ends = if bracket {
        matches!(script.get(end + 1), Some('）' | '，'))
    } else {
        word != "周" && !matches!(script.get(end + 1), Some('至' | '到' | '-' | '、'))
    };
    let day = Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()?;
    ends.then_some((day, end + 1 + usize::from(bracket)))
}

/// 4月28日开营，31日结营: a day of the month named before it in the sentence.
fn bare_days(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    for mention in passage.mentions() {
        let late =
            mention.unit == "日" && mention.value >= Decimal::from(29) && mention.value < Decimal::from(100);
        let led =
            matches!(script.before(mention.range.start), Some('，' | '；' | '、' | '至' | '到' | '-' | '~'));
        if !late || !led || mention.quoted || !mention.exact() {
            continue;
        }
        let sentence = passage.sentence(mention.number.start);
        let before = passage.reading.dates_within(sentence.start..mention.number.start).last();
        let (Some(date), Ok(day)) = (before, u32::try_from(mention.value)) else { continue };
        let (Some(month @ 1..=12), Some(first), false) = (date.month, date.day, date.lunar || date.named)
        else {
            continue;
        };
        let year = year_of(passage, date).or_else(|| ahead(passage));
        let days = days_of(year, month);
        // 31日 behind the last days of a month may be one of the next month.
        if day <= days || first > day || script.at(mention.range.end, "内") {
            continue;
        }
        let flaw = Flaw::new(RULE.name, mention.range.clone(), too_late(year, month, day, days));
        verdicts.push(
            flaw.figures(passage.words(mention.range.clone()).to_string(), "日历上有的日期")
                .related([date.range.clone()]),
        );
    }
}

/// Days of a month; a February of an unknown year has its most.
fn days_of(year: Option<i32>, month: u32) -> u32 {
    match month {
        2 => match year {
            Some(year) if year % 4 != 0 || (year % 100 == 0 && year % 400 != 0) => 28,
            _ => 29,
        },
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_date_is_one_of_the_calendar() {
        wrong(
            "date-impossible",
            &[
                ("2月30日，举办座谈会。", "2月30日"),
                ("6月31日，召开推进会。", "6月31日"),
                ("4月31号开展植树活动。", "4月31号"),
                ("2026年2月29日，走访企业。", "2026年2月29日"),
                ("四月三十一日举办比赛。", "四月三十一日"),
                ("6月25日至31日开展宣传周活动。", "31日"),
                ("2026-04-31召开会议。", "2026-04-31"),
                ("5月0日开展活动。", "5月0日"),
                ("4月28日开营，31日结营。", "31日"),
                ("6月28、29、31日，分三批参观。", "31日"),
                ("6月1日（星期三）举行仪式。", "6月1日（星期三）"),
            ],
        );
        right(&[
            "6月30日，召开推进会。",
            "2024年2月29日以来，工作有序推进。",
            "坚持“六一”前夕送温暖。",
            "6月1日（星期一）举行仪式。",
            "农历二月三十日慰问老人。",
            "5月31日开班，历时31日，6月30日结业。",
            "历时13个月完成。",
            "服务15月龄以下婴幼儿家庭。",
        ]);
    }

    #[test]
    fn a_month_beyond_twelve_is_found() {
        wrong("date-impossible", &[("13月5日召开会议。", "13月5日")]);
    }
}
