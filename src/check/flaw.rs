//! What a rule says of a passage, before it is led back to what was typed.

use super::finding::Severity;
use std::ops::Range;

/// Something wrong in a passage. Ranges are positions of characters of its script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The rule's name.
    pub rule: &'static str,
    /// How sure it is.
    pub severity: Severity,
    /// The shortest stretch that holds the flaw.
    pub range: Range<usize>,
    /// What was stated.
    pub stated: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// Other figures that took part.
    pub related: Vec<Range<usize>>,
    /// What is wrong and what to do, in a clerk's words.
    pub message: String,
    /// A change that is certain: where, the new words, the button's words.
    pub fix: Option<(Range<usize>, String, String)>,
}

impl Flaw {
    /// A flaw without figures.
    pub fn new(rule: &'static str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            range,
            stated: None,
            expected: None,
            related: Vec::new(),
            message: message.into(),
            fix: None,
        }
    }

    /// Says how sure it is.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// What was stated, what was expected.
    pub fn figures(mut self, stated: impl Into<String>, expected: impl Into<String>) -> Self {
        self.stated = Some(stated.into());
        self.expected = Some(expected.into());
        self
    }

    /// The other figures that took part.
    pub fn related(mut self, related: impl IntoIterator<Item = Range<usize>>) -> Self {
        self.related = related.into_iter().collect();
        self
    }

    /// A change that is certain.
    pub fn fix(mut self, range: Range<usize>, text: impl Into<String>, label: impl Into<String>) -> Self {
        self.fix = Some((range, text.into(), label.into()));
        self
    }
}
