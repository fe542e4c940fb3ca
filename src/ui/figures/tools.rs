//! What the keys and the menu of a row do.

use super::Unfolded;
use super::places;
use crate::draft::history::Cause;
use crate::draft::{Column, Draft, IndicatorId, Place, edit};
use crate::ui::control::Toasts;
use crate::ui::editor::session::Session;
use crate::ui::focus;
use crate::ui::words::figures as words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Puts the caret into a cell and selects what stands there, as a spreadsheet does.
pub fn focus_cell(place: Place) {
    let element = document().get_element_by_id(&place.to_string());
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    let already = document().active_element().as_deref() == Some(&element);
    let _ = element.focus();
    // What was typed since the row came must not be overwritten by the next key.
    let typed = |input: &HtmlInputElement| input.selection_start().ok().flatten() != Some(0);
    if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|input| !already || !typed(input)) {
        input.select();
    }
}

/// The same once the table has been drawn.
pub fn focus_cell_later(place: Place) {
    focus::soon(place.to_string());
    focus::when_drawn(move || focus_cell(place));
}

/// The same where nothing else has taken the focus by then.
pub fn refocus_cell_later(place: Place) {
    focus::when_drawn(move || {
        if focus::is_lost() {
            focus_cell(place);
        }
    });
}

/// How many rows stand over a row as its wholes. A circle, which only a file edited by hand can
/// hold, ends the walk.
pub fn depth(draft: &Draft, id: IndicatorId) -> usize {
    let mut chain = vec![id];
    while let Some(whole) = chain.last().and_then(|id| draft.indicator(*id)).and_then(|row| row.part_of) {
        if chain.contains(&whole) || draft.indicator(whole).is_none() {
            break;
        }
        chain.push(whole);
    }
    chain.len() - 1
}

/// The tools of one row.
#[derive(Clone, Copy)]
pub struct Tools {
    /// The open draft.
    pub session: Session,
    /// The row.
    pub id: IndicatorId,
    /// Messages; taken from context while the row is made.
    pub toasts: Toasts,
    /// The rows whose places are unfolded.
    pub unfolded: Unfolded,
}

impl Tools {
    /// The row `by` rows further on.
    fn beside(self, by: isize) -> Option<IndicatorId> {
        self.session.draft.with_untracked(|draft| {
            let at = draft.indicators.iter().position(|row| row.id == self.id)?;
            draft.indicators.get(at.checked_add_signed(by)?).map(|row| row.id)
        })
    }

    /// The column that the caret stands in.
    fn column(self) -> Column {
        match self.session.active.get_untracked() {
            Some(Place::Indicator(_, column)) => column,
            _ => Column::Name,
        }
    }

    /// Moves the row and keeps the caret in it, which the browser drops when a row moves.
    pub fn shift(self, by: isize) {
        let column = self.column();
        if self.session.change(Cause::Step, |draft| edit::move_indicator(draft, self.id, by)) {
            focus_cell_later(Place::Indicator(self.id, column));
        }
    }

    /// Makes the row a part (其中) of the nearest row above that stands as deep as it.
    pub fn indent(self) {
        self.session.change(Cause::Step, |draft| {
            let level = depth(draft, self.id);
            let above = draft.indicators.iter().take_while(|row| row.id != self.id);
            let whole = above.map(|row| row.id).filter(|id| depth(draft, *id) == level).last();
            if let (Some(whole), Some(row)) = (whole, draft.indicator_mut(self.id)) {
                row.part_of = Some(whole);
            }
        });
    }

    /// Takes the row out of the one it is a part of.
    pub fn outdent(self) {
        self.session.change(Cause::Step, |draft| {
            let whole = draft.indicator(self.id).and_then(|row| row.part_of);
            let over = whole.and_then(|whole| draft.indicator(whole)).and_then(|row| row.part_of);
            if let Some(row) = draft.indicator_mut(self.id) {
                row.part_of = over;
            }
        });
    }

    /// True while the row's places are unfolded.
    pub fn is_unfolded(self) -> bool {
        self.unfolded.0.with(|rows| rows.contains(&self.id))
    }

    /// Unfolds the row's places, or folds them.
    pub fn toggle(self) {
        self.unfolded.0.update(|rows| {
            if !rows.remove(&self.id) {
                rows.insert(self.id);
            }
        });
    }

    /// Folds the row's places.
    pub fn fold(self) {
        self.unfolded.0.update(|rows| {
            rows.remove(&self.id);
        });
    }

    /// Unfolds the row's places and puts the focus on the first.
    pub fn enter(self) {
        self.unfolded.0.update(|rows| {
            rows.insert(self.id);
        });
        places::enter_later(self.id);
    }

    /// Adds a row below and puts the caret into its name.
    pub fn add_below(self) {
        let id = self.session.change(Cause::Step, |draft| edit::add_indicator(draft, Some(self.id)));
        focus_cell_later(Place::Indicator(id, Column::Name));
    }

    /// Removes the row; the caret goes to the row beside it.
    pub fn remove(self) {
        let session = self.session;
        let column = self.column();
        let beside = self.beside(1).or_else(|| self.beside(-1));
        let name = session.draft.with_untracked(|draft| {
            draft.indicator(self.id).map(|row| row.name.trim().to_owned()).unwrap_or_default()
        });
        let name = if name.is_empty() { words::UNNAMED.text().to_owned() } else { name };
        session.change(Cause::Step, |draft| edit::remove_indicator(draft, self.id));
        if let Some(beside) = beside {
            focus_cell_later(Place::Indicator(beside, column));
        }
        session.offer_undo(words::removed(&name));
    }

    /// Enter: the same column of the next row; behind the last row a new one, unless that one is
    /// still empty.
    fn go_on(self, column: Column) {
        match self.beside(1) {
            Some(next) => focus_cell(Place::Indicator(next, column)),
            None => {
                let blank = self
                    .session
                    .draft
                    .with_untracked(|draft| draft.indicator(self.id).is_none_or(|row| row.is_blank()));
                if !blank {
                    let id = self.session.change(Cause::Step, |draft| edit::add_indicator(draft, None));
                    focus_cell_later(Place::Indicator(id, column));
                }
            }
        }
    }

    /// A key in a cell; keys of a composition never get here.
    pub fn key(self, event: &KeyboardEvent, column: Column) {
        let command = event.ctrl_key() || event.meta_key();
        match (event.key().as_str(), event.alt_key(), command, event.shift_key()) {
            ("ArrowUp", true, false, false) => self.shift(-1),
            ("ArrowDown", true, false, false) => self.shift(1),
            ("ArrowRight", true, false, true) => self.indent(),
            ("ArrowLeft", true, false, true) => self.outdent(),
            ("Delete", true, false, _) => self.remove(),
            ("Enter", false, true, _) => self.add_below(),
            ("Enter", true, false, false) => self.enter(),
            ("Enter", false, false, false) => self.go_on(column),
            ("ArrowUp", false, false, false) | ("Enter", false, false, true) => {
                if let Some(above) = self.beside(-1) {
                    focus_cell(Place::Indicator(above, column));
                }
            }
            ("ArrowDown", false, false, false) => {
                if let Some(below) = self.beside(1) {
                    focus_cell(Place::Indicator(below, column));
                }
            }
            _ => return,
        }
        event.prevent_default();
    }
}
