//! Leaf: numerals, dates and half-year periods, ordinals of headings, ends of sentences, widths of
//! characters.
//!
//! Knows nothing of drafts; everything else may use it.

pub mod date;
pub mod figures;
pub mod numeral;
pub mod ordinal;
pub mod period;
pub mod sentence;
pub mod width;

pub use date::Date;
pub use period::{Period, Span, read_year};
