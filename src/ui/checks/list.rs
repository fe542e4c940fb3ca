//! The findings as a list, grouped by the steps of the editor; hints apart, below the rest.

use super::act::{Landing, focus_row};
use super::ignored::IgnoredList;
use super::keys::visit;
use super::order;
use crate::check::{Finding, Severity};
use crate::draft::PlaceNames;
use crate::ui::control::{FindingFigures, FindingHead, FindingMessage, FindingTools};
use crate::ui::editor::session::use_session;
use crate::ui::editor::step_name;
use crate::ui::route::Step;
use crate::ui::words::checks as words;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Longer than the checks lag behind a change.
const SETTLED: Duration = Duration::from_millis(300);

/// A finding with its number among those that are alike, which tells rows apart.
type Numbered = (usize, Finding);

/// The rows of a step.
type Group = (Step, Vec<Numbered>);

fn key((nth, finding): &Numbered) -> String {
    let Finding { rule, place, range, quote, related, message, .. } = finding;
    format!("{rule} {place} {range:?} {quote} {message} {related:?} {nth}")
}

fn groups(findings: impl Iterator<Item = (Step, Finding)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
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

/// The list of findings, or the word that there are none; below it what is ignored.
#[component]
pub fn FindingList() -> impl IntoView {
    let session = use_session();
    let names = Memo::new(move |_| {
        session.findings.track();
        session.draft.with_untracked(PlaceNames::of)
    });
    let grouped = Memo::new(move |_| {
        let findings = session.findings.get();
        session.draft.with_untracked(|draft| {
            let of = |hints: bool| {
                let sorted = order::sorted(draft, &findings).into_iter();
                let wanted = sorted.filter(move |finding| (finding.severity == Severity::Hint) == hints);
                groups(wanted.map(|finding| (Step::of(finding.place, draft), finding)))
            };
            (of(false), of(true))
        })
    });
    let (wrong, hints) = (
        Memo::new(move |_| grouped.with(|it| it.0.clone())),
        Memo::new(move |_| grouped.with(|it| it.1.clone())),
    );
    let none = Memo::new(move |_| session.findings.with(|all| all.is_empty()));
    let ignored = Memo::new(move |_| session.kept_back.with(|it| it.count()));
    view! {
        // Takes the focus of a last row that goes.
        <div class="findings-all" tabindex="-1">
            <Show when=move || none.get()>
                <div class="findings-none">
                    <p>{move || if ignored.get() == 0 { words::NOTHING } else { words::NOTHING_LEFT }.text()}</p>
                    <p class="field-note">{words::NOTHING_HELP.text()}</p>
                </div>
            </Show>
            <div class="findings-list" role="group" aria-label=words::LIST.text()>
                <Groups groups=wrong names=names />
            </div>
            <Show when=move || !hints.with(Vec::is_empty)>
                <div class="findings-list findings-hints" role="group" aria-label=words::HINTS.text()>
                    <p class="findings-hints-head">{words::HINTS.text()}</p>
                    <Groups groups=hints names=names />
                </div>
            </Show>
            <IgnoredList names=names />
        </div>
    }
}

#[component]
fn Groups(groups: Memo<Vec<Group>>, names: Memo<PlaceNames>) -> impl IntoView {
    let steps = move || groups.with(|all| all.iter().map(|(step, _)| *step).collect::<Vec<_>>());
    let rows = move |step: Step| {
        let of_step = move |all: &Vec<Group>| {
            all.iter().find(|(it, _)| *it == step).map(|(_, rows)| rows.clone()).unwrap_or_default()
        };
        move || groups.with(of_step)
    };
    view! {
        <For each=steps key=|step| *step let:step>
            <section class="findings-step">
                <h3>{step_name(step)}</h3>
                <ul>
                    <For each=rows(step) key=key let:row>
                        <FindingRow finding=row.1 names=names />
                    </For>
                </ul>
            </section>
        </For>
    }
}

/// A finding: a click leads to its words, the buttons put it right or let it stand. Its figures
/// light up while it has the focus or the pointer.
#[component]
fn FindingRow(finding: Finding, names: Memo<PlaceNames>) -> impl IntoView {
    let session = use_session();
    let spotlight = session.spotlight;
    let holder = spotlight.holder();
    let looked_at = StoredValue::new(Arc::new(finding.clone()));
    // A row that goes has nobody to tell that the pointer left it.
    on_cleanup(move || {
        spotlight.leave(holder);
        spotlight.unpoint(holder);
    });
    let class = format!("finding {}", finding.severity.code());
    let rule = finding.rule.clone();
    let head = view! { <FindingHead finding=&finding /> };
    let message = view! { <FindingMessage finding=&finding /> };
    let figures = view! { <FindingFigures finding=&finding names=names /> };
    // What the message says already is not said twice.
    let said = finding.quote.trim().is_empty() || finding.explained().words.contains(finding.quote.trim());
    let quote = (!said).then(|| finding.quote.clone());
    let finding = StoredValue::new(finding);
    let fix = move |()| {
        let landing = Landing::here(None);
        let fixed = finding.with_value(|finding| session.apply_fix(finding).then(|| finding.fix.clone()));
        if let Some(Some(fix)) = fixed {
            session.offer_undo(words::fixed(&fix.label));
            // The row goes when the checks have come by; the focus stays in the list.
            if let Landing::Row(list, position, _) = landing {
                set_timeout(move || focus_row(&list, position), SETTLED);
            }
        }
    };
    view! {
        <li
            class=class
            data-rule=rule
            on:mouseenter=move |_| spotlight.point(holder, looked_at.get_value())
            on:mouseleave=move |_| spotlight.unpoint(holder)
            on:focusin=move |_| spotlight.enter(holder, looked_at.get_value())
            on:focusout=move |_| spotlight.leave(holder)
        >
            <button type="button" class="finding-go" on:click=move |_| finding.with_value(|it| visit(session, it))>
                {head} {message} {quote.map(|quote| view! { <q class="finding-quote">{quote}</q> })}
            </button>
            <div class="finding-foot">{figures} <FindingTools finding=finding on_fix=fix /></div>
        </li>
    }
}
