//! Qinggao 青稿: the half-year work report of a Communist Youth League committee.

pub mod check;
pub mod draft;
pub mod layout;
pub mod storage;
pub mod template;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
