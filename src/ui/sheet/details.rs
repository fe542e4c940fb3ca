//! Every setting of the page.

use super::Sheet;
use super::faces::Faces;
use super::number::NumberField;
use super::tick::Tick;
use crate::draft::history::Cause;
use crate::draft::page_style::{PageNumber, Preset, Setting};
use crate::ui::control::Field;
use crate::ui::words::{Word, sheet as words};
use leptos::prelude::*;

const PAPER: &[Setting] = &[
    Setting::PaperWidth,
    Setting::PaperHeight,
    Setting::Top,
    Setting::Bottom,
    Setting::Left,
    Setting::Right,
];
const LINES: &[Setting] = &[Setting::LinePitch, Setting::Characters, Setting::Indent];
const ENDS: &[Setting] = &[
    Setting::TitlePitch,
    Setting::TitleGap,
    Setting::NoteGap,
    Setting::SignatureGap,
    Setting::SignatureInset,
    Setting::DateInset,
    Setting::SealInset,
];
const TABLES: &[Setting] = &[Setting::TablePitch, Setting::RowHeight, Setting::CellMargin];
const PLACES: [(PageNumber, Word); 2] =
    [(PageNumber::Outer, words::NUMBER_OUTER), (PageNumber::Centre, words::NUMBER_CENTRE)];

/// The settings, folded away until they are wanted; open where some differ from every house style.
#[component]
pub fn Details() -> impl IntoView {
    let Sheet { session, page, afresh } = Sheet::expect();
    let open = page.with_untracked(|page| Preset::of(page).is_none());
    let nearest = Memo::new(move |_| page.with(Preset::nearest));
    let is_custom = Memo::new(move |_| page.with(|page| Preset::of(page).is_none()));
    let holds = move || page.with(|page| words::page_holds(page.lines(), page.characters));
    let reset = move || {
        let preset = nearest.get_untracked();
        if session
            .change(Cause::Step, |draft| std::mem::replace(&mut draft.page, preset.page()) != preset.page())
        {
            session.offer_undo(words::replaced(preset));
        }
        afresh.notify();
    };
    view! {
        <details class="sheet-details" open=open>
            <summary>{words::DETAILS.text()}</summary>
            <Group word=words::PAPER settings=PAPER />
            <Group word=words::LINES settings=LINES>
                <p class="field-note" role="status">
                    {holds}
                </p>
            </Group>
            <fieldset class="sheet-group">
                <legend>{words::FACES.text()}</legend>
                <Faces />
            </fieldset>
            <Group word=words::TITLE_AND_SIGNATURE settings=ENDS />
            <Group word=words::TABLES settings=TABLES>
                <Tick
                    on=Signal::derive(move || page.with(|page| page.centre_figures))
                    word=words::FIGURES_CENTRED
                    set=move |on| session.change(Cause::Step, |draft| draft.page.centre_figures = on)
                />
            </Group>
            <PageNumbers />
            <button
                type="button"
                class="button sheet-reset"
                aria-disabled=move || (!is_custom.get()).to_string()
                on:click=move |_| reset()
            >
                {move || words::reset_to(nearest.get())}
            </button>
        </details>
    }
}

#[component]
fn Group(
    word: Word,
    settings: &'static [Setting],
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <fieldset class="sheet-group">
            <legend>{word.text()}</legend>
            <div class="sheet-numbers">
                {settings.iter().map(|setting| view! { <NumberField setting=*setting /> }).collect_view()}
            </div>
            {children.map(|children| children())}
        </fieldset>
    }
}

#[component]
fn PageNumbers() -> impl IntoView {
    let Sheet { session, page, .. } = Sheet::expect();
    let at = Memo::new(move |_| page.with(|page| page.page_number_at));
    let choose = move |event| {
        let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| PLACES.get(at).copied());
        if let Some((at, _)) = chosen {
            session.change(Cause::Step, |draft| draft.page.page_number_at = at);
        }
    };
    view! {
        <fieldset class="sheet-group">
            <legend>{words::PAGE_NUMBERS.text()}</legend>
            <div class="sheet-numbers">
                <Field id="sheet-number-at" label=words::NUMBER_AT>
                    <select class="input" id="sheet-number-at" on:change=choose>
                        {PLACES
                            .into_iter()
                            .enumerate()
                            .map(|(index, (place, word))| {
                                view! {
                                    <option value=index.to_string() prop:selected=move || at.get() == place>
                                        {word.text()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </Field>
                <NumberField setting=Setting::NumberDistance />
                <Show when=move || at.get() == PageNumber::Outer>
                    <NumberField setting=Setting::NumberInset />
                </Show>
            </div>
            <Tick
                on=Signal::derive(move || page.with(|page| page.page_number_dashes))
                word=words::DASHES
                set=move |on| session.change(Cause::Step, |draft| draft.page.page_number_dashes = on)
            />
        </fieldset>
    }
}
