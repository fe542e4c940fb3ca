//! F8 and Shift+F8: from finding to finding, from anywhere in the editor. Alt+L lets the one at the
//! caret stand, Alt+Shift+L all of its rule: a letter that no browser keeps for its menus, as
//! Chrome, Edge and 360 keep D, E and F and Firefox B, E, F, H, S, T and V.

use super::act::{Reach, ignore};
use super::order;
use crate::check::Finding;
use crate::draft::Place;
use crate::ui::control::Toasts;
use crate::ui::editor::session::Session;
use crate::ui::focus;
use crate::ui::words::checks as words;
use leptos::ev;
use leptos::prelude::*;

/// Puts the caret on a finding, selecting its words.
pub fn visit(session: Session, finding: &Finding) {
    session.go_to(finding.place, (!finding.range.is_empty()).then(|| finding.range.clone()));
}

/// Listens for the keys as long as the editor that calls it is open.
pub fn watch_keys(session: Session) {
    let toasts = Toasts::expect();
    let last = StoredValue::new(None::<Finding>);
    let keys = window_event_listener(ev::keydown, move |event| {
        let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if event.is_composing() {
            return;
        }
        // By its place on the keyboard: with Alt some systems give another letter.
        if event.code() == "KeyL" && event.alt_key() && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            let reach = if event.shift_key() { Reach::Rule } else { Reach::Place };
            match session.spotlight.at_caret() {
                Some(finding) if !event.repeat() => ignore(session, &finding, reach),
                Some(_) => {}
                None => toasts.say(words::IGNORE_NOTHING.text()),
            }
            return;
        }
        if event.key() != "F8" || !plain {
            return;
        }
        event.prevent_default();
        let caret = focus::caret().map(|(place, at)| (place, at.unwrap_or(0)));
        let caret = caret.or_else(|| session.active.get_untracked().map(|place| (place, 0)));
        let (findings, at) = session.draft.with_untracked(|draft| {
            let findings = session.findings.with_untracked(|all| order::sorted(draft, all));
            let before = last.get_value();
            let at = order::next(draft, &findings, caret, before.as_ref(), !event.shift_key());
            (findings, at)
        });
        let Some((at, finding)) = at.and_then(|at| findings.get(at).map(|finding| (at, finding))) else {
            toasts.say(words::NOTHING.text());
            return;
        };
        visit(session, finding);
        // Writing fields show the finding at the caret themselves; the others have no room for it.
        let writing = matches!(
            finding.place,
            Place::Preamble
                | Place::PartHeading(_)
                | Place::PartText(_)
                | Place::ItemHeading(_)
                | Place::ItemText(_)
                | Place::Closing
        );
        if !writing {
            toasts.say(words::nth(at + 1, findings.len(), &finding.message));
        }
        last.set_value(Some(finding.clone()));
    });
    on_cleanup(move || keys.remove());
}
