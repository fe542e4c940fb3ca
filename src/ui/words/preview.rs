//! Words of the pages.

use super::words;

words! {
    SCROLL = "版面，点击文字可到对应栏目修改" / "The pages; a click on words leads to their field";
    SMALLER = "缩小" / "Smaller";
    LARGER = "放大" / "Larger";
    FIT = "适合宽度" / "Fit the width";
    FIT_PAGE = "整页" / "The whole page";
    PAGE_BEFORE = "第" / "Page";
    PAGE_FIELD = "页码" / "Page number";
    PAGE_FIELD_HELP = "输入页码，按回车键前往" / "Type a page number and press Enter";
    BRIEF = "简版" / "Short version";
    BRIEF_HELP = "只印标题和每段文字的首句；全文没有改动，核对仍查全文。" / "Headings and first sentences only; the draft is whole and checked whole";
    BRIEF_CHANGE = "到「版式」更改" / "Change in the step 版式";
}

/// 页，共 12 页: what stands behind the number of the page.
pub fn of_pages(pages: usize) -> String {
    format!("页，共 {pages} 页")
}

/// 放大（在版面栏中按 Ctrl +）
pub fn with_key(name: &str, keys: &str) -> String {
    format!("{name}（在版面栏中按 {}）", keys.replacen("Control+", "Ctrl ", 1))
}

/// 第 2 页
pub fn page(page: usize) -> String {
    format!("第 {page} 页")
}
