//! What two house styles have otherwise.

use super::{PageStyle, Setting, TextKind};

/// A setting that two house styles have otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// A number.
    Number(Setting),
    /// Font, size or weight of a kind of text.
    Face(TextKind),
    /// Place or dashes of the page number.
    PageNumber,
    /// How figures stand in tables.
    TableFigures,
}

impl PageStyle {
    /// What is set otherwise than in `other`.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let numbers = Setting::ALL.into_iter().filter(|it| it.stored(self) != it.stored(other));
        let faces = TextKind::ALL.into_iter().filter(|kind| self.face(*kind) != other.face(*kind));
        let mut found: Vec<Difference> =
            faces.map(Difference::Face).chain(numbers.map(Difference::Number)).collect();
        let number = self.page_number_at != other.page_number_at
            || self.page_number_dashes != other.page_number_dashes;
        found.extend(number.then_some(Difference::PageNumber));
        found.extend((self.centre_figures != other.centre_figures).then_some(Difference::TableFigures));
        found
    }
}
