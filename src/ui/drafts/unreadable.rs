//! What cannot be read: listed with the reason, kept, downloadable.

use crate::storage::Entry;
use crate::ui::control::{IconButton, Toasts};
use crate::ui::state::App;
use crate::ui::words::drafts as words;
use icondata_lu::{LuDownload, LuTrash2};
use leptos::prelude::*;

use super::backup::download_raw;
use super::confirm::Confirm;
use super::row::{NEW_BUTTON, focus_later};

#[derive(Clone, PartialEq)]
struct Lost {
    id: String,
    key: String,
    raw: String,
    why: String,
}

/// The stored texts that cannot be read, where there are any.
#[component]
pub fn UnreadableList() -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    let lost = Memo::new(move |_| {
        app.rows().with(|rows| {
            let lost = |entry: &Entry| match entry {
                Entry::Readable(_) => None,
                Entry::Unreadable { key, raw, why } => {
                    Some(Lost { id: entry.id().0, key: key.clone(), raw: raw.clone(), why: why.to_string() })
                }
            };
            rows.iter().filter_map(|row| lost(&row.entry)).collect::<Vec<_>>()
        })
    });
    let question = RwSignal::new(None::<String>);
    let asked = StoredValue::new(None::<Lost>);
    let delete = move || {
        let Some(lost) = asked.get_value() else { return };
        if let Err(why) = app.delete_unreadable(&lost.key, &lost.raw) {
            toasts.say(why.to_string());
        }
        focus_later(NEW_BUTTON.to_owned());
    };
    view! {
        <Show when=move || lost.with(|lost| !lost.is_empty())>
            <section>
                <div class="list-head">
                    <h2>{words::UNREADABLE.text()}</h2>
                    <p>{words::UNREADABLE_ABOUT.text()}</p>
                </div>
                <ul class="drafts">
                    <For each=move || lost.get() key=|lost| (lost.key.clone(), lost.why.clone()) let:lost>
                        {
                            let (raw, id) = (lost.raw.clone(), lost.id.clone());
                            let asking = lost.clone();
                            view! {
                                <li class="draft unreadable">
                                    <div>
                                        <h3>{lost.id.clone()}</h3>
                                        <p class="draft-facts">{format!("{}。", lost.why)}</p>
                                    </div>
                                    <div class="draft-tools">
                                        <IconButton
                                            icon=LuDownload
                                            word=words::DOWNLOAD_RAW
                                            of=lost.id.clone()
                                            show_word=true
                                            on_click=move || download_raw(&id, &raw, toasts)
                                        />
                                        <IconButton
                                            icon=LuTrash2
                                            word=words::DELETE_FOR_EVER
                                            of=lost.id.clone()
                                            class="danger"
                                            on_click=move || {
                                                asked.set_value(Some(asking.clone()));
                                                question.set(Some(words::delete_one(&asking.id)));
                                            }
                                        />
                                    </div>
                                </li>
                            }
                        }
                    </For>
                </ul>
            </section>
        </Show>
        <Confirm title=words::DELETE_FOR_EVER question=question on_yes=delete />
    }
}
