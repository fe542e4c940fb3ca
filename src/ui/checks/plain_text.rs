//! The whole report as plain text, for mail and chat.

use crate::layout::plain_text;
use crate::ui::clipboard;
use crate::ui::control::{Dialog, IconButton, Toasts};
use crate::ui::editor::session::use_session;
use crate::ui::evidence::document;
use crate::ui::words::export as words;
use icondata_lu::LuCopy;
use leptos::html;
use leptos::prelude::*;

/// A button that copies the text; where the browser does not let it, a dialog shows the text
/// selected.
#[component]
pub fn CopyText() -> impl IntoView {
    let session = use_session();
    let toasts = Toasts::expect();
    let open = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let node = NodeRef::<html::Textarea>::new();
    let copy = move || {
        // The document on the screen may be a moment behind the typing.
        let all = session.draft.with_untracked(|draft| plain_text(&document(draft)));
        clipboard::copy(all.clone(), move |copied| {
            if copied {
                toasts.say(words::COPIED.text());
                return;
            }
            let shown = text.try_set(all).is_none() && open.try_set(true).is_none();
            if shown {
                request_animation_frame(move || {
                    if let Some(area) = node.try_get_untracked().flatten() {
                        let _ = area.focus();
                        area.select();
                    }
                });
            }
        });
    };
    view! {
        <IconButton icon=LuCopy word=words::COPY_TEXT show_word=true on_click=copy />
        <Dialog open=open title=words::COPY_BY_HAND>
            <div class="dialog-body">
                <p>{words::COPY_BY_HAND_HELP.text()}</p>
                <textarea
                    class="input"
                    rows="14"
                    readonly
                    node_ref=node
                    aria-label=words::COPY_BY_HAND.text()
                    prop:value=move || text.get()
                ></textarea>
            </div>
        </Dialog>
    }
}
