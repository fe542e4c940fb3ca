//! A box to tick.

use crate::ui::words::Word;
use leptos::prelude::*;

/// A box to tick, with a line under it that says what it does.
#[component]
pub fn Tick(
    /// Whether it is ticked.
    #[prop(into)]
    on: Signal<bool>,
    /// Its label.
    word: Word,
    /// What it does.
    #[prop(optional)]
    hint: Option<Word>,
    /// Id of the hint.
    #[prop(default = "")]
    id: &'static str,
    /// Writes the change.
    set: impl Fn(bool) + 'static,
) -> impl IntoView {
    let note = hint.map(|_| format!("{id}-note"));
    view! {
        <div class="sheet-tick">
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || on.get()
                    aria-describedby=note.clone()
                    on:change=move |event| set(event_target_checked(&event))
                />
                {word.text()}
            </label>
            {hint
                .map(|hint| {
                    view! {
                        <p class="field-note" id=note>
                            {hint.text()}
                        </p>
                    }
                })}
        </div>
    }
}
