//! # What it does
//! Finds work done that is dated outside the reporting period, and plans dated in the past.
//! # Why it is bad
//! Either the date is wrong, or the event belongs in another report.
//! # Example
//! A January to June report: 7月18日组织青年马拉松志愿服务。
//! # Use instead
//! 6月18日组织青年马拉松志愿服务。

mod festival;
mod happened;
mod planned;
mod role;

use super::{Rule, Scope};
use crate::check::calendar;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::{Agreement, Verdicts};
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "date-outside-period", title: "日期不在报告期内", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let Some(period) = passage.period else { return };
    for time in calendar::times(passage, period) {
        if time.from.lunar {
            continue;
        }
        match passage.section() {
            Section::Plan => planned::check(passage, period, &time, verdicts),
            Section::Done | Section::Experience | Section::Problems => {
                happened::check(passage, period, &time, verdicts);
            }
            _ => {}
        }
    }
    festival::check(passage, period, verdicts);
}

fn agree(verdicts: &mut Verdicts, range: Range<usize>, words: impl FnOnce() -> String) {
    verdicts.agree(|| Agreement::new(RULE.name, range, [], words()));
}

#[cfg(test)]
mod tests {
    use crate::check::Section;
    use crate::check::cases::{right, right_in, wrong, wrong_in};

    #[test]
    fn work_done_lies_inside_the_period() {
        wrong(
            "date-outside-period",
            &[
                ("7月18日组织青年马拉松志愿服务。", "7月18日"),
                ("9月，举办团干部培训班2期。", "9月"),
                ("2025年5月12日，召开代表大会。", "2025年5月12日"),
                ("三季度组织团课48场。", "三季度"),
                ("围绕12·4国家宪法日开展宣传。", "12·4"),
            ],
        );
        right(&[
            "6月18日组织青年马拉松志愿服务。",
            "确保8月底前所有部门完成团支部建立。",
            "自2025年9月启动以来，累计服务青年300人。",
            "计划于9月举办歌手大赛。",
            "去年10月建成的驿站运行良好。",
            "截至7月5日，共收到回执60份。",
            "报名截止时间延长至7月4日。",
            "2025年9月印发的方案得到落实。",
            "3·5学雷锋纪念日期间，设立便民服务点12处。",
        ]);
    }

    #[test]
    fn a_plan_does_not_lie_in_the_past() {
        wrong_in(
            "date-outside-period",
            Section::Plan,
            &[
                ("于2026年4月底前建成县级青年驿站。", "2026年4月底前"),
                ("3月举办青年职业技能大赛。", "3月"),
                ("一季度完成换届。", "一季度"),
            ],
        );
        right_in(
            Section::Plan,
            &[
                "9月举办青年职业技能大赛。",
                "2027年1月前完成成果汇编。",
                "较6月底的1.2万人增加3000人以上。",
                "在3月调研基础上形成报告。",
                "明年3月开展学雷锋活动。",
            ],
        );
    }
}
