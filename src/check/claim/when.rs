//! The time that a figure belongs to, as the words before it say.

use crate::check::passage::Passage;
use crate::text::figures::{DateMention, Lexicon, TimePart};
use crate::text::{Period, Span};
use std::ops::Range;
use std::sync::LazyLock;

/// A time, seen from the period reported on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// The period itself, or the present.
    Now,
    /// The same period a year before.
    Same,
    /// The year before, where the report is of half a year.
    LastYear,
    /// The year of a report of half a year, and its beginning: the span of its targets.
    Year,
    /// Any other time gone by, a part of the period included.
    Before,
    /// A time to come, and what is planned.
    Ahead,
    /// A single day or month within the period.
    Day,
}

/// How far before a figure a word may still say its time, in characters.
const REACH: usize = 80;

/// Words that say a time without being a date.
const WORDS: &[(&str, When)] = &[
    ("现有", When::Now),
    ("目前", When::Now),
    ("已", When::Now),
    ("实际", When::Now),
    ("增至", When::Now),
    ("升至", When::Now),
    ("降至", When::Now),
    ("减至", When::Now),
    ("增加到", When::Now),
    ("减少到", When::Now),
    ("达到", When::Now),
    ("同期", When::Same),
    ("此前", When::Before),
    ("原有", When::Before),
    ("原来", When::Before),
    ("往年", When::Before),
    ("历年", When::Before),
    ("上月", When::Before),
    ("上季度", When::Before),
    ("计划", When::Ahead),
    ("目标", When::Ahead),
    ("任务", When::Ahead),
    ("下达", When::Ahead),
    ("力争", When::Ahead),
    ("争取", When::Ahead),
    ("预计", When::Ahead),
    ("确保", When::Ahead),
    ("下一步", When::Ahead),
    ("拟", When::Ahead),
    ("应", When::Ahead),
];

static SAID: LazyLock<Lexicon<When>> = LazyLock::new(|| Lexicon::beginning(WORDS.iter().copied()));

/// The time of a date, and the date with the 同期 behind it.
pub(super) fn of(passage: &Passage, period: Period, date: &DateMention) -> (When, Range<usize>) {
    let same = passage.script().at(date.range.end, "同期");
    let end = date.range.end + if same { 2 } else { 0 };
    let shift = date.year.map(|year| year - i32::from(period.year)).or(date.shift).unwrap_or(0);
    let bare = date.part.is_none() && date.month.is_none();
    let own = date.part == Some(part(period.span)) || (bare && period.span == Span::WholeYear);
    let when = match shift {
        1.. => When::Ahead,
        0 => this_year(passage, period, date),
        -1 if same || own => When::Same,
        -1 if bare => When::LastYear,
        _ => When::Before,
    };
    (when, date.range.start..end)
}

fn part(span: Span) -> TimePart {
    match span {
        Span::FirstHalf => TimePart::FirstHalf,
        Span::SecondHalf => TimePart::SecondHalf,
        Span::WholeYear => TimePart::WholeYear,
    }
}

fn this_year(passage: &Passage, period: Period, date: &DateMention) -> When {
    let script = passage.script();
    let until = script.one_before(date.range.start, &["截至", "截止", "截至到"]).is_some();
    match (date.part, date.month) {
        (None, None) => When::Now,
        (Some(named), _) if named == part(period.span) => When::Now,
        (Some(TimePart::WholeYear | TimePart::YearStart), _) => When::Year,
        (Some(TimePart::SecondHalf), _) if period.span == Span::FirstHalf => When::Ahead,
        (Some(TimePart::YearEnd), _) if until => When::Now,
        (Some(TimePart::YearEnd), _) => When::Ahead,
        (Some(_), _) => When::Before,
        (None, Some(_)) if until => When::Now,
        (None, Some(month)) => {
            let last = if period.span == Span::FirstHalf { 6 } else { 12 };
            let ends = script.one_at(date.range.end, &["底", "末"]).is_some()
                || script.one_before(date.range.start, &["至", "到", "-"]).is_some();
            if month == last && date.day.is_none() && ends { When::Now } else { When::Day }
        }
    }
}

/// The time that the words of the sentence before a position give to what stands there. The last
/// one said holds; what is only compared with (较去年同期) holds in its own clause, and a time
/// gone by only as far as the next clause with a figure.
pub(super) fn before(passage: &Passage, period: Period, at: usize) -> When {
    let sentence = passage.sentence(at).start.max(at.saturating_sub(REACH));
    let clause = passage.clause(at).start;
    let compared = |start: usize| {
        start < clause && passage.script().one_before(start, &["较", "比", "与", "同", "和"]).is_some()
    };
    let dates = passage.reading.dates_within(sentence..at).iter().rev();
    let dated: Vec<(When, Range<usize>)> = dates.map(|date| of(passage, period, date)).collect();
    let date = dated.iter().find(|(_, range)| !compared(range.start)).cloned();
    let script = passage.script();
    let word = (sentence..at).rev().find_map(|start| {
        let (word, _, when) = SAID.at(script, start)?;
        // 同期 behind its date was read with it; 应急 and 相应 oblige nobody.
        if dated.iter().any(|(_, range)| range.contains(&start)) {
            return None;
        }
        let other = word == "应"
            && (script.one_at(start, &["应急", "应对", "应用", "应届"]).is_some()
                || script.one_before(start, &["相", "响", "对", "反", "适", "供"]).is_some());
        (!other && !compared(start)).then_some((when, start))
    });
    let (when, start) = match (date, word) {
        (Some((when, range)), Some((_, start))) if range.end > start => (when, range.start),
        (_, Some((when, start))) => (when, start),
        (Some((when, range)), None) => (when, range.start),
        (None, None) => return When::Now,
    };
    let used = start < clause && !passage.reading.within(start..clause).is_empty();
    if used && when == When::Same { When::Before } else { when }
}
