//! # What it does
//! Finds a heading or an opening that names another year or half than the report is for.
//! # Why it is bad
//! The sentence was copied from an old report.
//! # Example
//! In a report of 2026年上半年: 2025年上半年，团县委紧扣中心工作……现将情况总结如下。
//! # Use instead
//! 2026年上半年，团县委紧扣中心工作……

use super::{Rule, Scope};
use crate::check::calendar;
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{DateMention, TimePart};
use crate::text::{Period, Span};
use std::ops::Range;

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

/// A period as it is named: 2025年上半年, 1至6月, 三季度.
struct Named<'p> {
    date: &'p DateMention,
    range: Range<usize>,
    part: Option<TimePart>,
}

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let Some(period) = passage.period else { return };
    let dates = &passage.reading.dates;
    for (index, date) in dates.iter().enumerate() {
        let Some(named) = named(passage, date, dates.get(index + 1)) else { continue };
        let expected = match heading(passage, &named) {
            Some(true) if !is_reported(passage, period, &named) => period.label(),
            Some(false) if !is_ahead(period, &named) => period.next().label(),
            None if opens(passage, &named) && !is_reported(passage, period, &named) => period.label(),
            heads => {
                if heads.is_some() || verdicts.wants_agreements() && opens(passage, &named) {
                    verdicts.agree(|| agreement(&named, period, heads == Some(false)));
                }
                continue;
            }
        };
        let words = passage.words(named.range.clone()).to_string();
        let message = format!(
            "这里写的是「{words}」，而本报告的期间是{}，此处应为{expected}，请核对。",
            period.label()
        );
        verdicts.push(Flaw::new(RULE.name, named.range, message).figures(words, expected));
    }
}

/// The period that begins with a date; months are one only where they make a half or a year.
fn named<'p>(passage: &Passage, date: &'p DateMention, next: Option<&DateMention>) -> Option<Named<'p>> {
    if date.quoted || date.named || date.lunar || date.shift.is_some_and(|shift| shift != 0) {
        return None;
    }
    if date.month.is_none() {
        let year = matches!(date.part, Some(TimePart::YearEnd | TimePart::YearStart));
        return (!year).then(|| Named { date, range: date.range.clone(), part: date.part });
    }
    let next = next.filter(|next| next.range_end || is_range(passage, date, next))?;
    let part = calendar::half_of(date, next)?;
    Some(Named { date, range: date.range.start..next.range.end, part: Some(part) })
}

fn is_range(passage: &Passage, from: &DateMention, to: &DateMention) -> bool {
    let word = passage.script().one_at(from.range.end, &["--", "至", "到", "-", "~"]);
    to.year.is_none() && word.is_some_and(|word| from.range.end + word.chars().count() == to.range.start)
}

fn agreement(named: &Named<'_>, period: Period, ahead: bool) -> Agreement {
    let words = if ahead {
        format!("在报告期{}之后，与计划的期间一致", period.label())
    } else {
        format!("与报告期{}一致", period.label())
    };
    Agreement::new(RULE.name, named.range.clone(), [], words)
}

/// `Some(true)` where the period heads a report, `Some(false)` where it heads a plan.
fn heading(passage: &Passage, named: &Named<'_>) -> Option<bool> {
    let script = passage.script();
    let range = &named.range;
    let line = passage.reading.outline.line(range.start);
    let short_line = line.len() <= 45 && !script.has(line.clone(), &["，", "。"]);
    if script.before(range.start) == Some('（') && script.get(range.end) == Some('）') {
        return if short_line { subtitle(passage, line, range) } else { None };
    }
    let clause = passage.clause(range.start);
    let sentence = passage.sentence(range.start);
    // 现将…报告如下
    let says = passage
        .has(clause.start..range.start, &["现将", "特将", "兹将", "现就", "将我", "将本", "现对"])
        || passage.has(clause.start..range.start, &["将"])
            && passage.has(range.end..sentence.end.min(range.end + 40), &["如下"])
        || range.start == line.start
            && passage.has(clause.clone(), &["报告如下", "汇报如下", "总结如下", "情况如下"]);
    // 1.2025年上半年工作情况: a heading that goes on in its line.
    let numbered =
        range.start - line.start <= 4 && matches!(script.before(range.start), Some('、' | '）' | '.'));
    // 团委2025年下半年工作总结。半年来…: the title is the first sentence of its line.
    let headline = sentence.start == line.start
        && sentence.len() <= 45
        && !script.has(sentence.start..sentence.end, &["，", "；", "："]);
    if !short_line && !says && !numbered && !headline {
        return None;
    }
    // 2025年上半年全县共青团工作总结: a few words of who may stand between.
    let stop = clause.end.min(range.end + 14);
    for at in range.end..stop {
        let kind = (script.one_at(at, REPORTS).map(|word| (word, true)))
            .or_else(|| script.one_at(at, PLANS).map(|word| (word, false)));
        if let Some((word, report)) = kind {
            // 2025年度工作总结会, 工作总结暨表彰大会 are meetings.
            let meeting = script
                .one_at(
                    at + word.chars().count(),
                    &["会", "大会", "暨", "表彰", "座谈", "推进", "部署", "交流", "评", "材料", "编", "归档"],
                )
                .is_some();
            let end = at + word.chars().count();
            // 1.2025年工作计划落实到位: the words go on to a sentence.
            let goes_on = !short_line
                && !says
                && script.get(end).is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
                && script
                    .one_at(
                        end,
                        &[
                            "情况", "如下", "报告", "汇报", "总结", "及", "和", "与", "回顾", "安排", "打算",
                            "思路", "计划",
                        ],
                    )
                    .is_none();
            if goes_on {
                return None;
            }
            let ends = report && matches!(script.get(end), None | Some('。'));
            let alone = short_line || says || numbered || ends;
            return (alone && !meeting).then_some(report);
        }
        // 团的工作 and 的工作 go on to the word that tells what it is.
        let of = script.get(at) == Some('的') && (script.at(at, "的工作") || script.before(at) == Some('团'));
        if !of && matches!(script.get(at), Some('及' | '和' | '与' | '暨' | '“' | '《' | '的' | '，'))
        {
            return None;
        }
    }
    None
}

/// 工作总结（2025年下半年）, or a line that holds nothing but （2025年1—6月）.
fn subtitle(passage: &Passage, line: Range<usize>, range: &Range<usize>) -> Option<bool> {
    let script = passage.script();
    let open = range.start - 1;
    if open == line.start {
        return Some(true);
    }
    let ends = |words: &[&str]| {
        let at = |word: &&str| script.ends(open, word);
        words.iter().any(at)
    };
    match (ends(REPORTS), ends(PLANS)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// A paragraph of the report's opening that begins with the period.
fn opens(passage: &Passage, named: &Named<'_>) -> bool {
    let script = passage.script();
    let range = &named.range;
    let line = passage.reading.outline.line(range.start);
    let at_start = range.start == line.start
        || (range.start == line.start + 1 && matches!(script.before(range.start), Some('在')));
    let section = passage.section();
    let first_sentence = passage.sentence(range.start);
    named.date.year.is_some()
        && at_start
        && matches!(section, Section::Done | Section::Preamble | Section::Title)
        && matches!(script.get(range.end), Some('，' | '是' | '全' | '我' | '团' | '各' | '在') | None)
        && !passage.has(first_sentence.clone(), COMPARES)
        && passage.reading.within(first_sentence).is_empty()
        && passage.has(line, OPENINGS)
}

fn is_reported(passage: &Passage, period: Period, named: &Named<'_>) -> bool {
    let script = passage.script();
    let date = named.date;
    let year = date.year.is_none_or(|year| year == i32::from(period.year));
    let line = passage.reading.outline.line(named.range.start);
    let whole = named.part == Some(TimePart::WholeYear) || script.before(named.range.end) == Some('度');
    let fits = match (named.part, period.span) {
        (Some(TimePart::FirstHalf), Span::SecondHalf) | (Some(TimePart::SecondHalf), Span::FirstHalf) => {
            false
        }
        // A report on the whole year may have a chapter on each half, but its title names the year.
        (Some(TimePart::FirstHalf | TimePart::SecondHalf), Span::WholeYear) => {
            let title =
                passage.has(line.start..named.range.start, &["团", "委", "局", "公司", "学院", "学校"]);
            !title || named.range.start > line.start + 30
        }
        (Some(TimePart::Quarter(quarter)), Span::FirstHalf) => quarter <= 2,
        (Some(TimePart::Quarter(quarter)), Span::SecondHalf) => quarter >= 3,
        (None | Some(TimePart::WholeYear), Span::FirstHalf) => !(whole && date.year.is_some()),
        _ => true,
    };
    year && fits
}

fn is_ahead(period: Period, named: &Named<'_>) -> bool {
    let date = named.date;
    let year = date.year.unwrap_or(i32::from(period.year));
    let reported = i32::from(period.year);
    match (date.year, named.part, period.span) {
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
                ("局团委工作总结（2025年下半年）", "2025年下半年"),
                ("（2025年1—6月）", "2025年1—6月"),
                ("现将7—12月工作开展情况报告如下：", "7—12月"),
                ("三季度工作情况", "三季度"),
                ("特将我局2026年下半年团的工作情况汇报如下。", "2026年下半年"),
            ],
        );
        right(&[
            "共青团云岭县委2026年上半年工作总结及下半年工作计划",
            "现将2026年上半年工作情况报告如下。",
            "2025年为61%，今年上半年达到70%。",
            "2025年上半年，全区有团员1700人，今年同期1779人。",
            "落实《2025年工作要点》要求。",
            "先后召开述职评议会、2025年度工作总结大会。",
            "对照2025年工作总结梳理短板14项。",
            "一季度工作情况",
            "二、2026年下半年工作计划\n持续加强基层建设。",
        ]);
    }
}
