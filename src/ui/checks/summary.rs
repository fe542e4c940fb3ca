//! How many findings there are.

use crate::check::Severity;
use crate::ui::editor::session::use_session;
use crate::ui::words::checks as words;
use leptos::prelude::*;

/// The number of findings by severity, as one line.
#[component]
pub fn Summary() -> impl IntoView {
    let session = use_session();
    let counts = Memo::new(move |_| {
        session.findings.with(|all| {
            let of = |severity| all.iter().filter(|finding| finding.severity == severity).count();
            (of(Severity::Error), of(Severity::Warning), of(Severity::Hint))
        })
    });
    view! {
        <p class="findings-counts" role="status">
            {move || match counts.get() {
                (0, 0, 0) => words::NOTHING_LEFT.text().to_owned(),
                (0, 0, _) => String::new(),
                (errors, warnings, _) => words::counts(errors, warnings),
            }}
            {move || {
                let (.., hints) = counts.get();
                (hints > 0).then(|| view! { <span class="findings-quiet">{words::hints(hints)}</span> })
            }}
        </p>
    }
}
