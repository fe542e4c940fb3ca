//! Words with what they mean, found at a place of a text without trying each of them.

use super::script::Script;

/// One word: its first or last letter, itself, its length in letters, its meaning.
type Entry<T> = (char, &'static str, usize, T);

/// A list of words in the order in which they are tried.
pub struct Lexicon<T> {
    /// Letters under which words stand; most letters of a text are none of them.
    letters: [u64; 8],
    entries: Vec<Entry<T>>,
}

impl<T: Copy> Lexicon<T> {
    /// Words that are looked for by their first letter, with [`Lexicon::at`].
    pub fn beginning(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::by(words, |word| word.chars().next())
    }

    /// Words that are looked for by their last letter, with [`Lexicon::before`].
    pub fn ending(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::by(words, |word| word.chars().next_back())
    }

    fn by(words: impl IntoIterator<Item = (&'static str, T)>, letter: fn(&str) -> Option<char>) -> Self {
        let mut lexicon = Self { letters: [0; 8], entries: Vec::new() };
        for (word, meaning) in words {
            let Some(letter) = letter(word) else { continue };
            let (row, bit) = place(letter);
            lexicon.letters[row] |= bit;
            lexicon.entries.push((letter, word, word.chars().count(), meaning));
        }
        lexicon
    }

    /// The first word of the list that stands at a position: itself, its length in letters, its meaning.
    #[inline]
    pub fn at(&self, script: &Script, at: usize) -> Option<(&'static str, usize, T)> {
        let mut entries = self.under(script.get(at)?);
        entries.find(|(_, word, ..)| script.at(at, word)).map(|(_, word, length, it)| (*word, *length, *it))
    }

    /// The first word of the list that stands right before a position.
    #[inline]
    pub fn before(&self, script: &Script, at: usize) -> Option<(&'static str, usize, T)> {
        let mut entries = self.under(script.before(at)?);
        entries.find(|(_, word, ..)| script.ends(at, word)).map(|(_, word, length, it)| (*word, *length, *it))
    }

    #[inline]
    fn under(&self, letter: char) -> impl Iterator<Item = &Entry<T>> {
        let (row, bit) = place(letter);
        let entries = if self.letters[row] & bit == 0 { &[] } else { self.entries.as_slice() };
        entries.iter().filter(move |entry| entry.0 == letter)
    }
}

/// A letter's place among 512 bits.
#[inline]
fn place(c: char) -> (usize, u64) {
    ((u32::from(c) >> 6) as usize & 7, 1 << (u32::from(c) & 63))
}
