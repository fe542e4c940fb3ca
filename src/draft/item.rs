//! An item: a heading and its paragraphs, at one level of a part.

use super::id::ItemId;
use serde::{Deserialize, Serialize};

/// One entry of a part. Items stand in one flat row; an item belongs under the nearest item
/// before it that has a smaller depth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Permanent.
    pub id: ItemId,
    /// 1 for an item directly under its part's heading, 2 for one under such an item, to 3.
    pub depth: u8,
    /// Heading without its ordinal; empty for bare paragraphs.
    #[serde(default)]
    pub heading: String,
    /// The heading runs into the first paragraph instead of standing alone on its line.
    #[serde(default)]
    pub run_in: bool,
    /// Paragraphs, one a line.
    #[serde(default)]
    pub text: String,
    /// What the template says belongs here; shown to the writer, never printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// Of a plan item: how its success is measured, until when, who answers for it.
    #[serde(default, skip_serializing_if = "Measure::is_untouched")]
    pub measure: Measure,
    /// Of a problem: the plan item that answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<ItemId>,
}

impl Item {
    /// An empty item.
    pub fn new(id: ItemId, depth: u8) -> Self {
        Self {
            id,
            depth,
            heading: String::new(),
            run_in: false,
            text: String::new(),
            hint: String::new(),
            measure: Measure::default(),
            answered_by: None,
        }
    }

    /// True when nothing was written; a hint is not writing.
    pub fn is_empty(&self) -> bool {
        self.heading.trim().is_empty() && self.text.trim().is_empty() && self.measure.is_empty()
    }
}

/// What makes a plan item checkable. Free words, because offices write 9月底前 as often as a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measure {
    /// 目标: for example 新建团组织 12 家.
    pub goal: String,
    /// 完成时限: for example 9月底前.
    pub deadline: String,
    /// 责任人: a person or a post.
    pub responsible: String,
}

impl Measure {
    /// True when none of the three was filled in.
    pub fn is_empty(&self) -> bool {
        [&self.goal, &self.deadline, &self.responsible].iter().all(|field| field.trim().is_empty())
    }

    /// True when not even a space was typed: what was typed is stored to the letter.
    fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_typed_into_a_measure_is_stored_too() {
        let mut item = Item::new(ItemId(1), 1);
        assert!(!serde_json::to_string(&item).unwrap().contains("measure"));
        item.measure.goal = " ".into();
        let stored = serde_json::to_string(&item).unwrap();
        assert_eq!(serde_json::from_str::<Item>(&stored).unwrap(), item);
    }
}
