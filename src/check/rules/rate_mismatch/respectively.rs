//! 非公企业25个、合作社11个、社会组织8个，分别占56.8%、25%和18.2%

use super::RULE;
use super::whole::measures;
use crate::check::arithmetic::{admits, middle, near_miss, plain, rounded, share};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// True for the first percentage of such a row.
pub(super) fn begins(passage: &Passage, index: usize) -> bool {
    let Some(stated) = passage.mentions().get(index) else { return false };
    let clause = passage.clause(stated.number.start);
    passage.has(clause.start..stated.range.start, &["分别占", "占比分别", "比例分别", "分别约占"])
        && !passage.earlier(index).next().is_some_and(|(at, it)| at + 1 == index && it.kind == Kind::Percent)
}

/// The parts in their order and the whole with which all shares but one agree.
pub(super) fn check(passage: &Passage, index: usize, verdicts: &mut Verdicts) -> Option<Flaw> {
    let mentions = passage.mentions();
    let mut stated: Vec<&Mention> = Vec::new();
    for it in mentions.get(index..)?.iter().take(8) {
        let joined = stated.last().is_none_or(|last| {
            let gap = passage.words(last.range.end..it.range.start.max(last.range.end));
            matches!(gap.to_string().as_str(), "、" | "和" | "，" | "与" | "及" | "以及")
        });
        if it.kind != Kind::Percent || !joined {
            break;
        }
        stated.push(it);
    }
    let count = stated.len();
    // 分别占新建的44个的…: the whole may stand between.
    let named = mentions.get(index.checked_sub(1)?).filter(|it| {
        it.kind == Kind::Count
            && passage.has(passage.clause(it.number.start).start..it.range.start, &["分别占"])
    });
    let last = index - usize::from(named.is_some());
    let parts: Vec<&Mention> = mentions.get(last.checked_sub(count)?..last)?.iter().collect();
    if count < 2 || !parts.iter().all(|it| it.counts()) {
        return None;
    }
    let first = *parts.first()?;
    if !parts.iter().all(|it| measures(it, first)) {
        return None;
    }
    let total = parts.iter().fold(Decimal::ZERO, |sum, it| sum.saturating_add(it.value));
    let sum = Mention { value: total, ..first.clone() };
    let earlier = mentions.get(last.saturating_sub(count + 12)..last - count)?;
    let wholes =
        named.into_iter().chain(earlier.iter().rev()).filter(|it| it.counts() && measures(first, it));
    let fits = |part: &Mention, whole: &Mention, stated: &Mention| {
        share(part, whole).is_some_and(|(low, high)| admits(low, high, stated))
    };
    let right = |whole: &Mention| {
        parts.iter().zip(&stated).filter(|(part, stated)| fits(part, whole, stated)).count()
    };
    let mut best: Option<(usize, Mention)> = None;
    for whole in wholes.cloned().chain([sum]) {
        let right = right(&whole);
        if best.as_ref().is_none_or(|(most, _)| right > *most) {
            best = Some((right, whole));
        }
    }
    let (most, whole) = best?;
    if most + 1 < count || most == 0 || (count == 2 && most == 1 && whole.value < total) {
        return None;
    }
    let mut flaw = None;
    for (part, stated) in parts.iter().zip(&stated) {
        let Some((low, high)) = share(part, &whole) else { continue };
        let division =
            |result: &str| format!("{} ÷ {} × 100% = {result}%", plain(part.value), plain(whole.value));
        if admits(low, high, stated) {
            verdicts.agree(|| {
                let words = division(&plain(stated.value));
                Agreement::new(RULE.name, stated.range.clone(), [part.range.clone()], words)
            });
        } else if near_miss(stated.value, middle(low, high), Decimal::from(12)) {
            let expected = rounded(middle(low, high), stated.decimals.max(1));
            let message = format!("{}，文中为 {}，请核对。", division(&expected), passage.shown(stated));
            flaw = Some(
                Flaw::new(RULE.name, stated.range.clone(), message)
                    .figures(passage.shown(stated), format!("{expected}%"))
                    .related([part.range.clone()]),
            );
        }
    }
    flaw
}
