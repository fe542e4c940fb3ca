//! Repairs of a draft that can be read but breaks a rule: each keeps every character and is told.

mod ids;

use crate::draft::ignored::forget_lost;
use crate::draft::page_style::TextKind;
use crate::draft::{Draft, ItemId, PageStyle, Part};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

/// Something that was repaired; its words say what and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Two parts of one kind were made one.
    MergedParts(usize),
    /// A part nested in nothing stands for itself.
    UnnestedPart,
    /// Items, indicators, attachments or passages that shared an id have their own.
    RenumberedIds(usize),
    /// Items deeper than the numbering allows were raised.
    RaisedItems(usize),
    /// Problems that pointed to a plan item that is gone.
    LostAnswers(usize),
    /// Indicators that were parts of nothing, or of themselves.
    LostWholes(usize),
    /// Ignored findings or rules that were named twice, not at all, or in a field that is gone.
    LostIgnores(usize),
    /// Page settings that fit no paper went back to the standard.
    ResetPage,
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MergedParts(count) => write!(f, "有 {count} 个重复的部分，已并入前面的同名部分"),
            Self::UnnestedPart => f.write_str("第一部分前面没有可依附的部分，已改为独立部分"),
            Self::RenumberedIds(count) => write!(f, "有 {count} 个内部编号重复或越界，已重新编号"),
            Self::RaisedItems(count) => write!(f, "有 {count} 条的层次不合编号规则，已调整"),
            Self::LostAnswers(count) => {
                write!(f, "有 {count} 个问题对应的计划已不存在，对应关系已取消")
            }
            Self::LostWholes(count) => {
                write!(f, "有 {count} 个指标的「其中」关系找不到总项，已改为独立指标")
            }
            Self::LostIgnores(count) => {
                write!(f, "有 {count} 条忽略记录残缺、重复或找不到所在位置，已清除；相应的核对结果会重新列出")
            }
            Self::ResetPage => f.write_str("版式设置超出纸张范围，已恢复为国家标准版式"),
        }
    }
}

/// Repairs a draft and says what was done.
pub(super) fn repair(draft: &mut Draft) -> Vec<Repair> {
    let mut done = Vec::new();
    let mut note = |count: usize, repair: fn(usize) -> Repair| {
        if count > 0 {
            done.push(repair(count));
        }
    };
    note(merge_parts(draft), Repair::MergedParts);
    note(usize::from(unnest_first(draft)), |_| Repair::UnnestedPart);
    note(ids::renumber(draft), Repair::RenumberedIds);
    note(draft.parts.iter_mut().map(settle_depths).sum(), Repair::RaisedItems);
    note(drop_answers(draft), Repair::LostAnswers);
    note(drop_wholes(draft), Repair::LostWholes);
    note(drop_ignores(draft), Repair::LostIgnores);
    note(usize::from(!page_is_sound(&draft.page)), |_| Repair::ResetPage);
    if !page_is_sound(&draft.page) {
        draft.page = PageStyle::default();
    }
    done
}

/// A kind stands once in a report; what a second one holds goes to the end of the first.
fn merge_parts(draft: &mut Draft) -> usize {
    let before = draft.parts.len();
    let mut parts: Vec<Part> = Vec::with_capacity(before);
    for part in draft.parts.drain(..) {
        match parts.iter_mut().find(|it| it.kind == part.kind) {
            None => parts.push(part),
            Some(first) => {
                // Its heading is writing too; it becomes a line where the words differ.
                let heading = if part.heading == first.heading { "" } else { part.heading.as_str() };
                for text in [heading, part.text.as_str()].into_iter().filter(|text| !text.is_empty()) {
                    if !first.text.is_empty() {
                        first.text.push('\n');
                    }
                    first.text.push_str(text);
                }
                first.items.extend(part.items);
                first.left_out &= part.left_out;
            }
        }
    }
    draft.parts = parts;
    before - draft.parts.len()
}

fn unnest_first(draft: &mut Draft) -> bool {
    draft.parts.first_mut().is_some_and(|part| std::mem::take(&mut part.nested))
}

/// No item stands deeper than one below the item before it, nor below the deepest level.
fn settle_depths(part: &mut Part) -> usize {
    let deepest = part.deepest();
    let (mut before, mut raised) = (0, 0);
    for item in &mut part.items {
        let depth = item.depth.clamp(1, deepest).min(before + 1);
        if depth != item.depth {
            Arc::make_mut(item).depth = depth;
            raised += 1;
        }
        before = depth;
    }
    raised
}

fn drop_answers(draft: &mut Draft) -> usize {
    let known: HashSet<ItemId> =
        draft.parts.iter().flat_map(|part| &part.items).map(|item| item.id).collect();
    let mut dropped = 0;
    for item in draft.parts.iter_mut().flat_map(|part| &mut part.items) {
        if item.answered_by.is_some_and(|to| !known.contains(&to) || to == item.id) {
            Arc::make_mut(item).answered_by = None;
            dropped += 1;
        }
    }
    dropped
}

/// 其中 within 其中 goes no deeper in any report; a circle goes on for ever.
const MOST_WHOLES: usize = 8;

/// Drops 其中 where it leads nowhere or round in a circle.
fn drop_wholes(draft: &mut Draft) -> usize {
    let mut wholes: HashMap<_, _> = draft.indicators.iter().map(|row| (row.id, row.part_of)).collect();
    let mut dropped = 0;
    for row in &mut draft.indicators {
        let Some(whole) = row.part_of else { continue };
        let mut chain = std::iter::successors(Some(whole), |id| wholes.get(id).copied().flatten());
        let circle = chain.nth(MOST_WHOLES).is_some();
        if circle || !wholes.contains_key(&whole) {
            wholes.insert(row.id, None);
            Arc::make_mut(row).part_of = None;
            dropped += 1;
        }
    }
    dropped
}

/// Drops what ignores nothing. A place may be named twice: a field may hold two equal findings.
fn drop_ignores(draft: &mut Draft) -> usize {
    let ignored = &mut draft.ignored;
    let before = ignored.rules.len() + ignored.places.len();
    let mut seen = HashSet::new();
    ignored.rules.retain(|rule| !rule.trim().is_empty() && seen.insert(rule.clone()));
    ignored.places.retain(|place| !place.rule.trim().is_empty());
    forget_lost(draft);
    before - draft.ignored.rules.len() - draft.ignored.places.len()
}

/// Lengths within what a word processor takes (22 inches) and room for at least one character.
fn page_is_sound(page: &PageStyle) -> bool {
    const LONGEST: i32 = 31_680;
    let lengths = [page.paper_width, page.paper_height, page.top, page.bottom, page.left, page.right];
    let faces = TextKind::ALL.map(|kind| page.face(kind));
    let pitches = [page.line_pitch, page.title_pitch, page.table_pitch];
    let distances = [page.footer, page.row_height, page.cell_margin];
    let counts = [
        page.indent,
        page.title_gap,
        page.note_gap,
        page.signature_gap,
        page.signature_inset,
        page.date_inset,
        page.seal_inset,
        page.page_number_inset,
    ];
    let em = page.body.em_twips();
    lengths.iter().chain(&distances).all(|length| (0..=LONGEST).contains(length))
        && pitches.iter().all(|pitch| (1..=LONGEST).contains(pitch))
        && counts.iter().all(|count| *count <= 200)
        && (1..=200).contains(&page.characters)
        && faces.iter().all(|face| (2..=400).contains(&face.half_points))
        && page.text_width() >= em
        && page.text_height() >= page.line_pitch
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::page_style::{Preset, Setting};
    use crate::draft::{Column, DraftId, IgnoredPlace, Indicator, IndicatorId, Item, PartKind, Place};

    fn draft() -> Draft {
        Draft::new(DraftId("d".into()), "2026H1".parse().unwrap())
    }

    fn push(draft: &mut Draft, kind: PartKind, id: u32, depth: u8) {
        draft.part_mut(kind).unwrap().items.push(Arc::new(Item::new(ItemId(id), depth)));
    }

    fn row(draft: &mut Draft, id: u32, part_of: Option<u32>) {
        let mut row = Indicator::new(IndicatorId(id), "", "");
        row.part_of = part_of.map(IndicatorId);
        draft.indicators.push(Arc::new(row));
    }

    #[test]
    fn a_sound_draft_is_left_alone() {
        let mut draft = draft();
        push(&mut draft, PartKind::Problems, 1, 1);
        push(&mut draft, PartKind::Plan, 2, 1);
        draft.item_mut(ItemId(1)).unwrap().answered_by = Some(ItemId(2));
        row(&mut draft, 1, None);
        row(&mut draft, 3, Some(1));
        let before = draft.clone();
        assert_eq!(repair(&mut draft), []);
        assert_eq!(draft, before);
    }

    #[test]
    fn rows_that_share_an_id_can_be_edited_apart() {
        let mut draft = draft();
        for (kind, id) in [(PartKind::Work, 5), (PartKind::Plan, 5), (PartKind::Plan, u32::MAX)] {
            push(&mut draft, kind, id, 1);
        }
        push(&mut draft, PartKind::Problems, 9, 1);
        draft.item_mut(ItemId(9)).unwrap().answered_by = Some(ItemId(u32::MAX));
        for id in [5, 5, 0] {
            row(&mut draft, id, None);
        }
        assert_eq!(repair(&mut draft), [Repair::RenumberedIds(3)]);
        let plan = &draft.part(PartKind::Plan).unwrap().items;
        assert_eq!(draft.item(ItemId(9)).unwrap().answered_by, Some(plan[1].id));
        assert_eq!(plan.iter().map(|it| it.id.0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(draft.indicators.iter().map(|it| it.id.0).collect::<Vec<_>>(), [5, 3, 0]);
        let fresh = [draft.fresh_id(), draft.fresh_id()];
        assert!(fresh[0] != fresh[1] && fresh.iter().all(|id| draft.item(ItemId(*id)).is_none()));
    }

    #[test]
    fn relations_that_lead_nowhere_are_dropped() {
        let mut draft = draft();
        push(&mut draft, PartKind::Problems, 1, 1);
        draft.item_mut(ItemId(1)).unwrap().answered_by = Some(ItemId(77));
        for (id, whole) in [(1, Some(1)), (2, Some(3)), (3, Some(2)), (4, Some(99)), (5, Some(4))] {
            row(&mut draft, id, whole);
        }
        assert_eq!(repair(&mut draft), [Repair::LostAnswers(1), Repair::LostWholes(3)]);
        let wholes: Vec<_> = draft.indicators.iter().map(|it| it.part_of.map(|id| id.0)).collect();
        assert_eq!(wholes, [None, None, Some(2), None, Some(4)]);
    }

    #[test]
    fn what_ignores_nothing_is_dropped_and_the_rest_follows_its_row() {
        let ignored = |rule: &str, place| IgnoredPlace {
            rule: rule.into(),
            place,
            quote: "22".into(),
            stated: None,
            expected: None,
            before: String::new(),
            after: String::new(),
        };
        let mut draft = draft();
        for id in [1, u32::MAX] {
            push(&mut draft, PartKind::Work, id, 1);
        }
        row(&mut draft, u32::MAX, None);
        let cell = |id| Place::Indicator(IndicatorId(id), Column::Value);
        let places = [
            Place::ItemText(ItemId(1)),
            Place::ItemGoal(ItemId(7)),
            Place::ItemText(ItemId(u32::MAX)),
            cell(9),
        ];
        draft.ignored.places = places.map(|place| ignored("sum-mismatch", place)).to_vec();
        draft.ignored.places.extend([ignored("sum-mismatch", cell(u32::MAX)), ignored(" ", Place::Closing)]);
        // Two equal findings of one field may both be ignored.
        draft.ignored.places.extend([ignored("a", Place::Preamble), ignored("a", Place::Preamble)]);
        draft.ignored.rules = ["a", "", "b", "a"].map(String::from).to_vec();
        assert_eq!(repair(&mut draft), [Repair::RenumberedIds(2), Repair::LostIgnores(5)]);
        assert_eq!(draft.ignored.rules, ["a", "b"]);
        let kept: Vec<Place> = draft.ignored.places.iter().map(|it| it.place).collect();
        let text = |id| Place::ItemText(ItemId(id));
        assert_eq!(kept, [text(1), text(2), cell(3), Place::Preamble, Place::Preamble]);
        assert_eq!(repair(&mut draft), []);
    }

    #[test]
    fn two_parts_of_one_kind_become_one_and_lose_no_word() {
        let mut draft = draft();
        push(&mut draft, PartKind::Work, 1, 1);
        let mut second = Part::new(PartKind::Work, "其他工作");
        second.text = "另有几项工作。".into();
        second.items.push(Arc::new(Item::new(ItemId(2), 4)));
        draft.parts.push(second);
        assert_eq!(repair(&mut draft), [Repair::MergedParts(1), Repair::RaisedItems(1)]);
        let work = draft.part(PartKind::Work).unwrap();
        assert_eq!(work.text, "其他工作\n另有几项工作。");
        assert_eq!(work.items.iter().map(|it| it.depth).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(draft.parts.len(), 4);
    }

    #[test]
    fn a_page_that_fits_no_paper_goes_back_to_the_standard() {
        for (left, pitch) in [(i32::MIN, 579), (20_000, 579), (1588, 0), (1588, i32::MAX)] {
            let mut draft = draft();
            (draft.page.left, draft.page.line_pitch) = (left, pitch);
            draft.parts[0].nested = true;
            assert_eq!(repair(&mut draft), [Repair::UnnestedPart, Repair::ResetPage]);
            assert_eq!(draft.page, PageStyle::default());
        }
    }

    #[test]
    fn each_setting_that_no_word_processor_takes_sends_the_page_back_to_the_standard() {
        let breaks: [fn(&mut PageStyle); 13] = [
            |page| page.title_pitch = 0,
            |page| page.table_pitch = -1,
            |page| page.row_height = -1,
            |page| page.cell_margin = 40_000,
            |page| page.footer = -1,
            |page| page.indent = u16::MAX,
            |page| page.title_gap = 201,
            |page| page.note_gap = 201,
            |page| page.signature_gap = 201,
            |page| page.signature_inset = 201,
            |page| page.date_inset = 201,
            |page| page.seal_inset = 201,
            |page| page.page_number_inset = 201,
        ];
        for (at, broken) in breaks.into_iter().enumerate() {
            let mut draft = draft();
            broken(&mut draft.page);
            assert_eq!(repair(&mut draft), [Repair::ResetPage], "{at}");
            assert_eq!(draft.page, PageStyle::default());
        }
        // Whatever a field of the screen lets through is sound.
        for preset in Preset::ALL.map(Preset::page) {
            for (setting, typed) in
                Setting::ALL.into_iter().flat_map(|it| ["0", "1", "14", "60", "200"].map(|typed| (it, typed)))
            {
                let Ok(page) = setting.read(typed, &preset) else { continue };
                let mut draft = draft();
                draft.page = page.clone();
                assert_eq!((repair(&mut draft), draft.page), (vec![], page), "{setting:?} {typed}");
            }
        }
    }
}
