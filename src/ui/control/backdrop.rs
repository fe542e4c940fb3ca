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
    pub class: String,
}

/// What lights up in a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Light {
    /// Figures that took part in the finding being looked at.
    pub lit: Vec<Range<usize>>,
    /// The words of the finding itself, while it is looked at in the list.
    pub pointed: Option<Range<usize>>,
}

/// Cuts a text into stretches by its references, by the findings at `place` and by what lights up.
pub fn stretches(text: &str, place: Place, findings: &[Finding], light: &Light) -> Vec<Stretch> {
    let references: Vec<Range<usize>> = reference::find(text).map(|found| found.range).collect();
    let marks: Vec<(Range<usize>, Severity)> = findings
        .iter()
        .filter(|finding| finding.place == place && !finding.range.is_empty())
        // Findings lag behind the typing: one that no longer fits the text is drawn next time.
        .filter(|finding| text.get(finding.range.clone()).is_some())
        .map(|finding| (finding.range.clone(), finding.severity))
        .collect();
    let fits = |range: &&Range<usize>| !range.is_empty() && text.get((*range).clone()).is_some();
    let lit: Vec<&Range<usize>> = light.lit.iter().filter(fits).collect();
    let pointed: Option<&Range<usize>> = light.pointed.as_ref().filter(fits);
    let mut cuts: Vec<usize> = references
        .iter()
        .chain(marks.iter().map(|(range, _)| range))
        .chain(lit.iter().copied())
        .chain(pointed)
        .flat_map(|range| [range.start, range.end])
        .collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|cut| {
            let range = cut[0]..cut[1];
            let holds = |it: &Range<usize>| it.start <= range.start && range.end <= it.end;
            let worst = marks.iter().filter(|(it, _)| holds(it)).map(|(_, severity)| *severity).min();
            let classes = [
                references.iter().any(holds).then_some("chip"),
                worst.map(|_| "mark"),
                worst.map(Severity::code),
                pointed.is_some_and(holds).then_some("pointed"),
                lit.iter().any(|it| holds(it)).then_some("lit"),
            ];
            let class = classes.into_iter().flatten().collect::<Vec<_>>().join(" ");
            Some(Stretch { text: text.get(range)?.to_owned(), class })
        })
        .collect()
}
