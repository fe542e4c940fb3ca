//! What rules say of a passage: what is wrong, and, where it is asked for, what agrees.

use super::flaw::Flaw;
use std::ops::Range;

/// Figures that were compared and agree. Ranges are positions of characters of the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The rule's name.
    pub rule: &'static str,
    /// The figure that was compared.
    pub range: Range<usize>,
    /// The figures with which it was compared.
    pub related: Vec<Range<usize>>,
    /// The comparison in a clerk's words: 16 + 6 = 22.
    pub words: String,
}

/// Collects what rules say.
#[derive(Debug, Default)]
pub struct Verdicts {
    /// What is wrong.
    pub flaws: Vec<Flaw>,
    /// What agrees; stays empty unless asked for.
    pub agreements: Vec<Agreement>,
    with_agreements: bool,
}

impl Verdicts {
    /// A collection that keeps agreements as well.
    pub fn with_agreements() -> Self {
        Self { with_agreements: true, ..Self::default() }
    }

    /// Notes a flaw.
    pub fn push(&mut self, flaw: Flaw) {
        self.flaws.push(flaw);
    }

    /// Notes flaws.
    pub fn extend(&mut self, flaws: impl IntoIterator<Item = Flaw>) {
        self.flaws.extend(flaws);
    }

    /// Notes an agreement; `make` is called only where somebody asks for it, so that checking
    /// while typing does not pay for it.
    pub fn agree(&mut self, make: impl FnOnce() -> Agreement) {
        if self.with_agreements {
            self.agreements.push(make());
        }
    }
}
