//! Templates: what a report is begun from. Outline, hints, sentence patterns, indicators and
//! layout settings; the built-in ones are data in `builtin/`.

mod begin;
mod builtin;

use crate::draft::{Draft, PageStyle, PartKind, UnitKind};
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub use builtin::{built_in, find};

/// A template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Permanent name, kept in the drafts begun from it.
    pub id: String,
    /// Name in the list.
    pub name: String,
    /// One sentence: whom it is for, how it is built.
    pub description: String,
    /// The kind of unit it is written for.
    pub kind: UnitKind,
    /// The period it is written for, where it is for one.
    #[serde(default)]
    pub span: Option<Span>,
    /// Written for one task and not for a period: offered behind all others.
    #[serde(default)]
    pub thematic: bool,
    /// 主送机关 to begin with.
    #[serde(default)]
    pub addressee: String,
    /// Opening.
    pub preamble: Prose,
    /// The parts in the order in which they print.
    pub parts: Vec<TemplatePart>,
    /// Closing.
    pub closing: Prose,
    /// The figures usually asked for.
    #[serde(default)]
    pub indicators: Vec<TemplateIndicator>,
    /// Layout settings; GB/T 9704 where none are given.
    #[serde(default)]
    pub page: PageStyle,
    /// Length that the whole should not pass, in characters; 0 for none.
    #[serde(default)]
    pub length: usize,
}

/// Length that a draft's template suggests, in characters.
pub fn suggested_length(draft: &Draft) -> Option<u32> {
    let length = find(&draft.template).map_or(0, |template| template.length);
    u32::try_from(length).ok().filter(|length| *length > 0)
}

/// Length that a draft should not pass, in characters: its own limit, or that of its template.
pub fn length_limit(draft: &Draft) -> Option<u32> {
    match draft.options.length_limit {
        None => suggested_length(draft),
        limit => limit.filter(|limit| *limit > 0),
    }
}

impl Template {
    /// What the template says of a part, where it has one.
    pub fn part(&self, kind: PartKind) -> Option<&TemplatePart> {
        self.parts.iter().find(|part| part.kind == kind)
    }
}

/// Guidance for a free text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prose {
    /// Text to begin with; may hold references such as `{期间}`.
    pub text: String,
    /// What belongs here, in one or two sentences.
    pub hint: String,
    /// Sentences to insert; 〔…〕 marks what the writer fills in.
    pub patterns: Vec<String>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePart {
    /// Which part.
    pub kind: PartKind,
    /// Heading words; may hold references such as `{本期}`.
    pub heading: String,
    /// Stands inside the part before it.
    #[serde(default)]
    pub nested: bool,
    /// What belongs in the part, and sentences for it.
    #[serde(flatten)]
    pub prose: Prose,
    /// Items to begin with.
    #[serde(default)]
    pub items: Vec<TemplateItem>,
}

/// An item of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateItem {
    /// 1 for an item directly under the part.
    #[serde(default = "first_depth")]
    pub depth: u8,
    /// Heading words; may be empty.
    #[serde(default)]
    pub heading: String,
    /// Heading and text on one line.
    #[serde(default)]
    pub run_in: bool,
    /// What to say here and which figures are expected.
    #[serde(default)]
    pub hint: String,
}

fn first_depth() -> u8 {
    1
}

/// An indicator of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateIndicator {
    /// Name.
    pub name: String,
    /// Unit or measure word.
    #[serde(default)]
    pub unit: String,
    /// Name of the indicator it is a part of.
    #[serde(default)]
    pub part_of: Option<String>,
}
