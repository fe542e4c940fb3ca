//! # What it does
//! Finds an attachment that has a name and nothing else.
//! # Why it is bad
//! Its page prints with the name alone. Where the attachment is a paper of its own that is right,
//! so this is a hint.
//! # Example
//! 附件：培训名单, and an empty page under that name.
//! # Use instead
//! The list itself.

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Draft, Place};

/// The rule.
pub const RULE: Rule =
    Rule { name: "attachment-empty", title: "附件没有内容", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for attachment in draft.attachments.iter().filter(|it| it.text.trim().is_empty() && !it.is_empty()) {
        let message = "附件只有名称，这一页会空着。请填写内容；附件另有纸质材料的，可以不改。";
        let place = Place::AttachmentText(attachment.id);
        findings.push(at(RULE.name, Severity::Hint, place, "", message));
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
        places(RULE.name, write).iter().filter(|it| matches!(it, Place::AttachmentText(_))).count()
    }

    #[test]
    fn an_attachment_with_a_name_and_no_text_is_found() {
        assert_eq!([found("名单", "\n"), found("名单", "甲"), found("", "甲"), found("", "")], [1, 0, 0, 0]);
    }
}
