//! The screen. Holds no rules of its own: it shows what the other rooms compute and passes on
//! what the user does.

mod app;
mod autosave;
pub mod checks;
mod clipboard;
pub mod control;
pub mod drafts;
pub mod editor;
pub mod evidence;
pub mod figures;
mod focus;
mod press;
pub mod preview;
mod route;
mod sheet;
mod state;
mod time;
mod utf16;
mod words;
mod workshop;

pub use app::{App, remove_opening};
