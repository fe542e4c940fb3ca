//! A figure as a clerk types it into the table, and exact arithmetic on it.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What was typed into a cell. It is kept to the letter: a figure is read, never altered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Figure(String);

/// Said of a cell that holds something else than a number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("「{typed}」不是数字，请只填数字（如 1779、12.5、1.2万），单位填在「单位」栏")]
pub struct FigureError {
    /// What was typed.
    pub typed: String,
}

impl Figure {
    /// What was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The number that was typed: arabic or full-width digits, thousands separators, a decimal
    /// point, a sign, and 万 or 亿 behind it. `Ok(None)` when nothing was typed.
    pub fn number(&self) -> Result<Option<Decimal>, FigureError> {
        if self.is_blank() {
            return Ok(None);
        }
        read(&self.0).map(Some).ok_or_else(|| FigureError { typed: self.0.trim().to_owned() })
    }
}

impl From<&str> for Figure {
    fn from(typed: &str) -> Self {
        Self(typed.to_owned())
    }
}

impl From<String> for Figure {
    fn from(typed: String) -> Self {
        Self(typed)
    }
}

fn read(typed: &str) -> Option<Decimal> {
    let plain: String = typed.trim().chars().map(half_width).collect();
    let (digits, scale) = match plain.chars().last()? {
        '万' => (plain.strip_suffix('万')?, Decimal::from(10_000)),
        '亿' => (plain.strip_suffix('亿')?, Decimal::from(100_000_000)),
        _ => (plain.as_str(), Decimal::ONE),
    };
    let digits = digits.trim();
    let unsigned = digits.strip_prefix(['-', '+']).unwrap_or(digits);
    let whole = unsigned.split('.').next().unwrap_or_default();
    let grouped = !whole.contains(',')
        || whole.split(',').enumerate().all(|(place, group)| match place {
            0 => (1..=3).contains(&group.len()),
            _ => group.len() == 3,
        });
    let well_formed = grouped
        && unsigned.starts_with(|c: char| c.is_ascii_digit())
        && unsigned.ends_with(|c: char| c.is_ascii_digit())
        && unsigned.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    if !well_formed {
        return None;
    }
    Decimal::from_str(&digits.replace(',', "")).ok()?.checked_mul(scale)
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        '－' | '−' => '-',
        '＋' => '+',
        _ => c,
    }
}

/// `part / whole` in percent, as exact as [`Decimal`] goes; `None` when the whole is zero.
pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// A computed number for reading: one decimal place at most, rounded half away from zero as
/// offices round, no trailing zeros.
pub fn short(number: Decimal) -> String {
    let rounded = number.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    let rounded = rounded.normalize();
    if rounded.is_zero() { "0".to_owned() } else { rounded.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_is_read_in_each_form_a_clerk_types() {
        let cases = [
            ("1779", "1779"),
            (" 1,779 ", "1779"),
            ("１７７９", "1779"),
            ("12.50", "12.50"),
            ("1.2万", "12000.0"),
            ("-3", "-3"),
            ("2亿", "200000000"),
        ];
        for (typed, expected) in cases {
            assert_eq!(Figure::from(typed).number().unwrap().unwrap().to_string(), expected);
        }
        assert_eq!(Figure::from("  ").number(), Ok(None));
        for wrong in
            ["12a", "十二", "1.", ".5", "1,77", "1.2.3", "--1", "约300", "99999999999999999999999999999999"]
        {
            assert!(Figure::from(wrong).number().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_typed_text_is_a_number_or_an_error(typed in any::<String>()) {
            let _ = Figure::from(typed).number();
        }

        #[test]
        fn a_written_number_is_read_back(number in any::<i64>()) {
            let read = Figure::from(number.to_string()).number().unwrap().unwrap();
            prop_assert_eq!(read, Decimal::from(number));
        }
    }
}
