//! What is stored comes back, whatever happened to it; what cannot be read is kept.

mod backup;
mod copies;
mod laws;
mod store;

use qinggao::draft::{Column, DocumentOptions, Draft, DraftId, Ignored, IndicatorId, ItemId, Place};
use qinggao::storage::{
    Backend, Drafts, Entry, Memory, PREFIX, SCHEMA, StorageError, Stored, Unreadable, restore,
};

const SMALL: &str = include_str!("../drafts/v4/small.json");
const FULL: &str = include_str!("../drafts/v4/full.json");

/// What earlier builds stored.
const SMALL_1: &str = include_str!("../drafts/v1/small.json");
const FULL_1: &str = include_str!("../drafts/v1/full.json");
const SMALL_2: &str = include_str!("../drafts/v2/small.json");
const FULL_2: &str = include_str!("../drafts/v2/full.json");
const SMALL_3: &str = include_str!("../drafts/v3/small.json");
const FULL_3: &str = include_str!("../drafts/v3/full.json");

fn draft(id: &str, text: &str) -> Draft {
    let mut draft = Draft::new(DraftId(id.into()), "2026H1".parse().unwrap());
    draft.preamble = text.into();
    draft
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// Whatever stands in the store: it is listed, and neither listing nor saving changes it unless
/// it could be read.
fn is_kept(raw: &str) -> Result<Stored, Unreadable> {
    let memory = Memory::default();
    memory.set(&key("d"), raw).unwrap();
    let drafts = Drafts::new(&memory, "w");
    let listed = drafts.list().unwrap();
    assert_eq!(listed.len(), 1);
    match listed.into_iter().next().unwrap() {
        Entry::Readable(stored) => Ok(stored),
        Entry::Unreadable { raw: shown, why, .. } => {
            assert_eq!(shown, raw);
            assert!(matches!(drafts.save(&draft("d", ""), 1), Err(StorageError::WouldOverwrite(_))));
            assert_eq!(drafts.load(&DraftId("d".into())), Err(StorageError::Unreadable(why.clone())));
            assert!(drafts.trash(&DraftId("d".into()), 1).is_err());
            assert!(drafts.delete_for_ever(&DraftId("d".into())).is_err());
            assert_eq!(memory.get(&key("d")).unwrap().as_deref(), Some(raw));
            Err(why)
        }
    }
}

#[test]
fn drafts_of_every_form_that_shipped_open_and_save_to_the_same() {
    for text in [SMALL, FULL, SMALL_1, FULL_1, SMALL_2, FULL_2, SMALL_3, FULL_3] {
        let stored = restore(text).unwrap();
        assert_eq!(stored.notes, []);
        assert_eq!(restore(&stored.to_text()).unwrap(), stored);
    }
    for text in [SMALL, FULL] {
        let resaved: serde_json::Value = serde_json::from_str(&restore(text).unwrap().to_text()).unwrap();
        assert_eq!(resaved, serde_json::from_str::<serde_json::Value>(text).unwrap());
    }
    for text in [FULL, FULL_1, FULL_2, FULL_3] {
        let full = restore(text).unwrap();
        assert_eq!(full.draft.parts.iter().map(|part| part.items.len()).sum::<usize>(), 7);
        assert_eq!(full.trashed_at, Some(1_782_950_400_000));
        assert!(full.draft.indicators.iter().any(|row| row.part_of.is_some() && row.cutoff.is_some()));
    }
}

#[test]
fn a_draft_stored_before_anything_could_be_ignored_ignores_nothing_and_keeps_every_word() {
    for (first, second) in [(SMALL_1, SMALL_2), (FULL_1, FULL_2)] {
        let (first, second) = (restore(first).unwrap(), restore(second).unwrap());
        assert!(first.draft.ignored.is_empty());
        let mut second = second.draft;
        second.ignored = Ignored::default();
        second.preamble.clone_from(&first.draft.preamble);
        assert_eq!(first.draft, second);
    }
}

#[test]
fn a_draft_stored_before_there_were_attachments_has_none_and_keeps_every_word() {
    for (second, third) in [(SMALL_2, SMALL_3), (FULL_2, FULL_3)] {
        let (second, mut third) = (restore(second).unwrap().draft, restore(third).unwrap().draft);
        assert!(second.attachments.is_empty() && second.options == DocumentOptions::default());
        third.attachments.clear();
        (third.options, third.next_id) = (DocumentOptions::default(), second.next_id);
        assert_eq!(second, third);
    }
    let attached = restore(FULL_3).unwrap().draft;
    assert_eq!(attached.attachments[0].title, "重点项目进展表");
    assert!(attached.options.cover && attached.options.length_limit == Some(3000));
}

#[test]
fn a_draft_stored_before_there_was_a_tray_has_an_empty_one_and_keeps_every_word() {
    for (third, fourth) in [(SMALL_3, SMALL), (FULL_3, FULL)] {
        let (third, mut fourth) = (restore(third).unwrap().draft, restore(fourth).unwrap().draft);
        assert!(third.unplaced.is_empty());
        fourth.unplaced.clear();
        fourth.next_id = third.next_id;
        assert_eq!(third, fourth);
    }
    assert_eq!(restore(FULL).unwrap().draft.unplaced[0].text, "联系人：张三\n部门\t人数\n宣传部\t3");
}

#[test]
fn what_was_ignored_is_ignored_when_the_draft_is_opened_again() {
    let ignored = restore(FULL).unwrap().draft.ignored;
    assert_eq!(ignored.rules, ["missing-unit", "empty-item"]);
    let places: Vec<Place> = ignored.places.iter().map(|it| it.place).collect();
    let cell = Place::Indicator(IndicatorId(8), Column::Value);
    assert_eq!(places, [Place::Preamble, cell, Place::ItemText(ItemId(5))]);
    assert_eq!(ignored.places[0].before, "以下工作。办活动");
    assert_eq!(ignored.places[2].expected.as_deref(), Some("7"));
}

#[test]
fn a_text_cut_at_any_place_is_kept() {
    let text = restore(SMALL).unwrap().to_text();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let why = is_kept(&text[..end]).unwrap_err();
        assert!(matches!(why, Unreadable::Broken { .. }), "{end}: {why:?}");
    }
}

#[test]
fn a_byte_flipped_at_any_place_is_found() {
    let whole = restore(SMALL).unwrap();
    let text = whole.to_text();
    for at in 0..text.len() {
        for mask in [0x01, 0x20, 0x80] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= mask;
            // The browser hands out text; a byte that is none arrives as a replacement character.
            let flipped = String::from_utf8_lossy(&bytes);
            assert!(is_kept(&flipped).is_err(), "byte {at}, mask {mask:#x}");
        }
    }
}

#[test]
fn json_of_wrong_types_is_kept() {
    let text = restore(SMALL).unwrap().to_text();
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut names: Vec<String> = whole.as_object().unwrap().keys().map(|key| format!("/{key}")).collect();
    names.extend(whole["draft"].as_object().unwrap().keys().map(|key| format!("/draft/{key}")));
    assert!(names.len() > 20);
    for pointer in names {
        for wrong in [r#"[[]]"#, r#"{"a":1}"#, "-1.5", "1e999", "false", r#""""#] {
            let Ok(wrong) = serde_json::from_str::<serde_json::Value>(wrong) else { continue };
            let mut changed = whole.clone();
            *changed.pointer_mut(&pointer).unwrap() = wrong;
            if changed != whole {
                assert!(is_kept(&changed.to_string()).is_err(), "{pointer}");
            }
        }
    }
    for text in ["null", "[]", "7", r#""青稿""#, "{}", r#"{"app":"other"}"#] {
        assert_eq!(is_kept(text), Err(Unreadable::Foreign), "{text}");
    }
}

#[test]
fn deep_nesting_is_kept_and_breaks_nothing() {
    for (open, close) in [("[", "]"), (r#"{"draft":"#, "}")] {
        for depth in [100, 1_000, 200_000] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert!(is_kept(&text).is_err());
            assert!(is_kept(&open.repeat(depth)).is_err());
        }
    }
}

#[test]
fn a_draft_of_a_later_build_is_shown_as_such_and_kept() {
    let later = SMALL.replace(&format!("\"schema\": {SCHEMA}"), &format!("\"schema\": {}", SCHEMA + 1));
    let why = is_kept(&later).unwrap_err();
    assert_eq!(why, Unreadable::Newer { schema: SCHEMA + 1 });
    assert!(why.to_string().contains("更新版本"));
}
