//! Checks: a draft in, findings out. Rules never change a draft and never block an export.

mod finding;

pub use finding::{Finding, Fix, Severity};

use crate::draft::Draft;

/// Checks a whole draft; findings in reading order.
pub fn check(draft: &Draft) -> Vec<Finding> {
    let _ = draft;
    Vec::new()
}
