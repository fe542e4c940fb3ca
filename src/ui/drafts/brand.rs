//! The app's name with its mark.

use crate::ui::words::drafts as words;
use leptos::prelude::*;

const MARK: &str = include_str!("../../../style/mark.svg");

/// Mark, name, and one sentence.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <div class="brand">
            <span class="brand-mark" aria-hidden="true" inner_html=MARK></span>
            <h1>{words::APP.text()}</h1>
            <p>{words::APP_ABOUT.text()}</p>
        </div>
    }
}
