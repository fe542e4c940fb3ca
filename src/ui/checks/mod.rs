//! Findings: the panel beside the form, and the step 核对导出.

use leptos::prelude::*;

/// The findings as a list beside the form.
#[component]
pub fn FindingsPanel() -> impl IntoView {
    view! { <section></section> }
}

/// The step 核对导出: what is missing, options of the document, export and backup.
#[component]
pub fn FinishStep() -> impl IntoView {
    view! { <section></section> }
}
