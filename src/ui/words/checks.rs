//! Words of the findings.

use super::words;
use crate::check::{Finding, Severity, rule_name};

words! {
    NOTHING = "没有发现问题。" / "Nothing found.";
    NOTHING_LEFT = "没有待核对的地方。" / "Nothing to look at.";
    NOTHING_HELP = "边写边核对：合计、同比、前后不一致的数字和漏填的栏目会列在这里。" / "Checked while you write.";
    KEYS = "F8 下一处，Shift+F8 上一处，Alt+L 忽略" / "F8 next, Shift+F8 previous, Alt+L ignore";
    LIST = "需要看一看的地方" / "What wants a look";
    HINTS = "提示，请顺便确认" / "Hints: please confirm";
    AT_CARET = "光标处的核对结果" / "The finding at the caret";
    FIGURES = "相关数字" / "Figures that took part";
    GO_TO = "转到这个数字" / "Go to this figure";
    APPLY_FIX = "按 Alt+Enter 修改" / "Alt+Enter applies the fix";
    IGNORE_PLACE = "忽略此处" / "Ignore this one";
    IGNORE_PLACE_HELP = "只忽略这一处（Alt+L）；数字或文字改动后会重新核对" / "Ignores this one until its figures change";
    IGNORE_RULE = "忽略此类" / "Ignore all of this kind";
    IGNORE_NOTHING = "光标所在处没有核对结果可忽略。" / "There is no finding here to ignore.";
    IGNORED = "已忽略" / "Ignored";
    IGNORED_HELP = "随文稿保存。恢复后会重新列出，并在正文中标出。" / "Kept with the draft.";
    RESTORE = "恢复" / "Check again";
    FORGET = "移除" / "Remove";
    NOT_FOUND_NOW = "原处已经改动，这条忽略暂不起作用" / "The words are others now";
    ALL_OF_RULE = "整类忽略" / "All of this kind";
}

/// 2 处错误，1 处存疑
pub fn counts(errors: usize, warnings: usize) -> String {
    let counted = [(errors, Severity::Error), (warnings, Severity::Warning)];
    let said: Vec<String> = counted
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| format!("{count} 处{}", severity.label()))
        .collect();
    said.join("，")
}

/// 3 条提示
pub fn hints(count: usize) -> String {
    format!("{count} 条{}", Severity::Hint.label())
}

/// 已忽略 3 项
pub fn ignored(count: usize) -> String {
    format!("{} {count} 项", IGNORED.text())
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

/// 错误，合计不符：16 + 5 = 21，文中为 22，请核对。
pub fn read_out(finding: &Finding) -> String {
    format!("{}，{}：{}", finding.severity.label(), rule_name(&finding.rule), finding.message)
}

/// 等，另有 4 个
pub fn more_figures(count: usize) -> String {
    format!("等，另有 {count} 个")
}

/// What the button 忽略此类 does.
pub fn ignore_rule_help(rule: &str) -> String {
    format!("这份文稿不再核对「{rule}」（Alt+Shift+L）")
}

/// 已忽略一处「合计不符」：22个
pub fn ignored_place(rule: &str, quote: &str) -> String {
    match quote.trim() {
        "" => format!("已忽略一处「{rule}」。"),
        quote => format!("已忽略一处「{rule}」：{}", shortened(quote)),
    }
}

/// 已忽略「合计不符」这一类，共 3 处。
pub fn ignored_rule(rule: &str, count: usize) -> String {
    format!("已忽略「{rule}」这一类，共 {count} 处。")
}

/// 已恢复「合计不符」。
pub fn restored(rule: &str) -> String {
    format!("已恢复核对「{rule}」。")
}

/// 已移除一条不起作用的忽略。
pub fn forgotten(rule: &str) -> String {
    format!("已移除「{rule}」的一条忽略。")
}

/// The name of a button that takes an ignored rule or place back: 恢复「合计不符」
pub fn back_of(gone: bool, rule: &str) -> String {
    format!("{}「{rule}」", if gone { FORGET } else { RESTORE }.text())
}

/// 现有 3 处 of a rule that is switched off.
pub fn found_now(count: usize) -> String {
    match count {
        0 => "现在没有这类问题".to_owned(),
        _ => format!("现有 {count} 处"),
    }
}

/// Words of a report in a message of one line.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 20;
    let mut short: String = words.chars().take(LONGEST).collect();
    if words.chars().count() > LONGEST {
        short.push('…');
    }
    short
}
