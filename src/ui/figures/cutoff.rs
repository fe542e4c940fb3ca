//! The cell 截至: a date in any of the usual ways of writing one.

use super::heading;
use super::note::Notes;
use super::paste;
use super::tools::Tools;
use crate::draft::history::Cause;
use crate::draft::{Column, Place};
use crate::text::{Date, Period, date};
use crate::ui::words::figures as words;
use leptos::html;
use leptos::prelude::*;

/// Reads a date; one without a year is of the report's year. Two digits are a year that is not
/// written out.
fn read(typed: &str, year: i16) -> Option<Date> {
    date::parse_in(typed, year).filter(|date| Period::YEARS.contains(&date.year()))
}

/// A date as the cell shows it: the report's year goes without saying, and the column is narrow.
fn show(date: Date, year: i16) -> String {
    if date.year() == year { date::short(date) } else { date::chinese(date) }
}

/// The cut-off date of a row.
#[component]
pub fn CutoffCell(
    /// Its row.
    tools: Tools,
    /// The row's name, for the cell's.
    name: Memo<String>,
    /// The row's messages.
    notes: Notes,
) -> impl IntoView {
    let session = tools.session;
    let id = tools.id;
    let place = Place::Indicator(id, Column::Cutoff);
    let node = NodeRef::<html::Input>::new();
    let composing = StoredValue::new(false);
    let focused = RwSignal::new(false);
    let note = notes.of(Column::Cutoff);
    let cutoff =
        Memo::new(move |_| session.draft.with(|draft| draft.indicator(id).and_then(|row| row.cutoff)));
    let year = Memo::new(move |_| session.draft.with(|draft| draft.period.year));
    let last_day = Memo::new(move |_| {
        let last = session.draft.with(|draft| draft.period.days().map(|(_, last)| last));
        last.map(|last| show(last, year.get())).unwrap_or_default()
    });
    // Words that are no date stay where they were typed, also when the step is left and seen again.
    let unread = Memo::new(move |_| session.unread.with(|all| all.get(&place).cloned()));
    let shown = move || {
        let date = || cutoff.get_untracked().map(|date| show(date, year.get_untracked()));
        unread.get_untracked().or_else(date).unwrap_or_default()
    };
    Effect::new(move |_| {
        let Some(input) = node.get() else { return };
        let (cutoff, unread, _) = (cutoff.get(), unread.get(), year.get());
        let means_the_same = match unread {
            Some(words) => input.value() == words,
            None => read(&input.value(), year.get_untracked()) == cutoff,
        };
        let being_typed = composing.get_value() || (focused.get_untracked() && means_the_same);
        if !being_typed && input.value() != shown() {
            input.set_value(&shown());
        }
    });
    Effect::new(move |_| {
        let wrong = unread.with(Option::is_some) && !focused.get();
        note.set(wrong.then(|| words::NOT_A_DATE.text().to_owned()));
    });
    let write = move || {
        let Some(Some(input)) = node.try_get_untracked() else { return };
        let typed = input.value();
        let date = read(&typed, year.get_untracked());
        session.unread.update(|all| {
            if date.is_none() && !typed.trim().is_empty() {
                all.insert(place, typed);
            } else {
                all.remove(&place);
            }
        });
        session.change(Cause::Typing(place), |draft| {
            if let Some(row) = draft.indicator_mut(id) {
                row.cutoff = date;
            }
        });
    };
    view! {
        <input
            type="text"
            class="input"
            id=place.to_string()
            node_ref=node
            autocomplete="off"
            placeholder=move || last_day.get()
            aria-label=move || words::cell(&name.get(), heading(Column::Cutoff).text())
            aria-invalid=move || note.with(Option::is_some).to_string()
            aria-describedby=move || note.with(Option::is_some).then(|| format!("{place}-note"))
            on:focus=move |_| {
                focused.set(true);
                session.active.set(Some(place));
            }
            on:blur=move |_| {
                focused.set(false);
                // 6-30 becomes 6月30日 once it is finished. A cell that is taken away while it
                // has the focus is left when it is already gone.
                if let Some(Some(input)) = node.try_get_untracked() {
                    input.set_value(&shown());
                }
            }
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
                    tools.key(&event, Column::Cutoff);
                }
            }
            on:paste=move |event| paste::receive(tools, Column::Cutoff, &event)
        />
    }
}
