//! # What it does
//! Finds a decrease that is given as a multiple.
//! # Why it is bad
//! Less than nothing does not exist: a decrease is a share (减少三分之二, 下降66.7%).
//! # Example
//! 投诉由12件降至4件，减少了2倍。
//! # Use instead
//! 投诉由12件降至4件，减少了三分之二。

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::Kind;
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "decrease-by-times", title: "减少不用倍", scope: Scope::Passage(check) };

const FALLS: &[&str] = &[
    "减少", "下降", "降低", "缩短", "缩减", "压缩", "锐减", "减小", "缩小", "下滑", "回落", "削减", "压减",
    "精简", "降幅", "减幅", "收窄", "下调", "压降", "递减", "下跌", "跌幅", "减轻", "少", "降", "减", "低",
    "跌", "缩",
];

/// What may stand between the verb and the figure.
const BETWEEN: &[&str] = &[
    "幅度", "比例", "将近", "接近", "大约", "约", "近", "高达", "达到", "达", "为", "超过", "超", "逾",
    "整整", "足足", "至少", "好", "了", "有", "是", "出", "：",
];

/// Times without a number: 成倍下降, 减少数倍.
const VAGUE: &[&str] = &["成倍", "好几倍", "几倍", "数倍", "若干倍"];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for mention in passage.mentions().iter().filter(|it| it.kind == Kind::Times && it.value > Decimal::ZERO) {
        let range = before(passage, mention.number.start)
            .map(|start| start..mention.range.end)
            .or_else(|| behind(passage, mention.range.end).map(|end| mention.range.start..end));
        if let Some(range) = range {
            verdicts.push(flaw(passage, range, passage.shown(mention)));
        }
    }
    let script = passage.script();
    for (at, _) in script.chars().iter().enumerate().filter(|(_, c)| **c == '倍') {
        let Some(word) = script.one_before(at + 1, VAGUE) else { continue };
        let start = at + 1 - word.chars().count();
        let range = if word == "成倍" {
            script.one_at(at + 1, VERBS).map(|verb| start..at + 1 + verb.chars().count())
        } else {
            before(passage, start).map(|verb| verb..at + 1)
        };
        if let Some(range) = range {
            verdicts.push(flaw(passage, range, word.to_owned()));
        }
    }
}

/// Where the verb of a decrease begins that leads to a figure at `number`.
fn before(passage: &Passage, number: usize) -> Option<usize> {
    let script = passage.script();
    let mut at = number;
    while let Some(word) = script.one_before(at, BETWEEN) {
        at -= word.chars().count();
        if number - at > 8 {
            return None;
        }
    }
    let verb = script.one_before(at, FALLS)?;
    let start = at - verb.chars().count();
    // 不少于3倍, 不低于2倍, 至少3倍, 最少2倍 set a limit; 最低为2倍 is the lowest.
    let limit = script.before(start).is_some_and(|c| matches!(c, '不' | '至' | '最' | '多'));
    (!(limit && matches!(verb, "少" | "低"))).then_some(start)
}

const VERBS: &[&str] = &[
    "下降", "减少", "降低", "缩短", "缩减", "压缩", "压减", "下滑", "回落", "精简", "锐减", "减小", "缩小",
    "递减",
];

/// 两倍的降幅, 三倍下降: the noun stands behind.
fn behind(passage: &Passage, end: usize) -> Option<usize> {
    let script = passage.script();
    let at = end + usize::from(script.get(end) == Some('的'));
    let word = script.one_at(at, &["降幅", "减幅", "跌幅"]).or_else(|| script.one_at(at, VERBS))?;
    let end = at + word.chars().count();
    // 2倍减少损失 would say what is less.
    script.get(end).is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '）' | '\n')).then_some(end)
}

fn flaw(passage: &Passage, range: Range<usize>, shown: String) -> Flaw {
    let words = passage.words(range.clone());
    let message =
        format!("减少、降低不能用倍数表示。「{words}」请改为百分比或分数，如「下降50%」「减少三分之二」。");
    Flaw::new(RULE.name, range, message).figures(shown, "百分比或分数")
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_decrease_is_no_multiple() {
        wrong(
            "decrease-by-times",
            &[
                ("投诉由12件降至4件，减少了2倍。", "减少了2倍"),
                ("案件数下降三倍。", "下降三倍"),
                ("办理时间缩短了近1.5倍。", "缩短了近1.5倍"),
                ("治安警情成倍下降。", "成倍下降"),
                ("缺课人次实现了两倍的降幅。", "两倍的降幅"),
                ("经费支出比去年降低2倍。", "降低2倍"),
                ("投诉量比去年少了两倍。", "少了两倍"),
            ],
        );
        right(&[
            "参与人数增长2倍。",
            "投诉减少一半。",
            "办理量是去年的3倍，投诉减少20%。",
            "参与人次不少于去年的2倍。",
            "奖励不低于3倍。",
        ]);
    }
}
