//! 宣讲不少于50场，实际60场；培训不少于800人次，实际743人次。两项指标均达到要求: one claim of a row of
//! targets, each with its result.

use super::claim::{Claim, Stance};
use super::pair::Pair;
use super::role::{Figure, is_goal, is_limit, is_result, may_be_result};
use super::tell;
use super::words::GOALS;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::Verdicts;
use crate::text::figures::Sense;

/// True where a claim has been judged by a row of targets before it.
pub(super) fn judge(passage: &Passage, claim: &Claim, verdicts: &mut Verdicts) -> bool {
    if claim.stance != Stance::Met {
        return false;
    }
    let start = claim.range.start;
    let clause = passage.clause(start);
    let many = passage.has(clause.start..claim.range.end, &["均", "都", "全部", "各项", "全面"]);
    let named = passage.has(clause.clone(), GOALS);
    if !many || !named || passage.has(clause.clone(), &["除", "其他", "其它", "其余", "另", "半数"])
    {
        return false;
    }
    let own = passage.sentence(start);
    // 计划12支，实际12支，任务全部完成 is of its own target only.
    let alone = own.start == clause.start;
    if !alone && !passage.has(clause.clone(), &["均", "都", "各项"]) {
        return false;
    }
    // The claim is a sentence of its own behind the row, or ends the row.
    let mut row = if alone { passage.sentence(own.start.saturating_sub(2)) } else { own };
    // 宣讲…；培训…；服务…。
    while alone
        && row.start >= 2
        && start - row.start < 220
        && passage.script().get(row.start - 1) == Some('；')
    {
        row.start = passage.sentence(row.start - 2).start;
    }
    let line = passage.reading.outline.line(start).start;
    let from = row.start.max(line).max(start.saturating_sub(220));
    if passage.has(from..start, &["除"]) {
        return false;
    }
    let figures: Vec<Figure<'_>> = passage
        .reading
        .within(from..row.end.min(start))
        .filter_map(|index| Some((index, passage.mentions().get(index)?)))
        .collect();
    let pairs: Vec<[Figure<'_>; 2]> = figures
        .windows(2)
        .filter_map(|two| match two {
            [goal, result] => Some([*goal, *result]),
            _ => None,
        })
        .filter(|[goal, result]| {
            let gap = result.1.range.start.saturating_sub(goal.1.range.end);
            let one = passage.has(goal.1.range.end..result.1.range.start, &["；", "。"]);
            alike(goal.1, result.1)
                && gap <= 12
                && !one
                && result.1.exact()
                && (is_goal(passage, *goal) || is_bound(passage, *goal, result.0))
                && is_result(passage, result.0)
                && may_be_result(passage, *result)
        })
        .collect();
    if pairs.len() < 2 {
        return false;
    }
    let mut failed = pairs.iter().filter_map(|[goal, result]| {
        let limit = is_limit(passage, *goal, goal.1.range.start..result.1.range.end)?;
        let pair = Pair { goal: goal.1, result: result.1, limit };
        (!pair.fits(claim.stance)).then_some(pair)
    });
    let Some(pair) = failed.next() else { return false };
    tell(passage, claim, &pair, false, verdicts);
    true
}

/// 不少于40场，实际46场: a bound that its result answers.
fn is_bound(passage: &Passage, goal: Figure<'_>, result: usize) -> bool {
    let bound = goal.1.marks.iter().any(|mark| matches!(mark.sense, Sense::Above | Sense::AtMost));
    let whole = !goal.1.range_start && !goal.1.range_end;
    bound && whole && passage.has(passage.lead(result), &["实际", "实有", "实到", "最终"])
}
