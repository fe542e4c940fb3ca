//! Checks: a draft in, findings out. Rules never change a draft and never block an export.
//!
//! A rule is one file under `rules/` and one line in [`RULES`]. Most rules see one passage (a
//! field's text with its references expanded); what they say of it depends only on its words, its
//! section and the period, so that an answer can be kept until the words change. Rules over the
//! whole document see the values that all passages state; rules of the draft see the draft.

mod answer;
mod arithmetic;
mod block;
mod calendar;
#[cfg(test)]
mod cases;
mod change;
mod claim;
mod counted;
mod document;
mod evidence;
mod finding;
mod flaw;
mod likeness;
mod order;
mod passage;
mod prose;
mod read;
mod relation;
mod rules;
mod scope;
mod set_named;
mod split;
mod table;
mod texts;
mod title;
mod told;
mod verdict;

pub use document::{Cache, Field, Texts, check, check_with};
pub use evidence::{Basis, Evidence, Outcome, Tally, evidence, evidence_with};
pub use finding::{Explained, Finding, Fix, Severity};
pub use flaw::Flaw;
pub use passage::{Passage, Section};
pub use prose::{TextFinding, TextFix, agreements, check_text};
pub use rules::{BY_HAND, RULES, Rule, Scope, rule_name};
pub use split::{KeptBack, Split, ignored_place, split};
pub use verdict::{Agreement, Verdicts};
