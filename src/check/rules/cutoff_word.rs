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

/// Times that are no dates.
const TIMES: &[&str] = &[
    "目前",
    "日前",
    "当前",
    "现在",
    "今日",
    "今天",
    "昨日",
    "昨天",
    "此时",
    "此刻",
    "发稿",
    "本月",
    "本周",
    "本季",
    "本期",
    "本学期",
    "上月",
    "上周",
    "年底",
    "年末",
    "月底",
    "月末",
    "季末",
    "期末",
    "学期末",
    "报告期",
    "统计",
    "换届前",
    "会前",
    "活动结束",
    "活动开始",
    "活动闭幕",
];

/// What ends on a day, so that 截止 is its verb: 报名截止6月1日, 征文来稿截止5月20日.
const ENDING: &[&str] = &[
    "报名",
    "申报",
    "征集",
    "征文",
    "征稿",
    "投稿",
    "来稿",
    "收稿",
    "登记",
    "报送",
    "上报",
    "缴费",
    "活动",
    "投票",
    "受理",
    "时间",
    "日期",
    "期限",
    "申请",
    "提交",
    "有效期",
    "认领",
    "领取",
    "认购",
    "预约",
    "招募",
    "招聘",
    "评选",
    "参评",
    "收件",
    "交稿",
    "填报",
    "通道",
    "窗口",
    "作业",
    "公示",
    "回收",
    "审核",
    "注册",
    "办理",
    "选课",
    "募捐",
    "捐款",
    "竞价",
    "招标",
    "信访",
];

/// Words behind 截止 that make it a noun or an end by itself.
const NOUNS: &[&str] = &[
    "日期", "时间", "时点", "期", "线", "阀", "日为", "日是", "之日", "后", "前", "点", "到位", "了", "的",
    "受理",
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mut from = 0;
    while let Some(at) = script.find(from..script.len(), "截止") {
        // 截止到6月1日, 截止至6月1日
        let more = usize::from(matches!(script.get(at + 2), Some('到' | '至')));
        from = at + 2 + more;
        let clause = passage.clause(at);
        let ends_something = passage.has(clause.start.max(at.saturating_sub(14))..at, ENDING);
        let Some(end) = time_end(passage, clause.start..clause.end, from).filter(|_| !ends_something) else {
            continue;
        };
        verdicts.push(
            Flaw::new(RULE.name, at..end, "「截止」后面不接日期；表示到某一时间为止用「截至」。")
                .figures(passage.words(at..from).to_string(), "截至")
                .fix(at..from, "截至", "改为「截至」"),
        );
    }
}

/// The end of the time that begins at a position behind 截止.
fn time_end(passage: &Passage, clause: std::ops::Range<usize>, from: usize) -> Option<usize> {
    let script = passage.script();
    let date = passage.reading.dates_within(from..from + 1).first();
    if let Some(date) = date.filter(|date| date.range.start == from) {
        return Some(date.range.end);
    }
    if let Some(word) = script.one_at(from, TIMES) {
        return Some(from + word.chars().count());
    }
    // 截止6.30，
    let digits =
        (from..from + 5).take_while(|at| matches!(script.get(*at), Some('0'..='9' | '.' | '/'))).count();
    if digits >= 3
        && matches!(script.get(from + digits), Some('，'))
        && passage.has(from..from + digits, &[".", "/"])
    {
        return Some(from + digits);
    }
    // 截止第三届运动会闭幕，: a clause that says until when, and nothing else.
    let alone = matches!(
        script.before(from.checked_sub(2)?),
        None | Some('，' | '。' | '；' | '：' | '\n' | '（' | '）')
    ) && script.before(clause.end) == Some('，');
    let moment = script.one_before(
        clause.end - 1,
        &[
            "结束", "闭幕", "开幕", "为止", "时", "末", "底", "前", "前夕", "当日", "当天", "之际", "凌晨",
            "收官", "期满", "完成",
        ],
    );
    let short = (3..=20).contains(&(clause.end - 1).saturating_sub(from));
    (alone && short && moment.is_some() && script.one_at(from, NOUNS).is_none()).then(|| clause.end - 1)
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
                ("截止6.30，共有志愿者2.1万人。", "截止6.30"),
                ("截止活动结束，共收到作品316件。", "截止活动结束"),
                ("截止第六届运动会闭幕，共服务群众9000人次。", "截止第六届运动会闭幕"),
                ("团员3.2万名（数据截止6月25日）。", "截止6月25日"),
            ],
        );
        right(&[
            "截至6月15日，全市共有志愿者2.3万名。",
            "报名截止时间延长至3月4日。",
            "申报于6月1日截止。",
            "报名截止6月10日，请各单位抓紧。",
            "截止日期为6月30日。",
            "网上报名工作截止6月10日。",
            "征文来稿截止5月20日，共收到216篇。",
            "更换消防截止阀6只。",
        ]);
    }
}
