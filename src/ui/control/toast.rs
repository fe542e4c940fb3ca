//! Short messages at the foot of the screen, read out by screen readers.

use crate::ui::words::{Word, control as words};
use icondata_lu::LuX;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

use super::IconButton;

/// How long a message stays when it offers nothing to do.
const STAYS: Duration = Duration::from_secs(8);

/// A message that was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToastId(u32);

#[derive(Clone)]
struct Toast {
    id: u32,
    message: String,
    action: Option<(Word, Action)>,
}

/// Shared, not a callback of the place that offers it: a row may be gone before its undo is used.
type Action = Arc<dyn Fn() + Send + Sync>;

/// The messages on show; in context of the whole app.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    /// Puts the messages into context.
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// The messages in context.
    ///
    /// # Panics
    /// Outside the app, which provides them: a mistake of ours, never of input.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Says something; it goes by itself.
    pub fn say(self, message: impl Into<String>) {
        let id = self.push(message.into(), None);
        set_timeout(move || self.close(id), STAYS);
    }

    /// Says something and offers a way back or on; it stays until it is closed, used or followed
    /// by another offer, because no one is to be hurried. Gives what [`Toasts::withdraw`] takes.
    pub fn offer(
        self,
        message: impl Into<String>,
        word: Word,
        action: impl Fn() + Send + Sync + 'static,
    ) -> ToastId {
        // Two ways back side by side: nobody could tell which leads where.
        self.shown.update(|shown| shown.retain(|toast| toast.action.is_none()));
        ToastId(self.push(message.into(), Some((word, Arc::new(action)))))
    }

    /// Takes a message away, if it is still there.
    pub fn withdraw(self, ToastId(id): ToastId) {
        self.close(id);
    }

    fn push(self, message: String, action: Option<(Word, Action)>) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.shown.update(|shown| {
            shown.push(Toast { id, message, action });
            if shown.len() > 3 {
                shown.remove(0);
            }
        });
        id
    }

    fn close(self, id: u32) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// Where the messages appear.
#[component]
pub fn ToastHost() -> impl IntoView {
    let toasts = Toasts::expect();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown.get() key=|toast| toast.id let:toast>
                <div class="toast">
                    <span>{toast.message}</span>
                    {toast
                        .action
                        .map(|(word, action)| {
                            view! {
                                <button
                                    type="button"
                                    class="button toast-action"
                                    on:click=move |_| {
                                        toasts.close(toast.id);
                                        action();
                                    }
                                >
                                    {word.text()}
                                </button>
                            }
                        })}
                    <IconButton icon=LuX word=words::CLOSE on_click=move || toasts.close(toast.id) />
                </div>
            </For>
        </div>
    }
}
