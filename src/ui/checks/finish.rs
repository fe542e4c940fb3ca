//! The step 核对导出: what stands open, how the document will be, and the ways out.

use super::export::{Export, Writing};
use super::list::FindingList;
use super::plain_text::CopyText;
use super::save_text::{SaveText, TextKind};
use super::summary::Summary;
use crate::browser::clock;
use crate::draft::IndicatorTable;
use crate::draft::page_style::Preset;
use crate::storage::Stored;
use crate::ui::control::{IconButton, Toasts};
use crate::ui::drafts::download_backup;
use crate::ui::editor::session::{Session, use_session};
use crate::ui::evidence::{OpenEvidence, attached};
use crate::ui::preview::{LengthByPart, Printing, print};
use crate::ui::route::Step;
use crate::ui::words::{Word, checks, control, editor, export as words, figures, sheet};
use crate::ui::workshop;
use crate::workshop::docx_name;
use icondata_lu::{LuDownload, LuPrinter};
use leptos::prelude::*;

/// Has the browser save a backup of the open draft, as it stands on the screen.
pub fn backup(session: Session, toasts: Toasts) {
    let stored = Stored::new(session.draft.get_untracked(), "export", clock::now_millis());
    download_backup(&[stored], toasts);
}

/// The step 核对导出: what is missing, options of the document, export and backup.
#[component]
pub fn FinishStep() -> impl IntoView {
    let session = use_session();
    let toasts = Toasts::expect();
    let printing = Printing::expect();
    let workshop = StoredValue::new_local(workshop::expect());
    let export = move || -> Writing {
        let workshop = workshop.get_value();
        let draft = session.draft.get_untracked();
        let evidence = attached(&draft);
        Box::pin(async move { workshop.export(draft, evidence, &clock::now_rfc3339()).await })
    };
    let any = Memo::new(move |_| session.findings.with(|all| !all.is_empty()));
    let listed = Memo::new(move |_| any.get() || session.kept_back.with(|it| it.count() > 0));
    view! {
        <section class="step-form finish-form">
            <h2>{editor::STEP_FINISH.text()}</h2>
            <div class="finish-open">
                <Summary />
                <Show when=move || any.get()>
                    <p class="field-note">{words::NOT_BLOCKED.text()}</p>
                </Show>
            </div>
            <Facts />
            <Export word=words::EXPORT start=export class="primary export-main" />
            <OpenEvidence />
            <div class="finish-ways">
                <IconButton
                    icon=LuDownload
                    word=control::BACKUP
                    show_word=true
                    on_click=move || backup(session, toasts)
                />
                <CopyText />
                <SaveText kind=TextKind::Plain />
                <SaveText kind=TextKind::Markdown />
                <IconButton icon=LuPrinter word=words::PRINT show_word=true on_click=move || print(printing) />
            </div>
            <p class="field-note">{words::BACKUP_HINT.text()}</p>
            <Show when=move || listed.get()>
                <h3 class="finish-heading">{checks::LIST.text()}</h3>
                <FindingList />
            </Show>
        </section>
    }
}

/// How the document will be.
#[component]
fn Facts() -> impl IntoView {
    let session = use_session();
    let name = Memo::new(move |_| session.draft.with(docx_name));
    let pages = Memo::new(move |_| session.document.with(|it| it.pages.len()));
    let layout = Memo::new(move |_| session.draft.with(|draft| Preset::of(&draft.page.usable())));
    let options = Memo::new(move |_| session.draft.with(|draft| draft.options.clone()));
    let seal = move || {
        let seal = session.draft.with(|draft| draft.seal);
        if seal { words::SEAL_YES } else { words::SEAL_NO }.text()
    };
    let table = move || {
        match session.draft.with(|draft| draft.indicator_table) {
            IndicatorTable::Attachment => editor::TABLE_ATTACHMENT,
            IndicatorTable::InText => editor::TABLE_IN_TEXT,
            IndicatorTable::Nowhere => editor::TABLE_NOWHERE,
        }
        .text()
    };
    let change = move |what: Word, step: Step| {
        view! {
            <button
                type="button"
                class="button quiet finish-change"
                aria-label=words::change(what.text())
                on:click=move |_| session.show(step)
            >
                {words::CHANGE.text()}
            </button>
        }
    };
    view! {
        <dl class="finish-facts" aria-label=words::SHEET.text()>
            <dt>{words::FILE.text()}</dt>
            <dd><span>{name}</span> {change(words::FILE, Step::Basic)}</dd>
            <dt>{words::LENGTH.text()}</dt>
            <dd>
                <span>{move || words::pages(pages.get())}</span>
                <LengthByPart />
                {change(words::LENGTH, Step::Sheet)}
            </dd>
            <dt>{sheet::STEP.text()}</dt>
            <dd>
                <span>{move || sheet::preset(layout.get()).text()}</span>
                {change(sheet::STEP, Step::Sheet)}
            </dd>
            <dt>{sheet::OPTIONS.text()}</dt>
            <dd>
                <span>{move || sheet::options(&options.get())}</span>
                {change(sheet::OPTIONS, Step::Sheet)}
            </dd>
            <dt>{words::SEAL.text()}</dt>
            <dd><span>{seal}</span> {change(words::SEAL, Step::Closing)}</dd>
            <dt>{figures::TABLE.text()}</dt>
            <dd><span>{table}</span> {change(figures::TABLE, Step::Closing)}</dd>
        </dl>
    }
}
