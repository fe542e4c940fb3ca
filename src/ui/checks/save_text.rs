//! The report as a text file: plain, or Markdown.

use crate::browser::download;
use crate::layout::{Document, markdown, plain_text};
use crate::ui::control::{IconButton, Toasts};
use crate::ui::editor::session::use_session;
use crate::ui::evidence::document;
use crate::ui::words::{Word, export as words};
use crate::workshop::report_name;
use icondata_lu::LuFileText;
use leptos::prelude::*;

/// What the text is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// 纯文本
    Plain,
    /// Markdown
    Markdown,
}

impl TextKind {
    fn word(self) -> Word {
        match self {
            Self::Plain => words::SAVE_TEXT,
            Self::Markdown => words::SAVE_MARKDOWN,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Markdown => "md",
        }
    }

    fn media(self) -> &'static str {
        match self {
            Self::Plain => download::TEXT,
            Self::Markdown => download::MARKDOWN,
        }
    }

    fn write(self, document: &Document) -> String {
        match self {
            // An old 记事本 takes UTF-8 for what it is only behind a mark, and knows no other ends
            // of lines.
            Self::Plain => format!("\u{feff}{}", plain_text(document).replace('\n', "\r\n")),
            Self::Markdown => markdown(document),
        }
    }
}

/// A button that has the browser save the text.
#[component]
pub fn SaveText(kind: TextKind) -> impl IntoView {
    let session = use_session();
    let toasts = Toasts::expect();
    let save = move || {
        // The document on the screen may be a moment behind the typing.
        let (name, text) = session
            .draft
            .with_untracked(|draft| (report_name(draft, kind.extension()), kind.write(&document(draft))));
        match download::save(&name, kind.media(), text.as_bytes()) {
            Ok(()) => toasts.say(words::exported(&name)),
            Err(error) => toasts.say(error.to_string()),
        }
    };
    view! { <IconButton icon=LuFileText word=kind.word() show_word=true on_click=save /> }
}
