//! The pages as they will print, drawn from [`crate::layout::Document`].

mod click;
mod follow;
mod length;
mod line;
mod page;
mod panel;
mod print;
mod scroll;
mod sheet;
mod tools;
mod view;
mod zoom;

pub use length::LengthByPart;
pub use panel::PagesPanel;
pub use print::{PrintPages, Printing, print, watch_print};
pub use view::View;

/// Twips of a CSS pixel: 1440 and 96 an inch.
const TWIPS: f64 = 15.0;

/// A length of the page in CSS pixels.
fn px(twips: i32) -> f64 {
    f64::from(twips) / TWIPS
}

/// The same as CSS writes it.
fn css(twips: i32) -> String {
    format!("{:.2}px", px(twips))
}
