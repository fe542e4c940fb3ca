//! Saving by itself: 400 ms after the last key, at the latest 2 s after the first, and at once
//! when the page is hidden or another page wants to write on.

use crate::draft::history::Cause;
use crate::draft::{Draft, DraftId};
use crate::storage::{PREFIX, Standing, StorageError};
use crate::ui::editor::session::Session;
use crate::ui::state::App;
use crate::ui::words::{Word, drafts as words};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// After the last key.
const REST: Duration = Duration::from_millis(400);

/// After the first unsaved key, in milliseconds.
const LATEST: f64 = 2000.0;

/// What the bar says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Typed and not yet stored.
    Saving,
    /// Stored; the local time as 10:32.
    Saved(String),
    /// Stored less well; the local time, and what is to be known.
    SavedBut(String, Word),
    /// Not stored, and why.
    Failed(String),
}

/// How far the last change has come in this page; from there on the store knows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Typed,
    /// Handed to the store at this local time.
    Stored(String),
    Failed(String),
}

/// The saving of one open draft.
#[derive(Clone, Copy)]
pub struct Autosave {
    app: App,
    session: Session,
    phase: RwSignal<Phase>,
    pending: StoredValue<Option<TimeoutHandle>>,
    /// When the first unsaved change was made.
    since: StoredValue<Option<f64>>,
    /// The draft as it was last stored.
    stored: StoredValue<Draft>,
}

impl Autosave {
    /// Follows the session from now on; saves what is open when the editor is left.
    pub fn start(app: App, session: Session) -> Self {
        let phase = match app.saved_time(&session.draft.with_untracked(|draft| draft.id.clone())) {
            Ok(time) => Phase::Stored(time),
            Err(why) => Phase::Failed(why),
        };
        let it = Self {
            app,
            session,
            phase: RwSignal::new(phase),
            pending: StoredValue::new(None),
            since: StoredValue::new(None),
            stored: StoredValue::new(session.draft.get_untracked()),
        };
        Effect::new(move |first: Option<()>| {
            session.draft.track();
            if first.is_some() && it.differs() {
                it.later();
            }
        });
        let hidden = window_event_listener(ev::visibilitychange, move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Hidden {
                it.flush();
            }
        });
        let left = window_event_listener(ev::pagehide, move |_| it.flush());
        let id = session.draft.with_untracked(|draft| draft.id.clone());
        let other = window_event_listener(ev::storage, move |event| {
            if event.key().is_some_and(|key| key.starts_with(PREFIX) && key.ends_with(&id.0)) {
                it.take_over(&id);
            }
        });
        let id = session.draft.with_untracked(|draft| draft.id.clone());
        Effect::new(move |_| {
            if app.changed().get().is_some_and(|(changed, _)| changed == id) {
                it.take_over(&id);
            }
        });
        app.on_flush(move || it.flush());
        on_cleanup(move || {
            other.remove();
            hidden.remove();
            left.remove();
            it.flush();
        });
        it
    }

    /// The present status.
    pub fn status(self) -> Status {
        let time = match self.phase.get() {
            Phase::Typed => return Status::Saving,
            Phase::Failed(why) => return Status::Failed(why),
            Phase::Stored(time) => time,
        };
        let id = self.session.draft.with_untracked(|draft| draft.id.clone());
        match self.app.standing(&id) {
            Standing::Safe => Status::Saved(time),
            Standing::Underway => Status::Saving,
            Standing::LocalOnly => Status::SavedBut(time, words::LOCAL_ONLY),
            Standing::DurableOnly(StorageError::Full) => Status::SavedBut(time, words::DURABLE_ONLY_FULL),
            Standing::DurableOnly(_) => Status::SavedBut(time, words::DURABLE_ONLY),
            Standing::Nowhere(why) => Status::Failed(why.to_string()),
        }
    }

    /// Saves at once, as Ctrl+S asks.
    pub fn save_now(self) {
        self.forget_pending();
        self.save();
    }

    fn later(self) {
        // No clock: one that is set back would put the save off as long as someone types.
        let now = window().performance().map_or_else(js_sys::Date::now, |steady| steady.now());
        let since = self.since.get_value().unwrap_or(now);
        self.since.set_value(Some(since));
        self.phase.set(Phase::Typed);
        self.forget_pending();
        if now - since >= LATEST {
            self.save();
            return;
        }
        let rest = Duration::from_secs_f64(((LATEST - (now - since)) / 1000.0).max(0.0)).min(REST);
        self.pending.set_value(set_timeout_with_handle(move || self.flush(), rest).ok());
    }

    /// Takes over what another page of this browser saved of the draft, so that the next save here
    /// does not undo it. What is typed here and not stored yet comes first.
    fn take_over(self, id: &DraftId) {
        if self.differs() || self.since.get_value().is_some() {
            return;
        }
        if let Ok(draft) = self.app.load(id) {
            self.stored.set_value(draft.clone());
            self.session.change(Cause::Step, |present| *present = draft);
        }
    }

    /// True while the draft is not as it was last stored.
    fn differs(self) -> bool {
        let differs =
            |draft: &Draft| self.stored.try_with_value(|stored| stored != draft).unwrap_or_default();
        self.session.draft.try_with_untracked(differs).unwrap_or_default()
    }

    /// Saves what is not saved yet. Safe to call when the editor is already gone.
    fn flush(self) {
        self.forget_pending();
        // A field that is left together with the editor writes its last words too late for the
        // effect that would have noted them.
        if self.since.try_get_value().flatten().is_some() || self.differs() {
            self.save();
        }
    }

    fn save(self) {
        let Some(draft) = self.session.draft.try_get_untracked() else { return };
        self.since.set_value(None);
        let known = self.stored.get_value();
        self.stored.set_value(draft.clone());
        if known != draft {
            self.app.ask_to_keep();
        }
        let phase = match self.app.save(&draft, Some(&known)) {
            Ok(time) => Phase::Stored(time),
            Err(why) => Phase::Failed(why),
        };
        let _ = self.phase.try_set(phase);
    }

    fn forget_pending(self) {
        if let Some(Some(handle)) = self.pending.try_update_value(Option::take) {
            handle.clear();
        }
    }
}
