//! A figure that points back to a set counted before, with another value: 54名 … 这45名.

use super::Stated;
use crate::check::counted::Counted;
use crate::text::figures::measure;
use rust_decimal::Decimal;
use std::collections::VecDeque;

/// How many values of a unit a later one may point back over.
const REACH: usize = 24;

/// The latest values of each unit.
#[derive(Default)]
pub(super) struct Recent<'v> {
    units: Vec<(&'v str, VecDeque<(usize, &'v Stated)>)>,
}

impl<'v> Recent<'v> {
    /// Remembers a value.
    pub(super) fn push(&mut self, place: usize, value: &'v Stated) {
        let at = self.units.iter().position(|(unit, _)| measure::compatible(unit, value.unit));
        let at = at.unwrap_or_else(|| {
            self.units.push((value.unit, VecDeque::new()));
            self.units.len() - 1
        });
        if let Some((_, values)) = self.units.get_mut(at) {
            if values.len() == REACH {
                values.pop_front();
            }
            values.push_back((place, value));
        }
    }

    /// True where a value was stated before, of whatever.
    pub(super) fn knows(&self, value: &Stated) -> bool {
        let values = self.units.iter().find(|(unit, _)| measure::compatible(unit, value.unit));
        values.is_some_and(|(_, values)| values.iter().any(|(_, it)| same(it, value)))
    }

    /// The value to which `later` points back and which it should repeat but does not.
    pub(super) fn mistaken(&self, later: &Stated) -> Option<usize> {
        // It may as well repeat another one.
        if !later.pointing || self.knows(later) {
            return None;
        }
        let (_, values) = self.units.iter().find(|(unit, _)| measure::compatible(unit, later.unit))?;
        let all = later.around.means_all();
        let close = |it: &Stated| all && it.around.tells_stock() && near(it, later);
        let known = |it: &Stated| it.standing && (slipped(it, later) || close(it));
        let mut slips = values.iter().rev().filter(|(_, it)| known(it)).peekable();
        // Hardly any two values look like slips of each other; only then are the words read.
        slips.peek()?;
        let counted = Counted::read(&later.around);
        let mut meant = slips.filter(|(_, it)| {
            let first = Counted::read(&it.around);
            let points = slipped(it, later) && counted.refers_to(&first, it.digits.swapped(&later.digits));
            (points || close(it) && counted.is_all_of_one_body(&first))
                && !later.around.in_row_with(&it.shown)
        });
        let (place, _) = meant.next()?;
        (!derived(values, later.value)).then_some(*place)
    }
}

/// True where two values are one as printed: 2.36万 and 23612.
fn same(one: &Stated, other: &Stated) -> bool {
    let step = one.step.max(other.step);
    one.value == other.value || one.step != other.step && (one.value - other.value).abs() < step
}

/// True where one value is the other with a slip of the pen.
fn slipped(one: &Stated, other: &Stated) -> bool {
    if one.value.is_zero() || other.value.is_zero() || same(one, other) {
        return false;
    }
    // Beside a rounded value the digits differ anyway; what is near is meant.
    let apart = (one.value - other.value).abs();
    let near = one.step != other.step && apart * Decimal::TEN <= one.value.max(other.value);
    near || one.digits.mistyped(&other.digits)
}

/// True where two values differ by less than a third.
fn near(one: &Stated, other: &Stated) -> bool {
    let apart = (one.value - other.value).abs();
    !apart.is_zero() && apart.saturating_mul(Decimal::from(3)) <= one.value.max(other.value)
}

/// True for a sum or a difference of two values before.
fn derived(values: &VecDeque<(usize, &Stated)>, value: Decimal) -> bool {
    let before: Vec<Decimal> = values.iter().rev().take(8).map(|(_, it)| it.value).collect();
    before.iter().enumerate().any(|(at, one)| {
        before
            .iter()
            .skip(at + 1)
            .any(|other| one.saturating_add(*other) == value || (one - other).abs() == value)
    })
}
