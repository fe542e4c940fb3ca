//! A page on the screen.

use super::follow::Mark;
use super::line::{draw, font};
use super::scroll::GAP;
use super::sheet::Sheet;
use super::{click, css};
use crate::ui::editor::session::Session;
use crate::ui::words::preview as words;
use leptos::prelude::*;
use std::sync::Arc;

/// A drawn page at the paper's true size.
pub fn draw_page(sheet: &Arc<Sheet>, session: Session) -> AnyView {
    let style = &sheet.style;
    let paper = format!("width: {}; height: {};", css(style.paper_width), css(style.paper_height));
    let lines: Vec<AnyView> =
        sheet.lines.iter().enumerate().map(|(at, line)| draw(at, line, style)).collect();
    let align = if sheet.number_centre() {
        "center"
    } else if sheet.number_left() {
        "left"
    } else {
        "right"
    };
    let number = format!(
        "left: {}; width: {}; bottom: {}; text-align: {align}; padding: 0 {}; {}",
        css(style.left),
        css(style.text_width()),
        css(style.footer),
        css(style.page_number_indent()),
        font(&style.page_number)
    );
    let number = sheet.number.map(|printed| {
        view! {
            <div class="page-number" style=number>
                {style.page_number_words(printed)}
            </div>
        }
    });
    let clicked = Arc::clone(sheet);
    view! {
        <div
            class="page"
            style=paper
            on:click=move |event| {
                if let Some((place, range)) = click::target(&clicked, &event) {
                    session.go_to(place, range);
                }
            }
        >
            {lines}
            {number}
        </div>
    }
    .into_any()
}

/// A page in its place of the scrolling row of pages.
#[component]
pub fn PageSlot(
    /// The page, counted from 0.
    index: usize,
    /// The open draft.
    session: Session,
    /// Pixels from the top of a page to the top of the next.
    pitch: Memo<f64>,
    /// The line of the caret.
    mark: Memo<Option<Mark>>,
) -> impl IntoView {
    let sheet =
        Memo::new(move |_| session.document.with(|document| Sheet::of(document, index)).map(Arc::new));
    let here = Memo::new(move |_| mark.get().filter(|mark| mark.page == index));
    view! {
        <div
            class="page-slot"
            role="group"
            aria-label=words::page(index + 1)
            style=move || format!("top: {:.2}px", GAP + index as f64 * pitch.get())
        >
            <div class="page-scaled">
                {move || sheet.get().map(|sheet| draw_page(&sheet, session))}
                {move || {
                    here.get()
                        .map(|mark| {
                            let look = format!("top: {}; height: {};", css(mark.top), css(mark.height));
                            view! { <div class="page-mark" style=look></div> }
                        })
                }}
            </div>
        </div>
    }
}
