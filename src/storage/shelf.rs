//! The drafts of one page: in the browser's store, and in the page's memory what the store refused.
//!
//! A browser that blocks its storage, or has no room left, must not cost a writer a word: what
//! could not be stored stays here while the page is open, is listed, and can be downloaded.

use super::backend::{Backend, StorageError};
use super::copies::{Copies, Standing};
use super::drafts::{Drafts, Entry};
use super::envelope::Stored;
use super::incoming::{Incoming, incoming};
use super::keys;
use super::memory::Memory;
use crate::draft::{Draft, DraftId};

/// A row of the list, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What there is.
    pub entry: Entry,
    /// Stands in this page's memory only.
    pub unsaved: bool,
}

/// The drafts of one page.
#[derive(Debug)]
pub struct Shelf<B> {
    kept: Drafts<Copies<B>>,
    page: Drafts<Memory>,
}

impl<B: Backend> Shelf<B> {
    /// The drafts in `backend`, of which there is no other copy; `writer` names this page in what
    /// it saves.
    pub fn new(backend: B, writer: &str) -> Self {
        Self::over(Copies::single(backend), writer)
    }

    /// The drafts in `backend` and in a durable copy that is still to be read.
    pub fn awaiting(backend: B, writer: &str) -> Self {
        Self::over(Copies::awaiting(backend), writer)
    }

    fn over(copies: Copies<B>, writer: &str) -> Self {
        Self { kept: Drafts::new(copies, writer), page: Drafts::new(Memory::default(), writer) }
    }

    /// The two copies of the store.
    pub fn copies(&self) -> &Copies<B> {
        self.kept.backend()
    }

    /// How safe the last save of a draft is.
    pub fn standing(&self, id: &DraftId) -> Standing {
        self.copies().standing(&keys::of_draft(id))
    }

    /// All drafts: what is unsaved first, then as [`Drafts::list`]; and why the browser's store
    /// cannot be listed, where it cannot.
    pub fn list(&self) -> (Vec<Row>, Option<StorageError>) {
        let unsaved = self.page.list().unwrap_or_default();
        let (kept, trouble) = match self.kept.list() {
            Ok(kept) => (kept, None),
            Err(trouble) => (Vec::new(), Some(trouble)),
        };
        let newer: Vec<DraftId> = unsaved.iter().map(Entry::id).collect();
        let kept = kept.into_iter().filter(|entry| match entry {
            Entry::Readable(stored) => !newer.contains(&stored.draft.id),
            Entry::Unreadable { .. } => true,
        });
        let rows = unsaved.into_iter().map(|entry| Row { entry, unsaved: true });
        let floats = |entry: &Entry| self.copies().is_floating(&keys::of_draft(&entry.id()));
        (rows.chain(kept.map(|entry| Row { unsaved: floats(&entry), entry })).collect(), trouble)
    }

    /// A draft, and whether it is unsaved.
    pub fn load(&self, id: &DraftId) -> Result<(Stored, bool), StorageError> {
        match self.page.load(id) {
            Ok(stored) => Ok((stored, true)),
            Err(_) => {
                let stored = self.kept.load(id)?;
                Ok((stored, self.copies().is_floating(&keys::of_draft(id))))
            }
        }
    }

    /// Saves a draft over the state `known`. On an error it stays in the page's memory; where
    /// another page has saved in the meantime, it stands beside it as a draft of its own.
    pub fn save(&self, draft: &Draft, known: Option<&Draft>, now_ms: u64) -> Result<(), StorageError> {
        match self.kept.save_after(draft, known, now_ms) {
            Ok(_) => {
                self.forget(&draft.id, now_ms);
                Ok(())
            }
            Err(StorageError::Overtaken) => {
                let present: Vec<Entry> = self.list().0.into_iter().map(|row| row.entry).collect();
                let ours = Stored::new(draft.clone(), "", now_ms);
                self.bring_in(incoming(vec![ours], &present))?;
                Err(StorageError::Overtaken)
            }
            Err(error) => {
                self.page.save(draft, now_ms)?;
                Err(error)
            }
        }
    }

    /// True while something stands in the page's memory only.
    pub fn has_unsaved(&self) -> bool {
        self.copies().has_floating() || self.page.list().is_ok_and(|unsaved| !unsaved.is_empty())
    }

    /// Tries once more to store what is unsaved; the first error where some of it is refused again.
    pub fn settle(&self, now_ms: u64) -> Result<(), StorageError> {
        let mut outcome = Ok(());
        self.copies().settle();
        for entry in self.page.list()? {
            let Entry::Readable(stored) = entry else { continue };
            let id = stored.draft.id.clone();
            let saved = self.kept.save(&stored.draft, now_ms).and_then(|_| match stored.trashed_at {
                Some(since) => self.kept.trash(&id, since).map(drop),
                None => Ok(()),
            });
            match saved {
                Ok(()) => self.forget(&id, now_ms),
                Err(error) => outcome = outcome.and(Err(error)),
            }
        }
        outcome
    }

    /// Puts a draft into the trash.
    pub fn trash(&self, id: &DraftId, now_ms: u64) -> Result<(), StorageError> {
        let kept = self.kept.trash(id, now_ms).map(drop);
        // What stands in memory is what the list shows: it decides.
        if self.is_unsaved(id) { self.page.trash(id, now_ms).map(drop) } else { kept }
    }

    /// Takes a draft out of the trash.
    pub fn untrash(&self, id: &DraftId) -> Result<(), StorageError> {
        let kept = self.kept.untrash(id).map(drop);
        if self.is_unsaved(id) { self.page.untrash(id).map(drop) } else { kept }
    }

    /// Deletes a draft that lies in the trash.
    pub fn delete_for_ever(&self, id: &DraftId) -> Result<(), StorageError> {
        let kept = self.kept.delete_for_ever(id);
        if self.is_unsaved(id) { self.page.delete_for_ever(id) } else { kept }
    }

    /// Deletes what cannot be read; see [`Drafts::delete_unreadable`].
    pub fn delete_unreadable(&self, key: &str, raw: &str) -> Result<(), StorageError> {
        self.kept.delete_unreadable(key, raw)
    }

    /// An id that no draft has.
    pub fn new_id(&self, now_ms: u64, random: u64) -> DraftId {
        self.kept.new_id(now_ms, random)
    }

    /// Takes in what came with a backup and gives the ids that are new, with the error that kept
    /// them in the page's memory, where there was one.
    pub fn bring_in(
        &self,
        incoming: Vec<Incoming>,
    ) -> Result<(Vec<DraftId>, Option<StorageError>), StorageError> {
        match self.kept.bring_in(incoming.clone()) {
            Ok(ids) => Ok((ids, None)),
            Err(error @ StorageError::Taken(_)) => Err(error),
            Err(error) => Ok((self.page.bring_in(incoming)?, Some(error))),
        }
    }

    fn is_unsaved(&self, id: &DraftId) -> bool {
        self.page.load(id).is_ok()
    }

    /// Drops the copy in memory of a draft that is stored by now.
    fn forget(&self, id: &DraftId, now_ms: u64) {
        if self.is_unsaved(id) {
            // Memory never refuses.
            let _ = self.page.trash(id, now_ms).and_then(|_| self.page.delete_for_ever(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::memory::Failure;
    use super::*;

    fn draft(id: &str, text: &str) -> Draft {
        let mut draft = Draft::new(DraftId(id.into()), "2026H1".parse().unwrap());
        draft.preamble = text.into();
        draft
    }

    fn texts(shelf: &Shelf<&Memory>) -> Vec<(String, bool)> {
        let text = |row: Row| match row.entry {
            Entry::Readable(stored) => (stored.draft.preamble, row.unsaved),
            Entry::Unreadable { key, .. } => (key, row.unsaved),
        };
        shelf.list().0.into_iter().map(text).collect()
    }

    #[test]
    fn a_draft_stays_usable_where_the_browser_blocks_its_storage() {
        let browser = Memory::default();
        browser.fail(Failure::Blocked);
        let shelf = Shelf::new(&browser, "w");
        assert_eq!(shelf.save(&draft("a", "一"), None, 1), Err(StorageError::Blocked));
        assert_eq!(shelf.list().1, Some(StorageError::Blocked));
        assert_eq!(texts(&shelf), [("一".to_owned(), true)]);
        assert_eq!(shelf.load(&DraftId("a".into())).unwrap().0.draft.preamble, "一");
        let id = DraftId("a".into());
        shelf.trash(&id, 2).unwrap();
        shelf.untrash(&id).unwrap();
        shelf.trash(&id, 3).unwrap();
        shelf.delete_for_ever(&id).unwrap();
        assert!(!shelf.has_unsaved());
    }

    #[test]
    fn what_did_not_fit_is_listed_once_and_stored_when_there_is_room() {
        let browser = Memory::default();
        let shelf = Shelf::new(&browser, "w");
        shelf.save(&draft("a", "旧"), None, 1).unwrap();
        browser.fail(Failure::Full);
        assert_eq!(shelf.save(&draft("a", "新"), None, 2), Err(StorageError::Full));
        assert_eq!(texts(&shelf), [("新".to_owned(), true)]);
        assert_eq!(shelf.settle(3), Err(StorageError::Full));
        browser.fail(None);
        assert_eq!(shelf.settle(4), Ok(()));
        assert_eq!(texts(&shelf), [("新".to_owned(), false)]);
        let reopened = Shelf::new(&browser, "w2");
        assert_eq!(texts(&reopened), [("新".to_owned(), false)]);
    }

    #[test]
    fn a_later_save_replaces_what_was_unsaved() {
        let browser = Memory::default();
        browser.fail(Failure::Full);
        let shelf = Shelf::new(&browser, "w");
        shelf.save(&draft("a", "一"), None, 1).unwrap_err();
        browser.fail(None);
        shelf.save(&draft("a", "二"), None, 2).unwrap();
        assert_eq!(texts(&shelf), [("二".to_owned(), false)]);
        assert!(!shelf.has_unsaved());
    }

    #[test]
    fn a_backup_comes_in_where_nothing_can_be_stored() {
        let browser = Memory::default();
        browser.fail(Failure::Blocked);
        let shelf = Shelf::new(&browser, "w");
        let incoming = vec![Incoming::New(Stored::new(draft("a", "一"), "other", 1))];
        let (ids, why) = shelf.bring_in(incoming).unwrap();
        assert_eq!((ids.len(), why), (1, Some(StorageError::Blocked)));
        assert_eq!(texts(&shelf), [("一".to_owned(), true)]);
    }
}
