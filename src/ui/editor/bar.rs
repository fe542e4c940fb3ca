//! The bar on top: title, save status, undo, export.

use super::session::use_session;
use crate::ui::autosave::{Autosave, Status};
use crate::ui::control::IconButton;
use crate::ui::route::{Route, Step};
use crate::ui::words::{control, drafts, editor as words, export};
use icondata_lu::{LuArrowLeft, LuFileDown, LuRedo2, LuUndo2};
use leptos::prelude::*;
use leptos_icons::Icon;

/// The bar on top of the editor.
#[component]
pub fn Bar() -> impl IntoView {
    let session = use_session();
    let autosave = expect_context::<Autosave>();
    let title = Memo::new(move |_| session.draft.with(|draft| draft.title()));
    let status = move || match autosave.status() {
        Status::Saving => words::SAVING.text().to_owned(),
        Status::Saved(time) => words::saved_at(&time),
        Status::SavedBut(time, but) => format!("{}{}", words::saved_at(&time), but.text()),
        Status::Failed(why) => words::not_saved(&why),
    };
    // The tab says which draft it holds.
    Effect::new(move |_| document().set_title(&drafts::page_title(&title.get())));
    view! {
        <header class="bar">
            <a class="button" href=Route::Start.hash() aria-label=drafts::ALL_DRAFTS.text()>
                <span class="icon" aria-hidden="true">
                    <Icon icon=LuArrowLeft />
                </span>
                <span class="bar-back">{drafts::ALL_DRAFTS.text()}</span>
            </a>
            <div class="bar-title">
                <h1 title=title>{title}</h1>
                <p
                    class="bar-status"
                    class:failed=move || matches!(autosave.status(), Status::Failed(_))
                    role="status"
                >
                    {status}
                </p>
            </div>
            <div class="bar-tools">
                <IconButton
                    icon=LuUndo2
                    word=control::UNDO
                    off=Signal::derive(move || !session.reach.get().0)
                    on_click=move || session.undo()
                />
                <IconButton
                    icon=LuRedo2
                    word=control::REDO
                    off=Signal::derive(move || !session.reach.get().1)
                    on_click=move || session.redo()
                />
                <IconButton
                    icon=LuFileDown
                    word=export::EXPORT
                    show_word=true
                    class="primary"
                    on_click=move || session.show(Step::Finish)
                />
            </div>
        </header>
    }
}
