//! What the drafts of a backup become beside those that are there. Nothing is overwritten.

use super::drafts::Entry;
use super::envelope::Stored;
use crate::draft::{Draft, DraftId};
use std::collections::HashMap;

/// A draft of a backup, and what is to become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// Is not there yet.
    New(Stored),
    /// One of its id is there with other content; this one comes in under an id of its own.
    Copy {
        /// With the new id.
        stored: Stored,
        /// The one that is there.
        of: DraftId,
    },
    /// Is there already, to the letter.
    Same(DraftId),
}

impl Incoming {
    /// The draft to store, where there is one.
    pub fn into_stored(self) -> Option<Stored> {
        match self {
            Self::New(stored) | Self::Copy { stored, .. } => Some(stored),
            Self::Same(_) => None,
        }
    }
}

/// Decides what the drafts of a backup become beside those that are `present`.
pub fn incoming(drafts: Vec<Stored>, present: &[Entry]) -> Vec<Incoming> {
    let mut taken: HashMap<DraftId, Option<(Draft, bool)>> = present
        .iter()
        .map(|entry| match entry {
            Entry::Readable(stored) => (entry.id(), Some(content(stored))),
            Entry::Unreadable { .. } => (entry.id(), None),
        })
        .collect();
    drafts.into_iter().map(|stored| place(stored, &mut taken)).collect()
}

fn place(mut stored: Stored, taken: &mut HashMap<DraftId, Option<(Draft, bool)>>) -> Incoming {
    let original = stored.draft.id.clone();
    let stem = if is_plain(&original) { original.0.clone() } else { "imported".to_owned() };
    stored.draft.id = DraftId(stem.clone());
    let mut copy = 1;
    while let Some(there) = taken.get(&stored.draft.id) {
        if there.as_ref() == Some(&content(&stored)) {
            return Incoming::Same(stored.draft.id);
        }
        copy += 1;
        stored.draft.id = DraftId(format!("{stem}-{copy}"));
    }
    taken.insert(stored.draft.id.clone(), Some(content(&stored)));
    if copy == 1 { Incoming::New(stored) } else { Incoming::Copy { stored, of: DraftId(stem) } }
}

/// What makes two drafts the same to their writer: all that is written, and whether it is in the
/// trash, for a draft brought back from a backup must be seen.
pub(super) fn content(stored: &Stored) -> (Draft, bool) {
    (stored.draft.clone(), stored.trashed_at.is_some())
}

/// Ids stand in keys and addresses; a file from elsewhere may carry anything.
fn is_plain(id: &DraftId) -> bool {
    (1..=60).contains(&id.0.len()) && id.0.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(id: &str, text: &str) -> Stored {
        let mut draft = Draft::new(DraftId(id.into()), "2026H1".parse().unwrap());
        draft.preamble = text.into();
        Stored::new(draft, "w", 1)
    }

    fn shape(incoming: &[Incoming]) -> Vec<String> {
        let name = |it: &Incoming| match it {
            Incoming::New(stored) => format!("new {}", stored.draft.id),
            Incoming::Copy { stored, of } => format!("copy {} of {of}", stored.draft.id),
            Incoming::Same(id) => format!("same {id}"),
        };
        incoming.iter().map(name).collect()
    }

    #[test]
    fn a_draft_that_is_there_is_never_overwritten() {
        let present = [Entry::Readable(stored("a", "旧"))];
        let file = vec![stored("a", "新"), stored("a", "旧"), stored("b", "别的"), stored("b", "别的")];
        let decided = incoming(file, &present);
        assert_eq!(shape(&decided), ["copy a-2 of a", "same a", "new b", "same b"]);
    }

    #[test]
    fn taking_in_the_same_file_twice_adds_nothing() {
        let mut present = vec![Entry::Readable(stored("a", "旧"))];
        let first = incoming(vec![stored("a", "新")], &present);
        present.extend(first.into_iter().filter_map(Incoming::into_stored).map(Entry::Readable));
        assert_eq!(shape(&incoming(vec![stored("a", "新")], &present)), ["same a-2"]);
    }

    #[test]
    fn a_draft_in_the_trash_comes_back_as_one_that_is_seen() {
        let mut trashed = stored("a", "旧");
        trashed.trashed_at = Some(5);
        let decided = incoming(vec![stored("a", "旧")], &[Entry::Readable(trashed)]);
        assert_eq!(shape(&decided), ["copy a-2 of a"]);
    }

    #[test]
    fn an_id_that_fits_no_key_is_replaced() {
        let decided = incoming(vec![stored("../x", "一"), stored("", "二")], &[]);
        assert_eq!(shape(&decided), ["new imported", "copy imported-2 of imported"]);
    }
}
