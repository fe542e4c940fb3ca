//! Laws: any draft comes back as it was, and any text is a draft or is kept.

use super::{draft, is_kept};
use proptest::prelude::*;
use qinggao::draft::{Column, Draft, IgnoredPlace, IndicatorId, ItemId, PartKind, Place, edit};
use qinggao::storage::{Stored, read_backup, read_draft, restore, write_backup};

/// One press of a key or button.
#[derive(Clone, Debug)]
enum Press {
    Add(usize, u8),
    Heading(usize, String),
    Text(usize, String),
    Goal(usize, String),
    Indent(usize),
    Outdent(usize),
    Move(usize, usize),
    Remove(usize),
    Duplicate(usize),
    Answer(usize, usize),
    Row(String, String),
    RemoveRow(usize),
    Nest(usize),
    LeaveOut(usize),
    IgnoreRule(String),
    IgnorePlace(usize, String),
    IgnoreCell(usize),
}

fn press() -> impl Strategy<Value = Press> {
    let part = 0..4usize;
    let item = 0..12usize;
    prop_oneof![
        4 => (part.clone(), 1..5u8).prop_map(|(part, depth)| Press::Add(part, depth)),
        2 => (item.clone(), any::<String>()).prop_map(|(at, text)| Press::Heading(at, text)),
        2 => (item.clone(), any::<String>()).prop_map(|(at, text)| Press::Text(at, text)),
        1 => (item.clone(), any::<String>()).prop_map(|(at, text)| Press::Goal(at, text)),
        1 => item.clone().prop_map(Press::Indent),
        1 => item.clone().prop_map(Press::Outdent),
        1 => (item.clone(), part.clone()).prop_map(|(at, part)| Press::Move(at, part)),
        1 => item.clone().prop_map(Press::Remove),
        1 => item.clone().prop_map(Press::Duplicate),
        1 => (item.clone(), item.clone()).prop_map(|(from, to)| Press::Answer(from, to)),
        2 => (any::<String>(), "[0-9.万]{0,6}").prop_map(|(name, value)| Press::Row(name, value)),
        1 => (0..6usize).prop_map(Press::RemoveRow),
        1 => part.clone().prop_map(Press::Nest),
        1 => part.prop_map(Press::LeaveOut),
        1 => "[a-z-]{1,3}".prop_map(Press::IgnoreRule),
        1 => (item, any::<String>()).prop_map(|(at, quote)| Press::IgnorePlace(at, quote)),
        1 => (0..6usize).prop_map(Press::IgnoreCell),
    ]
}

fn ignored(place: Place, quote: &str) -> IgnoredPlace {
    IgnoredPlace {
        rule: "rate-mismatch".into(),
        place,
        quote: quote.into(),
        stated: Some(quote.into()),
        expected: None,
        before: quote.into(),
        after: String::new(),
    }
}

fn apply(draft: &mut Draft, press: Press) {
    let ids: Vec<ItemId> = draft.parts.iter().flat_map(|part| &part.items).map(|item| item.id).collect();
    let rows: Vec<IndicatorId> = draft.indicators.iter().map(|row| row.id).collect();
    let id = |at: usize| ids.get(at).copied().unwrap_or(ItemId(0));
    match press {
        Press::Add(part, depth) => drop(edit::add_item(draft, PartKind::ALL[part], None, depth)),
        Press::Heading(at, text) => drop(edit::set_heading(draft, Place::ItemHeading(id(at)), &text)),
        Press::Text(at, text) => drop(edit::set_text(draft, Place::ItemText(id(at)), &text)),
        Press::Goal(at, text) => drop(edit::set_text(draft, Place::ItemGoal(id(at)), &text)),
        Press::Indent(at) => drop(edit::indent(draft, id(at))),
        Press::Outdent(at) => drop(edit::outdent(draft, id(at))),
        Press::Move(at, part) => drop(edit::move_to(draft, id(at), PartKind::ALL[part], None)),
        Press::Remove(at) => drop(edit::remove_item(draft, id(at))),
        Press::Duplicate(at) => drop(edit::duplicate_item(draft, id(at))),
        Press::Answer(from, to) => {
            let answer = Some(id(to)).filter(|to| draft.item(*to).is_some() && *to != id(from));
            if let Some(item) = draft.item_mut(id(from)) {
                item.answered_by = answer;
            }
        }
        Press::Row(name, value) => {
            let row = edit::add_indicator(draft, rows.last().copied());
            edit::rename_indicator(draft, row, &name);
            edit::set_text(draft, Place::Indicator(row, Column::Value), &value);
            if let Some(indicator) = draft.indicator_mut(row) {
                indicator.part_of = rows.first().copied();
            }
        }
        Press::RemoveRow(at) => {
            edit::remove_indicator(draft, rows.get(at).copied().unwrap_or(IndicatorId(0)));
        }
        Press::Nest(part) => {
            let empty = draft.parts[part].items.is_empty();
            draft.parts[part].nested = part > 0 && empty;
        }
        Press::IgnoreRule(rule) => draft.ignored.add_rule(&rule),
        Press::IgnorePlace(at, quote) if draft.item(id(at)).is_some() => {
            draft.ignored.add_place(ignored(Place::ItemText(id(at)), &quote));
        }
        Press::IgnorePlace(..) => {}
        Press::IgnoreCell(at) => {
            if let Some(row) = rows.get(at) {
                draft.ignored.add_place(ignored(Place::Indicator(*row, Column::Target), "12"));
            }
        }
        Press::LeaveOut(part) => draft.parts[part].left_out = !draft.parts[part].left_out,
    }
}

proptest! {
    #[test]
    fn any_draft_made_in_the_editor_comes_back_as_it_was(
        presses in prop::collection::vec(press(), 0..40),
        preamble in any::<String>(),
        revision in any::<u64>(),
        trashed_at in any::<Option<u64>>(),
    ) {
        let mut written = draft("d", &preamble);
        for press in presses {
            apply(&mut written, press);
        }
        let mut stored = Stored::new(written, "w", 3);
        (stored.revision, stored.trashed_at) = (revision, trashed_at);
        prop_assert_eq!(restore(&stored.to_text()), Ok(stored.clone()));
        prop_assert_eq!(read_backup(write_backup(std::slice::from_ref(&stored), 1).as_bytes()), Ok(vec![stored]));
    }

    #[test]
    fn any_text_is_a_draft_or_is_kept(text in any::<String>()) {
        let _ = is_kept(&text);
    }

    #[test]
    fn any_bytes_are_a_backup_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_backup(&bytes);
        let _ = read_draft(&bytes);
        let _ = is_kept(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn bytes_that_resemble_a_draft_are_a_draft_or_are_kept(
        text in r#"(\{|\}|\[|\]|,|:|"(app|kind|schema|draft|qinggao|id|parts)"|1|null| ){0,30}"#,
    ) {
        let _ = is_kept(&text);
        let _ = read_draft(text.as_bytes());
    }

    /// A draft written by hand may break every rule; it opens, and afterwards none is broken.
    #[test]
    fn a_repaired_draft_needs_no_second_repair(
        items in prop::collection::vec((0..4usize, prop::sample::select(vec![0, 1, 2, 3, u32::MAX]), 0..9u8, prop::option::of(0..5u32)), 0..12),
        rows in prop::collection::vec((0..5u32, prop::option::of(0..6u32)), 0..8),
        ignored in prop::collection::vec(("[a-b ]{0,1}", 0..6u32), 0..6),
        next_id in any::<u32>(),
        left in any::<i32>(),
    ) {
        let kinds = ["work", "work", "plan", "problems"];
        let parts: Vec<_> = kinds.iter().enumerate().map(|(at, kind)| serde_json::json!({
            "kind": kind, "heading": format!("部分{at}"), "nested": at % 2 == 0,
            "items": items.iter().filter(|it| it.0 == at).map(|(_, id, depth, to)| serde_json::json!({
                "id": id, "depth": depth, "heading": "条", "answered_by": to,
            })).collect::<Vec<_>>(),
        })).collect();
        let rows: Vec<_> = rows.iter().map(|(id, whole)| serde_json::json!({
            "id": id, "name": "数", "part_of": whole,
        })).collect();
        let places: Vec<_> = ignored.iter().map(|(rule, id)| serde_json::json!({
            "rule": rule, "place": {"item_text": id}, "quote": "",
        })).collect();
        let rules: Vec<_> = ignored.iter().map(|(rule, _)| rule).collect();
        let by_hand = serde_json::json!({
            "id": "d", "period": {"year": 2026, "span": "first_half"}, "parts": parts,
            "indicators": rows, "next_id": next_id, "page": {"left": left},
            "ignored": {"rules": rules, "places": places},
        });
        let opened = read_draft(by_hand.to_string().as_bytes()).unwrap();
        prop_assert_eq!(opened.parts.iter().map(|part| part.items.len()).sum::<usize>(), items.len());
        let again = restore(&Stored::new(opened.clone(), "w", 1).to_text()).unwrap();
        prop_assert_eq!((again.draft, again.notes), (opened.clone(), vec![]));
        let fresh = { let mut draft = opened.clone(); draft.fresh_id() };
        prop_assert!(opened.item(ItemId(fresh)).is_none());
    }
}
