//! The drafts of one browser: a key each, listed by looking at the keys.

use super::backend::{Backend, StorageError};
use super::envelope::Stored;
use super::incoming::Incoming;
use super::keys::{self, PREFIX};
use super::restore::{Unreadable, restore};
use crate::draft::{Draft, DraftId};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "nearly every row is a draft")]
pub enum Entry {
    /// A draft, in the trash or not.
    Readable(Stored),
    /// Something that this build cannot read; it is kept and can be downloaded.
    Unreadable {
        /// Where it stands.
        key: String,
        /// The text, to the letter.
        raw: String,
        /// Why it cannot be read.
        why: Unreadable,
    },
}

impl Entry {
    /// The id under which the row stands.
    pub fn id(&self) -> DraftId {
        match self {
            Self::Readable(stored) => stored.draft.id.clone(),
            Self::Unreadable { key, .. } => DraftId(key.strip_prefix(PREFIX).unwrap_or(key).to_owned()),
        }
    }
}

/// The drafts in a store.
#[derive(Debug)]
pub struct Drafts<B> {
    backend: B,
    writer: String,
    memory: Mutex<Session>,
}

/// What this page knows of the store.
#[derive(Debug, Default)]
struct Session {
    /// A write was read back once.
    proven: bool,
    /// What was written last; while it stands there unchanged, it need not be read again.
    last: Option<Written>,
    /// The highest revision met of each key: a store that was cleared must not make it go back.
    met: BTreeMap<String, u64>,
    /// The revision at which each draft was opened or saved here last.
    base: BTreeMap<String, u64>,
}

#[derive(Debug)]
struct Written {
    key: String,
    text: String,
    revision: u64,
    trashed_at: Option<u64>,
}

impl<B: Backend> Drafts<B> {
    /// The drafts in `backend`; `writer` names this page in what it saves.
    pub fn new(backend: B, writer: impl Into<String>) -> Self {
        Self { backend, writer: writer.into(), memory: Mutex::default() }
    }

    /// The store.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// All drafts: the readable ones, newest first, then what cannot be read.
    pub fn list(&self) -> Result<Vec<Entry>, StorageError> {
        let mut entries = Vec::new();
        for key in self.backend.keys()? {
            let Some(id) = key.strip_prefix(PREFIX) else { continue };
            // Another page may have removed it since the keys were asked for.
            let Some(raw) = self.backend.get(&key)? else { continue };
            entries.push(match restore_as(id, &raw) {
                Ok(stored) => {
                    self.meet(&key, stored.revision);
                    Entry::Readable(stored)
                }
                Err(why) => Entry::Unreadable { key, raw, why },
            });
        }
        entries.sort_by_cached_key(|entry| match entry {
            Entry::Readable(stored) => {
                (false, Reverse((stored.saved_at, stored.revision)), Reverse(stored.draft.id.0.clone()))
            }
            Entry::Unreadable { key, .. } => (true, Reverse((0, 0)), Reverse(key.clone())),
        });
        Ok(entries)
    }

    /// A draft, in the trash or not.
    pub fn load(&self, id: &DraftId) -> Result<Stored, StorageError> {
        let raw = self.backend.get(&key(id))?.ok_or(StorageError::NotFound)?;
        let stored = restore_as(&id.0, &raw)?;
        self.meet(&key(id), stored.revision);
        self.session().base.insert(key(id), stored.revision);
        Ok(stored)
    }

    /// Saves a draft over what was stored of it and gives the new revision. A draft in the trash
    /// stays there.
    pub fn save(&self, draft: &Draft, now_ms: u64) -> Result<u64, StorageError> {
        self.save_after(draft, None, now_ms)
    }

    /// As [`Drafts::save`], but only over the state `known`: what another page wrote since is not
    /// overwritten. A draft that another page deleted for ever is stored anew, for it is written on.
    pub fn save_after(&self, draft: &Draft, known: Option<&Draft>, now_ms: u64) -> Result<u64, StorageError> {
        let (revision, trashed_at) = self.present(&draft.id, known)?;
        let mut stored = Stored::new(draft.clone(), self.writer.as_str(), now_ms);
        stored.revision = revision.saturating_add(1);
        stored.trashed_at = trashed_at;
        self.put(&stored)
    }

    /// Puts a draft into the trash.
    pub fn trash(&self, id: &DraftId, now_ms: u64) -> Result<u64, StorageError> {
        self.mark(id, Some(now_ms))
    }

    /// Takes a draft out of the trash.
    pub fn untrash(&self, id: &DraftId) -> Result<u64, StorageError> {
        self.mark(id, None)
    }

    /// Deletes a draft that lies in the trash.
    pub fn delete_for_ever(&self, id: &DraftId) -> Result<(), StorageError> {
        let stored = self.load(id)?;
        if stored.trashed_at.is_none() {
            return Err(StorageError::NotInTrash);
        }
        let (grave, revision) = (format!("{}{id}", keys::GRAVE), stored.revision.to_string());
        let noted = self.backend.set(&grave, &revision);
        self.backend.remove(&key(id))?;
        if noted.is_err() {
            // There is room now. Where there is none still, no other copy is known either.
            let _ = self.backend.set(&grave, &revision);
        }
        Ok(())
    }

    /// Deletes what cannot be read, by the user's will; only if it still is what the list showed.
    pub fn delete_unreadable(&self, key: &str, raw: &str) -> Result<(), StorageError> {
        let id = key.strip_prefix(PREFIX).ok_or(StorageError::NotFound)?;
        let present = self.backend.get(key)?.filter(|present| present == raw);
        match present.map(|text| restore_as(id, &text)) {
            None => Err(StorageError::NotFound),
            Some(Ok(_)) => Err(StorageError::NotInTrash),
            Some(Err(_)) => self.backend.remove(key),
        }
    }

    /// An id that no stored draft has: the time, so that ids sort as drafts were begun, and a
    /// little chance. Where storage is blocked there is nothing to collide with.
    pub fn new_id(&self, now_ms: u64, random: u64) -> DraftId {
        let taken = self.backend.keys().unwrap_or_default();
        let mut chance = random;
        loop {
            let id = DraftId(format!("{}{}", base36::<9>(now_ms), base36::<4>(chance)));
            if !taken.contains(&key(&id)) {
                return id;
            }
            chance = chance.wrapping_add(1);
        }
    }

    /// Stores what came in with a backup and gives the ids that are new. Nothing is overwritten;
    /// when one cannot be stored, those before it are taken out again.
    pub fn bring_in(&self, incoming: Vec<Incoming>) -> Result<Vec<DraftId>, StorageError> {
        let mut done: Vec<DraftId> = Vec::new();
        for mut stored in incoming.into_iter().filter_map(Incoming::into_stored) {
            let id = stored.draft.id.clone();
            // One that was deleted for ever lives again.
            stored.revision = stored.revision.max(self.met(&id)?.saturating_add(1));
            let free = match self.backend.get(&key(&id)) {
                Ok(None) => Ok(()),
                Ok(Some(_)) => Err(StorageError::Taken(id.0.clone())),
                Err(error) => Err(error),
            };
            if let Err(error) = free.and_then(|()| self.put(&stored)) {
                for id in &done {
                    self.backend.remove(&key(id))?;
                }
                return Err(error);
            }
            done.push(id);
        }
        Ok(done)
    }

    fn mark(&self, id: &DraftId, trashed_at: Option<u64>) -> Result<u64, StorageError> {
        let mut stored = self.load(id)?;
        if stored.trashed_at.is_some() == trashed_at.is_some() {
            return Ok(stored.revision);
        }
        stored.trashed_at = trashed_at;
        stored.revision = stored.revision.saturating_add(1);
        stored.writer.clone_from(&self.writer);
        self.put(&stored)
    }

    /// Revision and trash mark of what is stored; an error when it cannot be read, or is another
    /// page's and not `known`.
    fn present(&self, id: &DraftId, known: Option<&Draft>) -> Result<(u64, Option<u64>), StorageError> {
        let key = key(id);
        let Some(raw) = self.backend.get(&key)? else { return Ok((self.met(id)?, None)) };
        if let Some(last) = self.session().last.as_ref().filter(|last| last.key == key && last.text == raw) {
            return Ok((last.revision, last.trashed_at));
        }
        let stored = restore_as(&id.0, &raw).map_err(StorageError::WouldOverwrite)?;
        let base = self.session().base.get(&key).copied();
        let is_theirs = stored.writer != self.writer && base.is_none_or(|base| stored.revision > base);
        if is_theirs && known.is_some_and(|known| *known != stored.draft) {
            return Err(StorageError::Overtaken);
        }
        Ok((stored.revision.max(self.met(id)?), stored.trashed_at))
    }

    fn meet(&self, key: &str, revision: u64) {
        let mut session = self.session();
        let met = session.met.entry(key.to_owned()).or_default();
        *met = revision.max(*met);
    }

    /// The highest revision met of a draft, or the one at which it was deleted for ever.
    fn met(&self, id: &DraftId) -> Result<u64, StorageError> {
        let grave = self.backend.get(&format!("{}{id}", keys::GRAVE))?;
        let grave = grave.and_then(|text| text.parse().ok()).unwrap_or_default();
        Ok(self.session().met.get(&key(id)).copied().unwrap_or_default().max(grave))
    }

    fn put(&self, stored: &Stored) -> Result<u64, StorageError> {
        let (key, text) = (key(&stored.draft.id), stored.to_text());
        self.backend.set(&key, &text)?;
        let mut session = self.session();
        if !session.proven {
            // Some browsers accept every write and keep none.
            session.proven = self.backend.get(&key)?.as_deref() == Some(text.as_str());
            if !session.proven {
                return Err(StorageError::Dropped);
            }
        }
        let (revision, trashed_at) = (stored.revision, stored.trashed_at);
        session.met.insert(key.clone(), revision);
        session.base.insert(key.clone(), revision);
        session.last = Some(Written { key, text, revision, trashed_at });
        Ok(revision)
    }

    fn session(&self) -> MutexGuard<'_, Session> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(id: &DraftId) -> String {
    keys::of_draft(id)
}

/// Reads a text that stands under an id. A draft copied to another key by hand takes that key's
/// id, so that saving it never reaches over to the first.
fn restore_as(id: &str, raw: &str) -> Result<Stored, Unreadable> {
    let mut stored = restore(raw)?;
    if stored.draft.id.0 != id {
        stored.draft.id = DraftId(id.to_owned());
    }
    Ok(stored)
}

/// The last `N` digits of a number to the base of 36, with leading zeros.
fn base36<const N: usize>(mut number: u64) -> String {
    let mut digits = [0u8; N];
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize];
        number /= 36;
    }
    digits.iter().map(|digit| char::from(*digit)).collect()
}
