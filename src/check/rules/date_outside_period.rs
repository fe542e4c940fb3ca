//! # What it does
//! Finds work done that is dated outside the reporting period, and plans dated in the past.
//! # Why it is bad
//! Either the date is wrong, or the event belongs in another report.
//! # Example
//! A January to June report: 7月18日组织青年马拉松志愿服务。
//! # Use instead
//! 6月18日组织青年马拉松志愿服务。

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{DateMention, TimePart};
use crate::text::{Period, Span};

/// The rule.
pub const RULE: Rule =
    Rule { name: "date-outside-period", title: "日期不在报告期内", scope: Scope::Passage(check) };

/// Words that place a date in the future or on a condition.
const AHEAD: &[&str] = &[
    "将",
    "拟",
    "计划",
    "预计",
    "确保",
    "力争",
    "争取",
    "下半年",
    "下一步",
    "下阶段",
    "筹备",
    "定于",
    "备战",
    "迎接",
    "喜迎",
    "庆祝",
    "有效期",
    "目标",
    "延长",
    "延至",
    "推迟",
    "待",
    "即将",
    "准备",
    "安排在",
    "前完成",
    "前建成",
    "前全部",
    "截至",
    "截止",
    "每年",
    "历年",
    "入学",
    "开学",
    "明年",
    "来年",
    "次年",
    "到期",
];

/// Words that place a date in the past on purpose.
const BACK: &[&str] = &[
    "以来",
    "去年",
    "上年",
    "前年",
    "往年",
    "同期",
    "较",
    "相比",
    "对比",
    "自",
    "起",
    "此前",
    "曾",
    "成立",
    "印发",
    "出台",
    "建成的",
    "启动的",
    "首次",
    "第一次",
    "年底",
    "年末",
    "历史",
    "出生",
    "始建",
    "创建于",
    "历时",
    "跨度",
    "至今",
    "从",
];

/// Words that say something took place.
const EVENTS: &[&str] = &[
    "举办", "召开", "开展", "组织", "联合", "走访", "慰问", "承办", "邀请", "参加", "举行", "承接", "发放",
    "赴", "启动", "完成", "带领", "主办", "协办", "集中", "深入", "建成", "选派", "评选", "表彰", "前往",
    "协助",
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let Some(period) = passage.period else { return };
    for (index, date) in passage.reading.dates.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|before| passage.reading.dates.get(before));
        let finding = match passage.section(date.range.start) {
            Section::Plan => planned(passage, period, date, previous, verdicts),
            Section::Done | Section::Experience | Section::Problems => {
                happened(passage, period, date, previous, verdicts)
            }
            _ => None,
        };
        verdicts.extend(finding);
    }
}

/// First and last month of a date, counted from the year 0; the year is the reported one where
/// none is written. `None` for a date without month or quarter.
fn months(period: Period, date: &DateMention, year: Option<i32>) -> Option<(i32, i32)> {
    let year = year.unwrap_or(i32::from(period.year) + date.shift.unwrap_or(0));
    let (first, last) = match (date.month, date.part) {
        (Some(month), _) => {
            let month = i32::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            (month, month)
        }
        (None, Some(TimePart::Quarter(quarter))) => {
            let last = i32::from(quarter) * 3;
            (last - 2, last)
        }
        _ => return None,
    };
    Some((year * 12 + first, year * 12 + last))
}

fn reported(period: Period) -> (i32, i32) {
    let (first, last) = match period.span {
        Span::FirstHalf => (1, 6),
        Span::SecondHalf => (7, 12),
        Span::WholeYear => (1, 12),
    };
    (i32::from(period.year) * 12 + first, i32::from(period.year) * 12 + last)
}

/// The year that a date without one takes over from the date before in its sentence.
fn carried(passage: &Passage, date: &DateMention, previous: Option<&DateMention>) -> Option<i32> {
    if date.year.is_some() {
        return date.year;
    }
    let before = previous.filter(|_| date.shift.is_none())?;
    let same = passage.sentence(date.range.start).contains(&before.range.start);
    before.year.filter(|_| same)
}

/// 3·5 is a day of this year where it is one of the known days; any other pair is a name.
fn known_day(date: &DateMention) -> bool {
    const DAYS: &[(u32, u32)] = &[
        (3, 5),
        (3, 8),
        (3, 12),
        (3, 15),
        (4, 15),
        (4, 26),
        (5, 4),
        (5, 12),
        (5, 25),
        (6, 1),
        (6, 5),
        (6, 26),
        (7, 1),
        (8, 1),
        (9, 18),
        (11, 9),
        (12, 1),
        (12, 2),
        (12, 4),
        (12, 5),
        (12, 9),
        (12, 13),
    ];
    date.month.zip(date.day).is_some_and(|day| DAYS.contains(&day))
}

fn happened(
    passage: &Passage,
    period: Period,
    date: &DateMention,
    previous: Option<&DateMention>,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    if date.named && !known_day(date) {
        return None;
    }
    let carried = carried(passage, date, previous);
    if carried.is_some() && date.year.is_none() {
        return None;
    }
    let (first, last) = months(period, date, carried)?;
    let (begin, end) = reported(period);
    if first <= end && last >= begin {
        verdicts.agree(|| {
            let words = format!("在报告期{}之内", period.label());
            Agreement::new(RULE.name, date.range.clone(), [], words)
        });
        return None;
    }
    let clause = passage.clause(date.range.start);
    let sentence = passage.sentence(date.range.start);
    let near = sentence.start.max(clause.start.saturating_sub(24))..clause.end;
    let script = passage.script();
    if passage.has(near.clone(), AHEAD) || passage.has(near.clone(), BACK) {
        return None;
    }
    // A date before the noun it belongs to, a deadline, a range over the turn of the year.
    if script.one_at(date.range.end, &["底前", "前", "之前", "的", "份的", "底的", "）"]).is_some()
        || date.range_end
        || date.shift.is_some_and(|shift| shift != 0)
        || matches!(script.before(date.range.start), Some('至' | '到' | '-' | '~' | '（' | '的' | '于') if !script.ends(date.range.start, "于") || carried.is_some())
        || (date.quoted && !date.named)
    {
        return None;
    }
    let event = sentence.start.max(clause.start)..sentence.end.min(clause.end + 40);
    let strict = date.year.is_some() || date.named || passage.section(date.range.start) != Section::Done;
    if strict && !passage.has(event, EVENTS) {
        return None;
    }
    let words = passage.words(date.range.clone());
    let message = format!("「{words}」不在报告期{}之内，请核对日期，或将此事移到别处。", period.label());
    Some(
        Flaw::new(RULE.name, date.range.clone(), message)
            .severity(Severity::Error)
            .figures(words, period.label()),
    )
}

fn planned(
    passage: &Passage,
    period: Period,
    date: &DateMention,
    previous: Option<&DateMention>,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let carried = carried(passage, date, previous);
    let (_, last) = months(period, date, carried)?;
    let (_, end) = reported(period);
    // After the second half or a whole year, a bare month is one of the year to come.
    let bare = carried.is_none() && date.shift.is_none();
    if last > end && !date.quoted {
        verdicts.agree(|| {
            let words = format!("在报告期{}之后", period.label());
            Agreement::new(RULE.name, date.range.clone(), [], words)
        });
    }
    if last > end || (bare && period.span != Span::FirstHalf) || date.named || date.quoted {
        return None;
    }
    let clause = passage.clause(date.range.start);
    let sentence = passage.sentence(date.range.start);
    let near = sentence.start.max(clause.start.saturating_sub(24))..clause.end;
    let looks_back = [
        "较",
        "截至",
        "截止",
        "以来",
        "上半年",
        "基础",
        "去年",
        "上年",
        "同期",
        "每年",
        "明年",
        "来年",
        "次年",
        "翌年",
        "已",
        "此前",
        "印发",
        "下发",
        "相比",
        "完成的",
        "开展的",
        "举办的",
        "启动的",
        "建成的",
        "根据",
        "按照",
        "落实",
        "巩固",
        "从",
        "自",
        "跨年",
    ];
    if passage.has(near, &looks_back)
        || passage.script().one_at(date.range.end, &["底的", "的", "份的", "以来"]).is_some()
    {
        return None;
    }
    let words = passage.words(date.range.clone());
    let message = format!("计划中的「{words}」在报告期{}结束之前，已经过去，请核对日期。", period.label());
    Some(Flaw::new(RULE.name, date.range.clone(), message).figures(words, format!("{}之后", period.label())))
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
