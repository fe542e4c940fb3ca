//! What the document holds besides the report itself.

use serde::{Deserialize, Serialize};

/// Choices about the document; none is part of the standard's own layout.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentOptions {
    /// 封面: title, unit and date on a page of their own, without a page number.
    pub cover: bool,
    /// 目录: the headings that stand alone on their line, with their pages.
    pub contents: bool,
    /// 简版: headings and first sentences alone. The draft keeps every word.
    pub brief: bool,
    /// 数据核对表 as the last attachment.
    pub evidence: bool,
    /// Characters that the report should not pass: 0 for no limit, `None` for that of the
    /// template it was begun from.
    pub length_limit: Option<u32>,
}
