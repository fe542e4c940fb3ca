//! A backup file comes in: chosen or dropped, shown first, then added beside what is there.

use crate::browser::file_picker::{self, FileError, PickedFile};
use crate::storage::{BACKUP_EXTENSION, Entry, Incoming, LARGEST_BACKUP, Stored, incoming, read_backup};
use crate::ui::control::{Dialog, Toasts};
use crate::ui::state::{App, holds_files};
use crate::ui::time;
use crate::ui::words::{Word, control, drafts as words};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

use super::row::{Facts, element_id, focus_later};

/// A file that was looked into.
#[derive(Clone)]
struct Looked {
    name: String,
    /// What comes in, or why nothing does.
    outcome: Result<Arc<Vec<(Stored, Incoming)>>, String>,
}

/// The way in for files.
#[derive(Clone, Copy)]
pub struct OpenFile {
    app: App,
    looked: RwSignal<Option<Looked>>,
    open: RwSignal<bool>,
    /// A file hangs over the page.
    over: RwSignal<bool>,
}

impl OpenFile {
    /// Takes files dropped on the page from now on.
    pub fn start(app: App) -> Self {
        let it =
            Self { app, looked: RwSignal::new(None), open: RwSignal::new(false), over: RwSignal::new(false) };
        let over = window_event_listener(ev::dragover, move |event| {
            if holds_files(&event) && !it.over.get_untracked() {
                it.over.set(true);
            }
        });
        let left = window_event_listener(ev::dragleave, move |event| {
            // Out of the window, not from one element to the next.
            if event.related_target().is_none() {
                it.over.set(false);
            }
        });
        let drop = window_event_listener(ev::drop, move |event| {
            it.over.set(false);
            let Some(data) = event.data_transfer() else { return };
            let Some(file) = file_picker::dropped(&data).into_iter().next() else { return };
            spawn_local(async move {
                let name = file.name();
                it.look(name, file_picker::read(&file, LARGEST_BACKUP as u64).await.map(Some));
            });
        });
        on_cleanup(move || {
            over.remove();
            left.remove();
            drop.remove();
        });
        it
    }

    /// Lets the user choose a file.
    pub fn pick(self) {
        spawn_local(async move {
            // Earlier builds wrote their backups as .json.
            let accepted = format!(".{BACKUP_EXTENSION},.json,application/json");
            let picked = file_picker::pick(&accepted, LARGEST_BACKUP as u64).await;
            self.look(String::new(), picked);
        });
    }

    fn look(self, name: String, picked: Result<Option<PickedFile>, FileError>) {
        let looked = match picked {
            Ok(None) => return,
            Ok(Some(file)) => Looked { outcome: self.read(&file.bytes), name: file.name },
            Err(why) => Looked { name, outcome: Err(why.to_string()) },
        };
        // The screen may be gone by the time the file is read.
        if self.looked.try_set(Some(looked)).is_none() {
            self.open.try_set(true);
        }
    }

    fn read(self, bytes: &[u8]) -> Result<Arc<Vec<(Stored, Incoming)>>, String> {
        let drafts = read_backup(bytes).map_err(|why| why.to_string())?;
        self.app.refresh();
        let present: Vec<Entry> =
            self.app.rows().get_untracked().iter().map(|row| row.entry.clone()).collect();
        let fates = incoming(drafts.clone(), &present);
        Ok(Arc::new(drafts.into_iter().zip(fates).collect()))
    }

    fn add(self, coming: &[(Stored, Incoming)], toasts: Toasts) {
        let fates = coming.iter().map(|(_, fate)| fate.clone()).collect();
        match self.app.bring_in(fates) {
            Ok(ids) => {
                self.open.set(false);
                toasts.say(words::added(ids.len()));
                if let Some(first) = ids.first() {
                    focus_later(element_id(first));
                }
            }
            Err(why) => {
                let failed = |looked: &mut Option<Looked>| {
                    if let Some(looked) = looked {
                        looked.outcome = Err(why.to_string());
                    }
                };
                self.looked.update(failed);
            }
        }
    }
}

/// Shows what is in a file before anything is added, or why it could not be opened.
#[component]
pub fn OpenFileDialog(
    /// The way in.
    files: OpenFile,
) -> impl IntoView {
    view! {
        <Dialog open=files.open title=words::OPEN_FILE>
            {move || {
                files
                    .looked
                    .get()
                    .map(|looked| match looked.outcome {
                        Ok(coming) => view! { <Preview files=files name=looked.name coming=coming /> }.into_any(),
                        Err(why) => view! { <Refused files=files name=looked.name why=why /> }.into_any(),
                    })
            }}
        </Dialog>
        <Show when=move || files.over.get()>
            <div class="drop-here">{words::DROP_HERE.text()}</div>
        </Show>
    }
}

#[component]
fn Preview(files: OpenFile, name: String, coming: Arc<Vec<(Stored, Incoming)>>) -> impl IntoView {
    let toasts = Toasts::expect();
    let new = coming.iter().filter(|(_, fate)| !matches!(fate, Incoming::Same(_))).count();
    let rows = coming
        .iter()
        .map(|(stored, fate)| {
            let fate: Word = match fate {
                Incoming::New(_) => words::FATE_NEW,
                Incoming::Copy { .. } => words::FATE_COPY,
                Incoming::Same(_) => words::FATE_SAME,
            };
            view! {
                <li>
                    <strong>{stored.draft.title()}</strong>
                    <Facts draft=stored.draft.clone() />
                    <p>{words::SAVED.text()} " " {time::full(stored.saved_at)}</p>
                    <p class="fate">
                        {fate.text()}
                        {stored.trashed_at.map(|_| format!("（{}）", words::FROM_TRASH.text()))}
                    </p>
                </li>
            }
        })
        .collect_view();
    let count = coming.len();
    view! {
        <div class="dialog-body">
            <p>{words::in_file(&name, count)}</p>
            <ul class="incoming">{rows}</ul>
            {(new == 0).then(|| view! { <p class="notice">{words::ALL_THERE.text()}</p> })}
        </div>
        <footer class="dialog-foot">
            <button type="button" class="button" on:click=move |_| files.open.set(false)>
                {if new > 0 { control::CANCEL.text() } else { control::CLOSE.text() }}
            </button>
            {(new > 0)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button primary"
                            autofocus=true
                            on:click=move |_| files.add(&coming, toasts)
                        >
                            {words::add_count(new)}
                        </button>
                    }
                })}
        </footer>
    }
}

#[component]
fn Refused(files: OpenFile, name: String, why: String) -> impl IntoView {
    view! {
        <div class="dialog-body">
            {(!name.is_empty()).then(|| view! { <p><strong>{name}</strong></p> })}
            <p class="notice error" role="alert">
                {format!("{why}。")}
            </p>
            <p>{words::NOT_OPENED.text()}</p>
        </div>
        <footer class="dialog-foot">
            <button type="button" class="button" on:click=move |_| files.open.set(false)>
                {control::CLOSE.text()}
            </button>
            <button type="button" class="button primary" on:click=move |_| files.pick()>
                {words::OTHER_FILE.text()}
            </button>
        </footer>
    }
}
