//! What the document holds besides the report.

use super::Sheet;
use super::tick::Tick;
use crate::draft::history::Cause;
use crate::draft::{DocumentOptions, IndicatorTable};
use crate::ui::route::Step;
use crate::ui::words::{Word, editor, export, figures, sheet as words};
use leptos::prelude::*;

/// One switch: its id, its words, how it is read and set.
type Switch = (&'static str, Word, Word, fn(&mut DocumentOptions) -> &mut bool);

const SWITCHES: [Switch; 4] = [
    ("sheet-cover", words::COVER, words::COVER_HINT, |it| &mut it.cover),
    ("sheet-contents", words::CONTENTS, words::CONTENTS_HINT, |it| &mut it.contents),
    ("sheet-brief", words::BRIEF, words::BRIEF_HINT, |it| &mut it.brief),
    ("sheet-evidence", words::EVIDENCE, words::EVIDENCE_HINT, |it| &mut it.evidence),
];

/// The switches, and where the table of figures prints.
#[component]
pub fn Options() -> impl IntoView {
    let Sheet { session, .. } = Sheet::expect();
    let options = Memo::new(move |_| session.draft.with(|draft| draft.options.clone()));
    let table = move || match session.draft.with(|draft| draft.indicator_table) {
        IndicatorTable::Attachment => editor::TABLE_ATTACHMENT.text(),
        IndicatorTable::InText => editor::TABLE_IN_TEXT.text(),
        IndicatorTable::Nowhere => editor::TABLE_NOWHERE.text(),
    };
    view! {
        <fieldset class="field">
            <legend>{words::OPTIONS.text()}</legend>
            <div class="sheet-options">
                {SWITCHES
                    .into_iter()
                    .map(|(id, word, hint, field)| {
                        let on = Signal::derive(move || *field(&mut options.get()));
                        let set = move |on: bool| {
                            session.change(Cause::Step, |draft| *field(&mut draft.options) = on);
                        };
                        view! { <Tick id=id on=on word=word hint=hint set=set /> }
                    })
                    .collect_view()}
            </div>
            <p class="sheet-table">
                <span>{move || format!("{}：{}", figures::TABLE.text(), table())}</span>
                <button
                    type="button"
                    class="button quiet finish-change"
                    aria-label=export::change(figures::TABLE.text())
                    on:click=move |_| session.show(Step::Closing)
                >
                    {export::CHANGE.text()}
                </button>
            </p>
        </fieldset>
    }
}
