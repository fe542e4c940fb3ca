//! The order of the table of figures. A row moves with its parts (其中), which would otherwise be
//! read as parts of whatever stands above them.

use crate::draft::{Draft, IndicatorId};
use std::ops::Range;

/// The positions of a row and of the parts that follow it, and of theirs.
pub(super) fn rows_with_parts(draft: &Draft, index: usize) -> Range<usize> {
    let Some(row) = draft.indicators.get(index) else { return index..index };
    let mut within = vec![row.id];
    for row in &draft.indicators[index + 1..] {
        if !row.part_of.is_some_and(|whole| within.contains(&whole)) {
            break;
        }
        within.push(row.id);
    }
    index..index + within.len()
}

/// Moves a row with its parts by `by` rows of its own kind (−1 is up): a row over the rows beside
/// it, a part within its whole. `false` when it did not move.
pub fn move_indicator(draft: &mut Draft, id: IndicatorId, by: isize) -> bool {
    (0..by.unsigned_abs()).filter(|_| if by < 0 { step_up(draft, id) } else { step_down(draft, id) }).count()
        > 0
}

fn step_up(draft: &mut Draft, id: IndicatorId) -> bool {
    let Some(from) = position(draft, id) else { return false };
    let moved = rows_with_parts(draft, from);
    let whole = draft.indicators[from].part_of;
    let beside = (0..from)
        .rev()
        .find(|at| draft.indicators[*at].part_of == whole && rows_with_parts(draft, *at).end == moved.start);
    let to = match beside {
        Some(beside) => beside,
        // The first part of its whole.
        None if from == 0 || stands_within(draft, from) => return false,
        // A row that strayed from its whole, as a file edited by hand may hold one.
        None => from - 1,
    };
    draft.indicators[to..moved.end].rotate_left(moved.start - to);
    true
}

fn step_down(draft: &mut Draft, id: IndicatorId) -> bool {
    let Some(from) = position(draft, id) else { return false };
    let moved = rows_with_parts(draft, from);
    let Some(below) = draft.indicators.get(moved.end) else { return false };
    let to = if below.part_of == draft.indicators[from].part_of {
        rows_with_parts(draft, moved.end).end
    } else if stands_within(draft, from) {
        return false;
    } else {
        moved.end + 1
    };
    draft.indicators[moved.start..to].rotate_left(moved.len());
    true
}

/// Moves a row with its parts before the row `before`, or to the end, as dragging does. Where it
/// lands among the parts of another row, it becomes one of them; where it leaves its whole, it
/// is a part no longer.
pub fn move_indicator_to(draft: &mut Draft, id: IndicatorId, before: Option<IndicatorId>) -> bool {
    let Some(from) = position(draft, id) else { return false };
    let moved = rows_with_parts(draft, from);
    let own = |it: IndicatorId| draft.indicators[moved.clone()].iter().any(|row| row.id == it);
    if before.is_some_and(|before| own(before) || position(draft, before).is_none()) {
        return false;
    }
    let order: Vec<IndicatorId> = draft.indicators.iter().map(|row| row.id).collect();
    let old = draft.indicators[from].part_of;
    let next = before.and_then(|before| draft.indicator(before)).and_then(|row| row.part_of);
    let next = next.filter(|whole| !own(*whole));
    let rows: Vec<_> = draft.indicators.drain(moved).collect();
    let at = before.and_then(|before| position(draft, before)).unwrap_or(draft.indicators.len());
    // Behind the last part of its whole a row may still mean to be one of its parts.
    let stays = old
        .and_then(|whole| position(draft, whole))
        .is_some_and(|whole| rows_with_parts(draft, whole).end == at);
    draft.indicators.splice(at..at, rows);
    let whole = if stays { old } else { next };
    if whole != old
        && let Some(row) = draft.indicator_mut(id)
    {
        row.part_of = whole;
    }
    whole != old || draft.indicators.iter().map(|row| row.id).ne(order)
}

fn position(draft: &Draft, id: IndicatorId) -> Option<usize> {
    draft.indicators.iter().position(|row| row.id == id)
}

/// True for a part that stands under its whole.
fn stands_within(draft: &Draft, index: usize) -> bool {
    let whole = draft.indicators.get(index).and_then(|row| row.part_of);
    let whole = whole.and_then(|whole| position(draft, whole));
    whole.is_some_and(|whole| whole < index && rows_with_parts(draft, whole).contains(&index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, edit};
    use proptest::prelude::*;
    use std::sync::Arc;

    fn draft(sheet: &str) -> (Draft, Vec<IndicatorId>) {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let ids = edit::paste_rows(&mut draft, None, sheet);
        (draft, ids)
    }

    /// Names in order, parts behind a dash.
    fn shape(draft: &Draft) -> String {
        let name = |row: &Arc<crate::draft::Indicator>| {
            format!("{}{}", if row.part_of.is_some() { "-" } else { "" }, row.name)
        };
        draft.indicators.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    const GROUPS: &str = "甲\t3\n其中：一\t1\n其中：二\t2\n乙\t9\n其中：三\t9\n丙\t1";

    #[test]
    fn a_row_moves_within_the_table() {
        let (mut draft, ids) = draft("甲\t1\n乙\t2\n丙\t3");
        assert!(move_indicator(&mut draft, ids[2], -2));
        assert!(!move_indicator(&mut draft, ids[2], -1));
        assert!(!move_indicator(&mut draft, ids[1], 1));
        assert_eq!(shape(&draft), "丙 甲 乙");
    }

    #[test]
    fn a_row_moves_with_its_parts_and_a_part_within_its_whole() {
        let (mut draft, ids) = draft(GROUPS);
        assert!(move_indicator(&mut draft, ids[0], 1));
        assert_eq!(shape(&draft), "乙 -三 甲 -一 -二 丙");
        assert!(move_indicator(&mut draft, ids[5], -1));
        assert_eq!(shape(&draft), "乙 -三 丙 甲 -一 -二");
        assert!(move_indicator(&mut draft, ids[1], 1));
        assert!(!move_indicator(&mut draft, ids[1], 1));
        assert_eq!(shape(&draft), "乙 -三 丙 甲 -二 -一");
        assert!(!move_indicator(&mut draft, ids[2], -1));
    }

    #[test]
    fn a_dragged_row_belongs_where_it_lands() {
        let (mut draft, ids) = draft(GROUPS);
        assert!(move_indicator_to(&mut draft, ids[0], None));
        assert_eq!(shape(&draft), "乙 -三 丙 甲 -一 -二");
        assert!(!move_indicator_to(&mut draft, ids[0], Some(ids[2])));
        assert!(move_indicator_to(&mut draft, ids[1], None));
        assert_eq!(shape(&draft), "乙 -三 丙 甲 -二 -一");
        assert_eq!(draft.indicator(ids[1]).unwrap().part_of, Some(ids[0]));
        assert!(move_indicator_to(&mut draft, ids[1], Some(ids[3])));
        assert_eq!(shape(&draft), "一 乙 -三 丙 甲 -二");
        assert!(move_indicator_to(&mut draft, ids[5], Some(ids[2])));
        assert_eq!(shape(&draft), "一 乙 -三 甲 -丙 -二");
    }

    proptest! {
        /// However rows are moved, none is lost and every part stands under its whole.
        #[test]
        fn parts_stay_under_their_whole(keys in prop::collection::vec((0u8..3, 0usize..6, 0usize..7), 0..40)) {
            let (mut draft, ids) = draft(GROUPS);
            for (key, row, other) in keys {
                match key {
                    0 => move_indicator(&mut draft, ids[row], -1),
                    1 => move_indicator(&mut draft, ids[row], 1),
                    _ => move_indicator_to(&mut draft, ids[row], ids.get(other).copied()),
                };
                prop_assert_eq!(draft.indicators.len(), ids.len());
                for (at, it) in draft.indicators.iter().enumerate() {
                    prop_assert!(it.part_of.is_none() || stands_within(&draft, at), "{}", shape(&draft));
                }
            }
        }
    }
}
