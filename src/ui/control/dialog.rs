//! A dialog that keeps what was typed in it.

use crate::ui::words::{Word, control as words};
use icondata_lu::LuX;
use leptos::html;
use leptos::prelude::*;

use super::IconButton;

/// A modal dialog on the browser's own `<dialog>`: focus stays inside, Esc closes. Its content
/// stays in the page while it is closed, so that typed text is there when it opens again.
#[component]
pub fn Dialog(
    /// Open or closed.
    open: RwSignal<bool>,
    /// Heading.
    title: Word,
    /// Content.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // Fails only for a dialog that is no longer in the page.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-label=title.text()
            on:close=move |_| open.set(false)
            // Undo and the like act on what is typed here, not on the draft behind the dialog.
            on:keydown=move |event| {
                let command = event.ctrl_key() || event.meta_key();
                let key = event.key().to_ascii_lowercase();
                if key == "f8" || (command && (key == "z" || key == "y")) {
                    event.stop_propagation();
                }
            }
        >
            <header class="dialog-head">
                <h2>{title.text()}</h2>
                <IconButton icon=LuX word=words::CLOSE on_click=move || open.set(false) />
            </header>
            {children()}
        </dialog>
    }
}
