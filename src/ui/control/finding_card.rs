//! A finding as a clerk reads it: what is wrong, the arithmetic, the figures that took part, what
//! can be done. Under the field that holds the caret, and in the list of findings.

use crate::check::{Finding, Severity, rule_name};
use crate::draft::reference::References;
use crate::draft::{Draft, Place, PlaceNames, edit};
use crate::ui::checks::{Reach, ignore};
use crate::ui::editor::session::use_session;
use crate::ui::words::checks as words;
use icondata_core::Icon as IconData;
use icondata_lu::{LuCircleX, LuInfo, LuTriangleAlert};
use leptos::prelude::*;
use leptos_icons::Icon;
use std::ops::Range;

/// Figures that are named in a card; all of them light up.
const MOST_FIGURES: usize = 8;

/// Longest words of a figure, in characters.
const LONGEST: usize = 16;

fn icon(severity: Severity) -> IconData {
    match severity {
        Severity::Error => LuCircleX,
        Severity::Warning => LuTriangleAlert,
        Severity::Hint => LuInfo,
    }
}

/// How sure a finding is, and of which rule: by icon and word.
#[component]
pub fn FindingHead<'a>(
    /// The finding.
    finding: &'a Finding,
) -> impl IntoView + use<> {
    let (icon, severity) = (icon(finding.severity), finding.severity.label());
    let rule = rule_name(&finding.rule);
    view! {
        <span class="finding-rule">
            <span class="icon" aria-hidden="true">
                <Icon icon=icon />
            </span>
            <span class="finding-severity">{severity}</span>
            <span>{rule}</span>
        </span>
    }
}

/// The message, its arithmetic set apart.
#[component]
pub fn FindingMessage<'a>(
    /// The finding.
    finding: &'a Finding,
) -> impl IntoView + use<> {
    let explained = finding.explained();
    let (arithmetic, rest) = (explained.arithmetic, explained.words.to_owned());
    view! {
        <span class="finding-message">
            {arithmetic.map(|arithmetic| view! { <b class="finding-arithmetic">{arithmetic}</b> " " })}
            {rest}
        </span>
    }
}

/// The words of a figure, and where it stands unless that is the field of the finding itself.
fn figure_words(
    draft: &Draft,
    names: &PlaceNames,
    home: Place,
    (place, range): &(Place, Range<usize>),
) -> String {
    let text = edit::get_text(draft, *place).unwrap_or_default();
    let typed = text.get(range.clone()).unwrap_or_default();
    let printed =
        if typed.contains('{') { References::of(draft).expand(typed).text } else { typed.to_owned() };
    let mut shown: String = printed.trim().chars().take(LONGEST).collect();
    if printed.trim().chars().count() > LONGEST {
        shown.push('…');
    }
    match (shown.is_empty(), *place == home) {
        (false, true) => shown,
        (false, false) => format!("{shown} · {}", names.name(draft, *place)),
        (true, _) => names.name(draft, *place),
    }
}

/// The figures that took part, each a way to where it stands.
#[component]
pub fn FindingFigures<'a>(
    /// The finding.
    finding: &'a Finding,
    /// What places are called.
    names: Memo<PlaceNames>,
) -> impl IntoView + use<> {
    let session = use_session();
    let home = finding.place;
    let mut figures = finding.related.clone();
    figures.dedup();
    let more = figures.len().saturating_sub(MOST_FIGURES);
    figures.truncate(MOST_FIGURES);
    let button = move |figure: (Place, Range<usize>)| {
        let (place, range) = figure.clone();
        let label = Memo::new(move |_| {
            // Texts and findings are in step only when the findings have come.
            session.findings.track();
            names
                .with(|names| session.draft.with_untracked(|draft| figure_words(draft, names, home, &figure)))
        });
        view! {
            <button
                type="button"
                class="figure-go"
                title=words::GO_TO.text()
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| session.go_to(place, (!range.is_empty()).then(|| range.clone()))
            >
                {label}
            </button>
        }
    };
    (!figures.is_empty()).then(|| {
        view! {
            <span class="finding-figures" role="group" aria-label=words::FIGURES.text()>
                <span aria-hidden="true">{words::FIGURES.text()}</span>
                {figures.into_iter().map(button).collect_view()}
                {(more > 0).then(|| view! { <span>{words::more_figures(more)}</span> })}
            </span>
        }
    })
}

/// What can be done about a finding: its fix, and letting it stand.
#[component]
pub fn FindingTools(
    /// The finding.
    finding: StoredValue<Finding>,
    /// Applies the fix.
    #[prop(into)]
    on_fix: Callback<()>,
    /// Show the keys beside the words.
    #[prop(optional)]
    keys: bool,
) -> impl IntoView {
    let session = use_session();
    let fix = finding.with_value(|finding| finding.fix.as_ref().map(|fix| fix.label.clone()));
    let rule = finding.with_value(|finding| rule_name(&finding.rule));
    let kbd = move |key: &'static str| keys.then(|| view! { <kbd>{key}</kbd> });
    let let_stand = move |event: &web_sys::MouseEvent, reach: Reach| {
        // The second click of two quick ones would fall on the row that moved up.
        if event.detail() < 2 {
            finding.with_value(|finding| ignore(session, finding, reach));
        }
    };
    view! {
        // The field keeps the caret: a press of the mouse moves no focus here.
        <span class="finding-tools" on:mousedown=move |event| event.prevent_default()>
            {fix
                .map(|label| {
                    view! {
                        <button
                            type="button"
                            class="button finding-fix"
                            title=words::APPLY_FIX.text()
                            on:click=move |_| on_fix.run(())
                        >
                            {label}
                            {kbd("Alt+Enter")}
                        </button>
                    }
                })}
            <button
                type="button"
                class="button quiet finding-ignore"
                title=words::IGNORE_PLACE_HELP.text()
                aria-keyshortcuts="Alt+L"
                on:click=move |event| let_stand(&event, Reach::Place)
            >
                {words::IGNORE_PLACE.text()}
                {kbd("Alt+L")}
            </button>
            <button
                type="button"
                class="button quiet finding-ignore"
                title=words::ignore_rule_help(rule)
                aria-keyshortcuts="Alt+Shift+L"
                on:click=move |event| let_stand(&event, Reach::Rule)
            >
                {words::IGNORE_RULE.text()}
                {kbd("Alt+Shift+L")}
            </button>
        </span>
    }
}

/// The finding at the caret, under its field; read out when it comes.
#[component]
pub fn FindingHere(
    /// The finding, where the caret is on one.
    here: Memo<Option<Finding>>,
    /// Applies its fix.
    #[prop(into)]
    on_fix: Callback<()>,
    /// Puts the focus back into the field.
    #[prop(into)]
    on_escape: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let names = Memo::new(move |_| {
        session.findings.track();
        if here.with(Option::is_none) {
            PlaceNames::default()
        } else {
            session.draft.with_untracked(PlaceNames::of)
        }
    });
    let said = move || here.with(|here| here.as_ref().map(words::read_out).unwrap_or_default());
    view! {
        <div class="finding-here">
            <p class="visually-hidden" role="status">
                {said}
            </p>
            {move || {
                here.get()
                    .map(|finding| {
                        let class = format!("finding-card {}", finding.severity.code());
                        let head = view! { <FindingHead finding=&finding /> };
                        let message = view! { <FindingMessage finding=&finding /> };
                        let figures = view! { <FindingFigures finding=&finding names=names /> };
                        view! {
                            <div
                                class=class
                                role="group"
                                aria-label=words::AT_CARET.text()
                                on:keydown=move |event| {
                                    if event.key() == "Escape" {
                                        on_escape.run(());
                                    }
                                }
                            >
                                <p>{head} {message}</p>
                                <div class="finding-foot">
                                    {figures} <FindingTools finding=StoredValue::new(finding) on_fix=on_fix keys=true />
                                </div>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
