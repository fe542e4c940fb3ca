//! The target and the result that a claim is about.

use super::claim::{Claim, Stance};
use super::matter::{concerns, of_a_stage, same_matter};
use super::role::{
    Figure, Span, is_goal, is_limit, is_result, is_sum, may_be_result, may_be_result_of, measures, of_a_part,
    span, span_of_goal,
};
use super::words::GOALS;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::text::figures::Mention;
use rust_decimal::Decimal;

/// A target with its result.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'p> {
    pub(super) goal: &'p Mention,
    pub(super) result: &'p Mention,
    /// The target is a limit from above.
    pub(super) limit: bool,
}

impl Pair<'_> {
    /// True where the claim is so.
    pub(super) fn fits(&self, stance: Stance) -> bool {
        fits(stance, self.goal.value, self.result.value, self.limit)
    }
}

fn fits(stance: Stance, goal: Decimal, result: Decimal, limit: bool) -> bool {
    let met = if limit { result <= goal } else { result >= goal };
    match stance {
        Stance::Over if limit => met,
        Stance::Over | Stance::More => result > goal,
        Stance::Met => met,
        Stance::Failed => !met,
        Stance::Less => result < goal,
        Stance::Within => result <= goal,
        Stance::Equal => result == goal,
        Stance::Half => result.saturating_mul(Decimal::TWO) >= goal,
        Stance::Behind => result.saturating_mul(Decimal::TWO) < goal,
    }
}

/// The target and the result of a claim, where it is clear which they are.
pub(super) fn find<'p>(passage: &'p Passage, claim: &Claim) -> Option<Pair<'p>> {
    let sentence = passage.sentence(claim.range.start);
    let start = claim.range.start;
    let from = passage.reading.outline.line(start).start.max(start.saturating_sub(220));
    let near = from..sentence.end.min(claim.range.end + 60);
    let figures: Vec<Figure<'p>> = passage
        .reading
        .within(near)
        .filter_map(|index| Some((index, passage.mentions().get(index)?)))
        .filter(|(_, it)| measures(it))
        .collect();
    if figures.len() < 2 {
        return None;
    }
    let (goal, result) = inside(passage, claim, &figures)
        .or_else(|| in_object(passage, claim, &figures))
        .or_else(|| before(passage, claim, &figures))
        .or_else(|| behind(passage, claim, &figures))
        .or_else(|| sum_before(passage, claim, &figures))?;
    let limit = is_limit(passage, goal, passage.sentence(goal.1.number.start))?;
    let exact = result.exact() && goal.1.value > Decimal::ZERO;
    exact.then_some(Pair { goal: goal.1, result, limit })
}

/// 完成420人次，离400人次的计划还差: the target stands inside the claim.
fn inside<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
) -> Option<(Figure<'p>, &'p Mention)> {
    let goal = *figures.iter().find(|(_, it)| claim.range.contains(&it.number.start))?;
    let sentence = passage.sentence(claim.range.start);
    let result = figures.iter().rev().find(|(_, it)| it.number.end <= claim.range.start)?;
    let near = result.1.number.start >= sentence.start && claim.range.start - result.1.range.end <= 12;
    (near && alike(result.1, goal.1) && may_be_result(passage, *result)).then_some((goal, result.1))
}

/// 圆满完成团区委要求的12家任务: the target is the object of the claim, the result stands before.
fn in_object<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
) -> Option<(Figure<'p>, &'p Mention)> {
    if !matches!(claim.stance, Stance::Over | Stance::Met | Stance::Failed) {
        return None;
    }
    let end = claim.range.end;
    let clause = passage.clause(claim.range.start);
    let goal = *figures.iter().find(|(_, it)| it.number.start >= end && it.number.start < clause.end)?;
    let named = passage.has(claim.range.start..passage.tail(goal.0).end, GOALS);
    if !named || passage.has(end..goal.1.range.start, &["实际", "为", "，"]) {
        return None;
    }
    let sentence = passage.sentence(claim.range.start);
    let earlier = figures.iter().rev().find(|figure| {
        figure.1.number.start < claim.range.start
            && figure.1.number.start >= sentence.start
            && alike(figure.1, goal.1)
            && may_be_result(passage, **figure)
    });
    let later = || {
        figures.iter().find(|figure| {
            figure.1.number.start > goal.1.number.start
                && alike(figure.1, goal.1)
                && is_result(passage, figure.0)
                && may_be_result(passage, **figure)
        })
    };
    earlier.or_else(later).map(|(_, result)| (goal, *result))
}

/// 目标12家，完成10家，圆满完成
fn before<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
) -> Option<(Figure<'p>, &'p Mention)> {
    let start = claim.range.start;
    let clause = passage.clause(start);
    let half = matches!(claim.stance, Stance::Half | Stance::Behind);
    let wanted = if half { Some(Span::Year) } else { span(passage, clause.clone()) };
    let goals: Vec<(Figure<'p>, Option<Span>)> = figures
        .iter()
        .filter(|figure| figure.1.number.end <= start && is_goal(passage, **figure))
        .map(|figure| (*figure, span_of_goal(passage, figure.1)))
        .collect();
    let fits_span = |goal: Option<Span>| {
        if half { goal == Some(Span::Year) } else { goal.is_none() || wanted.is_none() || goal == wanted }
    };
    // A target of the very span that the claim names goes before the nearest one.
    let exact = |it: &&(Figure<'p>, Option<Span>)| wanted.is_some() && it.1 == wanted;
    let ordered = goals.iter().rev().filter(exact).chain(goals.iter().rev().filter(|it| !exact(it)));
    for (goal, goal_span) in ordered {
        if !fits_span(*goal_span) {
            continue;
        }
        let Some(result) = result_of(passage, claim, figures, *goal) else { continue };
        let limit = is_limit(passage, *goal, passage.sentence(goal.1.number.start))?;
        let verdict = |goal: &Mention| fits(claim.stance, goal.value, result.value, limit);
        let sentence = passage.sentence(goal.1.number.start);
        let torn = goals.iter().any(|((_, it), other_span)| {
            sentence.contains(&it.number.start)
                && alike(it, goal.1)
                && (wanted.is_none() || fits_span(*other_span))
                && verdict(it) != verdict(goal.1)
        });
        let plain_half =
            half && !passage.has(sentence.start..clause.end, &["上半年", "半年", "6月", "六月", "年中"]);
        return (!torn && !plain_half && concerns(passage, claim, goal.1)).then_some((*goal, result));
    }
    None
}

/// The result of a target before a claim.
fn result_of<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
    goal: Figure<'p>,
) -> Option<&'p Mention> {
    let start = claim.range.start;
    let candidates: Vec<Figure<'p>> = figures
        .iter()
        .filter(|(index, it)| *index > goal.0 && it.number.end <= start && alike(it, goal.1))
        .filter(|figure| may_be_result_of(passage, **figure, goal))
        .copied()
        .collect();
    let chosen = candidates.iter().rev().find(|(index, _)| is_result(passage, *index)).or(candidates.last());
    let Some((index, result)) = chosen else {
        return bracketed(passage, figures, goal).or_else(|| told_after(passage, claim, figures, goal));
    };
    if !is_sum(passage, *index) {
        // Parts of which one or all together make the claim true.
        let sum = candidates.iter().fold(Decimal::ZERO, |sum, (_, it)| sum.saturating_add(it.value));
        let limit = is_limit(passage, goal, passage.sentence(goal.1.number.start))?;
        let true_of = |value| fits(claim.stance, goal.1.value, value, limit);
        let parts = candidates.len() > 1 && !limit && true_of(sum);
        if !true_of(result.value) && (parts || candidates.iter().any(|(_, it)| true_of(it.value))) {
            return None;
        }
    }
    let gap = passage.words(result.range.end..start.max(result.range.end));
    let commas = gap.matches('，').count();
    // A claim may be the sentence behind the result, but then nothing stands before it.
    let near = match gap.split_once(['。', '；', '\n']) {
        None => gap.chars().count() <= 40 && commas <= 3,
        Some((_, behind)) => gap.chars().count() <= 24 && behind.chars().count() <= 8 && commas <= 1,
    };
    let part =
        figures.iter().any(|it| it.0 > goal.0 && it.0 < *index && of_a_part(passage, *it, *index, goal.0));
    // 一期改造8处，已全部建成 is of the first stage.
    let stage = matches!(claim.stance, Stance::Over | Stance::Met | Stance::Failed)
        && of_a_stage(passage, passage.clause(result.number.start).start..result.range.start)
        && !of_a_stage(passage, passage.lead(goal.0));
    // 排查出36处，整改36处，全部完成: all of those, not of the target.
    let all = passage.has(claim.range.clone(), &["全部", "均", "都"])
        && figures.iter().any(|it| {
            it.0 > goal.0 && it.0 != *index && it.1.number.end <= start && it.1.value == result.value
        });
    (near
        && !part
        && !stage
        && !all
        && !own_part(passage, claim, goal.1, result)
        && same_matter(passage, claim, goal.1, result))
    .then_some(*result)
}

/// 计划20个，完成20个，其中3个未按期完成: the claim is of those three.
fn own_part(passage: &Passage, claim: &Claim, goal: &Mention, result: &Mention) -> bool {
    let clause = passage.clause(claim.range.start);
    let own = passage.reading.within(clause.start..claim.range.start);
    let figures = passage.mentions().get(own).unwrap_or_default().iter();
    let mut others = figures.filter(|it| it.number != result.number && alike(it, goal));
    let difference = (goal.value - result.value).abs();
    let counted = passage.has(clause.start..claim.range.start, &["其中", "有"]);
    counted && others.any(|it| it.value != difference)
}

/// 计划慰问65人，已全部完成，实际慰问58人: the result stands behind the claim.
fn told_after<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
    goal: Figure<'p>,
) -> Option<&'p Mention> {
    let (index, result) = figures.iter().find(|(_, it)| it.number.start >= claim.range.end)?;
    let actual = passage.has(passage.lead(*index), &["实际", "实有", "实到", "最终"]);
    let gap = passage.words(goal.1.range.end..result.range.start.max(goal.1.range.end));
    let near = gap.chars().count() <= 30 && !gap.contains(['。', '；', '\n']);
    (actual && near && alike(result, goal.1) && may_be_result(passage, (*index, result))).then_some(result)
}

/// 发展团员410名（市下达计划430名）: the target stands in brackets behind the result.
fn bracketed<'p>(passage: &'p Passage, figures: &[Figure<'p>], goal: Figure<'p>) -> Option<&'p Mention> {
    let opened = passage.lead(goal.0).start.checked_sub(1)?;
    if passage.script().get(opened) != Some('（') {
        return None;
    }
    let result = figures.iter().rev().find(|(index, _)| *index < goal.0)?;
    let close = opened.saturating_sub(result.1.range.end) <= 8;
    (close && alike(result.1, goal.1) && may_be_result(passage, *result)).then_some(result.1)
}

/// 超额完成任务，任务数150人，实际138人: target and result stand behind the claim.
fn behind<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
) -> Option<(Figure<'p>, &'p Mention)> {
    let end = claim.range.end;
    let goal = *figures.iter().find(|(_, it)| it.number.start >= end)?;
    if !is_goal(passage, goal) || goal.1.number.start > end + 40 {
        return None;
    }
    let next = figures.iter().find(|(index, it)| *index > goal.0 && alike(it, goal.1))?;
    let gap = passage.words(goal.1.range.end..next.1.range.start.max(goal.1.range.end));
    let near = gap.chars().count() <= 24 && !gap.contains(['。', '；', '\n']);
    let spans = span_of_goal(passage, goal.1).zip(span(passage, passage.clause(claim.range.start)));
    let one_time = spans.is_none_or(|(goal, claim)| goal == claim);
    let result = is_result(passage, next.0) && may_be_result(passage, *next);
    (near && result && one_time && concerns(passage, claim, goal.1)).then_some((goal, next.1))
}

/// 三方合计1350册。原定目标1500册，超额完成: the result is the sum of the sentence before.
fn sum_before<'p>(
    passage: &'p Passage,
    claim: &Claim,
    figures: &[Figure<'p>],
) -> Option<(Figure<'p>, &'p Mention)> {
    let sentence = passage.sentence(claim.range.start);
    let goal = *figures.iter().rev().find(|(_, it)| it.number.end <= claim.range.start)?;
    let first = figures.iter().find(|(_, it)| it.number.start >= sentence.start)?;
    let near = claim.range.start.saturating_sub(goal.1.range.end) <= 8;
    if first.0 != goal.0 || !near || !is_goal(passage, goal) {
        return None;
    }
    let before = passage.sentence(sentence.start.saturating_sub(2));
    let mut sums = figures.iter().filter(|(index, it)| {
        before.contains(&it.number.start) && alike(it, goal.1) && is_sum(passage, *index)
    });
    let result = sums.next()?;
    let last = figures.iter().rev().find(|(index, it)| *index < goal.0 && alike(it, goal.1))?;
    let alone = sums.next().is_none() && last.0 == result.0;
    let spans = span_of_goal(passage, goal.1).zip(span(passage, passage.clause(result.1.number.start)));
    let one_time = spans.is_none_or(|(goal, result)| goal == result);
    (alone && one_time && may_be_result(passage, *result) && concerns(passage, claim, goal.1))
        .then_some((goal, result.1))
}
