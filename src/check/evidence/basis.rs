//! What rules compare figures with, in a word.

/// Rules whose findings are about the writing of a figure and not about its value.
const WRITING: &[&str] = &["cutoff-word", "mixed-numerals"];

/// Rules that find a place where a figure was to stand.
const HOLES: &[&str] = &["placeholder", "unknown-indicator"];

/// What a rule compares with: 合计, 比率. The rule's own name on the screen where it has no word.
pub(super) fn kind(rule: &str) -> &'static str {
    match rule {
        "sum-mismatch" | "indicator-sum" => "合计",
        "part-exceeds-whole" => "总体",
        "product-mismatch" => "乘积",
        "list-count-mismatch" => "列举",
        "rate-mismatch" => "比率",
        "percent-vs-point" => "百分点",
        "target-contradiction" => "目标",
        "unit-scale" => "换算",
        "value-conflict" => "前后文",
        "indicator-change" | "indicator-last-year" | "indicator-target" | "indicator-jump" => "数据指标",
        "date-impossible" => "日历",
        "date-outside-period" | "period-mismatch" => "报告期",
        other => crate::check::rule_name(other),
    }
}

/// True for a rule about how a figure is written.
pub(super) fn is_writing(rule: &str) -> bool {
    WRITING.contains(&rule)
}

/// True for a rule that finds a hole, and for the words of a figure: xx个, but not the x of x区.
pub(super) fn is_hole(rule: &str, quote: &str) -> bool {
    let mask = |c: char| "xXｘＸ×*＊_＿□○〇".contains(c);
    HOLES.contains(&rule) && !quote.chars().all(mask)
}
