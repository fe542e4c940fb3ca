//! 附件: what goes with the report on pages of its own, besides the table of figures.

use super::id::AttachmentId;
use super::model::{Draft, IndicatorTable};
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

/// What goes with a report on pages of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attached {
    /// 主要数据指标表
    Figures,
    /// What was written.
    Written(AttachmentId),
    /// 数据核对表
    Evidence,
}

impl Draft {
    /// What prints as an attachment, in the order of the numbers. In what is empty there is
    /// nothing to print.
    pub fn attached(&self) -> Vec<Attached> {
        let figures = self.has_figures() && self.indicator_table == IndicatorTable::Attachment;
        let written = self.attachments.iter().filter(|it| !it.is_empty());
        figures
            .then_some(Attached::Figures)
            .into_iter()
            .chain(written.map(|it| Attached::Written(it.id)))
            .chain(self.options.evidence.then_some(Attached::Evidence))
            .collect()
    }
}
