//! The page of evidence 核对表: every figure of the report with what it was checked against, to be
//! looked through on the screen, printed, and exported for the person who signs.

mod open;
mod pages;
mod rows;
mod screen;
mod table;
mod way;

pub use open::OpenEvidence;
pub use screen::EvidenceStep;
pub use table::{attached, document, document_with};
pub use way::Way;
