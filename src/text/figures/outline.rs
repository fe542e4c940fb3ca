//! Quotations, brackets, clauses and sentences of a text, found once.

use super::script::Script;
use std::ops::Range;

/// A quotation longer than this is running text with a lost mark, not a name.
const LONGEST_NAME: usize = 60;

/// Where the clauses and sentences begin, and what stands in quotation marks and brackets.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    length: usize,
    clauses: Vec<usize>,
    sentences: Vec<usize>,
    lines: Vec<usize>,
    /// Insides of quotations and titles in order, not nested.
    quotes: Vec<Range<usize>>,
    /// Insides of round brackets in the order in which they open.
    brackets: Vec<Range<usize>>,
}

impl Outline {
    pub(crate) fn of(script: &Script) -> Self {
        let mut outline = Self {
            length: script.len(),
            clauses: vec![0],
            sentences: vec![0],
            lines: vec![0],
            ..Self::default()
        };
        let mut open: Vec<usize> = Vec::new();
        let mut quote: Option<(char, usize)> = None;
        for (at, c) in script.chars().iter().copied().enumerate() {
            let next = at + 1;
            match c {
                '，' | '；' | '：' => outline.clauses.push(next),
                '。' | '！' | '？' | '\n' => {
                    outline.clauses.push(next);
                    outline.sentences.push(next);
                    if c == '\n' {
                        outline.lines.push(next);
                        open.clear();
                        quote = None;
                    }
                }
                '（' => {
                    outline.brackets.push(next..next);
                    open.push(outline.brackets.len() - 1);
                }
                '）' => {
                    if let Some(bracket) = open.pop().and_then(|index| outline.brackets.get_mut(index)) {
                        bracket.end = at;
                    }
                }
                _ => {}
            }
            quote = match (quote, closing(c)) {
                (Some((close, start)), _) if c == close => {
                    if at - start <= LONGEST_NAME {
                        outline.quotes.push(start..at);
                    }
                    None
                }
                (Some((close, start)), _) if at - start <= LONGEST_NAME => Some((close, start)),
                (_, Some(close)) => Some((close, next)),
                _ => None,
            };
        }
        // A bracket that never closes holds nothing.
        outline.brackets.retain(|bracket| bracket.end > bracket.start);
        outline
    }

    /// The clause (to the next comma, colon or full stop) that a position stands in.
    pub fn clause(&self, at: usize) -> Range<usize> {
        within(&self.clauses, at, self.length)
    }

    /// The sentence that a position stands in, its full stop included.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        within(&self.sentences, at, self.length)
    }

    /// The line that a position stands in.
    pub fn line(&self, at: usize) -> Range<usize> {
        within(&self.lines, at, self.length)
    }

    /// All sentences in order.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.sentences.iter().skip(1).copied().chain([self.length]);
        self.sentences.iter().copied().zip(ends).map(|(start, end)| start..end).filter(|s| !s.is_empty())
    }

    /// The quotation that a position stands in.
    pub fn quote(&self, at: usize) -> Option<Range<usize>> {
        let index = self.quotes.partition_point(|quote| quote.end <= at);
        self.quotes.get(index).filter(|quote| quote.contains(&at)).cloned()
    }

    /// The insides of round brackets, in the order in which they open.
    pub fn brackets(&self) -> &[Range<usize>] {
        &self.brackets
    }

    /// True when a position stands in round brackets.
    pub fn in_bracket(&self, at: usize) -> bool {
        let before = self.brackets.partition_point(|bracket| bracket.start <= at);
        // Only a few brackets are open at once; looking at the nearest ones keeps this cheap.
        let near = self.brackets.get(before.saturating_sub(4)..before).unwrap_or_default();
        near.iter().any(|bracket| bracket.contains(&at))
    }

    /// The inside of the bracket that opens at a position.
    pub fn bracket_at(&self, open: usize) -> Option<Range<usize>> {
        let index = self.brackets.binary_search_by_key(&(open + 1), |bracket| bracket.start).ok()?;
        self.brackets.get(index).cloned()
    }
}

fn within(starts: &[usize], at: usize, length: usize) -> Range<usize> {
    let next = starts.partition_point(|start| *start <= at);
    let start = next.checked_sub(1).and_then(|index| starts.get(index)).copied().unwrap_or(0);
    start..starts.get(next).copied().unwrap_or(length)
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '「' => '」',
        '『' => '』',
        '〈' => '〉',
        '"' => '"',
        _ => return None,
    })
}
