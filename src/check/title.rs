//! The period that a text names in its own title.

use crate::text::figures::{Reading, TimePart};
use crate::text::{Period, Span};

/// Words that end the title of a report.
const REPORTS: &[&str] = &["总结", "报告", "汇报", "情况"];

/// How many lines a title may stand over.
const LINES: usize = 3;

/// The period reported on, from a title such as 团县委2026年上半年工作总结及下半年工作计划 over a
/// text. `None` where no title names one, or the text is a single line.
pub(super) fn period_of_title(text: &str) -> Option<Period> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let title = lines.by_ref().take(LINES).find(|line| is_title(line))?;
    lines.next()?;
    let reading = Reading::of(title);
    let date = reading.dates.iter().find(|date| date.year.is_some() && date.month.is_none())?;
    let span = match date.part {
        Some(TimePart::FirstHalf) => Span::FirstHalf,
        Some(TimePart::SecondHalf) => Span::SecondHalf,
        // A bare year may head the report of a half as well.
        _ => return None,
    };
    Some(Period { year: i16::try_from(date.year?).ok()?, span })
}

fn is_title(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() <= 60
        && !line.contains(['，', '。', ',', '；'])
        && REPORTS.iter().any(|word| line.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Section, check_text};

    #[test]
    fn a_text_of_unknown_period_is_held_against_its_own_title() {
        let text =
            "共青团云岭县委员会2026年上半年工作总结\n2025年上半年，团县委紧扣中心工作，现将情况总结如下。";
        let found = check_text(text, None, Section::Done);
        assert!(found.iter().any(|it| it.kind == "period-mismatch" && it.quote.contains("2025年上半年")));
    }

    #[test]
    fn only_a_title_over_a_text_names_its_period() {
        let period = |text: &str| period_of_title(text).map(Period::code);
        assert_eq!(period("2026年下半年工作总结\n正文。").as_deref(), Some("2026H2"));
        assert_eq!(period("云岭县团委\n2026年上半年工作报告\n正文。").as_deref(), Some("2026H1"));
        assert_eq!(period("2026年工作总结\n上半年，我委开展活动。"), None);
        assert_eq!(period("2026年上半年工作总结"), None);
        assert_eq!(period("2026年上半年，我委总结经验。\n正文。"), None);
        assert_eq!(period("2026年工作要点\n正文。"), None);
        assert_eq!(period(""), None);
    }
}
