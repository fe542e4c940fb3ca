//! Times as the screen says them, where the user is.

use crate::text::date::{self, Date};
use crate::ui::words::drafts as words;

/// `10:32`.
pub fn of_day(millis: u64) -> String {
    let time = local(millis);
    format!("{}:{:02}", time.get_hours(), time.get_minutes())
}

/// `今天 10:32`, `昨天 10:32`, `2026年7月1日`.
pub fn near(millis: u64, today: Date) -> String {
    match day(millis) {
        Some(day) if day == today => words::today(&of_day(millis)),
        Some(day) if Some(day) == today.yesterday().ok() => words::yesterday(&of_day(millis)),
        Some(day) => date::chinese(day),
        None => String::new(),
    }
}

/// `2026年7月1日 10:32`.
pub fn full(millis: u64) -> String {
    match day(millis) {
        Some(day) => format!("{} {}", date::chinese(day), of_day(millis)),
        None => String::new(),
    }
}

fn day(millis: u64) -> Option<Date> {
    let time = local(millis);
    let year = i16::try_from(time.get_full_year()).ok()?;
    let (month, day) = (time.get_month() + 1, time.get_date());
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn local(millis: u64) -> js_sys::Date {
    // Far below 2^53: no digit is lost.
    js_sys::Date::new(&(millis as f64).into())
}
