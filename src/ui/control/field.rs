//! Labelled fields of one line.

use crate::draft::Place;
use crate::ui::editor::session::use_session;
use crate::ui::words::Word;
use leptos::html;
use leptos::prelude::*;

/// A label with its control, a hint, and an error that stands beside it and is read with it. The
/// control inside carries `id`, and `{id}-note` describes it.
#[component]
pub fn Field(
    /// Id of the control inside.
    #[prop(into)]
    id: String,
    /// Label.
    label: Word,
    /// What belongs here.
    #[prop(optional_no_strip)]
    hint: Option<Word>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let note = format!("{id}-note");
    view! {
        <div class="field" class:wrong=move || error.with(Option::is_some)>
            <label for=id>{label.text()}</label>
            {children()}
            <p class="field-note" id=note>
                {move || error.get().or_else(|| hint.map(|hint| hint.text().to_owned()))}
            </p>
        </div>
    }
}

/// A one-line field bound to a place of the draft.
#[component]
pub fn TextInput(
    /// The place it writes.
    place: Place,
    /// Label.
    label: Word,
    /// What belongs here.
    #[prop(optional)]
    hint: Option<Word>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// Example shown while it is empty.
    #[prop(optional)]
    placeholder: Option<Word>,
) -> impl IntoView {
    let session = use_session();
    let node = NodeRef::<html::Input>::new();
    let composing = StoredValue::new(false);
    let text = session.text(place);
    // What stood in the draft after the last key typed here. A title that is emptied is made anew in
    // the draft, but the field stays empty under the caret until it is left.
    let typed = StoredValue::new(None::<String>);
    let show = move || {
        // A field that is taken away while it has the caret is left when it is gone already.
        let (Some(Some(input)), Some(text)) = (node.try_get_untracked(), text.try_get_untracked()) else {
            return;
        };
        if input.value() != text {
            input.set_value(&text);
        }
    };
    Effect::new(move |_| {
        let (Some(_), text) = (node.get(), text.get()) else { return };
        if !composing.get_value() && typed.with_value(|typed| typed.as_ref() != Some(&text)) {
            show();
        }
    });
    let write = move || {
        if let Some(Some(input)) = node.try_get_untracked() {
            session.type_text(place, &input.value());
            typed.set_value(Some(text.get_untracked()));
        }
    };
    let leave = move || {
        let _ = typed.try_set_value(None);
        show();
    };
    view! {
        <Field id=place.to_string() label=label hint=hint error=error>
            <input
                type="text"
                class="input"
                id=place.to_string()
                node_ref=node
                autocomplete="off"
                placeholder=placeholder.map(Word::text)
                aria-describedby=format!("{place}-note")
                aria-invalid=move || error.with(Option::is_some).to_string()
                on:focus=move |_| session.active.set(Some(place))
                on:blur=move |_| leave()
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| {
                    // It also ends when its field is taken away.
                    if composing.try_set_value(false).is_none() {
                        write();
                    }
                }
                on:input=move |_| {
                    if !composing.get_value() {
                        write();
                    }
                }
            />
        </Field>
    }
}
