//! Which page is seen, and how large: the line above the pages.

use super::scroll::Scroll;
use super::view::View;
use super::zoom::Zoom;
use crate::ui::words::{Word, preview as words};
use icondata_core::Icon as IconData;
use icondata_lu::{LuFileText, LuMoveHorizontal, LuZoomIn, LuZoomOut};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_icons::Icon;

/// The page that is seen, a way to another, and the sizes.
#[component]
pub fn PageTools(scroll: Scroll) -> impl IntoView {
    let zoom = View::expect().zoom;
    let fit = move |to: Zoom| (Signal::derive(move || Some(zoom.get() == to)), move || zoom.set(to));
    let (wide, to_width) = fit(Zoom::Width);
    let (whole, to_page) = fit(Zoom::Page);
    let none = Signal::derive(|| None);
    view! {
        <div class="pages-tools">
            <PageField scroll=scroll />
            <Tool
                icon=LuZoomOut
                word=words::SMALLER
                keys="Control+-"
                off=Signal::derive(move || Zoom::smaller(scroll.scale.get()).is_none())
                pressed=none
                on_click=move || scroll.step(Zoom::smaller, 0.0)
            />
            <span class="pages-zoom">{move || format!("{:.0}%", scroll.scale.get() * 100.0)}</span>
            <Tool
                icon=LuZoomIn
                word=words::LARGER
                keys="Control++"
                off=Signal::derive(move || Zoom::larger(scroll.scale.get()).is_none())
                pressed=none
                on_click=move || scroll.step(Zoom::larger, 0.0)
            />
            <Tool icon=LuMoveHorizontal word=words::FIT keys="Control+0" pressed=wide on_click=to_width />
            <Tool icon=LuFileText word=words::FIT_PAGE keys="Control+9" pressed=whole on_click=to_page />
        </div>
    }
}

/// A button that keeps the focus when it can do nothing more.
#[component]
fn Tool(
    icon: IconData,
    word: Word,
    /// Its key within the panel, as `aria-keyshortcuts` writes it.
    keys: &'static str,
    #[prop(optional)] off: Signal<bool>,
    /// Whether it is on, where it is a choice.
    pressed: Signal<Option<bool>>,
    on_click: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button icon-only"
            title=words::with_key(word.text(), keys)
            aria-label=word.text()
            aria-keyshortcuts=keys
            aria-disabled=move || off.get().then_some("true")
            aria-pressed=move || pressed.get().map(|it| it.to_string())
            on:click=move |_| {
                if !off.get_untracked() {
                    on_click();
                }
            }
        >
            <span class="icon" aria-hidden="true">
                <Icon icon=icon />
            </span>
        </button>
    }
}

/// 第 2 页，共 12 页, with the 2 to be typed over.
#[component]
fn PageField(scroll: Scroll) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let show = move || {
        if let Some(field) = node.get_untracked() {
            field.set_value(&scroll.seen.get_untracked().to_string());
        }
    };
    let go = move || {
        let typed = node.get_untracked().map(|field| field.value()).unwrap_or_default();
        if let Some(page) = page_number(&typed) {
            scroll.go_to(page);
        }
        // The panel says where it stands a frame later; what cannot be read gives way to it too.
        request_animation_frame(move || {
            scroll.scrolled();
            show();
        });
    };
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            go();
        }
        "Escape" => show(),
        _ => {}
    };
    view! {
        <span class="pages-count">
            {words::PAGE_BEFORE.text()}
            <input
                class="input pages-field"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-label=words::PAGE_FIELD.text()
                title=words::PAGE_FIELD_HELP.text()
                node_ref=node
                prop:value=move || scroll.seen.get().to_string()
                on:focus=move |_| {
                    if let Some(field) = node.get_untracked() {
                        field.select();
                    }
                }
                on:keydown=keys
                on:change=move |_| go()
            />
            <span>{move || words::of_pages(scroll.count.get())}</span>
        </span>
    }
}

/// The page number typed, with digits of either width; nothing where it is none.
fn page_number(typed: &str) -> Option<usize> {
    let digits: String = typed
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            _ => c,
        })
        .collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // More digits than a number holds is a page behind the last.
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}
