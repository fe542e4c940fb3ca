//! Places that were left empty: （ ）场, 〔数量〕, 【人数】名, 2026年 月 日, 经费　　万元.

use crate::text::figures::{Script, measure};
use std::ops::Range;

/// What a blank asks for.
const SLOTS: &[&str] = &[
    "数量",
    "人数",
    "次数",
    "场次",
    "场数",
    "户数",
    "金额",
    "数字",
    "数据",
    "数值",
    "名称",
    "姓名",
    "日期",
    "比例",
    "百分比",
    "占比",
    "年份",
    "月份",
    "数",
    "具体数",
    "填",
    "个数",
    "总数",
    "单位名称",
    "活动名称",
    "时间",
    "地点",
    "几",
    "多少",
    "若干",
];

/// Beginnings of a note in 〔…〕, which is no blank.
const NOTES: &[&str] =
    &["含", "其中", "包括", "不含", "见", "详见", "注", "另", "均", "下同", "以下", "简称", "即", "附"];

/// The blank that opens at `at`: 〔数量〕, 【人数】名, （ ）场, （待补充）.
pub(super) fn at(script: &Script, at: usize) -> Option<Range<usize>> {
    let open = script.get(at)?;
    let close = match open {
        '〔' => '〕',
        '【' => '】',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => '）',
    };
    let end = (at + 1..at + 24).find(|end| script.get(*end) == Some(close))?;
    let inside = at + 1..end;
    let unit = unit_behind(script, end + 1);
    let counted = unit > end + 1;
    let blank = match open {
        '〔' => {
            !is_year(script, inside.clone())
                && !script.has(inside.clone(), &["，", "。", "：", "；"])
                && script.one_at(at + 1, NOTES).is_none()
        }
        _ if inside.is_empty() => counted || open == '（' && stands_for_figure(script, at),
        _ => asks(script, inside.clone()) || counted && inside.len() <= 6 && is_slot(script, inside),
    };
    blank.then_some(at..unit)
}

fn is_year(script: &Script, inside: Range<usize>) -> bool {
    let digits = |c: &char| c.is_ascii_digit() || "〇零一二三四五六七八九十".contains(*c);
    !inside.is_empty() && script.slice(inside).iter().all(digits)
}

/// True where an empty bracket stands behind a word of reaching: 共（ ）.
fn stands_for_figure(script: &Script, at: usize) -> bool {
    script.one_before(at, &["共", "共计", "累计", "达", "达到", "合计", "约", "近"]).is_some()
}

fn is_slot(script: &Script, inside: Range<usize>) -> bool {
    SLOTS.iter().any(|word| script.ends(inside.end, word) && word.chars().count() <= inside.len())
}

fn unit_behind(script: &Script, at: usize) -> usize {
    let scale = usize::from(matches!(script.get(at), Some('余' | '多' | '万' | '亿')));
    match script.get(at + scale) {
        Some('年' | '月' | '日' | '%') => at + scale + 1,
        _ => measure::at(script, at + scale).map_or(at, |(length, _)| at + scale + length),
    }
}

/// 待补充, 此处填写数据
fn asks(script: &Script, inside: Range<usize>) -> bool {
    let asks = [
        "待填",
        "待补",
        "待核实",
        "待核对",
        "待统计",
        "待确认",
        "待定数据",
        "此处填",
        "请填写",
        "填写数",
        "填数",
        "数据待",
        "数字待",
        "待更新",
        "待提供",
        "补数据",
        "补充数据",
        "补充数字",
        "数据后补",
        "后补数据",
        "数据暂缺",
        "数据另补",
        "TBD",
        "TODO",
    ];
    script.has(inside.clone(), &asks) || script.ends(inside.end, "待核") || script.ends(inside.end, "后补")
}

/// 2026年 月 日 with nothing between.
pub(super) fn blank_date(script: &Script, at: usize) -> Option<Range<usize>> {
    let digits = (1..=4)
        .take_while(|n| at.checked_sub(*n).and_then(|at| script.get(at)).is_some_and(|c| c.is_ascii_digit()))
        .count();
    (digits == 4 && script.at(at, "年月日")).then(|| at - 4..at + 3)
}

/// 经费　　万元: two blanks or more where a figure should stand before its unit.
pub(super) fn blank_figure(script: &Script, at: usize) -> Option<Range<usize>> {
    if !matches!(
        script.get(at)?,
        '万' | '亿' | '人' | '场' | '余' | '%' | '名' | '个' | '次' | '家' | '项' | '期' | '件' | '元'
    ) {
        return None;
    }
    let gap = script.bytes(at..at + 1).start.checked_sub(script.bytes(at.checked_sub(1)?..at).end)?;
    if gap < 2 {
        return None;
    }
    let unit =
        script.one_at(at, &["万元", "万人", "亿元", "人次", "场次", "%", "余名", "余人"]).or_else(|| {
            let after_verb = script.before(at).is_some_and(|c| "共达约近计了展办训开".contains(c));
            script
                .one_at(at, &["名", "个", "场", "次", "家", "人", "项", "期", "件", "元"])
                .filter(|_| after_verb)
        })?;
    let before = script.before(at)?;
    let figure =
        before.is_ascii_alphanumeric() || "一二三四五六七八九十百千万亿几数两余多半%_".contains(before);
    let line =
        before == '\n' || matches!(before, 'x' | 'X' | '×' | '*' | '）' | ']' | '】' | '〕' | '…' | '？');
    (!figure && !line).then(|| at..at + unit.chars().count())
}
