//! Qinggao 青稿: the half-year work report of a Communist Youth League committee.

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
