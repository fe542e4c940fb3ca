//! Where a row stands in the prose, unfolded under it: each place leads there, and a figure typed
//! by hand can be made a reference.

use super::bars::LabelledBars;
use super::tools::Tools;
use super::usage::{ByHand, Spot, Usage, refer};
use crate::check::Finding;
use crate::draft::history::Cause;
use crate::draft::{Indicator, IndicatorId};
use crate::ui::focus;
use crate::ui::words::figures as words;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Longer than the checks lag behind a change.
const SETTLED: Duration = Duration::from_millis(300);

/// The id of the button that unfolds a row.
pub fn toggle_id(id: IndicatorId) -> String {
    format!("indicator-{}-toggle", id.0)
}

/// The id of what is unfolded.
pub fn places_id(id: IndicatorId) -> String {
    format!("indicator-{}-places", id.0)
}

/// Puts the focus on the first place of a row once it is drawn.
pub fn enter_later(id: IndicatorId) {
    focus::when_drawn(move || {
        let first = document().query_selector(&format!("#{} button", places_id(id))).ok().flatten();
        focus_on(first.or_else(|| document().get_element_by_id(&toggle_id(id))));
    });
}

fn focus_on(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The places of a row and its bars.
#[component]
pub fn PlacesRow(
    /// Its row.
    tools: Tools,
    /// The row as it stands.
    row: Memo<Arc<Indicator>>,
    /// Its name.
    name: Memo<String>,
) -> impl IntoView {
    let id = tools.id;
    let session = tools.session;
    let usage = expect_context::<Memo<Usage>>();
    let by_hand = expect_context::<Memo<ByHand>>();
    let references =
        Memo::new(move |_| usage.with(|usage| session.draft.with(|draft| usage.spots(id, draft))));
    let typed = Memo::new(move |_| {
        by_hand.with(|by_hand| session.draft.with_untracked(|draft| by_hand.spots(id, draft)))
    });
    let make = move |findings: Vec<Finding>| {
        let position = focused();
        let count = session.change(Cause::Step, |draft| refer(draft, &findings));
        if count > 0 {
            session.offer_undo(words::referred(count));
            // The line goes; the focus stays in the list.
            set_timeout(move || stay(id, position), SETTLED);
        }
    };
    view! {
        <tr class="figures-places" role="row" id=places_id(id)>
            <td colspan="10" role="cell">
                <div
                    class="places"
                    role="group"
                    aria-label=move || name.get()
                    on:keydown=move |event| {
                        if event.key() == "Escape" && !event.is_composing() {
                            event.prevent_default();
                            focus_on(document().get_element_by_id(&toggle_id(id)));
                            tools.fold();
                        }
                    }
                >
                    <LabelledBars row=row />
                    <section class="places-list">
                        <h3>{words::REFERENCES.text()}</h3>
                        <Show when=move || references.with(Vec::is_empty)>
                            <p class="field-note">{words::NO_REFERENCE.text()}</p>
                        </Show>
                        <ul>
                            <For each=move || references.get() key=|spot| format!("{spot:?}") let:spot>
                                <li>
                                    <SpotButton tools=tools spot=spot class="chip" />
                                </li>
                            </For>
                        </ul>
                    </section>
                    <Show when=move || typed.with(|typed| !typed.is_empty())>
                        <section class="places-list by-hand">
                            <header>
                                <h3>{words::BY_HAND.text()}</h3>
                                <p class="field-note">{words::BY_HAND_HELP.text()}</p>
                                <button
                                    type="button"
                                    class="button refer-all"
                                    on:click=move |_| {
                                        make(typed.get_untracked().into_iter().map(|(finding, _)| finding).collect())
                                    }
                                >
                                    {words::REFER_ALL.text()}
                                </button>
                            </header>
                            <ul>
                                <For
                                    each=move || typed.get()
                                    key=|(finding, spot)| format!("{finding:?}{spot:?}")
                                    let:entry
                                >
                                    {
                                        let (finding, spot) = entry;
                                        let shown = finding.fix.as_ref().map(|fix| fix.text.clone()).unwrap_or_default();
                                        view! {
                                            <li>
                                                <SpotButton tools=tools spot=spot class="mark hint" />
                                                <button
                                                    type="button"
                                                    class="button refer"
                                                    title=shown.clone()
                                                    aria-label=format!("{} {shown}", words::REFER.text())
                                                    on:click=move |_| make(vec![finding.clone()])
                                                >
                                                    {words::REFER.text()}
                                                </button>
                                            </li>
                                        }
                                    }
                                </For>
                            </ul>
                        </section>
                    </Show>
                </div>
            </td>
        </tr>
    }
}

/// A place: a click leads to it.
#[component]
fn SpotButton(tools: Tools, spot: Spot, class: &'static str) -> impl IntoView {
    let [before, own, behind] = spot.words.clone();
    view! {
        <button
            type="button"
            class="place-go"
            on:click=move |_| tools.session.go_to(spot.place, Some(spot.range.clone()))
        >
            <span class="place-label">{spot.label.clone()}</span>
            " "
            <span class="place-words">
                {before} <strong class=class>{own}</strong> {behind}
            </span>
        </button>
    }
}

/// Which of the buttons that make a reference has the focus.
fn focused() -> usize {
    let active = document().active_element();
    let list = active.as_ref().and_then(|active| active.closest(".places").ok().flatten());
    let Some((active, list)) = active.zip(list) else { return 0 };
    let Ok(buttons) = list.query_selector_all(".refer") else { return 0 };
    (0..buttons.length()).position(|at| buttons.get(at).as_ref() == Some(active.as_ref())).unwrap_or(0)
}

/// Puts a focus that was lost on the button that came into the place of the one that went, or on
/// the row's own.
fn stay(id: IndicatorId, position: usize) {
    if !focus::is_lost() {
        return;
    }
    let buttons = document().query_selector_all(&format!("#{} .refer", places_id(id)));
    let next = buttons.ok().filter(|all| all.length() > 0).and_then(|all| {
        let last = all.length().saturating_sub(1);
        all.get(u32::try_from(position).unwrap_or(last).min(last))
    });
    let next = next.and_then(|node| node.dyn_into::<web_sys::Element>().ok());
    focus_on(next.or_else(|| document().get_element_by_id(&toggle_id(id))));
}
