//! The texts of a draft in reading order, with their references expanded.

use super::passage::Section;
use super::read::Read;
use super::table::Table;
use super::told::{Told, told};
use crate::draft::reference::{Expanded, References};
use crate::draft::{Draft, Place};
use std::sync::Arc;

/// A text of a draft with its references expanded.
pub struct Field<'d> {
    /// Where it is typed.
    pub place: Place,
    /// As typed.
    pub source: &'d str,
    /// As it prints.
    pub expanded: Arc<Expanded>,
    /// What its blocks say.
    pub(super) read: Arc<Read>,
}

/// All texts of a draft in reading order.
pub struct Texts<'d> {
    /// The texts, empty ones left out.
    pub fields: Vec<Field<'d>>,
    told: Vec<Told>,
}

/// The texts of the last check in its reading order, which is nearly always that of the next.
#[derive(Default)]
pub(super) struct Known(Vec<(Place, Arc<Read>)>);

impl Known {
    /// The text of a place; the search begins at `next`, which then points behind what was found.
    fn find(&self, place: Place, next: &mut usize) -> Option<&Arc<Read>> {
        let (before, behind) = self.0.split_at_checked(*next)?;
        let mut all = behind.iter().chain(before);
        let found = all.position(|(known, _)| *known == place)?;
        let at = if found < behind.len() { *next + found } else { found - behind.len() };
        *next = at + 1;
        self.0.get(at).map(|(_, read)| read)
    }
}

impl<'d> Texts<'d> {
    /// Reads the texts of a draft; what did not change since the last check is taken over.
    pub(super) fn of(draft: &'d Draft, known: &Known, table: &Arc<Table>) -> Self {
        let references = References::of(draft);
        let (mut fields, mut next) = (Vec::new(), 0);
        each(draft, |place, source, section| {
            if !source.trim().is_empty() {
                let last = known.find(place, &mut next);
                let expanded = expand(&references, source, last.map(|last| last.text()));
                let read = Read::again(&expanded, section, draft.period, last);
                fields.push(Field { place, source, expanded, read });
            }
        });
        let told = told(table, &fields);
        Self { fields, told }
    }

    /// What the texts say of the table's rows, in reading order.
    pub(super) fn told(&self) -> &[Told] {
        &self.told
    }

    /// What the next check can take over.
    pub(super) fn known(&self) -> Known {
        Known(self.fields.iter().map(|field| (field.place, Arc::clone(&field.read))).collect())
    }
}

/// The text as it prints; the known one where it is the same.
fn expand(references: &References, source: &str, known: Option<&Arc<Expanded>>) -> Arc<Expanded> {
    // Without references a text prints as it is typed.
    let unchanged = |known: &&Arc<Expanded>| {
        let plain = known.unknown.is_empty() && !known.pieces.iter().any(|piece| piece.reference);
        plain && known.text == source
    };
    if let Some(known) = known.filter(unchanged) {
        return Arc::clone(known);
    }
    let expanded = references.expand(source);
    match known.filter(|known| ***known == expanded) {
        Some(known) => Arc::clone(known),
        None => Arc::new(expanded),
    }
}

/// Visits every text in reading order.
fn each<'d>(draft: &'d Draft, mut visit: impl FnMut(Place, &'d str, Section)) {
    if let Some(title) = &draft.title {
        visit(Place::Title, title, Section::Title);
    }
    visit(Place::Addressee, &draft.addressee, Section::Title);
    visit(Place::Preamble, &draft.preamble, Section::Preamble);
    for part in draft.parts.iter().filter(|part| !part.left_out) {
        let section = Section::from(part.kind);
        visit(Place::PartHeading(part.kind), &part.heading, section);
        visit(Place::PartText(part.kind), &part.text, section);
        for item in &part.items {
            visit(Place::ItemHeading(item.id), &item.heading, section);
            visit(Place::ItemText(item.id), &item.text, section);
            visit(Place::ItemGoal(item.id), &item.measure.goal, Section::Plan);
            visit(Place::ItemDeadline(item.id), &item.measure.deadline, Section::Plan);
            visit(Place::ItemResponsible(item.id), &item.measure.responsible, Section::Plan);
        }
    }
    visit(Place::Closing, &draft.closing, Section::Closing);
    if let Some(signature) = &draft.signature {
        visit(Place::Signature, signature, Section::Title);
    }
    for attachment in &draft.attachments {
        visit(Place::AttachmentTitle(attachment.id), &attachment.title, Section::Attachment);
        visit(Place::AttachmentText(attachment.id), &attachment.text, Section::Attachment);
    }
}
