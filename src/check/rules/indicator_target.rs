//! # What it does
//! Finds a target, or a share of the target, in the prose that does not follow from the table.
//! # Why it is bad
//! 完成率 is what a superior looks at first.
//! # Example
//! 新建团组织12个，完成率45%, with the target 30 in the table
//! # Use instead
//! 新建团组织{新建团组织数}，完成率{新建团组织数:完成率}

use super::{Rule, Scope};
use crate::check::arithmetic::{plain, prints_as, rounded};
use crate::check::claim::{Claim, Said};
use crate::check::document::Texts;
use crate::check::finding::{Finding, Severity};
use crate::check::table::Row;
use crate::draft::{Column, Draft};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule {
        name: "indicator-target", title: "目标、完成率与指标表不符", scope: Scope::Draft(check)
    };

fn check(_: &Draft, texts: &Texts<'_>, findings: &mut Vec<Finding>) {
    for told in texts.told() {
        let Some(found) = told.found(texts) else { continue };
        let (name, stated) = (told.row.indicator.name.trim(), found.quote());
        let (severity, wrong) = match told.said {
            Said::Target { certain: true } => (Severity::Warning, target(&told.row, found.claim)),
            Said::Target { certain: false } => (Severity::Hint, target(&told.row, found.claim)),
            Said::Completion => (Severity::Warning, completion(&told.row, found.claim)),
            _ => continue,
        };
        let Some((expected, sum)) = wrong else { continue };
        let cells: &[Column] =
            if sum.is_some() { &[Column::Value, Column::Target] } else { &[Column::Target] };
        let message = match sum {
            Some(sum) => {
                format!("{sum} = {expected}，文中为 {stated}，请核对「{name}」的本期、目标和这里的数字。")
            }
            None => format!("「{name}」的目标在数据指标中是 {expected}，文中为 {stated}，请核对。"),
        };
        let finding = told.finding(texts, RULE.name, severity, cells, message);
        let stated = Some(stated.to_owned());
        findings.extend(finding.map(|it| Finding { stated, expected: Some(expected), ..it }));
    }
}

/// What was expected and the sum that gives it; `None` where all agrees.
fn target(row: &Row, claim: &Claim) -> Option<(String, Option<String>)> {
    let known = row.target?;
    if prints_as(known.low, known.high, &claim.figure) {
        return None;
    }
    let indicator = &row.indicator;
    Some((format!("{}{}", indicator.target.as_str().trim(), indicator.unit.trim()), None))
}

fn completion(row: &Row, claim: &Claim) -> Option<(String, Option<String>)> {
    let (fits, expected, sum) = share(row, claim)?;
    (!fits).then_some((expected, Some(sum)))
}

/// 12 ÷ 30 × 100% = 40%, where the text says so too.
pub(super) fn agreement(row: &Row, claim: &Claim) -> Option<String> {
    let (fits, expected, sum) = share(row, claim)?;
    fits.then(|| format!("{sum} = {expected}"))
}

/// Whether a stated completion fits, what was expected, and the sum that gives it.
fn share(row: &Row, claim: &Claim) -> Option<(bool, String, String)> {
    let (now, target) = (row.value?, row.target?);
    // A percentage of a percentage is said in more than one way.
    if row.is_percent() || target.low <= Decimal::ZERO || now.low < Decimal::ZERO {
        return None;
    }
    let share = |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let (low, high) = (share(now.low, target.high)?, share(now.high, target.low)?);
    let expected = format!("{}%", rounded(share(now.value, target.value)?, claim.figure.decimals.max(1)));
    let sum = format!("{} ÷ {} × 100%", plain(now.value), plain(target.value));
    Some((prints_as(low, high, &claim.figure), expected, sum))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::Severity;
    use crate::check::cases::{found_with_table, with_table};

    const ROWS: &[(&str, &str, &str, &str, &str)] = &[
        ("新建团组织数", "个", "12", "", "30"),
        ("新发展团员人数", "人", "326", "", "400"),
        ("就业见习岗位数", "个", "480", "", "450"),
        ("募集金额", "万元", "62.5", "", "50"),
        ("平均到会率", "%", "92.5", "", "95"),
        ("任务项数", "项", "20", "", ""),
        ("志愿者人数", "人", "350", "", ""),
        ("任务完成率", "%", "45", "", "100"),
    ];

    fn found(text: &str) -> Vec<(String, Severity)> {
        found_with_table(RULE.name, text, ROWS)
    }

    #[test]
    fn target_and_completion_are_the_tables() {
        let wrong = [
            ("新建团组织12个，完成率45%。", "45%"),
            ("新建团组织12个，完成全年目标的42%。", "42%"),
            ("新建团组织12个，完成年度目标任务的30%。", "30%"),
            ("发展团员326人，完成率达80%。", "80%"),
            ("就业见习岗位480个，完成目标的96%。", "96%"),
            ("募集金额62.5万元，完成率152%。", "152%"),
            ("新建团组织12个，年度目标36个。", "36个"),
            ("新建团组织年度目标为36个。", "36个"),
            ("发展团员326人（目标450人）。", "450人"),
            ("新建团组织完成全年目标的45%。", "45%"),
            ("共发展326名新团员，完成目标任务的83%。", "83%"),
            ("平均到会率92.5%，目标90%。", "90%"),
        ];
        let failed: Vec<_> = wrong
            .iter()
            .map(|(text, quote)| (text, found(text), vec![((*quote).to_owned(), Severity::Warning)]))
            .filter(|(_, is, should)| is != should)
            .collect();
        assert!(failed.is_empty(), "{failed:#?}");
        for text in ["年初计划新建团组织36个。", "新建团组织12个，全年任务36个。"] {
            assert!(matches!(found(text)[..], [(_, Severity::Hint)]), "{text}");
        }
    }

    #[test]
    fn what_agrees_or_is_of_another_target_is_left_alone() {
        let right = [
            "新建团组织12个，完成率40%。",
            "新建团组织12个，完成全年目标的40%。",
            "发展团员326人，完成率81.5%。",
            "发展团员326人，完成率82%。",
            "发展团员326人，完成率81%。",
            "就业见习岗位480个，完成率106.7%。",
            "就业见习岗位480个，完成率106.6%。",
            "募集金额62.5万元，完成率125%，超额完成全年任务。",
            "新建团组织12个，年度目标30个。",
            "年初计划新建团组织30个。",
            "新建团组织12个，完成率{新建团组织数:完成率}。",
            // Another span, another thing.
            "新建团组织12个，完成上半年任务的80%。",
            "新建团组织12个，完成阶段目标的80%。",
            "新建团组织12个，完成序时进度的80%。",
            "新建团组织12个，下半年计划再建18个。",
            "新建团组织12个，距目标还差18个。",
            "新建团组织12个，其中非公企业5个，完成率50%。",
            "新建团组织10个，完成率45%。",
            "发展团员326人、新建团组织12个，完成率45%。",
            "新建团组织12个，整改任务完成率95%。",
            "志愿者350人，完成率80%。",
            "城关镇新建团组织12个，完成率60%。",
            "平均到会率92.5%，完成率97.4%。",
            "任务完成率45%。",
            "任务20项。",
            "新建团组织12个，任务完成率45%。",
            "新建团组织12个，完成率约45%。",
            "下半年目标新建团组织18个。",
            "完成新建团组织目标36个中的12个。",
            "新建团组织12个，目标明确。",
        ];
        let failed: Vec<_> =
            right.iter().map(|text| (text, found(text))).filter(|(_, it)| !it.is_empty()).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }

    #[test]
    fn a_plan_has_targets_of_its_own() {
        let mut draft = with_table("", ROWS);
        draft.part_mut(crate::draft::PartKind::Plan).unwrap().text = "新建团组织年度目标为36个。".into();
        assert!(crate::check::check(&draft).iter().all(|it| it.rule != RULE.name));
    }
}
