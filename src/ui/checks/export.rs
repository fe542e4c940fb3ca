//! The button that writes a Word file: one export at a time, its progress, and what to do where it
//! fails.

use super::finish::backup;
use crate::browser::{clock, download};
use crate::ui::control::Toasts;
use crate::ui::editor::session::use_session;
use crate::ui::words::{Word, control, export as words};
use crate::ui::workshop;
use crate::workshop::ExportedFile;
use crate::workshop::client::WorkshopError;
use icondata_lu::LuFileDown;
use leptos::prelude::*;
use leptos_icons::Icon;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// What is done sooner needs no word of its progress.
const SOON: Duration = Duration::from_millis(300);

/// Milliseconds within which a second press is the second half of a double click.
const TWICE: u64 = 600;

/// A Word file on its way.
pub type Writing = Pin<Box<dyn Future<Output = Result<ExportedFile, WorkshopError>>>>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Rest,
    /// Under way; `true` once it takes long enough to be said.
    Running(bool),
    Done(String),
    Failed(String),
}

/// The button with its state.
#[component]
pub fn Export(
    /// What the button says.
    word: Word,
    /// Begins to write the file.
    start: impl Fn() -> Writing + 'static,
    /// Further classes: `primary`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let session = use_session();
    let toasts = Toasts::expect();
    let workshop = StoredValue::new_local(workshop::expect());
    let start = StoredValue::new_local(start);
    let state = RwSignal::new(State::Rest);
    let running = Memo::new(move |_| state.with(|state| matches!(state, State::Running(_))));
    let begun = StoredValue::new(None::<u64>);
    let export = move || {
        if running.get_untracked() {
            return;
        }
        begun.set_value(Some(clock::now_millis()));
        state.set(State::Running(false));
        set_timeout(
            move || {
                // The step may have been left meanwhile.
                state.try_update(|state| {
                    if *state == State::Running(false) {
                        *state = State::Running(true);
                    }
                });
            },
            SOON,
        );
        let writing = start.with_value(|start| start());
        spawn_local(async move {
            let outcome = match writing.await {
                Ok(file) => download::save(&file.file_name, download::DOCX, &file.bytes)
                    .map(|()| file)
                    .map_err(|error| error.to_string()),
                Err(WorkshopError::Cancelled) => {
                    begun.try_set_value(None);
                    let _ = state.try_set(State::Rest);
                    return;
                }
                Err(error) => Err(error.to_string()),
            };
            if outcome.is_err() {
                // A press after a failure is a new one, however soon it comes.
                begun.try_set_value(None);
            }
            let _ = state.try_set(match outcome {
                Ok(file) if file.dropped > 0 => State::Done(format!(
                    "{}{}",
                    words::exported(&file.file_name),
                    words::dropped(file.dropped)
                )),
                Ok(file) => State::Done(words::exported(&file.file_name)),
                Err(why) => State::Failed(why),
            });
        });
    };
    view! {
        <div class="export">
            <button
                type="button"
                class=format!("button export-button {class}")
                aria-disabled=move || running.get().to_string()
                on:click=move |_| {
                    let before = begun.get_value();
                    if before.is_none_or(|at| clock::now_millis().abs_diff(at) > TWICE) {
                        export();
                    }
                }
            >
                <span class="icon" aria-hidden="true">
                    <Icon icon=LuFileDown />
                </span>
                {word.text()}
            </button>
            <div class="export-state" role="status">
                {move || match state.get() {
                    State::Rest | State::Running(false) => ().into_any(),
                    State::Running(true) => {
                        view! {
                            <div class="export-running">
                                <progress aria-label=words::EXPORTING.text()></progress>
                                <span>{words::EXPORTING.text()}</span>
                                <button
                                    type="button"
                                    class="button"
                                    on:click=move |_| workshop.with_value(|workshop| workshop.cancel())
                                >
                                    {control::CANCEL.text()}
                                </button>
                            </div>
                        }
                            .into_any()
                    }
                    State::Done(message) => view! { <p class="export-done">{message}</p> }.into_any(),
                    State::Failed(why) => {
                        view! {
                            <div class="notice error">
                                <p>{why}</p>
                                <div class="export-ways">
                                    <button type="button" class="button" on:click=move |_| export()>
                                        {words::AGAIN.text()}
                                    </button>
                                    <button type="button" class="button" on:click=move |_| backup(session, toasts)>
                                        {control::BACKUP.text()}
                                    </button>
                                </div>
                            </div>
                        }
                            .into_any()
                    }
                }}
            </div>
        </div>
    }
}
