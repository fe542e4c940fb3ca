//! Two values that differ as a slip of the pen makes them differ.

use crate::check::arithmetic::plain;
use rust_decimal::Decimal;

/// As many digits, one of which differs.
pub(super) fn one_digit_apart(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (plain(one), plain(other));
    one.len() == other.len()
        && one.len() >= 2
        && one.chars().zip(other.chars()).filter(|(a, b)| a != b).count() == 1
}

/// Two digits swapped, or one digit of three or more mistyped.
pub(super) fn slip_of_the_pen(one: Decimal, other: Decimal) -> bool {
    let digits = |number: Decimal| plain(number).chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
    let (one, other) = (digits(one), digits(other));
    if one.len() != other.len() || one.len() < 2 {
        return false;
    }
    let differ = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    let (mut sorted_one, mut sorted_other) = (one.clone(), other.clone());
    sorted_one.sort_unstable();
    sorted_other.sort_unstable();
    (differ == 2 && sorted_one == sorted_other) || (differ == 1 && one.len() >= 3)
}

/// The printed digits of a value without zeros that say nothing, read once for many comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    digits: [u8; 16],
    length: usize,
}

impl Digits {
    /// Reads them; what is longer than any count of a report is cut.
    pub(super) fn of(value: Decimal) -> Self {
        let value = value.normalize();
        let (mut rest, mut digits, mut length) = (value.mantissa().unsigned_abs(), [0; 16], 0);
        while rest > 0 && length < digits.len() {
            if let Some(place) = digits.get_mut(length) {
                *place = (rest % 10) as u8;
            }
            rest /= 10;
            length += 1;
        }
        Self { digits, length }
    }

    /// From the last digit to the first.
    fn all(&self) -> &[u8] {
        self.digits.get(..self.length).unwrap_or_default()
    }

    /// What a slip makes of a value that is surely meant to be repeated: any two digits swapped,
    /// one digit mistyped, left out or doubled.
    pub(super) fn mistyped(&self, other: &Self) -> bool {
        let (short, long) = if self.length <= other.length { (self, other) } else { (other, self) };
        let (short, long) = (short.all(), long.all());
        if short.len() < 2 || long.len() > short.len() + 1 {
            return false;
        }
        if short.len() == long.len() {
            let mut differ = short.iter().zip(long).filter(|(one, other)| one != other);
            return match (differ.next(), differ.next(), differ.next()) {
                (Some(_), None, _) => true,
                (Some(one), Some(other), None) => one.0 == other.1 && one.1 == other.0,
                _ => false,
            };
        }
        let kept = |left: usize| long.iter().enumerate().filter(move |(at, _)| *at != left).map(|(_, it)| it);
        (0..long.len()).any(|left| kept(left).eq(short))
    }

    /// The same three digits or more in another order.
    pub(super) fn swapped(&self, other: &Self) -> bool {
        let sorted = |it: &Self| {
            let mut digits = it.digits;
            digits.get_mut(..it.length).unwrap_or_default().sort_unstable();
            digits
        };
        self.length >= 3 && self.length == other.length && sorted(self) == sorted(other)
    }
}
