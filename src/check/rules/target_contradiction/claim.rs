//! What a text claims of a target: a verb with what is said of it (adverb, 未, 超额) and its object.

use super::comparison::{comparison, plain, shortage};
use super::words::{BEHINDS, BETWEEN, GOALS, HALVES, HOPES, NOT, VERBS, WHOLLY, begins};
use crate::check::passage::Passage;
use crate::text::figures::{Kind, Script};
use std::ops::Range;

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// 超额: more than was wanted.
    Over,
    /// 圆满完成, 达到要求: what was wanted.
    Met,
    /// 未完成, 未达标: not what was wanted.
    Failed,
    /// 超出目标, 比计划多: a larger number.
    More,
    /// 还差, 低于目标: a smaller number.
    Less,
    /// 没有突破预算: no larger number.
    Within,
    /// 与计划持平: as many.
    Equal,
    /// 任务过半, 快于序时进度: at least half of a year's target.
    Half,
    /// 低于序时进度: less than half.
    Behind,
}

/// A claim and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// The words that claim.
    pub(super) range: Range<usize>,
    /// What they say.
    pub(super) stance: Stance,
}

/// The claims of a passage in order.
pub(super) fn claims(passage: &Passage) -> Vec<Claim> {
    let script = passage.script();
    let mut claims: Vec<Claim> = Vec::new();
    let mut at = 0;
    while at < script.len() {
        let may_begin = script.get(at).is_some_and(begins);
        match may_begin.then(|| read(passage, at)).flatten() {
            Some(claim) => {
                at = claim.range.end.max(at + 1);
                let overlaps = claims.last().is_some_and(|last| last.range.end > claim.range.start);
                if !overlaps && !only_hoped(passage, &claim) {
                    claims.push(claim);
                }
            }
            None => at += 1,
        }
    }
    claims
}

fn read(passage: &Passage, at: usize) -> Option<Claim> {
    let script = passage.script();
    let found = |word: &str, stance| Some(Claim { range: at..at + word.chars().count(), stance });
    if let Some(word) = script.one_at(at, HALVES) {
        // 未能实现任务过半
        let clause = passage.clause(at);
        if script.has(clause.start.max(at.saturating_sub(7))..at, &["未", "没"]) {
            return found(word, Stance::Behind);
        }
        return found(word, Stance::Half);
    }
    if let Some(word) = script.one_at(at, BEHINDS) {
        return found(word, Stance::Behind);
    }
    if script.at(at, "超额") {
        let verb = script.one_at(at + 2, VERBS).map_or(0, |verb| verb.chars().count());
        return Some(Claim { range: at..at + 2 + verb, stance: Stance::Over });
    }
    comparison(passage, at).or_else(|| shortage(script, at)).or_else(|| fulfilment(passage, at))
}

/// 圆满完成, 未达到目标, 任务已全部完成, 达标
fn fulfilment(passage: &Passage, at: usize) -> Option<Claim> {
    let script = passage.script();
    const ALL: &[&str] = &[
        "应建尽建",
        "应办尽办",
        "应培尽培",
        "应转尽转",
        "应收尽收",
        "应到尽到",
        "任务清零",
        "足额收缴",
        "足额缴纳",
        "足额上缴",
        "足额到位",
        "全额收缴",
        "全额缴纳",
        "全额到位",
        "全员到会",
        "全员到齐",
        "全部到会",
        "全部到齐",
        "全员参加",
        "全部建成",
        "全部建立",
        "全部到账",
        "无一缺席",
        "全部到位",
        "全部收齐",
        "全部办结",
        "全部兑付",
    ];
    if let Some(word) = script.one_at(at, ALL) {
        return Some(Claim { range: at..at + word.chars().count(), stance: Stance::Met });
    }
    if script.at(at, "控制在") {
        // 控制在目标以内; with a figure it is the target itself.
        let stop = plain(script, at + 3, 10);
        let within =
            (at + 3..stop).find(|place| script.one_at(*place, &["之内", "以内", "范围内"]).is_some())?;
        let named = script.has(at + 3..within, GOALS) && !passage.reading.within(at..within).any(|_| true);
        return named.then_some(Claim { range: at..within + 2, stance: Stance::Met });
    }
    let verb = script.one_at(at, VERBS)?;
    let end = at + verb.chars().count();
    let clause = passage.clause(at);
    let (start, wholly) = adverbs(script, at, clause.start);
    let not = script.one_before(start, NOT);
    let object_end = clause.end.min(end + 24);
    let figures = passage.reading.within(end..object_end);
    let first = passage.mentions().get(figures.start).filter(|_| !figures.is_empty());
    let first_at = first.map_or(object_end, |it| it.range.start);
    // 完成率, 达标率, 完成任务的支部 say of whom or how much, not that it is so.
    if script.one_at(end, &["率", "比例", "进度", "情况", "时限", "度", "的"]).is_some() {
        return None;
    }
    let goal = (end..first_at.min(end + 16)).find(|place| script.one_at(*place, GOALS).is_some());
    let portion =
        passage.mentions().get(figures).unwrap_or_default().iter().any(|it| it.kind == Kind::Percent)
            || script.has(end..object_end, &["一半", "过半", "半数", "大半", "三分之", "大部分", "绝大多数"]);
    let last_goal =
        (end..object_end.min(end + 20)).rev().find(|place| script.one_at(*place, GOALS).is_some());
    let of_somebody = last_goal.is_some_and(|place| {
        let behind = place + 2;
        script.one_at(behind, &["的", "者", "书", "清单", "分解"]).is_some() && !script.at(behind, "的同时")
    });
    if portion || of_somebody {
        return None;
    }
    if let Some(not) = not {
        let start = start - not.chars().count();
        return (verb != "做到").then_some(Claim { range: start..end, stance: Stance::Failed });
    }
    // 任务已完成, 承诺事项全部兑现: what was to be done stands before the verb.
    let led = script.has(start.saturating_sub(6).max(clause.start)..start, GOALS);
    let named = goal.is_some_and(|_| first.is_none()) || verb == "达标";
    let claims = wholly && verb != "符合" || named || led && first.is_none() && verb != "做到";
    // 按要求完成12家: the figure is the result itself, unless it is called a target.
    let result = first.is_some_and(|it| {
        let behind = it.range.end..plain(script, it.range.end, 14);
        !script.has(end..it.range.start, GOALS) && !script.has(behind, GOALS)
    });
    (claims && !result).then_some(Claim { range: start..end, stance: Stance::Met })
}

/// Where the adverbs of a verb begin, and whether one of them claims all.
fn adverbs(script: &Script, verb: usize, floor: usize) -> (usize, bool) {
    let (mut start, mut wholly) = (verb, false);
    for _ in 0..5 {
        if let Some(word) = script.one_before(start, WHOLLY) {
            wholly = true;
            start -= word.chars().count();
        } else if let Some(word) = script.one_before(start, BETWEEN) {
            start -= word.chars().count();
        } else {
            break;
        }
    }
    (start.max(floor).min(verb), wholly)
}

/// 确保圆满完成, 有望超额完成 claim nothing yet; 并未超额 says the contrary.
fn only_hoped(passage: &Passage, claim: &Claim) -> bool {
    let script = passage.script();
    let start = claim.range.start;
    let clause = passage.clause(start);
    let right_before = ["将", "为", "以", "可", "能够", "应", "若", "拟", "未", "没有", "不能", "要"]
        .iter()
        .any(|word| script.ends(start, word));
    // 要求 and 需要 end otherwise.
    right_before || passage.has(clause.start.max(start.saturating_sub(14))..start, HOPES)
}
