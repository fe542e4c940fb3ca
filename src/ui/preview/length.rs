//! How long the report is, against its limit and part by part.

use super::view::View;
use crate::layout::Length;
use crate::template::length_limit;
use crate::ui::editor::session::use_session;
use crate::ui::words::length as words;
use leptos::prelude::*;

/// The whole length with its limit, and the parts folded below it.
#[component]
pub fn LengthByPart() -> impl IntoView {
    let session = use_session();
    let length = View::expect().length;
    let limit = Memo::new(move |_| session.draft.with(length_limit));
    let is_over = move || limit.get().is_some_and(|limit| length.with(|it| it.whole) > limit as usize);
    view! {
        <details class="length" class:over=is_over>
            <summary>
                <span>{move || words::characters(length.with(|it| it.whole))}</span>
                {move || {
                    let whole = length.with(|it| it.whole);
                    limit.get().map(|limit| view! { <span class="length-limit">{words::against(whole, limit)}</span> })
                }}
                <span class="length-by">{words::BY_PART.text()}</span>
            </summary>
            <table class="length-parts">
                <thead>
                    <tr>
                        <th scope="col">{words::PART.text()}</th>
                        <th scope="col">{words::CHARACTERS.text()}</th>
                        <th scope="col">{words::SHARE.text()}</th>
                    </tr>
                </thead>
                <tbody>{move || length.with(rows)}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words::WHOLE.text()}</th>
                        <td>{move || length.with(|it| it.whole)}</td>
                        <td></td>
                    </tr>
                </tfoot>
            </table>
            <p class="field-note">{words::HELP.text()}</p>
        </details>
    }
}

fn rows(length: &Length) -> Vec<AnyView> {
    let opening = (words::OPENING.text().to_owned(), length.opening);
    let ending = (words::ENDING.text().to_owned(), length.ending);
    let parts = length.parts.iter().map(|part| (part.heading.clone(), part.characters));
    let all = std::iter::once(opening).chain(parts).chain(std::iter::once(ending));
    all.map(|(name, characters)| row(name, characters, length.whole)).collect()
}

fn row(name: String, characters: usize, whole: usize) -> AnyView {
    let share = characters as f64 / whole.max(1) as f64 * 100.0;
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{characters}</td>
            <td class="length-share">
                <span class="length-bar" aria-hidden="true" style=format!("--share: {share:.1}%")></span>
                {format!("{share:.0}%")}
            </td>
        </tr>
    }
    .into_any()
}
