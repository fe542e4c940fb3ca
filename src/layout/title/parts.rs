//! The parts a title is made of: who, when, what.

use super::words::{is_head, is_joining, is_leaning, is_opening, word_at};
use crate::text::width::half_cells;
use std::ops::Range;

/// What kind of part it is; decides how well a line ends or begins with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The name of the unit.
    Unit,
    /// A year, half-year, quarter, term.
    Period,
    /// 关于, 在, 向: what follows belongs to it.
    Opening,
    /// 及, 和: joins what stands before and after.
    Joining,
    /// 的, 等: belongs to what stands before.
    Leaning,
    /// 工作, 建设: the noun that the words before it describe.
    Head,
    Word,
    /// In brackets: belongs to what stands before.
    Bracketed,
    /// 、 or a space.
    Stop,
    /// —— before a subtitle.
    Dash,
    /// A letter of which no word is known: perhaps the middle of one.
    Letter,
}

pub(super) struct Part {
    pub(super) kind: Kind,
    /// Index of the letter behind it.
    pub(super) end: usize,
}

/// The title in parts. A name, period or quotation wider than `capacity` half-width cells falls
/// into its words.
pub(super) fn parts(text: &[char], unit: &str, capacity: usize) -> Vec<Part> {
    let fits = |range: &Range<usize>| width(text.get(range.clone()).unwrap_or_default()) <= capacity;
    let name = unit_name(text, unit).filter(fits);
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let quoted = bracketed(rest).map(|(kind, length)| (kind, at + length));
        let (kind, end) = match &name {
            Some(name) if name.start == at => (Kind::Unit, name.end),
            _ => quoted
                .or_else(|| Some((Kind::Period, at + period(rest)?)))
                .filter(|(_, end)| fits(&(at..*end)))
                .unwrap_or_else(|| {
                    let (kind, length) = word(rest);
                    (kind, at + length)
                }),
        };
        // A word that runs into the name is none.
        let torn = name.as_ref().is_some_and(|name| at < name.start && name.start < end);
        let (kind, end) = if torn { (Kind::Letter, at + 1) } else { (kind, end.max(at + 1)) };
        parts.push(Part { kind, end });
        at = end;
    }
    parts
}

/// The word, mark or letter that `rest` begins with, and its length.
fn word(rest: &[char]) -> (Kind, usize) {
    let Some(&first) = rest.first() else { return (Kind::Letter, 0) };
    let known = word_at(rest);
    let head = rest.get(..known).unwrap_or_default();
    match first {
        _ if is_opening(head) => (Kind::Opening, known),
        _ if is_head(head) => (Kind::Head, known),
        _ if known > 0 => (Kind::Word, known),
        _ if ordinal(rest) > 0 => (Kind::Word, ordinal(rest)),
        _ if is_joining(first) => (Kind::Joining, 1),
        _ if is_leaning(first) => (Kind::Leaning, 1),
        _ if is_opening(&[first]) => (Kind::Opening, 1),
        '、' | '，' | '；' | '：' | ' ' | '\u{3000}' => (Kind::Stop, 1),
        '—' => (Kind::Dash, count(rest, |c| c == '—')),
        _ if half_cells(first) == 1 => (Kind::Word, count(rest, |c| half_cells(c) == 1 && c != ' ')),
        _ => (Kind::Letter, 1),
    }
}

/// What stands in quotation marks or brackets at the beginning of `rest`, and its length.
fn bracketed(rest: &[char]) -> Option<(Kind, usize)> {
    let (close, kind) = match rest.first()? {
        '“' => ('”', Kind::Word),
        '‘' => ('’', Kind::Word),
        '《' => ('》', Kind::Word),
        '（' => ('）', Kind::Bracketed),
        '(' => (')', Kind::Bracketed),
        _ => return None,
    };
    Some((kind, rest.iter().position(|c| *c == close)? + 1))
}

/// Where the name of the unit stands: the given one, or what has the form of one.
fn unit_name(text: &[char], unit: &str) -> Option<Range<usize>> {
    let unit: Vec<char> = unit.trim().chars().collect();
    let find = |word: &[char]| {
        (!word.is_empty()).then(|| text.windows(word.len()).position(|window| window == word)).flatten()
    };
    if let Some(start) = find(&unit) {
        return Some(start..whole_committee(text, start + unit.len()));
    }
    if let Some(start) = find(&['共', '青', '团']) {
        let stops = |c: &char| c.is_ascii_digit() || "年的关《“（，、".contains(*c);
        let name = text.iter().skip(start).take(24).take_while(|c| !stops(c));
        if let Some((end, _)) = name.enumerate().find(|(_, c)| **c == '委') {
            return Some(start..whole_committee(text, start + end + 1));
        }
    }
    let endings: [&[char]; 4] =
        [&['团', '委'], &['团', '工', '委'], &['团', '支', '部'], &['团', '总', '支']];
    let end = endings.iter().filter_map(|word| Some(find(word)? + word.len())).min()?;
    (end <= 24 && text.first() != Some(&'关')).then_some(0..end)
}

/// 委 at the end of a name may be the beginning of 委员会.
fn whole_committee(text: &[char], end: usize) -> usize {
    let before = end.checked_sub(1).and_then(|last| text.get(last));
    let behind = text.get(end..end + 2);
    if before == Some(&'委') && behind == Some(&['员', '会']) { end + 2 } else { end }
}

/// What may follow a number in a date or the name of a term.
const DATES: &[&str] = &["学年度", "学年", "年度", "年", "月份", "月", "日", "季度"];

/// Spans of time that need no number of their own.
#[rustfmt::skip]
const TERMS: &[&str] = &[
    "上半年", "下半年", "前三季度", "前三个季度", "第一季度", "第二季度", "第三季度", "第四季度", "全年",
    "上学期", "下学期", "第一学期", "第二学期", "春季学期", "秋季学期", "年度", "以来", "期间",
];

/// Letters of the period that `rest` begins with: 2026年上半年, 2025—2026学年第二学期, 1—6月.
fn period(rest: &[char]) -> Option<usize> {
    let starts = |at: usize, words: &[&str]| {
        let rest = rest.get(at..).unwrap_or_default();
        let word = words.iter().find(|word| word.chars().eq(rest.iter().take(word.chars().count()).copied()));
        word.map_or(0, |word| word.chars().count())
    };
    let through = |c: char| matches!(c, '—' | '–' | '-' | '~' | '～' | '至' | '到');
    let mut end = 0;
    loop {
        let joined = end + usize::from(end > 0 && rest.get(end).is_some_and(|c| through(*c)));
        let number = joined + count(rest.get(joined..)?, is_numeral);
        let range = match rest.get(number) {
            Some(c) if number > joined && through(*c) => {
                number + 1 + count(rest.get(number + 1..)?, is_numeral)
            }
            _ => number,
        };
        let date = if number > joined { starts(range, DATES) } else { 0 };
        let term = starts(joined, TERMS);
        end = match (term, date) {
            (0, 0) => return (end > 0).then_some(end),
            (0, date) => range + date,
            (term, _) => joined + term,
        };
    }
}

/// Letters of 第十二次, 六次, 第3期 at the beginning of `rest`; 0 if there is none.
fn ordinal(rest: &[char]) -> usize {
    let digits = usize::from(rest.first() == Some(&'第'));
    let end = digits + count(rest.get(digits..).unwrap_or_default(), is_numeral);
    let counted = rest.get(end).is_some_and(|c| "届次批期号轮项个".contains(*c));
    if end > digits && counted { end + 1 } else { 0 }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)
}

fn count(text: &[char], is: impl Fn(char) -> bool) -> usize {
    text.iter().take_while(|c| is(**c)).count()
}

fn width(text: &[char]) -> usize {
    text.iter().map(|c| half_cells(*c)).sum()
}
