//! The app: its shared state and the screen that the address names.

use super::control::{ToastHost, Toasts};
use super::drafts::{OpenDraft, StartScreen, TrashScreen};
use super::route::Route;
use super::state::App as State;
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    Toasts::provide();
    let app = State::provide();
    super::workshop::provide();
    // A step of the same draft changes nothing here: the editor stays and follows it itself.
    let screen = Memo::new(move |_| match app.router.route().get() {
        Route::Editor(id, _) => Route::Editor(id, Default::default()),
        other => other,
    });
    view! {
        {move || match screen.get() {
            Route::Start => view! { <StartScreen /> }.into_any(),
            Route::Trash => view! { <TrashScreen /> }.into_any(),
            Route::Editor(id, _) => view! { <OpenDraft id=id /> }.into_any(),
        }}
        <ToastHost />
    }
}

/// Takes away what `index.html` shows until the app has come.
pub fn remove_opening() {
    if let Some(opening) = document().get_element_by_id("opening") {
        opening.remove();
    }
}
