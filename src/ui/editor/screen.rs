//! The editor's frame and the keys that work everywhere in it.

use super::bar::Bar;
use super::basic::BasicStep;
use super::closing::ClosingStep;
use super::part::PartStep;
use super::preamble::PreambleStep;
use super::session::Session;
use super::side::Side;
use super::steps::{StepFooter, StepList};
use crate::draft::{Draft, DraftId};
use crate::ui::autosave::Autosave;
use crate::ui::checks::{FinishStep, watch_fields, watch_keys};
use crate::ui::evidence::{EvidenceStep, Way};
use crate::ui::figures::FiguresStep;
use crate::ui::focus;
use crate::ui::press;
use crate::ui::preview::{PrintPages, View, watch_print};
use crate::ui::route::{Route, Step};
use crate::ui::sheet::SheetStep;
use crate::ui::state::App;
use crate::ui::words::{drafts, editor as words};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A draft in the editor; says so where there is none under this id.
#[component]
pub fn EditorScreen(
    /// Which draft.
    id: DraftId,
) -> impl IntoView {
    let app = App::expect();
    match app.load(&id) {
        Ok(draft) => view! { <Editor draft=draft /> }.into_any(),
        Err(why) => view! {
            <main class="editor-missing">
                <h1>{words::NO_SUCH_DRAFT.text()}</h1>
                <p>{why}</p>
                <a class="button primary" href=Route::Start.hash()>
                    {drafts::BACK.text()}
                </a>
            </main>
        }
        .into_any(),
    }
}

#[component]
fn Editor(draft: Draft) -> impl IntoView {
    let app = App::expect();
    let session = Session::open(draft, app.router);
    let autosave = Autosave::start(app, session);
    provide_context(session);
    provide_context(autosave);
    watch_keys(session);
    watch_print();
    View::provide(session);

    let step = Memo::new(move |_| match app.router.route().get() {
        Route::Editor(_, step) => step,
        _ => Step::default(),
    });
    provide_context(step);
    Way::provide(session, step);
    let is_evidence = Memo::new(move |_| step.get() == Step::Evidence);
    watch_fields(session, step);
    press::watch();
    // A new step begins at its top, whatever was scrolled before.
    Effect::new(move |before: Option<Step>| {
        let step = step.get();
        if before.is_some_and(|before| before != step)
            && let Some(form) = document().get_element_by_id("form")
        {
            form.set_scroll_top(0);
            // On a narrow screen the whole page scrolls.
            window().scroll_to_with_x_and_y(0.0, 0.0);
            request_animation_frame(keep_focus);
            // The pages show what the form is about, before a field of it has the caret.
            let first = session.draft.with_untracked(|draft| step.first_place(draft));
            if let Some(first) = first {
                session.active.set(Some(first));
            }
        }
        step
    });

    let keys = window_event_listener(ev::keydown, move |event| {
        let command = event.ctrl_key() || event.meta_key();
        if !command || event.alt_key() || event.is_composing() {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("s", false) => autosave.save_now(),
            ("z", false) => session.undo(),
            ("y", false) | ("z", true) => session.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());

    view! {
        <div class="editor">
            <Bar />
            <div class="editor-body" class:wide=move || is_evidence.get()>
                <StepList />
                <main class="form" id="form" tabindex="-1">
                    <div class="form-sheet">
                        {move || match step.get() {
                            Step::Basic => view! { <BasicStep /> }.into_any(),
                            Step::Figures => view! { <FiguresStep /> }.into_any(),
                            Step::Preamble => view! { <PreambleStep /> }.into_any(),
                            Step::Part(kind) => view! { <PartStep kind=kind /> }.into_any(),
                            Step::Closing => view! { <ClosingStep /> }.into_any(),
                            Step::Sheet => view! { <SheetStep /> }.into_any(),
                            Step::Finish => view! { <FinishStep /> }.into_any(),
                            Step::Evidence => view! { <EvidenceStep /> }.into_any(),
                        }}
                        <Show when=move || !is_evidence.get()>
                            <StepFooter />
                        </Show>
                    </div>
                </main>
                <Side />
            </div>
        </div>
        <PrintPages />
    }
}

/// The button that led to a step goes with its form: the caret must not go with it.
fn keep_focus() {
    let form =
        document().get_element_by_id("form").and_then(|form| form.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(form) = form.filter(|_| focus::is_lost()) {
        let _ = form.focus();
    }
}
