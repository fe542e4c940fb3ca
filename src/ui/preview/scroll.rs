//! Where the row of pages is scrolled to, and which pages are to be drawn.

use super::follow::Mark;
use super::px;
use super::view::View;
use super::zoom::Zoom;
use crate::ui::editor::session::Session;
use leptos::html;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlDivElement, HtmlElement, ResizeObserver};

/// Pixels above each page and beside the pages; the style sheet says the same.
pub const GAP: f64 = 16.0;

/// Pages drawn before and behind those that are seen.
const AHEAD: usize = 2;

/// The scrolled row of pages; copies are handles to the same. Lengths are CSS pixels.
#[derive(Clone, Copy)]
pub struct Scroll {
    /// The element that scrolls.
    pub node: NodeRef<html::Div>,
    /// How many pages there are.
    pub count: Memo<usize>,
    /// Width and height of the paper at its true size.
    pub paper: Memo<(f64, f64)>,
    /// What a length of the paper is multiplied with.
    pub scale: Memo<f64>,
    /// From the top of a page to the top of the next.
    pub pitch: Memo<f64>,
    /// Pages that are in sight or nearly so, counted from 0.
    pub near: Memo<(usize, usize)>,
    /// The page that is looked at, 1 for the first.
    pub seen: Memo<usize>,
    zoom: RwSignal<Zoom>,
    top: RwSignal<f64>,
    size: RwSignal<(f64, f64)>,
    /// What keeps its place when the scale changes, from the top of the panel.
    anchor: StoredValue<f64>,
}

impl Scroll {
    /// The row of the open draft's pages.
    pub fn new(session: Session) -> Self {
        let zoom = View::expect().zoom;
        let (top, size) = (RwSignal::new(0.0), RwSignal::new((0.0_f64, 0.0_f64)));
        let count = Memo::new(move |_| session.document.with(|document| document.pages.len()));
        let paper = Memo::new(move |_| {
            session.document.with(|it| (px(it.style.paper_width), px(it.style.paper_height)))
        });
        let scale = Memo::new(move |_| {
            let (width, height) = size.get();
            zoom.get().scale(paper.get(), (width - 2.0 * GAP, height - 2.0 * GAP))
        });
        let pitch = Memo::new(move |_| paper.get().1 * scale.get() + GAP);
        let page_at = move |y: f64| (y / pitch.get()).max(0.0) as usize;
        let near = Memo::new(move |_| {
            let (first, last) = (page_at(top.get()), page_at(top.get() + size.get().1));
            (first.saturating_sub(AHEAD), last + AHEAD)
        });
        let seen = Memo::new(move |_| {
            let (top, height, all) = (top.get(), size.get().1, count.get());
            // The last page cannot always be brought to the top.
            let at_end = top > 1.0 && top + height >= all as f64 * pitch.get() + GAP - 1.0;
            if at_end { all } else { (page_at(top + pitch.get().min(height) / 2.0) + 1).min(all) }
        });
        let node = NodeRef::new();
        let anchor = StoredValue::new(0.0);
        let this = Self { node, count, paper, scale, pitch, near, seen, zoom, top, size, anchor };
        this.watch_size();
        this.keep_place();
        this
    }

    /// The pages to be drawn, counted from 0.
    pub fn drawn(self) -> Range<usize> {
        let (first, last) = self.near.get();
        let count = self.count.get();
        first.min(count)..(last + 1).min(count)
    }

    /// Height of the whole row.
    pub fn height(self) -> f64 {
        self.count.get() as f64 * self.pitch.get() + GAP
    }

    /// Hears that the panel was scrolled.
    pub fn scrolled(self) {
        if let Some(panel) = self.node.get_untracked() {
            self.top.set(f64::from(panel.scroll_top()));
        }
    }

    /// Brings a page, 1 for the first, to the top of the panel.
    pub fn go_to(self, page: usize) {
        let page = page.clamp(1, self.count.get_untracked().max(1));
        self.to((page - 1) as f64 * self.pitch.get_untracked());
    }

    /// Scrolls to the beginning or the end.
    pub fn to_end(self, last: bool) {
        self.to(if last { self.count.get_untracked() as f64 * self.pitch.get_untracked() } else { 0.0 });
    }

    /// Scrolls on by what is seen: by pages where a page fits into the panel.
    pub fn page(self, back: bool) {
        let Some(panel) = self.node.get_untracked() else { return };
        let (pitch, height) = (self.pitch.get_untracked(), self.size.get_untracked().1);
        let by = if pitch <= height + GAP { (height / pitch).floor().max(1.0) * pitch } else { height * 0.9 };
        let top = f64::from(panel.scroll_top());
        self.to((top + if back { -by } else { by }).max(0.0));
    }

    /// Changes the size by a step; what is `anchor` pixels below the panel's top stays there.
    pub fn step(self, to: fn(f64) -> Option<Zoom>, anchor: f64) {
        if let Some(to) = to(self.scale.get_untracked()) {
            self.anchor.set_value(anchor);
            self.zoom.set(to);
        }
    }

    /// How far a height of the window lies below the panel's top.
    pub fn below_top(self, y: f64) -> f64 {
        let mut top = -window().scroll_y().unwrap_or_default();
        let mut at = self.node.get_untracked().map(|panel| panel.unchecked_into::<HtmlElement>());
        while let Some(element) = at {
            top += f64::from(element.offset_top());
            at = element.offset_parent().and_then(|parent| parent.dyn_into().ok());
        }
        (y - top).max(0.0)
    }

    /// Scrolls to a line that is not in sight.
    pub fn follow(self, mark: Mark) {
        let (scale, pitch) = (self.scale.get_untracked(), self.pitch.get_untracked());
        let Some(panel) = self.node.get_untracked() else { return };
        let line = GAP + mark.page as f64 * pitch + px(mark.top) * scale;
        let height = px(mark.height) * scale;
        let (top, room) = (f64::from(panel.scroll_top()), f64::from(panel.client_height()));
        if line < top || line + height > top + room {
            self.to((line - room / 3.0).max(0.0));
        }
    }

    fn to(self, top: f64) {
        if let Some(panel) = self.node.get_untracked() {
            panel.set_scroll_top(top.round() as i32);
        }
    }

    fn watch_size(self) {
        let measure = move |panel: &HtmlDivElement| {
            let now = (f64::from(panel.client_width()), f64::from(panel.client_height()));
            if self.size.try_get_untracked().is_some_and(|before| before != now) {
                self.size.set(now);
            }
        };
        Effect::new(move |_| {
            let Some(panel) = self.node.get() else { return };
            measure(&panel);
            let observed = panel.clone();
            let changed = Closure::<dyn FnMut()>::new(move || measure(&observed));
            let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
            observer.observe(&panel);
            // Both live as long as the panel.
            let held = StoredValue::new_local((observer, changed));
            on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
        });
    }

    /// A change of scale keeps what is seen in its place.
    fn keep_place(self) {
        Effect::new(move |before: Option<f64>| {
            let pitch = self.pitch.get();
            let anchor = self.anchor.get_value();
            self.anchor.set_value(0.0);
            if let (Some(before), Some(panel)) =
                (before.filter(|before| *before != pitch), self.node.get_untracked())
            {
                let at = f64::from(panel.scroll_top()) + anchor;
                self.to(at * pitch / before - anchor);
            }
            pitch
        });
    }
}
