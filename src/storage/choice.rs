//! Which of two copies of a draft is taken, and what becomes of the other.

use super::envelope::Stored;
use super::incoming::content;
use super::restore::{Unreadable, restore};

/// The copy that stands from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Winner {
    /// Both are the same, or one may not be touched: nothing is written.
    Both,
    /// The one of localStorage.
    Local,
    /// The durable one.
    Durable,
    /// A later build's, which stands in the durable copy: it is shown, and nothing is written.
    DurableUntouched,
    /// The draft was deleted for ever.
    Nobody,
}

/// What is kept of the copy that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// Nothing: it is an earlier state, or the same.
    Nothing,
    /// Another branch: a draft of its own from now on.
    Fork(Box<Stored>),
    /// A text that cannot be read, to the letter.
    Damaged(String),
}

/// Chooses by revision, never by clock. `grave` is the revision at which the draft was deleted for
/// ever; `parted` the revision over which localStorage was written without knowing the durable copy.
pub(super) fn choose(
    local: Option<&str>,
    durable: Option<&str>,
    grave: Option<u64>,
    parted: Option<u64>,
) -> (Winner, Aside) {
    if local == durable && local.is_some() && grave.is_none() {
        return (Winner::Both, Aside::Nothing);
    }
    let lives = |copy: &Result<Stored, Unreadable>| match (copy, grave) {
        (_, None) => true,
        (Ok(stored), Some(grave)) => stored.revision > grave,
        (Err(why), Some(_)) => matches!(why, Unreadable::Newer { .. }),
    };
    let read = |text: Option<&str>| text.map(restore).filter(lives);
    match (read(local), read(durable)) {
        (None, None) => (Winner::Nobody, Aside::Nothing),
        (Some(_), Some(_)) if local == durable => (Winner::Both, Aside::Nothing),
        (Some(Err(Unreadable::Newer { .. })), _) => (Winner::Both, Aside::Nothing),
        (_, Some(Err(Unreadable::Newer { .. }))) => (Winner::DurableUntouched, Aside::Nothing),
        (Some(_), None) => (Winner::Local, Aside::Nothing),
        (None, Some(_)) => (Winner::Durable, Aside::Nothing),
        (Some(Err(_)), Some(Ok(_))) => (Winner::Durable, damaged(local)),
        (Some(_), Some(Err(_))) => (Winner::Local, damaged(durable)),
        (Some(Ok(local)), Some(Ok(durable))) => {
            let has_parted =
                local.revision == durable.revision || parted.is_some_and(|base| durable.revision > base);
            if has_parted && content(&local) != content(&durable) {
                (Winner::Durable, Aside::Fork(Box::new(local)))
            } else if local.revision > durable.revision {
                (Winner::Local, Aside::Nothing)
            } else {
                (Winner::Durable, Aside::Nothing)
            }
        }
    }
}

fn damaged(text: Option<&str>) -> Aside {
    text.map_or(Aside::Nothing, |text| Aside::Damaged(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, DraftId};
    use crate::storage::SCHEMA;

    fn saved(revision: u64, text: &str) -> String {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        draft.preamble = text.into();
        let mut stored = Stored::new(draft, "w", 1);
        stored.revision = revision;
        stored.to_text()
    }

    fn winner(local: &str, durable: &str) -> Winner {
        choose(Some(local), Some(durable), None, None).0
    }

    #[test]
    fn the_later_revision_is_taken_whatever_the_clock_said() {
        assert_eq!(winner(&saved(2, "旧"), &saved(3, "新")), Winner::Durable);
        assert_eq!(winner(&saved(4, "新"), &saved(3, "旧")), Winner::Local);
        assert_eq!(winner(&saved(3, "同"), &saved(3, "同")), Winner::Both);
    }

    #[test]
    fn a_damaged_copy_gives_way_to_the_sound_one_and_is_kept() {
        let (sound, cut) = (saved(3, "好"), "{\"app\":\"qingg");
        let damaged = Aside::Damaged(cut.to_owned());
        assert_eq!(choose(Some(cut), Some(&sound), None, None), (Winner::Durable, damaged.clone()));
        assert_eq!(choose(Some(&sound), Some(cut), None, None), (Winner::Local, damaged));
    }

    #[test]
    fn what_a_later_build_saved_is_never_written_over() {
        let newer = saved(3, "新").replace(&format!("\"schema\":{SCHEMA}"), "\"schema\":99");
        assert_eq!(winner(&newer, &saved(9, "旧")), Winner::Both);
        assert_eq!(winner(&saved(9, "旧"), &newer), Winner::DurableUntouched);
        assert_eq!(choose(None, Some(&newer), Some(9), None).0, Winner::DurableUntouched);
    }

    #[test]
    fn a_draft_deleted_for_ever_stays_deleted_unless_it_was_edited_afterwards() {
        let (old, later) = (saved(3, "旧"), saved(5, "又写"));
        assert_eq!(choose(None, Some(&old), Some(4), None).0, Winner::Nobody);
        assert_eq!(choose(Some(&old), Some(&old), Some(4), None).0, Winner::Nobody);
        assert_eq!(choose(Some(&later), Some(&old), Some(4), None).0, Winner::Local);
        assert_eq!(choose(Some("{cut"), None, Some(4), None).0, Winner::Nobody);
    }

    #[test]
    fn two_branches_are_both_kept() {
        let fork = |chosen: (Winner, Aside)| match chosen {
            (Winner::Durable, Aside::Fork(fork)) => fork.draft.preamble,
            other => panic!("{other:?}"),
        };
        assert_eq!(fork(choose(Some(&saved(3, "甲")), Some(&saved(3, "乙")), None, None)), "甲");
        assert_eq!(fork(choose(Some(&saved(6, "甲")), Some(&saved(9, "乙")), None, Some(5))), "甲");
        assert_eq!(fork(choose(Some(&saved(12, "甲")), Some(&saved(9, "乙")), None, Some(5))), "甲");
        assert_eq!(choose(Some(&saved(6, "甲")), Some(&saved(5, "乙")), None, Some(5)).0, Winner::Local);
    }
}
