//! The ways in, while there is no draft.

use crate::ui::route::Route;
use crate::ui::words::{Word, drafts as words};
use icondata_core::Icon as IconData;
use icondata_lu::{LuFilePlus2, LuFolderOpen, LuTrash2};
use leptos::prelude::*;
use leptos_icons::Icon;

use super::row::NEW_BUTTON;

const COURSE: [(Word, Word); 4] = [
    (words::COURSE_FIGURES, words::COURSE_FIGURES_ABOUT),
    (words::COURSE_TEXT, words::COURSE_TEXT_ABOUT),
    (words::COURSE_CHECK, words::COURSE_CHECK_ABOUT),
    (words::COURSE_EXPORT, words::COURSE_EXPORT_ABOUT),
];

/// Begin, open, restore; and how the work goes.
#[component]
pub fn Doors(
    /// Begins a draft.
    on_new: impl Fn() + 'static,
    /// Opens a file.
    on_open: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <div class="doors">
            <button type="button" class="door first" id=NEW_BUTTON on:click=move |_| on_new()>
                {inside(LuFilePlus2, words::NEW, words::NEW_ABOUT)}
            </button>
            <button type="button" class="door" on:click=move |_| on_open()>
                {inside(LuFolderOpen, words::OPEN_FILE, words::OPEN_ABOUT)}
            </button>
            <a class="door" href=Route::Trash.hash()>
                {inside(LuTrash2, words::TRASH, words::TRASH_ABOUT)}
            </a>
        </div>
        <ol class="course">
            {COURSE
                .into_iter()
                .map(|(name, about)| {
                    view! {
                        <li>
                            <strong>{name.text()}</strong>
                            <span>{about.text()}</span>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

fn inside(icon: IconData, name: Word, about: Word) -> impl IntoView {
    view! {
        <span class="icon" aria-hidden="true">
            <Icon icon=icon />
        </span>
        <span class="door-name">{name.text()}</span>
        <span class="door-about">{about.text()}</span>
    }
}
