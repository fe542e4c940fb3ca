//! A text as the reader of figures sees it: one form for each character, and the way back.

use super::fold::{annotation, fold, is_note, is_traditional, is_wide_digit};
use super::words::{self, Letters, Words};
use std::ops::Range;

/// The characters of a text in one form each, with the bytes that each came from.
///
/// Full-width digits and letters become half-width, half-width punctuation becomes full-width,
/// a few traditional characters become simplified, and blanks that carry no meaning are left out,
/// so that `共 １２ 个(其中…` and `共12个（其中…` read alike. Nothing is written back.
#[derive(Clone, Debug, Default)]
pub struct Script {
    chars: Vec<char>,
    /// The same characters as a string.
    text: String,
    spots: Vec<Spot>,
    /// The letters of each [`STRETCH`] of characters.
    letters: Vec<Letters>,
}

/// Characters of which one set of letters is kept.
const STRETCH: usize = 16;

/// Where a character stands, in bytes. No text that is checked has four billion of them.
#[derive(Clone, Copy, Debug)]
struct Spot {
    /// In the source.
    source: u32,
    /// How many it takes there.
    length: u8,
    /// In the script's own text.
    text: u32,
}

impl Spot {
    fn source(self) -> Range<usize> {
        self.source as usize..self.source as usize + usize::from(self.length)
    }
}

impl Script {
    /// Reads a text. Takes time and space in proportion to its length.
    pub fn of(text: &str) -> Self {
        let letters = text.chars().count();
        let mut script = Self {
            chars: Vec::with_capacity(letters),
            text: String::with_capacity(text.len()),
            spots: Vec::with_capacity(letters),
            letters: Vec::new(),
        };
        let mut rest = text.char_indices().peekable();
        let mut note = false;
        while let Some((at, c)) = rest.next() {
            // Nearly all of a report needs no folding.
            if ('\u{4e00}'..='\u{9fff}').contains(&c) && !is_traditional(c) {
                script.push(at, c, c);
                continue;
            }
            if (c == '(' || c == '（')
                && let Some(length) = annotation(&text[at + c.len_utf8()..])
            {
                let end = at + c.len_utf8() + length;
                while rest.peek().is_some_and(|(next, _)| *next < end) {
                    rest.next();
                }
                continue;
            }
            let after = rest.peek().map(|(_, next)| *next);
            let before = script.chars.last().copied();
            let folded = match c {
                '〔' if is_note(&text[at + c.len_utf8()..]) => {
                    note = true;
                    Some('（')
                }
                '〕' if std::mem::take(&mut note) => Some('）'),
                ',' | '，' if script.groups_thousands(c, &text[..at], &text[at + c.len_utf8()..]) => {
                    Some(',')
                }
                _ => fold(c, before, after),
            };
            if let Some(folded) = folded {
                script.push(at, c, folded);
            }
        }
        script.letters = script.chars.chunks(STRETCH).map(|part| Letters::of(part.iter().copied())).collect();
        script
    }

    fn push(&mut self, at: usize, c: char, folded: char) {
        self.spots.push(Spot {
            source: u32::try_from(at).unwrap_or(u32::MAX),
            length: c.len_utf8() as u8,
            text: u32::try_from(self.text.len()).unwrap_or(u32::MAX),
        });
        self.chars.push(folded);
        self.text.push(folded);
    }

    /// True when a comma that stands between `before` and `behind` groups thousands: one to three
    /// digits stand before it and exactly three follow. A wide comma groups wide digits only;
    /// 分别为120，130，150人 are three figures.
    fn groups_thousands(&self, comma: char, before: &str, behind: &str) -> bool {
        if comma == '，' && !(before.ends_with(is_wide_digit) && behind.starts_with(is_wide_digit)) {
            return false;
        }
        let digits = behind.chars().take(4).take_while(|c| c.is_ascii_digit() || is_wide_digit(*c)).count();
        let group = self.chars.iter().rev().take(4).take_while(|c| c.is_ascii_digit()).count();
        let fits = match self.before(self.chars.len() - group) {
            Some(',') => group == 3,
            Some('.') => false,
            _ => (1..=3).contains(&group),
        };
        fits && digits == 3
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// True for a text without characters.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// All characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The character at a position.
    pub fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The character before a position.
    pub fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    /// The characters of a range, cut to the text.
    pub fn slice(&self, range: Range<usize>) -> &[char] {
        let end = range.end.min(self.chars.len());
        &self.chars[range.start.min(end)..end]
    }

    /// The characters of a range as a string.
    pub fn string(&self, range: Range<usize>) -> &str {
        let at = |at: usize| self.spots.get(at).map_or(self.text.len(), |spot| spot.text as usize);
        let start = at(range.start);
        self.text.get(start..at(range.end).max(start)).unwrap_or_default()
    }

    /// The characters of a range as words, in which words are looked for quickly.
    pub fn words(&self, range: Range<usize>) -> Words<'_> {
        let chars = self.slice(range.clone());
        let stretches = range.start / STRETCH..(range.start + chars.len()).div_ceil(STRETCH);
        let letters = self.letters.get(stretches).unwrap_or_default();
        Words::new(self.string(range), chars, letters)
    }

    /// True when `word` stands at a position.
    #[inline]
    pub fn at(&self, at: usize, word: &str) -> bool {
        self.chars.get(at..).is_some_and(|here| words::begins(here, word))
    }

    /// True when `word` stands right before a position.
    pub fn ends(&self, at: usize, word: &str) -> bool {
        let mut here = self.chars[..at.min(self.chars.len())].iter().rev();
        word.chars().rev().all(|c| here.next() == Some(&c))
    }

    /// The first of `words` that stands at a position. Put longer words first.
    pub fn one_at<'w>(&self, at: usize, words: &[&'w str]) -> Option<&'w str> {
        words.iter().copied().find(|word| self.at(at, word))
    }

    /// The first of `words` that stands right before a position. Put longer words first.
    pub fn one_before<'w>(&self, at: usize, words: &[&'w str]) -> Option<&'w str> {
        words.iter().copied().find(|word| self.ends(at, word))
    }

    /// Where `word` stands first within a range.
    pub fn find(&self, range: Range<usize>, word: &str) -> Option<usize> {
        words::find(self.slice(range.clone()), word).map(|at| range.start + at)
    }

    /// True when one of `words` stands within a range.
    pub fn has(&self, range: Range<usize>, words: &[&str]) -> bool {
        let here = self.words(range);
        words.iter().any(|word| here.contains(word))
    }

    /// The bytes of the source that a range of characters came from.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let end_of_text = self.spots.last().map_or(0, |last| last.source().end);
        let start = self.spots.get(range.start).map_or(end_of_text, |first| first.source().start);
        let last = range.end.checked_sub(1).and_then(|last| self.spots.get(last));
        start..last.map_or(end_of_text, |last| last.source().end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_in_square_brackets_is_a_bracket_and_a_year_or_a_blank_is_none() {
        let script = Script::of("中青发〔2026〕3号，支部34个〔含境外2个〕，〔人数〕名");
        assert_eq!(script.string(0..script.len()), "中青发〔2026〕3号，支部34个（含境外2个），〔人数〕名");
    }

    #[test]
    fn forms_of_one_character_read_alike_and_lead_back() {
        let text = "共 １２ 個(其中1,200人, 團區(qū)委)";
        let script = Script::of(text);
        assert_eq!(script.string(0..script.len()), "共12个（其中1,200人，团区委）");
        let at = script.find(0..script.len(), "12个").unwrap();
        assert_eq!(&text[script.bytes(at..at + 3)], "１２ 個");
        assert!(script.at(at, "12个") && script.ends(at, "共"));
    }
}
