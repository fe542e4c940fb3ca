//! Qinggao 青稿: the half-year work report of a Communist Youth League committee, written in the
//! browser, with every figure right, and downloaded as a Word document.
//!
//! Data flows one way: what is stored becomes a [`draft`]; a draft is checked ([`check`]) and
//! laid out ([`layout`]); a layout becomes a Word file or a page on the screen (`ui`). Everything
//! but the screen runs natively, so everything but the screen is tested by plain `cargo test`.
//!
//! Invariants:
//! - A figure has one home: the table of indicators. Prose refers to it.
//! - A figure typed into prose is read and checked, never altered.
//! - A stored draft is never overwritten by something that could not read it.
//! - Every stored value has a version; every version that ever shipped opens.
//! - Text is not normalised while it is typed.
//! - A finding is data; the screen decides how it looks.
//! - The day's date enters as an argument: nothing here asks a clock.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod check;
pub mod docx;
pub mod draft;
pub mod layout;
pub mod storage;
pub mod template;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod workshop;
