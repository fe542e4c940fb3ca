//! A cell that is typed as it stands: unit, 本期, 去年同期, 目标.

use super::heading;
use super::note::Notes;
use super::paste;
use super::tools::Tools;
use crate::draft::{Column, Figure, Place};
use crate::ui::words::figures as words;
use leptos::html;
use leptos::prelude::*;

/// Said of a figure that is no number, as soon as no further key could make it one.
fn wrong(typed: &str, being_typed: bool) -> Option<String> {
    let error = Figure::from(typed).number().err()?;
    let unfinished =
        ["0", "00", "000"].iter().any(|more| Figure::from(format!("{typed}{more}")).number().is_ok());
    (!being_typed || !unfinished).then(|| error.to_string())
}

/// A cell of a row.
#[component]
pub fn Cell(
    /// Its row.
    tools: Tools,
    /// Its column; not for names and dates.
    column: Column,
    /// The row's name, for the cell's.
    name: Memo<String>,
    /// The row's messages.
    notes: Notes,
) -> impl IntoView {
    let session = tools.session;
    let place = Place::Indicator(tools.id, column);
    let node = NodeRef::<html::Input>::new();
    let composing = StoredValue::new(false);
    let focused = RwSignal::new(false);
    let figure = column != Column::Unit;
    let note = notes.of(column);
    let text = session.text(place);
    // Writes back only what came from elsewhere (undo, a paste), and never into a composition.
    Effect::new(move |_| {
        let (Some(input), text) = (node.get(), text.get()) else { return };
        if !composing.get_value() && input.value() != text {
            input.set_value(&text);
        }
    });
    if figure {
        Effect::new(move |_| note.set(wrong(&text.get(), focused.get())));
    }
    let write = move || {
        if let Some(Some(input)) = node.try_get_untracked() {
            session.type_text(place, &input.value());
        }
    };
    view! {
        <input
            type="text"
            class="input"
            class:figure=figure
            inputmode=figure.then_some("decimal")
            id=place.to_string()
            node_ref=node
            autocomplete="off"
            aria-label=move || words::cell(&name.get(), heading(column).text())
            aria-invalid=move || note.with(Option::is_some).to_string()
            aria-describedby=move || note.with(Option::is_some).then(|| format!("{place}-note"))
            on:focus=move |_| {
                focused.set(true);
                session.active.set(Some(place));
            }
            on:blur=move |_| focused.set(false)
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
            on:keydown=move |event| {
                if !event.is_composing() && !composing.get_value() {
                    tools.key(&event, column);
                }
            }
            on:paste=move |event| paste::receive(tools, column, &event)
        />
    }
}
