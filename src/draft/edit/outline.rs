//! Items: added, removed, moved, indented. An item moves with everything under it.

use crate::draft::ignored::forget_lost;
use crate::draft::{Draft, Item, ItemId, PartKind};
use std::ops::Range;
use std::sync::Arc;

/// The positions of an item and of all that stands under it, within its part's items.
pub fn subtree(items: &[Arc<Item>], index: usize) -> Range<usize> {
    let Some(root) = items.get(index) else { return index..index };
    let under = items[index + 1..].iter().take_while(|item| item.depth > root.depth).count();
    index..index + 1 + under
}

/// Adds an empty item behind `after` and all under it, or at the part's end; its depth is kept
/// within what the part and the item before it allow.
pub fn add_item(draft: &mut Draft, kind: PartKind, after: Option<ItemId>, depth: u8) -> Option<ItemId> {
    let id = ItemId(draft.fresh_id());
    let part = draft.part_mut(kind)?;
    let at = match after {
        None => part.items.len(),
        Some(after) => {
            let index = part.items.iter().position(|item| item.id == after)?;
            // A deeper item is the first child of `after`; otherwise it follows the whole subtree.
            if depth > part.items[index].depth { index + 1 } else { subtree(&part.items, index).end }
        }
    };
    let deepest = part.deepest();
    part.items.insert(at, Arc::new(Item::new(id, depth.clamp(1, deepest))));
    settle_depths(&mut part.items, deepest);
    Some(id)
}

/// Removes an item and all under it; gives back how many items went. A problem that pointed to
/// one of them points nowhere, and what was ignored in them is forgotten.
pub fn remove_item(draft: &mut Draft, id: ItemId) -> usize {
    let Some((kind, index)) = draft.find_item(id).map(|(part, index)| (part.kind, index)) else {
        return 0;
    };
    let Some(part) = draft.part_mut(kind) else { return 0 };
    let gone: Vec<Arc<Item>> = part.items.drain(subtree(&part.items, index)).collect();
    let pointing: Vec<ItemId> = draft
        .parts
        .iter()
        .flat_map(|part| &part.items)
        .filter(|item| item.answered_by.is_some_and(|to| gone.iter().any(|item| item.id == to)))
        .map(|item| item.id)
        .collect();
    for id in pointing {
        if let Some(item) = draft.item_mut(id) {
            item.answered_by = None;
        }
    }
    forget_lost(draft);
    gone.len()
}

/// Moves an item with all under it before the item of the same depth above it.
pub fn move_up(draft: &mut Draft, id: ItemId) -> bool {
    with_items(draft, id, |items, index| {
        let depth = items[index].depth;
        let above = items[..index].iter().rposition(|item| item.depth <= depth);
        let Some(above) = above.filter(|above| items[*above].depth == depth) else { return false };
        let moved = subtree(items, index);
        items[above..moved.end].rotate_left(moved.start - above);
        true
    })
}

/// Moves an item with all under it behind the item of the same depth below it.
pub fn move_down(draft: &mut Draft, id: ItemId) -> bool {
    with_items(draft, id, |items, index| {
        let moved = subtree(items, index);
        match items.get(moved.end) {
            Some(below) if below.depth == items[index].depth => {}
            _ => return false,
        }
        let below = subtree(items, moved.end);
        items[moved.start..below.end].rotate_left(moved.len());
        true
    })
}

/// Moves an item with all under it into `kind`, before the item `before` or to the end, as
/// dragging does. An item cannot be moved into itself.
pub fn move_to(draft: &mut Draft, id: ItemId, kind: PartKind, before: Option<ItemId>) -> bool {
    let Some((from, index)) = draft.find_item(id).map(|(part, index)| (part.kind, index)) else {
        return false;
    };
    let Some(target) = draft.part(kind) else { return false };
    let Some(source) = draft.part(from) else { return false };
    let moved = subtree(&source.items, index);
    if before.is_some_and(|before| source.items[moved.clone()].iter().any(|item| item.id == before))
        || before.is_some_and(|before| !target.items.iter().any(|item| item.id == before))
    {
        return false;
    }
    let Some(source) = draft.part_mut(from) else { return false };
    let rows: Vec<Arc<Item>> = source.items.drain(moved).collect();
    let deepest = source.deepest();
    settle_depths(&mut source.items, deepest);
    let Some(target) = draft.part_mut(kind) else { return false };
    let at = before
        .and_then(|before| target.items.iter().position(|item| item.id == before))
        .unwrap_or(target.items.len());
    target.items.splice(at..at, rows);
    let deepest = target.deepest();
    settle_depths(&mut target.items, deepest);
    true
}

/// Puts an item with all under it one level deeper; not below the deepest level and not more
/// than one level below the item before it.
pub fn indent(draft: &mut Draft, id: ItemId) -> bool {
    let Some((part, index)) = draft.find_item(id) else { return false };
    let deepest = part.deepest();
    with_items(draft, id, |items, _| {
        let rows = subtree(items, index);
        let room = index.checked_sub(1).is_some_and(|before| items[before].depth >= items[index].depth);
        if !room || items[rows.clone()].iter().any(|item| item.depth >= deepest) {
            return false;
        }
        items[rows].iter_mut().for_each(|item| Arc::make_mut(item).depth += 1);
        true
    })
}

/// Puts an item with all under it one level higher.
pub fn outdent(draft: &mut Draft, id: ItemId) -> bool {
    with_items(draft, id, |items, index| {
        if items[index].depth <= 1 {
            return false;
        }
        let rows = subtree(items, index);
        items[rows].iter_mut().for_each(|item| Arc::make_mut(item).depth -= 1);
        true
    })
}

/// Copies an item with all under it behind itself; gives the copy's id.
pub fn duplicate_item(draft: &mut Draft, id: ItemId) -> Option<ItemId> {
    let (part, index) = draft.find_item(id)?;
    let (kind, rows) = (part.kind, subtree(&part.items, index));
    let mut copies: Vec<Item> = part.items[rows.clone()].iter().map(|item| (**item).clone()).collect();
    for copy in &mut copies {
        copy.id = ItemId(draft.fresh_id());
    }
    let first = copies.first()?.id;
    draft.part_mut(kind)?.items.splice(rows.end..rows.end, copies.into_iter().map(Arc::new));
    Some(first)
}

fn with_items(
    draft: &mut Draft,
    id: ItemId,
    change: impl FnOnce(&mut Vec<Arc<Item>>, usize) -> bool,
) -> bool {
    let Some((kind, index)) = draft.find_item(id).map(|(part, index)| (part.kind, index)) else {
        return false;
    };
    draft.part_mut(kind).is_some_and(|part| change(&mut part.items, index))
}

/// No item may stand deeper than one below the item before it, nor below the deepest level: a
/// numbering with a missing level would be wrong on paper.
pub(super) fn settle_depths(items: &mut [Arc<Item>], deepest: u8) {
    let mut before = 0;
    for item in items {
        let depth = item.depth.clamp(1, deepest).min(before + 1);
        if depth != item.depth {
            Arc::make_mut(item).depth = depth;
        }
        before = depth;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, Place, edit};
    use proptest::prelude::*;

    fn draft(depths: &[u8]) -> Draft {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        for (number, depth) in depths.iter().enumerate() {
            let id = ItemId(draft.fresh_id());
            let mut item = Item::new(id, *depth);
            item.heading = number.to_string();
            draft.part_mut(PartKind::Work).unwrap().items.push(Arc::new(item));
        }
        draft
    }

    fn shape(draft: &Draft) -> String {
        let items = &draft.part(PartKind::Work).unwrap().items;
        let words: Vec<String> =
            items.iter().map(|item| format!("{}{}", "-".repeat(item.depth.into()), item.heading)).collect();
        words.join(" ")
    }

    fn id(draft: &Draft, index: usize) -> ItemId {
        draft.part(PartKind::Work).unwrap().items[index].id
    }

    #[test]
    fn an_item_moves_with_all_under_it() {
        let mut it = draft(&[1, 2, 1, 2, 3]);
        let third = id(&it, 2);
        assert!(move_up(&mut it, third));
        assert_eq!(shape(&it), "-2 --3 ---4 -0 --1");
        assert!(!move_up(&mut it, third));
        assert!(move_down(&mut it, third));
        assert_eq!(shape(&it), "-0 --1 -2 --3 ---4");
        assert!(!move_down(&mut it, third));
    }

    #[test]
    fn an_item_does_not_leave_the_one_it_stands_under() {
        let mut it = draft(&[1, 2, 1, 2]);
        let (child, second) = (id(&it, 3), id(&it, 1));
        assert!(!move_up(&mut it, child));
        assert!(!move_down(&mut it, second));
    }

    #[test]
    fn levels_never_skip() {
        let mut it = draft(&[1, 1, 2]);
        let (first, second) = (id(&it, 0), id(&it, 1));
        assert!(!indent(&mut it, first));
        assert!(indent(&mut it, second));
        assert_eq!(shape(&it), "-0 --1 ---2");
        assert!(!indent(&mut it, second));
        assert!(outdent(&mut it, second));
        assert_eq!(shape(&it), "-0 -1 --2");
    }

    #[test]
    fn removing_an_item_removes_all_under_it_and_unties_problems() {
        let mut it = draft(&[1, 2, 1]);
        let (first, second) = (id(&it, 0), id(&it, 1));
        let problem = add_item(&mut it, PartKind::Problems, None, 1).unwrap();
        it.item_mut(problem).unwrap().answered_by = Some(second);
        assert_eq!(remove_item(&mut it, first), 2);
        assert_eq!(shape(&it), "-2");
        assert_eq!(it.item(problem).unwrap().answered_by, None);
        assert_eq!(remove_item(&mut it, first), 0);
    }

    #[test]
    fn dragging_goes_anywhere_but_into_itself() {
        let mut it = draft(&[1, 2, 1]);
        let (first, second, third) = (id(&it, 0), id(&it, 1), id(&it, 2));
        assert!(!move_to(&mut it, first, PartKind::Work, Some(second)));
        assert!(move_to(&mut it, third, PartKind::Work, Some(first)));
        assert_eq!(shape(&it), "-2 -0 --1");
        assert!(move_to(&mut it, second, PartKind::Plan, None));
        assert_eq!(it.part(PartKind::Plan).unwrap().items[0].depth, 1);
    }

    #[test]
    fn a_copy_has_ids_of_its_own() {
        let mut it = draft(&[1, 2]);
        let first = id(&it, 0);
        let copy = duplicate_item(&mut it, first).unwrap();
        assert_eq!(shape(&it), "-0 --1 -0 --1");
        edit::set_text(&mut it, Place::ItemHeading(copy), "x");
        assert_eq!(shape(&it), "-0 --1 -x --1");
    }

    proptest! {
        /// Whatever is pressed, no level is skipped, no item is lost or doubled.
        #[test]
        fn the_outline_stays_whole(keys in prop::collection::vec((0u8..6, 0usize..8), 0..60)) {
            let mut it = draft(&[1, 2, 3, 1, 2, 1]);
            for (key, index) in keys {
                let items = &it.part(PartKind::Work).unwrap().items;
                let Some(item) = items.get(index % items.len().max(1)) else { break };
                let id = item.id;
                match key {
                    0 => { move_up(&mut it, id); }
                    1 => { move_down(&mut it, id); }
                    2 => { indent(&mut it, id); }
                    3 => { outdent(&mut it, id); }
                    4 => { add_item(&mut it, PartKind::Work, Some(id), 2); }
                    _ => { move_to(&mut it, id, PartKind::Work, None); }
                }
                let items = &it.part(PartKind::Work).unwrap().items;
                let mut before = 0;
                for item in items {
                    prop_assert!(item.depth >= 1 && item.depth <= 3 && item.depth <= before + 1);
                    before = item.depth;
                }
                let mut ids: Vec<_> = items.iter().map(|item| item.id).collect();
                ids.sort();
                ids.dedup();
                prop_assert_eq!(ids.len(), items.len());
            }
        }
    }
}
