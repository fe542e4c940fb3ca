//! A new draft from a template.

use super::Template;
use crate::draft::{Draft, DraftId, Indicator, IndicatorId, Item, ItemId, Part, Unit};
use crate::text::Period;
use std::sync::Arc;

impl Template {
    /// Begins a draft. The draft takes a copy of all it needs: changing a template never changes
    /// drafts already begun.
    pub fn begin(&self, id: DraftId, unit: Unit, period: Period) -> Draft {
        let mut draft = Draft::new(id, period);
        draft.template.clone_from(&self.id);
        draft.unit = unit;
        draft.addressee.clone_from(&self.addressee);
        draft.preamble.clone_from(&self.preamble.text);
        draft.closing.clone_from(&self.closing.text);
        draft.page = self.page.clone();
        draft.parts.clear();
        for outline in &self.parts {
            let mut part = Part::new(outline.kind, outline.heading.as_str());
            part.nested = outline.nested && !draft.parts.is_empty();
            part.text.clone_from(&outline.prose.text);
            for seed in &outline.items {
                let mut item = Item::new(ItemId(draft.fresh_id()), seed.depth.clamp(1, part.deepest()));
                item.heading.clone_from(&seed.heading);
                item.run_in = seed.run_in;
                item.hint.clone_from(&seed.hint);
                part.items.push(Arc::new(item));
            }
            draft.parts.push(part);
        }
        for seed in &self.indicators {
            let mut row =
                Indicator::new(IndicatorId(draft.fresh_id()), seed.name.as_str(), seed.unit.as_str());
            row.part_of = seed
                .part_of
                .as_ref()
                .and_then(|whole| draft.indicators.iter().find(|it| it.name == *whole))
                .map(|whole| whole.id);
            draft.indicators.push(Arc::new(row));
        }
        draft
    }
}
