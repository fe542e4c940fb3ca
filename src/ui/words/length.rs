//! Words of the length of a report.

use super::words;

words! {
    BY_PART = "各部分篇幅" / "Length by part";
    PART = "部分" / "Part";
    CHARACTERS = "字数" / "Characters";
    SHARE = "占比" / "Share";
    OPENING = "标题、主送和开头" / "Title, addressee and opening";
    ENDING = "结尾落款" / "Ending";
    WHOLE = "合计" / "Whole";
    HELP = "同 Word 的字数：汉字、标点各算一字，一串数字或字母算一字；不计表格和附件。" / "Counted as Word counts, without tables and attachments";
}

/// 3250 字
pub fn characters(count: usize) -> String {
    format!("{count} 字")
}

/// 上限 3000 字，超出 250 字
pub fn against(whole: usize, limit: u32) -> String {
    match whole.checked_sub(limit as usize) {
        Some(over) if over > 0 => format!("超过上限 {limit} 字，多 {over} 字"),
        _ => format!("上限 {limit} 字，还可写 {} 字", (limit as usize).saturating_sub(whole)),
    }
}
