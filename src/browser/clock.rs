//! The time, in the user's own time zone.

use jiff::civil::Date;

/// Milliseconds since 1970, for the time of a save.
pub fn now_millis() -> u64 {
    // Past 1970 and far below 2^53: no digit is lost.
    js_sys::Date::now().max(0.0) as u64
}

/// The day's date where the user is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).unwrap_or(1970);
    let month = i8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = i8::try_from(now.get_date()).unwrap_or(1);
    // A browser's clock can be set beyond the years that jiff knows.
    Date::new(year, month, day).unwrap_or(Date::constant(1970, 1, 1))
}

/// The time as RFC 3339 in UTC, in whole seconds: `2026-07-01T01:30:00Z`.
pub fn now_rfc3339() -> String {
    let with_millis = String::from(js_sys::Date::new_0().to_iso_string());
    match with_millis.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => with_millis,
    }
}
