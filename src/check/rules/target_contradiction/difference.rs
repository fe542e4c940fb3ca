//! 目标1200万元，完成1260万元，仍欠60万元: a difference that is told the wrong way round. That it is
//! the very difference of the two figures leaves no doubt of which they are.

use super::claim::{Claim, Stance};
use super::pair::Pair;
use super::role::{Figure, is_goal, may_be_result, measures, span, span_of_goal};
use super::tell;
use super::words::GOALS;
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::Verdicts;
use crate::text::figures::Kind;

/// Words of a lack, right before the difference.
const LESS: &[&str] = &[
    "缺口", "仍欠", "尚欠", "还欠", "欠", "缺额", "短缺", "尚缺", "还缺", "仍缺", "少", "差", "不足", "压缩",
    "缩减", "缺",
];

/// Words of a surplus.
const MORE: &[&str] = &["超出", "超过", "多出", "富余", "多完成", "多建成", "多建", "多", "超", "盈余"];

/// Compares each difference with the two figures before it.
pub(super) fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, difference) in passage.mentions().iter().enumerate().skip(2) {
        let start = difference.number.start;
        // Nearly all figures are passed over here.
        let near = passage.script().slice(start.saturating_sub(7)..start);
        if !near.iter().any(|letter| {
            matches!(letter, '欠' | '缺' | '少' | '差' | '足' | '缩' | '出' | '过' | '余' | '多' | '超')
        }) {
            continue;
        }
        let words = |words: &[&'static str]| words.iter().find_map(|word| stands(passage, start, word));
        let less = words(LESS).map(|at| (at, Stance::Less));
        let Some((at, stance)) = less.or_else(|| words(MORE).map(|at| (at, Stance::More))) else { continue };
        if !measures(difference) {
            continue;
        }
        let claim = Claim { range: at..difference.range.end, stance };
        let clause = passage.clause(difference.number.start);
        let other = passage
            .has(clause.start..difference.range.start, &["去年", "上年", "同期", "年初", "上期", "每"]);
        let mut before = passage.earlier(index).filter(|(_, it)| alike(it, difference) && it.exact());
        let Some(result) = before.find(|it| may_be_result(passage, *it)) else { continue };
        let Some(goal) = before.find(|it| is_goal(passage, *it)) else { continue };
        let far = difference.range.start.saturating_sub(goal.1.range.end) > 60;
        if !other && !far && told_otherwise(passage, at, (index, difference), [goal, result]) {
            let words = passage.words(at..difference.range.end);
            let apart = plain((goal.1.value - result.1.value).abs());
            let message = format!(
                "目标 {}，完成 {}，相差 {apart}，与「{words}」不符，请核对后改为一致。",
                passage.shown(goal.1),
                passage.shown(result.1),
            );
            let range = at..difference.range.end;
            verdicts.push(
                Flaw::new(super::RULE.name, range, message)
                    .figures(plain(difference.value), apart)
                    .related([goal.1.range.clone(), result.1.range.clone()]),
            );
            continue;
        }
        if other
            || far
            || (goal.1.value - result.1.value).abs() != difference.value
            || difference.value.is_zero()
        {
            continue;
        }
        let pair = Pair { goal: goal.1, result: result.1, limit: false };
        let told = verdicts
            .flaws
            .iter()
            .any(|flaw| flaw.rule == super::RULE.name && flaw.range.end >= at && flaw.range.start <= at);
        if !told {
            tell(passage, &claim, &pair, pair.fits(stance), verdicts);
        }
    }
}

/// 任务20名，发展26名，超出任务数4名: a difference that is said to be one to the target, right behind
/// target and result, and is not.
fn told_otherwise(
    passage: &Passage,
    at: usize,
    (index, difference): Figure<'_>,
    [goal, result]: [Figure<'_>; 2],
) -> bool {
    let clause = passage.clause(difference.number.start);
    let own = clause.start.max(at.saturating_sub(8))..difference.range.start;
    let sentence = passage.sentence(difference.number.start);
    let spans = span_of_goal(passage, goal.1).zip(span(passage, clause));
    let exact = difference.exact() && !difference.value.is_zero() && !goal.1.range_end;
    let steps = [goal.1.step, result.1.step, difference.step];
    exact
        && difference.kind == Kind::Count
        && passage.has(own.clone(), GOALS)
        && !passage.has(own, &["其中", "约", "近", "余"])
        && result.0 + 1 == index
        && goal.0 + 1 == result.0
        && sentence.contains(&goal.1.number.start)
        && spans.is_none_or(|(goal, claim)| goal == claim)
        && steps.iter().all(|step| *step == difference.step)
        && (goal.1.value - result.1.value).abs() != difference.value
}

/// Where a word begins that stands right before a figure, with few characters between them.
fn stands(passage: &Passage, figure: usize, word: &str) -> Option<usize> {
    let script = passage.script();
    let length = word.chars().count();
    (0..=4).find_map(|gap| {
        let end = figure.checked_sub(gap)?;
        let plain = !script.slice(end..figure).iter().any(|letter| "，。；：、（）".contains(*letter));
        (plain && script.ends(end, word)).then(|| end - length)
    })
}
