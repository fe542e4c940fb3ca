//! What is ignored, and the way back.

use super::act::{elements, focus_row};
use crate::check::{Finding, rule_name};
use crate::draft::{IgnoredPlace, PlaceNames};
use crate::ui::control::Toasts;
use crate::ui::editor::session::use_session;
use crate::ui::focus;
use crate::ui::words::checks as words;
use leptos::prelude::*;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Which row of the list: a rule, or a place with its number among equal ones.
#[derive(Clone, Debug, PartialEq)]
enum Row {
    Rule(String, usize),
    Place(usize, IgnoredPlace, Option<Finding>),
}

impl Row {
    fn key(&self) -> String {
        match self {
            Self::Rule(rule, count) => format!("{rule} {count}"),
            Self::Place(nth, place, found) => {
                format!("{place:?} {nth} {:?}", found.as_ref().map(|found| found.range.clone()))
            }
        }
    }
}

/// Every ignored rule and place, folded. A place whose words are others by now stays in the list
/// until it is removed: while its figures are being rewritten they pass through forms that are not
/// those it was ignored in, and what was decided must not be lost on the way.
#[component]
pub fn IgnoredList(
    /// What places are called.
    names: Memo<PlaceNames>,
) -> impl IntoView {
    let session = use_session();
    let rows = Memo::new(move |_| {
        session.kept_back.with(|all| {
            let rules = all.rules.iter().map(|(rule, count)| Row::Rule(rule.clone(), *count));
            let mut rows: Vec<Row> = rules.collect();
            let mut seen: HashMap<&IgnoredPlace, usize> = HashMap::new();
            for (place, found) in &all.places {
                let nth = seen.entry(place).or_default();
                rows.push(Row::Place(*nth, place.clone(), found.clone()));
                *nth += 1;
            }
            rows
        })
    });
    let count = Memo::new(move |_| rows.with(Vec::len));
    view! {
        <Show when=move || { count.get() > 0 }>
            <details class="ignored">
                <summary>{move || words::ignored(count.get())}</summary>
                <p class="field-note">{words::IGNORED_HELP.text()}</p>
                <ul>
                    <For each=move || rows.get() key=Row::key let:row>
                        <IgnoredRow row=row names=names />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

#[component]
fn IgnoredRow(row: Row, names: Memo<PlaceNames>) -> impl IntoView {
    let session = use_session();
    let toasts = Toasts::expect();
    let rule = match &row {
        Row::Rule(rule, _) => rule.clone(),
        Row::Place(_, place, _) => place.rule.clone(),
    };
    let name = rule_name(&rule);
    let (what, gone) = match &row {
        Row::Rule(_, count) => {
            let count = words::found_now(*count);
            let what = view! {
                <span class="ignored-all">{words::ALL_OF_RULE.text()}</span>
                <span class="field-note">{count}</span>
            };
            (what.into_any(), false)
        }
        Row::Place(_, ignored, found) => {
            let place = ignored.place;
            let place_name =
                move || names.with(|names| session.draft.with_untracked(|draft| names.name(draft, place)));
            let words = Some(ignored.quote.trim().to_owned()).filter(|words| !words.is_empty());
            let arithmetic = found.as_ref().and_then(|found| found.explained().arithmetic);
            let (range, gone) = (found.as_ref().map(|found| found.range.clone()), found.is_none());
            let go = move |_| session.go_to(place, range.clone().filter(|range| !range.is_empty()));
            let what = view! {
                {words.map(|words| view! { <q class="finding-quote">{words}</q> })}
                {arithmetic.map(|arithmetic| view! { <span class="ignored-all">{arithmetic}</span> })}
                <button type="button" class="figure-go" on:click=go>
                    {place_name}
                </button>
                {gone.then(|| view! { <span class="ignored-gone">{words::NOT_FOUND_NOW.text()}</span> })}
            };
            (what.into_any(), gone)
        }
    };
    let back = move |_| {
        let list = Position::here();
        match &row {
            Row::Rule(rule, _) => session.restore_rule(rule),
            Row::Place(_, place, _) => session.restore_place(place),
        }
        toasts.say(if gone { words::forgotten(name) } else { words::restored(name) });
        if let Some(list) = list {
            list.go();
        }
    };
    view! {
        <li class="ignored-row">
            <span class="ignored-what">
                <span class="ignored-rule">{name}</span>
                {what}
            </span>
            <button type="button" class="button ignored-back" aria-label=words::back_of(gone, name) on:click=back>
                {if gone { words::FORGET } else { words::RESTORE }.text()}
            </button>
        </li>
    }
}

/// Which button of the list has the focus.
struct Position {
    all: Element,
    at: usize,
}

impl Position {
    fn here() -> Option<Self> {
        let active = document().active_element()?;
        let all = active.closest(".findings-all").ok()??;
        let at = elements(&all, ".ignored-back").iter().position(|it| *it == active)?;
        Some(Self { all, at })
    }

    /// To the button that took its place; to the first finding when the list has gone.
    fn go(self) {
        focus::when_drawn(move || {
            if !focus::is_lost() {
                return;
            }
            let buttons = elements(&self.all, ".ignored-back");
            match buttons.get(self.at).or(buttons.last()).and_then(|button| button.dyn_ref::<HtmlElement>()) {
                Some(button) => {
                    let _ = button.focus();
                }
                None => focus_row(&self.all, 0),
            }
        });
    }
}
