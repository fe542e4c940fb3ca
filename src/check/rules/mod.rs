//! The rules in the order in which they are listed. To add one: a file here with its table of
//! cases, its `mod` line, and its line in [`RULES`].

mod approx_contradiction;
mod attachment_empty;
mod attachment_untitled;
mod cutoff_word;
mod date_impossible;
mod date_outside_period;
mod decrease_by_times;
mod empty_item;
mod empty_part;
mod indicator_by_hand;
mod indicator_change;
mod indicator_duplicate;
mod indicator_jump;
mod indicator_last_year;
mod indicator_not_a_number;
mod indicator_share;
mod indicator_sum;
mod indicator_target;
mod list_count_mismatch;
mod missing_date;
mod missing_unit;
mod mixed_numerals;
mod part_exceeds_whole;
mod percent_out_of_range;
mod percent_vs_point;
mod period_mismatch;
mod placeholder;
mod product_mismatch;
mod range_order;
mod rate_mismatch;
mod sum_mismatch;
mod target_contradiction;
mod unit_missing;
mod unit_scale;
mod unknown_indicator;
pub(super) mod value_conflict;

use super::claim::{Claim, Said};
use super::document::Texts;
use super::finding::Finding;
use super::passage::Passage;
use super::told::Told;
use super::verdict::Verdicts;
use crate::draft::{Column, Draft};

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Scope {
    /// One passage at a time.
    Passage(fn(&Passage, &mut Verdicts)),
    /// The values that all passages state, collected.
    Document,
    /// The draft itself, with its texts expanded.
    Draft(fn(&Draft, &Texts<'_>, &mut Vec<Finding>)),
}

/// A rule: its name in findings, its name on the screen, and what it looks at.
#[derive(Clone, Copy)]
pub struct Rule {
    /// In kebab case.
    pub name: &'static str,
    /// For a clerk.
    pub title: &'static str,
    /// What it looks at, and the rule itself.
    pub scope: Scope,
}

/// All rules.
pub const RULES: &[Rule] = &[
    missing_unit::RULE,
    missing_date::RULE,
    attachment_untitled::RULE,
    attachment_empty::RULE,
    empty_part::RULE,
    empty_item::RULE,
    placeholder::RULE,
    unknown_indicator::RULE,
    indicator_not_a_number::RULE,
    indicator_duplicate::RULE,
    indicator_sum::RULE,
    indicator_share::RULE,
    indicator_jump::RULE,
    indicator_change::RULE,
    indicator_last_year::RULE,
    indicator_target::RULE,
    indicator_by_hand::RULE,
    sum_mismatch::RULE,
    part_exceeds_whole::RULE,
    product_mismatch::RULE,
    list_count_mismatch::RULE,
    rate_mismatch::RULE,
    percent_out_of_range::RULE,
    percent_vs_point::RULE,
    target_contradiction::RULE,
    value_conflict::RULE,
    date_impossible::RULE,
    date_outside_period::RULE,
    period_mismatch::RULE,
    cutoff_word::RULE,
    approx_contradiction::RULE,
    decrease_by_times::RULE,
    unit_missing::RULE,
    unit_scale::RULE,
    mixed_numerals::RULE,
    range_order::RULE,
];

/// In what a claim agrees with the row of the table that it is about, with the arithmetic; `None`
/// where it does not, or nothing can be compared.
pub(super) fn agreement_with_table(told: &Told, claim: &Claim) -> Option<String> {
    let row = &told.row;
    match told.said {
        Said::Value => row.confirms(Column::Value, claim),
        Said::LastYear => row.confirms(Column::LastYear, claim),
        Said::Target { .. } => row.confirms(Column::Target, claim),
        Said::Growth { .. } | Said::Difference { .. } => indicator_change::agreement(row, told.said, claim),
        Said::Completion => indicator_target::agreement(row, claim),
    }
}

/// The rule that offers a reference for a figure typed by hand; the table of figures lists what it
/// finds beside the references that are there.
pub const BY_HAND: &str = indicator_by_hand::RULE.name;

/// A rule's name on the screen; the name itself for a rule that is gone.
pub fn rule_name(rule: &str) -> &'static str {
    RULES.iter().find(|it| it.name == rule).map_or("其他", |it| it.title)
}
