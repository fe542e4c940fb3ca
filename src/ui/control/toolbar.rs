//! The tools of a row: one stop of Tab, walked along with the arrow keys.

use crate::ui::words::Word;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// Buttons beside each other that Tab enters and leaves as one.
#[component]
pub fn Toolbar(
    /// The name.
    label: Word,
    /// Its classes.
    class: &'static str,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    let toolbar = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        toolbar.track();
        stop_at(toolbar, None);
    });
    view! {
        <div
            class=class
            role="toolbar"
            aria-label=label.text()
            node_ref=toolbar
            on:keydown=walk
            on:focusin=move |event| stop_at(toolbar, event.target())
            on:focusout=move |_| stop_at(toolbar, None)
        >
            {children()}
        </div>
    }
}

/// Tab enters the tools of a row once, at `tool` or at the first, and then leaves them: a part of
/// twenty items would otherwise be 160 keys long.
fn stop_at(toolbar: NodeRef<html::Div>, tool: Option<EventTarget>) {
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
fn walk(event: KeyboardEvent) {
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
        if !element.has_attribute("aria-disabled") {
            if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
                let _ = element.focus();
            }
            event.prevent_default();
            return;
        }
        beside = if forward { element.next_element_sibling() } else { element.previous_element_sibling() };
    }
}
