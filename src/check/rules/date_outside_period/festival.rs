//! Festivals that fall into the other half of the year.

use super::role;
use crate::check::calendar;
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::Verdicts;
use crate::text::figures::DateMention;
use crate::text::{Period, Span};

/// Festivals that lie in one half of every year, with the first and the last month in which they
/// and their eve may be. 元旦 and 七一 stand at the turn, holidays of schools differ.
const FESTIVALS: &[(&str, (i32, i32))] = &[
    ("春节", (1, 2)),
    ("元宵", (2, 3)),
    ("清明", (4, 4)),
    ("五一", (4, 5)),
    ("劳动节", (4, 5)),
    ("国际劳动节", (4, 5)),
    ("五四", (4, 5)),
    ("青年节", (4, 5)),
    ("端午", (5, 6)),
    ("六一", (5, 6)),
    ("儿童节", (5, 6)),
    ("高考", (6, 6)),
    ("植树节", (3, 3)),
    ("妇女节", (3, 3)),
    ("八一", (7, 8)),
    ("建军节", (7, 8)),
    ("教师节", (9, 9)),
    ("中秋", (9, 10)),
    ("国庆", (9, 10)),
    ("重阳", (9, 11)),
    ("建队日", (10, 10)),
    ("国家宪法日", (12, 12)),
    ("国家公祭日", (12, 12)),
];

/// True for the first letter of a festival; few letters of a text are one.
fn may_begin(c: char) -> bool {
    matches!(
        c,
        '春' | '元'
            | '清'
            | '五'
            | '劳'
            | '国'
            | '青'
            | '端'
            | '六'
            | '儿'
            | '高'
            | '植'
            | '妇'
            | '八'
            | '建'
            | '教'
            | '中'
            | '重'
    )
}

/// Words behind a festival that make it a time.
const TIMES: &[&str] = &[
    "期间",
    "前夕",
    "前后",
    "当天",
    "当日",
    "当晚",
    "假期",
    "长假",
    "小长假",
    "黄金周",
    "到来之际",
    "来临之际",
    "之际",
    "那天",
    "这天",
    "里",
    "一早",
];

pub(super) fn check(passage: &Passage, period: Period, verdicts: &mut Verdicts) {
    if period.span == Span::WholeYear {
        return;
    }
    let script = passage.script();
    let mut at = 0;
    while let Some(c) = script.get(at) {
        let found = may_begin(c)
            .then(|| FESTIVALS.iter().find(|(name, _)| script.at(at, name)))
            .flatten()
            .filter(|_| stands_first(passage, at));
        let Some((name, months)) = found else {
            at += 1;
            continue;
        };
        let end = at + name.chars().count();
        if let Some(end) = time_end(passage, end) {
            judge(passage, period, at..end, *months, verdicts);
        }
        at = end;
    }
}

/// True at the beginning of a clause, also behind 在, 今年 or another festival.
fn stands_first(passage: &Passage, at: usize) -> bool {
    let script = passage.script();
    let at = at - usize::from(matches!(script.before(at), Some('“')));
    let at = at
        - script
            .one_before(at, &["正值", "适逢", "趁着", "今年", "在", "于", "值"])
            .map_or(0, |word| word.chars().count());
    matches!(script.before(at), None | Some('，' | '。' | '；' | '：' | '\n' | '！'))
}

/// The end of 节期间, ”前夕, 、国庆期间.
fn time_end(passage: &Passage, mut at: usize) -> Option<usize> {
    let script = passage.script();
    for _ in 0..3 {
        at += usize::from(script.get(at) == Some('”'));
        at += script
            .one_at(
                at,
                &[
                    "国际劳动节",
                    "国际儿童节",
                    "青年节",
                    "儿童节",
                    "劳动节",
                    "建军节",
                    "佳节",
                    "节日",
                    "双节",
                    "节",
                ],
            )
            .map_or(0, |word| word.chars().count());
        if let Some(word) = script.one_at(at, TIMES) {
            return Some(at + word.chars().count());
        }
        let next = at + usize::from(matches!(script.get(at), Some('、' | '和' | '与')));
        let next = next + usize::from(next > at && script.get(next) == Some('“'));
        let (name, _) = FESTIVALS.iter().find(|(name, _)| next > at && script.at(next, name))?;
        at = next + name.chars().count();
    }
    None
}

fn judge(
    passage: &Passage,
    period: Period,
    range: std::ops::Range<usize>,
    months: (i32, i32),
    verdicts: &mut Verdicts,
) {
    let (begin, end) = calendar::reported(period);
    let year = i32::from(period.year) * 12;
    let (first, last) = (year + months.0, year + months.1);
    let sentence = passage.sentence(range.start);
    let message = match passage.section() {
        Section::Done if last < begin || first > end => {
            if role::is_placed(passage, &range)
                || role::leads_to_now(passage, &range)
                || passage
                    .reading
                    .dates_within(sentence.start..range.start)
                    .iter()
                    .any(|date| date.year.or(date.shift).is_some())
                || !role::happens(passage, &range)
            {
                return;
            }
            format!("不在报告期{}之内，请核对，或将此事移到别处", period.label())
        }
        // 春节 and 元宵 in a plan are those of the next year.
        Section::Plan if period.span == Span::FirstHalf && last <= end && months.0 >= 3 => {
            let next =
                ["明年", "来年", "次年", "翌年", "每年", "去年", "今年", "上半年", "巩固", "总结", "经验"];
            // A plan may tell of every year; one whose other times lie ahead is a timetable.
            let ahead = |date: &DateMention| date.month.is_some_and(|month| (7..=12).contains(&month));
            let timetable = passage.reading.dates_within(sentence.clone()).iter().any(ahead);
            if !timetable || passage.has(sentence, &next) || !role::happens(passage, &range) {
                return;
            }
            format!("在报告期{}结束之前，已经过去，请核对", period.label())
        }
        _ => return,
    };
    let words = passage.script().string(range.clone()).to_owned();
    verdicts.push(
        Flaw::new(super::RULE.name, range, format!("「{words}」{message}。"))
            .severity(Severity::Warning)
            .figures(words, period.label()),
    );
}
