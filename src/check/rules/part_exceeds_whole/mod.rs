//! # What it does
//! Finds a part that is larger than the whole it belongs to.
//! # Why it is bad
//! One of the two figures is wrong, or they were swapped.
//! # Example
//! 有团员的企业26家，其中已建团组织28家。
//! # Use instead
//! 有团员的企业26家，其中已建团组织24家。
//!
//! That one figure is a part of another is read from a set that is named again ([`subsets`]), from
//! its noun ([`nouns`]), from the stages of a process ([`stages`]), or from a time within a time
//! ([`times`]).

mod behind;
mod nouns;
mod stages;
mod subsets;
mod times;

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, row_sum};
use crate::check::set_named::set_named;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "part-exceeds-whole", title: "部分大于总体", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, part) in passage.mentions().iter().enumerate() {
        if !matches!(part.kind, Kind::Count) || part.quoted || part.range_start || part.range_end {
            continue;
        }
        if let Some(earlier) = behind::whole_behind(passage, index, part) {
            compare(passage, earlier, (index, part), part, verdicts);
            continue;
        }
        // Most figures have none of their kind before them, and then they are part of nothing.
        if !passage.earlier(index).any(|(at, it)| alike(it, part) || subsets::people(passage, at, index)) {
            let whole = nouns::named_again(passage, index, part)
                .or_else(|| stages::graduated(passage, index, part))
                .or_else(|| named_set(passage, index, part));
            if let Some(whole) = whole {
                compare(passage, part, whole, part, verdicts);
            }
            continue;
        }
        if let Some((at, whole)) = named_set(passage, index, part)
            .or_else(|| subsets::within_whole(passage, index, part))
            .or_else(|| subsets::chosen_from(passage, index, part))
            .or_else(|| stages::paired(passage, index, part))
            .or_else(|| nouns::narrowed(passage, index, part))
            .or_else(|| nouns::named_again(passage, index, part))
            .or_else(|| nouns::of_all(passage, index, part))
            .or_else(|| nouns::noun_narrowed(passage, index, part))
            .or_else(|| nouns::those_that(passage, index, part))
        {
            compare(passage, part, (at, whole), part, verdicts);
        } else if let Some((at, earlier, later_is_part)) = times::within_time(passage, index, part) {
            if later_is_part {
                compare(passage, part, (at, earlier), part, verdicts);
            } else {
                compare(passage, earlier, (index, part), part, verdicts);
            }
        }
    }
}

/// 限期整改119条，限期整改的隐患中已完成91条
fn named_set<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    // The name is sure, so that the figures may lie further apart: 119条 written as 191条.
    set_named(passage, index, part).filter(|(_, whole)| {
        stages::near(part, whole) || part.value <= whole.value.saturating_mul(Decimal::TWO)
    })
}

/// 收集35件，连同结转的9件，已办结41件: more than the whole was there.
fn with_more(passage: &Passage, at: usize, part: &Mention) -> bool {
    let Some(whole) = passage.mentions().get(at) else { return false };
    let between = whole.range.end..part.range.start.max(whole.range.end);
    let figures = passage.reading.within(between.clone());
    !figures.is_empty()
        && passage.has(between, &["连同", "加上", "结转", "遗留", "存量"])
        && passage.mentions().get(figures).is_some_and(|all| all.iter().any(|it| alike(it, part)))
}

/// Compares a part with its whole; the finding stands on `shown`, the later of the two.
fn compare(
    passage: &Passage,
    part: &Mention,
    (at, whole): (usize, &Mention),
    shown: &Mention,
    verdicts: &mut Verdicts,
) {
    if with_more(passage, at, part) {
        return;
    }
    let other = if shown.number == part.number { whole } else { part };
    // 机关30名、学校42名，其中女性46名: the whole is what the row adds up to.
    let row = row_sum(passage, at).filter(|sum| *sum > whole.value);
    if part.interval().0 <= whole.interval().1
        || part.value <= whole.value
        || row.is_some_and(|sum| part.value <= sum)
    {
        verdicts.agree(|| {
            let most =
                row.map_or_else(|| passage.shown(whole), |sum| format!("{}{}", plain(sum), whole.unit));
            let words = format!("{} ≤ {most}", passage.shown(part));
            Agreement::new(RULE.name, shown.range.clone(), [other.range.clone()], words)
        });
        return;
    }
    let message =
        format!("部分不能大于总体：{} 大于 {}，请核对两个数。", passage.shown(part), passage.shown(whole));
    let expected = if shown.number == part.number { "不超过" } else { "不少于" };
    verdicts.push(
        Flaw::new(RULE.name, shown.range.clone(), message)
            .figures(passage.shown(shown), format!("{expected}{}", passage.shown(other)))
            .related([other.range.clone()]),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_part_is_at_most_the_whole() {
        wrong(
            "part-exceeds-whole",
            &[
                ("有团员的企业26家,其中已建团组织28家。", "28家"),
                ("园区规模以上企业63家，其中已建立团组织的71家。", "71家"),
                ("416家规模以上企业中，已建团组织的为438家。", "438家"),
                ("应到代表150人，实到158人。", "158人"),
                ("发放问卷200份，收回有效问卷210份。", "210份"),
                ("排查问题27个，已整改31个。", "31个"),
                ("培训团干部120人次，其中村级团干部130人次。", "130人次"),
                ("支部共有党员23名，35岁以下青年党员有25名。", "25名"),
                ("全乡12个行政村里，建成活动室的有14个。", "14个"),
                ("参加练兵的青工175名，取得优秀等次的196名。", "196名"),
                ("团支部书记70人参加考试，74人合格。", "74人"),
                ("全乡十八个行政村，已有二十个村建起童心港湾。", "二十个村"),
                ("全市28所高校中，已有31所制定清单。", "31所"),
                ("12355热线转办个案53件，办结55件。", "55件"),
                ("发放纸质问卷300份，收回有效问卷312份。", "312份"),
                ("已有47个团支部完成换届，占全县45个团支部的绝大部分。", "45个"),
                ("当场整改60条，限期整改24条，限期整改的隐患中已完成29条。", "29条"),
                ("共56名新任团干部参加。结业测试中，59名学员成绩合格。", "59名"),
            ],
        );
        right(&[
            "新收集意见35件，连同去年结转的9件，已办结41件。",
            "已有41个团支部完成换届，占全县45个团支部的绝大部分。",
            "有团员的企业26家,其中已建团组织24家。",
            "举办培训12期，培训900余人次；其中团干部培训4期，培训260人次。",
            "建成青年之家8个，其中3个服务青年2600人次。",
            "岗位420个，报名大学生689人。",
            "现场参加活动80人，通过直播观看1200人。",
            "建立联合团支部12个，其中最大的覆盖企业30家。",
            "累计接听电话1046个，其中涉及亲子关系310个。",
            "集中走访企业20家，覆盖青年300人。",
        ]);
    }
}
