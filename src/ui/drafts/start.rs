//! The screen that the app begins with.

use crate::storage::{Entry, Row};
use crate::ui::control::{IconButton, Toasts};
use crate::ui::route::Route;
use crate::ui::state::App;
use crate::ui::words::drafts as words;
use icondata_lu::{LuDownload, LuFilePlus2, LuFolderOpen, LuTrash2};
use leptos::prelude::*;
use leptos_icons::Icon;

use super::brand::Brand;
use super::doors::Doors;
use super::download_backup;
use super::new_draft::NewDraftDialog;
use super::open_file::{OpenFile, OpenFileDialog};
use super::reminder::{BackupReminder, put_off};
use super::row::{DraftRow, NEW_BUTTON};
use super::storage_notice::StorageNotice;
use super::unreadable::UnreadableList;

/// The list of drafts, newest first, and the ways in.
#[component]
pub fn StartScreen() -> impl IntoView {
    let app = App::expect();
    app.refresh();
    document().set_title(words::PAGE_TITLE.text());
    let files = OpenFile::start(app);
    let creating = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        app.rows().with(|rows| {
            let shown =
                |row: &&Row| matches!(&row.entry, Entry::Readable(stored) if stored.trashed_at.is_none());
            rows.iter().filter(shown).cloned().collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| shown.with(Vec::is_empty));
    view! {
        <main class="start">
            <header class="start-head">
                <Brand />
                <Show when=move || !is_empty.get()>
                    <Tools files=files creating=creating />
                </Show>
            </header>
            <StorageNotice />
            <BackupReminder />
            <Show when=move || is_empty.get()>
                <Doors on_new=move || creating.set(true) on_open=move || files.pick() />
            </Show>
            <Show when=move || !is_empty.get()>
                <section>
                    <div class="list-head">
                        <h2>
                            {words::ALL_DRAFTS.text()}
                            <span class="count">{move || shown.with(Vec::len)}</span>
                        </h2>
                    </div>
                    <ul class="drafts">
                        <For
                            each=move || shown.get()
                            key=|row| match &row.entry {
                                Entry::Readable(stored) => {
                                    (row.entry.id(), stored.revision, stored.saved_at, row.unsaved)
                                }
                                Entry::Unreadable { .. } => (row.entry.id(), 0, 0, row.unsaved),
                            }
                            children=|row| match row.entry {
                                Entry::Readable(stored) => {
                                    view! { <DraftRow stored=stored unsaved=row.unsaved /> }.into_any()
                                }
                                Entry::Unreadable { .. } => ().into_any(),
                            }
                        />
                    </ul>
                </section>
            </Show>
            <UnreadableList />
            <footer class="start-foot">{words::KEPT_HERE.text()}</footer>
            <NewDraftDialog open=creating />
            <OpenFileDialog files=files />
        </main>
    }
}

#[component]
fn Tools(files: OpenFile, creating: RwSignal<bool>) -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    view! {
        <div class="start-tools">
            <a class="button quiet" href=Route::Trash.hash()>
                <span class="icon" aria-hidden="true">
                    <Icon icon=LuTrash2 />
                </span>
                {words::TRASH.text()}
            </a>
            <IconButton
                icon=LuDownload
                word=words::BACKUP_ALL
                show_word=true
                class="quiet"
                on_click=move || {
                    download_backup(&app.readable(), toasts);
                    put_off();
                }
            />
            <IconButton
                icon=LuFolderOpen
                word=words::OPEN_FILE
                show_word=true
                on_click=move || files.pick()
            />
            <button type="button" class="button primary" id=NEW_BUTTON on:click=move |_| creating.set(true)>
                <span class="icon" aria-hidden="true">
                    <Icon icon=LuFilePlus2 />
                </span>
                {words::NEW.text()}
            </button>
        </div>
    }
}
