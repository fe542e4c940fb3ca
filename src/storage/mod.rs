//! Drafts kept in the browser, and backup files of them.
//!
//! A stored draft is never overwritten by something that could not read it: what cannot be read
//! is kept to the letter, listed, and can be downloaded. Each draft stands in two copies
//! ([`Copies`]): localStorage answers at once, IndexedDB outlives a power cut.

mod absorb;
mod backend;
mod backup;
mod choice;
mod claims;
mod copies;
mod drafts;
#[cfg(target_arch = "wasm32")]
mod durable;
mod envelope;
mod incoming;
mod keys;
#[cfg(target_arch = "wasm32")]
mod local;
mod memory;
mod repair;
mod restore;
mod shelf;

pub use absorb::Absorbed;
pub use backend::{Backend, StorageError};
pub use backup::{BACKUP_EXTENSION, BackupError, LARGEST_BACKUP, read_backup, read_draft, write_backup};
pub use claims::{Claims, Heard, Hold, Message, What};
pub use copies::{Copies, Standing, Write};
pub use drafts::{Drafts, Entry};
#[cfg(target_arch = "wasm32")]
pub use durable::Durable;
pub use envelope::{SCHEMA, Stored};
pub use incoming::{Incoming, incoming};
pub use keys::{PREFIX, keys_of};
#[cfg(target_arch = "wasm32")]
pub use local::Local;
pub use memory::{Failure, Memory};
pub use repair::Repair;
pub use restore::{Unreadable, restore};
pub use shelf::{Row, Shelf};
