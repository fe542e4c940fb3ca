//! The page of evidence on the screen.

use super::pages::Pages;
use super::rows::{EvidenceRow, Numbered, id};
use super::table::table;
use super::way::{Way, focus_on};
use crate::browser::clock;
use crate::check::{Outcome, Tally, evidence};
use crate::layout::{Document, layout_table};
use crate::ui::checks::{Export, Writing};
use crate::ui::control::IconButton;
use crate::ui::editor::session::{Session, use_session};
use crate::ui::focus;
use crate::ui::preview::{Printing, print};
use crate::ui::words::evidence as words;
use crate::ui::workshop;
use crate::workshop::evidence_name;
use icondata_lu::{LuArrowLeft, LuPrinter};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows drawn at once; more come when asked for.
const ROWS: usize = 300;

/// The evidence of the draft with the pages that it stands on, a moment behind a change.
#[derive(Clone, PartialEq)]
struct Shown {
    rows: Arc<Vec<Numbered>>,
    tally: Tally,
    pages: Arc<Pages>,
}

/// The page of evidence: counts, filter, the table, and the ways to print and export it.
#[component]
pub fn EvidenceStep() -> impl IntoView {
    let session = use_session();
    let way = Way::expect();
    let printing = Printing::expect();
    printing.instead(move || paper(session));
    let shown = Memo::new(move |_| {
        // Both follow a change together; the draft itself changes with every key of an undo.
        session.findings.track();
        session.kept_back.track();
        let pages = session.document.with(|document| Arc::new(Pages::of(document)));
        let rows = session.draft.with_untracked(evidence);
        let tally = Tally::of(&rows);
        let rows = rows.into_iter().enumerate().map(|(at, row)| (at + 1, Arc::new(row))).collect();
        Shown { rows: Arc::new(rows), tally, pages }
    });
    return_to_row(way, shown);
    keep_focus(shown);
    let tally = Memo::new(move |_| shown.with(|shown| shown.tally));
    let is_empty = Memo::new(move |_| tally.get().all == 0);
    let whole = RwSignal::new(false);
    let matching = Memo::new(move |_| {
        let filter = way.filter.get();
        shown.with(|shown| {
            let fits = |row: &&Numbered| filter.is_none_or(|outcome| row.1.outcome == outcome);
            shown.rows.iter().filter(fits).cloned().collect::<Vec<Numbered>>()
        })
    });
    let count = Memo::new(move |_| matching.with(Vec::len));
    let rows = move || {
        let pages = shown.with(|shown| Arc::clone(&shown.pages));
        let most = if whole.get() { usize::MAX } else { ROWS };
        let drawn = matching.with(|rows| rows.iter().take(most).cloned().collect::<Vec<_>>());
        let drawn = drawn.into_iter();
        drawn.map(|row| view! { <EvidenceRow row=row pages=Arc::clone(&pages) /> }).collect::<Vec<_>>()
    };
    let workshop = StoredValue::new_local(workshop::expect());
    let export = move || -> Writing {
        let workshop = workshop.get_value();
        let (table, name) = session.draft.with_untracked(|draft| (table(draft), evidence_name(draft)));
        Box::pin(async move { workshop.export_table(table, name, &clock::now_rfc3339()).await })
    };
    view! {
        <section class="step-form evidence">
            <header class="evidence-head">
                <IconButton icon=LuArrowLeft word=words::BACK show_word=true class="quiet" on_click=move || way.back() />
                <h2>{words::TITLE.text()}</h2>
                <p class="evidence-summary" role="status">
                    {move || words::summary(&tally.get())}
                </p>
            </header>
            <p class="field-note">{words::EXPLAINED.text()}</p>
            <div class="evidence-tools">
                <Filter tally=tally />
                <IconButton icon=LuPrinter word=words::PRINT show_word=true on_click=move || print(printing) />
                <Export word=words::EXPORT start=export />
            </div>
            <Show when=move || is_empty.get()>
                <p class="evidence-empty">{words::NONE.text()}</p>
            </Show>
            <Show when=move || !is_empty.get() && count.get() == 0>
                <p class="evidence-empty">{words::NONE_OF_IT.text()}</p>
            </Show>
            <Show when=move || { count.get() > 0 }>
                <div class="evidence-scroll">
                    <table class="evidence-table">
                        <caption class="visually-hidden">{words::TITLE.text()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words::NUMBER.text()}</th>
                                <th scope="col">{words::PLACE.text()}</th>
                                <th scope="col">{words::FIGURE.text()}</th>
                                <th scope="col">{words::SUBJECT.text()}</th>
                                <th scope="col">{words::WHEN.text()}</th>
                                <th scope="col">{words::BASIS.text()}</th>
                                <th scope="col">{words::OUTCOME.text()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
            <Show when=move || !whole.get() && (count.get() > ROWS)>
                <button type="button" class="button" on:click=move |_| show_rest(whole)>
                    {move || words::show_all(count.get())}
                </button>
            </Show>
        </section>
    }
}

/// All outcomes, and each alone, with their counts.
#[component]
fn Filter(
    /// The counts.
    tally: Memo<Tally>,
) -> impl IntoView {
    let way = Way::expect();
    let choices = [None].into_iter().chain(Outcome::ALL.map(Some));
    let button = move |choice: Option<Outcome>| {
        let class = choice.map_or("all", Outcome::code);
        let word = choice.map_or(words::ALL.text(), Outcome::label);
        let count = move || choice.map_or(tally.get().all, |outcome| tally.get().count(outcome));
        // Most reports let nothing stand.
        let offered =
            Memo::new(move |_| choice != Some(Outcome::Ignored) || count() > 0 || way.filter.get() == choice);
        view! {
            <Show when=move || offered.get()>
                <button
                    type="button"
                    class=format!("button evidence-choice {class}")
                    aria-pressed=move || (way.filter.get() == choice).to_string()
                    on:click=move |_| way.filter.set(choice)
                >
                    {move || words::counted(word, count())}
                </button>
            </Show>
        }
    };
    view! {
        <div class="evidence-filter" role="group" aria-label=words::FILTER.text()>
            {choices.map(button).collect::<Vec<_>>()}
        </div>
    }
}

/// The rest is drawn, and the focus goes on to its first row: the button goes.
fn show_rest(whole: RwSignal<bool>) {
    whole.set(true);
    focus::when_drawn(|| {
        let next = document().query_selector_all(".evidence-go").ok().and_then(|all| all.item(ROWS as u32));
        let element = next.and_then(|it| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(it).ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    });
}

/// Who comes back from a figure's words finds its row again.
fn return_to_row(way: Way, shown: Memo<Shown>) {
    let row = shown.with_untracked(|shown| shown.rows.iter().find(|(_, row)| way.was_visited(row)).cloned());
    if let Some((number, _)) = row {
        focus::when_drawn(move || {
            focus_on(&id(number));
            way.returned();
        });
    }
}

/// An undo draws the rows anew: the focus that was in one must not go with it.
fn keep_focus(shown: Memo<Shown>) {
    Effect::new(move |first: Option<()>| {
        shown.track();
        if first.is_some() {
            focus::when_drawn(|| {
                if focus::is_lost() {
                    focus_on("form");
                }
            });
        }
    });
}

/// The table as it prints, of the draft as it stands.
fn paper(session: Session) -> Document {
    session.draft.with_untracked(|draft| layout_table(&table(draft)))
}
