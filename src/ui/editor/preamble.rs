//! The step 开头.

use super::patterns::Patterns;
use crate::draft::Place;
use crate::ui::control::WritingField;
use crate::ui::words::editor as words;
use leptos::prelude::*;

/// The form of the opening.
#[component]
pub fn PreambleStep() -> impl IntoView {
    view! {
        <section class="step-form">
            <h2>{words::STEP_PREAMBLE.text()}</h2>
            <Patterns place=Place::Preamble />
            <WritingField
                place=Place::Preamble
                label=words::PREAMBLE.text()
                placeholder=words::ITEM_TEXT_EMPTY.text()
            />
        </section>
    }
}
