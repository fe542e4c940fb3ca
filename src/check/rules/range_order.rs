//! # What it does
//! Finds a range that runs backwards.
//! # Why it is bad
//! One of the two figures is wrong, or they were swapped.
//! # Example
//! 每个小组10至6人。
//! # Use instead
//! 每个小组6至10人。

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{DateMention, Kind, Mention};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule = Rule { name: "range-order", title: "范围颠倒", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for pair in passage.mentions().windows(2) {
        let [from, to] = pair else { continue };
        if from.range_start && to.range_end && backwards(passage, from, to) {
            let range = from.range.start..to.range.end;
            let words = passage.words(range.clone());
            verdicts.push(
                Flaw::new(RULE.name, range, format!("「{words}」前大后小，范围应从小到大写，请核对两个数。"))
                    .figures(words, format!("{}在前", passage.words(to.number.clone()))),
            );
        }
    }
    for pair in passage.reading.dates.windows(2) {
        let [from, to] = pair else { continue };
        if dates_backwards(passage, from, to) {
            let range = from.range.start..to.range.end;
            let words = passage.words(range.clone());
            verdicts.push(Flaw::new(RULE.name, range, format!("「{words}」起止颠倒，请核对日期。")));
        }
    }
}

fn backwards(passage: &Passage, from: &Mention, to: &Mention) -> bool {
    let script = passage.script();
    // 由8至5人, 从12到4件 is a change; 时 and 点 may run past midnight, 月 past New Year.
    let made_of = passage
        .has(to.range.end..to.range.end + 10, &["组成", "构成", "带队", "负责", "承担", "轮流", "之间"]);
    let changes = script.before(from.range.start).is_some_and(|c| matches!(c, '由' | '从' | '自'))
        && !made_of
        || passage.has(passage.clause(from.number.start).start..from.range.start, &["由", "从"])
            && script.one_at(from.range.end, &["降", "减"]).is_some();
    let unit = if to.unit.is_empty() { from.unit } else { to.unit };
    if !changes && matches!(unit, "时" | "点") {
        // 16时至14时 of a working day; 22时至6时 runs past midnight, 9点到5点 is told by twelve hours.
        let (first, last) = (from.value, to.value);
        let day = first > Decimal::from(12) && first < Decimal::from(20) && last > Decimal::from(6);
        return day && last < first && first <= Decimal::from(24);
    }
    // 500元至300元逐级递减 is told from above on purpose.
    let falls = passage.has(to.range.end..to.range.end + 6, &["递减", "逐级", "依次", "逐步"]);
    if changes
        || falls
        || matches!(unit, "" | "时" | "点" | "分" | "号" | "栋" | "幢" | "年")
        || to.kind == Kind::Ordinal
    {
        return false;
    }
    // 月 is read as no measure word, so that 11至3月 has no unit; 5至3万元 means 5万.
    let scaled = from.unit.is_empty() && to.scaled && !from.scaled;
    if scaled {
        return from.value < Decimal::TEN && to.step > Decimal::ZERO && {
            let factor = to.value.checked_div(to.step.max(Decimal::ONE)).unwrap_or(to.value);
            from.value > factor && to.decimals == 0
        };
    }
    from.value > to.value
}

fn dates_backwards(passage: &Passage, from: &DateMention, to: &DateMention) -> bool {
    let between = passage.words(from.range.end..to.range.start.max(from.range.end));
    if !matches!(between.as_str(), "至" | "到" | "-" | "--" | "~") || from.named || to.named {
        return false;
    }
    if let (Some(one), Some(other)) = (from.year, to.year)
        && one != other
    {
        return one > other && one - other < 50;
    }
    if to.shift.is_some() || (to.year.is_some() && from.year.is_none()) {
        return false;
    }
    match (from.month, to.month, from.day, to.day) {
        (Some(one), Some(other), Some(first), Some(last)) if one == other => first > last && last > 0,
        // One year for both leaves no other.
        (Some(one), Some(other), _, _) if from.year.is_some() && from.year == to.year => one > other,
        // 9月至次年6月 is a school year, 11月至3月 a winter; two months back within a year, or from
        // one day of the first half to an earlier one, is a slip.
        (Some(one), Some(other), Some(_), Some(_)) => {
            one > other && (one - other <= 2 && one <= 10 || one <= 6)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Section;
    use crate::check::cases::{right, right_in, wrong, wrong_in};

    #[test]
    fn a_range_runs_from_small_to_large() {
        wrong(
            "range-order",
            &[
                ("每个小组10至6人，深入村组。", "10至6人"),
                ("经费不足的支部占60%-40%。", "60%-40%"),
                ("每组八至五人。", "八至五人"),
                ("突击队由15至12人组成。", "15至12人"),
                ("服务35至14岁青少年。", "35至14岁"),
                ("6月20日至15日开展宣传周活动。", "6月20日至15日"),
                ("5月20日至4月25日开展调研。", "5月20日至4月25日"),
            ],
        );
        wrong_in("range-order", Section::Plan, &[("每场邀请80—50名青年。", "80—50名")]);
        right(&[
            "每个小组6至10人。",
            "投诉由12件降至4件。",
            "占40%-60%。",
            "人数由8至5人不等。",
            "4月29日至5月10日开展文化周活动。",
            "服务14至35周岁青年。",
        ]);
        right_in(Section::Plan, &["每天8时至次日2时值守。", "每年11月至3月开展暖冬行动。"]);
    }
}
