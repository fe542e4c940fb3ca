//! The panel on the right: the pages, or the findings.

use super::session::use_session;
use crate::check::Severity;
use crate::ui::checks::FindingsPanel;
use crate::ui::preview::PagesPanel;
use crate::ui::words::{Word, editor as words};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Pages,
    Findings,
}

/// Pages and findings, one at a time.
#[component]
pub fn Side() -> impl IntoView {
    let session = use_session();
    let tab = RwSignal::new(Tab::Pages);
    let count = move || {
        session.findings.with(|all| all.iter().filter(|finding| finding.severity != Severity::Hint).count())
    };
    let button = move |which: Tab, word: Word| {
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=move || (tab.get() == which).to_string()
                on:click=move |_| tab.set(which)
            >
                {word.text()}
                {move || {
                    (which == Tab::Findings && count() > 0)
                        .then(|| view! { <span class="badge">{count()}</span> })
                }}
            </button>
        }
    };
    view! {
        <aside class="side" aria-label=words::SIDE_PANEL.text()>
            <div class="tabs">
                {button(Tab::Pages, words::PAGES)}
                {button(Tab::Findings, words::FINDINGS)}
            </div>
            {move || match tab.get() {
                Tab::Pages => view! { <PagesPanel /> }.into_any(),
                Tab::Findings => view! { <FindingsPanel /> }.into_any(),
            }}
        </aside>
    }
}
