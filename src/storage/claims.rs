//! Which page of the browser writes which draft. A draft is written in one page at a time; the
//! pages agree by messages, which reach pages of one origin on plain http too (a Web Lock does not).
//!
//! The agreement spares the user surprises; it is the store that keeps a page which missed a
//! message from writing over another ([`crate::storage::Drafts::save_after`],
//! [`crate::storage::Write::may_replace`]).

use crate::draft::DraftId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one page tells all others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The page.
    pub from: String,
    /// About which draft; of no meaning in a roll call.
    pub draft: DraftId,
    /// What it says.
    pub what: What,
}

/// What a page says of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Who writes which draft?
    RollCall,
    /// May I write it?
    Ask,
    /// I write it.
    Mine,
    /// Save it and let me write on.
    Give,
    /// It is saved; write on.
    Given,
    /// I write it from now on.
    Taken,
    /// I no longer write it.
    Left,
    /// It was saved.
    Saved,
}

/// Who writes the draft that is open in this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The other pages have been asked.
    Asking,
    /// This page.
    Mine,
    /// Another page.
    Theirs,
    /// Nobody any more: the page that did is closed.
    Free,
    /// Another page has been asked to save it and let go.
    Taking,
}

/// What follows from a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Nothing, or only what [`Claims::hold`] says now.
    Nothing,
    /// This is to be answered.
    Reply(Message),
    /// What is open is to be saved; then [`Claims::give`].
    Give,
    /// What is open was taken over; what is not saved yet is to be saved.
    Lost,
}

/// What this page knows of who writes what.
#[derive(Debug)]
pub struct Claims {
    me: String,
    others: BTreeMap<DraftId, String>,
    open: Option<(DraftId, Hold)>,
}

impl Claims {
    /// Nothing is open and nothing known; `me` names this page.
    pub fn new(me: impl Into<String>) -> Self {
        Self { me: me.into(), others: BTreeMap::new(), open: None }
    }

    /// Asks all pages what they write.
    pub fn roll_call(&self) -> Message {
        self.say(&DraftId(String::new()), What::RollCall)
    }

    /// Tells all pages that a draft was saved.
    pub fn saved(&self, draft: &DraftId) -> Message {
        self.say(draft, What::Saved)
    }

    /// Opens a draft and gives what is to be said. `is_told` says that the roll call has been
    /// answered: then a draft that nobody named is this page's at once; else it is asked for, and
    /// [`Claims::unanswered`] is to follow.
    pub fn open(&mut self, draft: DraftId, is_told: bool) -> Message {
        let is_mine = is_told && !self.others.contains_key(&draft);
        let (hold, what) = if is_mine { (Hold::Mine, What::Mine) } else { (Hold::Asking, What::Ask) };
        let message = self.say(&draft, what);
        self.open = Some((draft, hold));
        message
    }

    /// Who writes the open draft.
    pub fn hold(&self) -> Option<Hold> {
        self.open.as_ref().map(|(_, hold)| *hold)
    }

    /// Takes over the open draft, at once where nobody writes it; else [`Claims::unanswered`] is
    /// to follow.
    pub fn take(&mut self) -> Option<Message> {
        match self.hold()? {
            Hold::Theirs => self.turn(Hold::Taking, What::Give),
            Hold::Free => self.turn(Hold::Mine, What::Taken),
            _ => None,
        }
    }

    /// Nobody answered in time: a page that is closed, killed or frozen.
    pub fn unanswered(&mut self) -> Option<Message> {
        match self.hold()? {
            Hold::Asking => self.turn(Hold::Mine, What::Mine),
            Hold::Taking => self.turn(Hold::Mine, What::Taken),
            _ => None,
        }
    }

    /// Lets the open draft go to the page that asked for it.
    pub fn give(&mut self) -> Option<Message> {
        self.turn(Hold::Theirs, What::Given)
    }

    /// The open draft turned out to be written by another page.
    pub fn lose(&mut self) {
        if let Some((_, hold)) = &mut self.open {
            *hold = Hold::Theirs;
        }
    }

    /// Closes the open draft.
    pub fn leave(&mut self) -> Option<Message> {
        let (draft, hold) = self.open.take()?;
        matches!(hold, Hold::Mine | Hold::Taking).then(|| self.say(&draft, What::Left))
    }

    /// Hears another page.
    pub fn hear(&mut self, message: &Message) -> Heard {
        let Message { from, draft, what } = message;
        if *from == self.me {
            return Heard::Nothing;
        }
        match what {
            What::Mine | What::Taken => drop(self.others.insert(draft.clone(), from.clone())),
            What::Left if self.others.get(draft) == Some(from) => drop(self.others.remove(draft)),
            _ => {}
        }
        let Some((open, hold)) = &mut self.open else { return Heard::Nothing };
        if open != draft && *what != What::RollCall {
            return Heard::Nothing;
        }
        // Where two pages want the same at once, one of them must step back.
        let first = self.me < *from;
        match (what, *hold) {
            (What::RollCall | What::Ask, Hold::Mine) => self.reply(What::Mine),
            (What::Mine, Hold::Mine) if first => self.reply(What::Mine),
            (What::Mine | What::Taken, Hold::Mine) => {
                *hold = Hold::Theirs;
                Heard::Lost
            }
            (What::Ask, Hold::Asking) if first => {
                *hold = Hold::Mine;
                self.reply(What::Mine)
            }
            (What::Mine, Hold::Asking | Hold::Free) | (What::Taken, _) => {
                *hold = Hold::Theirs;
                Heard::Nothing
            }
            (What::Give, Hold::Mine) => Heard::Give,
            (What::Given, Hold::Taking) => {
                *hold = Hold::Mine;
                self.reply(What::Taken)
            }
            (What::Left, Hold::Theirs) => {
                *hold = Hold::Free;
                Heard::Nothing
            }
            _ => Heard::Nothing,
        }
    }

    fn turn(&mut self, to: Hold, what: What) -> Option<Message> {
        let (draft, hold) = self.open.as_mut()?;
        *hold = to;
        let draft = draft.clone();
        if to == Hold::Mine {
            self.others.remove(&draft);
        }
        Some(self.say(&draft, what))
    }

    fn reply(&self, what: What) -> Heard {
        match &self.open {
            Some((draft, _)) => Heard::Reply(self.say(draft, what)),
            None => Heard::Nothing,
        }
    }

    fn say(&self, draft: &DraftId, what: What) -> Message {
        Message { from: self.me.clone(), draft: draft.clone(), what }
    }
}

#[cfg(test)]
mod tests;
