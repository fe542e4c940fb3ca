//! 10件实事中8件办结，2件仍在施工，10件实事已全部办结: all are claimed done beside some that are not.

use super::RULE;
use super::claim::{Claim, Stance};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::Verdicts;

/// Words behind the figure of those that are not done.
pub(super) const OPEN: &[&str] =
    &["仍在", "尚在", "还在", "正在", "在建", "尚未", "仍未", "还未", "未完成", "未办结", "未完工", "推进中"];

/// Words by which the claim is of a later time than the rest.
const LATER: &[&str] =
    &["至此", "目前", "现已", "最终", "随后", "后来", "如今", "截至", "底", "季度", "月", "经过"];

/// True where a claim that all are done has been judged by what is told to be open.
pub(super) fn judge(passage: &Passage, claim: &Claim, verdicts: &mut Verdicts) -> bool {
    if claim.stance != Stance::Met {
        return false;
    }
    let clause = passage.clause(claim.range.start);
    let own = passage.reading.within(clause.start..claim.range.start);
    let Some((all, whole)) = own.last().and_then(|at| Some((at, passage.mentions().get(at)?))) else {
        return false;
    };
    let wholly = passage.has(claim.range.clone(), &["全部", "全面", "全", "都", "均", "悉数"]);
    if !wholly || claim.range.start - whole.range.end.min(claim.range.start) > 10 {
        return false;
    }
    let sentence = passage.sentence(claim.range.start);
    let mut before = passage
        .earlier(all)
        .take_while(|(_, it)| it.number.start >= sentence.start && whole.range.start - it.range.end <= 80);
    let mut open = None;
    let told = before.find(|(index, it)| {
        let part = alike(it, whole) && it.value < whole.value;
        if part && open.is_none() && passage.has(passage.tail(*index), OPEN) {
            open = Some(*it);
        }
        alike(it, whole) && it.value == whole.value
    });
    let (Some(open), Some((_, told))) = (open, told) else { return false };
    if passage.has(open.range.end..claim.range.start, LATER) {
        return false;
    }
    let words = passage.words(claim.range.clone());
    let (part, shown) = (passage.shown(open), passage.shown(whole));
    let message = format!("前面写的是 {shown} 中有 {part} 尚未完成，与「{words}」不符，请核对后改写。");
    let range = whole.range.start..claim.range.end;
    verdicts.push(
        Flaw::new(RULE.name, range, message)
            .figures(words, format!("{part} / {shown}"))
            .related([open.range.clone(), told.range.clone()]),
    );
    true
}
