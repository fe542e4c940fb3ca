//! The draft being edited: its signal, its undo steps, what is derived from it.

use crate::browser::clock;
use crate::browser::timing::measured;
use crate::check::{Cache, Finding, KeptBack, check_with, ignored_place, split};
use crate::draft::history::{Cause, History};
use crate::draft::{Draft, Ignored, IgnoredPlace, Place, edit};
use crate::layout::Document;
use crate::ui::checks::Spotlight;
use crate::ui::control::{ToastId, Toasts};
use crate::ui::evidence;
use crate::ui::focus;
use crate::ui::route::{Route, Router, Step};
use crate::ui::words::control;
use leptos::prelude::*;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// How long typing rests before checks and pages follow.
const SETTLE: Duration = Duration::from_millis(150);

/// One open draft. In context of everything under the editor; copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Session {
    /// The draft. Change it through [`Session::change`] and [`Session::type_text`] only, so that
    /// every change can be undone.
    pub draft: RwSignal<Draft>,
    /// The field that has the caret; the pages follow it.
    pub active: RwSignal<Option<Place>>,
    /// Words typed into a field that cannot hold them, such as a date's: kept as typed while the
    /// draft is open.
    pub unread: RwSignal<HashMap<Place, String>>,
    /// Findings that nobody ignored, a moment behind the typing.
    pub findings: ReadSignal<Arc<Vec<Finding>>>,
    /// What is ignored, and what of it is found now.
    pub kept_back: ReadSignal<Arc<KeptBack>>,
    /// The finding being looked at.
    pub spotlight: Spotlight,
    /// The laid-out document, a moment behind the typing.
    pub document: ReadSignal<Arc<Document>>,
    /// Whether there is something to undo, and to redo.
    pub reach: ReadSignal<(bool, bool)>,
    set_reach: WriteSignal<(bool, bool)>,
    history: StoredValue<History>,
    toasts: Toasts,
    /// The message that offers to take the last step back.
    way_back: StoredValue<Option<ToastId>>,
    router: Router,
}

impl Session {
    /// Opens a draft and keeps findings and document in step with it.
    pub fn open(draft: Draft, router: Router) -> Self {
        // After a key only the changed passage is checked again.
        let mut cache = Cache::default();
        let parted = split(&draft, check_with(&draft, &mut cache));
        let (findings, set_findings) = signal(Arc::new(parted.shown));
        let (kept_back, set_kept_back) = signal(Arc::new(parted.kept_back));
        let (document, set_document) = signal(Arc::new(evidence::document_with(&draft, &mut cache)));
        let cache = StoredValue::new(cache);
        let (reach, set_reach) = signal((false, false));
        let draft = RwSignal::new(draft);
        let derive = move || {
            let derived = draft.try_with_untracked(|draft| {
                cache.try_update_value(|cache| {
                    let found = measured("check", || check_with(draft, cache));
                    (split(draft, found), measured("layout", || evidence::document_with(draft, cache)))
                })
            });
            if let Some(Some((parted, laid_out))) = derived {
                set_findings.try_set(Arc::new(parted.shown));
                set_kept_back.try_set(Arc::new(parted.kept_back));
                set_document.try_set(Arc::new(laid_out));
            }
        };
        let pending = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |before: Option<Ignored>| {
            let ignored = draft.with(|draft| draft.ignored.clone());
            let Some(before) = before else { return ignored };
            pending.update_value(|pending| {
                if let Some(pending) = pending.take() {
                    pending.clear();
                }
                // What is ignored goes at once: nobody is typing.
                if before == ignored {
                    *pending = set_timeout_with_handle(derive, SETTLE).ok();
                }
            });
            if before != ignored {
                derive();
            }
            ignored
        });
        let (toasts, way_back) = (Toasts::expect(), StoredValue::new(None::<ToastId>));
        on_cleanup(move || {
            // A way back into an editor that is closed leads nowhere.
            if let Some(Some(offer)) = way_back.try_update_value(Option::take) {
                toasts.withdraw(offer);
            }
            if let Some(Some(pending)) = pending.try_update_value(Option::take) {
                pending.clear();
            }
        });
        Self {
            draft,
            active: RwSignal::new(None),
            unread: RwSignal::new(HashMap::new()),
            findings,
            kept_back,
            spotlight: Spotlight::off(),
            document,
            reach,
            set_reach,
            history: StoredValue::new(History::default()),
            toasts,
            way_back,
            router,
        }
    }

    /// The text at a place; empty where there is no such place any more.
    pub fn text(self, place: Place) -> Memo<String> {
        Memo::new(move |_| {
            self.draft
                .with(|draft| edit::get_text(draft, place).map(|text| text.into_owned()).unwrap_or_default())
        })
    }

    /// Makes a change that can be undone. `operation` says what it did; a draft it left as it was
    /// makes no step.
    pub fn change<R>(self, cause: Cause, operation: impl FnOnce(&mut Draft) -> R) -> R {
        let mut draft = self.draft.get_untracked();
        let outcome = operation(&mut draft);
        let changed = self.draft.with_untracked(|before| *before != draft);
        if changed {
            self.draft.with_untracked(|before| {
                self.history.update_value(|history| history.record(before, cause, clock::now_millis()));
            });
            self.draft.set(draft);
            self.tell_reach();
            self.withdraw_way_back();
        }
        outcome
    }

    /// Says what was just done and offers to take it back. The offer goes with the next change:
    /// from then on undo means something else.
    pub fn offer_undo(self, message: impl Into<String>) {
        let offer = self.toasts.offer(message, control::UNDO, move || self.undo());
        self.way_back.set_value(Some(offer));
    }

    fn withdraw_way_back(self) {
        if let Some(Some(offer)) = self.way_back.try_update_value(Option::take) {
            self.toasts.withdraw(offer);
        }
    }

    /// Writes what was typed at a place. Headings lose an ordinal typed before them.
    pub fn type_text(self, place: Place, text: &str) {
        self.change(Cause::Typing(place), |draft| match place {
            Place::PartHeading(_) | Place::ItemHeading(_) => edit::set_heading(draft, place, text),
            _ => edit::set_text(draft, place, text),
        });
    }

    /// Takes the last step back.
    pub fn undo(self) {
        // A message may offer undo after its editor was left.
        let Some(present) = self.draft.try_get_untracked() else { return };
        if let Some(Some(before)) = self.history.try_update_value(|history| history.undo(&present)) {
            self.draft.set(before);
            self.tell_reach();
            self.withdraw_way_back();
        }
    }

    /// Makes an undone step again.
    pub fn redo(self) {
        let Some(present) = self.draft.try_get_untracked() else { return };
        if let Some(Some(after)) = self.history.try_update_value(|history| history.redo(&present)) {
            self.draft.set(after);
            self.tell_reach();
            self.withdraw_way_back();
        }
    }

    /// Applies a finding's fix; `false` when the text has changed under it.
    pub fn apply_fix(self, finding: &Finding) -> bool {
        let Some(fix) = &finding.fix else { return false };
        self.change(Cause::Step, |draft| edit::replace(draft, finding.place, fix.range.clone(), &fix.text))
    }

    /// Lets one finding stand.
    pub fn ignore_place(self, finding: &Finding) {
        self.change(Cause::Step, |draft| {
            let place = ignored_place(draft, finding);
            draft.ignored.add_place(place);
        });
    }

    /// Switches a rule off for this draft.
    pub fn ignore_rule(self, rule: &str) {
        self.change(Cause::Step, |draft| draft.ignored.add_rule(rule));
    }

    /// Takes back that a finding stands.
    pub fn restore_place(self, place: &IgnoredPlace) {
        self.change(Cause::Step, |draft| draft.ignored.remove_place(place));
    }

    /// Switches a rule on again.
    pub fn restore_rule(self, rule: &str) {
        self.change(Cause::Step, |draft| draft.ignored.remove_rule(rule));
    }

    /// Shows the step that holds a place and puts the caret there, selecting `range` (bytes).
    pub fn go_to(self, place: Place, range: Option<Range<usize>>) {
        let step = self.draft.with_untracked(|draft| Step::of(place, draft));
        self.show(step);
        focus::later(place, range);
    }

    /// Shows a step.
    pub fn show(self, step: Step) {
        let id = self.draft.with_untracked(|draft| draft.id.clone());
        self.router.go(Route::Editor(id, step));
    }

    fn tell_reach(self) {
        let reach = self.history.with_value(|history| (history.can_undo(), history.can_redo()));
        self.set_reach.set(reach);
    }
}

/// The session in context.
///
/// # Panics
/// Outside the editor, which provides it: a mistake of ours, never of input.
pub fn use_session() -> Session {
    expect_context()
}
