//! Copying text, also where the page came over plain http and the browser has no clipboard API.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// Copies a text; `then` hears whether the browser allowed it.
pub fn copy(text: String, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let copied = match write(&text) {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        then(copied || copy_by_selection(&text));
    });
}

/// `navigator.clipboard.writeText(text)`, where there is one.
fn write(text: &str) -> Option<js_sys::Promise> {
    let navigator = js_sys::Reflect::get(&window(), &"navigator".into()).ok()?;
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok()?;
    let write = write.dyn_into::<js_sys::Function>().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}

/// The old way: select the text in a field and let the browser copy the selection.
fn copy_by_selection(text: &str) -> bool {
    try_copy_by_selection(text).unwrap_or(false)
}

fn try_copy_by_selection(text: &str) -> Option<bool> {
    let document = document();
    let before = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let area = document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    area.set_value(text);
    area.set_attribute("style", "position: fixed; inset: 0 auto auto 0; opacity: 0").ok()?;
    document.body()?.append_child(&area).ok()?;
    area.select();
    let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
    let copied = command
        .and_then(|command| command.dyn_into::<js_sys::Function>().ok())
        .and_then(|command| command.call1(&document, &"copy".into()).ok())
        .and_then(|copied| copied.as_bool());
    area.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    copied
}
