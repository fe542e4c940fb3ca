//! A draft in the list.

use crate::browser::clock;
use crate::check::{Severity, check, split};
use crate::draft::{Draft, DraftId, completeness};
use crate::storage::{Entry, Stored};
use crate::ui::control::{IconButton, Toasts};
use crate::ui::focus;
use crate::ui::route::{Route, Step};
use crate::ui::state::App;
use crate::ui::time;
use crate::ui::words::{checks, control, drafts as words};
use icondata_lu::{LuDownload, LuTrash2};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::download_backup;

/// The button that begins a draft: takes the focus where no draft is left to take it.
pub const NEW_BUTTON: &str = "new-draft";

/// The id of the element that takes the focus for a draft.
pub fn element_id(id: &DraftId) -> String {
    format!("draft-{id}")
}

/// Puts the focus on a draft of the list, or on another element, once the list is drawn anew.
pub fn focus_later(element: String) {
    focus::when_drawn(move || {
        let found = document().get_element_by_id(&element);
        if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = found.focus();
        }
    });
}

/// Unit, kind and period of a draft.
#[component]
pub fn Facts(
    /// Whose.
    draft: Draft,
) -> impl IntoView {
    let name = draft.unit.name.trim().to_owned();
    view! {
        <p class="draft-facts">
            {(!name.is_empty()).then(|| view! { <span>{name}</span> })}
            <span>{draft.unit.kind.label()}</span>
            <span>{draft.period.label()}</span>
        </p>
    }
}

/// A row of the start screen's list.
#[component]
pub fn DraftRow(
    /// The draft.
    stored: Stored,
    /// Stands in this page's memory only.
    unsaved: bool,
) -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    let draft = stored.draft.clone();
    let id = draft.id.clone();
    let title = draft.title();
    let done = completeness(&draft);
    let shown = split(&draft, check(&draft)).shown;
    let findings = shown.iter().filter(|finding| finding.severity != Severity::Hint).count();
    let saved = time::near(stored.saved_at, clock::today());
    let repaired = !stored.notes.is_empty();
    let backup = stored.clone();
    let trash = {
        let (id, title) = (id.clone(), title.clone());
        move || remove(app, toasts, &id, &title)
    };
    view! {
        <li class="draft">
            <div>
                <h3>
                    <a
                        class="draft-title"
                        id=element_id(&id)
                        href=Route::Editor(id.clone(), Step::default()).hash()
                    >
                        {title.clone()}
                    </a>
                </h3>
                <Facts draft=draft />
            </div>
            <div class="draft-state">
                <span class="progress">
                    <span class="progress-bar" aria-hidden="true" style:--done=done.to_string()>
                        <span></span>
                    </span>
                    <span>
                        <span class="visually-hidden">{words::COMPLETE.text()} " "</span>
                        {format!("{done}%")}
                    </span>
                </span>
                {if findings > 0 {
                    view! { <span class="badge">{checks::to_look_at(findings)}</span> }.into_any()
                } else {
                    view! { <span class="fine">{words::NOTHING_FOUND.text()}</span> }.into_any()
                }}
            </div>
            <p class="draft-saved" class:unsaved=unsaved>
                {if unsaved {
                    view! { {words::UNSAVED.text()} }.into_any()
                } else {
                    view! {
                        <span class="visually-hidden">{words::SAVED.text()} " "</span>
                        {saved}
                    }
                        .into_any()
                }}
                {repaired.then(|| view! { <span class="badge">{words::REPAIRED.text()}</span> })}
            </p>
            <div class="draft-tools">
                <IconButton
                    icon=LuDownload
                    word=control::BACKUP
                    of=title.clone()
                    on_click=move || download_backup(std::slice::from_ref(&backup), toasts)
                />
                <IconButton icon=LuTrash2 word=words::DELETE of=title class="danger" on_click=trash />
            </div>
        </li>
    }
}

/// Puts a draft into the trash, moves the focus to the next one, and offers the way back.
fn remove(app: App, toasts: Toasts, id: &DraftId, title: &str) {
    let next = neighbour(app, id);
    if let Err(why) = app.trash(id) {
        toasts.say(why.to_string());
        return;
    }
    focus_later(next.map_or(NEW_BUTTON.to_owned(), |next| element_id(&next)));
    let id = id.clone();
    toasts.offer(words::trashed(title), control::UNDO, move || match app.untrash(&id) {
        Ok(()) => focus_later(element_id(&id)),
        Err(why) => toasts.say(why.to_string()),
    });
}

fn neighbour(app: App, id: &DraftId) -> Option<DraftId> {
    let shown: Vec<DraftId> = app
        .rows()
        .get_untracked()
        .iter()
        .filter(|row| matches!(&row.entry, Entry::Readable(stored) if stored.trashed_at.is_none()))
        .map(|row| row.entry.id())
        .collect();
    let at = shown.iter().position(|it| it == id)?;
    shown.get(at + 1).or_else(|| shown.get(at.checked_sub(1)?)).cloned()
}
