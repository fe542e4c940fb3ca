//! A button that shows an icon and says its name.

use crate::ui::words::Word;
use icondata_core::Icon as IconData;
use leptos::prelude::*;
use leptos_icons::Icon;

/// A button with an icon. Its word is its accessible name and its tooltip; with `show_word` it
/// also stands beside the icon.
#[component]
pub fn IconButton(
    /// The picture.
    icon: IconData,
    /// The name.
    word: Word,
    /// What a click or Enter does.
    on_click: impl Fn() + 'static,
    /// Show the word beside the icon.
    #[prop(optional)]
    show_word: bool,
    /// Greyed out and without effect. It stays where Tab finds it: a button that goes off while it
    /// has the focus would lose it into nothing.
    #[prop(into, optional)]
    off: Signal<bool>,
    /// Further classes: `primary`, `danger`.
    #[prop(optional)]
    class: &'static str,
    /// What it acts on, where the same button stands in every row of a list: read out after the
    /// name.
    #[prop(into, optional)]
    of: Option<String>,
) -> impl IntoView {
    let name = match of {
        Some(of) => format!("{} {of}", word.text()),
        None => word.text().to_owned(),
    };
    view! {
        <button
            type="button"
            class=format!("button {} {class}", if show_word { "" } else { "icon-only" })
            title=word.text()
            aria-label=name
            aria-disabled=move || off.get().then_some("true")
            on:click=move |_| {
                if !off.get_untracked() {
                    on_click();
                }
            }
        >
            <span class="icon" aria-hidden="true">
                <Icon icon=icon />
            </span>
            {show_word.then(|| view! { <span>{word.text()}</span> })}
        </button>
    }
}
