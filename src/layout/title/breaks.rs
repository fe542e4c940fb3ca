//! What it costs to break a title between two letters.

use super::super::kinsoku::may_break;
use super::words::{is_particle, word_at};
use crate::text::width::half_cells;
use std::ops::Range;

/// Where two parts of the title meet: behind the unit, the period, a joining word.
const BETWEEN_PARTS: i64 = 0;
/// Between two words; as much as an unevenness of about five characters.
const BETWEEN_WORDS: i64 = 25;
/// Between letters of which no word is known: perhaps inside one.
const PERHAPS_INSIDE: i64 = 220;
/// Before 的, 及, 和, which no line should begin with.
const BEFORE_PARTICLE: i64 = 160;
/// Inside a word, a year or a name.
const INSIDE: i64 = 20_000;
/// Against 禁则.
const FORBIDDEN: i64 = 200_000;

/// The cost of breaking before each letter. A name or word wider than `capacity` half-width
/// cells may be broken between the words it is made of.
pub(super) fn costs(text: &[char], unit: &str, capacity: usize) -> Vec<i64> {
    let mut costs = vec![PERHAPS_INSIDE; text.len()];
    let name = unit_name(text, unit).filter(|name| width(text, name.clone()) <= capacity);
    let mut at = 0;
    while at < text.len() {
        let (end, behind) = if name.as_ref().is_some_and(|name| name.start == at) {
            (name.as_ref().map_or(at + 1, |name| name.end), BETWEEN_PARTS)
        } else if let Some(end) = period(text, at) {
            (end, BETWEEN_PARTS)
        } else {
            let rest = text.get(at..).unwrap_or_default();
            let known = word_at(rest);
            match rest.first() {
                Some(c) if is_particle(*c) && known == 0 => (at + 1, BETWEEN_PARTS),
                _ if known > 0 => (at + known, BETWEEN_WORDS),
                _ => (at + 1, PERHAPS_INSIDE),
            }
        };
        let end = end.min(name.as_ref().map_or(end, |name| if at < name.start { name.start } else { end }));
        let known = behind != PERHAPS_INSIDE;
        if let Some(before) = costs.get_mut(at).filter(|cost| known && **cost == PERHAPS_INSIDE) {
            *before = BETWEEN_WORDS;
        }
        costs.iter_mut().take(end).skip(at + 1).for_each(|cost| *cost = INSIDE);
        if let Some(after) = costs.get_mut(end) {
            *after = behind;
        }
        at = end.max(at + 1);
    }
    for (cost, pair) in costs.iter_mut().skip(1).zip(text.windows(2)) {
        let &[before, after] = pair else { continue };
        if !may_break(before, after) {
            *cost = (*cost).max(FORBIDDEN);
        } else if is_particle(after) && *cost < INSIDE {
            *cost = BEFORE_PARTICLE.max(*cost);
        } else if matches!(before, '、' | '，' | '；' | '：' | ' ' | '—' | '》' | '）') && *cost < INSIDE
        {
            *cost = BETWEEN_PARTS;
        }
    }
    costs
}

/// Where the name of the unit stands: the given one, or what has the form of one.
fn unit_name(text: &[char], unit: &str) -> Option<Range<usize>> {
    let unit: Vec<char> = unit.trim().chars().collect();
    let find = |word: &[char]| {
        (!word.is_empty()).then(|| text.windows(word.len()).position(|window| window == word)).flatten()
    };
    if let Some(start) = find(&unit) {
        return Some(start..whole_committee(text, start + unit.len()));
    }
    if let Some(start) = find(&['共', '青', '团']) {
        let stops = |c: &char| c.is_ascii_digit() || "年的关《“（，、".contains(*c);
        let name = text.iter().skip(start).take(24).take_while(|c| !stops(c));
        let end = name.enumerate().find(|(_, c)| **c == '委')?.0;
        return Some(start..whole_committee(text, start + end + 1));
    }
    let endings: [&[char]; 4] =
        [&['团', '委'], &['团', '工', '委'], &['团', '支', '部'], &['团', '总', '支']];
    let end = endings.iter().filter_map(|word| Some(find(word)? + word.len())).min()?;
    (end <= 24 && text.first() != Some(&'关')).then_some(0..end)
}

/// 委 at the end of a name may be the beginning of 委员会.
fn whole_committee(text: &[char], end: usize) -> usize {
    let before = end.checked_sub(1).and_then(|last| text.get(last));
    let behind = text.get(end..end + 2);
    if before == Some(&'委') && behind == Some(&['员', '会']) { end + 2 } else { end }
}

/// The end of a year, half-year or quarter that begins at `at`: 2026年, 2026年上半年, 上半年.
fn period(text: &[char], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let year = if digits > 0 && rest.get(digits) == Some(&'年') { digits + 1 } else { 0 };
    if year == 0 && digits > 0 {
        return None;
    }
    let rest = rest.get(year..)?;
    let halves = ["上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "全年", "度"];
    let half = halves.iter().find(|half| {
        let length = half.chars().count();
        (year > 0 || length > 1) && rest.get(..length).is_some_and(|it| it.iter().copied().eq(half.chars()))
    });
    let end = year + half.map_or(0, |half| half.chars().count());
    (end > 0).then_some(at + end)
}

fn width(text: &[char], range: Range<usize>) -> usize {
    text.get(range).unwrap_or_default().iter().map(|c| half_cells(*c)).sum()
}
