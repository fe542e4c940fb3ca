//! The step 版式: house style, what the document holds besides the report, length limit, and every
//! setting of the page.

mod details;
mod faces;
mod limit;
mod number;
mod options;
mod presets;
mod tick;
mod typed;

use crate::draft::PageStyle;
use crate::ui::editor::session::{Session, use_session};
use crate::ui::words::sheet as words;
use details::Details;
use leptos::prelude::*;
use limit::LengthLimit;
use options::Options;
use presets::Presets;

/// What the fields of the step share.
#[derive(Clone, Copy)]
struct Sheet {
    session: Session,
    /// The settings as they print.
    page: Memo<PageStyle>,
    /// Tells every field to show what the draft holds, whatever was typed.
    afresh: Trigger,
}

impl Sheet {
    /// The handle in context.
    ///
    /// # Panics
    /// Outside the step, which provides it: a mistake of ours, never of input.
    fn expect() -> Self {
        expect_context()
    }
}

/// The form of the layout.
#[component]
pub fn SheetStep() -> impl IntoView {
    let session = use_session();
    let page = Memo::new(move |_| session.draft.with(|draft| draft.page.usable()));
    provide_context(Sheet { session, page, afresh: Trigger::new() });
    view! {
        <section class="step-form sheet-form">
            <h2>{words::STEP.text()}</h2>
            <Presets />
            <Options />
            <LengthLimit />
            <Details />
        </section>
    }
}
