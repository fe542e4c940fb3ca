//! The start screen: the list of drafts, new drafts, files, trash.

mod backup;
mod brand;
mod confirm;
mod doors;
mod new_draft;
mod open_draft;
mod open_file;
mod reminder;
mod row;
mod start;
mod storage_notice;
mod trash;
mod unreadable;

pub use backup::download_backup;
pub use open_draft::OpenDraft;
pub use start::StartScreen;
pub use trash::TrashScreen;
