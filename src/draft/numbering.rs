//! Ordinals of all headings, counted anew from the order of the draft; none is ever stored.

use super::id::ItemId;
use super::model::Draft;
use super::part::PartKind;
use crate::text::ordinal::{self, DEEPEST, Level};
use std::collections::HashMap;

/// A heading's level and ordinal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// 1 to 4.
    pub level: Level,
    /// 一、 (一) 1. (1); empty for an item without a heading.
    pub ordinal: String,
}

/// The ordinals of a draft's headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbering {
    parts: HashMap<PartKind, Numbered>,
    items: HashMap<ItemId, Numbered>,
}

impl Numbering {
    /// Counts the headings of a draft. Parts that are left out count nothing; an item without a
    /// heading is bare paragraphs and takes no number.
    pub fn of(draft: &Draft) -> Self {
        let mut numbering = Self::default();
        let mut counters = [0usize; DEEPEST as usize];
        for part in draft.parts.iter().filter(|part| !part.left_out) {
            let heading = count(&mut counters, part.level());
            numbering.parts.insert(part.kind, heading);
            for item in &part.items {
                let level = part.level_at(item.depth);
                let numbered = if item.heading.trim().is_empty() {
                    Numbered { level, ordinal: String::new() }
                } else {
                    count(&mut counters, level)
                };
                numbering.items.insert(item.id, numbered);
            }
        }
        numbering
    }

    /// A part's heading; `None` when it is left out or missing.
    pub fn part(&self, kind: PartKind) -> Option<&Numbered> {
        self.parts.get(&kind)
    }

    /// An item's heading; `None` when its part is left out.
    pub fn item(&self, id: ItemId) -> Option<&Numbered> {
        self.items.get(&id)
    }
}

fn count(counters: &mut [usize; DEEPEST as usize], level: Level) -> Numbered {
    let index = usize::from(level.clamp(1, DEEPEST)) - 1;
    counters[index] += 1;
    counters[index + 1..].fill(0);
    Numbered { level, ordinal: ordinal::write(level, counters[index]) }
}

#[cfg(test)]
mod tests {
    use super::super::{DraftId, Item};
    use super::*;
    use std::sync::Arc;

    fn with_items(depths: &[(PartKind, u8)]) -> Draft {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        for (number, (kind, depth)) in depths.iter().enumerate() {
            let mut item = Item::new(ItemId(number as u32), *depth);
            item.heading = "加强".into();
            draft.part_mut(*kind).unwrap().items.push(Arc::new(item));
        }
        draft
    }

    fn ordinals(draft: &Draft) -> Vec<String> {
        let numbering = Numbering::of(draft);
        let items = draft.parts.iter().flat_map(|part| &part.items);
        items.filter_map(|item| numbering.item(item.id).map(|n| n.ordinal.clone())).collect()
    }

    #[test]
    fn each_level_counts_within_the_one_above() {
        use PartKind::{Plan, Work};
        let draft =
            with_items(&[(Work, 1), (Work, 2), (Work, 3), (Work, 2), (Work, 1), (Work, 2), (Plan, 1)]);
        assert_eq!(ordinals(&draft), ["（一）", "1.", "（1）", "2.", "（二）", "1.", "（一）"]);
    }

    #[test]
    fn a_part_left_out_takes_no_number() {
        let mut draft = with_items(&[(PartKind::Plan, 1)]);
        draft.part_mut(PartKind::Experience).unwrap().left_out = true;
        let numbering = Numbering::of(&draft);
        assert_eq!(numbering.part(PartKind::Plan).unwrap().ordinal, "三、");
        assert_eq!(numbering.part(PartKind::Experience), None);
    }

    #[test]
    fn a_nested_part_continues_the_count_of_the_part_around_it() {
        use PartKind::{Experience, Plan, Work};
        let mut draft = with_items(&[(Work, 1), (Work, 1), (Experience, 1), (Plan, 1)]);
        draft.part_mut(Experience).unwrap().nested = true;
        draft.part_mut(PartKind::Problems).unwrap().left_out = true;
        let numbering = Numbering::of(&draft);
        assert_eq!(numbering.part(Experience).unwrap().ordinal, "（三）");
        assert_eq!(ordinals(&draft), ["（一）", "（二）", "1.", "（一）"]);
        assert_eq!(numbering.part(Plan).unwrap().ordinal, "二、");
    }

    #[test]
    fn bare_paragraphs_take_no_number() {
        let mut draft = with_items(&[(PartKind::Work, 1), (PartKind::Work, 1)]);
        draft.item_mut(ItemId(0)).unwrap().heading = " ".into();
        assert_eq!(ordinals(&draft), ["", "（一）"]);
    }
}
