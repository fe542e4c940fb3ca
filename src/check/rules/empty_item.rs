//! # What it does
//! Finds an item of which only the template's heading stands there.
//! # Why it is bad
//! The heading prints and says nothing; whoever signs takes it for written.
//! # Example
//! （二）推进组织攻坚 from the template, with its hint still beside it and no text.
//! # Use instead
//! Text under the heading, or no such item.

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Draft, Place, Progress, progress, unwritten_items};

/// The rule.
pub const RULE: Rule = Rule { name: "empty-item", title: "条目未写", scope: Scope::Draft(check) };

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for part in draft.parts.iter().filter(|part| !part.left_out) {
        // A part not begun is said once, as a whole.
        if progress(draft, Place::PartHeading(part.kind)) == Progress::NotBegun {
            continue;
        }
        for item in unwritten_items(part) {
            let heading = item.heading.trim();
            let name = if heading.is_empty() { "这一条".to_owned() } else { format!("「{heading}」") };
            let message = format!("{name}还没有内容，请填写；不需要的，请删除这一条。");
            findings.push(at(RULE.name, Severity::Warning, Place::ItemHeading(item.id), heading, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, PartKind, edit};

    fn found(write: impl FnOnce(&mut Draft, [crate::draft::ItemId; 2])) -> Vec<Place> {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let mut item = |heading: &str| {
            let id = edit::add_item(&mut draft, PartKind::Work, None, 1).unwrap();
            let item = draft.item_mut(id).unwrap();
            item.heading = heading.into();
            item.hint = "写次数".into();
            id
        };
        let ids = [item("抓思想"), item("抓组织")];
        write(&mut draft, ids);
        let findings = crate::check::check(&draft);
        findings.iter().filter(|it| it.rule == RULE.name).map(|it| it.place).collect()
    }

    #[test]
    fn the_bare_headings_of_a_template_are_found_once_writing_began() {
        assert_eq!(found(|_, _| {}), []);
        let mut second = None;
        let places = found(|draft, [first, other]| {
            second = Some(other);
            edit::set_text(draft, Place::ItemText(first), "办讲座六场。");
        });
        assert_eq!(places, [Place::ItemHeading(second.unwrap())]);
    }

    #[test]
    fn an_item_that_was_written_or_headed_by_the_writer_is_left_alone() {
        let places = found(|draft, [first, other]| {
            edit::set_text(draft, Place::ItemText(first), "办讲座六场。");
            draft.item_mut(other).unwrap().hint.clear();
        });
        assert_eq!(places, []);
    }
}
