//! The findings beside the form.

use super::list::FindingList;
use super::summary::Summary;
use crate::ui::words::{checks as words, editor};
use leptos::prelude::*;

/// The findings as a list beside the form.
#[component]
pub fn FindingsPanel() -> impl IntoView {
    view! {
        <section class="findings" aria-label=editor::FINDINGS.text()>
            <header class="findings-head">
                <Summary />
                <p class="field-note">{words::KEYS.text()}</p>
            </header>
            <FindingList />
        </section>
    }
}
