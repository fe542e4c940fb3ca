//! What is stored comes back, whatever happened to it; what cannot be read is kept.

mod backup;
mod laws;
mod store;

use qinggao::draft::{Draft, DraftId};
use qinggao::storage::{Backend, Drafts, Entry, Memory, PREFIX, StorageError, Stored, Unreadable, restore};

const SMALL: &str = include_str!("../drafts/v1/small.json");
const FULL: &str = include_str!("../drafts/v1/full.json");

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
    for text in [SMALL, FULL] {
        let stored = restore(text).unwrap();
        assert_eq!(stored.notes, []);
        assert_eq!(restore(&stored.to_text()).unwrap(), stored);
        let resaved: serde_json::Value = serde_json::from_str(&stored.to_text()).unwrap();
        assert_eq!(resaved, serde_json::from_str::<serde_json::Value>(text).unwrap());
    }
    let full = restore(FULL).unwrap();
    assert_eq!(full.draft.parts.iter().map(|part| part.items.len()).sum::<usize>(), 7);
    assert_eq!(full.trashed_at, Some(1_782_950_400_000));
    assert!(full.draft.indicators.iter().any(|row| row.part_of.is_some() && row.cutoff.is_some()));
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
    let later = SMALL.replace(r#""schema": 1"#, r#""schema": 2"#);
    let why = is_kept(&later).unwrap_err();
    assert_eq!(why, Unreadable::Newer { schema: 2 });
    assert!(why.to_string().contains("更新版本"));
}
