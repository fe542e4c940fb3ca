//! The start screen: the list of drafts, new drafts, files, trash.

use leptos::prelude::*;

/// The list of drafts.
#[component]
pub fn StartScreen() -> impl IntoView {
    view! { <main class="start"></main> }
}

/// Deleted drafts.
#[component]
pub fn TrashScreen() -> impl IntoView {
    view! { <main class="start"></main> }
}
