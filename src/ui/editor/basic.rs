//! The step 基本信息: unit, period, title, addressee, and which parts are written.

use super::session::use_session;
use crate::draft::history::Cause;
use crate::draft::{Place, UnitKind};
use crate::text::{Span, read_year};
use crate::ui::control::{Field, IconButton, TextInput};
use crate::ui::focus;
use crate::ui::words::editor as words;
use icondata_lu::LuRotateCcw;
use leptos::prelude::*;

/// Longest name of a unit that is surely one.
const LONG_NAME: usize = 50;

/// The form of the basic facts.
#[component]
pub fn BasicStep() -> impl IntoView {
    let session = use_session();
    let kind = Memo::new(move |_| session.draft.with(|draft| draft.unit.kind));
    let period = Memo::new(move |_| session.draft.with(|draft| draft.period));
    let own_title = Memo::new(move |_| session.draft.with(|draft| draft.title.is_some()));
    let year_error = RwSignal::new(None::<String>);
    let name_error = Memo::new(move |_| {
        let long = session.draft.with(|draft| draft.unit.name.chars().count() > LONG_NAME);
        long.then(|| words::UNIT_NAME_LONG.text().to_owned())
    });
    let set_year = move |typed: String| {
        let year = read_year(&typed);
        year_error.set(year.is_none().then(|| words::YEAR_WRONG.text().to_owned()));
        if let Some(year) = year {
            session.change(Cause::Typing(Place::Period), |draft| draft.period.year = year);
        }
    };
    view! {
        <section class="step-form">
            <h2>{words::STEP_BASIC.text()}</h2>
            <TextInput place=Place::Unit label=words::UNIT_NAME hint=words::UNIT_NAME_HINT error=name_error />
            <div class="row">
                <Field id="unit-kind" label=words::UNIT_KIND>
                    <select
                        class="input"
                        id="unit-kind"
                        on:change=move |event| {
                            let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| UnitKind::ALL.get(at).copied());
                            if let Some(kind) = chosen {
                                session.change(Cause::Step, |draft| draft.unit.kind = kind);
                            }
                        }
                    >
                        {UnitKind::ALL
                            .into_iter()
                            .enumerate()
                            .map(|(at, it)| {
                                view! {
                                    <option value=at.to_string() prop:selected=move || kind.get() == it>
                                        {it.label()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </Field>
                <Field id=Place::Period.to_string() label=words::YEAR error=year_error>
                    <input
                        type="text"
                        inputmode="numeric"
                        class="input"
                        id=Place::Period.to_string()
                        aria-describedby="period-note"
                        prop:value=move || period.get().year.to_string()
                        on:input=move |event| set_year(event_target_value(&event))
                    />
                </Field>
                <Field id="span" label=words::SPAN>
                    <select
                        class="input"
                        id="span"
                        on:change=move |event| {
                            let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| Span::ALL.get(at).copied());
                            if let Some(span) = chosen {
                                session.change(Cause::Step, |draft| draft.period.span = span);
                            }
                        }
                    >
                        {Span::ALL
                            .into_iter()
                            .enumerate()
                            .map(|(at, span)| {
                                view! {
                                    <option value=at.to_string() prop:selected=move || period.get().span == span>
                                        {span.label()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </Field>
            </div>
            <TextInput place=Place::Title label=words::TITLE hint=words::TITLE_HINT />
            <Show when=move || own_title.get()>
                <IconButton
                    icon=LuRotateCcw
                    word=words::TITLE_RESTORE
                    show_word=true
                    on_click=move || {
                        session.change(Cause::Step, |draft| draft.title = None);
                        // The button goes: the caret must not go with it.
                        focus::later(Place::Title, None);
                    }
                />
            </Show>
            <TextInput place=Place::Addressee label=words::ADDRESSEE hint=words::ADDRESSEE_HINT />
            <Parts />
        </section>
    }
}

/// Which parts are written this time.
#[component]
fn Parts() -> impl IntoView {
    let session = use_session();
    let parts = Memo::new(move |_| {
        session
            .draft
            .with(|draft| draft.parts.iter().map(|part| (part.kind, part.left_out)).collect::<Vec<_>>())
    });
    view! {
        <fieldset class="field">
            <legend>{words::PARTS.text()}</legend>
            <div class="checks">
                <For each=move || parts.get() key=|(kind, _)| *kind let:entry>
                    {
                        let kind = entry.0;
                        let written = move || {
                            parts.with(|all| all.iter().any(|(it, left_out)| *it == kind && !left_out))
                        };
                        view! {
                            <label class="check">
                                <input
                                    type="checkbox"
                                    prop:checked=written
                                    on:change=move |event| {
                                        let written = event_target_checked(&event);
                                        session.change(Cause::Step, |draft| {
                                            if let Some(part) = draft.part_mut(kind) {
                                                part.left_out = !written;
                                            }
                                        });
                                    }
                                />
                                {kind.label()}
                            </label>
                        }
                    }
                </For>
            </div>
            <p class="field-note">{words::PARTS_HINT.text()}</p>
        </fieldset>
    }
}
