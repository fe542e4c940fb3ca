//! The rows of the page of evidence on the screen.

use super::pages::Pages;
use super::table::place;
use super::way::Way;
use crate::check::{Evidence, Outcome};
use crate::ui::words::evidence as words;
use icondata_core::Icon as IconData;
use icondata_lu::{LuCircleCheck, LuCircleDashed, LuCircleHelp, LuCircleSlash, LuCircleX};
use leptos::prelude::*;
use leptos_icons::Icon;
use std::sync::Arc;

/// A figure with its number in the whole table.
pub type Numbered = (usize, Arc<Evidence>);

/// The id of the button in a row.
pub fn id(number: usize) -> String {
    format!("evidence-{number}")
}

fn icon(outcome: Outcome) -> IconData {
    match outcome {
        Outcome::Agrees => LuCircleCheck,
        Outcome::Differs => LuCircleX,
        Outcome::Unsure => LuCircleHelp,
        Outcome::Ignored => LuCircleSlash,
        Outcome::Unchecked => LuCircleDashed,
    }
}

/// One row: its place leads to the words.
#[component]
pub fn EvidenceRow(
    /// The figure.
    row: Numbered,
    /// Where the report prints what.
    pages: Arc<Pages>,
) -> impl IntoView {
    let way = Way::expect();
    let (number, row) = row;
    let at = place(&row, &pages);
    let Evidence { words: figure, subject, when, outcome, bases, .. } = row.as_ref().clone();
    let bases: Vec<_> = bases
        .into_iter()
        .map(|basis| {
            view! {
                <li class=basis.outcome.code()>
                    <span class="evidence-kind">{basis.kind}</span>
                    {basis.words}
                </li>
            }
        })
        .collect();
    let none = bases.is_empty();
    view! {
        <tr class=format!("evidence-row {}", outcome.code())>
            <td class="evidence-number">{number}</td>
            <td>
                <button
                    type="button"
                    class="evidence-go"
                    id=id(number)
                    aria-label=words::go_to(&at, &figure)
                    on:click=move |_| way.visit(&row)
                >
                    {at.clone()}
                </button>
            </td>
            <th scope="row">{figure.clone()}</th>
            <td>{subject}</td>
            <td class="evidence-when">{when}</td>
            <td>
                {if none {
                    view! { <span class="evidence-none">{words::NO_BASIS.text()}</span> }.into_any()
                } else {
                    view! { <ul class="evidence-bases">{bases}</ul> }.into_any()
                }}
            </td>
            <td class="evidence-outcome">
                <span class="icon" aria-hidden="true">
                    <Icon icon=icon(outcome) />
                </span>
                {outcome.label()}
            </td>
        </tr>
    }
}
