use leptos::prelude::*;

#[component]
pub fn App() -> impl IntoView {
    view! { <h1>"青稿"</h1> }
}
