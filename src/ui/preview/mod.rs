//! The pages as they will print, drawn from [`crate::layout::Document`].

use leptos::prelude::*;

/// The pages, following the caret.
#[component]
pub fn PagesPanel() -> impl IntoView {
    view! { <section></section> }
}
