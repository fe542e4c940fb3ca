//! Words of the step 核对导出.

use super::words;

words! {
    EXPORT = "导出 Word" / "Export to Word";
    EXPORTING = "正在生成 Word 文件……" / "Writing the Word file";
    AGAIN = "重试" / "Try again";
    BACKUP_HINT = "备份可在另一台电脑上打开继续写。" / "A backup opens on another computer.";
    COPY_TEXT = "复制纯文本" / "Copy as plain text";
    SAVE_TEXT = "下载纯文本" / "Download as plain text";
    SAVE_MARKDOWN = "下载 Markdown" / "Download as Markdown";
    COPIED = "全文已复制，可粘贴到邮件或聊天窗口。" / "The whole text is copied.";
    COPY_BY_HAND = "全文" / "The whole text";
    COPY_BY_HAND_HELP = "浏览器不允许网页复制。文字已全部选中，请按 Ctrl+C。" / "Press Ctrl+C.";
    PRINT = "打印" / "Print";
    NOT_BLOCKED = "有问题也可以导出，请自行把握。" / "Nothing blocks the export.";
    SHEET = "成文情况" / "The document";
    FILE = "文件名" / "File name";
    LENGTH = "篇幅" / "Length";
    SEAL = "印章" / "Seal";
    SEAL_YES = "加盖，已留位置" / "Yes, room is left";
    SEAL_NO = "不加盖" / "No";
    CHANGE = "修改" / "Change";
}

/// 12 页
pub fn pages(pages: usize) -> String {
    format!("{pages} 页")
}

/// 已导出「….docx」，请在浏览器的下载列表里打开。
pub fn exported(name: &str) -> String {
    format!("已导出「{name}」，请在浏览器的下载列表里打开。")
}

/// Said when characters that no Word file can hold were left out.
pub fn dropped(count: usize) -> String {
    format!("有 {count} 个无法显示的控制字符没有写入文件，正文不受影响。")
}

/// 修改印章
pub fn change(what: &str) -> String {
    format!("修改{what}")
}
