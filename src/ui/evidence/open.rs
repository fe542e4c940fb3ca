//! The door to the page of evidence in the step 核对导出.

use super::way::{OPENER, Way};
use crate::ui::words::evidence as words;
use icondata_lu::LuListChecks;
use leptos::prelude::*;
use leptos_icons::Icon;

/// The button that opens the page of evidence, with a word of what it is.
#[component]
pub fn OpenEvidence() -> impl IntoView {
    let way = Way::expect();
    view! {
        <div class="evidence-door">
            <button
                type="button"
                class="button"
                id=OPENER
                aria-keyshortcuts="F9"
                aria-describedby="evidence-hint"
                on:click=move |_| way.open()
            >
                <span class="icon" aria-hidden="true">
                    <Icon icon=LuListChecks />
                </span>
                {words::TITLE.text()}
            </button>
            <p class="field-note" id="evidence-hint">
                {words::OPEN_HINT.text()}
            </p>
        </div>
    }
}
