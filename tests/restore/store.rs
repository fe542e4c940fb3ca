//! The drafts of one browser: saved, listed, put into the trash, and a store that fails.

use super::{draft, key};
use qinggao::draft::DraftId;
use qinggao::storage::{Backend, Drafts, Failure, Memory, StorageError};

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
