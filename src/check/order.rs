//! The order in which a reader meets the places of a draft.

use crate::draft::{Column, Draft, Place};
use std::collections::HashMap;

/// Each place's position in the report; made again only when places came or went.
#[derive(Default)]
pub(super) struct ReadingOrder {
    places: Vec<Place>,
    ranks: HashMap<Place, usize>,
}

impl ReadingOrder {
    /// Follows a draft.
    pub fn update(&mut self, draft: &Draft) {
        let places = places(draft);
        if places != self.places {
            self.ranks = places.iter().enumerate().map(|(rank, place)| (*place, rank)).collect();
            self.places = places;
        }
    }

    /// A place's position; what is in no report stands at the end.
    pub fn rank(&self, place: Place) -> usize {
        self.ranks.get(&place).copied().unwrap_or(usize::MAX)
    }
}

/// Basic facts, text, table, signature and date.
fn places(draft: &Draft) -> Vec<Place> {
    let mut places = vec![Place::Unit, Place::Period, Place::Title, Place::Addressee, Place::Preamble];
    for part in &draft.parts {
        places.extend([Place::PartHeading(part.kind), Place::PartText(part.kind)]);
        for item in &part.items {
            places.extend([
                Place::ItemHeading(item.id),
                Place::ItemText(item.id),
                Place::ItemGoal(item.id),
                Place::ItemDeadline(item.id),
                Place::ItemResponsible(item.id),
            ]);
        }
    }
    places.push(Place::Closing);
    for indicator in &draft.indicators {
        places.extend(Column::ALL.map(|column| Place::Indicator(indicator.id, column)));
    }
    places.extend([Place::Signature, Place::Date]);
    for attachment in &draft.attachments {
        places.extend([Place::AttachmentTitle(attachment.id), Place::AttachmentText(attachment.id)]);
    }
    places
}
