//! What a page may ask of the browser itself: the time, a download, a file.

pub mod clock;
pub mod download;
pub mod file_picker;
