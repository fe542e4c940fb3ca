//! Undo and redo: snapshots of the whole draft. They share what did not change, so that one
//! costs the rows that did.

use super::model::Draft;
use super::place::Place;

/// How many steps can be taken back.
const DEPTH: usize = 300;

/// Typing in one field counts as one step until this many milliseconds pass without a key.
const PAUSE: u64 = 1000;

/// What made a change; changes of one kind that follow each other quickly are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Typing in a field.
    Typing(Place),
    /// Typing in a setting of the page, by the name of its field.
    Setting(&'static str),
    /// Anything else: a step of its own.
    Step,
}

/// The states before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Draft>,
    future: Vec<Draft>,
    last: Option<(Cause, u64)>,
}

impl History {
    /// Notes the state `before` a change made at `now` (milliseconds of any steady clock).
    pub fn record(&mut self, before: &Draft, cause: Cause, now: u64) {
        let goes_on = matches!(cause, Cause::Typing(_) | Cause::Setting(_))
            && self.last.is_some_and(|(last, at)| last == cause && now.saturating_sub(at) < PAUSE);
        if !goes_on {
            if self.past.len() == DEPTH {
                self.past.remove(0);
            }
            self.past.push(before.clone());
        }
        self.future.clear();
        self.last = Some((cause, now));
    }

    /// The state before; `present` is kept for redo.
    pub fn undo(&mut self, present: &Draft) -> Option<Draft> {
        let before = self.past.pop()?;
        self.future.push(present.clone());
        self.last = None;
        Some(before)
    }

    /// The state that was undone last; `present` is kept for undo.
    pub fn redo(&mut self, present: &Draft) -> Option<Draft> {
        let after = self.future.pop()?;
        self.past.push(present.clone());
        self.last = None;
        Some(after)
    }

    /// True when there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// True when there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::DraftId;
    use super::*;

    #[test]
    fn undo_takes_back_a_burst_of_typing_at_once() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let mut history = History::default();
        for (at, text) in [(0, "上"), (100, "上半"), (5000, "上半年")] {
            history.record(&draft, Cause::Typing(Place::Preamble), at);
            draft.preamble = text.into();
        }
        let undone = history.undo(&draft).unwrap();
        assert_eq!(undone.preamble, "上半");
        let start = history.undo(&undone).unwrap();
        assert_eq!(start.preamble, "");
        assert!(!history.can_undo());
        let again = history.redo(&start).unwrap();
        assert_eq!(history.redo(&again).unwrap().preamble, "上半年");
    }

    #[test]
    fn a_change_after_undo_forgets_what_was_undone() {
        let draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let mut history = History::default();
        history.record(&draft, Cause::Step, 0);
        let back = history.undo(&draft).unwrap();
        history.record(&back, Cause::Step, 1);
        assert!(!history.can_redo());
    }
}
