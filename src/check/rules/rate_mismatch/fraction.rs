//! Shares in words: 占三分之二, 超过半数.

use super::share;
use super::whole;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mark, Mention, Sense, Style};
use crate::text::numeral;
use rust_decimal::Decimal;
use std::ops::Range;

/// Compares shares in words with the part right before them and its whole.
pub(super) fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    for (at, c) in script.chars().iter().copied().enumerate() {
        let found = match c {
            '半' => half(passage, at),
            '分' if script.get(at + 1) == Some('之') => quotient(passage, at),
            _ => None,
        };
        let Some(stated) = found else { continue };
        // The figure before it, which is the part.
        let next = passage.reading.within(0..stated.number.start).end;
        let Some(mut part_at) = next.checked_sub(1) else { continue };
        // 9名具有两年以上经历，占三分之二: an age or a length of time is no part.
        while let Some(before) = part_at.checked_sub(1)
            && passage.mentions().get(part_at).is_some_and(|it| matches!(it.unit, "岁" | "周岁" | "年"))
            && next - before <= 3
        {
            part_at = before;
        }
        let Some(part) = passage.mentions().get(part_at).filter(|it| it.counts()) else { continue };
        let gap = passage.words(part.range.end..stated.range.start.max(part.range.end)).to_string();
        let noun = gap.split(['，', '占']).next().unwrap_or_default();
        let rest = gap.strip_prefix(noun).unwrap_or_default();
        let direct = matches!(
            rest,
            "，占"
                | "，约占"
                | "，大约占"
                | "，约为"
                | "占"
                | "，占比"
                | "，"
                | "，占了"
                | "，占到"
                | "，占总数的"
                | "，已"
        ) && (rest != "，" || !stated.marks.is_empty())
            && noun.chars().count() <= 18
            && !noun.contains(['。', '；', '：', '、', '）']);
        if !direct {
            continue;
        }
        let Some(whole) = whole::whole(passage, part_at, part, false) else { continue };
        let flaw = share::judge(passage, next, &stated, (part, whole), Decimal::from(18), verdicts);
        verdicts.extend(flaw);
    }
}

fn mention(number: Range<usize>, start: usize, value: Decimal, marks: Vec<Mark>) -> Mention {
    Mention {
        range: start..number.end,
        number,
        value,
        // As coarse as tenths: 三分之二 is said of 65 as of 68.
        step: Decimal::TEN,
        decimals: 0,
        scaled: false,
        style: Style::Chinese,
        kind: Kind::Percent,
        unit: "%",
        marks,
        quoted: false,
        range_start: false,
        range_end: false,
    }
}

/// 一半 and 半数, which the reading gives as 50 %; 过半 and 超半 at the end of a clause.
fn half(passage: &Passage, at: usize) -> Option<Mention> {
    let script = passage.script();
    let read = passage.mentions().get(passage.reading.within(at.saturating_sub(1)..at + 1))?;
    if let Some(share) = read.iter().find(|it| it.kind == Kind::Percent && it.number.contains(&at)) {
        return Some(share.clone());
    }
    let word = script.one_before(at, &["超过", "过", "超"])?;
    script.one_at(at + 1, &["，", "。", "；", "、"])?;
    let begin = at - word.chars().count();
    let mark = Mark { word, range: begin..at, sense: Sense::Above, before: true };
    Some(mention(at..at + 1, begin, Decimal::from(50), vec![mark]))
}

/// 三分之二
fn quotient(passage: &Passage, at: usize) -> Option<Mention> {
    let script = passage.script();
    let numeral = |c: Option<char>| c.and_then(numeral::digit).filter(|digit| *digit > 0);
    let whole = numeral(script.before(at)).or_else(|| (script.before(at) == Some('十')).then_some(10))?;
    let part = numeral(script.get(at + 2))?;
    let longer =
        script.get(at + 3).is_some_and(|c| numeral::digit(c).is_some() || numeral::unit(c).is_some());
    if longer || part >= whole || script.before(at - 1).is_some_and(|c| numeral::unit(c).is_some()) {
        return None;
    }
    let value = Decimal::from(part * 100).checked_div(Decimal::from(whole))?;
    let marks = [
        ("超过", Sense::Above),
        ("近", Sense::Below),
        ("约", Sense::About),
        ("不足", Sense::Below),
        ("不到", Sense::Below),
    ];
    let mark = marks.into_iter().find(|(word, _)| script.ends(at - 1, word));
    let begin = mark.map_or(at - 1, |(word, _)| at - 1 - word.chars().count());
    let marks = mark
        .map(|(word, sense)| Mark { word, range: begin..at - 1, sense, before: true })
        .into_iter()
        .collect();
    Some(mention(at - 1..at + 3, begin, value, marks))
}
