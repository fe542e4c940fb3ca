//! What the pages of the open draft share, whoever shows them and however often.

use super::zoom::Zoom;
use crate::layout::{Length, length};
use crate::ui::editor::session::Session;
use leptos::prelude::*;

/// How the open draft is looked at. In context of the editor.
#[derive(Clone, Copy)]
pub struct View {
    /// How large the pages are shown; kept while the draft is open.
    pub zoom: RwSignal<Zoom>,
    /// How long the document is, counted once for all who show it.
    pub length: Memo<Length>,
}

impl View {
    /// Puts it into context.
    pub fn provide(session: Session) {
        provide_context(Self {
            zoom: RwSignal::new(Zoom::default()),
            length: Memo::new(move |_| session.document.with(|document| length(document))),
        });
    }

    /// The view in context.
    ///
    /// # Panics
    /// Outside the editor, which provides it: a mistake of ours, never of input.
    pub fn expect() -> Self {
        expect_context()
    }
}
