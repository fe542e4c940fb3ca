//! The step 结尾落款: closing, signature, date, seal, table of figures, attachments.

mod attachment;
mod attachments;

use super::patterns::Patterns;
use super::session::use_session;
use crate::draft::history::Cause;
use crate::draft::{IndicatorTable, Place};
use crate::ui::control::{Field, TextInput, WritingField};
use crate::ui::words::{Word, editor as words};
use attachments::Attachments;
use leptos::prelude::*;

const TABLES: [(IndicatorTable, Word); 3] = [
    (IndicatorTable::Attachment, words::TABLE_ATTACHMENT),
    (IndicatorTable::InText, words::TABLE_IN_TEXT),
    (IndicatorTable::Nowhere, words::TABLE_NOWHERE),
];

/// The form of the closing.
#[component]
pub fn ClosingStep() -> impl IntoView {
    let session = use_session();
    let date = Memo::new(move |_| {
        session.draft.with(|draft| draft.date.map(|date| date.to_string()).unwrap_or_default())
    });
    let unfinished = RwSignal::new(None::<String>);
    let seal = Memo::new(move |_| session.draft.with(|draft| draft.seal));
    let table = Memo::new(move |_| session.draft.with(|draft| draft.indicator_table));
    view! {
        <section class="step-form">
            <h2>{words::STEP_CLOSING.text()}</h2>
            <Patterns place=Place::Closing />
            <WritingField
                place=Place::Closing
                label=words::CLOSING.text()
                placeholder=words::ITEM_TEXT_EMPTY.text()
            />
            <TextInput place=Place::Signature label=words::SIGNATURE hint=words::SIGNATURE_HINT />
            <div class="row">
                <Field id=Place::Date.to_string() label=words::DATE error=unfinished>
                    <input
                        type="date"
                        class="input"
                        id=Place::Date.to_string()
                        prop:value=move || date.get()
                        aria-describedby=format!("{}-note", Place::Date)
                        aria-invalid=move || unfinished.with(Option::is_some).to_string()
                        on:focus=move |_| session.active.set(Some(Place::Date))
                        on:blur=move |event| {
                            let bad = event_target::<web_sys::HtmlInputElement>(&event).validity().bad_input();
                            unfinished.set(bad.then(|| words::DATE_UNFINISHED.text().to_owned()));
                        }
                        on:input=move |event| {
                            let input = event_target::<web_sys::HtmlInputElement>(&event);
                            // Half a date is no date yet: writing back would wipe what was typed.
                            if input.validity().bad_input() {
                                return;
                            }
                            unfinished.set(None);
                            let date = crate::text::date::parse(&input.value());
                            session.change(Cause::Typing(Place::Date), |draft| draft.date = date);
                        }
                    />
                </Field>
                <Field id="table-at" label=words::TABLE_AT>
                    <select
                        class="input"
                        id="table-at"
                        on:change=move |event| {
                            let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| TABLES.get(at).copied());
                            if let Some((at, _)) = chosen {
                                session.change(Cause::Step, |draft| draft.indicator_table = at);
                            }
                        }
                    >
                        {TABLES
                            .into_iter()
                            .enumerate()
                            .map(|(index, (at, word))| {
                                view! {
                                    <option value=index.to_string() prop:selected=move || table.get() == at>
                                        {word.text()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </Field>
            </div>
            <div class="field">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || seal.get()
                        on:change=move |event| {
                            let seal = event_target_checked(&event);
                            session.change(Cause::Step, |draft| draft.seal = seal);
                        }
                    />
                    {words::SEAL.text()}
                </label>
                <p class="field-note">{words::SEAL_HINT.text()}</p>
            </div>
            <Attachments />
        </section>
    }
}
