//! The keys of the tools of a row.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// Tab enters the tools of a row once, at `tool` or at the first, and then leaves them: a part of
/// twenty items would otherwise be 160 keys long.
pub fn stop_at(toolbar: NodeRef<html::Div>, tool: Option<EventTarget>) {
    // A row that is taken away loses the focus when it is gone already.
    let Some(Some(toolbar)) = toolbar.try_get_untracked() else { return };
    let stop = tool.and_then(|tool| tool.dyn_into::<Element>().ok());
    let tools = toolbar.children();
    for at in 0..tools.length() {
        let Some(tool) = tools.item(at) else { continue };
        let stops = stop.as_ref().map_or(at == 0, |stop| *stop == tool);
        let _ = tool.set_attribute("tabindex", if stops { "0" } else { "-1" });
    }
}

/// Left and Right walk along the tools of a row.
pub fn walk(event: KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return,
    };
    if event.alt_key() {
        return;
    }
    let Some(button) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    let mut beside = if forward { button.next_element_sibling() } else { button.previous_element_sibling() };
    while let Some(element) = beside {
        if !element.has_attribute("disabled") {
            if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
                let _ = element.focus();
            }
            event.prevent_default();
            return;
        }
        beside = if forward { element.next_element_sibling() } else { element.previous_element_sibling() };
    }
}
