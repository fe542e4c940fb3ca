//! 由240人增至300人，同比增长20%; 由68.4%提高到81.9%，提高12个百分点

use super::RULE;
use crate::check::arithmetic::{admits, change, middle, near_miss, plain, rounded};
use crate::check::change::{self, Claim};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// A growth in percent or times that does not follow from the two values.
pub(super) fn growth(
    passage: &Passage,
    index: usize,
    stated: &Mention,
    claim: &Claim,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let scale = if stated.kind == Kind::Times { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let sized = |from: &Mention, to: &Mention| {
        let (low, high) = change(from, to)?;
        Some((low.checked_div(scale)?, high.checked_div(scale)?))
    };
    let sign = if stated.kind == Kind::Times { "倍" } else { "%" };
    let quotient = |from: &Mention, to: &Mention, expected: &str| {
        let (larger, smaller) = if to.value > from.value { (to, from) } else { (from, to) };
        let percent = if stated.kind == Kind::Times { "" } else { " × 100%" };
        let (larger, smaller) = (plain(larger.value), plain(smaller.value));
        format!("({larger} - {smaller}) ÷ {}{percent} = {expected}{sign}", plain(from.value))
    };
    let (from, to, chained) = match by_difference(passage, index, claim) {
        Some((from, to)) => (from, to, false),
        None => {
            let pair = change::pair(passage, index, claim, |it| it.kind == Kind::Count)?;
            (pair.from.clone(), pair.to.clone(), pair.chained)
        }
    };
    let (low, high) = sized(&from, &to)?;
    if from.value == to.value || (to.value > from.value) != claim.rises {
        return None;
    }
    let related = [from.range.clone(), to.range.clone()];
    if admits(low, high, stated) {
        verdicts.agree(|| {
            let words = quotient(&from, &to, &plain(stated.value));
            Agreement::new(RULE.name, stated.range.clone(), related, words)
        });
        return None;
    }
    // Falls by multiples are another rule's.
    if stated.kind == Kind::Times && !claim.rises || others_fit(passage, index, stated, claim, &sized) {
        return None;
    }
    let nominal = middle(low, high);
    let reach = if stated.kind == Kind::Times {
        Decimal::TWO.max(nominal / Decimal::TWO)
    } else {
        Decimal::from(15).max(nominal / Decimal::TWO)
    };
    if !chained && !near_miss(stated.value, nominal, reach) {
        return None;
    }
    let expected = rounded(nominal, stated.decimals.max(1));
    let message = format!("{}，文中为 {}，请核对。", quotient(&from, &to, &expected), passage.shown(stated));
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.shown(stated), format!("{expected}{sign}"))
            .related(related),
    )
}

/// True when two other values nearby give the stated growth: then it was they that were meant.
fn others_fit(
    passage: &Passage,
    index: usize,
    stated: &Mention,
    claim: &Claim,
    sized: &impl Fn(&Mention, &Mention) -> Option<(Decimal, Decimal)>,
) -> bool {
    let near: Vec<&Mention> =
        passage.earlier(index).take(5).map(|(_, it)| it).filter(|it| it.kind == Kind::Count).collect();
    near.iter().any(|to| {
        near.iter().any(|from| {
            from.number != to.number
                && alike(from, to)
                && (to.value > from.value) == claim.rises
                && sized(from, to).is_some_and(|(low, high)| admits(low, high, stated))
        })
    })
}

/// 现有3个，较去年增加1个，增幅50%: the base is the difference of the two.
fn by_difference(passage: &Passage, index: usize, claim: &Claim) -> Option<(Mention, Mention)> {
    let mut before = passage.earlier(index);
    let ((b, change), (_, now)) = (before.next()?, before.next()?);
    if b + 1 != index || !change.counts() || !now.counts() || !alike(change, now) {
        return None;
    }
    let all = claim.names_nothing();
    let claim = change::claim(passage, b)?;
    if !all || !change::is_base(passage, b) && !passage.has(passage.lead(b), &["同比", "环比"]) {
        return None;
    }
    let base = if claim.rises {
        now.value.checked_sub(change.value)?
    } else {
        now.value.checked_add(change.value)?
    };
    (base > Decimal::ZERO).then(|| (Mention { value: base, ..now.clone() }, now.clone()))
}

/// A difference in points that is not the difference of the two percentages.
pub(super) fn points(
    passage: &Passage,
    index: usize,
    stated: &Mention,
    claim: &Claim,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    if claim.counted {
        return None;
    }
    let pair = change::pair(passage, index, claim, |it| it.kind == Kind::Percent)?;
    let (from, to) = (pair.from, pair.to);
    let difference = (to.value - from.value).abs();
    if difference.is_zero() || (to.value > from.value) != claim.rises {
        return None;
    }
    let coarse = from.decimals.max(to.decimals) > stated.decimals;
    let fits = if stated.marks.is_empty() {
        let off = (difference - stated.value).abs();
        off.is_zero() || coarse && off < stated.step
    } else {
        admits(difference, difference, stated)
    };
    let (high, low) = if claim.rises { (to, from) } else { (from, to) };
    let subtraction = format!("{}% - {}%", plain(high.value), plain(low.value));
    let related = [from.range.clone(), to.range.clone()];
    if fits {
        verdicts.agree(|| {
            let words = format!("{subtraction} = {}个百分点", plain(stated.value));
            Agreement::new(RULE.name, stated.range.clone(), related, words)
        });
        return None;
    }
    if !pair.chained && !near_miss(stated.value, difference, Decimal::TEN.max(difference)) {
        return None;
    }
    let expected = format!("{}个百分点", plain(difference));
    let message = format!("{subtraction} = {expected}，文中为 {}，请核对。", passage.shown(stated));
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.shown(stated), expected)
            .related(related),
    )
}
