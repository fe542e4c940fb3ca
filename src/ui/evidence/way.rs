//! The way to the page of evidence and back: one comes back to where one came from, and to the row
//! that one had followed into the text.

use crate::check::{Evidence, Outcome};
use crate::draft::Place;
use crate::ui::editor::session::Session;
use crate::ui::focus;
use crate::ui::route::Step;
use leptos::ev;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The button that opens the page of evidence.
pub const OPENER: &str = "open-evidence";

/// Where one was before.
#[derive(Clone, Debug)]
struct Origin {
    step: Step,
    /// The field that had the caret.
    field: Option<Place>,
}

/// In context of the editor; copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Way {
    session: Session,
    step: Memo<Step>,
    origin: StoredValue<Option<Origin>>,
    /// The figure that was followed into the text.
    visited: StoredValue<Option<(Place, Range<usize>)>>,
    /// The outcome that alone is shown; kept while one looks at the text.
    pub filter: RwSignal<Option<Outcome>>,
}

impl Way {
    /// Puts the way into context and listens for F9, which opens the page and leads back.
    pub fn provide(session: Session, step: Memo<Step>) {
        let way = Self {
            session,
            step,
            origin: StoredValue::new(None),
            visited: StoredValue::new(None),
            filter: RwSignal::new(None),
        };
        provide_context(way);
        let keys = window_event_listener(ev::keydown, move |event| {
            let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key() && !event.shift_key();
            if event.key() != "F9" || !plain || event.is_composing() {
                return;
            }
            event.prevent_default();
            if step.get_untracked() == Step::Evidence { way.back() } else { way.open() }
        });
        on_cleanup(move || keys.remove());
    }

    /// The way in context.
    ///
    /// # Panics
    /// Outside the editor, which provides it: a mistake of ours, never of input.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Shows the page of evidence.
    pub fn open(self) {
        let step = self.step.get_untracked();
        // Who looked at a row's words is still on the way, wherever that led.
        if self.visited.with_value(Option::is_none) {
            let field = focus::caret().map(|(place, _)| place);
            self.origin.set_value(Some(Origin { step, field }));
        }
        self.session.show(Step::Evidence);
    }

    /// Leads back to where one came from; who came by the address comes to 核对导出.
    pub fn back(self) {
        self.visited.set_value(None);
        let origin = self.origin.try_update_value(Option::take).flatten();
        match origin {
            Some(Origin { step, field: Some(field) }) => {
                self.session.show(step);
                focus::later(field, None);
            }
            Some(Origin { step, field: None }) => {
                self.session.show(step);
                focus::when_drawn(focus_opener);
            }
            None => {
                self.session.show(Step::Finish);
                focus::when_drawn(focus_opener);
            }
        }
    }

    /// Leads to a figure's words.
    pub fn visit(self, row: &Evidence) {
        self.visited.set_value(Some((row.place, row.range.clone())));
        self.session.go_to(row.place, Some(row.range.clone()));
    }

    /// True for the row that was followed last.
    pub fn was_visited(self, row: &Evidence) -> bool {
        self.visited.with_value(|visited| {
            visited.as_ref().is_some_and(|(place, range)| *place == row.place && *range == row.range)
        })
    }

    /// Forgets the row, once it has the focus again.
    pub fn returned(self) {
        self.visited.set_value(None);
    }
}

fn focus_opener() {
    focus_on(OPENER);
}

/// Puts the focus on an element and brings it into sight.
pub fn focus_on(id: &str) {
    let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        let _ = element.focus();
    }
}
