//! Reporting periods: half a year or a whole one.

use super::date::Date;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Which part of the year a report covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// January to June.
    #[default]
    FirstHalf,
    /// July to December.
    SecondHalf,
    /// January to December.
    WholeYear,
}

/// The time that a report covers, for example the first half of 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// Calendar year.
    pub year: i16,
    /// Half, or whole.
    pub span: Span,
}

/// Reads a year as typed, also in the wide digits of a Chinese keyboard; `None` for what is no
/// year of a report.
pub fn read_year(typed: &str) -> Option<i16> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        _ => c,
    };
    let digits: String = typed.trim().trim_end_matches('年').chars().map(narrow).collect();
    digits.parse().ok().filter(|year| (1949..=2999).contains(year))
}

impl Period {
    /// The period that someone writing on `today` most likely reports on: from April to
    /// September the first half, otherwise the second half (of last year until March).
    pub fn likely(today: Date) -> Self {
        let (year, span) = match today.month() {
            1..=3 => (today.year().saturating_sub(1), Span::SecondHalf),
            4..=9 => (today.year(), Span::FirstHalf),
            _ => (today.year(), Span::SecondHalf),
        };
        Self { year, span }
    }

    /// As written in a title: `2026年上半年`, `2026年`.
    pub fn label(self) -> String {
        format!("{}年{}", self.year, self.half())
    }

    /// Without the year: `上半年`, `下半年`, and `全年` for a whole year.
    pub fn short(self) -> &'static str {
        match self.span {
            Span::WholeYear => "全年",
            _ => self.half(),
        }
    }

    fn half(self) -> &'static str {
        match self.span {
            Span::FirstHalf => "上半年",
            Span::SecondHalf => "下半年",
            Span::WholeYear => "",
        }
    }

    /// The period that the plan is for.
    pub fn next(self) -> Self {
        let following = self.year.saturating_add(1);
        match self.span {
            Span::FirstHalf => Self { year: self.year, span: Span::SecondHalf },
            Span::SecondHalf => Self { year: following, span: Span::FirstHalf },
            Span::WholeYear => Self { year: following, span: Span::WholeYear },
        }
    }

    /// The next period as it stands after this one in a title: the year only where it changes.
    pub fn next_label(self) -> String {
        match self.span {
            Span::FirstHalf => "下半年".to_owned(),
            _ => self.next().label(),
        }
    }

    /// First and last day. A year outside the calendar gives `None`.
    pub fn days(self) -> Option<(Date, Date)> {
        let (first, last) = match self.span {
            Span::FirstHalf => ((1, 1), (6, 30)),
            Span::SecondHalf => ((7, 1), (12, 31)),
            Span::WholeYear => ((1, 1), (12, 31)),
        };
        Some((Date::new(self.year, first.0, first.1).ok()?, Date::new(self.year, last.0, last.1).ok()?))
    }

    /// `2026H1`, `2026H2`, `2026`: the form of the command line.
    pub fn code(self) -> String {
        match self.span {
            Span::FirstHalf => format!("{}H1", self.year),
            Span::SecondHalf => format!("{}H2", self.year),
            Span::WholeYear => self.year.to_string(),
        }
    }
}

/// Said when a period code cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("「{0}」不是期间，请写成 2026H1（上半年）、2026H2（下半年）或 2026（全年）")]
pub struct PeriodError(String);

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(code: &str) -> Result<Self, PeriodError> {
        let (year, span) = match code.split_once(['H', 'h']) {
            Some((year, "1")) => (year, Span::FirstHalf),
            Some((year, "2")) => (year, Span::SecondHalf),
            None => (code, Span::WholeYear),
            Some(_) => return Err(PeriodError(code.to_owned())),
        };
        match year.parse() {
            Ok(year @ 1000..=9999) => Ok(Self { year, span }),
            _ => Err(PeriodError(code.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_in_wide_digits_too() {
        let read = ["2026", " ２０２７年", "20", "二〇二六", "9999"].map(read_year);
        assert_eq!(read, [Some(2026), Some(2027), None, None, None]);
    }

    #[test]
    fn the_plan_is_for_the_period_after_the_report() {
        let cases = [
            ("2026H1", "2026年上半年", "下半年"),
            ("2026H2", "2026年下半年", "2027年上半年"),
            ("2026", "2026年", "2027年"),
        ];
        for (code, label, next) in cases {
            let period: Period = code.parse().unwrap();
            assert_eq!((period.label().as_str(), period.next_label().as_str()), (label, next));
            assert_eq!(period.code(), code);
        }
        assert!("2026H3".parse::<Period>().is_err());
        assert!("近年".parse::<Period>().is_err());
    }
}
