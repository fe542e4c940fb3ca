//! What a passage says that the table of figures may know: a figure, the words that name it, and
//! whether it is this period's value, last year's, a target, a change or a rate of completion.
//! Depends on the passage and the period alone, so that it is kept until the words change.

mod said;
mod when;
pub mod words;

use super::passage::{Passage, Section};
use crate::text::Period;
use crate::text::figures::{Kind, Mention};
use std::ops::Range;
use words::Lead;

pub use said::{Base, Said};

/// Stands in the words of a claim for a date or a period, by what it means to the report.
const NOW: char = '\u{e000}';
const SAME: char = '\u{e001}';
const LAST_YEAR: char = '\u{e002}';
const YEAR: char = '\u{e003}';
const OTHER_TIME: char = '\u{e004}';

/// A figure of the prose and what it claims to be.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it is said to be.
    pub said: Said,
    /// The words before it that name it; empty where it goes on about the figure before.
    pub lead: Lead,
    /// The same with the words of its kind: 任务完成率 may be an indicator of its own.
    pub full: Lead,
    /// The words behind it, to the next mark or figure.
    pub tail: String,
    /// The figure.
    pub figure: Mention,
    /// What stands for it in the text, in bytes: 1779人, 增长11.2%.
    pub bytes: Range<usize>,
    /// Its digits, in bytes.
    pub digits: Range<usize>,
    /// Beginning of its sentence, which tells sentences of a passage apart.
    pub sentence: usize,
    /// It names nothing itself: 同比增长11.2%.
    pub goes_on: bool,
    /// The claim of the same passage that it goes on about.
    pub about: Option<usize>,
    /// How it stands beside what is before it.
    pub beside: Beside,
}

/// How a figure stands beside what is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// On its own.
    Alone,
    /// 青年12231人、团员1779人: in one row with the figure before it.
    Row,
    /// 团员、青年12231人: its name in one row with a name that has no figure.
    Names,
}

/// The claims of a passage, in order. A plan and a title state nothing of the table.
pub fn claims(passage: &Passage) -> Vec<Claim> {
    let Some(period) = passage.period else { return Vec::new() };
    let mut found: Vec<Claim> = Vec::new();
    // For each figure the claim made of it, to find what a later one goes on about.
    let mut made: Vec<Option<usize>> = Vec::new();
    for index in 0..passage.mentions().len() {
        let claim = read(passage, period, index);
        made.push(claim.is_some().then_some(found.len()));
        let Some(mut claim) = claim else { continue };
        if claim.goes_on {
            claim.about = subject(passage, index, claim.said, &made, &found);
        }
        found.push(claim);
    }
    found
}

fn read(passage: &Passage, period: Period, index: usize) -> Option<Claim> {
    let figure = passage.mentions().get(index)?;
    let standing = matches!(figure.kind, Kind::Count | Kind::Percent | Kind::Points);
    let section = passage.section();
    if !standing || !figure.exact() || figure.quoted || matches!(section, Section::Plan | Section::Title) {
        return None;
    }
    let (beside, start) = beside(passage, index);
    let lead = lead(passage, period, start..figure.range.start);
    let tail = passage.words(passage.tail(index));
    let (said, named, verb) = said::read(passage, period, index, &lead, &tail)?;
    // 28个社区团员1779人: what is named hangs on the figure before.
    let glued = index
        .checked_sub(1)
        .and_then(|before| passage.mentions().get(before))
        .is_some_and(|before| before.range.end == start);
    let goes_on = said::goes_on(said, &lead, &named);
    if glued && !goes_on && !named.is_empty() {
        return None;
    }
    let script = passage.script();
    Some(Claim {
        said,
        goes_on,
        lead: Lead::of(&named),
        full: Lead::of(if glued { "" } else { &lead }),
        tail: tail.to_string(),
        figure: figure.clone(),
        bytes: script.bytes(figure.range.start - verb..figure.range.end),
        digits: script.bytes(figure.number.clone()),
        sentence: passage.sentence(figure.number.start).start,
        about: None,
        beside,
    })
}

/// The words of a range with a marker in the place of each date.
fn lead(passage: &Passage, period: Period, range: Range<usize>) -> String {
    let mut words = String::new();
    let mut at = range.start;
    for date in passage.reading.dates_within(range.clone()) {
        let (when, dated) = when::of(passage, period, date);
        words += &passage.words(at..dated.start.max(at));
        words.push(match when {
            when::When::Now => NOW,
            when::When::Same => SAME,
            when::When::LastYear => LAST_YEAR,
            when::When::Year => YEAR,
            _ => OTHER_TIME,
        });
        at = dated.end.max(at).min(range.end);
    }
    words + &passage.words(at..range.end)
}

/// How a figure stands beside what is before it, and where its own words begin.
fn beside(passage: &Passage, index: usize) -> (Beside, usize) {
    let lead = passage.lead(index);
    let before = index.checked_sub(1).and_then(|before| passage.mentions().get(before));
    let behind = before.map_or(0, |it| it.range.end);
    if before.is_some() && behind == lead.start {
        // 16个部门和6个社区
        let script = passage.script();
        let conjunction = lead.clone().rev().find(|at| matches!(script.get(*at), Some('和' | '及' | '与')));
        return conjunction.map_or((Beside::Alone, lead.start), |at| (Beside::Row, at + 1));
    }
    if passage.script().before(lead.start) != Some('、') {
        return (Beside::Alone, lead.start);
    }
    let between = passage.words(behind..lead.start.saturating_sub(1).max(behind));
    let row = before.is_some() && !between.contains(['、', '，', '。', '；', '：', '\n']);
    (if row { Beside::Row } else { Beside::Names }, lead.start)
}

/// The figure that a bare 同比增长12% goes on about: the nearest value before it in its sentence,
/// with nothing but its own last year's value, target and changes between.
fn subject(
    passage: &Passage,
    index: usize,
    said: Said,
    made: &[Option<usize>],
    found: &[Claim],
) -> Option<usize> {
    let inside = |at: usize| passage.reading.outline.in_bracket(at);
    let here = passage.mentions().get(index)?;
    let mut end = passage.lead(index).start;
    for (at, figure) in passage.earlier(index) {
        // What stands in closed brackets says more of the figure before them.
        if inside(figure.number.start) && !inside(here.number.start) {
            let bracket = bracket(passage, figure.number.start)?;
            if bracket.end > end || !said::only_compares(&passage.words(bracket.end..end)) {
                return None;
            }
            end = bracket.start.saturating_sub(1);
            continue;
        }
        let behind = passage.tail(at).end.min(end);
        if end - behind > 24 || !said::only_compares(&passage.words(behind..end)) {
            return None;
        }
        let number = made.get(at).copied().flatten()?;
        match found.get(number)?.said {
            Said::Value if said == Said::Value => return None,
            Said::LastYear if said == Said::Value => return Some(number),
            Said::Value => return Some(number),
            _ if found.get(number)?.goes_on => end = passage.lead(at).start,
            // 团员人数较去年同期的1600人增长11.2%
            _ => return Some(number),
        }
    }
    None
}

/// The inside of the outermost bracket around a position.
fn bracket(passage: &Passage, at: usize) -> Option<Range<usize>> {
    let brackets = passage.reading.outline.brackets();
    let before = brackets.partition_point(|bracket| bracket.start <= at);
    let near = brackets.get(before.saturating_sub(4)..before).unwrap_or_default();
    near.iter().find(|bracket| bracket.contains(&at)).cloned()
}
