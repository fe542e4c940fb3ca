//! Two quarters and their half-year: 一季度12场，二季度15场，上半年共27场.

use super::{Cover, Parts};
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::text::figures::{Mention, TimePart};

/// 一季度12场，二季度15场，上半年共27场
pub(super) fn halves(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let sentence = passage.sentence(total.number.start);
    let dates = passage.reading.dates_within(sentence.clone());
    if dates.len() < 2 {
        return None;
    }
    let place = |part: TimePart| {
        dates
            .iter()
            .find(|date| date.part == Some(part) && date.year.is_none() && date.shift.is_none_or(|s| s == 0))
    };
    let (one, two, whole) = [(1, 2, TimePart::FirstHalf), (3, 4, TimePart::SecondHalf)]
        .into_iter()
        .find_map(|(one, two, half)| {
            Some((place(TimePart::Quarter(one))?, place(TimePart::Quarter(two))?, place(half)))
        })?;
    let mentions = passage.mentions();
    let behind = |at: usize| {
        Some(passage.reading.within(at..at + 24)).filter(|found| !found.is_empty()).map(|found| found.start)
    };
    let (first, second) = (behind(one.range.end)?, behind(two.range.end)?);
    let sums = passage.has(passage.lead(index), &["共", "合计", "累计", "总计", "上半年", "下半年"]);
    let before = whole.is_none_or(|whole| whole.range.start < total.number.start);
    if first == second
        || first == index
        || second == index
        || !sums
        || !before
        || total.number.start < two.range.end && whole.is_none()
    {
        return None;
    }
    let (a, b) = (mentions.get(first)?, mentions.get(second)?);
    if !(a.counts() && b.counts() && alike(a, total) && alike(b, total))
        || whole.is_none_or(|whole| {
            total.number.start < whole.range.end || total.number.start > whole.range.end + 24
        })
    {
        return None;
    }
    let range = a.number.start.min(total.number.start)..b.range.end.max(total.range.end);
    Some(Parts { of: vec![first.min(second), first.max(second)], cover: Cover::All, range })
}
