//! What a page may ask of the browser itself: the time, a download, a file, how long work takes,
//! words to other pages, a promise to keep what is stored.

pub mod channel;
pub mod clock;
pub mod download;
pub mod file_picker;
pub mod persistence;
pub mod timing;
