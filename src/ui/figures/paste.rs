//! Rows from Excel and WPS: pasted into a cell, or into a dialog where the clipboard is blocked.

use super::tools::{Tools, depth, focus_cell_later};
use crate::draft::history::Cause;
use crate::draft::{Column, Draft, Figure, IndicatorId, Place, edit};
use crate::ui::control::{Dialog, Field};
use crate::ui::editor::session::{Session, use_session};
use crate::ui::words::{control, figures as words};
use leptos::html;
use leptos::prelude::*;
use std::collections::HashSet;

/// Takes a paste of several cells; one of a single cell is left to the field.
pub fn receive(tools: Tools, column: Column, event: &web_sys::ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    // A single cell copied from a sheet ends in a line break.
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n']) {
        return;
    }
    event.prevent_default();
    let session = tools.session;
    let written = session.change(Cause::Step, |draft| put(draft, tools.id, column, text));
    told(session, &written);
}

/// Rows with names become rows of the table; bare cells fill the table from where they are pasted.
fn put(draft: &mut Draft, id: IndicatorId, column: Column, text: &str) -> Vec<IndicatorId> {
    if column != Column::Name && !has_names(column, text) {
        return edit::fill_cells(draft, id, column, text);
    }
    let blank = draft.indicator(id).is_some_and(|row| row.is_blank());
    let before: HashSet<IndicatorId> = draft.indicators.iter().map(|row| row.id).collect();
    let whole = draft.indicator(id).and_then(|row| row.part_of);
    let behind = last_part(draft, id);
    let written = edit::paste_rows(draft, Some(behind), text);
    // New rows stand beside the row that was pasted into, not among its parts.
    for row in written.iter().filter(|row| !before.contains(row)) {
        if let Some(row) = draft.indicator_mut(*row).filter(|row| behind != id && row.part_of == Some(id)) {
            row.part_of = whole;
        }
    }
    // An empty row that was only there to be pasted into has done its work.
    if blank && !written.is_empty() {
        edit::remove_indicator(draft, id);
    }
    written
}

/// The last of the rows that stand under `id` as its parts, or `id` itself.
fn last_part(draft: &Draft, id: IndicatorId) -> IndicatorId {
    let level = depth(draft, id);
    let behind = draft.indicators.iter().map(|row| row.id).skip_while(|it| *it != id).skip(1);
    behind.take_while(|it| depth(draft, *it) > level).last().unwrap_or(id)
}

fn has_names(column: Column, text: &str) -> bool {
    let is_word = |cell: &str| {
        !cell.trim().is_empty()
            && Figure::from(cell).number().is_err()
            && crate::text::date::parse(cell).is_none()
    };
    text.lines().any(|line| {
        let mut cells = line.split('\t');
        let (first, second) = (cells.next().unwrap_or_default(), cells.next());
        match second {
            None => false,
            // 人, 1779: a unit and its figures. 团员人数, 人, 1779: a name.
            Some(second) if column == Column::Unit => is_word(first) && is_word(second),
            Some(_) => is_word(first),
        }
    })
}

fn told(session: Session, written: &[IndicatorId]) {
    if let Some(last) = written.last() {
        focus_cell_later(Place::Indicator(*last, Column::Name));
        session.offer_undo(words::pasted(written.len()));
    }
}

/// A text area for rows, for those whose clipboard is blocked or who want to see them first.
#[component]
pub fn PasteDialog(open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let node = NodeRef::<html::Textarea>::new();
    let text = RwSignal::new(String::new());
    let count = Memo::new(move |_| {
        let text = text.get();
        if text.trim().is_empty() {
            return 0;
        }
        let mut tried = session.draft.get_untracked();
        edit::paste_rows(&mut tried, None, &text).len()
    });
    let apply = move || {
        let written =
            session.change(Cause::Step, |draft| edit::paste_rows(draft, None, &text.get_untracked()));
        if written.is_empty() {
            return;
        }
        text.set(String::new());
        if let Some(area) = node.get_untracked() {
            area.set_value("");
        }
        open.set(false);
        told(session, &written);
    };
    view! {
        <Dialog open=open title=words::PASTE>
            <div class="figures-paste">
                <p>{words::PASTE_HELP.text()}</p>
                <Field id="figures-paste" label=words::PASTE_AREA>
                    <textarea
                        class="input"
                        id="figures-paste"
                        rows="10"
                        spellcheck="false"
                        wrap="off"
                        node_ref=node
                        aria-describedby="figures-paste-count"
                        on:input=move |event| text.set(event_target_value(&event))
                        on:keydown=move |event| {
                            if event.key() == "Enter" && event.ctrl_key() && !event.is_composing() {
                                event.prevent_default();
                                apply();
                            }
                        }
                    ></textarea>
                </Field>
                <footer class="dialog-foot">
                    <span id="figures-paste-count" class="field-note" role="status">
                        {move || match count.get() {
                            0 => words::PASTE_NOTHING.text().to_owned(),
                            count => words::will_paste(count),
                        }}
                    </span>
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        {control::CANCEL.text()}
                    </button>
                    <button
                        type="button"
                        class="button primary"
                        disabled=move || count.get() == 0
                        on:click=move |_| apply()
                    >
                        {words::PASTE_APPLY.text()}
                    </button>
                </footer>
            </div>
        </Dialog>
    }
}
