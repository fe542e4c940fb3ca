//! The app's name with its mark.

use crate::ui::words::drafts as words;
use leptos::prelude::*;

/// Mark, name, and one sentence.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <div class="brand">
            <svg class="brand-mark" aria-hidden="true" viewBox="0 0 32 32">
                <rect width="32" height="32" rx="7"></rect>
                <path d="M9 9.5h14M9 16h14M9 22.5h8"></path>
            </svg>
            <h1>{words::APP.text()}</h1>
            <p>{words::APP_ABOUT.text()}</p>
        </div>
    }
}
