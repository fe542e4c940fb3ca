//! Checks of a plain text, as the command line and other tools ask for them.

use super::answer::{Answer, moved};
use super::block::blocks;
use super::finding::Severity;
use super::flaw::Flaw;
use super::passage::{Passage, Section};
use super::rules::{RULES, Scope, value_conflict};
use super::title::period_of_title;
use super::verdict::{Agreement, Verdicts};
use crate::text::Period;
use serde::Serialize;
use std::ops::Range;

/// A finding in a plain text. Ranges are bytes of the text as given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextFinding {
    /// The rule's name.
    pub kind: &'static str,
    /// Where it stands.
    pub range: Range<usize>,
    /// The words there.
    pub quote: String,
    /// What was stated.
    pub stated: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// The other figures that took part.
    pub related: Vec<Range<usize>>,
    /// What is wrong and what to do.
    pub message: String,
    /// How sure it is.
    pub severity: Severity,
    /// A change that puts it right.
    pub fix: Option<TextFix>,
}

/// A change to a plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextFix {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What comes in their stead.
    pub text: String,
    /// What the button says.
    pub label: String,
}

/// Checks a plain text; findings in reading order. Takes time in proportion to its length. Where
/// the period is not given, it is the one that the text's title names.
///
/// ```
/// use qinggao::check::{Section, check_text};
/// let found = check_text("部门22个(16个部门、5个社区)", None, Section::Done);
/// assert_eq!(found[0].kind, "sum-mismatch");
/// assert!(found[0].message.contains("16 + 5 = 21"));
/// ```
pub fn check_text(text: &str, period: Option<Period>, section: Section) -> Vec<TextFinding> {
    let period = period.or_else(|| period_of_title(text));
    let mut findings = Vec::new();
    let mut values = Vec::new();
    for block in blocks(text, section) {
        let answer = Answer::of(text, &block, period);
        let start = block.range.start;
        findings.extend(answer.findings.into_iter().map(|it| it.moved(start)));
        values.extend(answer.values.into_iter().map(|(value, bytes)| (value, moved(&bytes, start))));
    }
    for (later, earlier) in value_conflict::conflicts(values.iter().map(|(value, _)| value)) {
        if let (Some((later, range)), Some((earlier, first))) = (values.get(later), values.get(earlier)) {
            let mut finding = TextFinding::of(text, value_conflict::flaw(later, earlier), |_| range.clone());
            finding.related.push(first.clone());
            findings.push(finding);
        }
    }
    findings.sort_by_key(|it| (it.range.start, it.range.end, it.kind));
    findings
}

/// What the passage rules find in a block, in bytes of it.
pub(super) fn found(text: &str, passage: &Passage) -> Vec<TextFinding> {
    let mut verdicts = Verdicts::default();
    judge(passage, &mut verdicts);
    let mut flaws = verdicts.flaws;
    settle(&mut flaws);
    let script = passage.script();
    flaws.into_iter().map(|flaw| TextFinding::of(text, flaw, |range| script.bytes(range))).collect()
}

/// The figures of a passage that were compared and agree, in reading order.
pub fn agreements(passage: &Passage) -> Vec<Agreement> {
    let mut verdicts = Verdicts::with_agreements();
    judge(passage, &mut verdicts);
    let mut agreements = verdicts.agreements;
    let values = super::rules::value_conflict::stated_values(passage);
    agreements.extend(super::rules::value_conflict::agreements_within(&values));
    agreements.sort_by_key(|it| (it.range.start, it.range.end, it.rule));
    agreements
}

/// Has all passage rules judge.
pub(super) fn judge(passage: &Passage, verdicts: &mut Verdicts) {
    for rule in RULES {
        if let Scope::Passage(check) = rule.scope {
            check(passage, verdicts);
        }
    }
}

/// Reading order, and no two findings of one rule on one spot.
pub(super) fn settle(flaws: &mut Vec<Flaw>) {
    flaws.sort_by_key(|flaw| (flaw.range.start, flaw.range.end, flaw.rule));
    flaws.dedup_by(|next, kept| next.rule == kept.rule && next.range.start < kept.range.end);
}

impl TextFinding {
    /// A flaw of a text, its places turned into bytes.
    pub(super) fn of(text: &str, flaw: Flaw, bytes: impl Fn(Range<usize>) -> Range<usize>) -> Self {
        let range = bytes(flaw.range);
        Self {
            kind: flaw.rule,
            quote: text.get(range.clone()).unwrap_or_default().to_owned(),
            range,
            stated: flaw.stated,
            expected: flaw.expected,
            related: flaw.related.into_iter().map(&bytes).collect(),
            message: flaw.message,
            severity: flaw.severity,
            fix: flaw.fix.map(|(range, text, label)| TextFix { range: bytes(range), text, label }),
        }
    }

    /// The same finding in a text in which the block begins at `start`.
    fn moved(mut self, start: usize) -> Self {
        let fix = self.fix.iter_mut().map(|fix| &mut fix.range);
        for range in self.related.iter_mut().chain([&mut self.range]).chain(fix) {
            *range = moved(range, start);
        }
        self
    }
}
