//! Backup files go out.

use crate::browser::{clock, download};
use crate::storage::{BACKUP_EXTENSION, Stored, write_backup};
use crate::ui::control::Toasts;
use crate::ui::words::drafts as words;
use crate::workshop::safe_name;

/// Has the browser save a backup of some drafts; says so where it refuses. One draft gives its
/// title to the file.
pub fn download_backup(drafts: &[Stored], toasts: Toasts) {
    let day = clock::today().to_string();
    let name = match drafts {
        [one] => words::backup_name(&one.draft.title(), &day),
        _ => words::backup_all_name(&day),
    };
    save(&name, write_backup(drafts, clock::now_millis()).as_bytes(), toasts);
}

/// Has the browser save a text that cannot be read, to the letter.
pub fn download_raw(id: &str, raw: &str, toasts: Toasts) {
    save(&words::raw_name(id), raw.as_bytes(), toasts);
}

/// `name` is without its extension.
fn save(name: &str, bytes: &[u8], toasts: Toasts) {
    if let Err(error) = download::save(&safe_name(name, BACKUP_EXTENSION), download::JSON, bytes) {
        toasts.say(error.to_string());
    }
}
