//! The keys of the store. Pages opened from files share one storage, so keys without our prefixes
//! belong to others and are left alone.

use crate::draft::DraftId;

/// Before the id in the key of a draft.
pub const PREFIX: &str = "qinggao/draft/";

/// Before the id of a draft that was deleted for ever; the text is its last revision. Without it
/// a draft deleted from one copy of the store would come back from the other.
pub(super) const GRAVE: &str = "qinggao/deleted/";

/// Before the id of a draft that was saved while its durable copy could not be read; the text is
/// the revision over which it was saved. A durable copy above that is another branch.
pub(super) const BLIND: &str = "qinggao/blind/";

/// The latest form in which drafts of this store were saved.
pub(super) const MARKER: &str = "qinggao/schema";

/// The key of a draft.
pub(super) fn of_draft(id: &DraftId) -> String {
    format!("{PREFIX}{id}")
}

/// The id of a draft's key; `None` for any other key.
pub(super) fn draft_id(key: &str) -> Option<DraftId> {
    key.strip_prefix(PREFIX).map(|id| DraftId(id.to_owned()))
}

/// True for keys that stand in both copies of the store.
pub(super) fn is_shared(key: &str) -> bool {
    key.starts_with(PREFIX) || key.starts_with(GRAVE) || key == MARKER
}

/// All keys under which something of these drafts stands durably.
pub fn keys_of(ids: &[DraftId]) -> Vec<String> {
    ids.iter().flat_map(|id| [of_draft(id), format!("{GRAVE}{id}")]).collect()
}
