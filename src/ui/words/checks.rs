//! Words of the findings.

use super::words;

words! {
    ERROR = "错误" / "Error";
    WARNING = "存疑" / "Most likely wrong";
    HINT = "提示" / "Please confirm";
    NOTHING = "没有发现问题。" / "Nothing found.";
    NOTHING_HELP = "边写边核对：合计、同比、前后不一致的数字和漏填的栏目会列在这里。" / "Checked while you write.";
    KEYS = "F8 下一处，Shift+F8 上一处" / "F8 next, Shift+F8 previous";
    LIST = "需要看一看的地方" / "What wants a look";
}

/// Severities in the order of their weight.
pub fn severity(severity: crate::check::Severity) -> super::Word {
    match severity {
        crate::check::Severity::Error => ERROR,
        crate::check::Severity::Warning => WARNING,
        crate::check::Severity::Hint => HINT,
    }
}

/// 2 处错误，1 处存疑
pub fn counts(errors: usize, warnings: usize, hints: usize) -> String {
    let counted = [(errors, ERROR), (warnings, WARNING), (hints, HINT)];
    let said: Vec<String> = counted
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} 处{}", word.text()))
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
