//! Halves and tenths in words: 半小时, 两个半月, 三年半, 一半, 三成五.

use super::approximation;
use super::outline::Outline;
use super::script::Script;
use super::{Kind, Mention, Style};
use crate::text::numeral;
use rust_decimal::Decimal;

pub(super) const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// Half of a time: the words and the unit.
const TIMES: &[(&str, &str)] = &[
    ("个小时", "小时"),
    ("小时", "小时"),
    ("个学时", "学时"),
    ("学时", "学时"),
    ("个课时", "课时"),
    ("课时", "课时"),
    ("个月", "个月"),
    ("天", "天"),
];

/// A half that stands alone: 半小时, and 一半 or 半数, which are said to the tenth.
pub(super) fn at(script: &Script, outline: &Outline, at: usize) -> Option<Mention> {
    let share = script.one_at(at, &["一半", "半数"]);
    if script.get(at) != Some('半') && share.is_none() {
        return None;
    }
    let before = script.before(at);
    let number = before.is_some_and(|c| c.is_ascii_digit() || super::amount::is_numeral(c));
    if number || matches!(before, Some('上' | '下' | '前' | '后' | '夜' | '第' | '个' | '大')) {
        return None;
    }
    let mut marks = approximation::before(script, at);
    let (value, step, kind, unit, end) = match share {
        Some(word) => {
            let end = at + word.chars().count();
            (Decimal::from(50), Decimal::TEN, Kind::Percent, "%", end)
        }
        None => {
            let (word, unit) = TIMES.iter().find(|(word, _)| script.at(at + 1, word))?;
            (HALF, HALF, Kind::Count, *unit, at + 1 + word.chars().count())
        }
    };
    let behind = approximation::behind(script, end);
    let range =
        marks.first().map_or(at, |mark| mark.range.start)..behind.as_ref().map_or(end, |it| it.range.end);
    marks.extend(behind);
    Some(Mention {
        number: at..end,
        range,
        value,
        step,
        decimals: u32::from(share.is_none()),
        scaled: false,
        style: Style::Chinese,
        kind,
        unit,
        marks,
        quoted: outline.quote(at).is_some(),
        range_start: false,
        range_end: false,
    })
}

/// A half behind a unit (三年半) or within it (两个半小时): how long it is, and the unit then.
pub(super) fn behind(script: &Script, at: usize, unit: &'static str) -> Option<(usize, &'static str)> {
    if script.get(at) != Some('半') {
        return None;
    }
    if unit == "个" {
        let units = [("月", "个月"), ("小时", "小时"), ("学时", "学时"), ("课时", "课时")];
        let (word, name) = units.into_iter().find(|(word, _)| script.at(at + 1, word))?;
        return Some((1 + word.chars().count(), name));
    }
    let whole = matches!(unit, "年" | "天" | "倍" | "小时" | "学时" | "课时" | "分");
    let other =
        script.get(at + 1).is_some_and(|c| matches!(c, '数' | '年' | '天' | '月' | '价' | '途' | '成'));
    (whole && !other).then_some((1, unit))
}

/// The tenths of a tenth behind 成: 三成五, 五成半.
pub(super) fn tenth(script: &Script, at: usize) -> Option<Decimal> {
    let half = (script.get(at) == Some('半')).then_some(5);
    let digit = half.or_else(|| script.get(at).and_then(numeral::digit)).filter(|digit| *digit > 0)?;
    let ends = script
        .get(at + 1)
        .is_none_or(|c| !c.is_alphanumeric() || matches!(c, '的' | '左' | '以' | '为' | '是' | '由'));
    ends.then(|| Decimal::from(digit))
}
