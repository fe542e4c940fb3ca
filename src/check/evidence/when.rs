//! The period or the date that a figure belongs to: 去年同期, 截至6月30日, 今年1—6月, 计划.

use super::name::REACHES;
use crate::check::passage::{Passage, Section};
use crate::text::figures::{DateMention, Mention};
use std::ops::Range;

/// A figure of the period reported on, of which the text says nothing more.
pub(super) const PRESENT: &str = "本期";
const PLAN: &str = "计划";
const TARGET: &str = "目标";

/// Words of a target before a figure.
const TARGETS: &[&str] =
    &["目标", "任务", "指标", "下达", "应建", "应完成", "原定", "计划", "拟", "力争", "预计", "预期"];

/// Words of what came of it, behind which no target stands.
const RESULTS: &[&str] = &[
    "实际",
    "完成",
    "已建",
    "已完成",
    "达到",
    "增至",
    "升至",
    "降至",
    "提高到",
    "上升到",
    "扩大到",
    "今年",
    "目前",
];

/// Words of a change: such a figure lies between two times.
const CHANGES: &[&str] =
    &["增长", "增加", "提高", "提升", "上升", "下降", "减少", "降低", "增幅", "降幅", "净增", "涨幅"];

/// Words right behind a date that belong to it; longer ones first.
const BEHIND: &[&str] = &[
    "月底前",
    "底之前",
    "底前",
    "底",
    "以来",
    "同期",
    "期间",
    "之前",
    "末",
    "初",
    "前",
    "上旬",
    "中旬",
    "下旬",
    "起",
    "至今",
];

/// Marks of a range between two dates.
const TO: &[&str] = &["--", "至", "到", "-", "~"];

/// A time that the text names.
#[derive(Debug)]
struct Time {
    range: Range<usize>,
    /// It only says with what something is compared (较去年同期), so that one figure is of it.
    compared: bool,
}

/// The time of the figure at `index` as the text prints it, 计划 or 目标 with it; 本期 where
/// nothing is said. `text` is the passage's own.
pub(super) fn when(passage: &Passage, text: &str, index: usize) -> String {
    let Some(mention) = passage.mentions().get(index) else { return String::new() };
    let lead = passage.words(passage.lead(index));
    let printed =
        |time: &Time| text.get(passage.script().bytes(time.range.clone())).unwrap_or_default().to_owned();
    let times = times(passage, mention);
    let changes = ends_with_change(&lead);
    if changes {
        if lead.contains("同比") {
            return "同比".to_owned();
        }
        if lead.contains("环比") {
            return "环比".to_owned();
        }
        if let Some(time) = times.iter().rev().find(|time| time.compared) {
            return format!("较{}", printed(time));
        }
    }
    let governing = governing(passage, mention, &times).map(printed);
    if passage.section() == Section::Plan {
        return match governing {
            Some(time) => format!("{PLAN}（{time}）"),
            None => PLAN.to_owned(),
        };
    }
    let target = TARGETS.iter().filter_map(|word| lead.rfind(word)).max();
    let result = RESULTS.iter().filter_map(|word| lead.rfind(word)).max();
    if target.is_some() && target >= result {
        return TARGET.to_owned();
    }
    governing.unwrap_or_else(|| PRESENT.to_owned())
}

/// A date of the text in its whole: 截至6月30日, 1—6月.
pub(super) fn whole(passage: &Passage, date: &DateMention) -> Range<usize> {
    let script = passage.script();
    let mut start = date.range.start;
    // 1—6月, 今年1—6月: the reader of dates sees only the month at the end.
    if let Some(mark) = script.one_before(start, TO) {
        let end = start - mark.chars().count();
        let end = end - usize::from(script.before(end) == Some('月'));
        let digits = (1..=2)
            .take_while(|n| {
                end.checked_sub(*n).and_then(|at| script.get(at)).is_some_and(|c| c.is_ascii_digit())
            })
            .count();
        if digits > 0 {
            start = end - digits;
        }
    }
    // 4月29日至5月10日, 今年1—6月
    let before = passage.reading.dates_within(start.saturating_sub(12)..start);
    let connector = script.one_before(start, TO).map_or(0, |word| word.chars().count());
    let joins = |it: &&DateMention| match it.month {
        Some(_) => connector > 0 && it.range.end + connector == start,
        None => it.range.end == start,
    };
    if let Some(first) = before.iter().find(joins) {
        start = first.range.start;
    }
    for word in ["截至", "截止", "截至到", "截止到"] {
        if script.ends(start, word) {
            start -= word.chars().count();
            break;
        }
    }
    let mut end = date.range.end;
    // The end of a range of days: 6月25日至30日.
    let later = passage.reading.dates_within(end..end + 40);
    for next in later {
        let connector = script.one_at(end, TO).map_or(0, |word| word.chars().count());
        if connector == 0 || next.range.start != end + connector {
            break;
        }
        end = next.range.end;
    }
    end += script.one_at(end, BEHIND).map_or(0, |word| word.chars().count());
    // 自2025年9月启动以来
    if script.one_before(start, &["自", "从"]).is_some()
        && let Some(at) = script.find(end..(end + 10).min(script.len()), "以来")
        && !script.has(end..at, &["，", "。", "、"])
    {
        end = at + 2;
    }
    start..end
}

/// The times named in the sentence before a figure, in order.
fn times(passage: &Passage, mention: &Mention) -> Vec<Time> {
    let script = passage.script();
    let sentence = passage.sentence(mention.number.start);
    let dates = passage.reading.dates_within(sentence.start..mention.range.start);
    let mut found: Vec<Time> = Vec::new();
    for date in dates.iter().filter(|date| !date.named && !date.quoted && !date.inherited) {
        if dates_a_thing(passage, date) {
            continue;
        }
        let range = whole(passage, date);
        if range.end > mention.range.start || found.last().is_some_and(|last| last.range.end >= range.end) {
            continue;
        }
        // 今年1—6月 is one time, not two.
        while found.pop_if(|last| last.range.start >= range.start).is_some() {}
        let compared = matches!(script.before(range.start), Some('较' | '比' | '由' | '从' | '与' | '同'))
            && script.one_at(range.end, &["以来", "起"]).is_none()
            && !passage.words(range.clone()).ends_with("以来");
        found.push(Time { range, compared });
    }
    found
}

/// 2025年9月印发的方案: the date of a thing, not of the figure behind it.
fn dates_a_thing(passage: &Passage, date: &DateMention) -> bool {
    let script = passage.script();
    let behind = date.range.end..(date.range.end + 8).min(script.len());
    let verb =
        script.one_at(date.range.end, &["印发", "出台", "下发", "成立", "建成", "启动", "制定", "发布"]);
    verb.is_some() && script.find(behind, "的").is_some()
}

fn ends_with_change(lead: &str) -> bool {
    let words = lead.trim_end_matches(['了', '达', '为', '约', '近']);
    CHANGES.iter().any(|word| words.ends_with(word))
}

/// The time that holds for a figure: the nearest before it that has not ended.
fn governing<'t>(passage: &Passage, mention: &Mention, times: &'t [Time]) -> Option<&'t Time> {
    let script = passage.script();
    let last = times.last()?;
    if script.one_before(mention.range.start, REACHES).is_some() {
        // 由去年同期的240人增至300人: the second figure is of the present.
        return times.iter().rev().find(|time| !time.compared && !past(passage, time));
    }
    let between = passage.reading.within(last.range.end..mention.number.start).len();
    let first_behind = between == 0;
    if !last.compared || first_behind {
        return Some(last);
    }
    times.iter().rev().find(|time| !time.compared)
}

fn past(passage: &Passage, time: &Time) -> bool {
    passage.has(time.range.clone(), &["去年", "上年", "前年", "同期"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, figure: &str, section: Section) -> String {
        let passage = Passage::of(text, section, "2026H1".parse().ok());
        let found = passage.mentions().iter().position(|it| passage.shown(it) == figure);
        when(&passage, text, found.unwrap_or_else(|| panic!("no {figure} in 「{text}」")))
    }

    #[test]
    fn a_figure_belongs_to_the_time_that_the_text_names() {
        let cases = [
            ("全区共有团员1779人。", "1779人", "本期"),
            ("今年以来，服务青年300人。", "300人", "今年以来"),
            ("2026年上半年，服务青年300人。", "300人", "2026年上半年"),
            ("截至6月30日，共有团员1779人。", "1779人", "截至6月30日"),
            ("截至6月底，共有团员1779人、团干部197人。", "197人", "截至6月底"),
            ("今年1—6月，服务青年300人。", "300人", "今年1—6月"),
            ("1至6月服务青年300人。", "300人", "1至6月"),
            ("3月新增志愿者480人。", "480人", "3月"),
            ("6月18日，组织300人参加。", "300人", "6月18日"),
            ("6月25日至30日，走访12户。", "12户", "6月25日至30日"),
            ("4月29日至5月10日，走访12户。", "12户", "4月29日至5月10日"),
            ("一季度12场，二季度15场。", "12场", "一季度"),
            ("一季度12场，二季度15场。", "15场", "二季度"),
            ("去年同期240人，今年300人。", "240人", "去年同期"),
            ("去年同期240人，今年300人。", "300人", "今年"),
            ("由去年同期的240人增至300人。", "240人", "去年同期"),
            ("由去年同期的240人增至300人。", "300人", "本期"),
            ("今年由去年同期的240人增至300人。", "300人", "今年"),
            ("服务300人，较去年同期的240人增长25%。", "240人", "去年同期"),
            ("服务300人，较去年同期的240人增长25%。", "25%", "较去年同期"),
            ("服务300人，较去年增加20人。", "20人", "较去年"),
            ("服务300人，同比增长25%。", "25%", "同比"),
            ("2025年为52%，2026年上半年为61%。", "52%", "2025年"),
            ("2025年为52%，2026年上半年为61%。", "61%", "2026年上半年"),
            ("自2025年9月启动以来，累计服务300人。", "300人", "2025年9月启动以来"),
            ("2025年9月印发的方案覆盖企业30家。", "30家", "本期"),
            ("年初下达任务50万元，实际募集62万元。", "50万元", "目标"),
            ("年初下达任务50万元，实际募集62万元。", "62万元", "年初"),
            ("目标12家，完成10家。", "12家", "目标"),
            ("目标12家，完成10家。", "10家", "本期"),
            ("今年开展活动12场。服务青年300人。", "300人", "本期"),
        ];
        for (text, figure, expected) in cases {
            assert_eq!(read(text, figure, Section::Done), expected, "「{text}」 {figure}");
        }
        for (text, figure, expected) in
            [("新建团组织12家。", "12家", "计划"), ("9月底前新建团组织12家。", "12家", "计划（9月底前）")]
        {
            assert_eq!(read(text, figure, Section::Plan), expected, "「{text}」 {figure}");
        }
    }
}
