//! The findings as a list, grouped by the steps of the editor.

use super::keys::visit;
use super::order;
use crate::check::{Finding, Severity, rule_name};
use crate::ui::editor::session::use_session;
use crate::ui::editor::step_name;
use crate::ui::focus;
use crate::ui::route::Step;
use crate::ui::words::checks as words;
use icondata_core::Icon as IconData;
use icondata_lu::{LuCircleX, LuInfo, LuTriangleAlert};
use leptos::prelude::*;
use leptos_icons::Icon;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Longer than the checks lag behind a change.
const SETTLED: Duration = Duration::from_millis(300);

fn icon(severity: Severity) -> IconData {
    match severity {
        Severity::Error => LuCircleX,
        Severity::Warning => LuTriangleAlert,
        Severity::Hint => LuInfo,
    }
}

/// A finding with its number among those that are alike, which tells rows apart.
type Numbered = (usize, Finding);

fn key((nth, finding): &Numbered) -> String {
    let Finding { rule, place, range, quote, message, .. } = finding;
    format!("{rule} {place} {}-{} {quote} {message} {nth}", range.start, range.end)
}

fn groups(findings: Vec<(Step, Finding)>) -> Vec<(Step, Vec<Numbered>)> {
    let mut groups: Vec<(Step, Vec<Numbered>)> = Vec::new();
    for (step, finding) in findings {
        if groups.last().is_none_or(|(last, _)| *last != step) {
            groups.push((step, Vec::new()));
        }
        if let Some((_, rows)) = groups.last_mut() {
            let nth = rows.iter().filter(|(_, other)| *other == finding).count();
            rows.push((nth, finding));
        }
    }
    groups
}

/// The list of findings, or the word that there are none.
#[component]
pub fn FindingList() -> impl IntoView {
    let session = use_session();
    let grouped = Memo::new(move |_| {
        let findings = session.findings.get();
        session.draft.with_untracked(|draft| {
            let placed = order::sorted(draft, &findings).into_iter();
            groups(placed.map(|finding| (Step::of(finding.place, draft), finding)).collect())
        })
    });
    let steps = move || grouped.with(|all| all.iter().map(|(step, _)| *step).collect::<Vec<_>>());
    let rows = move |step: Step| {
        let of_step = move |all: &Vec<(Step, Vec<Numbered>)>| {
            all.iter().find(|(it, _)| *it == step).map(|(_, rows)| rows.clone()).unwrap_or_default()
        };
        move || grouped.with(of_step)
    };
    let none = Memo::new(move |_| grouped.with(Vec::is_empty));
    view! {
        <Show when=move || none.get()>
            <div class="findings-none">
                <p>{words::NOTHING.text()}</p>
                <p class="field-note">{words::NOTHING_HELP.text()}</p>
            </div>
        </Show>
        <div class="findings-list" role="group" aria-label=words::LIST.text()>
            <For each=steps key=|step| *step let:step>
                <section class="findings-step">
                    <h3>{step_name(step)}</h3>
                    <ul>
                        <For each=rows(step) key=key let:row>
                            <FindingRow finding=row.1 />
                        </For>
                    </ul>
                </section>
            </For>
        </div>
    }
}

/// A finding: a click leads to its words, the button puts it right.
#[component]
fn FindingRow(finding: Finding) -> impl IntoView {
    let session = use_session();
    let (class, severity) = (finding.severity.code(), finding.severity.label());
    let icon = icon(finding.severity);
    let rule = rule_name(&finding.rule);
    let message = finding.message.clone();
    let quote = (!finding.quote.trim().is_empty()).then(|| finding.quote.clone());
    let fix = finding.fix.clone();
    let finding = StoredValue::new(finding);
    let apply = move |label: &str| {
        let row = focused_row();
        if finding.with_value(|finding| session.apply_fix(finding)) {
            session.offer_undo(words::fixed(label));
            // The row goes; the focus stays in the list.
            if let Some((list, position)) = row {
                set_timeout(move || focus_row(&list, position), SETTLED);
            }
        }
    };
    view! {
        <li class=format!("finding {class}")>
            <button type="button" class="finding-go" on:click=move |_| finding.with_value(|it| visit(session, it))>
                <span class="finding-rule">
                    <span class="icon" aria-hidden="true">
                        <Icon icon=icon />
                    </span>
                    <span class="finding-severity">{severity}</span>
                    <span>{rule}</span>
                </span>
                <span class="finding-message">{message}</span>
                {quote.map(|quote| view! { <q class="finding-quote">{quote}</q> })}
            </button>
            {fix
                .map(|fix| {
                    let label = fix.label.clone();
                    view! {
                        <button type="button" class="button finding-fix" on:click=move |_| apply(&label)>
                            {fix.label}
                        </button>
                    }
                })}
        </li>
    }
}

/// The list that holds the focus, and which of its rows does.
fn focused_row() -> Option<(Element, usize)> {
    let active = document().active_element()?;
    let list = active.closest(".findings-list").ok()??;
    let holds = |row: &HtmlElement| row.parent_element().is_some_and(|li| li.contains(Some(&active)));
    let position = rows_of(&list).iter().position(holds)?;
    Some((list, position))
}

fn rows_of(list: &Element) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all(".finding-go") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

fn focus_row(list: &Element, position: usize) {
    // A focus set elsewhere meanwhile is left alone.
    let rows = rows_of(list);
    if let Some(row) = rows.get(position).or(rows.last()).filter(|_| focus::is_lost()) {
        let _ = row.focus();
    }
}
