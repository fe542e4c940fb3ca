//! Ids: each given once, none so high that new ones run out.

use crate::draft::{AttachmentId, Draft, IndicatorId, ItemId, Place, UnplacedId};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Far above any report, far below the end of the numbers, so that new ids never run out.
const HIGHEST_ID: u32 = 1 << 30;

/// Gives every row with an id that is taken or out of range the lowest free one. Whoever pointed
/// to a shared id goes on pointing to the first row that had it.
pub(super) fn renumber(draft: &mut Draft) -> usize {
    let items = || draft.parts.iter().flat_map(|part| &part.items).map(|item| item.id.0);
    let rows = || draft.indicators.iter().map(|row| row.id.0);
    let attachments = || draft.attachments.iter().map(|attachment| attachment.id.0);
    let unplaced = || draft.unplaced.iter().map(|passage| passage.id.0);
    let all = items().chain(rows()).chain(attachments()).chain(unplaced());
    let taken: HashSet<u32> = all.filter(|id| *id <= HIGHEST_ID).collect();
    let mut free = (1..=HIGHEST_ID).filter(|id| !taken.contains(id));
    let new_items = new_ids(items(), &mut free);
    let new_rows = new_ids(rows(), &mut free);
    let new_attachments = new_ids(attachments(), &mut free);
    let new_unplaced = new_ids(unplaced(), &mut free);

    let mut moved_items = HashMap::new();
    let mut renumbered = 0;
    let all = draft.parts.iter_mut().flat_map(|part| &mut part.items);
    for (item, id) in all.zip(new_items).filter(|(item, id)| item.id.0 != *id) {
        moved_items.entry(item.id).or_insert(ItemId(id));
        Arc::make_mut(item).id = ItemId(id);
        renumbered += 1;
    }
    for item in draft.parts.iter_mut().flat_map(|part| &mut part.items) {
        let to = item.answered_by.filter(|to| to.0 > HIGHEST_ID);
        if let Some(new) = to.and_then(|to| moved_items.get(&to)) {
            Arc::make_mut(item).answered_by = Some(*new);
        }
    }
    let mut moved_rows = HashMap::new();
    for (row, id) in draft.indicators.iter_mut().zip(new_rows).filter(|(row, id)| row.id.0 != *id) {
        moved_rows.entry(row.id).or_insert(IndicatorId(id));
        Arc::make_mut(row).id = IndicatorId(id);
        renumbered += 1;
    }
    let mut moved_attachments = HashMap::new();
    let all = draft.attachments.iter_mut().zip(new_attachments);
    for (attachment, id) in all.filter(|(attachment, id)| attachment.id.0 != *id) {
        moved_attachments.entry(attachment.id).or_insert(AttachmentId(id));
        Arc::make_mut(attachment).id = AttachmentId(id);
        renumbered += 1;
    }
    let all = draft.unplaced.iter_mut().zip(new_unplaced);
    for (passage, id) in all.filter(|(passage, id)| passage.id.0 != *id) {
        Arc::make_mut(passage).id = UnplacedId(id);
        renumbered += 1;
    }
    for row in &mut draft.indicators {
        let to = row.part_of.filter(|to| to.0 > HIGHEST_ID);
        if let Some(new) = to.and_then(|to| moved_rows.get(&to)) {
            Arc::make_mut(row).part_of = Some(*new);
        }
    }
    for ignored in &mut draft.ignored.places {
        ignored.place = match ignored.place {
            Place::Indicator(id, column) if id.0 > HIGHEST_ID => {
                Place::Indicator(moved_rows.get(&id).copied().unwrap_or(id), column)
            }
            Place::AttachmentTitle(id) if id.0 > HIGHEST_ID => {
                Place::AttachmentTitle(moved_attachments.get(&id).copied().unwrap_or(id))
            }
            Place::AttachmentText(id) if id.0 > HIGHEST_ID => {
                Place::AttachmentText(moved_attachments.get(&id).copied().unwrap_or(id))
            }
            place => place.with_item(|id| match moved_items.get(&id) {
                Some(new) if id.0 > HIGHEST_ID => *new,
                _ => id,
            }),
        };
    }
    if draft.next_id > HIGHEST_ID {
        draft.next_id = 1;
    }
    renumbered
}

fn new_ids(ids: impl Iterator<Item = u32>, free: &mut impl Iterator<Item = u32>) -> Vec<u32> {
    let mut seen = HashSet::new();
    let keeps = |id: &u32, seen: &mut HashSet<u32>| *id <= HIGHEST_ID && seen.insert(*id);
    ids.map(|id| if keeps(&id, &mut seen) { id } else { free.next().unwrap_or(id) }).collect()
}
