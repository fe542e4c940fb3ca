//! The step 数据指标: the table of figures.

mod bars;
mod cell;
mod cutoff;
mod menu;
mod name;
mod note;
mod paste;
mod places;
mod row;
mod tools;
mod usage;

use crate::draft::history::Cause;
use crate::draft::{Column, IndicatorId, Place, edit};
use crate::ui::control::IconButton;
use crate::ui::editor::session::use_session;
use crate::ui::words::{Word, editor, figures as words};
use bars::Legend;
use icondata_lu::{LuClipboardPaste, LuPlus};
use leptos::prelude::*;
use paste::PasteDialog;
use row::IndicatorRow;
use std::collections::HashSet;
use usage::{ByHand, Usage};

/// What the rows share: the row being dragged, and the row before which it would land.
#[derive(Clone, Copy)]
struct Dragging {
    row: RwSignal<Option<IndicatorId>>,
    before: RwSignal<Option<IndicatorId>>,
}

/// The rows whose places are unfolded.
#[derive(Clone, Copy)]
struct Unfolded(RwSignal<HashSet<IndicatorId>>);

/// The word of a column that is typed.
fn heading(column: Column) -> Word {
    match column {
        Column::Name => words::NAME,
        Column::Unit => words::UNIT,
        Column::Value => words::VALUE,
        Column::LastYear => words::LAST_YEAR,
        Column::Target => words::TARGET,
        Column::Cutoff => words::CUTOFF,
    }
}

/// The table of figures.
#[component]
pub fn FiguresStep() -> impl IntoView {
    let session = use_session();
    let dragging = Dragging { row: RwSignal::new(None), before: RwSignal::new(None) };
    provide_context(dragging);
    provide_context(Unfolded(RwSignal::new(HashSet::new())));
    provide_context(Memo::new(move |_| session.draft.with(Usage::of)));
    provide_context(Memo::new(move |_| session.findings.with(|all| ByHand::of(all))));
    let ids = Memo::new(move |_| {
        session.draft.with(|draft| draft.indicators.iter().map(|row| row.id).collect::<Vec<_>>())
    });
    // The browser drops the focus when undo moves the row that has it.
    Effect::new(move |first: Option<()>| {
        ids.track();
        let active = session.active.get_untracked();
        if let (Some(()), Some(place @ Place::Indicator(..))) = (first, active) {
            tools::refocus_cell_later(place);
        }
    });
    let pasting = RwSignal::new(false);
    let add = move || {
        let id = session.change(Cause::Step, |draft| edit::add_indicator(draft, None));
        tools::focus_cell_later(Place::Indicator(id, Column::Name));
    };
    let typed = Column::ALL.map(|column| {
        let class = format!("figures-{}", class_of(column));
        view! {
            <th scope="col" role="columnheader" class=class>
                {heading(column).text()}
            </th>
        }
    });
    view! {
        <section class="step-form figures">
            <header class="figures-head">
                <h2>{editor::STEP_FIGURES.text()}</h2>
                <Legend />
                <IconButton
                    icon=LuClipboardPaste
                    word=words::PASTE
                    show_word=true
                    on_click=move || pasting.set(true)
                />
            </header>
            <p class="field-note">{words::HINT.text()} {words::PASTE_HINT.text()} {words::CUTOFF_HINT.text()}</p>
            // Roles are named because the narrow layout takes the table's display away.
            <table class="figures-table" role="table" aria-label=words::TABLE.text()>
                <thead role="rowgroup">
                    <tr role="row">
                        <td class="figures-handle" role="presentation"></td>
                        {typed.into_iter().collect_view()}
                        <th scope="col" role="columnheader" class="figures-growth">
                            {words::GROWTH.text()}
                        </th>
                        <th scope="col" role="columnheader" class="figures-completion">
                            {words::COMPLETION.text()}
                        </th>
                        <th scope="col" role="columnheader" class="figures-tools">
                            <span class="visually-hidden">{words::TOOLS.text()}</span>
                        </th>
                    </tr>
                </thead>
                <For each=move || ids.get() key=|id| *id let:id>
                    <IndicatorRow id=id />
                </For>
            </table>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="empty">{words::EMPTY.text()}</p>
            </Show>
            <div
                class="figures-end"
                class:landing=move || dragging.row.get().is_some() && dragging.before.get().is_none()
                on:dragover=move |event| {
                    if dragging.row.get_untracked().is_some() {
                        event.prevent_default();
                        dragging.before.set(None);
                    }
                }
                on:drop=move |event| {
                    event.prevent_default();
                    row::land(session, dragging, None);
                }
            >
                <IconButton icon=LuPlus word=words::ADD show_word=true on_click=add />
                <p class="field-note figures-keys">{words::KEYS_HINT.text()}</p>
            </div>
            <PasteDialog open=pasting />
        </section>
    }
}

fn class_of(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Unit => "unit",
        Column::Value | Column::LastYear | Column::Target => "figure",
        Column::Cutoff => "cutoff",
    }
}
