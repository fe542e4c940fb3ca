//! A draft is opened: for writing, or for reading while another page writes it.

use crate::draft::DraftId;
use crate::storage::Hold;
use crate::ui::editor::EditorScreen;
use crate::ui::editor::session::Session;
use crate::ui::focus;
use crate::ui::preview::{PagesPanel, View};
use crate::ui::route::Route;
use crate::ui::state::App;
use crate::ui::words::drafts as words;
use icondata_lu::LuArrowLeft;
use leptos::html;
use leptos::prelude::*;
use leptos_icons::Icon;

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Waiting,
    Writing,
    Reading,
}

/// The editor where this page may write the draft; its pages to read where another one does.
#[component]
pub fn OpenDraft(
    /// Which draft.
    id: DraftId,
) -> impl IntoView {
    let app = App::expect();
    app.claim(id.clone());
    on_cleanup(move || app.leave());
    let shown = Memo::new(move |_| match (app.is_ready().get(), app.hold().get()) {
        (true, Some(Hold::Mine)) => Shown::Writing,
        (false, _) | (_, None | Some(Hold::Asking)) => Shown::Waiting,
        _ => Shown::Reading,
    });
    move || {
        let id = id.clone();
        match shown.get() {
            Shown::Waiting => view! { <Waiting /> }.into_any(),
            Shown::Writing => view! { <EditorScreen id=id /> }.into_any(),
            Shown::Reading => view! { <Reading id=id /> }.into_any(),
        }
    }
}

/// Mostly too short to be seen; what it says appears only after a while.
#[component]
fn Waiting() -> impl IntoView {
    view! {
        <main class="opening-draft" aria-busy="true">
            <p role="status">{words::OPENING.text()}</p>
        </main>
    }
}

/// The draft as it prints, following what the other page saves.
#[component]
fn Reading(id: DraftId) -> impl IntoView {
    let app = App::expect();
    let Ok(draft) = app.load(&id) else {
        // Says what is the matter with it.
        return view! { <EditorScreen id=id /> }.into_any();
    };
    document().set_title(&words::page_title(&draft.title()));
    let session = Session::open(draft, app.router);
    provide_context(session);
    View::provide(session);
    let title = Memo::new(move |_| session.draft.with(|draft| draft.title()));
    Effect::new(move |_| {
        app.rows().track();
        if let Ok(draft) = app.load(&id)
            && session.draft.with_untracked(|before| *before != draft)
        {
            session.draft.set(draft);
        }
    });
    let is_free = move || app.hold().get() == Some(Hold::Free);
    let is_taking = move || app.hold().get() == Some(Hold::Taking);
    let button = NodeRef::<html::Button>::new();
    // The field that had the focus went with the editor.
    Effect::new(move |_| {
        if let Some(button) = button.get() {
            focus::when_drawn(move || {
                if focus::is_lost() {
                    let _ = button.focus();
                }
            });
        }
    });
    view! {
        <div class="reading">
            <header class="bar">
                <a class="button" href=Route::Start.hash() aria-label=words::ALL_DRAFTS.text()>
                    <span class="icon" aria-hidden="true">
                        <Icon icon=LuArrowLeft />
                    </span>
                    <span class="bar-back">{words::ALL_DRAFTS.text()}</span>
                </a>
                <div class="bar-title">
                    <h1 title=title>{title}</h1>
                    <p class="bar-status" role="status">
                        {move || if is_free() { words::WRITTEN_NOWHERE.text() } else { words::WRITTEN_ELSEWHERE.text() }}
                    </p>
                </div>
                <div class="bar-tools">
                    <button
                        type="button"
                        class="button primary"
                        node_ref=button
                        aria-disabled=move || is_taking().to_string()
                        on:click=move |_| app.take_over()
                    >
                        {move || if is_taking() { words::TAKING_OVER.text() } else { words::WRITE_HERE.text() }}
                    </button>
                </div>
            </header>
            <main class="reading-pages">
                <PagesPanel />
            </main>
        </div>
    }
    .into_any()
}
