//! A question before something that cannot be undone.

use crate::ui::control::Dialog;
use crate::ui::words::{Word, control, drafts as words};
use leptos::prelude::*;

/// Asks; `question` empty is closed. The way back has the focus.
#[component]
pub fn Confirm(
    /// Heading, and the name of the button that does it.
    title: Word,
    /// What is going to happen.
    question: RwSignal<Option<String>>,
    /// Does it.
    on_yes: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // Each way writes only what differs: two effects that answer each other would never rest.
    Effect::new(move |_| {
        if question.with(Option::is_some) && !open.get_untracked() {
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() && question.with_untracked(Option::is_some) {
            question.set(None);
        }
    });
    view! {
        <Dialog open=open title=title>
            <div class="dialog-body">
                <p>{move || question.get()}</p>
                <p>{words::NO_RETURN.text()}</p>
            </div>
            <footer class="dialog-foot">
                <button type="button" class="button" autofocus=true on:click=move |_| open.set(false)>
                    {control::CANCEL.text()}
                </button>
                <button
                    type="button"
                    class="button danger primary"
                    on:click=move |_| {
                        open.set(false);
                        on_yes();
                    }
                >
                    {title.text()}
                </button>
            </footer>
        </Dialog>
    }
}
