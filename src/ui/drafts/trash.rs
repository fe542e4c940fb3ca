//! Deleted drafts.

use crate::browser::clock;
use crate::storage::{Entry, Stored};
use crate::ui::control::{IconButton, Toasts};
use crate::ui::route::Route;
use crate::ui::state::App;
use crate::ui::time;
use crate::ui::words::{control, drafts as words};
use icondata_lu::{LuArchiveRestore, LuArrowLeft, LuDownload, LuTrash2};
use leptos::prelude::*;
use leptos_icons::Icon;

use super::confirm::Confirm;
use super::download_backup;
use super::row::{Facts, focus_later};
use super::storage_notice::StorageNotice;

/// The element that has the focus when a row is gone.
const BACK: &str = "back";

/// Deleted drafts: to be restored, or deleted for ever.
#[component]
pub fn TrashScreen() -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    app.refresh();
    document().set_title(&words::page_title(words::TRASH.text()));
    let trashed = Memo::new(move |_| {
        app.rows().with(|rows| {
            let trashed = |entry: &Entry| match entry {
                Entry::Readable(stored) if stored.trashed_at.is_some() => Some(stored.clone()),
                _ => None,
            };
            rows.iter().filter_map(|row| trashed(&row.entry)).collect::<Vec<_>>()
        })
    });
    let question = RwSignal::new(None::<String>);
    let asked = StoredValue::new(Vec::<Stored>::new());
    let ask = move |stored: Vec<Stored>| {
        question.set(Some(match stored.as_slice() {
            [one] => words::delete_one(&one.draft.title()),
            many => words::delete_many(many.len()),
        }));
        asked.set_value(stored);
    };
    let delete = move || {
        for stored in asked.get_value() {
            if let Err(why) = app.delete_for_ever(&stored.draft.id) {
                toasts.say(why.to_string());
            }
        }
        focus_later(BACK.to_owned());
    };
    let is_empty = move || trashed.with(Vec::is_empty);
    view! {
        <main class="start">
            <header class="start-head">
                <div>
                    <a class="button quiet" id=BACK href=Route::Start.hash()>
                        <span class="icon" aria-hidden="true">
                            <Icon icon=LuArrowLeft />
                        </span>
                        {words::BACK.text()}
                    </a>
                    <h1 class="screen-title">{words::TRASH.text()}</h1>
                </div>
                <Show when=move || !is_empty()>
                    <IconButton
                        icon=LuTrash2
                        word=words::EMPTY_TRASH
                        show_word=true
                        class="danger"
                        on_click=move || ask(trashed.get_untracked())
                    />
                </Show>
            </header>
            <StorageNotice />
            <Show when=is_empty>
                <p class="empty">{words::TRASH_EMPTY.text()}</p>
            </Show>
            <Show when=move || !is_empty()>
                <ul class="drafts">
                    <For
                        each=move || trashed.get()
                        key=|stored| (stored.draft.id.clone(), stored.revision)
                        children=move |stored| view! { <TrashRow stored=stored ask=Callback::new(ask) /> }
                    />
                </ul>
            </Show>
            <Confirm title=words::DELETE_FOR_EVER question=question on_yes=delete />
        </main>
    }
}

#[component]
fn TrashRow(stored: Stored, ask: Callback<Vec<Stored>>) -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    let draft = stored.draft.clone();
    let title = draft.title();
    let when = stored.trashed_at.map(|at| time::near(at, clock::today())).unwrap_or_default();
    let (id, name) = (draft.id.clone(), title.clone());
    let restore = move || match app.untrash(&id) {
        Ok(()) => {
            toasts.say(words::restored(&name));
            focus_later(BACK.to_owned());
        }
        Err(why) => toasts.say(why.to_string()),
    };
    let backup = stored.clone();
    view! {
        <li class="draft trashed">
            <div>
                <h3>{title.clone()}</h3>
                <Facts draft=draft />
            </div>
            <p class="draft-saved">{words::trashed_when(&when)}</p>
            <div class="draft-tools">
                <IconButton
                    icon=LuArchiveRestore
                    word=words::RESTORE
                    of=title.clone()
                    show_word=true
                    on_click=restore
                />
                <IconButton
                    icon=LuDownload
                    word=control::BACKUP
                    of=title.clone()
                    on_click=move || download_backup(std::slice::from_ref(&backup), toasts)
                />
                <IconButton
                    icon=LuTrash2
                    word=words::DELETE_FOR_EVER
                    of=title
                    class="danger"
                    on_click=move || ask.run(vec![stored.clone()])
                />
            </div>
        </li>
    }
}
