//! Words of the pages.

use super::words;

words! {
    SCROLL = "版面，点击文字可到对应栏目修改" / "The pages; a click on words leads to their field";
    SMALLER = "缩小" / "Smaller";
    LARGER = "放大" / "Larger";
    FIT = "适合宽度" / "Fit the width";
}

/// 第 2 页，共 12 页
pub fn page_of(page: usize, pages: usize) -> String {
    format!("第 {page} 页，共 {pages} 页")
}

/// 第 2 页
pub fn page(page: usize) -> String {
    format!("第 {page} 页")
}

/// 3250 字
pub fn characters(count: usize) -> String {
    format!("{count} 字")
}
