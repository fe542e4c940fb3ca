//! A value in the prose against the table of indicators.

use super::name::strip;
use super::slip::slip_of_the_pen;
use super::{RULE, Stated};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::draft::{Draft, Indicator};
use crate::text::figures::measure;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::sync::Arc;

/// The rows of the table by the names that prose may give them; made once for all values.
pub struct Rows<'d>(HashMap<String, &'d Arc<Indicator>>);

impl<'d> Rows<'d> {
    /// The rows of a draft. Where two have one name, the first counts.
    pub fn of(draft: &'d Draft) -> Self {
        let mut rows = HashMap::new();
        for indicator in draft.indicators.iter().filter(|it| !it.name.trim().is_empty()) {
            let name = indicator.name.trim();
            for name in [name.to_owned(), strip(name)] {
                rows.entry(name).or_insert(indicator);
            }
        }
        Self(rows)
    }
}

/// The indicator of the table that a value names, where the table says otherwise.
pub fn in_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<&'d Arc<Indicator>> {
    let (indicator, stated) = of_table(rows, value)?;
    let surely = value.whole | slip_of_the_pen(stated, value.value);
    (surely && stated != value.value).then_some(indicator)
}

/// The indicator of the table that a value names and repeats.
pub fn as_in_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<&'d Arc<Indicator>> {
    of_table(rows, value).filter(|(_, stated)| *stated == value.value).map(|(indicator, _)| indicator)
}

/// The indicator of the table that a value names, with its value there.
fn of_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<(&'d Arc<Indicator>, Decimal)> {
    if !value.noun.is_empty() {
        return None;
    }
    let indicator = rows.0.get(&value.name)?;
    let unit = indicator.unit.trim();
    let unit = unit.strip_prefix('万').unwrap_or(unit);
    let stated = indicator.value.number().ok()??;
    let same_unit = unit.is_empty() || measure::compatible(unit, value.unit);
    let scaled = indicator.unit.trim().starts_with('万');
    let stated = if scaled { stated.checked_mul(Decimal::from(10_000))? } else { stated };
    let name_long = value.name.chars().count() >= 2;
    (name_long && same_unit).then_some((indicator, stated))
}

/// What is said of a value that the table has otherwise.
pub fn against_table(value: &Stated, indicator: &Indicator) -> Flaw {
    let table = indicator.with_unit();
    let name = indicator.name.trim();
    let message = format!(
        "「{name}」在数据指标中是 {table}，这里是 {}，请核对；用引用 {{{name}}} 可保持一致。",
        value.shown
    );
    Flaw::new(RULE.name, value.range.clone(), message)
        .severity(Severity::Warning)
        .figures(value.shown.clone(), table)
}
