//! A row of the table with its figures in the unit that prose has.

use crate::check::arithmetic::prints_as;
use crate::check::claim::{Claim, Said};
use crate::draft::{Column, Figure, Indicator, IndicatorId};
use crate::text::figures::{Kind, measure};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A row with its figures in the unit that prose has (12000人 for 1.2 in 万人).
#[derive(Debug)]
pub struct Row {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Its unit without 万 and 亿; `%` for the full-width sign too.
    pub unit: String,
    /// 本期
    pub value: Option<Known>,
    /// 去年同期
    pub last_year: Option<Known>,
    /// 目标
    pub target: Option<Known>,
    /// Characters of its name without the word that says that it is counted.
    length: usize,
}

/// A figure of the table and the numbers that may stand behind it as it is rounded there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// As typed, in the unit that prose has.
    pub value: Decimal,
    /// The smallest.
    pub low: Decimal,
    /// The largest.
    pub high: Decimal,
}

impl Row {
    pub(super) fn of(indicator: &Arc<Indicator>, length: usize) -> Self {
        let unit = indicator.unit.trim();
        let (unit, scale) = match unit.chars().next() {
            Some('万') => (unit.strip_prefix('万').unwrap_or(unit), Decimal::from(10_000)),
            Some('亿') => (unit.strip_prefix('亿').unwrap_or(unit), Decimal::from(100_000_000)),
            _ => (unit, Decimal::ONE),
        };
        Self {
            indicator: Arc::clone(indicator),
            unit: unit.replace('％', "%"),
            value: known(&indicator.value, scale),
            last_year: known(&indicator.last_year, scale),
            target: known(&indicator.target, scale),
            length,
        }
    }

    /// True for a row of percentages.
    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// The row's own id and that of the row it is a part of.
    pub fn family(&self) -> (IndicatorId, Option<IndicatorId>) {
        (self.indicator.id, self.indicator.part_of)
    }

    /// True when a figure with so many digits can hardly be equal to the row's by chance.
    pub fn tells(&self, digits: usize) -> bool {
        digits >= 3 || (digits == 2 && self.length >= 3) || self.length >= 4
    }

    /// True when a claim has the unit that the row's figure, or its change or rate, has.
    pub(super) fn fits(&self, claim: &Claim, said: Said) -> bool {
        let (kind, unit) = (claim.figure.kind, claim.figure.unit);
        match said {
            Said::Growth { .. } if self.is_percent() => kind == Kind::Points,
            Said::Growth { .. } => kind == Kind::Percent,
            Said::Completion => kind == Kind::Percent,
            _ if self.is_percent() => kind == Kind::Percent,
            _ => kind == Kind::Count && (self.unit.is_empty() || measure::compatible(&self.unit, unit)),
        }
    }

    /// The figure of a column, and as it is typed.
    pub fn cell(&self, column: Column) -> (Option<Known>, &Figure) {
        match column {
            Column::LastYear => (self.last_year, &self.indicator.last_year),
            Column::Target => (self.target, &self.indicator.target),
            _ => (self.value, &self.indicator.value),
        }
    }

    /// 与数据指标「团员人数」的去年同期 1600人 一致, where a claim says what a column holds.
    pub fn confirms(&self, column: Column, claim: &Claim) -> Option<String> {
        let (known, typed) = self.cell(column);
        let known = known.filter(|known| prints_as(known.low, known.high, &claim.figure))?;
        let word = match column {
            Column::LastYear => "去年同期",
            Column::Target => "目标",
            // Rounding would hide a slip in the value itself.
            _ if known.value != claim.figure.value => return None,
            _ => "",
        };
        let (name, unit) = (self.indicator.name.trim(), self.indicator.unit.trim());
        Some(format!("与数据指标「{name}」的{word} {}{unit} 一致", typed.as_str().trim()))
    }
}

fn known(figure: &Figure, scale: Decimal) -> Option<Known> {
    let typed = figure.as_str().trim();
    let number = figure.number().ok().flatten()?;
    let value = number.checked_mul(scale)?;
    let decimals = typed
        .split(['.', '．'])
        .nth(1)
        .map_or(0, |rest| rest.chars().filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count());
    let grouped = match typed.chars().last() {
        Some('万') => Decimal::from(10_000),
        Some('亿') => Decimal::from(100_000_000),
        _ => Decimal::ONE,
    };
    let rounded = decimals > 0 || grouped != Decimal::ONE || scale != Decimal::ONE;
    let step = Decimal::new(1, u32::try_from(decimals).ok().filter(|it| *it <= 20)?);
    let half = step.checked_mul(grouped)?.checked_mul(scale)?.checked_div(Decimal::TWO)?;
    let half = if rounded { half } else { Decimal::ZERO };
    Some(Known { value, low: value.checked_sub(half)?, high: value.checked_add(half)? })
}
