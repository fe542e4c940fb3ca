//! # What it does
//! Finds a claim about a target that target and result contradict.
//! # Why it is bad
//! 圆满完成 under ten of twelve is the sentence that a superior reads out.
//! # Example
//! 目标12家，完成10家，圆满完成。
//! # Use instead
//! 目标12家，完成10家，完成率83.3%。

mod claim;
mod comparison;
mod deadline;
mod difference;
mod matter;
mod pair;
mod partly;
mod rate;
mod role;
mod rows;
#[cfg(test)]
mod tests;
mod words;

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use claim::{Claim, Stance};
use pair::Pair;
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "target-contradiction", title: "目标与结果矛盾", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    // Most paragraphs name no target at all.
    if !role::names_a_goal(passage) {
        return;
    }
    for claim in claim::claims(passage) {
        if rate::judge(passage, &claim, verdicts)
            || partly::judge(passage, &claim, verdicts)
            || rows::judge(passage, &claim, verdicts)
        {
            continue;
        }
        if let Some(pair) = pair::find(passage, &claim) {
            judge(passage, &claim, &pair, verdicts);
        }
    }
    difference::check(passage, verdicts);
    deadline::check(passage, verdicts);
}

fn judge(passage: &Passage, claim: &Claim, pair: &Pair<'_>, verdicts: &mut Verdicts) {
    tell(passage, claim, pair, pair.fits(claim.stance), verdicts);
}

/// Says that target and result fit what is claimed, or that they do not.
fn tell(passage: &Passage, claim: &Claim, pair: &Pair<'_>, fits: bool, verdicts: &mut Verdicts) {
    let (goal, result) = (pair.goal, pair.result);
    let words = passage.words(claim.range.clone());
    if fits {
        verdicts.agree(|| {
            let (goal_shown, shown) = (passage.shown(goal), passage.shown(result));
            let words = format!("目标 {goal_shown}，完成 {shown}，与「{words}」相符");
            Agreement::new(RULE.name, result.range.clone(), [goal.range.clone()], words)
        });
        return;
    }
    let rate = result.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|it| it.checked_div(goal.value));
    let Some(rate) = rate.map(|rate| rate.round_dp(1)) else { return };
    let share = if pair.limit { String::new() } else { format!("完成率 {}%，", plain(rate)) };
    let half = if matches!(claim.stance, Stance::Half | Stance::Behind) { "全年" } else { "" };
    let message = format!(
        "{half}目标 {}，完成 {}，{share}与「{words}」不符，请核对数字或改写。",
        passage.shown(goal),
        passage.shown(result),
    );
    let range = result.range.start.min(claim.range.start)..result.range.end.max(claim.range.end);
    verdicts.push(
        Flaw::new(RULE.name, range, message)
            .figures(words, format!("{} / {}", plain(result.value), plain(goal.value)))
            .related([goal.range.clone(), result.range.clone()]),
    );
}
