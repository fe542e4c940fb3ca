//! The pages beside the form, following the caret.

use super::follow::{caret_in, find};
use super::length::LengthByPart;
use super::page::PageSlot;
use super::scroll::Scroll;
use super::tools::PageTools;
use super::view::View;
use super::zoom::Zoom;
use crate::draft::Place;
use crate::ui::editor::session::use_session;
use crate::ui::route::Step;
use crate::ui::words::preview as words;
use leptos::ev::{KeyboardEvent, WheelEvent};
use leptos::prelude::*;

/// Pixels that the wheel turns for a step of size; less than one notch of any mouse.
const STEP: f64 = 60.0;

/// The pages.
#[component]
pub fn PagesPanel() -> impl IntoView {
    let session = use_session();
    let scroll = Scroll::new(session);
    let zoom = View::expect().zoom;

    // Keys and clicks move the caret without changing a word.
    let moved = Trigger::new();
    let key = window_event_listener(leptos::ev::keyup, move |_| moved.notify());
    let click = window_event_listener(leptos::ev::click, move |_| moved.notify());
    on_cleanup(move || {
        key.remove();
        click.remove();
    });
    let last = StoredValue::new(None::<(Place, usize)>);
    let mark = Memo::new(move |_| {
        moved.track();
        let place = session.active.get()?;
        // A key in this panel takes the caret out of its field, not the mark from its line.
        let caret = caret_in(place).or_else(|| last.get_value().filter(|it| it.0 == place).map(|it| it.1));
        last.set_value(caret.map(|caret| (place, caret)));
        session.document.with(|document| find(document, place, caret))
    });
    Effect::new(move |_| {
        session.document.track();
        if let Some(mark) = mark.get() {
            scroll.follow(mark);
        }
    });

    let size_keys = move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => scroll.step(Zoom::larger, 0.0),
            "-" | "_" => scroll.step(Zoom::smaller, 0.0),
            "0" => zoom.set(Zoom::Width),
            "9" => zoom.set(Zoom::Page),
            _ => return,
        }
        event.prevent_default();
    };
    let page_keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        match event.key().as_str() {
            "PageUp" => scroll.page(true),
            "PageDown" => scroll.page(false),
            "Home" => scroll.to_end(false),
            "End" => scroll.to_end(true),
            _ => return,
        }
        event.prevent_default();
    };
    let turned = StoredValue::new(0.0);
    let wheel = move |event: WheelEvent| {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let by = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
            event.delta_y()
        } else {
            event.delta_y().signum() * STEP
        };
        // Two fingers on a pad send many small turns, a wheel few large ones.
        let before = turned.get_value();
        let all = if before * by < 0.0 { by } else { before + by };
        if all.abs() < STEP {
            turned.set_value(all);
            return;
        }
        turned.set_value(0.0);
        let anchor = scroll.below_top(f64::from(event.client_y()));
        scroll.step(if all < 0.0 { Zoom::larger } else { Zoom::smaller }, anchor);
    };
    let is_brief = Memo::new(move |_| session.draft.with(|draft| draft.options.brief));
    let sizes = move || {
        let ((width, height), scale) = (scroll.paper.get(), scroll.scale.get());
        format!("--paper-width: {width}px; --paper-height: {height}px; --scale: {scale:.4};")
    };
    view! {
        <section class="pages" on:keydown=size_keys>
            <PageTools scroll=scroll />
            <div class="pages-facts">
                <LengthByPart />
                <Show when=move || is_brief.get()>
                    <p class="pages-brief">
                        <strong>{words::BRIEF.text()}</strong>
                        <span>{words::BRIEF_HELP.text()}</span>
                        <button type="button" class="button quiet" on:click=move |_| session.show(Step::Sheet)>
                            {words::BRIEF_CHANGE.text()}
                        </button>
                    </p>
                </Show>
            </div>
            <div
                class="pages-scroll"
                node_ref=scroll.node
                tabindex="0"
                role="region"
                aria-label=words::SCROLL.text()
                lang="zh-CN"
                style=sizes
                on:scroll=move |_| scroll.scrolled()
                on:keydown=page_keys
                on:wheel=wheel
            >
                <div class="pages-row" style=move || format!("height: {:.2}px", scroll.height())>
                    <For each=move || scroll.drawn() key=|index| *index let:index>
                        <PageSlot index=index session=session pitch=scroll.pitch mark=mark />
                    </For>
                </div>
            </div>
        </section>
    }
}
