//! What several rules ask of two figures: do they count the same, do they stand in one row, what
//! does each of them name, and does a difference look like a slip of the pen.

use super::passage::Passage;
use crate::text::figures::{Kind, Mention, measure, one_in};
use rust_decimal::Decimal;
use std::ops::Range;

/// Words in a label that make a figure something else than a part: a change, a plan, a time.
const NO_PART: &[&str] = &[
    "较", "增", "减", "撤", "去年", "上年", "同比", "拟", "计划", "目标", "每", "均", "同期", "结余", "节余",
    "另有", "此外",
];

/// Verbs that begin a label of an effect: 覆盖企业30家 is no part of the branches that do so.
const EFFECTS: &[&str] = &[
    "覆盖", "服务", "联系", "带动", "辐射", "吸引", "下辖", "管理", "受益", "惠及", "发放", "收到", "参与",
    "参加", "开展", "举办", "组织", "培训", "走访", "慰问", "募集",
];

/// Ends of a name of a kind: 管理类 and 服务岗 are no doings.
const KIND_ENDS: &[char] =
    &['类', '型', '岗', '组', '队', '部', '片', '线', '科', '处', '中', '的', '性', '项'];

/// True when two figures count the same kind of thing.
pub(super) fn alike(one: &Mention, other: &Mention) -> bool {
    one.kind == other.kind && measure::compatible(one.unit, other.unit)
}

/// +1 where a bracket of any form opens, -1 where one closes.
pub(super) fn depth_of(c: char) -> i32 {
    match c {
        '（' | '〔' | '[' | '【' => 1,
        '）' | '〕' | ']' | '】' => -1,
        _ => 0,
    }
}

/// The words of a range with all brackets in it left out; `None` where it leaves a bracket in
/// which it began, or ends within one.
pub(super) fn level(passage: &Passage, range: Range<usize>) -> Option<String> {
    let mut depth = 0;
    let mut words = String::new();
    for c in passage.script().slice(range) {
        let step = depth_of(*c);
        depth += step;
        if depth < 0 {
            return None;
        }
        if depth == 0 && step == 0 {
            words.push(*c);
        }
    }
    (depth == 0).then_some(words)
}

/// Figures that stand inside a label and are no members of a row: 35岁以下, 占30%, 第一批.
fn aside(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Percent | Kind::Ordinal) || matches!(mention.unit, "岁" | "周岁")
}

/// The indices of the figures that follow in one row from `first`: exact, of the same kind as
/// `like`, on one level of brackets, and separated by nothing but a label with a comma or 和.
///
/// A row that is made with 、 ends at the first comma, unless what follows takes in the rest.
pub(super) fn row(passage: &Passage, first: usize, like: &Mention, bare: bool) -> Vec<usize> {
    let mentions = passage.mentions();
    let mut found: Vec<usize> = Vec::new();
    let mut narrow = false;
    for (index, mention) in mentions.iter().enumerate().skip(first).take(40) {
        let previous = found.last().and_then(|last| mentions.get(*last));
        let mut between = String::new();
        if let Some(previous) = previous {
            let gap = previous.range.end..mention.range.start.max(previous.range.end);
            if gap.len() > 60 {
                break;
            }
            match level(passage, gap.clone()) {
                Some(words) => between = words,
                // A remark in brackets; or the row's own bracket has closed.
                None if depth(passage, gap) > 0 => continue,
                None => break,
            }
        }
        let fits = mention.exact()
            && !mention.quoted
            && (alike(like, mention) || (bare && mention.kind == Kind::Bare));
        if !fits && previous.is_some() && aside(mention) {
            continue;
        }
        if !fits || previous.is_some() && !joins(&between, &mut narrow, found.len()) {
            break;
        }
        found.push(index);
    }
    found
}

fn depth(passage: &Passage, range: Range<usize>) -> i32 {
    let mut depth = 0;
    for c in passage.script().slice(range) {
        depth += depth_of(*c);
        if depth < 0 {
            return depth;
        }
    }
    depth
}

/// Words that join a last member to a row, however it was made.
const RESTS: &[&str] = &["其他", "其它", "其余", "余下", "剩余", "和", "以及", "另"];

fn joins(between: &str, narrow: &mut bool, place: usize) -> bool {
    let words = between.trim_start_matches(['，', '、', '；']);
    let rest = RESTS.iter().any(|word| words.starts_with(word));
    let comma = between.starts_with(['，', '；']);
    if place == 1 {
        *narrow = !comma;
    } else if *narrow && comma && !rest {
        return false;
    }
    let separated = between.contains(['、', '，', '；', '和', '及', '与']);
    // …, 均按预算列支, …: a clause without a figure ends a row.
    let clauses = words.contains(['，', '；']);
    separated
        && !clauses
        && between.chars().count() <= 26
        && !between.contains(['。', '\n', '：'])
        && !between.contains("其中")
}

/// What a figure of a row counts: the words before it from the last mark on, or, where none stand
/// there (16个部门), those behind it.
pub(super) fn label(passage: &Passage, index: usize) -> &str {
    let Some(mention) = passage.mentions().get(index) else { return "" };
    let script = passage.script();
    let floor = mention.range.start.saturating_sub(30);
    let mark = |at: &usize| {
        script
            .get(*at)
            .is_some_and(|c| matches!(c, '，' | '、' | '；' | '：' | '。' | '\n' | '！') || depth_of(c) != 0)
    };
    let start = (floor..mention.range.start).rev().find(mark).map_or(floor, |at| at + 1);
    let before = script.string(start..mention.range.start);
    let before = before
        .strip_prefix("其中")
        .unwrap_or(before)
        .trim_start_matches(['和', '及', '与'])
        .trim_end_matches(['有', '为', '占', '是', '达', '共']);
    if matches!(before, "" | "分别") {
        return script.string(passage.tail(index));
    }
    before.strip_prefix('由').unwrap_or(before)
}

/// True when a label names a part of the whole and not a change, a plan or an effect.
pub(super) fn is_part_label(label: &str) -> bool {
    let bare =
        label.strip_prefix("其中").unwrap_or(label).trim_start_matches(['已', '共', '可', '能', '还', '并']);
    let led = label.contains(['的', '共', '，']);
    let kind = bare.ends_with(KIND_ENDS);
    let effect = EFFECTS.iter().any(|verb| {
        bare.starts_with(verb) && !kind
            || led && label.match_indices(verb).any(|(at, _)| label[..at].ends_with(['的', '共', '，']))
    });
    !effect && !bare.starts_with(['由', '从']) && !bare.ends_with('各') && !one_in(label, NO_PART)
}

/// True when two numbers differ as a slip of the pen makes them differ: by very little, by one
/// digit, or by two digits that changed places. Two figures that have nothing to do with each
/// other hardly ever do.
pub(super) fn slip(stated: Decimal, computed: Decimal) -> bool {
    let largest = stated.max(computed);
    let difference = (stated - computed).abs();
    let Some(share) = difference.checked_div(largest) else { return false };
    if share > Decimal::new(16, 2) {
        return false;
    }
    let scale = stated.normalize().scale().max(computed.normalize().scale());
    let digits = |number: Decimal| {
        let mut number = number.normalize();
        number.rescale(scale);
        number.mantissa().to_string().into_bytes()
    };
    let (one, other) = (digits(stated), digits(computed));
    let apart: Vec<usize> =
        (0..one.len().min(other.len())).filter(|at| one.get(*at) != other.get(*at)).collect();
    let swapped = match apart.as_slice() {
        [a, b] => one.get(*a) == other.get(*b) && one.get(*b) == other.get(*a),
        _ => false,
    };
    share <= Decimal::new(3, 2)
        || difference <= Decimal::new(3, scale)
        || one.len() == other.len() && (apart.len() == 1 || swapped)
}

/// A figure, or what its row adds up to where it is the last of a row (男30名、女20名 are 50名).
pub(super) fn row_sum(passage: &Passage, last: usize) -> Option<Decimal> {
    let mentions = passage.mentions();
    let mut sum = mentions.get(last)?.value;
    let (mut at, end) = (last, mentions.get(last)?);
    while let Some(before) = at.checked_sub(1)
        && let (Some(one), Some(next)) = (mentions.get(before), mentions.get(at))
        && last - before <= 20
        && alike(one, end)
        && one.kind == Kind::Count
    {
        let gap = passage.words(one.range.end..next.range.start.max(one.range.end));
        let joined = gap.contains(['、', '和', '及', '与'])
            && gap.chars().count() <= 18
            && !gap.contains(['，', '。', '；', '：', '（', '）', '\n'])
            && !gap.contains("其中");
        if !joined {
            break;
        }
        sum = sum.checked_add(one.value)?;
        at = before;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_number() {
        let yes = [
            ("187", "189"),
            ("312", "322"),
            ("62.46", "62.56"),
            ("1779", "1797"),
            ("26", "24"),
            ("250", "240"),
        ];
        for (one, other) in yes {
            assert!(slip(one.parse().unwrap(), other.parse().unwrap()), "{one} {other}");
        }
        for (one, other) in [("100", "351"), ("216", "133"), ("20", "30"), ("450", "512"), ("5", "7")] {
            assert!(!slip(one.parse().unwrap(), other.parse().unwrap()), "{one} {other}");
        }
    }
}
