//! # What it does
//! Finds a part of the report under which nothing was written.
//! # Why it is bad
//! A heading prints with nothing under it. The bare headings that a template set are not writing.
//! # Example
//! 三、存在问题, and no text.
//! # Use instead
//! Text, or leave the part out.

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Draft, Part, Place, Progress, progress};

/// The rule.
pub const RULE: Rule = Rule { name: "empty-part", title: "部分未写", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    let unwritten = |part: &&Part| progress(draft, Place::PartHeading(part.kind)) == Progress::NotBegun;
    for part in draft.parts.iter().filter(|part| !part.left_out).filter(unwritten) {
        let label = part.kind.label();
        let message = format!("「{label}」还没有内容，请填写；本次不写这一部分的，可以设为不印。");
        findings.push(at(RULE.name, Severity::Warning, Place::PartHeading(part.kind), label, message));
    }
}
