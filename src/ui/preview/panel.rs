//! The pages beside the form, following the caret.

use super::follow::{Mark, caret_in, find};
use super::page::PageSlot;
use super::px;
use super::zoom::Zoom;
use crate::layout::length;
use crate::ui::control::IconButton;
use crate::ui::editor::session::use_session;
use crate::ui::words::preview as words;
use icondata_lu::{LuMoveHorizontal, LuZoomIn, LuZoomOut};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::ResizeObserver;

/// Pixels above each page and beside the pages; the style sheet says the same.
const GAP: f64 = 16.0;

/// Pages drawn before and behind those that are seen.
const AHEAD: usize = 2;

/// The pages.
#[component]
pub fn PagesPanel() -> impl IntoView {
    let session = use_session();
    let zoom = RwSignal::new(Zoom::Fit);
    let node = NodeRef::<html::Div>::new();
    // What is seen of the row of pages: pixels from its top, and the panel's width and height.
    let top = RwSignal::new(0.0);
    let size = RwSignal::new((0.0, 0.0));

    let count = Memo::new(move |_| session.document.with(|document| document.pages.len()));
    let paper =
        Memo::new(move |_| session.document.with(|it| (px(it.style.paper_width), px(it.style.paper_height))));
    let scale = Memo::new(move |_| zoom.get().scale(paper.get().0, size.get().0 - 2.0 * GAP));
    let pitch = Memo::new(move |_| paper.get().1 * scale.get() + GAP);
    let page_at = move |y: f64| (y / pitch.get()).max(0.0) as usize;
    let near = Memo::new(move |_| {
        let (first, last) = (page_at(top.get()), page_at(top.get() + size.get().1));
        (first.saturating_sub(AHEAD), last + AHEAD)
    });
    let seen = Memo::new(move |_| {
        let middle = page_at(top.get() + size.get().1 / 2.0) + 1;
        (middle.min(count.get()), count.get())
    });
    let characters = Memo::new(move |_| session.document.with(|document| length(document).whole));

    let measure = move || {
        if let Some(panel) = node.get_untracked() {
            let now = (f64::from(panel.client_width()), f64::from(panel.client_height()));
            if size.get_untracked() != now {
                size.set(now);
            }
        }
    };
    Effect::new(move |_| {
        let Some(panel) = node.get() else { return };
        measure();
        let changed = Closure::<dyn FnMut()>::new(measure);
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&panel);
        // Both live as long as the panel.
        let held = StoredValue::new_local((observer, changed));
        on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
    });
    // A change of scale keeps what is seen in its place.
    Effect::new(move |before: Option<f64>| {
        let pitch = pitch.get();
        if let (Some(before), Some(panel)) = (before.filter(|before| *before != pitch), node.get_untracked())
        {
            let moved = f64::from(panel.scroll_top()) * pitch / before;
            panel.set_scroll_top(moved.round() as i32);
        }
        pitch
    });

    // Keys and clicks move the caret without changing a word.
    let moved = Trigger::new();
    let key = window_event_listener(leptos::ev::keyup, move |_| moved.notify());
    let click = window_event_listener(leptos::ev::click, move |_| moved.notify());
    on_cleanup(move || {
        key.remove();
        click.remove();
    });
    let mark = Memo::new(move |_| {
        moved.track();
        let place = session.active.get()?;
        session.document.with(|document| find(document, place, caret_in(place)))
    });
    Effect::new(move |_| {
        session.document.track();
        let (Some(mark), Some(panel)) = (mark.get(), node.get_untracked()) else { return };
        follow(&panel, mark, scale.get_untracked(), pitch.get_untracked());
    });

    let sizes = move || {
        let ((width, height), scale) = (paper.get(), scale.get());
        format!("--paper-width: {width}px; --paper-height: {height}px; --scale: {scale:.4};")
    };
    let pages = move || (0..count.get()).collect::<Vec<_>>();
    let step = move |to: fn(f64) -> Option<Zoom>| {
        if let Some(to) = to(scale.get_untracked()) {
            zoom.set(to);
        }
    };
    view! {
        <section class="pages">
            <div class="pages-tools">
                <span class="pages-count">
                    {move || {
                        let (page, pages) = seen.get();
                        words::page_of(page, pages)
                    }}
                    <span class="pages-length">{move || words::characters(characters.get())}</span>
                </span>
                <IconButton
                    icon=LuZoomOut
                    word=words::SMALLER
                    disabled=Signal::derive(move || Zoom::smaller(scale.get()).is_none())
                    on_click=move || step(Zoom::smaller)
                />
                <span class="pages-zoom">{move || format!("{:.0}%", scale.get() * 100.0)}</span>
                <IconButton
                    icon=LuZoomIn
                    word=words::LARGER
                    disabled=Signal::derive(move || Zoom::larger(scale.get()).is_none())
                    on_click=move || step(Zoom::larger)
                />
                <IconButton
                    icon=LuMoveHorizontal
                    word=words::FIT
                    disabled=Signal::derive(move || zoom.get() == Zoom::Fit)
                    on_click=move || zoom.set(Zoom::Fit)
                />
            </div>
            <div
                class="pages-scroll"
                node_ref=node
                tabindex="0"
                role="region"
                aria-label=words::SCROLL.text()
                lang="zh-CN"
                style=sizes
                on:scroll=move |_| {
                    if let Some(panel) = node.get_untracked() {
                        top.set(f64::from(panel.scroll_top()));
                    }
                }
            >
                <For each=pages key=|index| *index let:index>
                    <PageSlot index=index session=session near=near mark=mark />
                </For>
            </div>
        </section>
    }
}

/// Scrolls the panel, and nothing else, to a line that is not in sight.
fn follow(panel: &web_sys::HtmlDivElement, mark: Mark, scale: f64, pitch: f64) {
    let line = GAP + mark.page as f64 * pitch + px(mark.top) * scale;
    let height = px(mark.height) * scale;
    let (top, room) = (f64::from(panel.scroll_top()), f64::from(panel.client_height()));
    if line < top || line + height > top + room {
        panel.set_scroll_top((line - room / 3.0).max(0.0) as i32);
    }
}
