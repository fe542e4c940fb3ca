//! Font, size and weight of each kind of text.

use super::Sheet;
use super::typed::{Note, TypedInput};
use crate::draft::PageStyle;
use crate::draft::history::Cause;
use crate::draft::page_style::{COMMON_FONTS, Face, SIZES, SettingError, TextKind, size_words};
use crate::ui::words::sheet as words;
use leptos::prelude::*;

/// Sizes that are offered: 初号 to 小初 are for posters, below 小五 nobody reads.
const OFFERED: std::ops::RangeInclusive<u16> = 18..=52;

/// The fonts of all kinds of text.
#[component]
pub fn Faces() -> impl IntoView {
    view! {
        <table class="sheet-faces">
            <thead>
                <tr>
                    <th scope="col">{words::TEXT_KIND.text()}</th>
                    <th scope="col">{words::FONT.text()}</th>
                    <th scope="col">{words::SIZE.text()}</th>
                    <th scope="col">{words::BOLD.text()}</th>
                </tr>
            </thead>
            <tbody>{TextKind::ALL.into_iter().map(|kind| view! { <Row kind=kind /> }).collect_view()}</tbody>
        </table>
        <p class="field-note">{words::FACES_HINT.text()}</p>
    }
}

#[component]
fn Row(kind: TextKind) -> impl IntoView {
    let Sheet { session, page, .. } = Sheet::expect();
    let (font_id, size_id) = ids(kind);
    let (font_error, size_error) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let font = Memo::new(move |_| page.with(|page| page.face(kind).name.clone()));
    let size = Memo::new(move |_| page.with(|page| size_words(page.face(kind).half_points)));
    let bold = Memo::new(move |_| page.with(|page| page.face(kind).bold));
    let write = move |cause: &'static str, next: Result<PageStyle, SettingError>| {
        let next = next.map_err(|why| why.to_string())?;
        session.change(Cause::Setting(cause), |draft| draft.page = next);
        Ok(())
    };
    let write_font =
        move |typed: &str| write(font_id, page.with_untracked(|page| page.with_font(kind, typed)));
    let write_size =
        move |typed: &str| write(size_id, page.with_untracked(|page| page.with_size(kind, typed)));
    let fonts = COMMON_FONTS.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let sizes = SIZES.iter().filter(|(_, size)| OFFERED.contains(size));
    let sizes = sizes.map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
    view! {
        <tr>
            <th scope="row">{words::kind(kind).text()}</th>
            <td class:wrong=move || font_error.with(Option::is_some) class="field">
                <TypedInput
                    id=font_id.to_owned()
                    shown=font
                    write=write_font
                    error=font_error
                    name=words::of_kind(kind, words::FONT)
                    choices=fonts
                    keys="text"
                />
                <Note id=font_id.to_owned() error=font_error />
            </td>
            <td class:wrong=move || size_error.with(Option::is_some) class="field">
                <TypedInput
                    id=size_id.to_owned()
                    shown=size
                    write=write_size
                    error=size_error
                    name=words::of_kind(kind, words::SIZE)
                    choices=sizes
                    keys="text"
                />
                <Note id=size_id.to_owned() error=size_error />
            </td>
            <td class="sheet-bold">
                <label class="check">
                    <input
                        type="checkbox"
                        aria-label=words::of_kind(kind, words::BOLD)
                        prop:checked=move || bold.get()
                        on:change=move |event| {
                            let bold = event_target_checked(&event);
                            session
                                .change(
                                    Cause::Step,
                                    |draft| {
                                        let face = Face { bold, ..draft.page.face(kind).clone() };
                                        *draft.page.face_mut(kind) = face;
                                    },
                                );
                        }
                    />
                    <span class="sheet-bold-word" aria-hidden="true">
                        {words::BOLD.text()}
                    </span>
                </label>
            </td>
        </tr>
    }
}

fn ids(kind: TextKind) -> (&'static str, &'static str) {
    match kind {
        TextKind::Title => ("sheet-title-font", "sheet-title-size"),
        TextKind::Body => ("sheet-body-font", "sheet-body-size"),
        TextKind::Heading1 => ("sheet-heading1-font", "sheet-heading1-size"),
        TextKind::Heading2 => ("sheet-heading2-font", "sheet-heading2-size"),
        TextKind::Heading3 => ("sheet-heading3-font", "sheet-heading3-size"),
        TextKind::Heading4 => ("sheet-heading4-font", "sheet-heading4-size"),
        TextKind::Table => ("sheet-table-font", "sheet-table-size"),
        TextKind::PageNumber => ("sheet-number-font", "sheet-number-size"),
    }
}
