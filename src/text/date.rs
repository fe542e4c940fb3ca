//! Calendar dates as reports write them.

/// A calendar date. The day's date always enters as an argument; nothing here asks a clock.
pub type Date = jiff::civil::Date;

/// 成文日期 as GB/T 9704—2012, 7.3.5.4 wants it: arabic, full year, no leading zero.
///
/// ```
/// use qinggao::text::date::{self, Date};
/// assert_eq!(date::chinese(Date::constant(2026, 7, 1)), "2026年7月1日");
/// ```
pub fn chinese(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// The same without the year, where the year goes without saying: `7月1日`.
pub fn short(date: Date) -> String {
    format!("{}月{}日", date.month(), date.day())
}

/// Reads `2026年7月1日`, `2026-07-01`, `2026/7/1` or `2026.7.1`; anything else is `None`.
pub fn parse(text: &str) -> Option<Date> {
    let mut numbers = text
        .trim()
        .trim_end_matches('日')
        .split(['年', '月', '-', '/', '.'])
        .map(|part| part.trim().parse::<i16>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Reads a date as [`parse`] does, and one without a year (`7月1日`, `7-1`) as of `year`.
pub fn parse_in(text: &str, year: i16) -> Option<Date> {
    parse(text).or_else(|| parse(&format!("{year}年{}", text.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_each_form_a_clerk_types() {
        let first_of_july = Date::constant(2026, 7, 1);
        for form in ["2026年7月1日", "2026-07-01", " 2026/7/1 ", "2026.7.1"] {
            assert_eq!(parse(form), Some(first_of_july), "{form}");
        }
        for wrong in ["", "7月1日", "2026-02-30", "2026-7-1-1", "去年"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_of_the_year_given() {
        for form in ["7月1日", "7-1", " 7.1 ", "2026年7月1日"] {
            assert_eq!(parse_in(form, 2026), Some(Date::constant(2026, 7, 1)), "{form}");
        }
        assert_eq!(parse_in("2025-7-1", 2026), Some(Date::constant(2025, 7, 1)));
        assert_eq!(parse_in("七月", 2026), None);
    }
}
