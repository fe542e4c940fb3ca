//! # What it does
//! Finds 截止 before a date.
//! # Why it is bad
//! 截止 is to end (报名于6月1日截止); up to a date is 截至.
//! # Example
//! 截止6月1日，共有团员1779人。
//! # Use instead
//! 截至6月1日，共有团员1779人。

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;

/// The rule.
pub const RULE: Rule = Rule { name: "cutoff-word", title: "截止与截至", scope: Scope::Passage(check) };

const TIMES: &[&str] = &[
    "目前", "日前", "当前", "现在", "今日", "今天", "此时", "发稿", "本月", "本周", "本季", "上月", "年底",
    "年末", "月底", "月末", "统计",
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mut from = 0;
    while let Some(at) = script.find(from..script.len(), "截止") {
        // 截止到6月1日, 截止至6月1日
        let more = usize::from(matches!(script.get(at + 2), Some('到' | '至')));
        from = at + 2 + more;
        // 报名截止6月1日, 征集截止6月1日: here it is the verb.
        let verb = script.one_before(
            at,
            &[
                "报名",
                "申报",
                "征集",
                "投稿",
                "登记",
                "报送",
                "缴费",
                "活动",
                "投票",
                "受理",
                "时间",
                "申请",
                "提交",
                "收稿",
                "有效期",
            ],
        );
        let dated =
            passage.reading.dates_within(from..from + 1).first().is_some_and(|date| date.range.start == from)
                || script.one_at(from, TIMES).is_some();
        if dated && verb.is_none() {
            let end =
                passage.reading.dates_within(from..from + 1).first().map_or(from + 2, |date| date.range.end);
            verdicts.push(
                Flaw::new(RULE.name, at..end, "「截止」后面不接日期；表示到某一时间为止用「截至」。")
                    .figures(passage.words(at..from), "截至")
                    .fix(at..from, "截至", "改为「截至」"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn up_to_a_date_is_written_with_the_right_word() {
        wrong(
            "cutoff-word",
            &[
                ("截止6月15日，全市共有志愿者2.3万名。", "截止6月15日"),
                ("截止目前，全校共有团支部96个。", "截止目前"),
                ("截止2026年上半年，已建成12个。", "截止2026年上半年"),
                ("截止 5 月底，完成换届。", "截止"),
                ("截止到5月底，换届全部完成。", "截止到5月底"),
                ("截止日前，工作全部完成。", "截止日前"),
            ],
        );
        right(&[
            "截至6月15日，全市共有志愿者2.3万名。",
            "报名截止时间延长至3月4日。",
            "申报于6月1日截止。",
            "报名截止6月10日，请各单位抓紧。",
            "截止日期为6月30日。",
        ]);
    }
}
