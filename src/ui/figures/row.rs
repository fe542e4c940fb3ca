//! A row of the table.

use super::bars::Bars;
use super::cell::Cell;
use super::cutoff::CutoffCell;
use super::menu::RowMenu;
use super::name::NameCell;
use super::note::{NoteRow, Notes};
use super::places::{PlacesRow, places_id, toggle_id};
use super::tools::{Tools, depth};
use super::usage::ByHand;
use super::usage::Usage;
use super::{Dragging, Unfolded, class_of, heading};
use crate::draft::history::Cause;
use crate::draft::{Column, Indicator, IndicatorId, edit};
use crate::ui::control::Toasts;
use crate::ui::editor::session::{Session, use_session};
use crate::ui::words::{control, figures as words};
use icondata_lu::{LuChevronRight, LuGripVertical, LuPencil};
use leptos::prelude::*;
use leptos_icons::Icon;
use std::sync::Arc;

/// Puts the dragged row before another, or at the end.
pub fn land(session: Session, dragging: Dragging, before: Option<IndicatorId>) {
    let Some(moved) = dragging.row.get_untracked() else { return };
    dragging.row.set(None);
    session.change(Cause::Step, |draft| edit::move_indicator_to(draft, moved, before));
}

/// A row with its cells, its computed cells and its tools.
#[component]
pub fn IndicatorRow(
    /// Which indicator.
    id: IndicatorId,
) -> impl IntoView {
    let session = use_session();
    let dragging = expect_context::<Dragging>();
    let usage = expect_context::<Memo<Usage>>();
    let by_hand = expect_context::<Memo<ByHand>>();
    let tools = Tools { session, id, toasts: Toasts::expect(), unfolded: expect_context::<Unfolded>() };
    let notes = Notes::new();
    // Empty only for the moment between the removal of an indicator and that of its row.
    let row = Memo::new(move |_| {
        session.draft.with(|draft| {
            draft.indicator(id).cloned().unwrap_or_else(|| Arc::new(Indicator::new(id, "", "")))
        })
    });
    let name = Memo::new(move |_| {
        row.with(|row| match row.name.trim() {
            "" => words::UNNAMED.text().to_owned(),
            name => name.to_owned(),
        })
    });
    let level = Memo::new(move |_| session.draft.with(|draft| depth(draft, id)));
    let count = Memo::new(move |_| usage.with(|usage| usage.count(id)));
    let typed = Memo::new(move |_| by_hand.with(|by_hand| by_hand.count(id)));
    let computed = |words: Option<String>| words.unwrap_or_else(|| "—".to_owned());
    view! {
        <tbody
            role="rowgroup"
            class="figures-row"
            class:part=move || { level.get() > 0 }
            class:dragged=move || dragging.row.get() == Some(id)
            class:landing=move || dragging.row.get().is_some() && dragging.before.get() == Some(id)
            style:--depth=move || level.get().min(3).to_string()
            on:dragover=move |event| {
                if dragging.row.get_untracked().is_some() {
                    event.prevent_default();
                    dragging.before.set(Some(id));
                }
            }
            on:drop=move |event| {
                if dragging.row.get_untracked().is_some() {
                    event.prevent_default();
                    land(session, dragging, Some(id));
                }
            }
        >
            <tr role="row">
                // A mouse has the handle; the keyboard and everyone else have the tools.
                <td class="figures-handle" role="presentation">
                    <span
                        class="handle icon"
                        draggable="true"
                        aria-hidden="true"
                        title=control::DRAG.text()
                        on:dragstart=move |event| {
                            dragging.before.set(Some(id));
                            dragging.row.set(Some(id));
                            if let Some(data) = event.data_transfer() {
                                let _ = data.set_data("text/plain", "");
                            }
                        }
                        on:dragend=move |_| dragging.row.set(None)
                    >
                        <Icon icon=LuGripVertical />
                    </span>
                </td>
                <td role="rowheader" class="figures-name" data-label=words::NAME.text()>
                    <div class="figures-name-line">
                        <Show when=move || { level.get() > 0 }>
                            <span class="figures-of-which">{words::OF_WHICH.text()}</span>
                        </Show>
                        <NameCell tools=tools notes=notes />
                        <Show when=move || { count.get() + typed.get() > 0 || tools.is_unfolded() }>
                            <button
                                type="button"
                                class="figures-count"
                                class:by-hand=move || { typed.get() > 0 }
                                id=toggle_id(id)
                                aria-expanded=move || tools.is_unfolded().to_string()
                                aria-controls=move || tools.is_unfolded().then(|| places_id(id))
                                aria-label=move || words::places(&name.get(), count.get(), typed.get())
                                title=move || words::places(&name.get(), count.get(), typed.get())
                                on:click=move |_| tools.toggle()
                            >
                                <span class="icon" aria-hidden="true">
                                    <Icon icon=LuChevronRight />
                                </span>
                                <Show when=move || { count.get() > 0 }>
                                    <span>{move || count.get()}</span>
                                </Show>
                                <Show when=move || { typed.get() > 0 }>
                                    <span class="icon" aria-hidden="true">
                                        <Icon icon=LuPencil />
                                    </span>
                                </Show>
                            </button>
                        </Show>
                    </div>
                </td>
                {[Column::Unit, Column::Value, Column::LastYear, Column::Target]
                    .map(|column| {
                        view! {
                            <td
                                role="cell"
                                class=format!("figures-{}", class_of(column))
                                data-label=heading(column).text()
                            >
                                <Cell tools=tools column=column name=name notes=notes />
                            </td>
                        }
                    })
                    .into_iter()
                    .collect_view()}
                <td role="cell" class="figures-cutoff" data-label=words::CUTOFF.text()>
                    <CutoffCell tools=tools name=name notes=notes />
                </td>
                <td role="cell" class="figures-growth" data-label=words::GROWTH.text()>
                    <span>{move || computed(row.with(|row| row.growth_words()))}</span>
                    <Bars row=row />
                </td>
                <td role="cell" class="figures-completion" data-label=words::COMPLETION.text()>
                    <span>{move || computed(row.with(|row| row.completion_words()))}</span>
                </td>
                <td role="cell" class="figures-tools">
                    <RowMenu tools=tools name=name />
                </td>
            </tr>
            <NoteRow id=id notes=notes />
            <Show when=move || tools.is_unfolded()>
                <PlacesRow tools=tools row=row name=name />
            </Show>
        </tbody>
    }
}
