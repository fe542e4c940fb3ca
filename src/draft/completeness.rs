//! How far a draft is.

use super::item::Item;
use super::model::Draft;
use super::part::{Part, PartKind};
use super::place::Place;
use std::sync::Arc;

/// How far a step of the editor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing written.
    NotBegun,
    /// Something written, something missing.
    Begun,
    /// All that belongs there is written.
    Done,
}

impl Progress {
    fn of(written: usize, wanted: usize) -> Self {
        match written {
            0 => Self::NotBegun,
            _ if written >= wanted => Self::Done,
            _ => Self::Begun,
        }
    }
}

/// How far the part of a draft is that `place` stands for: [`Place::Unit`] the basic facts,
/// [`Place::PartHeading`] a part, [`Place::Preamble`], [`Place::Closing`] (with signature and
/// date), and any [`Place::Indicator`] the table.
pub fn progress(draft: &Draft, place: Place) -> Progress {
    match place {
        Place::PartHeading(kind) | Place::PartText(kind) => part(draft, kind),
        Place::Preamble => written(&[!draft.preamble.trim().is_empty()]),
        Place::Closing | Place::Signature | Place::Date => {
            written(&[!draft.closing.trim().is_empty(), draft.date.is_some()])
        }
        Place::Indicator(..) => {
            let rows = draft.indicators.iter().filter(|it| !it.name.trim().is_empty());
            let filled = rows.clone().filter(|it| matches!(it.value.number(), Ok(Some(_)))).count();
            Progress::of(filled, rows.count().max(1))
        }
        _ => written(&[!draft.unit.name.trim().is_empty()]),
    }
}

fn written(fields: &[bool]) -> Progress {
    Progress::of(fields.iter().filter(|written| **written).count(), fields.len())
}

fn part(draft: &Draft, kind: PartKind) -> Progress {
    let Some(part) = draft.part(kind) else { return Progress::NotBegun };
    if part.left_out {
        return Progress::Done;
    }
    if part.items.is_empty() {
        return written(&[!part.text.trim().is_empty()]);
    }
    let filled = (0..part.items.len()).filter(|index| is_written(&part.items, *index)).count();
    match (filled, part.text.trim().is_empty()) {
        (0, false) => Progress::Begun,
        _ => Progress::of(filled, part.items.len()),
    }
}

/// The items of a part in which nothing is written yet, but for what a template set.
pub fn unwritten_items(part: &Part) -> impl Iterator<Item = &Arc<Item>> {
    let unwritten = |index: &usize| !is_written(&part.items, *index);
    (0..part.items.len()).filter(unwritten).map(|index| &part.items[index])
}

/// An item is written when it says something, or when it is a heading over other items. The bare
/// heading that a template set, with its hint still beside it, is a question and no answer.
fn is_written(items: &[Arc<Item>], index: usize) -> bool {
    let item = &items[index];
    let says = !item.text.trim().is_empty() || !item.measure.is_empty();
    let own_heading = !item.heading.trim().is_empty() && item.hint.is_empty();
    let over_others = items.get(index + 1).is_some_and(|next| next.depth > item.depth);
    says || own_heading || (over_others && !item.heading.trim().is_empty())
}

/// Share of the report that is written, 0 to 100: each step counts the same, one begun counts half.
pub fn completeness(draft: &Draft) -> u8 {
    let table = draft.indicators.first().map(|it| Place::Indicator(it.id, super::Column::Value));
    let steps: Vec<Progress> = [Place::Unit, Place::Preamble, Place::Closing]
        .into_iter()
        .chain(table)
        .chain(draft.parts.iter().map(|part| Place::PartHeading(part.kind)))
        .map(|place| progress(draft, place))
        .collect();
    let points: usize = steps
        .iter()
        .map(|step| match step {
            Progress::NotBegun => 0,
            Progress::Begun => 1,
            Progress::Done => 2,
        })
        .sum();
    u8::try_from(points * 100 / (steps.len().max(1) * 2)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::super::DraftId;
    use super::super::edit;
    use super::*;

    #[test]
    fn an_empty_report_is_at_nothing_and_a_full_one_at_all() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        assert_eq!(completeness(&draft), 0);
        draft.unit.name = "团县委".into();
        draft.preamble = "开头".into();
        draft.closing = "结尾".into();
        draft.date = crate::text::date::parse("2026-07-01");
        for kind in PartKind::ALL {
            let id = edit::add_item(&mut draft, kind, None, 1).unwrap();
            assert_eq!(progress(&draft, Place::PartHeading(kind)), Progress::NotBegun);
            edit::set_text(&mut draft, Place::ItemText(id), "内容");
            assert_eq!(progress(&draft, Place::PartHeading(kind)), Progress::Done);
        }
        assert_eq!(completeness(&draft), 100);
        edit::add_item(&mut draft, PartKind::Plan, None, 1);
        assert_eq!(progress(&draft, Place::PartHeading(PartKind::Plan)), Progress::Begun);
    }

    #[test]
    fn the_headings_of_a_template_are_not_yet_writing() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let id = edit::add_item(&mut draft, PartKind::Work, None, 1).unwrap();
        draft.item_mut(id).unwrap().hint = "写次数和人数".into();
        edit::set_text(&mut draft, Place::ItemHeading(id), "加强组织建设");
        assert_eq!(progress(&draft, Place::PartHeading(PartKind::Work)), Progress::NotBegun);
        edit::add_item(&mut draft, PartKind::Work, Some(id), 2);
        assert_eq!(progress(&draft, Place::PartHeading(PartKind::Work)), Progress::Begun);
    }
}
