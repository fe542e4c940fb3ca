//! Where prose refers to the rows of the table.

use crate::draft::{Draft, IndicatorId, Place, edit, reference};
use std::collections::HashMap;
use std::ops::Range;

/// The references to each indicator, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage(HashMap<IndicatorId, Vec<(Place, Range<usize>)>>);

impl Usage {
    /// Collects the references of a draft.
    pub fn of(draft: &Draft) -> Self {
        let mut by_name = HashMap::new();
        for row in &draft.indicators {
            // Where two rows bear one name, prose means the first.
            by_name.entry(row.name.trim()).or_insert(row.id);
        }
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        for (place, text) in edit::texts(draft) {
            for reference in reference::find(&text) {
                let inside = reference.inside.trim();
                let name = match inside.rsplit_once([':', '：']) {
                    Some((name, _)) if !by_name.contains_key(inside) => name.trim(),
                    _ => inside,
                };
                if let Some(id) = by_name.get(name) {
                    found.entry(*id).or_default().push((place, reference.range));
                }
            }
        }
        Self(found)
    }

    /// How often a row is referred to.
    pub fn count(&self, id: IndicatorId) -> usize {
        self.0.get(&id).map_or(0, Vec::len)
    }

    /// The first reference to a row.
    pub fn first(&self, id: IndicatorId) -> Option<(Place, Range<usize>)> {
        self.0.get(&id).and_then(|all| all.first()).cloned()
    }
}
