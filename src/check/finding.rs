//! What a rule says. Data only: the screen decides how it looks.

use crate::draft::Place;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong.
    Error,
    /// Most likely wrong, or missing.
    Warning,
    /// Please confirm.
    Hint,
}

impl Severity {
    /// For a clerk: 错误, 存疑, 提示.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "存疑",
            Self::Hint => "提示",
        }
    }

    /// As on the command line and in style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// A change that puts a finding right, applied by one key. Never alters a figure by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// Bytes of the place's text as typed.
    pub range: Range<usize>,
    /// What comes in their stead.
    pub text: String,
    /// What the button says: 改为「截至」.
    pub label: String,
}

/// One thing that a clerk should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's name in kebab case, as in the command line's `kind`: `sum-mismatch`.
    pub rule: String,
    /// How sure it is.
    pub severity: Severity,
    /// The field it stands in.
    pub place: Place,
    /// Bytes of that field's text as typed (references not expanded); empty when the whole field
    /// is meant, for example because it is missing.
    pub range: Range<usize>,
    /// The words found, as they print.
    pub quote: String,
    /// What was stated, where figures disagree.
    #[serde(default)]
    pub stated: Option<String>,
    /// What was expected.
    #[serde(default)]
    pub expected: Option<String>,
    /// Other places that took part, as ranges of their fields' text as typed.
    #[serde(default)]
    pub related: Vec<(Place, Range<usize>)>,
    /// What is wrong and what to do, in a clerk's words, with the arithmetic: 16 + 6 = 22，文中为 21.
    pub message: String,
    /// A change that puts it right, where one is certain.
    #[serde(default)]
    pub fix: Option<Fix>,
}
