//! Attachments: added, removed, moved. Their numbers follow their order.

use crate::draft::ignored::forget_lost;
use crate::draft::{Attachment, AttachmentId, Draft};
use std::sync::Arc;

/// Adds an empty attachment behind `after`, or at the end.
pub fn add_attachment(draft: &mut Draft, after: Option<AttachmentId>) -> AttachmentId {
    let id = AttachmentId(draft.fresh_id());
    let behind = after.and_then(|after| position(draft, after)).map(|at| at + 1);
    let at = behind.unwrap_or(draft.attachments.len());
    draft.attachments.insert(at, Arc::new(Attachment::new(id)));
    id
}

/// Removes an attachment; what was ignored in it is forgotten.
pub fn remove_attachment(draft: &mut Draft, id: AttachmentId) -> bool {
    let before = draft.attachments.len();
    draft.attachments.retain(|it| it.id != id);
    forget_lost(draft);
    draft.attachments.len() < before
}

/// Moves an attachment before the one above it.
pub fn move_attachment_up(draft: &mut Draft, id: AttachmentId) -> bool {
    let Some((at, above)) = position(draft, id).and_then(|at| Some((at, at.checked_sub(1)?))) else {
        return false;
    };
    draft.attachments.swap(above, at);
    true
}

/// Moves an attachment behind the one below it.
pub fn move_attachment_down(draft: &mut Draft, id: AttachmentId) -> bool {
    let below = position(draft, id).map(|at| at + 1).filter(|below| *below < draft.attachments.len());
    let Some(below) = below else { return false };
    draft.attachments.swap(below - 1, below);
    true
}

fn position(draft: &Draft, id: AttachmentId) -> Option<usize> {
    draft.attachments.iter().position(|it| it.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, IgnoredPlace, PartKind, Place, edit};

    fn draft() -> Draft {
        Draft::new(DraftId("d".into()), "2026H1".parse().unwrap())
    }

    fn order(draft: &Draft) -> Vec<AttachmentId> {
        draft.attachments.iter().map(|it| it.id).collect()
    }

    #[test]
    fn attachments_stand_in_the_order_in_which_they_were_put() {
        let mut draft = draft();
        let item = edit::add_item(&mut draft, PartKind::Work, None, 1).unwrap();
        let first = add_attachment(&mut draft, None);
        let third = add_attachment(&mut draft, None);
        let second = add_attachment(&mut draft, Some(first));
        assert!(![first.0, second.0, third.0].contains(&item.0));
        assert_eq!(order(&draft), [first, second, third]);
        assert!(!move_attachment_up(&mut draft, first) && !move_attachment_down(&mut draft, third));
        assert!(move_attachment_up(&mut draft, third) && move_attachment_down(&mut draft, first));
        assert_eq!(order(&draft), [third, first, second]);
        assert!(remove_attachment(&mut draft, first));
        assert!(!remove_attachment(&mut draft, first) && !move_attachment_up(&mut draft, first));
        assert_eq!(order(&draft), [third, second]);
        assert!(add_attachment(&mut draft, Some(first)).0 > third.0.max(second.0));
    }

    #[test]
    fn a_removed_attachment_takes_its_ignored_findings_along() {
        let mut draft = draft();
        let ids = [add_attachment(&mut draft, None), add_attachment(&mut draft, None)];
        for id in ids {
            draft.ignored.add_place(IgnoredPlace {
                rule: "sum-mismatch".into(),
                place: Place::AttachmentText(id),
                quote: "22个".into(),
                stated: None,
                expected: None,
                before: String::new(),
                after: String::new(),
            });
        }
        remove_attachment(&mut draft, ids[0]);
        let left: Vec<Place> = draft.ignored.places.iter().map(|it| it.place).collect();
        assert_eq!(left, [Place::AttachmentText(ids[1])]);
    }
}
