//! Numbers as they are typed into the settings of the page, in hundredths.

/// A typed number without what says nothing: full-width forms become narrow, spaces go.
pub(super) fn folded(typed: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        '．' | '。' => '.',
        _ => c,
    };
    typed.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// What may stand behind a number.
const UNITS: [&str; 9] = ["毫米", "mm", "MM", "磅", "pt", "字", "行", "个字", "字符"];

/// Reads a number of at most two decimals, with or without its unit, as hundredths.
pub(super) fn read(typed: &str) -> Option<i32> {
    let folded = folded(typed);
    let bare = UNITS
        .iter()
        .filter_map(|unit| folded.strip_suffix(unit))
        .min_by_key(|bare| bare.len())
        .unwrap_or(&folded);
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    let part: i32 = if part.is_empty() { 0 } else { format!("{part:0<2}").parse().ok()? };
    Some(whole * 100 + part)
}

/// Hundredths as they are written: 28, 28.5, 28.95.
pub(super) fn words(hundredths: i32) -> String {
    let (whole, part) = (hundredths / 100, (hundredths % 100).abs());
    let sign = if hundredths < 0 && whole == 0 { "-" } else { "" };
    match part {
        0 => format!("{sign}{whole}"),
        _ if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_units_and_in_any_width() {
        let cases = [
            ("28", Some(2800)),
            ("28.95", Some(2895)),
            ("２８．５磅", Some(2850)),
            (" 37 mm", Some(3700)),
            ("2个字", Some(200)),
            ("0", Some(0)),
            ("28.", Some(2800)),
            (".5", None),
            ("-3", None),
            ("28.955", None),
            ("999999", None),
            ("1e3", None),
            ("", None),
            ("磅", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(read(typed), expected, "{typed}");
        }
        for (hundredths, expected) in
            [(2800, "28"), (2850, "28.5"), (2895, "28.95"), (5, "0.05"), (-50, "-0.5")]
        {
            assert_eq!(words(hundredths), expected);
        }
    }
}
