//! # What it does
//! Finds a heading or an opening that names another year or half than the report is for.
//! # Why it is bad
//! The sentence was copied from an old report.
//! # Example
//! In a report of 2026年上半年: 2025年上半年，团县委紧扣中心工作……现将情况总结如下。
//! # Use instead
//! 2026年上半年，团县委紧扣中心工作……

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{DateMention, TimePart};
use crate::text::{Period, Span};

/// The rule.
pub const RULE: Rule = Rule { name: "period-mismatch", title: "期间不符", scope: Scope::Passage(check) };

const REPORTS: &[&str] = &[
    "工作总结",
    "工作情况",
    "工作回顾",
    "工作汇报",
    "工作报告",
    "工作开展情况",
    "主要工作",
    "总结",
    "工作完成情况",
    "共青团工作总结",
    "共青团工作情况",
    "重点工作完成情况",
];

const PLANS: &[&str] = &[
    "工作计划",
    "工作安排",
    "工作打算",
    "工作思路",
    "工作要点",
    "重点工作安排",
    "重点工作计划",
    "计划",
    "安排",
    "打算",
];

const OPENINGS: &[&str] = &[
    "总结如下",
    "汇报如下",
    "报告如下",
    "情况如下",
    "领导下",
    "指导下",
    "紧紧围绕",
    "紧扣",
    "紧密围绕",
    "聚焦",
    "立足",
    "坚持以",
    "深入学习",
    "认真贯彻",
    "全面贯彻",
    "深入贯彻",
    "认真履行",
    "主责主业",
];

const COMPARES: &[&str] =
    &["较", "比", "同期", "相比", "去年", "上年", "分别", "增长", "下降", "以来", "印发", "成立", "起", "至"];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let Some(period) = passage.period else { return };
    for date in &passage.reading.dates {
        if date.month.is_some() || date.quoted || date.named || date.shift.is_some_and(|shift| shift != 0) {
            continue;
        }
        let half = matches!(date.part, Some(TimePart::FirstHalf | TimePart::SecondHalf));
        if date.part.is_some() && !half && date.part != Some(TimePart::WholeYear) {
            continue;
        }
        let expected = match heading(passage, date) {
            Some(true) if !is_reported(period, date) => period.label(),
            Some(false) if !is_ahead(period, date) => period.next().label(),
            None if opens(passage, date) && !is_reported(period, date) => period.label(),
            heads => {
                if heads.is_some() || verdicts.wants_agreements() && opens(passage, date) {
                    verdicts.agree(|| agreement(date, period, heads == Some(false)));
                }
                continue;
            }
        };
        let words = passage.words(date.range.clone());
        let message = format!(
            "这里写的是「{words}」，而本报告的期间是{}，此处应为{expected}，请核对。",
            period.label()
        );
        verdicts.push(Flaw::new(RULE.name, date.range.clone(), message).figures(words, expected));
    }
}

fn agreement(date: &DateMention, period: Period, ahead: bool) -> Agreement {
    let words = if ahead {
        format!("在报告期{}之后，与计划的期间一致", period.label())
    } else {
        format!("与报告期{}一致", period.label())
    };
    Agreement::new(RULE.name, date.range.clone(), [], words)
}

/// `Some(true)` where the date heads a report, `Some(false)` where it heads a plan.
fn heading(passage: &Passage, date: &DateMention) -> Option<bool> {
    let script = passage.script();
    let line = passage.reading.outline.line(date.range.start);
    let clause = passage.clause(date.range.start);
    let mut at = date.range.end;
    // 2025年上半年全县共青团工作总结: a few words of who may stand between.
    let stop = clause.end.min(at + 14);
    let short_line = line.len() <= 45 && !script.has(line.clone(), &["，", "。"]);
    let says = passage.has(clause.clone(), &["现将", "将", "如下"]);
    if !short_line && !says && !matches!(script.before(date.range.start), Some('、' | '）' | '.')) {
        return None;
    }
    while at < stop {
        if script.one_at(at, REPORTS).is_some() {
            return Some(true);
        }
        if script.one_at(at, PLANS).is_some() {
            return Some(false);
        }
        if matches!(script.get(at), Some('及' | '和' | '与' | '暨' | '“' | '《' | '的' | '，'))
            && !script.at(at, "的工作")
        {
            return None;
        }
        at += 1;
    }
    None
}

/// A paragraph of the report's opening that begins with the date.
fn opens(passage: &Passage, date: &DateMention) -> bool {
    let script = passage.script();
    let line = passage.reading.outline.line(date.range.start);
    let at_start = date.range.start == line.start
        || (date.range.start == line.start + 1 && matches!(script.before(date.range.start), Some('在')));
    let section = passage.section(date.range.start);
    let first_sentence = passage.sentence(date.range.start);
    date.year.is_some()
        && at_start
        && matches!(section, Section::Done | Section::Preamble | Section::Title)
        && matches!(script.get(date.range.end), Some('，' | '是') | None)
        && !passage.has(first_sentence.clone(), COMPARES)
        && passage.reading.within(first_sentence).is_empty()
        && passage.has(line, OPENINGS)
}

fn is_reported(period: Period, date: &DateMention) -> bool {
    let year = date.year.is_none_or(|year| year == i32::from(period.year));
    let half = match (date.part, period.span) {
        (Some(TimePart::FirstHalf), Span::SecondHalf) | (Some(TimePart::SecondHalf), Span::FirstHalf) => {
            false
        }
        // A report on the whole year may have a chapter on each half.
        _ => true,
    };
    year && half
}

fn is_ahead(period: Period, date: &DateMention) -> bool {
    let year = date.year.unwrap_or(i32::from(period.year));
    let reported = i32::from(period.year);
    match (date.year, date.part, period.span) {
        (Some(_), Some(TimePart::FirstHalf), Span::FirstHalf) => year > reported,
        (Some(_), _, Span::FirstHalf) => year >= reported,
        (Some(_), _, _) => year > reported,
        (None, Some(TimePart::FirstHalf), Span::FirstHalf) => false,
        (None, ..) => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn headings_name_the_period_reported_on() {
        wrong(
            "period-mismatch",
            &[
                (
                    "共青团云岭县委2026年上半年工作总结\n2025年上半年，团县委紧扣县委中心工作，取得新进展。",
                    "2025年上半年，",
                ),
                ("一、2025年上半年工作情况\n今年以来，持续加强基层建设。", "2025年上半年"),
                ("共青团城关镇委2025年上半年工作总结", "2025年上半年"),
                ("现将2026年下半年工作情况报告如下。", "2026年下半年"),
                ("二、2025年工作计划\n持续加强基层建设。", "2025年"),
            ],
        );
        right(&[
            "共青团云岭县委2026年上半年工作总结及下半年工作计划",
            "现将2026年上半年工作情况报告如下。",
            "2025年为61%，今年上半年达到70%。",
            "2025年上半年，全区有团员1700人，今年同期1779人。",
            "落实《2025年工作要点》要求。",
            "二、2026年下半年工作计划\n持续加强基层建设。",
        ]);
    }
}
