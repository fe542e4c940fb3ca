//! 完成率92%，超额完成: a rate of completion beside a claim.

use super::RULE;
use super::claim::{Claim, Stance};
use super::role::{Span, span};
use super::words::GOALS;
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// Judges a claim by the rate of completion beside it; true where there is one.
pub(super) fn judge(passage: &Passage, claim: &Claim, verdicts: &mut Verdicts) -> bool {
    let Some(rate) = rate_before(passage, claim).or_else(|| rate_behind(passage, claim)) else {
        return false;
    };
    let fits = match claim.stance {
        Stance::Over | Stance::More => rate.value > Decimal::ONE_HUNDRED,
        Stance::Equal => rate.value == Decimal::ONE_HUNDRED,
        Stance::Met => rate.value >= Decimal::ONE_HUNDRED,
        Stance::Failed | Stance::Less | Stance::Within => rate.value < Decimal::ONE_HUNDRED,
        Stance::Half => rate.value >= Decimal::from(50),
        Stance::Behind => rate.value < Decimal::from(50),
    };
    let words = passage.words(claim.range.clone());
    let shown = format!("{}%", plain(rate.value));
    if fits {
        verdicts.agree(|| {
            let words = format!("完成率 {shown} 与「{words}」相符");
            Agreement::new(RULE.name, rate.range.clone(), [], words)
        });
        return true;
    }
    let message = format!("完成率 {shown} 与「{words}」不符，请核对数字或改写。");
    let range = rate.range.start.min(claim.range.start)..rate.range.end.max(claim.range.end);
    let figures =
        super::pair::find(passage, claim).map(|it| [it.goal.range.clone(), it.result.range.clone()]);
    let flaw = Flaw::new(RULE.name, range, message).figures(words, shown);
    verdicts.push(flaw.related(figures.into_iter().flatten()));
    true
}

fn rate_before<'p>(passage: &'p Passage, claim: &Claim) -> Option<&'p Mention> {
    let sentence = passage.sentence(claim.range.start);
    let from = sentence.start.max(claim.range.start.saturating_sub(40));
    let index = passage.reading.within(from..claim.range.start).next_back()?;
    let rate = passage.mentions().get(index)?;
    let gap = passage.words(rate.range.end..claim.range.start.max(rate.range.end));
    let near = gap.chars().count() <= 12 && gap.matches('，').count() <= 1 && !gap.contains(['。', '；']);
    (near && is_rate(passage, index, rate) && of_one_time(passage, rate, claim)).then_some(rate)
}

fn rate_behind<'p>(passage: &'p Passage, claim: &Claim) -> Option<&'p Mention> {
    let clause = passage.clause(claim.range.start);
    let index = passage.reading.within(clause.end..clause.end + 14).next()?;
    let rate = passage.mentions().get(index)?;
    let led = passage.clause(rate.number.start).start == clause.end;
    let before = led && passage.reading.within(clause.clone()).is_empty();
    (before && is_rate(passage, index, rate) && of_one_time(passage, rate, claim)).then_some(rate)
}

/// 完成率为92%, 完成年度计划的92%, 为目标的92%
fn is_rate(passage: &Passage, index: usize, rate: &Mention) -> bool {
    if rate.kind != Kind::Percent || !rate.exact() || rate.quoted {
        return false;
    }
    let lead = passage.words(passage.lead(index));
    let lead = lead.trim_end_matches(['达', '到', '为', '仅', '已', '至', '是', '约']);
    let named =
        ["完成率", "达成率", "完成比例", "完成进度", "兑现率"].iter().any(|word| lead.ends_with(word));
    // Not 超过目标的5%, and 占 only for what is done of all.
    let of_goal = lead.strip_suffix('的').is_some_and(|rest| {
        let tail: String = rest.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
        let done = ["完成", "达", "为", "占", "相当于", "实现"].iter().any(|word| rest.contains(word));
        done && !rest.contains('超') && GOALS.iter().any(|word| tail.contains(word))
    });
    named || of_goal
}

/// 完成全年计划的55% says nothing against 完成半年任务.
fn of_one_time(passage: &Passage, rate: &Mention, claim: &Claim) -> bool {
    let whole = passage.sentence(rate.number.start);
    let clause = passage.clause(rate.number.start);
    let rated = span(passage, clause.start..rate.range.start)
        .or_else(|| span(passage, whole.start.max(clause.start.saturating_sub(16))..clause.start));
    let claimed = span(passage, passage.clause(claim.range.start));
    match claim.stance {
        Stance::Half | Stance::Behind => rated != Some(Span::Half) || passage.has(whole, &["全年", "年度"]),
        _ => rated != Some(Span::Year) || claimed != Some(Span::Half),
    }
}
