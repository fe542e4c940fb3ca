//! When something was: the months of a date, of a range of dates, and of the reporting period.

use super::passage::Passage;
use crate::text::figures::{DateMention, TimePart};
use crate::text::{Period, Span};
use std::ops::Range;

/// Dates that make one time: a single date, or a range from one to the next (去年12月至今年2月).
#[derive(Clone, Debug)]
pub(super) struct Time<'p> {
    /// Its first date.
    pub from: &'p DateMention,
    /// Its last date, the same one where it is no range.
    pub to: &'p DateMention,
    /// First and last month, counted from the year 0.
    pub months: (i32, i32),
    /// The year comes from a date before it in the sentence.
    pub carried: bool,
}

impl Time<'_> {
    /// All its characters.
    pub(super) fn range(&self) -> Range<usize> {
        self.from.range.start..self.to.range.end.max(self.from.range.end)
    }

    /// The year is written, as a number or as 今年 and 去年.
    pub(super) fn has_year(&self) -> bool {
        self.from.year.or(self.from.shift).is_some()
    }

    /// True when no month of it is one of the period's.
    pub(super) fn misses(&self, months: (i32, i32)) -> bool {
        self.months.1 < months.0 || self.months.0 > months.1
    }
}

/// The times of a passage that name a month or a quarter, in order.
pub(super) fn times(passage: &Passage, period: Period) -> Vec<Time<'_>> {
    let dates = &passage.reading.dates;
    let mut times = Vec::new();
    // The last year named in the sentence: 2025年9月启动，11月完成 is one year.
    let (mut sentence, mut year) = (0..0, None);
    let mut index = 0;
    while let Some(from) = dates.get(index) {
        index += 1;
        if !sentence.contains(&from.range.start) {
            (sentence, year) = (passage.sentence(from.range.start), None);
        }
        let written = year_of(period, from);
        let carried = written.is_none() && year.is_some();
        year = written.or(year);
        let here = year.unwrap_or(i32::from(period.year));
        let Some(mut months) = months_of(from, here) else { continue };
        let mut to = from;
        if let Some(next) = dates.get(index).filter(|next| is_joined(passage, from, next)) {
            index += 1;
            to = next;
            let mut end = year_of(period, next).unwrap_or(here);
            if let Some((first, last)) = months_of(next, end) {
                // 11月至3月 runs over the turn of the year.
                if last < months.0 && year_of(period, next).is_none() {
                    end += 1;
                    months.1 = last + 12;
                } else {
                    months.1 = last.max(first);
                }
            }
            year = year.map(|_| end);
        }
        times.push(Time { from, to, months, carried });
    }
    times
}

fn year_of(period: Period, date: &DateMention) -> Option<i32> {
    date.year.or_else(|| i32::from(period.year).checked_add(date.shift?))
}

/// True when two dates are the ends of one range.
fn is_joined(passage: &Passage, from: &DateMention, to: &DateMention) -> bool {
    let script = passage.script();
    let mut at = from.range.end;
    at +=
        script.one_at(at, &["上旬", "中旬", "下旬", "底", "初", "末"]).map_or(0, |word| word.chars().count());
    let word = script.one_at(at, &["一直到", "持续到", "持续至", "--", "至", "到", "-", "~"]);
    word.is_some_and(|word| at + word.chars().count() == to.range.start)
}

/// First and last month of a date in a year; `None` for a date without month or quarter.
fn months_of(date: &DateMention, year: i32) -> Option<(i32, i32)> {
    let (first, last) = match (date.month, date.part) {
        (Some(month), _) => {
            let month = i32::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            (month, month)
        }
        (None, Some(TimePart::Quarter(quarter))) => {
            let last = i32::from(quarter) * 3;
            (last - 2, last)
        }
        _ => return None,
    };
    let months = year.checked_mul(12)?;
    Some((months + first, months + last))
}

/// First and last month of the reporting period, counted from the year 0.
pub(super) fn reported(period: Period) -> (i32, i32) {
    let (first, last) = match period.span {
        Span::FirstHalf => (1, 6),
        Span::SecondHalf => (7, 12),
        Span::WholeYear => (1, 12),
    };
    (i32::from(period.year) * 12 + first, i32::from(period.year) * 12 + last)
}

/// What a range of months of one year amounts to: 1至6月 is the first half.
pub(super) fn half_of(from: &DateMention, to: &DateMention) -> Option<TimePart> {
    match (from.month?, to.month?) {
        _ if from.day.is_some() || to.day.is_some() => None,
        (1, 6) => Some(TimePart::FirstHalf),
        (7, 12) => Some(TimePart::SecondHalf),
        (1, 12) => Some(TimePart::WholeYear),
        _ => None,
    }
}
