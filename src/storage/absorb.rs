//! Taking in what the durable copy holds: at the start of a page, and whenever another page wrote.

use super::backend::Backend;
use super::choice::{Aside, Winner, choose};
use super::copies::{Copies, Reach, State};
use super::envelope::{SCHEMA, Stored};
use super::keys;
use crate::draft::DraftId;
use std::collections::{BTreeMap, BTreeSet};

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Absorbed {
    /// Drafts that read otherwise than before.
    pub changed: Vec<DraftId>,
    /// Drafts of which one copy was damaged; the sound one stands, the other is listed beside it.
    pub damaged: Vec<DraftId>,
    /// Drafts that had two branches; this page's stands under the second id.
    pub forked: Vec<(DraftId, DraftId)>,
}

impl<B: Backend> Copies<B> {
    /// Takes in all that the durable copy holds.
    pub fn absorb_all(&self, durable: BTreeMap<String, String>) -> Absorbed {
        let mut state = self.state();
        state.reach = Reach::Works;
        state.is_read = true;
        let local = self.local.keys().unwrap_or_default();
        let present = local.into_iter().chain(durable.keys().cloned()).chain(state.overlay.keys().cloned());
        let present: BTreeSet<String> = present.filter(|key| keys::is_shared(key)).collect();
        let seen = present.into_iter().map(|key| (key.clone(), durable.get(&key).cloned())).collect();
        self.raise_marker(&mut state, durable.get(keys::MARKER).map(String::as_str));
        if state.outdated.is_some() {
            return Absorbed::default();
        }
        self.absorb(&mut state, &seen, true)
    }

    /// Takes in what the durable copy holds under some keys. Of a key that another page saved
    /// while this one was saving it, both states are kept.
    pub fn absorb_some(&self, seen: BTreeMap<String, Option<String>>) -> Absorbed {
        self.absorb(&mut self.state(), &seen, false)
    }

    /// Tells earlier builds to stop writing, or learns that a later one has told this one to.
    fn raise_marker(&self, state: &mut State, durable: Option<&str>) {
        let form = |text: Option<&str>| text.and_then(|text| text.parse::<u64>().ok()).unwrap_or_default();
        let local = self.local.get(keys::MARKER).ok().flatten();
        let (local, durable) = (form(local.as_deref()), form(durable));
        if local.max(durable) > SCHEMA {
            state.outdated = Some(local.max(durable));
            return;
        }
        if local < SCHEMA {
            // A store that refuses this refuses the drafts too.
            let _ = self.local.set(keys::MARKER, &SCHEMA.to_string());
        }
        if durable < SCHEMA {
            state.enqueue(keys::MARKER, Some(&SCHEMA.to_string()));
        }
    }

    fn absorb(&self, state: &mut State, seen: &BTreeMap<String, Option<String>>, is_all: bool) -> Absorbed {
        let mut absorbed = Absorbed::default();
        let graves: BTreeMap<DraftId, u64> = seen
            .iter()
            .filter_map(|(key, text)| {
                let id = key.strip_prefix(keys::GRAVE)?;
                let revision = |text: Option<String>| text.and_then(|text| text.parse::<u64>().ok());
                let (durable, local) = (revision(text.clone()), revision(self.local.get(key).ok().flatten()));
                if durable < local
                    && let Some(local) = local
                {
                    state.enqueue(key, Some(&local.to_string()));
                } else if let Some(durable) = durable {
                    // One that is written on counts from here.
                    state.overlay.insert(key.clone(), durable.to_string());
                }
                Some((DraftId(id.to_owned()), durable.max(local)?))
            })
            .collect();
        for (key, durable) in seen {
            if let Some(id) = keys::draft_id(key) {
                Taking { copies: self, state, seen, is_all, absorbed: &mut absorbed }.take(
                    &id,
                    durable.as_deref(),
                    graves.get(&id).copied(),
                );
            }
        }
        absorbed
    }
}

/// One draft being taken in.
struct Taking<'a, B> {
    copies: &'a Copies<B>,
    state: &'a mut State,
    seen: &'a BTreeMap<String, Option<String>>,
    /// Of a picture of some keys another page may be writing the rest at this moment.
    is_all: bool,
    absorbed: &'a mut Absorbed,
}

impl<B: Backend> Taking<'_, B> {
    fn take(&mut self, id: &DraftId, durable: Option<&str>, grave: Option<u64>) {
        let key = keys::of_draft(id);
        let blind = format!("{}{id}", keys::BLIND);
        let parted = self.copies.local.get(&blind).ok().flatten().and_then(|text| text.parse().ok());
        let before = self.copies.latest(self.state, &key).ok().flatten();
        let (winner, aside) = choose(before.as_deref(), durable, grave, parted);
        let is_kept = match &aside {
            Aside::Nothing => true,
            Aside::Fork(fork) => {
                let copy = self.free_id(id, "");
                self.absorbed.forked.push((id.clone(), copy.clone()));
                let mut fork = Stored::clone(fork);
                fork.draft.id = copy.clone();
                self.put_beside(&copy, &fork.to_text())
            }
            Aside::Damaged(raw) => {
                self.absorbed.damaged.push(id.clone());
                let copy = self.free_id(id, "damaged-");
                self.put_beside(&copy, raw)
            }
        };
        match winner {
            Winner::Both => drop(self.state.queue.remove(&key)),
            Winner::Local => {
                if let Some(text) = before.as_ref().filter(|_| self.is_all || aside != Aside::Nothing) {
                    self.state.enqueue(&key, Some(text));
                }
            }
            Winner::Durable => {
                let Some(text) = durable else { return };
                self.state.queue.remove(&key);
                self.state.overlay.remove(&key);
                // What is put aside must stand before its place is taken.
                if !is_kept || self.copies.set_local(self.state, &key, text).is_err() {
                    self.state.overlay.insert(key.clone(), text.to_owned());
                }
            }
            Winner::DurableUntouched => {
                self.state.queue.remove(&key);
                self.state.overlay.extend(durable.map(|text| (key.clone(), text.to_owned())));
            }
            Winner::Nobody => {
                // What cannot be removed is found dead again at the next start.
                let _ = self.copies.local.remove(&key);
                self.state.overlay.remove(&key);
                self.state.queue.remove(&key);
                if durable.is_some() {
                    self.state.enqueue(&key, None);
                }
            }
        }
        if parted.is_some() {
            let _ = self.copies.local.remove(&blind);
        }
        if self.copies.latest(self.state, &key).ok().flatten() != before {
            self.absorbed.changed.push(id.clone());
        }
    }

    /// Stores a text under a key of its own, in both copies; false where localStorage refused it.
    fn put_beside(&mut self, id: &DraftId, text: &str) -> bool {
        let key = keys::of_draft(id);
        let is_local = self.copies.set_local(self.state, &key, text).is_ok();
        if !is_local {
            self.state.overlay.insert(key.clone(), text.to_owned());
        }
        self.state.enqueue(&key, Some(text));
        is_local
    }

    /// `x-2` for a branch of the draft `x`, `x-damaged-2` for its damaged text.
    fn free_id(&self, id: &DraftId, mark: &str) -> DraftId {
        let is_free = |id: &DraftId| {
            let key = keys::of_draft(id);
            matches!(self.copies.local.get(&key), Ok(None) | Err(_))
                && !self.state.overlay.contains_key(&key)
                && !self.seen.get(&key).is_some_and(Option::is_some)
        };
        let ids = (2u32..).map(|number| DraftId(format!("{id}-{mark}{number}")));
        // The numbers never run out before the keys do.
        ids.into_iter().find(is_free).unwrap_or_else(|| id.clone())
    }
}
