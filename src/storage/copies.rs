//! The two copies of a store: one that answers at once and may lose its last minute when the power
//! goes (localStorage), and one that answers later and loses nothing it has acknowledged.
//!
//! Every text goes to the first at once and is queued for the second. What the first has no room
//! for stands in the page's memory until the second has it. The second is known to this file as a
//! queue to be emptied and a picture to be taken in, so that all of it runs natively.

use super::backend::{Backend, StorageError};
use super::envelope::{Head, SCHEMA};
use super::keys;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A text on its way to the durable copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Under which key.
    pub key: String,
    /// The text; `None` removes the key.
    pub text: Option<String>,
    number: u64,
}

impl Write {
    /// True when it may take the place of what stands durably: a draft gives way only to a later
    /// save, or to the same one written again.
    pub fn may_replace(&self, present: Option<&str>) -> bool {
        let (Some(present), Some(text)) = (present.and_then(Head::read), &self.text) else { return true };
        Head::read(text).is_none_or(|ours| ours.revision > present.revision || ours == present)
    }
}

/// How safe the last save of a draft is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In both copies: it outlives a power cut.
    Safe,
    /// Outlives a power cut; localStorage did not take it, and why.
    DurableOnly(StorageError),
    /// On its way to the durable copy.
    Underway,
    /// In localStorage only: a power cut may cost the last minute.
    LocalOnly,
    /// In this page's memory only, and why.
    Nowhere(StorageError),
}

/// Whether the durable copy can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Reach {
    /// There is none, and nobody will look for one.
    #[default]
    Absent,
    /// Nobody knows yet.
    Awaited,
    /// It was read, and the last write went well.
    Works,
    /// The last call failed.
    Failed(StorageError),
}

/// Two copies of a store, seen as one.
#[derive(Debug)]
pub struct Copies<B> {
    pub(super) local: B,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) reach: Reach,
    /// The durable copy was read at least once.
    pub(super) is_read: bool,
    /// What localStorage does not have, or has older.
    pub(super) overlay: BTreeMap<String, String>,
    /// The latest text of each key that is not durable yet.
    pub(super) queue: BTreeMap<String, Write>,
    number: u64,
    /// Why localStorage refused last.
    refusal: Option<StorageError>,
    /// A write of localStorage was read back once.
    is_proven: bool,
    /// The form of a later build that has moved in.
    pub(super) outdated: Option<u64>,
}

impl State {
    pub(super) fn enqueue(&mut self, key: &str, text: Option<&str>) {
        self.number += 1;
        let write = Write { key: key.to_owned(), text: text.map(str::to_owned), number: self.number };
        self.queue.insert(key.to_owned(), write);
    }

    fn is_floating(&self, key: &str) -> bool {
        matches!(self.reach, Reach::Failed(_))
            && self.queue.contains_key(key)
            && self.overlay.contains_key(key)
    }
}

impl<B: Backend> Copies<B> {
    /// A store with one copy only.
    pub fn single(local: B) -> Self {
        Self { local, state: Mutex::default() }
    }

    /// A store whose durable copy is still to be read.
    pub fn awaiting(local: B) -> Self {
        let copies = Self::single(local);
        copies.state().reach = Reach::Awaited;
        copies
    }

    /// What is to be written durably, in one transaction.
    pub fn pending(&self) -> Vec<Write> {
        self.state().queue.values().cloned().collect()
    }

    /// True once the durable copy was taken in; before that nothing may be written to it.
    pub fn is_read(&self) -> bool {
        self.state().is_read
    }

    /// Notes that writes have been completed. `refused` are keys that another page had saved in
    /// the meantime ([`Write::may_replace`]); what stands there is to be taken in.
    pub fn landed(&self, batch: &[Write], refused: &[String]) {
        let mut state = self.state();
        state.reach = Reach::Works;
        for write in batch {
            let is_last = state.queue.get(&write.key).is_some_and(|queued| queued.number == write.number);
            if is_last && !refused.contains(&write.key) {
                state.queue.remove(&write.key);
            }
        }
    }

    /// Notes that the durable copy cannot be read or written. What is queued stays so.
    pub fn failed(&self, why: StorageError) {
        let mut state = self.state();
        if let StorageError::Outdated { schema } = why {
            state.outdated = Some(schema);
        }
        state.reach = Reach::Failed(why);
    }

    /// How safe a key's text is.
    pub fn standing(&self, key: &str) -> Standing {
        let state = self.state();
        let (is_queued, is_beside) = (state.queue.contains_key(key), state.overlay.contains_key(key));
        let refusal = || state.refusal.clone().unwrap_or(StorageError::Full);
        match &state.reach {
            Reach::Awaited | Reach::Works if is_queued => Standing::Underway,
            Reach::Failed(why @ StorageError::Outdated { .. }) if is_queued => Standing::Nowhere(why.clone()),
            Reach::Failed(_) if is_queued && is_beside => Standing::Nowhere(refusal()),
            Reach::Failed(_) if is_queued => Standing::LocalOnly,
            _ if !state.is_read => Standing::LocalOnly,
            _ if is_beside => Standing::DurableOnly(refusal()),
            _ => Standing::Safe,
        }
    }

    /// True when a key's text stands in this page's memory only and nothing is under way.
    pub fn is_floating(&self, key: &str) -> bool {
        self.state().is_floating(key)
    }

    /// True when some text stands in this page's memory only, under way or not.
    pub fn has_floating(&self) -> bool {
        let state = self.state();
        state.queue.keys().any(|key| state.overlay.contains_key(key))
    }

    /// Tries once more to write to localStorage what stands in memory only.
    pub fn settle(&self) {
        let mut state = self.state();
        let floating: Vec<(String, String)> =
            state.overlay.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
        for (key, text) in floating {
            if self.set_local(&mut state, &key, &text).is_ok() {
                state.overlay.remove(&key);
            }
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes to localStorage and finds out the browsers that accept every write and keep none.
    pub(super) fn set_local(&self, state: &mut State, key: &str, text: &str) -> Result<(), StorageError> {
        self.local.set(key, text)?;
        if !state.is_proven {
            state.is_proven = self.local.get(key)?.as_deref() == Some(text);
            if !state.is_proven {
                return Err(StorageError::Dropped);
            }
        }
        Ok(())
    }

    /// The later one of what localStorage has and what stands beside it.
    pub(super) fn latest(&self, state: &State, key: &str) -> Result<Option<String>, StorageError> {
        let local = self.local.get(key);
        let Some(beside) = state.overlay.get(key) else {
            return match local {
                // What is durable of a store that is blocked stands beside it.
                Err(_) if matches!(state.reach, Reach::Awaited | Reach::Works) => Ok(None),
                local => local,
            };
        };
        let revision = |text: &str| Head::read(text).map(|head| head.revision);
        match local {
            // Another page may have found room since.
            Ok(Some(local)) if revision(&local) > revision(beside) => Ok(Some(local)),
            _ => Ok(Some(beside.clone())),
        }
    }

    /// Notes over which revision a draft is saved while its durable copy is not known.
    fn note_blind(&self, state: &State, key: &str) {
        let Some(id) = keys::draft_id(key).filter(|_| !state.is_read && state.reach != Reach::Absent) else {
            return;
        };
        let note = format!("{}{id}", keys::BLIND);
        if let (Ok(None), Ok(Some(present))) = (self.local.get(&note), self.local.get(key))
            && let Some(head) = Head::read(&present)
        {
            // Without room for it the draft itself finds none.
            let _ = self.local.set(&note, &head.revision.to_string());
        }
    }

    fn newer_schema(&self, state: &State) -> Option<u64> {
        let marker = || self.local.get(keys::MARKER).ok().flatten()?.parse().ok();
        state.outdated.or_else(marker).filter(|schema: &u64| *schema > SCHEMA)
    }
}

impl<B: Backend> Backend for Copies<B> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.latest(&self.state(), key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut state = self.state();
        if let Some(schema) = self.newer_schema(&state) {
            return Err(StorageError::Outdated { schema });
        }
        self.note_blind(&state, key);
        match self.set_local(&mut state, key, text) {
            Ok(()) => drop(state.overlay.remove(key)),
            Err(why) if matches!(state.reach, Reach::Awaited | Reach::Works) && keys::is_shared(key) => {
                state.overlay.insert(key.to_owned(), text.to_owned());
                state.refusal = Some(why);
            }
            Err(why) => return Err(why),
        }
        if state.reach != Reach::Absent && keys::is_shared(key) {
            state.enqueue(key, Some(text));
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let mut state = self.state();
        if let Some(schema) = self.newer_schema(&state) {
            return Err(StorageError::Outdated { schema });
        }
        let local = self.local.remove(key);
        let beside = state.overlay.remove(key);
        if state.reach != Reach::Absent && keys::is_shared(key) {
            state.enqueue(key, None);
        }
        if beside.is_some() { Ok(()) } else { local }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let state = self.state();
        let local = match self.local.keys() {
            Err(_) if matches!(state.reach, Reach::Awaited | Reach::Works) => Vec::new(),
            Err(why) if state.overlay.is_empty() => return Err(why),
            local => local.unwrap_or_default(),
        };
        let keys: BTreeSet<String> = local.into_iter().chain(state.overlay.keys().cloned()).collect();
        Ok(keys.into_iter().collect())
    }
}
