//! Comparing printed figures: what was printed stands for an interval, not for a point. Figures
//! are never below zero, so that only sums and products can pass what a [`Decimal`] holds.

use crate::text::figures::{Mention, Sense};
use rust_decimal::Decimal;

/// A number for reading: no trailing zeros, 万 where the figure was printed so.
pub(super) fn plain(number: Decimal) -> String {
    let number = number.normalize();
    if number.is_zero() { "0".to_owned() } else { number.to_string() }
}

/// A number beside a printed figure: in 万 where that was printed in 万.
pub(super) fn like(number: Decimal, printed: &Mention) -> String {
    if printed.scaled
        && printed.step < Decimal::from(10_000) * Decimal::ONE_HUNDRED
        && number >= Decimal::from(10_000)
    {
        return format!("{}万", plain(number / Decimal::from(10_000)));
    }
    plain(number)
}

/// Rounded to so many decimals for a message, half away from zero.
pub(super) fn rounded(number: Decimal, decimals: u32) -> String {
    plain(number.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
}

/// True when a computed interval, rounded or cut to the printed digits, can give what was printed.
pub(super) fn prints_as(low: Decimal, high: Decimal, printed: &Mention) -> bool {
    let half = printed.step / Decimal::TWO;
    let tiny = Decimal::new(1, 9);
    // Rounding gives up to half a step above the true value, cutting up to a whole step below it.
    printed.value.saturating_add(printed.step) > low && printed.value - half - tiny <= high
}

/// True when what was printed, its marks of approximation read as a reader takes them (近八成 is
/// more than seven tenths and hardly more than eight), can stand for a computed interval.
pub(super) fn admits(low: Decimal, high: Decimal, printed: &Mention) -> bool {
    if printed.marks.is_empty() {
        return prints_as(low, high, printed);
    }
    let value = printed.value;
    let tenths = printed.step >= Decimal::TEN;
    let wide = if tenths { Decimal::TEN } else { Decimal::from(5).max(value * Decimal::new(5, 2)) };
    let slack = if tenths { Decimal::TWO } else { Decimal::new(5, 1) };
    printed.marks.iter().all(|mark| match mark.sense {
        Sense::Below if matches!(mark.word, "不足" | "不到" | "未满") => low <= value + slack,
        Sense::Below => low <= value + slack && high >= value - wide,
        Sense::About => low <= value + wide && high >= value - wide,
        Sense::Above => high + Decimal::new(1, 1) >= value,
        Sense::AtMost => low <= value + slack,
        Sense::Some => true,
    })
}

/// True when a stated figure lies so near to the computed one that a slip of the pen is the likely
/// reason of their difference: within `reach`, with two digits swapped, or with the point moved. A
/// wildly different figure most often belongs to another relation.
pub(super) fn near_miss(stated: Decimal, computed: Decimal, reach: Decimal) -> bool {
    if (stated - computed).abs() <= reach {
        return true;
    }
    let digits = |number: Decimal| {
        let mut digits: Vec<u8> = number.normalize().to_string().bytes().filter(u8::is_ascii_digit).collect();
        while digits.first() == Some(&b'0') {
            digits.remove(0);
        }
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        digits
    };
    let (mut one, mut other) = (digits(stated), digits(computed));
    if one == other {
        return one.len() >= 2 || !one.is_empty() && stated > Decimal::TEN;
    }
    let size = one.len();
    one.sort_unstable();
    other.sort_unstable();
    size >= 2 && one == other && stated.trunc().to_string().len() == computed.trunc().to_string().len()
}

/// The middle of an interval.
pub(super) fn middle(low: Decimal, high: Decimal) -> Decimal {
    low.checked_add(high).map_or(high, |sum| sum / Decimal::TWO)
}

/// The quotient of two printed figures in percent, as an interval.
pub(super) fn share(part: &Mention, whole: &Mention) -> Option<(Decimal, Decimal)> {
    let (part_low, part_high) = part.interval();
    let (whole_low, whole_high) = whole.interval();
    let low = part_low.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole_high)?;
    let high = part_high.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole_low)?;
    let nominal = part.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.value)?;
    Some(likely(low, high, nominal, part.exact() && whole.exact()))
}

/// The change from one printed figure to another in percent of the first, as an interval of its size.
pub(super) fn change(from: &Mention, to: &Mention) -> Option<(Decimal, Decimal)> {
    let (from_low, from_high) = from.interval();
    let (to_low, to_high) = to.interval();
    let percent = |from: Decimal, to: Decimal| {
        to.checked_sub(from)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from)
    };
    let (one, other) = (percent(from_high, to_low)?.abs(), percent(from_low, to_high)?.abs());
    let nominal = percent(from.value, to.value)?.abs();
    Some(likely(one.min(other), one.max(other), nominal, from.exact() && to.exact()))
}

/// The interval without its outermost fifth on each side of the nominal value: that both figures
/// were rounded to the limit, and in opposite directions, is less likely than a slip.
fn likely(low: Decimal, high: Decimal, nominal: Decimal, exact: bool) -> (Decimal, Decimal) {
    if !exact || nominal < low || nominal > high {
        return (low, high);
    }
    let inner = |edge: Decimal| nominal + (edge - nominal) * Decimal::new(8, 1);
    (inner(low), inner(high))
}
