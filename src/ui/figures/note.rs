//! What is wrong with a cell, said under its row.

use crate::draft::{Column, IndicatorId, Place};
use leptos::prelude::*;

/// The messages of one row, a signal a typed column.
#[derive(Clone, Copy)]
pub struct Notes([RwSignal<Option<String>>; 6]);

impl Notes {
    /// No messages.
    pub fn new() -> Self {
        Self(std::array::from_fn(|_| RwSignal::new(None)))
    }

    /// The message of a column.
    pub fn of(self, column: Column) -> RwSignal<Option<String>> {
        self.0[column as usize]
    }

    /// True when any column has one.
    pub fn any(self) -> bool {
        self.0.iter().any(|note| note.with(Option::is_some))
    }
}

/// The messages under a row. Each is read with its cell, which points at it.
#[component]
pub fn NoteRow(id: IndicatorId, notes: Notes) -> impl IntoView {
    view! {
        <Show when=move || notes.any()>
            <tr class="figures-notes" role="row">
                <td colspan="10" role="cell">
                    {Column::ALL
                        .into_iter()
                        .map(|column| {
                            let note = notes.of(column);
                            move || {
                                note.get()
                                    .map(|note| {
                                        view! {
                                            <p id=format!("{}-note", Place::Indicator(id, column))>{note}</p>
                                        }
                                    })
                            }
                        })
                        .collect_view()}
                </td>
            </tr>
        </Show>
    }
}
