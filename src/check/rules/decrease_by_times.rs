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

/// The rule.
pub const RULE: Rule =
    Rule { name: "decrease-by-times", title: "减少不用倍", scope: Scope::Passage(check) };

const FALLS: &[&str] = &[
    "减少", "下降", "降低", "缩短", "缩减", "压缩", "锐减", "减小", "缩小", "下滑", "回落", "削减", "压减",
    "精简", "降幅", "减幅", "少", "降", "减", "低", "跌",
];

const BETWEEN: &[&str] = &[
    "了",
    "约",
    "近",
    "将近",
    "达",
    "达到",
    "为",
    "超过",
    "超",
    "整整",
    "幅度",
    "幅度达",
    "了近",
    "了约",
    "了将近",
    "了超过",
    "",
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    for mention in passage.mentions().iter().filter(|it| it.kind == Kind::Times && it.value >= Decimal::ONE) {
        let found = BETWEEN.iter().find_map(|between| {
            let at = script
                .ends(mention.number.start, between)
                .then(|| mention.number.start - between.chars().count())?;
            script.one_before(at, FALLS).map(|verb| (verb, at - verb.chars().count()))
        });
        let Some((verb, start)) = found else { continue };
        // 不少于3倍, 不低于2倍, 至少3倍, 最少2倍 set a limit.
        if script.before(start).is_some_and(|c| matches!(c, '不' | '至' | '最' | '多'))
            && matches!(verb, "少" | "低")
        {
            continue;
        }
        verdicts.push(
            Flaw::new(
                RULE.name,
                start..mention.range.end,
                format!(
                    "减少、降低不能用倍数表示。「{}」请改为百分比或分数，如「下降50%」「减少三分之二」。",
                    passage.words(start..mention.range.end)
                ),
            )
            .figures(passage.shown(mention), "百分比或分数"),
        );
    }
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
