//! A click on the page leads to the field in which the words were typed.

use super::sheet::{Sheet, SheetContent};
use crate::draft::Place;
use crate::ui::utf16;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

/// The field, and the bytes of its text, that a click points at.
pub fn target(sheet: &Sheet, event: &MouseEvent) -> Option<(Place, Option<Range<usize>>)> {
    let element = event.target()?.dyn_into::<Element>().ok()?.closest("[data-run]").ok()??;
    let address = element.get_attribute("data-run")?;
    let (line, run) = address.split_once('-')?;
    let (line, run): (usize, usize) = (line.parse().ok()?, run.parse().ok()?);
    match &sheet.lines.get(line)?.content {
        SheetContent::Row(row) => {
            let cell = row.cells.get(run)?;
            Some((cell.place?, cell.range.clone()))
        }
        SheetContent::Text(_, runs) => {
            let run = runs.get(run)?;
            let origin = run.origin.as_ref()?;
            // Only where what prints is what was typed does a character point at a character.
            let to_the_letter = !origin.reference && origin.range.len() == run.text.len();
            let range = match character(event).filter(|_| to_the_letter) {
                Some(units) => {
                    let at = origin.range.start + utf16::to_bytes(&run.text, units);
                    at..at
                }
                None => origin.range.clone(),
            };
            Some((origin.place, Some(range)))
        }
    }
}

/// The UTF-16 offset in the text under the pointer, where the browser can tell.
fn character(event: &MouseEvent) -> Option<u32> {
    let (x, y) = (f64::from(event.client_x()).into(), f64::from(event.client_y()).into());
    let document = document();
    let call = |name: &str, offset: &str| {
        let method = js_sys::Reflect::get(&document, &name.into()).ok()?;
        let found = method.dyn_into::<js_sys::Function>().ok()?.call2(&document, &x, &y).ok()?;
        let offset = js_sys::Reflect::get(&found, &JsValue::from_str(offset)).ok()?;
        offset.as_f64().map(|offset| offset as u32)
    };
    call("caretPositionFromPoint", "offset").or_else(|| call("caretRangeFromPoint", "startOffset"))
}
