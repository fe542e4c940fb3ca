//! The page of evidence 核对表: for the person who signs, every figure of a report with what it was
//! checked against and what came of it.
//!
//! It says nothing that the rules do not say: what disagrees is a finding of [`check`], what agrees
//! is an [`Agreement`](super::Agreement) that a rule noted. Here both are laid beside the figures,
//! with what is counted and the time that it belongs to.

mod basis;
mod index;
mod name;
mod prose;
mod repeated;
mod row;
mod subject;
mod table;
mod terms;
mod told;
mod verdicts;
mod when;
mod whereabouts;

use super::document::{Cache, check_with};
use super::order::ReadingOrder;
use super::split::split;
use crate::draft::{Draft, Place};
use std::ops::Range;
use whereabouts::Whereabouts;

/// What came of the comparison of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 未核对: there is nothing to compare it with.
    Unchecked,
    /// 相符
    Agrees,
    /// 已忽略: something is wrong there, and the writer lets it stand.
    Ignored,
    /// 待确认: a hint, or a figure that took part where another is wrong.
    Unsure,
    /// 不符
    Differs,
}

impl Outcome {
    /// All outcomes in the order in which they are counted.
    pub const ALL: [Self; 5] = [Self::Agrees, Self::Differs, Self::Unsure, Self::Ignored, Self::Unchecked];

    /// For a clerk.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unchecked => "未核对",
            Self::Agrees => "相符",
            Self::Ignored => "已忽略",
            Self::Unsure => "待确认",
            Self::Differs => "不符",
        }
    }

    /// As on the command line and in style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unchecked => "unchecked",
            Self::Agrees => "agrees",
            Self::Ignored => "ignored",
            Self::Unsure => "unsure",
            Self::Differs => "differs",
        }
    }
}

/// What a figure was checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// In a word: 合计, 比率, 前后文, 数据指标, 报告期.
    pub kind: &'static str,
    /// The arithmetic, or the message of the finding: 16 + 6 = 22.
    pub words: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// A figure or a date of the report with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The field it stands in.
    pub place: Place,
    /// Bytes of that field's text as typed; of a reference, the whole of it.
    pub range: Range<usize>,
    /// The place in words: 工作情况（二）第1段.
    pub whereabouts: String,
    /// As it prints: 1779人.
    pub words: String,
    /// What is counted: 团员; empty where the text does not say.
    pub subject: String,
    /// The period or date it belongs to: 本期, 去年同期, 截至6月30日, 计划.
    pub when: String,
    /// What it was checked against; empty where there is nothing.
    pub bases: Vec<Basis>,
    /// The gravest of their outcomes.
    pub outcome: Outcome,
}

/// How many figures came to which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub all: usize,
    counts: [usize; Outcome::ALL.len()],
}

impl Tally {
    /// Counts.
    pub fn of(evidence: &[Evidence]) -> Self {
        let count = |outcome| evidence.iter().filter(|it| it.outcome == outcome).count();
        Self { all: evidence.len(), counts: Outcome::ALL.map(count) }
    }

    /// The figures of an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        let place = Outcome::ALL.iter().position(|it| *it == outcome);
        place.and_then(|place| self.counts.get(place)).copied().unwrap_or(0)
    }
}

/// The evidence of all figures and dates of a draft, in reading order.
///
/// Listed are figures and dates of the text, holes where a figure was to stand, and the table.
/// Ordinals, set phrases and names are not.
pub fn evidence(draft: &Draft) -> Vec<Evidence> {
    evidence_with(draft, &mut Cache::default())
}

/// The same, with the answers of the last check at hand: after a key only the changed block is
/// read again.
pub fn evidence_with(draft: &Draft, cache: &mut Cache) -> Vec<Evidence> {
    let found = check_with(draft, cache);
    let texts = cache.texts(draft);
    let mut rows = prose::rows(draft, &texts);
    rows.extend(table::rows(draft));
    rows.extend(table::date(draft));
    repeated::note(draft, &texts, &mut rows);
    told::note(&texts, &mut rows);
    let shown = split(draft, found.clone()).shown;
    verdicts::note(&found, &shown, &mut rows);
    verdicts::follow_references(&mut rows);
    rows.retain(|row| row.listed || !row.bases.is_empty());
    let mut order = ReadingOrder::default();
    order.update(draft);
    rows.sort_by_key(|row| (order.rank(row.place), row.range.start));
    let mut whereabouts = Whereabouts::of(draft);
    rows.into_iter().map(|row| row.evidence(&mut whereabouts)).collect()
}
