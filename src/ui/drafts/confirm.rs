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
    Effect::new(move |_| open.set(question.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() {
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
