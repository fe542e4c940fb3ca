//! # What it does
//! Finds an attachment in which something was written and which has no name.
//! # Why it is bad
//! The note under the body names each attachment (GB/T 9704—2012, 7.3.4); this one leaves a gap.
//! # Example
//! 附件：1. 培训名单 2. (nothing)
//! # Use instead
//! 附件：1. 培训名单 2. 培训安排

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Draft, Place};

/// The rule.
pub const RULE: Rule =
    Rule { name: "attachment-untitled", title: "附件缺少名称", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for attachment in draft.attachments.iter().filter(|it| it.title.trim().is_empty() && !it.is_empty()) {
        let message = "附件有内容但没有名称，附件说明里会空着。请填写附件名称。";
        let place = Place::AttachmentTitle(attachment.id);
        findings.push(at(RULE.name, Severity::Warning, place, "", message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::places;
    use crate::draft::edit;

    fn found(title: &str, text: &str) -> usize {
        let write = |draft: &mut Draft| {
            let id = edit::add_attachment(draft, None);
            edit::set_text(draft, Place::AttachmentTitle(id), title);
            edit::set_text(draft, Place::AttachmentText(id), text);
        };
        places(RULE.name, write).iter().filter(|it| matches!(it, Place::AttachmentTitle(_))).count()
    }

    #[test]
    fn an_attachment_with_text_and_no_name_is_found() {
        assert_eq!([found(" ", "甲"), found("名单", "甲"), found("名单", ""), found("", "\n")], [1, 0, 0, 0]);
    }
}
