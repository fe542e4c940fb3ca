//! Reminds of a backup where the browser may clear what it stores.

use crate::browser::{clock, persistence};
use crate::draft::completeness;
use crate::storage::{Backend, Entry, Local};
use crate::ui::control::Toasts;
use crate::ui::state::App;
use crate::ui::words::drafts as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::download_backup;

/// When all drafts were backed up last, or the reminder was put off; milliseconds since 1970.
const KEY: &str = "qinggao/backup";

/// Reminded of again after this many milliseconds: a week.
const WEEK: u64 = 7 * 24 * 60 * 60 * 1000;

/// Notes that a backup was taken, or that it is to wait.
pub fn put_off() {
    // Where it cannot be noted, the reminder comes again: rightly.
    let _ = Local.set(KEY, &clock::now_millis().to_string());
}

fn is_due() -> bool {
    let last = Local.get(KEY).ok().flatten().and_then(|text| text.parse::<u64>().ok());
    // A clock that was set back must not silence it for years.
    last.is_none_or(|last| clock::now_millis().abs_diff(last) > WEEK)
}

/// Stands above the list while there is something to lose, no promise to keep it, and no backup
/// of the last week.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let app = App::expect();
    let toasts = Toasts::expect();
    let (due, set_due) = signal(false);
    spawn_local(async move {
        if !persistence::is_granted().await {
            set_due.try_set(is_due());
        }
    });
    let is_written = Memo::new(move |_| {
        app.rows().with(|rows| {
            rows.iter().any(|row| {
                matches!(&row.entry, Entry::Readable(stored)
                if stored.trashed_at.is_none() && completeness(&stored.draft) >= WORTH)
            })
        })
    });
    let done = move || {
        put_off();
        set_due.set(false);
        super::row::focus_later(super::row::NEW_BUTTON.to_owned());
    };
    view! {
        <Show when=move || due.get() && is_written.get() && app.trouble().with(Option::is_none)>
            <div class="notice reminder">
                <p class="notice-words">{words::REMINDER.text()}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        download_backup(&app.readable(), toasts);
                        done();
                    }
                >
                    {words::BACKUP_ALL.text()}
                </button>
                <button type="button" class="button quiet" on:click=move |_| done()>
                    {words::NOT_NOW.text()}
                </button>
            </div>
        </Show>
    }
}

/// Percent of a draft from which on it would be a loss.
const WORTH: u8 = 20;
