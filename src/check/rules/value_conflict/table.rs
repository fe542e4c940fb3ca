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
pub struct Rows<'d>(HashMap<String, Row<'d>>);

#[derive(Clone, Copy)]
struct Row<'d> {
    indicator: &'d Arc<Indicator>,
    /// Without 万.
    unit: &'d str,
    /// The value in that unit.
    value: Option<Decimal>,
}

impl<'d> Rows<'d> {
    /// The rows of a draft. Where two have one name, the first counts.
    pub fn of(draft: &'d Draft) -> Self {
        let mut rows = HashMap::new();
        for indicator in draft.indicators.iter().filter(|it| !it.name.trim().is_empty()) {
            let (name, unit) = (indicator.name.trim(), indicator.unit.trim());
            let scaled = unit.strip_prefix('万');
            let scale = if scaled.is_some() { Decimal::from(10_000) } else { Decimal::ONE };
            let value = indicator.value.number().ok().flatten().and_then(|value| value.checked_mul(scale));
            let row = Row { indicator, unit: scaled.unwrap_or(unit), value };
            for name in [name.to_owned(), strip(name)] {
                rows.entry(name).or_insert(row);
            }
        }
        Self(rows)
    }
}

/// The indicator of the table that a value names, where the table says otherwise.
pub fn in_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<&'d Arc<Indicator>> {
    let (indicator, stated) = of_table(rows, value)?;
    let differs = stated != value.value;
    (differs && (value.whole || slip_of_the_pen(stated, value.value))).then_some(indicator)
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
    let row = rows.0.get(&value.name)?;
    let same_unit = row.unit.is_empty() || measure::compatible(row.unit, value.unit);
    let name_long = value.name.chars().count() >= 2;
    Some((row.indicator, row.value?)).filter(|_| name_long && same_unit)
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
