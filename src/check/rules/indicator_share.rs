//! # What it does
//! Finds a share, coverage or attendance above 100 % in the table, and one below zero.
//! # Why it is bad
//! A part is never more than the whole. Growth, and completion of a target, may be.
//! # Example
//! 平均到会率 925 %
//! # Use instead
//! 平均到会率 92.5 %

use super::{Rule, Scope};
use crate::check::document::{Texts, at};
use crate::check::finding::{Finding, Severity};
use crate::draft::{Column, Draft, Place};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-share", title: "指标的百分比超出范围", scope: Scope::Draft(check) };

/// What a share is called.
const SHARES: &[&str] =
    &["率", "占比", "比重", "比例", "覆盖面", "满意度", "参与度", "知晓度", "认可度", "支持度"];

/// Rates that may pass 100 %, and those that may fall below zero.
const OPEN: &[&str] = &[
    "完成率",
    "达成率",
    "兑现率",
    "增长率",
    "增速",
    "增幅",
    "增收率",
    "周转率",
    "回报率",
    "收益率",
    "利用率",
    "使用率",
    "负荷率",
    "转化率",
    "上座率",
    "产出率",
    "执行率",
    "支出率",
    "频率",
    "效率",
    "超额率",
    "盈余率",
    "利润率",
    "变化率",
    "变动率",
    "净增率",
    "汇率",
    "倍率",
];

fn check(draft: &Draft, _: &Texts<'_>, findings: &mut Vec<Finding>) {
    for indicator in &draft.indicators {
        let name = indicator.name.trim();
        let bare = name.split(['（', '(']).next().unwrap_or(name).trim();
        let share = matches!(indicator.unit.trim(), "%" | "％")
            && SHARES.iter().any(|word| bare.ends_with(word))
            && !OPEN.iter().any(|word| bare.ends_with(word))
            && !["同比", "环比", "增长"].iter().any(|word| bare.contains(word));
        if !share {
            continue;
        }
        let cells = [
            (Column::Value, &indicator.value),
            (Column::LastYear, &indicator.last_year),
            (Column::Target, &indicator.target),
        ];
        for (column, figure) in cells {
            let Ok(Some(number)) = figure.number() else { continue };
            if (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&number) {
                continue;
            }
            let typed = figure.as_str();
            let (bound, expected) = if number < Decimal::ZERO {
                ("最小是", "不小于0%")
            } else {
                ("最多是", "不超过100%")
            };
            let limit = expected.trim_start_matches("不小于").trim_start_matches("不超过");
            let message =
                format!("「{name}」这样的占比{bound} {limit}，这里填的是 {}%，请核对。", typed.trim());
            let place = Place::Indicator(indicator.id, column);
            let mut finding = at(RULE.name, Severity::Error, place, typed, message);
            finding.range = 0..typed.len();
            finding.stated = Some(format!("{}%", typed.trim()));
            finding.expected = Some(expected.to_owned());
            findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::cases::table;

    #[test]
    fn a_share_of_the_table_is_at_most_the_whole() {
        let found = |name: &str, unit: &str, value: &str| {
            let rows = [(name, unit, value, "", "")];
            table("", &rows).iter().filter(|it| it.rule == RULE.name).count()
        };
        let wrong = [
            ("平均到会率", "%", "925"),
            ("团组织覆盖率", "%", "100.1"),
            ("团学比例", "%", "300"),
            ("青年职工占比", "%", "145"),
            ("满意度", "%", "101"),
            ("整改率", "％", "1,000"),
            ("参学率", "%", "-5"),
            ("团费收缴率", " % ", "102"),
            ("青年志愿者参与度", "%", "１２０"),
            ("女团员比重", "%", "1.2万"),
            ("两新组织覆盖面", "%", "104"),
            ("到课率（平均）", "%", "108"),
        ];
        let right = [
            ("平均到会率", "%", "100"),
            ("平均到会率", "%", "0"),
            ("平均到会率", "%", "92.5"),
            ("平均到会率", "%", ""),
            ("平均到会率", "%", "12a"),
            ("平均到会率", "人", "925"),
            ("任务完成率", "%", "125"),
            ("目标达成率", "%", "130"),
            ("粉丝增长率", "%", "240"),
            ("粉丝增长率", "%", "-12"),
            ("就业见习岗位利用率", "%", "108"),
            ("志愿者人数", "%", "350"),
            ("办公效率", "%", "120"),
            ("同比增长比例", "%", "160"),
            ("经费执行率", "%", "103"),
            ("升学人数", "%", "120"),
            ("到会率", "", "120"),
        ];
        for (name, unit, value) in wrong {
            assert_eq!(found(name, unit, value), 1, "{name} {value}{unit}");
        }
        for (name, unit, value) in right {
            assert_eq!(found(name, unit, value), 0, "{name} {value}{unit}");
        }
    }

    #[test]
    fn every_cell_of_a_share_is_looked_at() {
        let found = table("", &[("到会率", "%", "92", "109", "110")]);
        let columns: Vec<Place> = found.iter().filter(|it| it.rule == RULE.name).map(|it| it.place).collect();
        let cell = |column| Place::Indicator(crate::draft::IndicatorId(1), column);
        assert_eq!(columns, [cell(Column::LastYear), cell(Column::Target)]);
    }
}
