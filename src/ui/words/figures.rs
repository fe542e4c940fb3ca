//! Words of the table of figures.

use super::words;

words! {
    HINT = "每个数字只在这里填一次。正文里输入 { 引用它，改这里，处处都改。" / "A figure is typed here once; prose refers to it with {.";
    PASTE_HINT = "可以从 Excel、WPS 复制几行，直接粘贴到表格里。" / "Rows copied from Excel or WPS can be pasted into the table.";
    CUTOFF_HINT = "截至日不填，就是本期最后一天。" / "Without a cut-off date the period's last day is meant.";
    KEYS_HINT = "Enter 到下一行，Ctrl+Enter 在下面添加，Alt+↑↓ 移动，Alt+Shift+→ 作为其中项，Alt+Enter 看出处，Alt+Delete 删除。" / "Keys of the table.";
    TABLE = "数据指标表" / "Table of figures";
    NAME = "名称" / "Name";
    UNIT = "单位" / "Unit";
    VALUE = "本期" / "This period";
    LAST_YEAR = "去年同期" / "Same period last year";
    TARGET = "目标" / "Target";
    CUTOFF = "截至" / "As of";
    OF_WHICH = "其中" / "Of which";
    GROWTH = "同比" / "Change on last year";
    COMPLETION = "完成率" / "Share of the target";
    TOOLS = "操作" / "Tools";
    UNNAMED = "未命名指标" / "Unnamed figure";
    NAME_EMPTY = "如：团员人数" / "For example, members";
    NAME_TWICE = "上面已有同名指标，正文引用的是上面那一行，请改一个名称。" / "The name stands above already; prose means that row.";
    NAME_BRACES = "名称里不能有 { 或 }，否则正文引用不到，请去掉。" / "No braces in a name: prose could not refer to it.";
    NOT_A_DATE = "这不是日期，请填如 2026年6月30日、2026-6-30 或 6月30日。" / "Not a date.";
    ADD = "添加指标" / "Add a figure";
    ADD_BELOW = "在下面添加" / "Add below";
    MOVE_UP = "上移" / "Move up";
    MOVE_DOWN = "下移" / "Move down";
    INDENT = "作为上一行的其中项" / "Make it a part of the row above";
    OUTDENT = "不作其中项" / "Take it out of the row above";
    REMOVE = "删除" / "Remove";
    COPY_REFERENCE = "复制引用" / "Copy the reference";
    SHOW_PLACES = "看出处" / "Show where it stands";
    REFERENCES = "正文引用" / "Referred to in the text";
    NO_REFERENCE = "正文还没有引用。在正文里输入 { 就能引用。" / "Not referred to yet.";
    BY_HAND = "正文手写" / "Typed by hand in the text";
    BY_HAND_HELP = "与表中数字相同，改为引用后版面不变。" / "Equal to the table; the page stays as it is.";
    REFER = "改为引用" / "Make it a reference";
    REFER_ALL = "全部改为引用" / "Make all of them references";
    CHART = "对比" / "Comparison";
    LEGEND = "条形" / "Bars";
    PASTE = "粘贴表格" / "Paste a table";
    PASTE_HELP = "在 Excel 或 WPS 里选中几行并复制，在下面粘贴。各列依次为：名称、单位、本期、去年同期、目标；没有单位列也可以。与表中同名的行会更新，其余的添加在后面。" / "Columns in order: name, unit, this period, last year, target.";
    PASTE_AREA = "表格内容" / "Rows of the table";
    PASTE_APPLY = "加入表格" / "Put into the table";
    PASTE_NOTHING = "还没有认出任何一行" / "No rows recognised yet";
    EMPTY = "还没有指标。" / "No figures yet.";
}

/// 团员人数 本期: the accessible name of a cell.
pub fn cell(name: &str, column: &str) -> String {
    format!("{name} {column}")
}

/// 团员人数：操作
pub fn tools_of(name: &str) -> String {
    format!("{name}：操作")
}

/// 团员人数：正文引用 3 处，手写 1 处
pub fn places(name: &str, references: usize, by_hand: usize) -> String {
    match by_hand {
        0 => format!("{name}：正文引用 {references} 处"),
        _ => format!("{name}：正文引用 {references} 处，手写 {by_hand} 处"),
    }
}

/// 第 2 段: an item that has no ordinal.
pub fn nth(at: usize) -> String {
    format!("第 {at} 段")
}

/// 本期 1779人，去年同期 1600人
pub fn chart(bars: &[(&str, String)]) -> String {
    bars.iter().map(|(word, figure)| format!("{word} {figure}")).collect::<Vec<_>>().join("，")
}

/// 已改为引用 2 处。
pub fn referred(count: usize) -> String {
    format!("已改为引用 {count} 处。")
}

/// 已删除指标「团员人数」。
pub fn removed(name: &str) -> String {
    format!("已删除指标「{name}」。")
}

/// 已粘贴 4 行。
pub fn pasted(count: usize) -> String {
    format!("已粘贴 {count} 行。")
}

/// 将写入 4 行
pub fn will_paste(count: usize) -> String {
    format!("将写入 {count} 行")
}

/// 已复制 {团员人数}，可粘贴到正文。
pub fn copied(reference: &str) -> String {
    format!("已复制 {reference}，可粘贴到正文。")
}

/// Said where the browser lets nothing be copied.
pub fn not_copied(reference: &str) -> String {
    format!("浏览器不允许复制。请在正文里直接输入 {reference}。")
}
