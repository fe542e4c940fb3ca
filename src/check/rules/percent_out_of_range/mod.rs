//! # What it does
//! Finds a share, coverage or attendance above 100 %, and a fall of more than 100 %.
//! # Why it is bad
//! A part is never more than the whole. Growth, and completion of a target, may be.
//! # Example
//! 覆盖率达120%；流失数下降130%。
//! # Use instead
//! 覆盖率达100%。

mod words;

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mention, Sense};
use rust_decimal::Decimal;
use std::ops::Range;
use words::{FALLS, LEADING, MEMBERS, OPEN_RATES, OPEN_WORDS, RATIOS};

/// The rule.
pub const RULE: Rule =
    Rule { name: "percent-out-of-range", title: "百分比超出范围", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for mention in passage.mentions() {
        // 超过100% is more than the whole as well.
        let above = mention.value == Decimal::ONE_HUNDRED
            && mention.marks.iter().any(|mark| {
                mark.sense == Sense::Above && !matches!(mark.word, "不低于" | "不少于" | "至少" | "以上")
            });
        let over = mention.value > Decimal::ONE_HUNDRED || above;
        if mention.kind != Kind::Percent || !over || mention.quoted || mention.range_start {
            continue;
        }
        let clause = passage.clause(mention.number.start);
        let before = named(passage, clause.start..mention.range.start);
        let flaw = fall(passage, mention, before.clone())
            .filter(|_| !above)
            .or_else(|| share(passage, mention, clause.clone(), before))
            .or_else(|| members(passage, mention, clause));
        verdicts.extend(flaw);
    }
}

/// The words that name what the percentage is of. They may stand clauses before: 覆盖率稳步提升，达到104%;
/// 团员所占比例，一季度是91.5%，到二季度提到了100.8%.
fn named(passage: &Passage, before: Range<usize>) -> Range<usize> {
    let start = passage.sentence(before.end).start.max(before.end.saturating_sub(60));
    let mut from = before.start;
    for _ in 0..3 {
        let mut words = passage.words(from..before.end.min(passage.clause(from).end)).to_string();
        for leading in LEADING {
            if words.contains(leading) {
                words = words.replace(leading, "");
            }
        }
        let left = words.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '，' | '.' | '%')).count();
        let rate = words.contains(['率', '占']) || words.contains("比例") || words.contains("比重");
        if left > 2 || rate || from <= start {
            break;
        }
        from = passage.clause(from.saturating_sub(1)).start.max(start);
    }
    from..before.end
}

/// 覆盖率达120%
fn share(passage: &Passage, mention: &Mention, clause: Range<usize>, before: Range<usize>) -> Option<Flaw> {
    let words = passage.words(before.clone()).to_string();
    let names =
        ["率", "占", "比重", "比例", "满意度", "覆盖面", "参与度", "知晓度", "认可度", "支持度", "份额"];
    let at = names.iter().filter_map(|word| words.rfind(word)).max()?;
    let name = words[..at].to_owned() + "率";
    let behind = words.get(at..).unwrap_or_default();
    let near: String = name.chars().rev().take(9).collect::<Vec<_>>().into_iter().rev().collect();
    let near = near.rsplit(['，', '、', '；', '%']).next().unwrap_or_default();
    let open_rate =
        OPEN_RATES.iter().any(|rate| name.ends_with(rate)) || RATIOS.iter().any(|word| near.contains(word));
    let open = open_rate
        || OPEN_WORDS.iter().any(|word| behind.contains(word))
        || passage.script().one_at(mention.range.end, &["的目标", "的任务"]).is_some()
        || (behind.starts_with('占')
            && OPEN_WORDS.iter().any(|word| passage.words(clause.clone()).contains(word)));
    // 提高到, 提升至 lead to a value and are no growth.
    let reached = [
        "提高到",
        "提升到",
        "提升至",
        "提高至",
        "上升至",
        "上升到",
        "增长到",
        "增长至",
        "增加到",
        "提到",
        "升到",
        "升至",
    ]
    .iter()
    .any(|word| behind.contains(word));
    (!open || !open_rate && reached).then(|| told(passage, mention))
}

/// 有108%的受访青年; 覆盖全县115%的行政村
fn members(passage: &Passage, mention: &Mention, clause: Range<usize>) -> Option<Flaw> {
    let script = passage.script();
    (script.get(mention.range.end) == Some('的')).then_some(())?;
    let tail = mention.range.end + 1..(mention.range.end + 8).min(clause.end);
    if !passage.has(tail.clone(), MEMBERS)
        || passage.has(tail, &["增", "目标", "任务", "计划", "涨", "水平", "速度", "产能", "收益", "规模"])
        || passage.has(clause.start..mention.range.start, OPEN_WORDS)
        || passage.has(clause.start..mention.range.start, &["是", "为", "等于", "高达"])
    {
        return None;
    }
    Some(told(passage, mention))
}

fn told(passage: &Passage, mention: &Mention) -> Flaw {
    let shown = passage.shown(mention);
    let message = format!("占比、覆盖率一类的百分比最多是100%，文中为 {shown}，请核对。");
    Flaw::new(RULE.name, mention.range.clone(), message).figures(shown, "不超过100%")
}

fn fall(passage: &Passage, mention: &Mention, before: Range<usize>) -> Option<Flaw> {
    // 同比-120%
    let script = passage.script();
    if script.ends(before.end, "-")
        && script.one_before(before.end - 1, &["同比", "环比", "比", "，", "（", "率"]).is_some()
    {
        let shown = passage.shown(mention);
        let message = format!("下降最多是100%（降为零），文中为 -{shown}，请核对。");
        return Some(Flaw::new(RULE.name, mention.range.clone(), message).figures(shown, "不超过100%"));
    }
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
                ("团员所占比例，一季度是91.5%，到二季度就已经提到了100.8%。", "100.8%"),
                ("有108%的受访青年表示满意。", "108%"),
                ("团员到课率超过100%。", "超过100%"),
                ("女团员占全体团员的115%。", "115%"),
            ],
        );
        right(&[
            "服务人次同比增长160%。",
            "完成率125%，超额完成全年任务。",
            "完成年度目标的120%。",
            "是去年同期的130%。",
            "年末拨备覆盖率212.4%、流动性覆盖率143%，均高于监管要求。",
            "报名人数是计划数的135%，其中女青年占62%。",
            "覆盖率达到100%。",
            "参与率较去年提升120%。",
            "注册志愿者增长率达140%。",
        ]);
    }
}
