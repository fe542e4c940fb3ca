//! Printing from the browser: all pages at true size, and nothing else of the screen.

use super::page::draw_page;
use super::sheet::Sheet;
use crate::layout::{Document, PageStyle};
use crate::ui::editor::session::use_session;
use crate::ui::evidence::document;
use leptos::portal::Portal;
use leptos::prelude::*;
use std::sync::Arc;

/// What is printed where it is not the report.
type Paper = Arc<dyn Fn() -> Document + Send + Sync>;

/// Whether pages stand ready to be printed, and which. In context of the editor.
#[derive(Clone, Copy)]
pub struct Printing {
    ready: RwSignal<bool>,
    instead: StoredValue<Option<Paper>>,
}

impl Printing {
    /// The handle in context.
    ///
    /// # Panics
    /// Outside the editor, which provides it: a mistake of ours, never of input.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Prints another document than the report, as long as the screen that asks for it stands.
    pub fn instead(self, paper: impl Fn() -> Document + Send + Sync + 'static) {
        self.instead.set_value(Some(Arc::new(paper)));
        on_cleanup(move || {
            self.instead.try_set_value(None);
        });
    }
}

/// Puts the pages into the document for as long as the browser prints, whoever asks it to. For
/// the editor, which also mounts [`PrintPages`].
pub fn watch_print() {
    let printing = RwSignal::new(false);
    provide_context(Printing { ready: printing, instead: StoredValue::new(None) });
    let before = window_event_listener_untyped("beforeprint", move |_| printing.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Opens the browser's print dialog.
pub fn print(printing: Printing) {
    printing.ready.set(true);
    // The dialog stops the page, so the pages must have been drawn before.
    request_animation_frame(|| {
        request_animation_frame(|| {
            let print = js_sys::Reflect::get(&window(), &"print".into());
            if let Ok(Ok(print)) = print.map(wasm_bindgen::JsCast::dyn_into::<js_sys::Function>) {
                let _ = print.call0(&window());
            }
        });
    });
}

/// All pages while the browser prints, and nothing otherwise.
#[component]
pub fn PrintPages() -> impl IntoView {
    let session = use_session();
    let Printing { ready: printing, instead } = Printing::expect();
    let pages = move || {
        // The document on the screen may be a moment behind the typing.
        let document = match instead.get_value() {
            Some(paper) => paper(),
            None => session.draft.with_untracked(document),
        };
        let sheets = (0..document.pages.len()).filter_map(|index| Sheet::of(&document, index));
        let drawn: Vec<AnyView> = sheets.map(|sheet| draw_page(&Arc::new(sheet), session)).collect();
        view! {
            <style>{paper_rule(&document.style)}</style>
            {drawn}
        }
    };
    view! {
        <Show when=move || printing.get()>
            <Portal>
                <div class="print-pages" lang="zh-CN" aria-hidden="true">
                    {pages}
                </div>
            </Portal>
        </Show>
    }
}

/// The paper that the browser is to print on. A sheet is a hair less than it: a rounded pixel more
/// would print an empty page.
fn paper_rule(style: &PageStyle) -> String {
    let millimetres = |twips: i32| f64::from(twips) * 25.4 / 1440.0;
    let (width, height) = (millimetres(style.paper_width), millimetres(style.paper_height));
    format!(
        "@page {{ size: {width:.2}mm {height:.2}mm; }} .print-pages .page {{ max-height: {:.2}mm; }}",
        height - 0.1
    )
}
