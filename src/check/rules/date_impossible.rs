//! # What it does
//! Finds a date that no calendar has.
//! # Why it is bad
//! The event has another date, and nobody knows which.
//! # Example
//! 6月31日召开会议。
//! # Use instead
//! 6月30日召开会议。

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};

/// The rule.
pub const RULE: Rule =
    Rule { name: "date-impossible", title: "日期不存在", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for date in &passage.reading.dates {
        let Some(month) = date.month.filter(|_| !date.named) else { continue };
        let year = date.year.or_else(|| {
            let reported = i32::from(passage.period?.year);
            reported.checked_add(date.shift.unwrap_or(0))
        });
        let message = if !(1..=12).contains(&month) {
            format!("一年没有{month}月，请核对日期。")
        } else {
            let Some(day) = date.day else { continue };
            let days = days_of(year, month);
            if (1..=days).contains(&day) {
                verdicts.agree(|| Agreement::new(RULE.name, date.range.clone(), [], "日历上有这一天"));
                continue;
            }
            match year {
                Some(year) if month == 2 => format!("{year}年2月只有{days}天，没有{day}日，请核对日期。"),
                _ => format!("{month}月只有{days}天，没有{day}日，请核对日期。"),
            }
        };
        let flaw = Flaw::new(RULE.name, date.range.clone(), message);
        verdicts.push(flaw.figures(passage.words(date.range.clone()), "日历上有的日期"));
    }
}

/// Days of a month; a February of an unknown year has its most.
fn days_of(year: Option<i32>, month: u32) -> u32 {
    match month {
        2 => match year {
            Some(year) if year % 4 != 0 || (year % 100 == 0 && year % 400 != 0) => 28,
            _ => 29,
        },
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_date_is_one_of_the_calendar() {
        wrong(
            "date-impossible",
            &[
                ("2月30日，举办座谈会。", "2月30日"),
                ("6月31日，召开推进会。", "6月31日"),
                ("4月31号开展植树活动。", "4月31号"),
                ("2026年2月29日，走访企业。", "2026年2月29日"),
                ("四月三十一日举办比赛。", "四月三十一日"),
                ("6月25日至31日开展宣传周活动。", "31日"),
                ("2026-04-31召开会议。", "2026-04-31"),
                ("5月0日开展活动。", "5月0日"),
            ],
        );
        right(&[
            "6月30日，召开推进会。",
            "2024年2月29日以来，工作有序推进。",
            "坚持“六一”前夕送温暖。",
            "历时13个月完成。",
            "服务15月龄以下婴幼儿家庭。",
        ]);
    }

    #[test]
    fn a_month_beyond_twelve_is_found() {
        wrong("date-impossible", &[("13月5日召开会议。", "13月5日")]);
    }
}
