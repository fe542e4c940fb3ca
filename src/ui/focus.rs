//! Focus on fields by their place, and the caret in them. A field's element carries its place as
//! id.

use crate::draft::Place;
use crate::ui::utf16;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Turns of the queue of effects after which a new row surely stands on the screen.
const ROUNDS: usize = 8;

/// Runs what needs the elements that a change of state is about to draw.
pub fn when_drawn(act: impl FnOnce() + 'static) {
    // Two frames: one for the elements to be drawn, one for the fields to get their texts.
    request_animation_frame(move || request_animation_frame(act));
}

/// True when nothing has the focus: the browser drops it with the element that had it.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// The field that has the focus, and the byte of its text at which the caret stands; a field
/// without a caret (a date, a choice) gives `None` for the byte.
pub fn caret() -> Option<(Place, Option<usize>)> {
    let element = document().active_element()?;
    let place: Place = element.id().parse().ok()?;
    let (text, units) = if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        (area.value(), area.selection_start().ok().flatten())
    } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        (input.value(), input.selection_start().ok().flatten())
    } else {
        (String::new(), None)
    };
    Some((place, units.map(|units| utf16::to_bytes(&text, units))))
}

/// Puts the caret into a field once the screen has been drawn; selects `range` (bytes of the
/// field's text) where one is given.
pub fn later(place: Place, range: Option<Range<usize>>) {
    if range.is_none() {
        soon(place.to_string());
    }
    when_drawn(move || {
        now(place, range);
    });
}

/// Puts the focus on an element before the next key can arrive: what is typed fast behind the key
/// that made a row belongs to that row. The screen may drop it again where rows move, so this
/// comes before [`later`] and does not replace it.
pub fn soon(id: String) {
    spawn_local(async move {
        for _ in 0..ROUNDS {
            tick().await;
            let element = document().get_element_by_id(&id);
            if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
                return;
            }
        }
    });
}

/// Puts the caret back into a field that lost it as the screen was drawn anew; a focus that is
/// elsewhere by then is left alone.
pub fn back_later(place: Place) {
    when_drawn(move || {
        if is_lost() {
            now(place, None);
        }
    });
}

/// Puts the caret into a field; `false` when it is not on the screen.
pub fn now(place: Place, range: Option<Range<usize>>) -> bool {
    let Some(element) = document().get_element_by_id(&place.to_string()) else { return false };
    let Ok(element) = element.dyn_into::<HtmlElement>() else { return false };
    let _ = element.focus();
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(range) = range {
        select(&element, range);
    }
    true
}

/// Puts the focus back into a field that is on the screen, without moving caret or page.
pub fn back(place: Place) {
    let element = document().get_element_by_id(&place.to_string());
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// True while a field has the caret.
pub fn is_in(place: Place) -> bool {
    document().active_element().is_some_and(|element| element.id() == place.to_string())
}

/// True while a field, or the card under it, has the focus.
pub fn is_within(place: Place) -> bool {
    let active = document().active_element();
    let writing = active.and_then(|element| element.closest(".writing").ok().flatten());
    writing
        .and_then(|writing| writing.query_selector(".writing-area").ok().flatten())
        .is_some_and(|area| area.id() == place.to_string())
}

fn select(element: &HtmlElement, range: Range<usize>) {
    let units = |text: &str| (utf16::from_bytes(text, range.start), utf16::from_bytes(text, range.end));
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let (start, end) = units(&area.value());
        let _ = area.set_selection_range(start, end);
    } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let (start, end) = units(&input.value());
        // Fields of dates and numbers have no selection; the focus is enough there.
        let _ = input.set_selection_range(start, end);
    }
}
