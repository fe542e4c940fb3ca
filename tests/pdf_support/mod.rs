//! What the pages of the Word file look like when an office prints them.
#![allow(dead_code, reason = "each test binary uses some of these")]

pub mod agreement;
pub mod fonts;
pub mod office;
pub mod reports;
pub mod rules;
pub mod sentences;
pub mod words;
