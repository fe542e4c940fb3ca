//! Words of the findings.

use super::words;
use crate::check::Severity;

words! {
    NOTHING = "没有发现问题。" / "Nothing found.";
    NOTHING_HELP = "边写边核对：合计、同比、前后不一致的数字和漏填的栏目会列在这里。" / "Checked while you write.";
    KEYS = "F8 下一处，Shift+F8 上一处" / "F8 next, Shift+F8 previous";
    LIST = "需要看一看的地方" / "What wants a look";
}

/// 2 处错误，1 处存疑
pub fn counts(errors: usize, warnings: usize, hints: usize) -> String {
    let counted = [(errors, Severity::Error), (warnings, Severity::Warning), (hints, Severity::Hint)];
    let said: Vec<String> = counted
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| format!("{count} 处{}", severity.label()))
        .collect();
    said.join("，")
}

/// 3 处待核对
pub fn to_look_at(count: usize) -> String {
    format!("{count} 处待核对")
}

/// 已修改：改为「截至」
pub fn fixed(label: &str) -> String {
    format!("已{label}。")
}

/// 第 2 处，共 5 处。1 + 1 = 2，文中为 3
pub fn nth(at: usize, of: usize, message: &str) -> String {
    format!("第 {at} 处，共 {of} 处。{message}")
}
