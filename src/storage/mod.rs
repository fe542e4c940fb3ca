//! Drafts kept in the browser, and backup files of them.
//!
//! A stored draft is never overwritten by something that could not read it: what cannot be read
//! is kept to the letter, listed, and can be downloaded.

mod backend;
mod backup;
mod drafts;
mod envelope;
mod incoming;
#[cfg(target_arch = "wasm32")]
mod local;
mod memory;
mod repair;
mod restore;
mod shelf;

pub use backend::{Backend, StorageError};
pub use backup::{BackupError, LARGEST_BACKUP, read_backup, read_draft, write_backup};
pub use drafts::{Drafts, Entry, PREFIX};
pub use envelope::{SCHEMA, Stored};
pub use incoming::{Incoming, incoming};
#[cfg(target_arch = "wasm32")]
pub use local::Local;
pub use memory::{Failure, Memory};
pub use repair::Repair;
pub use restore::{Unreadable, restore};
pub use shelf::{Row, Shelf};
