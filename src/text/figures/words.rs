//! A stretch of a text as rules read it.

use std::cell::OnceCell;
use std::fmt;
use std::ops::{Add, Deref, Range};

/// Words of a text, borrowed from its [`Script`](super::Script): a string in all that it does, with
/// a quicker [`contains`](Words::contains), because rules ask every label for dozens of words that
/// are not there.
pub struct Words<'s> {
    text: &'s str,
    chars: &'s [char],
    /// The letters of the stretches of the script in which the words stand.
    near: &'s [Letters],
    letters: OnceCell<Letters>,
}

impl<'s> Words<'s> {
    pub(super) fn new(text: &'s str, chars: &'s [char], near: &'s [Letters]) -> Self {
        Self { text, chars, near, letters: OnceCell::new() }
    }

    /// The words as a string.
    pub fn as_str(&self) -> &'s str {
        self.text
    }

    /// True when a word, a character or one of several characters stands in it.
    #[inline]
    pub fn contains(&self, sought: impl Sought) -> bool {
        sought.stands_in(self)
    }

    /// The byte at which it stands first.
    pub fn find(&self, sought: impl Sought) -> Option<usize> {
        sought.first_in(self).map(|found| found.start)
    }

    /// The byte at which it stands last.
    pub fn rfind(&self, sought: impl Sought) -> Option<usize> {
        sought.last_in(self).map(|found| found.start)
    }

    /// What stands before and behind its first place.
    pub fn split_once(&self, sought: impl Sought) -> Option<(&'s str, &'s str)> {
        let found = sought.first_in(self)?;
        Some((self.text.get(..found.start)?, self.text.get(found.end..)?))
    }

    #[inline]
    fn may_hold(&self, word: &str) -> bool {
        self.letters().may_hold(word)
    }

    #[inline]
    fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| match self.near {
            _ if self.chars.len() <= FEW => Letters::of(self.chars.iter().copied()),
            near => Letters::all(near),
        })
    }
}

/// True when one of `words` stands in a text that is no stretch of a script.
pub fn one_in(text: &str, words: &[&str]) -> bool {
    let letters = Letters::of(text.chars());
    words.iter().any(|word| letters.may_hold(word) && text.contains(word))
}

/// What can be looked for in [`Words`]: a word, a character, one of several characters.
pub trait Sought: Sized {
    /// True when it stands there.
    fn stands_in(self, words: &Words<'_>) -> bool;
    /// The bytes where it stands first.
    fn first_in(self, words: &Words<'_>) -> Option<Range<usize>>;
    /// The bytes where it stands last.
    fn last_in(self, words: &Words<'_>) -> Option<Range<usize>>;
}

impl Sought for &str {
    #[inline]
    fn stands_in(self, words: &Words<'_>) -> bool {
        self.is_empty() || words.may_hold(self) && find(words.chars, self).is_some()
    }

    fn first_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        let at = words.may_hold(self).then(|| words.text.find(self)).flatten()?;
        Some(at..at + self.len())
    }

    fn last_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        let at = words.may_hold(self).then(|| words.text.rfind(self)).flatten()?;
        Some(at..at + self.len())
    }
}

impl Sought for &&str {
    #[inline]
    fn stands_in(self, words: &Words<'_>) -> bool {
        (*self).stands_in(words)
    }

    fn first_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        (*self).first_in(words)
    }

    fn last_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        (*self).last_in(words)
    }
}

impl Sought for &String {
    fn stands_in(self, words: &Words<'_>) -> bool {
        self.as_str().stands_in(words)
    }

    fn first_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        self.as_str().first_in(words)
    }

    fn last_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        self.as_str().last_in(words)
    }
}

impl<const N: usize> Sought for [char; N] {
    #[inline]
    fn stands_in(self, words: &Words<'_>) -> bool {
        words.chars.iter().any(|c| self.contains(c))
    }

    fn first_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        let mut letters = words.text.char_indices();
        letters.find(|(_, c)| self.contains(c)).map(|(at, c)| at..at + c.len_utf8())
    }

    fn last_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        let mut letters = words.text.char_indices().rev();
        letters.find(|(_, c)| self.contains(c)).map(|(at, c)| at..at + c.len_utf8())
    }
}

impl Sought for char {
    #[inline]
    fn stands_in(self, words: &Words<'_>) -> bool {
        words.chars.contains(&self)
    }

    fn first_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        [self].first_in(words)
    }

    fn last_in(self, words: &Words<'_>) -> Option<Range<usize>> {
        [self].last_in(words)
    }
}

/// Where a word stands first among characters.
pub(super) fn find(chars: &[char], word: &str) -> Option<usize> {
    let mut letters = word.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    let mut from = 0;
    loop {
        let at = from + chars.get(from..)?.iter().position(|c| *c == first)?;
        if begins(&chars[at + 1..], rest) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// True when the characters begin with a word.
#[inline]
pub(super) fn begins(chars: &[char], word: &str) -> bool {
    let mut here = chars.iter();
    word.chars().all(|c| here.next() == Some(&c))
}

/// So few letters are gathered as quickly as the sets of their neighbourhood are joined.
const FEW: usize = 8;

/// Which letters stand in a stretch: a set that may hold too many, never too few.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters([u64; 8]);

impl Letters {
    fn all(sets: &[Self]) -> Self {
        let mut all = Self::default();
        for set in sets {
            for (row, other) in all.0.iter_mut().zip(set.0) {
                *row |= other;
            }
        }
        all
    }

    pub fn of(chars: impl Iterator<Item = char>) -> Self {
        let mut letters = Self([0; 8]);
        for c in chars {
            letters.0[(u32::from(c) >> 6) as usize & 7] |= 1 << (u32::from(c) & 63);
        }
        letters
    }

    /// False where a word's first two letters are not both in the set.
    #[inline]
    fn may_hold(&self, word: &str) -> bool {
        // Nearly all words are Chinese: three bytes a letter, the last two of which tell its place.
        if let [0xe0..=0xef, a, b, rest @ ..] = word.as_bytes() {
            let second = if let [0xe0..=0xef, c, d, ..] = rest { self.holds(*c, *d) } else { true };
            return self.holds(*a, *b) && second;
        }
        word.chars()
            .next()
            .is_none_or(|c| self.0[(u32::from(c) >> 6) as usize & 7] >> (u32::from(c) & 63) & 1 != 0)
    }

    #[inline]
    fn holds(&self, middle: u8, last: u8) -> bool {
        self.0[usize::from(middle & 7)] >> (last & 63) & 1 != 0
    }
}

impl Deref for Words<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text, f)
    }
}

impl PartialEq<str> for Words<'_> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Words<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl From<Words<'_>> for String {
    fn from(words: Words<'_>) -> Self {
        words.text.to_owned()
    }
}

impl Add<&str> for Words<'_> {
    type Output = String;

    fn add(self, behind: &str) -> String {
        self.text.to_owned() + behind
    }
}
