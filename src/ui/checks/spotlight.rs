//! The finding being looked at: its figures light up wherever they stand.

use crate::check::Finding;
use crate::draft::Place;
use crate::ui::editor::session::Session;
use crate::ui::focus;
use crate::ui::route::Step;
use leptos::ev;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Who turned the light on: only they turn it off, whichever order the events of leaving one field
/// and entering another come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder(usize);

type Look = Option<(Holder, Arc<Finding>)>;

/// The finding at the caret or under the pointer. A handle, free to copy.
#[derive(Clone, Copy)]
pub struct Spotlight {
    at_caret: RwSignal<Look>,
    under_pointer: RwSignal<Look>,
    finding: Memo<Option<Arc<Finding>>>,
    holders: StoredValue<usize>,
}

impl Spotlight {
    /// No light.
    pub fn off() -> Self {
        let (at_caret, under_pointer) = (RwSignal::new(Look::None), RwSignal::new(Look::None));
        // The pointer is the quicker of the two: what it rests on is looked at now.
        let finding = Memo::new(move |_| {
            let finding = |look: &Look| look.as_ref().map(|(_, finding)| Arc::clone(finding));
            under_pointer.with(finding).or_else(|| at_caret.with(finding))
        });
        Self { at_caret, under_pointer, finding, holders: StoredValue::new(0) }
    }

    /// A new one who may turn the light on.
    pub fn holder(self) -> Holder {
        self.holders.update_value(|count| *count += 1);
        Holder(self.holders.get_value())
    }

    /// The caret or the focus came to a finding.
    pub fn enter(self, holder: Holder, finding: Arc<Finding>) {
        self.at_caret.try_set(Some((holder, finding)));
    }

    /// It left.
    pub fn leave(self, holder: Holder) {
        leave(self.at_caret, holder);
    }

    /// The pointer came to rest on a finding.
    pub fn point(self, holder: Holder, finding: Arc<Finding>) {
        self.under_pointer.try_set(Some((holder, finding)));
    }

    /// It moved on.
    pub fn unpoint(self, holder: Holder) {
        leave(self.under_pointer, holder);
    }

    /// The finding at the caret or in the row that has the focus: what keys act on.
    pub fn at_caret(self) -> Option<Arc<Finding>> {
        self.at_caret.with_untracked(|look| look.as_ref().map(|(_, finding)| Arc::clone(finding)))
    }

    /// What lights up in a field: the figures that took part, as bytes of its text.
    pub fn lit(self, place: Place) -> Memo<Vec<Range<usize>>> {
        Memo::new(move |_| {
            self.finding.with(|finding| {
                let related = finding.iter().flat_map(|finding| &finding.related);
                related.filter(|(at, _)| *at == place).map(|(_, range)| range.clone()).collect()
            })
        })
    }

    /// The words of the finding itself in a field, while the pointer is on it elsewhere.
    pub fn pointed(self, place: Place) -> Memo<Option<Range<usize>>> {
        Memo::new(move |_| {
            self.under_pointer.with(|look| {
                let (_, finding) = look.as_ref()?;
                (finding.place == place && !finding.range.is_empty()).then(|| finding.range.clone())
            })
        })
    }

    fn places(self) -> Vec<Place> {
        let related = |finding: &Arc<Finding>| finding.related.iter().map(|(place, _)| *place).collect();
        // The editor may have been left while its screen was being drawn.
        let places = self.finding.try_with_untracked(|finding| finding.as_ref().map(related));
        places.flatten().unwrap_or_default()
    }
}

fn leave(look: RwSignal<Look>, holder: Holder) {
    let mine = look.try_with_untracked(|look| look.as_ref().is_some_and(|(it, _)| *it == holder));
    if mine == Some(true) {
        look.try_set(None);
    }
}

/// Carries the light to fields of one line and to cells of the table, which have no backdrop to
/// draw it, as long as the editor that calls it is open; and turns it on while one of them has
/// the caret.
pub fn watch_fields(session: Session, step: Memo<Step>) {
    let spotlight = session.spotlight;
    Effect::new(move |_| {
        spotlight.finding.track();
        // The fields of another step are other elements.
        step.track();
        focus::when_drawn(move || paint(&spotlight.places()));
    });

    let holder = spotlight.holder();
    let inside = RwSignal::new(None::<Place>);
    let came = window_event_listener(ev::focusin, move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Writing fields know better: they know where their caret is.
        let plain = element.filter(|element| !element.class_list().contains("writing-area"));
        inside.set(plain.and_then(|element| element.id().parse().ok()));
    });
    let left = window_event_listener(ev::focusout, move |_| {
        inside.try_set(None);
    });
    on_cleanup(move || {
        came.remove();
        left.remove();
    });
    Effect::new(move |_| {
        let finding = inside.get().and_then(|place| {
            session.findings.with(|all| {
                let here = all.iter().filter(|finding| finding.place == place);
                here.min_by_key(|finding| finding.severity).cloned()
            })
        });
        match finding {
            Some(finding) => spotlight.enter(holder, Arc::new(finding)),
            None => spotlight.leave(holder),
        }
    });
}

fn paint(places: &[Place]) {
    let ids: Vec<String> = places.iter().map(Place::to_string).collect();
    if let Ok(lit) = document().query_selector_all(".input.lit") {
        for at in 0..lit.length() {
            let element = lit.get(at).and_then(|node| node.dyn_into::<Element>().ok());
            if let Some(element) = element.filter(|element| !ids.contains(&element.id())) {
                let _ = element.class_list().remove_1("lit");
            }
        }
    }
    for id in ids {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.filter(|element| element.class_list().contains("input")) {
            let _ = element.class_list().add_1("lit");
        }
    }
}
