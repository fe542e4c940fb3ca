//! The attachments: those that are made, those that were written, and the way to one more.

use super::attachment::AttachmentRow;
use crate::draft::history::Cause;
use crate::draft::{Attached, AttachmentId, Place, edit};
use crate::layout::{TABLE_TITLE, mark};
use crate::ui::control::IconButton;
use crate::ui::editor::session::use_session;
use crate::ui::focus;
use crate::ui::words::{attachments as words, evidence};
use icondata_lu::LuPlus;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What prints as an attachment, in the order of the numbers; in context of the rows.
pub type Attaching = Memo<Vec<Attached>>;

/// The number that an attachment will bear: 附件2; none for one that does not print.
pub fn numbered(attaching: Attaching, wanted: Attached) -> Option<String> {
    attaching.with(|all| all.iter().position(|it| *it == wanted).map(|at| mark(at, all.len())))
}

/// The attachment that a place is in.
pub fn attachment_of(place: Place) -> Option<AttachmentId> {
    match place {
        Place::AttachmentTitle(id) | Place::AttachmentText(id) => Some(id),
        _ => None,
    }
}

/// Puts the focus on the button that adds one.
pub fn focus_add() {
    let button = document().query_selector(".attachment-add").ok().flatten();
    if let Some(button) = button.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// The list of attachments.
#[component]
pub fn Attachments() -> impl IntoView {
    let session = use_session();
    let attaching: Attaching = Memo::new(move |_| session.draft.with(|draft| draft.attached()));
    provide_context(attaching);
    let ids = Memo::new(move |_| {
        session.draft.with(|draft| draft.attachments.iter().map(|it| it.id).collect::<Vec<_>>())
    });
    // The browser drops the focus when undo moves or takes away the row that has it.
    Effect::new(move |first: Option<()>| {
        ids.track();
        let active = session.active.get_untracked().filter(|active| attachment_of(*active).is_some());
        if let (Some(()), Some(place)) = (first, active) {
            focus::when_drawn(move || {
                if focus::is_lost() && !focus::now(place, None) {
                    focus_add();
                }
            });
        }
    });
    let add = move || {
        let id = session.change(Cause::Step, |draft| edit::add_attachment(draft, None));
        focus::later(Place::AttachmentTitle(id), None);
    };
    let made = move |which: Attached, name: &'static str, from: &'static str| {
        let number = Memo::new(move |_| numbered(attaching, which));
        view! {
            <Show when=move || number.with(Option::is_some)>
                <p class="attachment-made">
                    <span class="ordinal">{number}</span>
                    <span class="attachment-name">{name}</span>
                    <span class="field-note">{from}</span>
                </p>
            </Show>
        }
    };
    view! {
        <section class="attachments" aria-labelledby="attachments-heading">
            <h3 id="attachments-heading">{words::HEADING.text()}</h3>
            <p class="field-note">{words::ABOUT.text()}</p>
            {made(Attached::Figures, TABLE_TITLE, words::FIGURES_FROM.text())}
            <Show when=move || !ids.with(Vec::is_empty)>
                <ol class="items" aria-label=words::LIST.text()>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <AttachmentRow id=id />
                    </For>
                </ol>
            </Show>
            {made(Attached::Evidence, evidence::TITLE.text(), words::EVIDENCE_FROM.text())}
            <div class="items-end">
                <IconButton icon=LuPlus word=words::ADD show_word=true class="attachment-add" on_click=add />
            </div>
        </section>
    }
}
