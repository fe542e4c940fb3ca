//! The tray: text that came with an old report and fits into no part. It never prints; the writer
//! puts it where it belongs or throws it away.

use super::id::UnplacedId;
use serde::{Deserialize, Serialize};

/// A passage that has no place yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unplaced {
    /// Permanent.
    pub id: UnplacedId,
    /// Paragraphs, one a line; neighbouring lines with tabs in them are the rows of a table.
    #[serde(default)]
    pub text: String,
}
