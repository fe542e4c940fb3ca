//! 应到120人，实到96人，到会率85%; 416家中，238家，占57.2%; 占团员1600人的45%; 完成年度目标的65%

use super::RULE;
use super::form::{Form, form};
use super::of_rate::{absent, of_rate};
use super::whole::{measures, surveyed, whole};
use crate::check::arithmetic::{admits, middle, near_miss, plain, rounded, share};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// A share or a rate that does not follow from its part and its whole.
pub(super) fn check(
    passage: &Passage,
    index: usize,
    stated: &Mention,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let form = form(passage, index, stated)?;
    let (part, whole, reach) = match &form {
        Form::Share { subject, of } => of_share(passage, index, stated, subject, of)?,
        Form::Bracket => {
            let (at, part) = passage.earlier(index).next().filter(|(_, it)| it.counts())?;
            (part.range.end + 1 == stated.range.start).then_some(())?;
            (part.clone(), whole(passage, at, part, false)?.clone(), Decimal::TEN)
        }
        Form::OfWhole => of_whole(passage, index)?,
        Form::OfTarget => of_target(passage, index)?,
        Form::Rate(stem) => {
            let found = of_rate(passage, index, stated, stem)?;
            if let Some(other) = absent(passage, index, stem)
                && share(&other.0, &other.1).is_some_and(|(low, high)| admits(low, high, stated))
            {
                return agreed(passage, stated, &other.0, &other.1, verdicts);
            }
            found
        }
    };
    judge(passage, index, stated, (&part, &whole), reach, verdicts)
}

/// Compares a share with its part and its whole, and with others that may have been meant.
pub(super) fn judge(
    passage: &Passage,
    index: usize,
    stated: &Mention,
    (part, whole): (&Mention, &Mention),
    reach: Decimal,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let (low, high) = share(part, whole)?;
    let fits = |part: &Mention, whole: &Mention| {
        share(part, whole).is_some_and(|(low, high)| admits(low, high, stated))
    };
    if fits(part, whole) {
        return agreed(passage, stated, part, whole, verdicts);
    }
    let nominal = middle(low, high);
    // Tenths and marks leave more room on the right side, and so on the wrong one.
    let reach = if stated.marks.is_empty() && stated.step < Decimal::TEN {
        reach
    } else {
        reach.max(Decimal::from(20))
    };
    if !near_miss(stated.value, nominal, reach) {
        return None;
    }
    // Any figure before it may be the whole, and two parts together the part.
    let mentions = passage.mentions();
    let from = index.saturating_sub(24);
    let sentence = passage.sentence(stated.number.start);
    let near: Vec<&Mention> = mentions
        .get(from..(index + 3).min(mentions.len()))?
        .iter()
        .filter(|it| it.kind == Kind::Count && it.number != part.number)
        // 近300名 of another sentence may be so many that it explains anything.
        .filter(|it| it.exact() || it.number.start >= sentence.start)
        .collect();
    if stated.marks.is_empty() && stated.step < Decimal::TEN {
        if let Some(whole) =
            near.iter().find(|it| (measures(part, it) || it.unit == whole.unit) && fits(part, it))
        {
            return agreed(passage, stated, part, whole, verdicts);
        }
        let sums = near.iter().filter(|it| alike(part, it) && it.number != whole.number).any(|other| {
            let value = part.value.saturating_add(other.value);
            value <= whole.value && fits(&Mention { value, ..part.clone() }, whole)
        });
        let local: Vec<&Mention> =
            passage.earlier(index).take(6).map(|(_, it)| it).filter(|it| it.kind == Kind::Count).collect();
        let others = local.iter().any(|one| {
            local.iter().any(|two| {
                one.number != two.number && alike(one, two) && one.value < two.value && fits(one, two)
            })
        });
        if sums || others {
            return None;
        }
    }
    let expected = rounded(nominal, stated.decimals.max(1));
    let message = format!(
        "{} ÷ {} × 100% = {expected}%，文中为 {}，请核对。",
        plain(part.value),
        plain(whole.value),
        passage.words(stated.range.clone())
    );
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.words(stated.range.clone()), format!("{expected}%"))
            .related([part.range.clone(), whole.range.clone()]),
    )
}

/// 96 ÷ 120 × 100% = 80%
fn agreed(
    passage: &Passage,
    stated: &Mention,
    part: &Mention,
    whole: &Mention,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    verdicts.agree(|| {
        let shown = passage.words(stated.number.start..stated.range.end);
        let words = format!("{} ÷ {} × 100% = {shown}", plain(part.value), plain(whole.value));
        Agreement::new(RULE.name, stated.range.clone(), [part.range.clone(), whole.range.clone()], words)
    });
    None
}

/// A part, its whole, and how far a figure may lie from their share to be meant as it.
pub(super) type Found = (Mention, Mention, Decimal);

/// The part right before 占45%, or the one that is named again: 女团员占45%.
fn of_share(passage: &Passage, index: usize, stated: &Mention, subject: &str, of: &str) -> Option<Found> {
    let (at, part) = if subject.is_empty() {
        passage.earlier(index).next().filter(|(at, _)| at + 1 == index)?
    } else {
        passage.earlier(index).take(5).find(|(at, it)| it.counts() && names(passage, *at, subject))?
    };
    let gap = passage.words(part.range.end..stated.range.start.max(part.range.end));
    let far = if subject.is_empty() { 32 } else { 48 };
    if !part.counts() || gap.chars().count() > far || gap.contains(['。', '\n']) || gap.contains('；') {
        return None;
    }
    if !of.is_empty() {
        // 占全县团员的12%: the whole is named, and must be the one that was counted.
        let (_, whole) = passage.earlier(at).find(|(place, it)| {
            it.counts() && measures(part, it) && it.value >= part.value && names(passage, *place, of)
        })?;
        return Some((part.clone(), whole.clone(), Decimal::from(12)));
    }
    let whole = whole(passage, at, part, false).or_else(|| surveyed(passage, at, part))?;
    Some((part.clone(), whole.clone(), Decimal::from(12)))
}

/// True when two neighbouring characters of a name stand in the label of a figure.
fn names(passage: &Passage, index: usize, name: &str) -> bool {
    let label = passage.lead(index).start..passage.tail(index).end;
    let letters: Vec<char> = name.chars().collect();
    let wide = ["全市", "全县", "全省", "全国", "全区", "全校", "全镇"];
    if let Some(wide) = wide.iter().find(|wide| name.contains(**wide))
        && !passage.has(label.clone(), &[wide])
    {
        return false;
    }
    letters.windows(2).any(|two| {
        let word: String = two.iter().collect();
        passage.has(label.clone(), &[&word])
    })
}

fn of_whole(passage: &Passage, index: usize) -> Option<Found> {
    let (at, whole) = passage.earlier(index).next()?;
    // 占35岁以下职工680人的35%
    let (_, part) = passage.earlier(at).find(|(_, it)| !matches!(it.unit, "岁" | "周岁"))?;
    let named = passage.words(part.range.end..whole.range.start.max(part.range.end));
    let likely = named.contains('占')
        && named.chars().count() <= 20
        && !named.contains(['。', '；'])
        && at + 1 == index
        && part.counts()
        && whole.counts()
        && measures(part, whole);
    likely.then(|| (part.clone(), whole.clone(), Decimal::from(30)))
}

const TARGETS: &[&str] = &["目标", "任务", "计划", "指标"];

fn of_target(passage: &Passage, index: usize) -> Option<Found> {
    let (at, part) = passage.earlier(index).next().filter(|(at, it)| at + 1 == index && it.counts())?;
    let (_, whole) = passage.earlier(at).find(|(place, it)| {
        it.counts()
            && alike(part, it)
            && passage.has(passage.lead(*place), &["目标", "任务", "计划", "指标", "全年"])
    })?;
    if passage.has(passage.lead(at), TARGETS) {
        return None;
    }
    Some((part.clone(), whole.clone(), Decimal::from(15)))
}
