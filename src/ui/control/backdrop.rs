//! What is drawn behind a text area: underlines of findings and chips of references. The text
//! itself stays in the text area, which keeps Chinese input and screen readers whole.

use crate::check::{Finding, Severity};
use crate::draft::{Place, reference};
use std::ops::Range;

/// A stretch of text with one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its text.
    pub text: String,
    /// Its classes; empty for plain text.
    pub class: &'static str,
}

/// Cuts a text into stretches by its references and by the findings at `place`.
pub fn stretches(text: &str, place: Place, findings: &[Finding]) -> Vec<Stretch> {
    let references: Vec<Range<usize>> = reference::find(text).map(|found| found.range).collect();
    let marks: Vec<(Range<usize>, Severity)> = findings
        .iter()
        .filter(|finding| finding.place == place && !finding.range.is_empty())
        // Findings lag behind the typing: one that no longer fits the text is drawn next time.
        .filter(|finding| text.get(finding.range.clone()).is_some())
        .map(|finding| (finding.range.clone(), finding.severity))
        .collect();
    let mut cuts: Vec<usize> = references
        .iter()
        .chain(marks.iter().map(|(range, _)| range))
        .flat_map(|range| [range.start, range.end])
        .collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|cut| {
            let range = cut[0]..cut[1];
            let chip = references.iter().any(|it| it.start <= range.start && range.end <= it.end);
            let worst = marks
                .iter()
                .filter(|(it, _)| it.start <= range.start && range.end <= it.end)
                .map(|(_, severity)| *severity)
                .min();
            Some(Stretch { text: text.get(range)?.to_owned(), class: class(chip, worst) })
        })
        .collect()
}

fn class(chip: bool, worst: Option<Severity>) -> &'static str {
    match (chip, worst) {
        (false, None) => "",
        (false, Some(Severity::Error)) => "mark error",
        (false, Some(Severity::Warning)) => "mark warning",
        (false, Some(Severity::Hint)) => "mark hint",
        (true, None) => "chip",
        (true, Some(Severity::Error)) => "chip mark error",
        (true, Some(Severity::Warning)) => "chip mark warning",
        (true, Some(Severity::Hint)) => "chip mark hint",
    }
}
