//! What a page may ask of the browser itself: the time, a download, a file, how long work takes.

pub mod clock;
pub mod download;
pub mod file_picker;
pub mod timing;
