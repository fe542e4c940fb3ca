//! The house styles, as cards to choose from.

use super::Sheet;
use crate::draft::history::Cause;
use crate::draft::page_style::Preset;
use crate::ui::words::sheet as words;
use leptos::prelude::*;

/// The cards, and where the draft stands to them.
#[component]
pub fn Presets() -> impl IntoView {
    let Sheet { session, page, afresh } = Sheet::expect();
    let chosen = Memo::new(move |_| page.with(Preset::of));
    let custom = Memo::new(move |_| {
        page.with(|page| {
            let nearest = Preset::nearest(page);
            Preset::of(page).is_none().then(|| (nearest, page.differences(&nearest.page())))
        })
    });
    let choose = move |preset: Preset| {
        let loses = custom.with_untracked(Option::is_some);
        session.change(Cause::Step, |draft| draft.page = preset.page());
        afresh.notify();
        if loses {
            session.offer_undo(words::replaced(preset));
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words::PRESETS.text()}</legend>
            <div class="templates sheet-presets">
                {Preset::ALL
                    .into_iter()
                    .enumerate()
                    .map(|(at, preset)| {
                        view! {
                            <label class="template">
                                <input
                                    type="radio"
                                    name="sheet-preset"
                                    value=at.to_string()
                                    aria-describedby=format!("sheet-preset-{at}")
                                    aria-labelledby=format!("sheet-preset-name-{at}")
                                    prop:checked=move || chosen.get() == Some(preset)
                                    on:change=move |_| choose(preset)
                                />
                                <span class="template-name" id=format!("sheet-preset-name-{at}")>
                                    {words::preset(Some(preset)).text()}
                                </span>
                                <span class="template-about" id=format!("sheet-preset-{at}")>
                                    {words::about(preset).text()}
                                </span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            <p class="field-note sheet-custom" role="status">
                {move || custom.get().map(|(nearest, changed)| words::custom(nearest, &changed))}
            </p>
        </fieldset>
    }
}
