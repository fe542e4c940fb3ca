//! A passage: one block of a field's text with its references expanded, read once for all rules.

use crate::draft::PartKind;
use crate::text::figures::{Mention, Reading, Script, Words};
use crate::text::{Period, ordinal};
use std::ops::Range;

/// How many figures back a rule looks for a partner; keeps the work linear in the text.
pub(super) const WINDOW: usize = 10;

/// The part of the report in which a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Title, headings of parts.
    Title,
    /// 开头
    Preamble,
    /// 工作情况
    Done,
    /// 经验做法
    Experience,
    /// 存在问题
    Problems,
    /// 工作计划
    Plan,
    /// 结尾
    Closing,
    /// 附件, which may tell of any time.
    Attachment,
}

impl Section {
    /// The section from its word on the command line: `done`, `experience`, `problems`, `plan`.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "done" | "work" => Self::Done,
            "experience" => Self::Experience,
            "problems" => Self::Problems,
            "plan" => Self::Plan,
            _ => return None,
        })
    }
}

impl From<PartKind> for Section {
    fn from(kind: PartKind) -> Self {
        match kind {
            PartKind::Work => Self::Done,
            PartKind::Experience => Self::Experience,
            PartKind::Problems => Self::Problems,
            PartKind::Plan => Self::Plan,
        }
    }
}

/// A passage with everything that rules need to know of it.
#[derive(Debug)]
pub struct Passage {
    /// Its figures, dates, clauses and sentences.
    pub reading: Reading,
    /// The period reported on, where it is known.
    pub period: Option<Period>,
    section: Section,
    /// The words before and behind each figure, which nearly every rule asks for.
    labels: Vec<(Range<usize>, Range<usize>)>,
}

impl Passage {
    /// Reads a text.
    pub fn of(text: &str, section: Section, period: Option<Period>) -> Self {
        let reading = Reading::of(text);
        let mut passage = Self { reading, period, section, labels: Vec::new() };
        passage.labels =
            (0..passage.mentions().len()).map(|it| (passage.find_lead(it), passage.find_tail(it))).collect();
        passage
    }

    /// The characters.
    pub fn script(&self) -> &Script {
        &self.reading.script
    }

    /// The figures in order.
    pub fn mentions(&self) -> &[Mention] {
        &self.reading.mentions
    }

    /// The section in which the passage stands.
    pub fn section(&self) -> Section {
        self.section
    }

    /// The clause in which a position stands, cut to its surroundings.
    pub fn clause(&self, at: usize) -> Range<usize> {
        around(self.reading.outline.clause(at), at, 120)
    }

    /// The sentence in which a position stands, cut to its surroundings: text without full stops
    /// must not make the work grow with the square of its length.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        around(self.reading.outline.sentence(at), at, 400)
    }

    /// The mentions before `index` in its sentence, nearest first, at most `WINDOW`.
    pub fn earlier(&self, index: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let start = self.mentions().get(index).map_or(0, |it| self.sentence(it.number.start).start);
        let from = index.saturating_sub(WINDOW);
        let before = self.mentions().get(from..index).unwrap_or_default();
        let placed = before.iter().enumerate().map(move |(place, it)| (from + place, it));
        placed.rev().take_while(move |(_, it)| it.number.start >= start)
    }

    /// The mentions behind `index` in its sentence, at most `WINDOW`.
    pub fn later(&self, index: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let end = self.mentions().get(index).map_or(0, |it| self.sentence(it.number.start).end);
        let after = self.mentions().get(index + 1..).unwrap_or_default();
        let placed = after.iter().enumerate().map(move |(place, it)| (index + 1 + place, it));
        placed.take(WINDOW).take_while(move |(_, it)| it.number.start < end)
    }

    /// The words right before a mention: from the clause's or bracket's beginning or the figure
    /// before it, at most 24 characters.
    pub fn lead(&self, index: usize) -> Range<usize> {
        self.labels.get(index).map_or(0..0, |(lead, _)| lead.clone())
    }

    fn find_lead(&self, index: usize) -> Range<usize> {
        let Some(mention) = self.mentions().get(index) else { return 0..0 };
        let end = mention.range.start;
        let previous = index.checked_sub(1).and_then(|before| self.mentions().get(before));
        let floor = previous.map_or(0, |it| it.range.end).min(end);
        let floor = self.clause(mention.number.start).start.max(floor).max(end.saturating_sub(24)).min(end);
        let mark = |at: &usize| matches!(self.script().get(*at), Some('、' | '（' | '）' | '，'));
        let start = (floor..end).rev().find(mark).map_or(floor, |at| at + 1);
        start..end
    }

    /// The words right behind a mention: to the end of its clause or the next figure, at most 24
    /// characters.
    pub fn tail(&self, index: usize) -> Range<usize> {
        self.labels.get(index).map_or(0..0, |(_, tail)| tail.clone())
    }

    fn find_tail(&self, index: usize) -> Range<usize> {
        let Some(mention) = self.mentions().get(index) else { return 0..0 };
        let start = mention.range.end;
        let next = self.mentions().get(index + 1).map_or(usize::MAX, |it| it.range.start);
        let end = self.clause(mention.number.start).end.min(next).min(start + 24).max(start);
        let stop = (start..end).find(|at| {
            matches!(self.script().get(*at), Some('、' | '（' | '）' | '，' | '；' | '。' | '：' | '\n'))
        });
        start..stop.unwrap_or(end)
    }

    /// A stretch as words.
    pub fn words(&self, range: Range<usize>) -> Words<'_> {
        self.script().words(range)
    }

    /// A figure as it is written, with its unit.
    pub fn shown(&self, mention: &Mention) -> String {
        self.script().string(mention.range.clone()).to_owned()
    }

    /// True when one of `words` stands within the range.
    pub fn has(&self, range: Range<usize>, words: &[&str]) -> bool {
        self.script().has(range, words)
    }
}

fn around(range: Range<usize>, at: usize, most: usize) -> Range<usize> {
    range.start.max(at.saturating_sub(most))..range.end.min(at.saturating_add(most)).max(at)
}

/// The section that a line heads in a report pasted as one text: 三、存在问题.
pub(super) fn section_of_heading(line: &str) -> Option<Section> {
    // A letter takes at least one byte; longer lines are no headings.
    let short = line.len() <= 40 * 4 && line.chars().count() <= 40;
    let heading = short.then(|| ordinal::read(line)).flatten().filter(|ordinal| ordinal.level == 1)?;
    let heading = Script::of(heading.rest);
    named(heading.string(0..heading.len()))
}

fn named(heading: &str) -> Option<Section> {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&["计划", "安排", "打算", "思路", "下一步", "努力方向"]) && !has(&["总结及", "完成情况"])
    {
        return Some(Section::Plan);
    }
    if has(&["问题", "不足", "短板", "困难"]) {
        return Some(Section::Problems);
    }
    if has(&["经验", "做法", "体会", "亮点", "特色"]) {
        return Some(Section::Experience);
    }
    has(&["工作情况", "开展情况", "工作回顾", "工作总结", "主要工作", "完成情况"]).then_some(Section::Done)
}
