//! # What it does
//! Finds a value of the same period last year in the prose that differs from the table's.
//! # Why it is bad
//! Every change computed from it is wrong as well.
//! # Example
//! 去年同期团员人数1500人, with 1600 in the table
//! # Use instead
//! 去年同期团员人数{团员人数:去年同期}

use super::{Rule, Scope};
use crate::check::arithmetic::prints_as;
use crate::check::claim::Said;
use crate::check::document::Texts;
use crate::check::finding::{Finding, Severity};
use crate::draft::{Column, Draft};

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-last-year", title: "去年同期与指标表不符", scope: Scope::Draft(check) };

fn check(_: &Draft, texts: &Texts<'_>, findings: &mut Vec<Finding>) {
    for told in texts.told().iter().filter(|told| told.said == Said::LastYear) {
        let Some((found, known)) = told.found(texts).zip(told.row.last_year) else { continue };
        if prints_as(known.low, known.high, &found.claim.figure) {
            continue;
        }
        let indicator = &told.row.indicator;
        let (name, expected) = (
            indicator.name.trim(),
            format!("{}{}", indicator.last_year.as_str().trim(), indicator.unit.trim()),
        );
        let message =
            format!("「{name}」的去年同期数在数据指标中是 {expected}，文中为 {}，请核对。", found.quote());
        let finding = told.finding(texts, RULE.name, Severity::Warning, &[Column::LastYear], message);
        let stated = Some(found.quote().to_owned());
        findings.extend(finding.map(|it| Finding { stated, expected: Some(expected), ..it }));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::cases::table;

    const ROWS: &[(&str, &str, &str, &str, &str)] = &[
        ("团员人数", "人", "1779", "1600", ""),
        ("新发展团员人数", "人", "326", "291", ""),
        ("团支部数", "个", "128", "", ""),
        ("平均到会率", "%", "92.5", "88", ""),
        ("志愿服务时长", "小时", "12480", "11960", ""),
        ("志愿者人数", "万人", "1.2", "1.05", ""),
    ];

    fn found(text: &str) -> Vec<String> {
        let found = table(text, ROWS).into_iter().filter(|it| it.rule == RULE.name);
        found.map(|it| it.quote).collect()
    }

    #[test]
    fn last_years_value_is_the_tables() {
        let wrong = [
            ("去年同期团员人数1500人。", "1500人"),
            ("团员1779人，去年同期1660人。", "1660人"),
            ("团员1779人（去年同期为1610人）。", "1610人"),
            ("团员人数由去年同期的1601人增至1779人。", "1601人"),
            ("团员1779人，比上年同期的1500人有所增加。", "1500人"),
            ("上年同期，全县共有团员1500人。", "1500人"),
            ("2025年上半年发展团员219人。", "219人"),
            ("去年上半年，共发展219名新团员。", "219名"),
            ("平均到会率92.5%，去年同期85%。", "85%"),
            ("去年同期志愿服务时长11690小时。", "11690小时"),
            ("志愿者1.2万人，去年同期1.5万人。", "1.5万人"),
            ("志愿服务时长12480小时，去年同期1.3万小时。", "1.3万小时"),
        ];
        let failed: Vec<_> = wrong
            .iter()
            .map(|(text, quote)| (text, found(text), vec![(*quote).to_owned()]))
            .filter(|(_, is, should)| is != should)
            .collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }

    #[test]
    fn what_agrees_or_is_of_another_time_is_left_alone() {
        let right = [
            "去年同期团员人数1600人。",
            "团员1779人，去年同期1600人。",
            "团员1779人，较去年同期的1600人增加179人。",
            "团员人数由去年同期的1600人增至1779人。",
            "志愿服务时长12480小时，去年同期1.2万小时。",
            "志愿服务时长12480小时，去年同期1.19万小时。",
            "志愿者1.2万人，去年同期10500人。",
            "2025年上半年发展团员291人。",
            "去年团员人数1500人。",
            "2025年发展团员612人。",
            "去年底团员人数1500人。",
            "年初团员1500人。",
            "2024年上半年发展团员219人。",
            "去年同期女团员800人。",
            "去年同期城关镇团员300人。",
            "去年同期团员约1500人。",
            "去年同期团支部120个。",
            "团员1779人，较去年同期增加197人，增长15%。",
            "与去年同期相比，团员人数达1779人。",
            "与去年同期相比，新建团支部12个，团员1500人次参加。",
            "团员1779人参训，去年同期参训1500人。",
            "去年同期发放物资1500份，团员1779人。",
            "团员300人，去年同期200人。",
            "去年9月团员人数1500人。",
            "“去年同期团员1500人”。",
        ];
        let failed: Vec<_> =
            right.iter().map(|text| (text, found(text))).filter(|(_, it)| !it.is_empty()).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }
}
