//! 附件: what goes with the report on pages of its own, besides the table of figures.

use super::id::AttachmentId;
use serde::{Deserialize, Serialize};

/// An attachment that was written or pasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Permanent.
    pub id: AttachmentId,
    /// 附件名称: stands in the note under the body and over the attachment itself, without
    /// number and without punctuation behind it.
    #[serde(default)]
    pub title: String,
    /// Paragraphs, one a line; neighbouring lines with tabs in them are the rows of a table.
    #[serde(default)]
    pub text: String,
}

impl Attachment {
    /// An empty attachment.
    pub fn new(id: AttachmentId) -> Self {
        Self { id, title: String::new(), text: String::new() }
    }

    /// True when nothing was written.
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty() && self.text.trim().is_empty()
    }
}
