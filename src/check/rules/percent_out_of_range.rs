//! # What it does
//! Finds a share, coverage or attendance above 100 %, and a fall of more than 100 %.
//! # Why it is bad
//! A part is never more than the whole. Growth, and completion of a target, may be.
//! # Example
//! 覆盖率达120%；流失数下降130%。
//! # Use instead
//! 覆盖率达100%。

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "percent-out-of-range", title: "百分比超出范围", scope: Scope::Passage(check) };

/// Rates that may pass 100 %.
const OPEN_RATES: &[&str] = &[
    "增长率",
    "完成率",
    "达成率",
    "增速率",
    "周转率",
    "回报率",
    "收益率",
    "利用率",
    "负荷率",
    "环比",
    "增幅",
    "超额率",
    "兑换率",
    "转化率",
    "增收率",
    "使用率",
    "上座率",
    "效率",
    "频率",
    "执行率",
    "支出率",
];

/// Words of growth, comparison and targets in the same clause.
const OPEN_WORDS: &[&str] = &[
    "目标",
    "任务",
    "计划",
    "指标",
    "进度",
    "去年",
    "同期",
    "年初",
    "上年",
    "相当于",
    "翻番",
    "增长",
    "增加",
    "增幅",
    "提升",
    "上升",
    "提高了",
    "超额",
    "完成",
    "原来",
    "同比",
    "环比",
    "超出",
    "扩大",
    "预期",
];

const FALLS: &[&str] =
    &["下降", "减少", "降低", "降幅", "缩减", "压减", "下滑", "减幅", "压缩", "回落", "削减", "缩短", "跌幅"];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    for mention in passage.mentions() {
        if mention.kind != Kind::Percent || mention.value <= Decimal::ONE_HUNDRED || mention.quoted {
            continue;
        }
        let clause = passage.clause(mention.number.start);
        let before = clause.start..mention.range.start;
        // The subject may stand one clause before: 覆盖率稳步提升，达到104%.
        let reach = passage.words(before.clone());
        let continued =
            ["达", "达到", "为", "高达", "已达", "升至", "提高到", "提升至"].contains(&reach.as_str());
        let before =
            if continued { passage.clause(clause.start.saturating_sub(1)).start..before.end } else { before };
        if let Some(flaw) = fall(passage, mention, before.clone()) {
            verdicts.push(flaw);
            continue;
        }
        let words = passage.words(before.clone());
        let rate = words
            .rfind('率')
            .or_else(|| words.rfind('占'))
            .or_else(|| words.rfind("比重"))
            .or_else(|| words.rfind("比例"))
            .or_else(|| {
                let named = ["满意度", "覆盖面", "参与度", "知晓度", "认可度", "支持度", "份额"];
                named.iter().find_map(|word| words.rfind(word))
            });
        let Some(at) = rate else { continue };
        let named = words[..at].to_owned() + "率";
        let behind = words.get(at..).unwrap_or_default();
        let open = OPEN_RATES.iter().any(|rate| named.ends_with(rate))
            || OPEN_WORDS.iter().any(|word| behind.contains(word))
            || script.one_at(mention.range.end, &["的目标", "的任务"]).is_some()
            || (words[at..].starts_with('占')
                && OPEN_WORDS.iter().any(|word| passage.words(clause.clone()).contains(word)));
        // 提高到, 提升至 lead to a value and are no growth.
        let reached =
            ["提高到", "提升到", "提升至", "提高至", "上升至", "上升到", "增长到", "增长至", "增加到"]
                .iter()
                .any(|word| behind.contains(word));
        let open_rate = OPEN_RATES.iter().any(|rate| named.ends_with(rate));
        if open && (open_rate || !reached) {
            continue;
        }
        let shown = passage.shown(mention);
        verdicts.push(
            Flaw::new(
                RULE.name,
                mention.range.clone(),
                format!("占比、覆盖率一类的百分比最多是100%，文中为 {shown}，请核对。"),
            )
            .figures(shown, "不超过100%"),
        );
    }
}

fn fall(passage: &Passage, mention: &Mention, before: std::ops::Range<usize>) -> Option<Flaw> {
    let near = before.start.max(before.end.saturating_sub(6))..before.end;
    let words = passage.words(near.clone());
    let verb = FALLS.iter().find(|verb| {
        words.rfind(*verb).is_some_and(|at| {
            let behind = &words[at + verb.len()..];
            !behind.contains(['到', '至', '，', '、']) && !behind.contains("增")
        })
    })?;
    let shown = passage.shown(mention);
    let message = format!("{verb}最多是100%（降为零），文中为 {shown}，请核对。");
    Some(Flaw::new(RULE.name, mention.range.clone(), message).figures(shown, "不超过100%"))
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_share_is_at_most_the_whole() {
        wrong(
            "percent-out-of-range",
            &[
                ("规模以上企业团组织覆盖率达到104%。", "104%"),
                ("团员流失数较去年同期下降130%。", "130%"),
                ("会议到会率为108.5%。", "108.5%"),
                ("青年党员占比达百分之一百二十。", "百分之一百二十"),
                ("服务对象满意度达到102%。", "102%"),
                ("实践基地覆盖面达到106%。", "106%"),
                ("团支部整改率提高到110%。", "110%"),
                ("办理时限压缩了150%。", "150%"),
                ("女团员占全体团员的115%。", "115%"),
            ],
        );
        right(&[
            "服务人次同比增长160%。",
            "完成率125%，超额完成全年任务。",
            "完成年度目标的120%。",
            "是去年同期的130%。",
            "覆盖率达到100%。",
            "参与率较去年提升120%。",
            "注册志愿者增长率达140%。",
        ]);
    }
}
