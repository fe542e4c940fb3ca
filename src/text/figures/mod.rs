//! Figures in prose: every number of a text with its value, its unit, its approximation marks and
//! its place; dates told apart, and look-alikes (五四, 1+100, 12355, 〔2026〕3号) left alone.

mod amount;
mod approximation;
mod code;
mod date_words;
mod dates;
mod fold;
mod half;
mod lexicon;
pub mod measure;
mod outline;
mod reader;
mod script;
mod words;

pub(crate) use approximation::around as marks_around;
pub use approximation::{Mark, Sense};
pub use dates::{DateMention, TimePart};
pub use lexicon::Lexicon;
pub use outline::Outline;
pub use script::Script;
pub use words::{Sought, Words, one_in};

use rust_decimal::Decimal;
use std::ops::Range;

/// How the digits of a figure are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// 23, 1.2万
    Arabic,
    /// 二十三
    Chinese,
    /// 3千5百, 一百20
    Mixed,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// So many of something, with a unit.
    Count,
    /// A number without a unit.
    Bare,
    /// %, 百分之, 成: the value is in percent.
    Percent,
    /// 百分点
    Points,
    /// 倍
    Times,
    /// 第三届, 2号: a place in a row, no count.
    Ordinal,
}

/// A figure as it stands in prose.
///
/// Ranges are positions of characters in the [`Script`] of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The digits with their scale (1.2万), without marks and unit.
    pub number: Range<usize>,
    /// Everything that belongs to the figure: 近300余人.
    pub range: Range<usize>,
    /// Exact value in the unit: 1.2万 is 12000, 三成 is 30, 6.8万元 is 68000.
    pub value: Decimal,
    /// What one in the last printed place is worth: 1000 for 1.2万, 0.1 for 3.5.
    pub step: Decimal,
    /// Digits behind the printed decimal point.
    pub decimals: u32,
    /// The number was printed with 万 or 亿.
    pub scaled: bool,
    /// How it is written.
    pub style: Style,
    /// What it is.
    pub kind: Kind,
    /// Measure word or unit; empty for a bare number.
    pub unit: &'static str,
    /// Marks of approximation before and behind it, in order.
    pub marks: Vec<Mark>,
    /// It stands in quotation marks or in the title of a document: most likely part of a name.
    pub quoted: bool,
    /// It is the beginning of a range (5至8人) whose end is the next mention.
    pub range_start: bool,
    /// It is the end of a range whose beginning is the mention before.
    pub range_end: bool,
}

impl Mention {
    /// True when the figure claims to be exact.
    pub fn exact(&self) -> bool {
        self.marks.is_empty() && !self.range_start && !self.range_end
    }

    /// True for an exact count outside quotation marks.
    pub fn counts(&self) -> bool {
        self.kind == Kind::Count && self.exact() && !self.quoted
    }

    /// The smallest and the largest number that may stand behind the printed one.
    pub fn interval(&self) -> (Decimal, Decimal) {
        let half = if self.scaled || self.decimals > 0 { self.step / Decimal::TWO } else { Decimal::ZERO };
        let (mut low, mut high) = (self.value - half, self.value.saturating_add(half));
        for mark in &self.marks {
            let (below, above) = mark.bounds();
            low = low.min(self.value.saturating_mul(below));
            high = high.max(self.value.saturating_mul(above));
        }
        (low, high)
    }
}

/// A text read: its figures, dates, quotations, brackets, clauses and sentences.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The characters.
    pub script: Script,
    /// The figures in order.
    pub mentions: Vec<Mention>,
    /// The dates and periods in order.
    pub dates: Vec<DateMention>,
    /// Quotations, brackets, clauses, sentences.
    pub outline: Outline,
}

impl Reading {
    /// Reads a text. Never fails; takes time in proportion to the length.
    pub fn of(text: &str) -> Self {
        reader::read(Script::of(text))
    }

    /// Indices of the mentions that lie within a range of characters.
    pub fn within(&self, range: Range<usize>) -> Range<usize> {
        let first = self.mentions.partition_point(|it| it.number.start < range.start);
        let last = self.mentions.partition_point(|it| it.number.start < range.end);
        first..last.max(first)
    }

    /// The dates that lie within a range of characters.
    pub fn dates_within(&self, range: Range<usize>) -> &[DateMention] {
        let first = self.dates.partition_point(|it| it.range.start < range.start);
        let last = self.dates.partition_point(|it| it.range.start < range.end);
        &self.dates[first..last.max(first)]
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod written;
