//! What a plan item and a problem say beside their text: who does what by when, and what answers
//! the problem.

use super::session::use_session;
use crate::draft::history::Cause;
use crate::draft::numbering::Numbering;
use crate::draft::{Item, ItemId, PartKind, Place};
use crate::ui::control::TextInput;
use crate::ui::words::editor as words;
use leptos::prelude::*;
use std::sync::Arc;

/// 目标, 完成时限 and 责任人 of a plan item.
#[component]
pub fn MeasureFields(
    /// The item.
    id: ItemId,
) -> impl IntoView {
    view! {
        <div class="row measure">
            <TextInput place=Place::ItemGoal(id) label=words::GOAL placeholder=words::GOAL_EMPTY />
            <TextInput place=Place::ItemDeadline(id) label=words::DEADLINE placeholder=words::DEADLINE_EMPTY />
            <TextInput place=Place::ItemResponsible(id) label=words::RESPONSIBLE placeholder=words::RESPONSIBLE_EMPTY />
        </div>
    }
}

/// The plan item that answers a problem.
#[component]
pub fn AnsweredBy(
    /// The problem.
    id: ItemId,
    /// The same, as it stands.
    item: Memo<Arc<Item>>,
) -> impl IntoView {
    let session = use_session();
    let numbering = expect_context::<Memo<Numbering>>();
    let chosen = Memo::new(move |_| item.with(|item| item.answered_by));
    let plans = Memo::new(move |_| {
        numbering.with(|numbering| {
            session.draft.with(|draft| {
                let items = draft.part(PartKind::Plan).map(|part| part.items.as_slice()).unwrap_or_default();
                // One that was chosen stays to be seen when its heading is emptied.
                let named = items
                    .iter()
                    .filter(|item| !item.heading.trim().is_empty() || chosen.get() == Some(item.id));
                named
                    .map(|item| match item.heading.trim() {
                        "" => (item.id, words::PLAN_UNTITLED.text().to_owned()),
                        heading => {
                            let ordinal =
                                numbering.item(item.id).map(|it| it.ordinal.as_str()).unwrap_or_default();
                            (item.id, format!("{ordinal}{heading}"))
                        }
                    })
                    .collect::<Vec<_>>()
            })
        })
    });
    let field = format!("item-{}-answer", id.0);
    view! {
        <div class="field answered">
            <label for=field.clone()>{words::ANSWERED_BY.text()}</label>
            <select
                class="input"
                id=field
                on:change=move |event| {
                    let to = event_target_value(&event).parse().ok().map(ItemId);
                    session.change(Cause::Step, |draft| {
                        if let Some(item) = draft.item_mut(id) {
                            item.answered_by = to;
                        }
                    });
                }
            >
                <option value="" prop:selected=move || chosen.get().is_none()>
                    {words::ANSWERED_BY_NONE.text()}
                </option>
                <For each=move || plans.get() key=|plan| plan.clone() let:plan>
                    <option value=plan.0.0.to_string() prop:selected=move || chosen.get() == Some(plan.0)>
                        {plan.1.clone()}
                    </option>
                </For>
            </select>
        </div>
    }
}
