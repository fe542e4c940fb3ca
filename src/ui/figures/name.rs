//! The cell of a name. Renaming carries the references in the report along, so it happens when
//! the name is finished and not with each key.

use super::heading;
use super::note::Notes;
use super::paste;
use super::tools::Tools;
use crate::draft::history::Cause;
use crate::draft::{Column, Draft, IndicatorId, Place, edit};
use crate::ui::autosave::Autosave;
use crate::ui::words::figures as words;
use leptos::html;
use leptos::prelude::*;

/// Said of a name by which prose cannot refer to its row.
fn wrong(draft: &Draft, id: IndicatorId) -> Option<String> {
    let name = draft.indicator(id)?.name.trim();
    let above = draft.indicators.iter().take_while(|row| row.id != id);
    if name.contains(['{', '}']) {
        Some(words::NAME_BRACES.text().to_owned())
    } else if !name.is_empty() && above.into_iter().any(|row| row.name.trim() == name) {
        Some(words::NAME_TWICE.text().to_owned())
    } else {
        None
    }
}

/// The name of a row.
#[component]
pub fn NameCell(
    /// Its row.
    tools: Tools,
    /// The row's messages.
    notes: Notes,
) -> impl IntoView {
    let session = tools.session;
    let autosave = expect_context::<Autosave>();
    let id = tools.id;
    let place = Place::Indicator(id, Column::Name);
    let node = NodeRef::<html::Input>::new();
    let composing = StoredValue::new(false);
    // What is typed and not yet in the draft.
    let typed = StoredValue::new(None::<String>);
    let note = notes.of(Column::Name);
    let text = Memo::new(move |_| {
        session.draft.with(|draft| draft.indicator(id).map(|row| row.name.clone()).unwrap_or_default())
    });
    Effect::new(move |_| {
        let (Some(input), text) = (node.get(), text.get()) else { return };
        let free = !composing.get_value() && typed.with_value(Option::is_none);
        if free && input.value() != text {
            input.set_value(&text);
        }
    });
    Effect::new(move |_| note.set(session.draft.with(|draft| wrong(draft, id))));

    // True when there was a name to be written.
    let commit = move || {
        let Some(Some(name)) = typed.try_update_value(Option::take) else { return false };
        session.change(Cause::Step, |draft| edit::rename_indicator(draft, id, &name));
        true
    };
    let keep = move || {
        if let Some(Some(input)) = node.try_get_untracked() {
            typed.set_value(Some(input.value()));
        }
    };
    let leave = move || {
        // Saving on its own would have run before the name was there.
        if commit() {
            autosave.save_now();
        }
    };
    let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            leave();
        }
    });
    let left = window_event_listener(leptos::ev::pagehide, move |_| leave());
    on_cleanup(move || {
        hidden.remove();
        left.remove();
        commit();
    });
    view! {
        <input
            type="text"
            class="input"
            id=place.to_string()
            node_ref=node
            autocomplete="off"
            placeholder=words::NAME_EMPTY.text()
            aria-label=heading(Column::Name).text()
            aria-invalid=move || note.with(Option::is_some).to_string()
            aria-describedby=move || note.with(Option::is_some).then(|| format!("{place}-note"))
            on:focus=move |_| session.active.set(Some(place))
            on:compositionstart=move |_| composing.set_value(true)
            on:compositionend=move |_| {
                // It also ends when its field is taken away.
                if composing.try_set_value(false).is_none() {
                    keep();
                }
            }
            on:input=move |_| keep()
            on:change=move |_| {
                commit();
            }
            on:blur=move |_| {
                let _ = composing.try_set_value(false);
                commit();
            }
            on:keydown=move |event| {
                if event.is_composing() || composing.get_value() {
                    return;
                }
                let command = event.ctrl_key() || event.meta_key();
                match event.key().to_ascii_lowercase().as_str() {
                    // What is not in the draft yet is taken back by the browser.
                    "z" | "y" if command && typed.with_value(Option::is_some) => event.stop_propagation(),
                    // Every other key may leave the cell, move the row or save.
                    "s" if command => {
                        commit();
                    }
                    "enter" | "arrowup" | "arrowdown" => {
                        commit();
                        tools.key(&event, Column::Name);
                    }
                    "delete" | "arrowleft" | "arrowright" if event.alt_key() => {
                        commit();
                        tools.key(&event, Column::Name);
                    }
                    _ => {}
                }
            }
            on:paste=move |event| paste::receive(tools, Column::Name, &event)
        />
    }
}
