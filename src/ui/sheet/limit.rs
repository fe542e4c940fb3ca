//! How long the report may be.

use super::Sheet;
use super::typed::TypedInput;
use crate::draft::history::Cause;
use crate::template;
use crate::ui::control::Field;
use crate::ui::words::sheet as words;
use leptos::prelude::*;

/// Limits that superior committees usually set.
const USUAL: [u32; 2] = [2000, 3000];
/// Limits that are meant.
const SANE: std::ops::RangeInclusive<u32> = 100..=200_000;
const FIELD: &str = "sheet-limit";

/// The choice of a limit.
#[component]
pub fn LengthLimit() -> impl IntoView {
    let Sheet { session, afresh, .. } = Sheet::expect();
    let limit = Memo::new(move |_| session.draft.with(|draft| draft.options.length_limit));
    let of_template = Memo::new(move |_| session.draft.with(template::suggested_length));
    // Chosen by hand: 其他 may hold one of the usual numbers too.
    let own = RwSignal::new(false);
    let is_own = Memo::new(move |_| match limit.get() {
        Some(limit) if limit > 0 => own.get() || !USUAL.contains(&limit),
        _ => false,
    });
    let set = move |to: Option<u32>| {
        own.set(false);
        session.change(Cause::Step, |draft| draft.options.length_limit = to);
    };
    let choose_own = move || {
        let now = session.draft.with_untracked(template::length_limit).unwrap_or(USUAL[0]);
        session.change(Cause::Step, |draft| draft.options.length_limit = Some(now));
        own.set(true);
        afresh.notify();
    };
    let error = RwSignal::new(None::<String>);
    let shown = Memo::new(move |_| limit.get().map(|limit| limit.to_string()).unwrap_or_default());
    let write = move |typed: &str| {
        let read = read(typed).ok_or_else(|| words::LIMIT_WRONG.text().to_owned())?;
        own.set(true);
        session.change(Cause::Setting(FIELD), |draft| draft.options.length_limit = Some(read));
        Ok(())
    };
    let radio = move |to: Option<u32>, name: String| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="sheet-limit"
                    prop:checked=move || limit.get() == to && !is_own.get()
                    on:change=move |_| set(to)
                />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words::LIMIT.text()}</legend>
            <div class="checks">
                {move || radio(None, words::limit_of_template(of_template.get()))}
                {radio(Some(0), words::LIMIT_NONE.text().to_owned())}
                {USUAL.map(|limit| radio(Some(limit), words::limit(limit))).into_iter().collect_view()}
                <label class="check">
                    <input
                        type="radio"
                        name="sheet-limit"
                        prop:checked=move || is_own.get()
                        on:change=move |_| choose_own()
                    />
                    {words::LIMIT_OWN.text()}
                </label>
            </div>
            <Show when=move || is_own.get()>
                <div class="sheet-limit">
                    <Field id=FIELD label=words::LIMIT_FIELD error=error>
                        <TypedInput id=FIELD.to_owned() shown=shown write=write error=error keys="numeric" />
                    </Field>
                </div>
            </Show>
            <p class="field-note">{words::LIMIT_HINT.text()}</p>
        </fieldset>
    }
}

/// Reads 2500, ２５００ or 2500字.
fn read(typed: &str) -> Option<u32> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        _ => c,
    };
    let digits: String = typed.trim().trim_end_matches('字').trim().chars().map(narrow).collect();
    digits.parse().ok().filter(|limit| SANE.contains(limit))
}
