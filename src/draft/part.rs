//! A part of the body: its heading, an optional lead-in and its items.

use super::item::Item;
use crate::text::ordinal::{DEEPEST, Level};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The four parts that a report is made of. A template says in which order they stand, under
/// which words, and whether one stands inside the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// 工作情况
    Work,
    /// 经验做法
    Experience,
    /// 存在问题
    Problems,
    /// 工作计划
    Plan,
}

impl PartKind {
    /// All parts in their usual order.
    pub const ALL: [Self; 4] = [Self::Work, Self::Experience, Self::Problems, Self::Plan];

    /// The part's name in the field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Work => "工作情况",
            Self::Experience => "经验做法",
            Self::Problems => "存在问题",
            Self::Plan => "工作计划",
        }
    }

    /// The part's name on the command line and in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Experience => "experience",
            Self::Problems => "problems",
            Self::Plan => "plan",
        }
    }
}

/// One part of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which of the four.
    pub kind: PartKind,
    /// Heading without its ordinal. May hold references such as `{期间}`.
    pub heading: String,
    /// The part stands inside the part before it, as its last (一)-level heading.
    #[serde(default)]
    pub nested: bool,
    /// Left out of this report: neither numbered nor printed, but kept.
    #[serde(default)]
    pub left_out: bool,
    /// Paragraphs between the heading and the first item, one a line.
    #[serde(default)]
    pub text: String,
    /// Items in reading order.
    #[serde(default)]
    pub items: Vec<Arc<Item>>,
}

impl Part {
    /// An empty part.
    pub fn new(kind: PartKind, heading: impl Into<String>) -> Self {
        Self {
            kind,
            heading: heading.into(),
            nested: false,
            left_out: false,
            text: String::new(),
            items: Vec::new(),
        }
    }

    /// Level of the part's own heading: 1, or 2 where it is nested.
    pub fn level(&self) -> Level {
        if self.nested { 2 } else { 1 }
    }

    /// Level of a heading at `depth` within this part.
    pub fn level_at(&self, depth: u8) -> Level {
        self.level().saturating_add(depth).min(DEEPEST)
    }

    /// The deepest depth at which an item may stand.
    pub fn deepest(&self) -> u8 {
        DEEPEST - self.level()
    }

    /// True when nothing was written under the heading.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.items.iter().all(|item| item.is_empty())
    }
}
