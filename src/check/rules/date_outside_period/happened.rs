//! Work done, outside the period.

use super::role;
use crate::check::calendar::{self, Time};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::Verdicts;
use crate::text::Period;
use crate::text::figures::DateMention;

/// 3·5 is a day of this year where it is one of the known days; any other pair is a name. 7·1 is
/// left out: reports of the first half tell how it is prepared.
fn is_known_day(date: &DateMention) -> bool {
    const DAYS: &[(u32, u32)] = &[
        (3, 5),
        (3, 8),
        (3, 12),
        (3, 15),
        (4, 15),
        (4, 26),
        (5, 4),
        (5, 12),
        (5, 25),
        (6, 1),
        (6, 5),
        (6, 26),
        (8, 1),
        (9, 18),
        (11, 9),
        (12, 1),
        (12, 2),
        (12, 4),
        (12, 5),
        (12, 9),
        (12, 13),
    ];
    date.month.zip(date.day).is_some_and(|day| DAYS.contains(&day))
}

/// 9·18事变, 12·9运动: what once happened on the day.
const OF_HISTORY: &[&str] = &[
    "事变",
    "运动",
    "事件",
    "暴雨",
    "地震",
    "惨案",
    "专案",
    "案",
    "火灾",
    "讲话",
    "重要讲话",
    "批示",
    "指示",
    "精神",
];

pub(super) fn check(passage: &Passage, period: Period, time: &Time<'_>, verdicts: &mut Verdicts) {
    let script = passage.script();
    let (date, range) = (time.from, time.range());
    let history = script.one_at(range.end + usize::from(script.get(range.end) == Some('”')), OF_HISTORY);
    if date.named && (!is_known_day(date) || history.is_some()) {
        return;
    }
    let (begin, end) = calendar::reported(period);
    let done = passage.section() == Section::Done;
    if !time.misses((begin, end)) {
        // 1至9月: what has been added up from the period's beginning ends with the period.
        let beyond = done && time.months.0 == begin && time.months.1 > end && date.day.is_none();
        if beyond
            && !time.carried
            && !role::is_placed(passage, &range)
            && !role::is_attribute(passage, &range)
        {
            push(passage, period, time, verdicts);
        } else {
            super::agree(verdicts, date.range.clone(), || format!("在报告期{}之内", period.label()));
        }
        return;
    }
    // 三季度工作情况: a heading is the business of another rule.
    let line = passage.reading.outline.line(date.range.start);
    let ends = |word: &&str| script.ends(line.end - usize::from(script.before(line.end) == Some('\n')), word);
    if line.len() <= 40 && ["情况", "总结", "回顾", "汇报", "报告", "工作"].iter().any(ends) {
        return;
    }
    // A year that is written in another date, 去年 and 明年, a name in quotation marks.
    if time.carried
        || date.shift.is_some_and(|shift| shift != 0)
        || (date.quoted && !date.named)
        || passage.reading.outline.in_bracket(date.range.start)
    {
        return;
    }
    // 截至7月5日 is said by those who write in July; 截至9月底 by nobody.
    if script.one_before(date.range.start, &["截至"]).is_some() {
        let late = done && date.year.is_none() && time.months.0 > end + 1;
        if late && !role::leads_to_now(passage, &range) {
            push(passage, period, time, verdicts);
        }
        return;
    }
    if !date.named && role::is_attribute(passage, &range) || role::is_placed(passage, &range) {
        return;
    }
    let year = time.months.0.saturating_sub(1) / 12;
    let away = (year - i32::from(period.year)).abs();
    // What is long ago is history; but 2016 for 2026 is a slip of the finger.
    if away > 2
        && !(away % 10 == 0
            && (begin..=end).contains(&(time.months.0 - (year - i32::from(period.year)) * 12)))
    {
        return;
    }
    if time.months.1 < begin && date.year.is_some() && role::leads_to_now(passage, &range) {
        return;
    }
    let strict = date.year.is_some() || date.named || !done;
    if strict && !role::happens(passage, &range) {
        return;
    }
    push(passage, period, time, verdicts);
}

fn push(passage: &Passage, period: Period, time: &Time<'_>, verdicts: &mut Verdicts) {
    let range = time.range();
    let words = passage.script().string(range.clone()).to_owned();
    let message = format!("「{words}」不在报告期{}之内，请核对日期，或将此事移到别处。", period.label());
    verdicts.push(
        Flaw::new(super::RULE.name, range, message).severity(Severity::Error).figures(words, period.label()),
    );
}
