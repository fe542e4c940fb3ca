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

/// What a slip makes of a value that is surely meant to be repeated: any two digits swapped, one
/// digit mistyped, left out or doubled.
pub(super) fn mistyped(one: Decimal, other: Decimal) -> bool {
    let digits = |number: Decimal| plain(number).chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
    let (one, other) = (digits(one), digits(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() == long.len() {
        let differ: Vec<usize> = (0..short.len()).filter(|at| short.get(*at) != long.get(*at)).collect();
        let swapped = match differ[..] {
            [a, b] => short.get(a) == long.get(b) && short.get(b) == long.get(a),
            _ => false,
        };
        return short.len() >= 2 && (differ.len() == 1 || swapped);
    }
    let dropped =
        |at: usize| long.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, it)| it).eq(short);
    short.len() >= 2 && short.len() + 1 == long.len() && (0..long.len()).any(dropped)
}

/// The same three digits or more in another order.
pub(super) fn swapped(one: Decimal, other: Decimal) -> bool {
    let digits = |number: Decimal| {
        let mut digits: Vec<char> = plain(number).chars().filter(char::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    let (one, other) = (digits(one), digits(other));
    one.len() >= 3 && one == other
}
