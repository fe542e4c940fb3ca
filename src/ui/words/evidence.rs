//! Words of the page of evidence 核对表, on the screen and on paper.

use super::words;
use crate::check::{Outcome, Tally};
use crate::text::Period;

words! {
    TITLE = "数据核对表" / "Page of evidence";
    OPEN_HINT = "逐项列出报告中的数据、核对依据和结果，可打印，供签发人审阅。按 F9 随时打开。" / "Every figure with its evidence, for the person who signs. F9 opens it.";
    BACK = "返回" / "Back";
    PRINT = "打印核对表" / "Print the table";
    EXPORT = "导出核对表（Word）" / "Export the table to Word";
    FILTER = "按结果筛选" / "Filter by result";
    ALL = "全部" / "All";
    NUMBER = "序号" / "No.";
    PLACE = "位置" / "Place";
    FIGURE = "数据" / "Figure";
    SUBJECT = "统计对象" / "What is counted";
    WHEN = "时间" / "Period";
    BASIS = "核对依据" / "Checked against";
    OUTCOME = "结果" / "Result";
    NO_BASIS = "未找到可核对的依据" / "Nothing to compare it with";
    EXPLAINED = "“相符”指与所列依据一致；“未核对”指文稿中没有可比对的依据，请对照原始台账。" / "Agrees: with what is named. Unchecked: look it up in the records.";
    NONE = "文稿里还没有数据。" / "There is no figure yet.";
    NONE_OF_IT = "没有这类数据。" / "None of this kind.";
    FILLED_IN = "填报人" / "Filled in by";
    CHECKED = "审核人" / "Checked by";
    SIGNED = "签发人" / "Signed by";
    DAY = "日期" / "Date";
}

/// 共 22 个数据：相符 18，不符 2，未核对 2
pub fn summary(tally: &Tally) -> String {
    let said = Outcome::ALL.into_iter().filter(|outcome| {
        // What needs confirming, or is let stand, is said only where there is any.
        !matches!(outcome, Outcome::Unsure | Outcome::Ignored) || tally.count(*outcome) > 0
    });
    let counts: Vec<String> =
        said.map(|outcome| format!("{} {}", outcome.label(), tally.count(outcome))).collect();
    format!("共 {} 个数据：{}", tally.all, counts.join("，"))
}

/// 相符 18
pub fn counted(word: &str, count: usize) -> String {
    format!("{word} {count}")
}

/// 单位：共青团云岭县委　　报告期：2026年上半年（表中“本期”指此期间）
pub fn head(unit: &str, period: Period) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!("单位：{unit}　　") };
    format!("{unit}报告期：{}（表中“本期”指此期间）", period.label())
}

/// 共青团云岭县委2026年上半年工作总结数据核对表
pub fn title(unit: &str, period: Period) -> String {
    format!("{unit}{}工作总结数据核对表", period.label())
}

/// 第2页 一、（一）第1段
pub fn on_page(page: usize, whereabouts: &str) -> String {
    format!("第{page}页 {whereabouts}")
}

/// 到 一、（一）第1段 的 1779人
pub fn go_to(whereabouts: &str, words: &str) -> String {
    format!("到 {whereabouts} 的 {words}")
}

/// 显示全部 812 行
pub fn show_all(count: usize) -> String {
    format!("显示全部 {count} 行")
}
