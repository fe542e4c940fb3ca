//! Plans dated in the past.

use super::role;
use crate::check::calendar::{self, Time};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::{Period, Span};

/// Words in the clause of a time that tell of what was done before the plan.
const LOOKS_BACK: &[&str] = &[
    "较",
    "截至",
    "截止",
    "以来",
    "上半年",
    "去年",
    "上年",
    "同期",
    "每年",
    "明年",
    "来年",
    "次年",
    "翌年",
    "下一年",
    "已",
    "此前",
    "印发",
    "下发",
    "相比",
    "完成的",
    "开展的",
    "举办的",
    "启动的",
    "建成的",
    "根据",
    "按照",
    "落实",
    "巩固",
    "从",
    "自",
    "跨年",
    "结合",
    "对照",
    "总结",
    "梳理",
    "针对",
    "回顾",
    "基础上",
    "吸取",
];

pub(super) fn check(passage: &Passage, period: Period, time: &Time<'_>, verdicts: &mut Verdicts) {
    let (date, range) = (time.from, time.range());
    let (_, end) = calendar::reported(period);
    if time.months.1 > end {
        if !date.quoted {
            super::agree(verdicts, date.range.clone(), || format!("在报告期{}之后", period.label()));
        }
        return;
    }
    // After the second half or a whole year, a bare month is one of the year to come.
    let bare = !time.carried && !time.has_year();
    // 2026年，拟于3月启动…: with a whole year this is the plan of the year itself.
    let same_year = time.carried && period.span == Span::WholeYear;
    if same_year || bare && period.span != Span::FirstHalf || date.named || date.quoted {
        return;
    }
    let script = passage.script();
    let sentence = passage.sentence(range.start);
    let clause = passage.clause(range.start);
    // 11月启动，2月收官 runs over the turn of the year.
    let month = (time.months.1 - 1).rem_euclid(12) + 1;
    let turned = bare
        && month <= 3
        && passage.reading.dates_within(sentence.start..range.start).iter().any(|it| it.month >= Some(10));
    let tail = script.one_at(range.end, &["底的", "的", "份的", "以来", "起"]).is_some();
    let before = script.one_before(range.start, &["对", "把", "将", "以", "比", "与", "和"]).is_some();
    if turned
        || tail
        || before
        || passage.has(clause.start.max(sentence.start)..clause.end, LOOKS_BACK)
        || passage.has(sentence.start..range.start, &["明年", "来年", "次年", "翌年", "下一年", "每年"])
        || role::is_relative(passage, range.end..clause.end.min(range.end + 24))
    {
        return;
    }
    let words = passage.script().string(range.clone()).to_owned();
    let message = format!("计划中的「{words}」在报告期{}结束之前，已经过去，请核对日期。", period.label());
    verdicts
        .push(Flaw::new(super::RULE.name, range, message).figures(words, format!("{}之后", period.label())));
}
