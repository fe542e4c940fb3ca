//! Carries what is saved to the durable copy, and takes in what stands there.

use super::App;
use crate::browser::persistence;
use crate::draft::DraftId;
use crate::storage::{Absorbed, Durable, PREFIX, Standing, StorageError};
use crate::ui::words::drafts as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;

/// How long an editor waits for the durable copy before it opens what localStorage has.
const PATIENCE: Duration = Duration::from_secs(3);

/// After a failure, until the durable copy is tried again by itself.
const AGAIN: Duration = Duration::from_secs(20);

/// The durable copy and what this page knows of it.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    durable: StoredValue<Rc<Durable>, LocalStorage>,
    is_driving: StoredValue<bool>,
    /// The durable copy was read, or cannot be for the present.
    is_ready: RwSignal<bool>,
    /// Something was completed or has failed.
    moved: Trigger,
    /// A draft that reads otherwise than before, and how many have done so.
    changed: RwSignal<Option<(DraftId, u32)>>,
    has_asked: StoredValue<bool>,
}

impl Keeping {
    pub(super) fn new() -> Self {
        Self {
            durable: StoredValue::new_local(Rc::new(Durable::default())),
            is_driving: StoredValue::new(false),
            is_ready: RwSignal::new(false),
            moved: Trigger::new(),
            changed: RwSignal::new(None),
            has_asked: StoredValue::new(false),
        }
    }
}

impl App {
    /// True when drafts may be opened: what is newest is known, or nothing more is to be had.
    pub fn is_ready(self) -> Signal<bool> {
        self.keeping.is_ready.into()
    }

    /// How safe the last save of a draft is; follows the writing.
    pub fn standing(self, id: &DraftId) -> Standing {
        self.keeping.moved.track();
        self.standing_now(id)
    }

    /// The draft that came to read otherwise last, by the durable copy.
    pub fn changed(self) -> Signal<Option<(DraftId, u32)>> {
        self.keeping.changed.into()
    }

    /// Asks the browser, once, to keep what is stored: there is something to keep.
    pub fn ask_to_keep(self) {
        if self.keeping.has_asked.try_update_value(|asked| std::mem::replace(asked, true)) == Some(false) {
            spawn_local(async {
                // It is the user's and the browser's to say; where they refuse, the start screen
                // reminds of a backup.
                let _ = persistence::ask().await;
            });
        }
    }

    pub(super) fn standing_now(self, id: &DraftId) -> Standing {
        self.shelf.try_with_value(|shelf| shelf.standing(id)).unwrap_or(Standing::LocalOnly)
    }

    pub(super) fn start_keeping(self) {
        set_timeout(
            move || {
                if self.keeping.is_ready.try_get_untracked() == Some(false) {
                    self.fail(StorageError::Silent);
                }
            },
            PATIENCE,
        );
        self.drive();
    }

    /// Takes in all of the durable copy once more.
    pub(super) fn read_again(self) {
        self.refresh();
        spawn_local(async move {
            let Some(durable) = self.keeping.durable.try_get_value() else { return };
            if let Ok(all) = durable.read_all().await {
                let absorbed = self.shelf.try_with_value(|shelf| shelf.copies().absorb_all(all));
                self.tell(absorbed.unwrap_or_default());
                self.drive();
            }
        });
    }

    /// Takes in some drafts of the durable copy, which another page has written.
    pub(super) fn read_drafts(self, ids: Vec<DraftId>) {
        spawn_local(async move {
            // A failure is told by the next write of this page.
            let _ = self.try_read_drafts(&ids).await;
        });
    }

    async fn try_read_drafts(self, ids: &[DraftId]) -> Result<(), StorageError> {
        let Some(durable) = self.keeping.durable.try_get_value() else { return Ok(()) };
        let keys = crate::storage::keys_of(ids);
        let seen = durable.read(&keys).await?;
        let absorbed = self.shelf.try_with_value(|shelf| shelf.copies().absorb_some(seen));
        self.tell(absorbed.unwrap_or_default());
        Ok(())
    }

    /// Writes what is pending, batch after batch, until nothing is.
    pub(super) fn drive(self) {
        if self.keeping.is_driving.try_update_value(|driving| std::mem::replace(driving, true)) != Some(false)
        {
            return;
        }
        spawn_local(async move {
            let outcome = loop {
                match self.turn().await {
                    Ok(true) => self.moved(),
                    other => break other,
                }
            };
            let _ = self.keeping.is_driving.try_set_value(false);
            match outcome {
                Err(why) => {
                    self.fail(why);
                    set_timeout(move || self.drive(), AGAIN);
                }
                // What was saved between the last look and now.
                Ok(_) if self.has_pending() => self.drive(),
                Ok(_) => {}
            }
        });
    }

    /// One batch; `false` when there was nothing to write.
    async fn turn(self) -> Result<bool, StorageError> {
        let Some(durable) = self.keeping.durable.try_get_value() else { return Ok(false) };
        if self.shelf.try_with_value(|shelf| shelf.copies().is_read()) == Some(false) {
            let all = durable.read_all().await?;
            let absorbed = self.shelf.try_with_value(|shelf| shelf.copies().absorb_all(all));
            self.tell(absorbed.unwrap_or_default());
            let _ = self.keeping.is_ready.try_set(true);
            self.moved();
        }
        let batch = self.shelf.try_with_value(|shelf| shelf.copies().pending()).unwrap_or_default();
        if batch.is_empty() {
            return Ok(false);
        }
        let refused = durable.write(&batch).await?;
        let _ = self.shelf.try_with_value(|shelf| shelf.copies().landed(&batch, &refused));
        let drafts = |keys: &mut dyn Iterator<Item = &String>| -> Vec<DraftId> {
            keys.filter_map(|key| key.strip_prefix(PREFIX)).map(|id| DraftId(id.to_owned())).collect()
        };
        self.say_saved(&drafts(&mut batch.iter().map(|write| &write.key)));
        if !refused.is_empty() {
            self.try_read_drafts(&drafts(&mut refused.iter())).await?;
        }
        Ok(true)
    }

    fn has_pending(self) -> bool {
        self.shelf.try_with_value(|shelf| !shelf.copies().pending().is_empty()).unwrap_or_default()
    }

    fn fail(self, why: StorageError) {
        let _ = self.shelf.try_with_value(|shelf| shelf.copies().failed(why));
        if self.keeping.is_ready.try_get_untracked() == Some(false) {
            let _ = self.keeping.is_ready.try_set(true);
        }
        self.moved();
        self.show_list();
    }

    fn moved(self) {
        self.keeping.moved.notify();
    }

    /// Shows what came out of the durable copy, and says what the user should know.
    fn tell(self, absorbed: Absorbed) {
        if absorbed == Absorbed::default() {
            return;
        }
        self.show_list();
        if !absorbed.damaged.is_empty() {
            self.toasts.say(words::damaged(absorbed.damaged.len()));
        }
        if !absorbed.forked.is_empty() {
            self.toasts.say(words::forked(absorbed.forked.len()));
        }
        for id in absorbed.changed {
            let _ = self.keeping.changed.try_update(|changed| {
                let count = changed.as_ref().map_or(0, |(_, count)| count.wrapping_add(1));
                *changed = Some((id, count));
            });
        }
    }
}
