//! What the whole app shares: the address and the drafts.

mod holding;
mod keeping;

use holding::Holding;
use keeping::Keeping;

use crate::browser::clock;
use crate::draft::{Draft, DraftId, Unit};
use crate::storage::{Entry, Incoming, Local, PREFIX, Row, Shelf, StorageError, Stored};
use crate::template::Template;
use crate::text::Period;
use crate::ui::control::Toasts;
use crate::ui::route::Router;
use crate::ui::time;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// The app's shared state; a handle, free to copy.
#[derive(Clone, Copy)]
pub struct App {
    /// The address.
    pub router: Router,
    shelf: StoredValue<Shelf<Local>>,
    rows: RwSignal<Arc<Vec<Row>>>,
    trouble: RwSignal<Option<StorageError>>,
    keeping: Keeping,
    holding: Holding,
    toasts: Toasts,
}

impl App {
    /// Puts the app into context, which has the toasts already.
    pub fn provide() -> Self {
        let writer = format!("{:x}", chance());
        let app = Self {
            router: Router::start(),
            shelf: StoredValue::new(Shelf::awaiting(Local, &writer)),
            rows: RwSignal::default(),
            trouble: RwSignal::new(None),
            keeping: Keeping::new(),
            holding: Holding::new(&writer),
            toasts: Toasts::expect(),
        };
        app.refresh();
        app.start_keeping();
        app.start_holding();
        app.follow_other_tabs();
        app.guard();
        provide_context(app);
        app
    }

    /// The app in context.
    ///
    /// # Panics
    /// Outside the app, which provides it: a mistake of ours, never of input.
    pub fn expect() -> Self {
        expect_context()
    }

    /// A stored draft, or why there is none.
    pub fn load(self, id: &DraftId) -> Result<Draft, String> {
        match self.shelf.with_value(|shelf| shelf.load(id)) {
            Ok((stored, _)) => Ok(stored.draft),
            Err(why) => Err(why.to_string()),
        }
    }

    /// Stores a draft over the state `known`, durably a moment later ([`App::standing`]); gives the
    /// local time of the save, or why it failed and what to do. A draft that could not be stored
    /// stays in this page's memory; over what another page saved it is stored beside it.
    pub fn save(self, draft: &Draft, known: Option<&Draft>) -> Result<String, String> {
        let now = clock::now_millis();
        let outcome = self.shelf.with_value(|shelf| shelf.save(draft, known, now));
        self.drive();
        match outcome {
            Err(why @ StorageError::Overtaken) => {
                self.toasts.say(why.to_string());
                self.refresh();
                self.lose(&draft.id);
                Err(why.to_string())
            }
            Ok(()) => {
                if !self.shelf.with_value(Shelf::has_unsaved) {
                    self.note(None);
                }
                Ok(time::of_day(now))
            }
            Err(why) => {
                let words = why.to_string();
                self.note(Some(why));
                Err(words)
            }
        }
    }

    /// When a draft was last saved, or why it is not.
    pub fn saved_time(self, id: &DraftId) -> Result<String, String> {
        match self.shelf.with_value(|shelf| shelf.load(id)) {
            Ok((stored, false)) => Ok(time::of_day(stored.saved_at)),
            Ok((_, true)) => {
                let why = self.trouble.get_untracked();
                Err(why.unwrap_or(StorageError::Blocked).to_string())
            }
            Err(why) => Err(why.to_string()),
        }
    }

    /// All that is stored, newest first, the trash included; up to date after [`App::refresh`].
    pub fn rows(self) -> Signal<Arc<Vec<Row>>> {
        self.rows.into()
    }

    /// What is wrong with the browser's storage, if anything.
    pub fn trouble(self) -> Signal<Option<StorageError>> {
        self.trouble.into()
    }

    /// Reads the list again, after something was written or may have been.
    pub fn refresh(self) {
        self.show_list();
        self.drive();
    }

    fn show_list(self) {
        let Some((rows, trouble)) = self.shelf.try_with_value(Shelf::list) else { return };
        if trouble.is_some() {
            self.note(trouble);
        }
        self.rows.set(Arc::new(rows));
    }

    /// Begins a draft from a template, or from nothing but the four parts, and gives its id.
    pub fn create(self, template: Option<&Template>, unit: Unit, period: Period) -> DraftId {
        let id = self.shelf.with_value(|shelf| shelf.new_id(clock::now_millis(), chance()));
        let draft = match template {
            Some(template) => template.begin(id.clone(), unit, period),
            None => Draft { unit, ..Draft::new(id.clone(), period) },
        };
        // A draft that cannot be stored is in memory, and the bar of the editor says so.
        let _ = self.save(&draft, None);
        self.refresh();
        id
    }

    /// Puts a draft into the trash.
    pub fn trash(self, id: &DraftId) -> Result<(), StorageError> {
        let outcome = self.shelf.with_value(|shelf| shelf.trash(id, clock::now_millis()));
        self.refresh();
        outcome
    }

    /// Takes a draft out of the trash.
    pub fn untrash(self, id: &DraftId) -> Result<(), StorageError> {
        let outcome = self.shelf.with_value(|shelf| shelf.untrash(id));
        self.refresh();
        outcome
    }

    /// Deletes a draft that lies in the trash.
    pub fn delete_for_ever(self, id: &DraftId) -> Result<(), StorageError> {
        let outcome = self.shelf.with_value(|shelf| shelf.delete_for_ever(id));
        // There may be room now for what did not fit.
        self.settle();
        outcome
    }

    /// Deletes what cannot be read, as the list showed it.
    pub fn delete_unreadable(self, key: &str, raw: &str) -> Result<(), StorageError> {
        let outcome = self.shelf.with_value(|shelf| shelf.delete_unreadable(key, raw));
        self.settle();
        outcome
    }

    /// Tries once more to store what is in memory only; true when all is stored.
    pub fn settle(self) -> bool {
        let outcome = self.shelf.with_value(|shelf| shelf.settle(clock::now_millis()));
        self.drive();
        self.note(outcome.err());
        self.refresh();
        self.trouble.with_untracked(Option::is_none)
    }

    /// Takes in what came with a backup and gives the new ids. What could not be stored is in
    /// memory, and [`App::trouble`] says why.
    pub fn bring_in(self, incoming: Vec<Incoming>) -> Result<Vec<DraftId>, StorageError> {
        let (ids, trouble) = self.shelf.with_value(|shelf| shelf.bring_in(incoming))?;
        if trouble.is_some() {
            self.note(trouble);
        }
        self.refresh();
        Ok(ids)
    }

    /// The drafts that can be read, the trash included, as a backup holds them.
    pub fn readable(self) -> Vec<Stored> {
        let readable = |row: &Row| match &row.entry {
            Entry::Readable(stored) => Some(stored.clone()),
            Entry::Unreadable { .. } => None,
        };
        self.rows.with_untracked(|rows| rows.iter().filter_map(readable).collect())
    }

    fn note(self, trouble: Option<StorageError>) {
        if self.trouble.with_untracked(|before| *before != trouble) {
            self.trouble.try_set(trouble);
        }
    }

    fn follow_other_tabs(self) {
        let listener = window_event_listener(ev::storage, move |event| {
            match event.key() {
                Some(key) if key.starts_with(PREFIX) => self.refresh(),
                Some(_) => {}
                // All of it was cleared: the durable copy has it.
                None => self.read_again(),
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Keeps the page from being left by accident while it holds what is stored nowhere else, and
    /// from being replaced by a file that was dropped beside its goal.
    fn guard(self) {
        let leaving = window_event_listener(ev::beforeunload, move |event| {
            if self.shelf.try_with_value(Shelf::has_unsaved) == Some(true) {
                event.prevent_default();
                // Older browsers ask only for a value.
                event.set_return_value("unsaved");
            }
        });
        let over = window_event_listener(ev::dragover, |event| {
            if holds_files(&event) {
                event.prevent_default();
            }
        });
        let drop = window_event_listener(ev::drop, |event| {
            if holds_files(&event) {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            leaving.remove();
            over.remove();
            drop.remove();
        });
    }
}

/// True when what is dragged over the page is a file.
pub fn holds_files(event: &web_sys::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn chance() -> u64 {
    (js_sys::Math::random() * 9_007_199_254_740_992.0) as u64
}
