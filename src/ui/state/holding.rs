//! Which page writes the draft that is open here: the messages of [`Claims`], their clock, and
//! what the screen is to show.

use super::App;
use crate::browser::channel::Channel;
use crate::draft::DraftId;
use crate::storage::{Claims, Heard, Hold, Message, Standing, What};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

const CHANNEL: &str = "qinggao";

/// By then every page that is awake has answered a roll call or a question.
const ANSWERED: Duration = Duration::from_millis(200);

/// How long a page may take to save before another takes over.
const SAVED: Duration = Duration::from_millis(2500);

/// How often it is looked whether the save before a handing over is complete.
const LOOK: Duration = Duration::from_millis(50);

/// What saves the open draft at once.
type Flush = Arc<dyn Fn() + Send + Sync>;

/// The agreement with the other pages.
#[derive(Clone, Copy)]
pub(super) struct Holding {
    claims: StoredValue<Claims>,
    channel: StoredValue<Option<Rc<Channel>>, LocalStorage>,
    hold: RwSignal<Option<Hold>>,
    /// The roll call has been answered.
    is_told: StoredValue<bool>,
    flush: StoredValue<Option<Flush>>,
    /// Counts the questions: the clock of an earlier one must not answer a later.
    asked: StoredValue<u32>,
}

impl Holding {
    pub(super) fn new(writer: &str) -> Self {
        Self {
            claims: StoredValue::new(Claims::new(writer)),
            channel: StoredValue::new_local(None),
            hold: RwSignal::new(None),
            is_told: StoredValue::new(false),
            flush: StoredValue::new(None),
            asked: StoredValue::new(0),
        }
    }
}

impl App {
    /// Opens a draft in this page, for writing where no other page writes it; see [`App::hold`].
    pub fn claim(self, id: DraftId) {
        let Holding { claims, is_told, .. } = self.holding;
        let said = claims.try_update_value(|claims| claims.open(id, is_told.get_value()));
        self.after(said);
        if self.hold_now() == Some(Hold::Asking) {
            self.unanswered_after(ANSWERED);
        }
    }

    /// Who writes the open draft.
    pub fn hold(self) -> Signal<Option<Hold>> {
        self.holding.hold.into()
    }

    /// Takes the open draft over from the page that writes it, once that has saved.
    pub fn take_over(self) {
        let said = self.holding.claims.try_update_value(Claims::take).flatten();
        self.after(said);
        if self.hold_now() == Some(Hold::Taking) {
            self.unanswered_after(SAVED);
        }
    }

    /// Closes the open draft.
    pub fn leave(self) {
        self.holding.asked.update_value(|asked| *asked = asked.wrapping_add(1));
        let said = self.holding.claims.try_update_value(Claims::leave).flatten();
        self.after(said);
    }

    /// Names what saves the open draft at once, for when another page asks for it.
    pub fn on_flush(self, flush: impl Fn() + Send + Sync + 'static) {
        self.holding.flush.set_value(Some(Arc::new(flush)));
    }

    /// The open draft turned out to be written by another page.
    pub(super) fn lose(self, id: &DraftId) {
        let is_open = matches!(self.router.route().get_untracked(), crate::ui::route::Route::Editor(open, _) if open == *id);
        if is_open {
            let _ = self.holding.claims.try_update_value(Claims::lose);
            self.after(None);
        }
    }

    /// Tells the other pages what is durable by now: not all of it reaches their localStorage.
    pub(super) fn say_saved(self, ids: &[DraftId]) {
        for id in ids {
            if let Some(message) = self.holding.claims.try_with_value(|claims| claims.saved(id)) {
                self.say(&message);
            }
        }
    }

    pub(super) fn start_holding(self) {
        let channel = Channel::open(CHANNEL, move |text| {
            // Another build may say what this one does not know.
            if let Ok(message) = serde_json::from_str::<Message>(&text) {
                self.hear(&message);
            }
        });
        self.holding.channel.set_value(Some(Rc::new(channel)));
        let roll_call = self.holding.claims.with_value(Claims::roll_call);
        self.say(&roll_call);
        set_timeout(
            move || {
                let _ = self.holding.is_told.try_set_value(true);
            },
            ANSWERED,
        );
        let left = window_event_listener(ev::pagehide, move |_| {
            let said = self.holding.claims.try_update_value(Claims::leave).flatten();
            if let Some(message) = said {
                self.say(&message);
            }
        });
        // A page that the browser kept and shows again has let its draft go.
        let back = window_event_listener(ev::pageshow, move |event| {
            if event.persisted() {
                let _ = window().location().reload();
            }
        });
        on_cleanup(move || {
            left.remove();
            back.remove();
        });
    }

    fn hear(self, message: &Message) {
        if message.what == What::Saved {
            self.read_drafts(vec![message.draft.clone()]);
            return;
        }
        match self.holding.claims.try_update_value(|claims| claims.hear(message)) {
            Some(Heard::Reply(reply)) => self.after(Some(reply)),
            Some(Heard::Give) => {
                self.flush();
                self.give_when_saved(message.draft.clone(), SAVED.as_millis() / LOOK.as_millis());
            }
            Some(Heard::Lost) => {
                self.flush();
                self.after(None);
            }
            Some(Heard::Nothing) | None => self.after(None),
        }
    }

    fn flush(self) {
        if let Some(Some(flush)) = self.holding.flush.try_get_value() {
            flush();
        }
    }

    fn give_when_saved(self, id: DraftId, looks: u128) {
        if self.standing_now(&id) == Standing::Underway && looks > 1 {
            set_timeout(move || self.give_when_saved(id, looks - 1), LOOK);
            return;
        }
        if self.hold_now() == Some(Hold::Mine) {
            let said = self.holding.claims.try_update_value(Claims::give).flatten();
            self.after(said);
        }
    }

    fn unanswered_after(self, patience: Duration) {
        let asked = self.holding.asked.get_value().wrapping_add(1);
        self.holding.asked.set_value(asked);
        set_timeout(
            move || {
                if self.holding.asked.try_get_value() != Some(asked) {
                    return;
                }
                let said = self.holding.claims.try_update_value(Claims::unanswered).flatten();
                self.after(said);
            },
            patience,
        );
    }

    fn hold_now(self) -> Option<Hold> {
        self.holding.claims.try_with_value(Claims::hold).flatten()
    }

    /// Says what is to be said and shows what has become of the open draft.
    fn after(self, said: Option<Message>) {
        if let Some(message) = said {
            self.say(&message);
        }
        let now = self.hold_now();
        if self.holding.hold.try_get_untracked().is_some_and(|before| before != now) {
            let _ = self.holding.hold.try_set(now);
        }
    }

    fn say(self, message: &Message) {
        let channel = self.holding.channel.try_get_value().flatten();
        if let (Some(channel), Ok(text)) = (channel, serde_json::to_string(message)) {
            channel.say(&text);
        }
    }
}
