//! Texts of a draft by their place.

use crate::draft::{Column, Draft, Figure, Place};
use crate::text::{date, ordinal};
use std::borrow::Cow;
use std::ops::Range;

/// The text at a place as it was typed; `None` where there is no such place.
pub fn get_text(draft: &Draft, place: Place) -> Option<Cow<'_, str>> {
    let text: &str = match place {
        Place::Unit => &draft.unit.name,
        Place::Period => return Some(Cow::Owned(draft.period.label())),
        Place::Title => {
            return Some(match draft.title.as_deref() {
                Some(title) if !title.trim().is_empty() => Cow::Borrowed(title),
                _ => Cow::Owned(draft.made_title()),
            });
        }
        Place::Addressee => &draft.addressee,
        Place::Preamble => &draft.preamble,
        Place::PartHeading(kind) => &draft.part(kind)?.heading,
        Place::PartText(kind) => &draft.part(kind)?.text,
        Place::ItemHeading(id) => &draft.item(id)?.heading,
        Place::ItemText(id) => &draft.item(id)?.text,
        Place::ItemGoal(id) => &draft.item(id)?.measure.goal,
        Place::ItemDeadline(id) => &draft.item(id)?.measure.deadline,
        Place::ItemResponsible(id) => &draft.item(id)?.measure.responsible,
        Place::Closing => &draft.closing,
        Place::Signature => draft.signature(),
        Place::AttachmentTitle(id) => &draft.attachment(id)?.title,
        Place::AttachmentText(id) => &draft.attachment(id)?.text,
        Place::Date => return Some(Cow::Owned(draft.date.map(date::chinese).unwrap_or_default())),
        Place::Indicator(id, column) => {
            let indicator = draft.indicator(id)?;
            match column {
                Column::Name => &indicator.name,
                Column::Unit => &indicator.unit,
                Column::Value => indicator.value.as_str(),
                Column::LastYear => indicator.last_year.as_str(),
                Column::Target => indicator.target.as_str(),
                Column::Cutoff => {
                    return Some(Cow::Owned(indicator.cutoff.map(date::chinese).unwrap_or_default()));
                }
            }
        }
    };
    Some(Cow::Borrowed(text))
}

/// Writes the text at a place to the letter. A title or signature equal to the one that is made
/// stays made; a period or a date is set by its own field, not as text. An indicator's name is
/// set here without touching references: see [`super::rename_indicator`].
pub fn set_text(draft: &mut Draft, place: Place, text: &str) -> bool {
    match place {
        Place::Title => {
            let made = text.trim().is_empty() || text == draft.made_title();
            draft.title = (!made).then(|| text.to_owned());
            return true;
        }
        Place::Signature => {
            draft.signature = (text != draft.unit.name).then(|| text.to_owned());
            return true;
        }
        Place::Date | Place::Period | Place::Indicator(_, Column::Cutoff) => return false,
        _ => {}
    }
    let Some(slot) = slot(draft, place) else { return false };
    match slot {
        Slot::Text(slot) => text.clone_into(slot),
        Slot::Figure(slot) => *slot = Figure::from(text),
    }
    true
}

enum Slot<'a> {
    Text(&'a mut String),
    Figure(&'a mut Figure),
}

fn slot(draft: &mut Draft, place: Place) -> Option<Slot<'_>> {
    Some(Slot::Text(match place {
        Place::Unit => &mut draft.unit.name,
        Place::Addressee => &mut draft.addressee,
        Place::Preamble => &mut draft.preamble,
        Place::PartHeading(kind) => &mut draft.part_mut(kind)?.heading,
        Place::PartText(kind) => &mut draft.part_mut(kind)?.text,
        Place::ItemHeading(id) => &mut draft.item_mut(id)?.heading,
        Place::ItemText(id) => &mut draft.item_mut(id)?.text,
        Place::ItemGoal(id) => &mut draft.item_mut(id)?.measure.goal,
        Place::ItemDeadline(id) => &mut draft.item_mut(id)?.measure.deadline,
        Place::ItemResponsible(id) => &mut draft.item_mut(id)?.measure.responsible,
        Place::Closing => &mut draft.closing,
        Place::AttachmentTitle(id) => &mut draft.attachment_mut(id)?.title,
        Place::AttachmentText(id) => &mut draft.attachment_mut(id)?.text,
        Place::Indicator(id, column) => {
            let indicator = draft.indicator_mut(id)?;
            match column {
                Column::Name => &mut indicator.name,
                Column::Unit => &mut indicator.unit,
                Column::Value => return Some(Slot::Figure(&mut indicator.value)),
                Column::LastYear => return Some(Slot::Figure(&mut indicator.last_year)),
                Column::Target => return Some(Slot::Figure(&mut indicator.target)),
                Column::Cutoff => return None,
            }
        }
        Place::Title | Place::Signature | Place::Period | Place::Date => return None,
    }))
}

/// Writes a heading and drops an ordinal that was typed or pasted before it: 「(一)加强…」 becomes
/// 「加强…」, because the app numbers. An ordinal with nothing behind it is still being typed.
pub fn set_heading(draft: &mut Draft, place: Place, typed: &str) -> bool {
    let kept = match ordinal::read(typed) {
        Some(found) if !found.rest.is_empty() => found.rest,
        _ => typed,
    };
    set_text(draft, place, kept)
}

/// Replaces a range (bytes) of the text at a place, as a fix does; `false` when the range does
/// not fit the text, for example because it was edited since.
pub fn replace(draft: &mut Draft, place: Place, range: Range<usize>, with: &str) -> bool {
    let Some(text) = get_text(draft, place) else { return false };
    let (Some(before), Some(_), Some(after)) =
        (text.get(..range.start), text.get(range.clone()), text.get(range.end..))
    else {
        return false;
    };
    let changed = format!("{before}{with}{after}");
    set_text(draft, place, &changed)
}

/// Every place of the draft that holds prose, in reading order, with its text as typed. Parts
/// that are left out do not speak.
pub fn texts(draft: &Draft) -> Vec<(Place, Cow<'_, str>)> {
    let mut places = vec![Place::Title, Place::Addressee, Place::Preamble];
    for part in draft.parts.iter().filter(|part| !part.left_out) {
        places.extend([Place::PartHeading(part.kind), Place::PartText(part.kind)]);
        for item in &part.items {
            places.extend([Place::ItemHeading(item.id), Place::ItemText(item.id)]);
            if !item.measure.is_empty() {
                places.push(Place::ItemGoal(item.id));
                places.push(Place::ItemDeadline(item.id));
                places.push(Place::ItemResponsible(item.id));
            }
        }
    }
    places.extend([Place::Closing, Place::Signature]);
    for attachment in &draft.attachments {
        places.extend([Place::AttachmentTitle(attachment.id), Place::AttachmentText(attachment.id)]);
    }
    places.into_iter().filter_map(|place| Some((place, get_text(draft, place)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, PartKind, edit};

    fn draft() -> Draft {
        Draft::new(DraftId("d".into()), "2026H1".parse().unwrap())
    }

    #[test]
    fn a_typed_ordinal_leaves_the_heading_and_the_words_stay() {
        let mut draft = draft();
        let id = edit::add_item(&mut draft, PartKind::Work, None, 1).unwrap();
        let place = Place::ItemHeading(id);
        for (typed, kept) in
            [("(一)加强组织建设", "加强组织建设"), ("（一）", "（一）"), ("3.5万名团员", "3.5万名团员")]
        {
            assert!(set_heading(&mut draft, place, typed));
            assert_eq!(get_text(&draft, place).unwrap(), kept);
        }
    }

    #[test]
    fn a_title_follows_unit_and_period_until_it_is_changed() {
        let mut draft = draft();
        set_text(&mut draft, Place::Unit, "共青团云岭县委");
        assert_eq!(draft.title(), "共青团云岭县委2026年上半年工作总结及下半年工作计划");
        let typed = "关于上半年工作的报告";
        set_text(&mut draft, Place::Title, typed);
        set_text(&mut draft, Place::Unit, "共青团青禾区委");
        assert_eq!(draft.title(), typed);
        set_text(&mut draft, Place::Title, "");
        assert_eq!(draft.title(), "共青团青禾区委2026年上半年工作总结及下半年工作计划");
    }

    #[test]
    fn a_fix_that_no_longer_fits_changes_nothing() {
        let mut draft = draft();
        set_text(&mut draft, Place::Preamble, "截止6月");
        assert!(!replace(&mut draft, Place::Preamble, 1..4, "x"));
        assert!(!replace(&mut draft, Place::Preamble, 0..99, "x"));
        assert!(replace(&mut draft, Place::Preamble, 0..6, "截至"));
        assert_eq!(draft.preamble, "截至6月");
    }
}
