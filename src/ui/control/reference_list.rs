//! The figures offered while a reference is typed, hanging from the field.

use super::completion::{Choice, Query};
use crate::draft::Place;
use crate::ui::words::control as words;
use leptos::prelude::*;

/// The element id of a field's list.
pub fn list_id(place: Place) -> String {
    format!("{place}-references")
}

/// The element id of a choice in it.
pub fn option_id(place: Place, index: usize) -> String {
    format!("{place}-reference-{index}")
}

/// The list; the field keeps the focus and says by key which choice is meant.
#[component]
pub fn ReferenceList(
    /// The field.
    place: Place,
    /// What is offered, and for which words.
    offered: RwSignal<Option<(Query, Vec<Choice>)>>,
    /// The choice that Enter takes.
    chosen: RwSignal<usize>,
    /// A choice was clicked.
    #[prop(into)]
    on_choose: Callback<(Choice, Query)>,
) -> impl IntoView {
    let open = Memo::new(move |_| offered.with(Option::is_some));
    // The list and the choice in it stay in sight.
    Effect::new(move |_| {
        let (open, chosen) = (open.get(), chosen.get());
        if open {
            request_animation_frame(move || {
                see(&list_id(place));
                see(&option_id(place, chosen));
            });
        }
    });
    let option = move |index: usize, choice: Choice, query: Query| {
        let (name, stands_for) = (choice.name.clone(), choice.stands_for.clone());
        view! {
            <li
                role="option"
                id=option_id(place, index)
                aria-selected=move || (chosen.get() == index).to_string()
                // Mouse down, not click: a click would first take the focus away.
                on:mousedown=move |event| {
                    event.prevent_default();
                    on_choose.run((choice.clone(), query.clone()));
                }
            >
                <span>{name}</span>
                <span class="references-value">{stands_for}</span>
            </li>
        }
    };
    view! {
        <Show when=move || open.get()>
            <ul class="references" role="listbox" id=list_id(place) aria-label=words::REFERENCES.text()>
                {move || {
                    let (query, choices) = offered.get()?;
                    if choices.is_empty() {
                        let empty = view! { <li class="references-empty">{words::REFERENCES_EMPTY.text()}</li> };
                        return Some(empty.into_any());
                    }
                    let options = choices.into_iter().enumerate();
                    Some(options.map(|(at, choice)| option(at, choice, query.clone())).collect_view().into_any())
                }}
            </ul>
        </Show>
    }
}

/// Scrolls as little as brings an element into sight.
fn see(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
