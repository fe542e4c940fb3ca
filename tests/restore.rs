//! What is stored comes back, whatever happened to it; what cannot be read is kept.

use proptest::prelude::*;
use qinggao::draft::{Column, Draft, DraftId, IndicatorId, ItemId, PartKind, Place, edit};
use qinggao::storage::{
    Backend, BackupError, Drafts, Entry, Failure, Incoming, Memory, PREFIX, StorageError, Stored, Unreadable,
    incoming, read_backup, read_draft, restore, write_backup,
};

const SMALL: &str = include_str!("drafts/v1/small.json");
const FULL: &str = include_str!("drafts/v1/full.json");

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

#[test]
fn each_save_counts_one_up_and_the_newest_draft_leads_the_list() {
    let memory = Memory::default();
    memory.set("other-app/draft/x", "theirs").unwrap();
    let drafts = Drafts::new(&memory, "w");
    assert_eq!(drafts.save(&draft("a", "一"), 10), Ok(1));
    assert_eq!(drafts.save(&draft("b", "二"), 20), Ok(1));
    assert_eq!(drafts.save(&draft("a", "三"), 30), Ok(2));
    // A page opened later goes on counting.
    assert_eq!(Drafts::new(&memory, "x").save(&draft("a", "四"), 30), Ok(3));
    assert_eq!(drafts.save(&draft("a", "五"), 30), Ok(4));
    let ids: Vec<String> = drafts.list().unwrap().iter().map(|entry| entry.id().0).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(drafts.load(&DraftId("a".into())).unwrap().draft, draft("a", "五"));
    assert_eq!(memory.get("other-app/draft/x").unwrap().as_deref(), Some("theirs"));
}

#[test]
fn a_draft_goes_to_the_trash_before_it_goes_for_ever() {
    let memory = Memory::default();
    let drafts = Drafts::new(&memory, "w");
    let id = DraftId("a".into());
    drafts.save(&draft("a", "一"), 10).unwrap();
    assert_eq!(drafts.delete_for_ever(&id), Err(StorageError::NotInTrash));
    assert_eq!(drafts.trash(&id, 20), Ok(2));
    // A save that was under way when the draft was deleted is kept, in the trash.
    assert_eq!(drafts.save(&draft("a", "二"), 21), Ok(3));
    assert_eq!(drafts.load(&id).unwrap().trashed_at, Some(20));
    assert_eq!(drafts.untrash(&id), Ok(4));
    assert_eq!(drafts.untrash(&id), Ok(4));
    let back = drafts.load(&id).unwrap();
    assert_eq!((back.draft, back.trashed_at, back.saved_at), (draft("a", "二"), None, 21));
    drafts.trash(&id, 30).unwrap();
    drafts.delete_for_ever(&id).unwrap();
    assert_eq!(drafts.load(&id), Err(StorageError::NotFound));
    assert_eq!(drafts.trash(&id, 40), Err(StorageError::NotFound));
}

#[test]
fn a_store_that_fails_is_told_and_leaves_the_old_draft_whole() {
    let memory = Memory::default();
    let drafts = Drafts::new(&memory, "w");
    let id = DraftId("a".into());
    drafts.save(&draft("a", "一"), 10).unwrap();
    for (failure, error) in [(Failure::Full, StorageError::Full), (Failure::Blocked, StorageError::Blocked)] {
        memory.fail(failure);
        assert_eq!(drafts.save(&draft("a", "二"), 20), Err(error.clone()));
        assert_eq!(drafts.trash(&id, 20), Err(error));
        memory.fail(None);
        assert_eq!(drafts.load(&id).unwrap().draft, draft("a", "一"));
    }
    assert_eq!(drafts.save(&draft("a", "二"), 30), Ok(2));
}

#[test]
fn a_store_that_forgets_what_it_took_is_found_out_at_the_first_save() {
    let memory = Memory::default();
    memory.fail(Failure::Dropping);
    let drafts = Drafts::new(&memory, "w");
    assert_eq!(drafts.save(&draft("a", "一"), 10), Err(StorageError::Dropped));
    assert_eq!(drafts.save(&draft("a", "一"), 11), Err(StorageError::Dropped));
    memory.fail(None);
    assert_eq!(drafts.save(&draft("a", "一"), 12), Ok(1));
}

#[test]
fn what_cannot_be_read_is_deleted_only_by_will_and_as_it_was_shown() {
    let memory = Memory::default();
    memory.set(&key("x"), "{broken").unwrap();
    let drafts = Drafts::new(&memory, "w");
    drafts.save(&draft("a", "一"), 10).unwrap();
    let good = memory.get(&key("a")).unwrap().unwrap();
    assert!(drafts.delete_unreadable(&key("a"), &good).is_err());
    assert!(drafts.delete_unreadable("theirs", "x").is_err());
    assert_eq!(drafts.delete_unreadable(&key("x"), "{other"), Err(StorageError::NotFound));
    assert_eq!(drafts.list().unwrap().len(), 2);
    drafts.delete_unreadable(&key("x"), "{broken").unwrap();
    assert_eq!(drafts.list().unwrap().len(), 1);
}

#[test]
fn a_draft_copied_to_another_key_is_a_draft_of_its_own() {
    let memory = Memory::default();
    let drafts = Drafts::new(&memory, "w");
    drafts.save(&draft("a", "一"), 10).unwrap();
    memory.set(&key("b"), &memory.get(&key("a")).unwrap().unwrap()).unwrap();
    let mut copy = drafts.load(&DraftId("b".into())).unwrap().draft;
    copy.preamble = "二".into();
    drafts.save(&copy, 20).unwrap();
    assert_eq!(drafts.load(&DraftId("a".into())).unwrap().draft, draft("a", "一"));
}

#[test]
fn new_ids_sort_by_time_and_never_collide() {
    let memory = Memory::default();
    let drafts = Drafts::new(&memory, "w");
    let first = drafts.new_id(1_782_864_000_000, 7);
    drafts.save(&draft(&first.0, ""), 1).unwrap();
    let second = drafts.new_id(1_782_864_000_000, 7);
    assert_ne!(first, second);
    assert!(drafts.new_id(1_782_864_000_001, 0) > second);
    assert!(drafts.new_id(u64::MAX, u64::MAX).0.len() == 13);
    memory.fail(Failure::Blocked);
    assert_eq!(drafts.new_id(1_782_864_000_000, 7), first);
}

#[test]
fn a_backup_brings_every_draft_to_another_browser() {
    let stored = vec![restore(SMALL).unwrap(), restore(FULL).unwrap()];
    let file = write_backup(&stored, 1);
    assert_eq!(read_backup(file.as_bytes()).unwrap(), stored);
    // Notepad adds a byte order mark and Windows' line ends.
    let by_notepad = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    assert_eq!(read_backup(by_notepad.as_bytes()).unwrap(), stored);

    let memory = Memory::default();
    let drafts = Drafts::new(&memory, "w");
    let came = drafts.bring_in(incoming(stored.clone(), &drafts.list().unwrap())).unwrap();
    assert_eq!(came, [stored[0].draft.id.clone(), stored[1].draft.id.clone()]);
    assert_eq!(drafts.load(&came[1]).unwrap().draft, stored[1].draft);
    let again = incoming(stored, &drafts.list().unwrap());
    assert!(again.iter().all(|it| matches!(it, Incoming::Same(_))));
}

/// A store in which only some writes fit.
struct Small(Memory, std::sync::atomic::AtomicUsize);

impl Backend for Small {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.1.fetch_sub(1, std::sync::atomic::Ordering::Relaxed) {
            0 => Err(StorageError::Full),
            _ => self.0.set(key, text),
        }
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.0.keys()
    }
}

#[test]
fn a_backup_that_does_not_fit_comes_in_not_at_all() {
    let file = vec![Stored::new(draft("a", "一"), "w", 1), Stored::new(draft("b", "二"), "w", 1)];
    let drafts = Drafts::new(Small(Memory::default(), 1.into()), "w");
    assert_eq!(drafts.bring_in(incoming(file, &[])), Err(StorageError::Full));
    assert_eq!(drafts.list(), Ok(vec![]));
}

#[test]
fn a_wrong_file_is_named_for_what_it_is() {
    let backup = write_backup(&[restore(SMALL).unwrap(), restore(SMALL).unwrap()], 1);
    let second_broken = {
        let at = backup.rfind("\"revision\": ").unwrap() + 12;
        format!("{}9{}", &backup[..at], &backup[at..])
    };
    let cases: [(&[u8], &str); 14] = [
        (b"", "空的"),
        (b" \r\n", "空的"),
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .docx"),
        (b"%PDF-1.7", "PDF"),
        (b"\xb9\xa4\xd7\xf7", "UTF-8"),
        ("工作总结".as_bytes(), "不是青稿的备份"),
        (b"[1]", "不是青稿的备份"),
        (br#"{"a":1}"#, "不是青稿的备份"),
        (br#"{"app":"qinggao","kind":"backup","schema":1}"#, "不是青稿的备份"),
        (br#"{"app":"qinggao","kind":"backup","schema":1,"drafts":[]}"#, "没有文稿"),
        (br#"{"app":"qinggao","kind":"backup","schema":9,"drafts":[]}"#, "更新版本"),
        (&backup.as_bytes()[..backup.len() / 2], "不完整"),
        (second_broken.as_bytes(), "第 2 份"),
    ];
    for (bytes, words) in cases {
        let said = read_backup(bytes).unwrap_err().to_string();
        assert!(said.contains(words), "{said}");
    }
    let large = vec![b' '; 20 * 1024 * 1024 + 1];
    assert_eq!(read_backup(&large), Err(BackupError::TooLarge { megabytes: 21 }));
}

#[test]
fn one_draft_is_read_from_a_draft_an_envelope_or_a_backup() {
    let stored = restore(FULL).unwrap();
    let bare = serde_json::to_string_pretty(&stored.draft).unwrap();
    for text in [bare, FULL.to_owned(), write_backup(std::slice::from_ref(&stored), 1)] {
        assert_eq!(read_draft(text.as_bytes()).as_ref(), Ok(&stored.draft));
    }
    let two = write_backup(&[stored.clone(), stored], 1);
    assert_eq!(read_draft(two.as_bytes()), Err(BackupError::Several { count: 2 }));
    assert_eq!(read_draft(b"{}"), Err(BackupError::Foreign));
    let wrong = br#"{"id":"d","period":{"year":2026,"span":"first_half"},"parts":[7]}"#;
    assert!(read_draft(wrong).unwrap_err().to_string().contains("正文第 1 部分"));
}

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
    ]
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
        let by_hand = serde_json::json!({
            "id": "d", "period": {"year": 2026, "span": "first_half"}, "parts": parts,
            "indicators": rows, "next_id": next_id, "page": {"left": left},
        });
        let opened = read_draft(by_hand.to_string().as_bytes()).unwrap();
        prop_assert_eq!(opened.parts.iter().map(|part| part.items.len()).sum::<usize>(), items.len());
        let again = restore(&Stored::new(opened.clone(), "w", 1).to_text()).unwrap();
        prop_assert_eq!((again.draft, again.notes), (opened.clone(), vec![]));
        let fresh = { let mut draft = opened.clone(); draft.fresh_id() };
        prop_assert!(opened.item(ItemId(fresh)).is_none());
    }
}
