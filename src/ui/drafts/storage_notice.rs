//! Says that the browser keeps nothing, and what to do.

use crate::ui::control::Toasts;
use crate::ui::state::App;
use crate::ui::words::drafts as words;
use leptos::prelude::*;

use super::download_backup;

/// Stands at the top of a screen while storage is blocked or full.
#[component]
pub fn StorageNotice() -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    let trouble = app.trouble();
    let any = move || app.rows().with(|rows| !rows.is_empty());
    view! {
        <Show when=move || trouble.with(Option::is_some)>
            <div class="notice error" role="alert">
                <div class="notice-words">
                    <p>
                        <strong>{words::STORAGE_TROUBLE.text()}</strong>
                    </p>
                    <p>{move || trouble.get().map(|why| format!("{why}。"))}</p>
                    <p>{words::STORAGE_HELP.text()}</p>
                </div>
                <Show when=any>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| download_backup(&app.readable(), toasts)
                    >
                        {words::BACKUP_ALL.text()}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| { app.settle(); }>
                    {words::TRY_AGAIN.text()}
                </button>
            </div>
        </Show>
    }
}
