//! The counts in what cargo and Playwright report.

/// The passed tests of one summary line of `cargo test`, if it is one.
pub fn rust_line(line: &str) -> Option<usize> {
    let rest = line.strip_prefix("test result: ok. ")?;
    let (count, _) = rest.split_once(" passed")?;
    count.parse().ok()
}

/// The passed tests in a report of Playwright's JSON reporter.
pub fn playwright(report: &str) -> Option<usize> {
    // `expected` in the statistics is the count of tests that ended as they should; the word
    // stands elsewhere too, but the statistics come last.
    let (_, stats) = report.rsplit_once("\"stats\":")?;
    let (_, rest) = stats.split_once("\"expected\":")?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    rest[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_summary_counts() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(rust_line(line), Some(12));
        assert_eq!(rust_line("test numerals::full_width ... ok"), None);
    }

    #[test]
    fn the_statistics_are_read_and_not_a_title() {
        let report = r#"{"suites": [{"title": "\"expected\": 7", "status": "expected"}],
            "stats": {"duration": 3.1, "expected": 31, "skipped": 0, "unexpected": 0}}"#;
        assert_eq!(playwright(report), Some(31));
        assert_eq!(playwright("{}"), None);
    }
}
