//! Two copies of each draft: what a crash, a full store, a cleared one or another page leave.

use super::{draft, key};
use proptest::prelude::*;
use qinggao::draft::{Draft, DraftId};
use qinggao::storage::{
    Absorbed, Backend, Entry, Failure, Memory, SCHEMA, Shelf, Standing, StorageError, Stored, Write,
};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A durable copy that works as IndexedDB does: all writes of a batch at once, refusing what
/// another page has overtaken.
#[derive(Default)]
struct Disk(RefCell<BTreeMap<String, String>>);

impl Disk {
    fn write(&self, batch: &[Write]) -> Vec<String> {
        let mut texts = self.0.borrow_mut();
        let mut refused = Vec::new();
        for write in batch {
            if !write.may_replace(texts.get(&write.key).map(String::as_str)) {
                refused.push(write.key.clone());
                continue;
            }
            match &write.text {
                Some(text) => drop(texts.insert(write.key.clone(), text.clone())),
                None => drop(texts.remove(&write.key)),
            }
        }
        refused
    }

    fn set(&self, key: &str, text: &str) {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().get(key).cloned()
    }
}

/// A page that has just started and read both copies.
fn page<'a>(local: &'a Memory, disk: &Disk, writer: &str) -> (Shelf<&'a Memory>, Absorbed) {
    let shelf = Shelf::awaiting(local, writer);
    let absorbed = shelf.copies().absorb_all(disk.0.borrow().clone());
    drain(&shelf, disk);
    (shelf, absorbed)
}

/// Completes what is on its way.
fn drain(shelf: &Shelf<&Memory>, disk: &Disk) -> Absorbed {
    let batch = shelf.copies().pending();
    let refused = disk.write(&batch);
    shelf.copies().landed(&batch, &refused);
    if refused.is_empty() {
        return Absorbed::default();
    }
    shelf.copies().absorb_some(refused.into_iter().map(|key| (key.clone(), disk.get(&key))).collect())
}

fn save(shelf: &Shelf<&Memory>, disk: &Disk, id: &str, text: &str) {
    shelf.save(&draft(id, text), None, 1).unwrap();
    drain(shelf, disk);
}

fn id(id: &str) -> DraftId {
    DraftId(id.into())
}

fn text(shelf: &Shelf<&Memory>, name: &str) -> Option<String> {
    shelf.load(&id(name)).ok().map(|(stored, _)| stored.draft.preamble)
}

fn rows(shelf: &Shelf<&Memory>) -> Vec<String> {
    let row = |entry: Entry| match entry {
        Entry::Readable(stored) => format!("{} {}", stored.draft.id, stored.draft.preamble),
        Entry::Unreadable { raw, .. } => format!("{} ? {raw}", entry_key(&raw)),
    };
    let mut rows: Vec<String> = shelf.list().0.into_iter().map(|it| row(it.entry)).collect();
    rows.sort();
    rows
}

fn entry_key(raw: &str) -> String {
    format!("{} bytes", raw.len())
}

#[test]
fn saved_is_said_only_when_the_disk_has_it() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    shelf.save(&draft("a", "一"), None, 1).unwrap();
    assert_eq!(shelf.standing(&id("a")), Standing::Underway);
    let batch = shelf.copies().pending();
    shelf.save(&draft("a", "二"), None, 2).unwrap();
    disk.write(&batch);
    shelf.copies().landed(&batch, &[]);
    // What was written meanwhile is another text.
    assert_eq!(shelf.standing(&id("a")), Standing::Underway);
    drain(&shelf, &disk);
    assert_eq!(shelf.standing(&id("a")), Standing::Safe);
    assert!(disk.get(&key("a")).unwrap().contains("二"));
}

#[test]
fn a_draft_whose_last_minute_localstorage_lost_is_whole_again() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    let flushed = local.get(&key("a")).unwrap().unwrap();
    save(&shelf, &disk, "a", "二");
    local.set(&key("a"), &flushed).unwrap();
    let (again, absorbed) = page(&local, &disk, "x");
    assert_eq!(absorbed.changed, [id("a")]);
    assert_eq!(text(&again, "a").as_deref(), Some("二"));
    // It stands in localStorage again, for the next start.
    assert!(local.get(&key("a")).unwrap().unwrap().contains("二"));
}

#[test]
fn clearing_either_store_loses_nothing() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    local.remove(&key("a")).unwrap();
    // Saving on behind the cleared store goes on counting.
    save(&shelf, &disk, "a", "二");
    local.remove(&key("a")).unwrap();
    let (again, _) = page(&local, &disk, "x");
    assert_eq!(text(&again, "a").as_deref(), Some("二"));
    disk.0.borrow_mut().clear();
    let (again, _) = page(&local, &disk, "y");
    assert_eq!(text(&again, "a").as_deref(), Some("二"));
    assert!(disk.get(&key("a")).unwrap().contains("二"));
}

#[test]
fn with_localstorage_full_saving_goes_on_durably_and_says_so() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    local.fail(Failure::Full);
    shelf.save(&draft("a", "二"), None, 2).unwrap();
    assert!(shelf.has_unsaved(), "until it is durable it stands in memory only");
    drain(&shelf, &disk);
    assert_eq!(shelf.standing(&id("a")), Standing::DurableOnly(StorageError::Full));
    assert!(!shelf.has_unsaved());
    save(&shelf, &disk, "b", "新的一份");
    let (again, _) = page(&local, &disk, "x");
    assert_eq!(rows(&again), ["a 二", "b 新的一份"]);
    local.fail(None);
    save(&again, &disk, "a", "三");
    assert_eq!(again.standing(&id("a")), Standing::Safe);
}

#[test]
fn where_no_durable_copy_can_be_had_the_words_are_careful() {
    let local = Memory::default();
    let shelf = Shelf::awaiting(&local, "w");
    shelf.save(&draft("a", "一"), None, 1).unwrap();
    shelf.copies().failed(StorageError::Blocked);
    assert_eq!(shelf.standing(&id("a")), Standing::LocalOnly);
    shelf.save(&draft("a", "二"), None, 1).unwrap();
    assert_eq!(shelf.standing(&id("a")), Standing::LocalOnly);
    local.fail(Failure::Full);
    assert_eq!(shelf.save(&draft("a", "三"), None, 1), Err(StorageError::Full));
    assert!(shelf.list().0[0].unsaved);
}

#[test]
fn what_neither_store_took_is_said_to_be_nowhere() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    local.fail(Failure::Full);
    shelf.save(&draft("a", "一"), None, 1).unwrap();
    shelf.copies().failed(StorageError::Failed("AbortError".into()));
    assert_eq!(shelf.standing(&id("a")), Standing::Nowhere(StorageError::Full));
    assert!(shelf.has_unsaved() && shelf.list().0[0].unsaved);
    local.fail(None);
    shelf.settle(2).unwrap();
    assert!(!shelf.has_unsaved());
    assert_eq!(shelf.standing(&id("a")), Standing::LocalOnly);
}

#[test]
fn a_draft_deleted_for_ever_does_not_come_back_from_the_other_copy() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    shelf.trash(&id("a"), 2).unwrap();
    drain(&shelf, &disk);
    let (kept_local, kept_disk) = (local.get(&key("a")).unwrap().unwrap(), disk.get(&key("a")).unwrap());
    shelf.delete_for_ever(&id("a")).unwrap();
    drain(&shelf, &disk);
    assert_eq!(disk.get(&key("a")), None);
    // The power goes before localStorage is on the disk.
    local.set(&key("a"), &kept_local).unwrap();
    local.remove("qinggao/deleted/a").unwrap();
    assert_eq!(rows(&page(&local, &disk, "x").0), Vec::<String>::new());
    // The durable copy could not be reached when it was deleted.
    local.set("qinggao/deleted/a", "2").unwrap();
    disk.0.borrow_mut().clear();
    disk.set(&key("a"), &kept_disk);
    assert_eq!(rows(&page(&local, &disk, "y").0), Vec::<String>::new());
    assert_eq!(disk.get(&key("a")), None);
}

#[test]
fn a_backup_of_a_draft_deleted_for_ever_comes_in_to_stay() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    shelf.trash(&id("a"), 2).unwrap();
    shelf.delete_for_ever(&id("a")).unwrap();
    drain(&shelf, &disk);
    let file = vec![qinggao::storage::Incoming::New(Stored::new(draft("a", "一"), "w", 1))];
    shelf.bring_in(file).unwrap();
    drain(&shelf, &disk);
    assert_eq!(rows(&page(&local, &disk, "x").0), ["a 一"]);
}

#[test]
fn a_damaged_copy_is_set_aside_and_the_sound_one_opens() {
    for is_local in [true, false] {
        let (local, disk) = (Memory::default(), Disk::default());
        let (shelf, _) = page(&local, &disk, "w");
        save(&shelf, &disk, "a", "好");
        let cut: String = local.get(&key("a")).unwrap().unwrap().chars().take(99).collect();
        if is_local {
            local.set(&key("a"), &cut).unwrap();
        } else {
            disk.set(&key("a"), &cut);
        }
        let (again, absorbed) = page(&local, &disk, "x");
        assert_eq!(absorbed.damaged, [id("a")]);
        assert_eq!(rows(&again), [format!("{} ? {cut}", entry_key(&cut)), "a 好".to_owned()]);
        assert_eq!(disk.get(&key("a-damaged-2")), Some(cut));
        // It is said once.
        assert_eq!(page(&local, &disk, "y").1, Absorbed::default());
    }
}

#[test]
fn what_another_page_saved_is_never_written_over() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (ours, _) = page(&local, &disk, "w");
    save(&ours, &disk, "a", "一");
    let (theirs, _) = page(&local, &disk, "x");
    save(&theirs, &disk, "a", "他们写的");
    let (known, edited) = (draft("a", "一"), draft("a", "我们写的"));
    assert_eq!(ours.save(&edited, Some(&known), 3), Err(StorageError::Overtaken));
    drain(&ours, &disk);
    assert_eq!(rows(&ours), ["a 他们写的", "a-2 我们写的"]);
    // Only the marks changed: nothing stands in the way.
    theirs.trash(&id("a"), 4).unwrap();
    let (known, edited) = (draft("a", "他们写的"), draft("a", "接着写"));
    ours.save(&edited, Some(&known), 5).unwrap();
    assert!(ours.load(&id("a")).unwrap().0.trashed_at.is_some());
}

#[test]
fn two_pages_that_save_in_the_same_instant_keep_both_states() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (ours, _) = page(&local, &disk, "w");
    save(&ours, &disk, "a", "一");
    let (theirs, _) = page(&local, &disk, "x");
    let before = local.get(&key("a")).unwrap().unwrap();
    theirs.save(&draft("a", "他们写的"), None, 2).unwrap();
    // Another process does not see it yet.
    local.set(&key("a"), &before).unwrap();
    ours.save(&draft("a", "我们写的"), None, 2).unwrap();
    drain(&theirs, &disk);
    let absorbed = drain(&ours, &disk);
    assert_eq!(absorbed.forked, [(id("a"), id("a-2"))]);
    drain(&ours, &disk);
    assert_eq!(rows(&page(&local, &disk, "y").0), ["a 他们写的", "a-2 我们写的"]);
}

#[test]
fn what_was_written_while_the_durable_copy_did_not_answer_is_kept_beside_it() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    let flushed = local.get(&key("a")).unwrap().unwrap();
    for text in ["二", "三", "四"] {
        save(&shelf, &disk, "a", text);
    }
    local.set(&key("a"), &flushed).unwrap();
    let hanging = Shelf::awaiting(&local, "x");
    hanging.copies().failed(StorageError::Silent);
    for at in 0..9 {
        hanging.save(&draft("a", &format!("另写{at}")), None, at).unwrap();
    }
    let (again, absorbed) = page(&local, &disk, "y");
    assert_eq!(absorbed.forked, [(id("a"), id("a-2"))]);
    assert_eq!(rows(&again), ["a 四", "a-2 另写8"]);
}

#[test]
fn an_earlier_build_stops_writing_when_a_later_one_has_moved_in() {
    let (local, disk) = (Memory::default(), Disk::default());
    let (shelf, _) = page(&local, &disk, "w");
    save(&shelf, &disk, "a", "一");
    let before = local.get(&key("a")).unwrap();
    local.set("qinggao/schema", &(SCHEMA + 1).to_string()).unwrap();
    let outdated = StorageError::Outdated { schema: SCHEMA + 1 };
    assert_eq!(shelf.save(&draft("a", "二"), None, 2), Err(outdated.clone()));
    assert_eq!(shelf.save(&draft("b", "新"), None, 2), Err(outdated.clone()));
    assert!(shelf.has_unsaved());
    assert_eq!(local.get(&key("a")).unwrap(), before);
    // Told by the durable copy only.
    local.set("qinggao/schema", &SCHEMA.to_string()).unwrap();
    let shelf = Shelf::awaiting(&local, "x");
    disk.set("qinggao/schema", &(SCHEMA + 1).to_string());
    shelf.copies().absorb_all(disk.0.borrow().clone());
    assert_eq!(shelf.save(&draft("a", "二"), None, 2), Err(outdated));
}

/// What happens to a browser.
#[derive(Clone, Debug)]
enum Event {
    /// The second draft is begun or written on, or the first.
    Save(bool, u8),
    Trash(bool),
    Untrash(bool),
    DeleteForEver(bool),
    /// What is on its way arrives.
    Land,
    /// localStorage reaches the disk.
    Flush,
    /// The power goes: localStorage is as it was flushed last.
    Crash,
    /// The page is opened anew.
    Reload,
    Full(bool),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (any::<bool>(), any::<u8>()).prop_map(|(first, text)| Event::Save(first, text)),
        1 => any::<bool>().prop_map(Event::Trash),
        1 => any::<bool>().prop_map(Event::Untrash),
        1 => any::<bool>().prop_map(Event::DeleteForEver),
        5 => Just(Event::Land),
        2 => Just(Event::Flush),
        2 => Just(Event::Crash),
        1 => Just(Event::Reload),
        1 => any::<bool>().prop_map(Event::Full),
    ]
}

/// The state of a draft that was acknowledged last (its text, or that it is gone) and those since.
type States = BTreeMap<&'static str, Vec<Option<Draft>>>;

proptest! {
    /// Whatever was said to be saved is there after any crash, unless something later is; what was
    /// said to be deleted for ever is not; and nothing is ever listed twice.
    #[test]
    fn nothing_acknowledged_is_lost_between_the_two_writes(events in prop::collection::vec(event(), 1..60)) {
        let (local, disk) = (Memory::default(), Disk::default());
        let mut flushed: BTreeMap<String, String> = BTreeMap::new();
        let mut shelf = page(&local, &disk, "w0").0;
        let mut states: States = [("a", vec![None]), ("b", vec![None])].into();
        for (at, event) in events.into_iter().enumerate() {
            let name = |first: &bool| if *first { "a" } else { "b" };
            match event {
                Event::Save(first, text) => {
                    let written = draft(name(&first), &format!("{text}/{at}"));
                    if shelf.save(&written, None, 1).is_ok() {
                        states.get_mut(name(&first)).unwrap().push(Some(written));
                    }
                }
                Event::Trash(first) => drop(shelf.trash(&id(name(&first)), 1)),
                Event::Untrash(first) => drop(shelf.untrash(&id(name(&first)))),
                Event::DeleteForEver(first) => {
                    if shelf.delete_for_ever(&id(name(&first))).is_ok() {
                        states.get_mut(name(&first)).unwrap().push(None);
                    }
                }
                Event::Land => {
                    let absorbed = drain(&shelf, &disk);
                    prop_assert_eq!(absorbed, Absorbed::default());
                    states.values_mut().for_each(|states| drop(states.drain(..states.len() - 1)));
                }
                Event::Flush => {
                    flushed = local.keys().unwrap().into_iter()
                        .filter_map(|key| local.get(&key).unwrap().map(|text| (key, text)))
                        .collect();
                }
                Event::Crash | Event::Reload => {
                    local.fail(None);
                    if matches!(event, Event::Crash) {
                        for key in local.keys().unwrap() {
                            local.remove(&key).unwrap();
                        }
                        for (key, text) in &flushed {
                            local.set(key, text).unwrap();
                        }
                    }
                    let (again, absorbed) = page(&local, &disk, &format!("w{at}"));
                    shelf = again;
                    prop_assert!(absorbed.damaged.is_empty() && absorbed.forked.is_empty(), "{:?}", absorbed);
                    for name in ["a", "b"] {
                        let present = shelf.load(&id(name)).ok().map(|(stored, _)| stored.draft);
                        let possible = states.insert(name, vec![present.clone()]).unwrap();
                        prop_assert!(possible.contains(&present), "{name}: {:?}", present.map(|it| it.preamble));
                    }
                    prop_assert!(shelf.list().0.len() <= 2);
                }
                Event::Full(full) => local.fail(full.then_some(Failure::Full)),
            }
        }
    }
}
