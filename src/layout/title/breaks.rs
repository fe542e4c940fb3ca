//! What it costs to break a title between two letters.
//!
//! The measure is unevenness: two lines that differ by d characters cost about d²/2, so that a
//! break of cost 18 is worth six characters of balance, one of 40 nine.

use super::super::kinsoku::may_break;
use super::parts::{Kind, parts};

/// Inside a word, a year or a name.
const INSIDE: i64 = 20_000;
/// Against 禁则.
const FORBIDDEN: i64 = 200_000;
/// Before 的, 及, 和, which no line begins with.
const BEFORE_PARTICLE: i64 = 5000;

/// The cost of breaking before each letter of a title whose lines hold `capacity` half-width cells.
pub(super) fn costs(text: &[char], unit: &str, capacity: usize) -> Vec<i64> {
    let mut costs = vec![INSIDE; text.len()];
    let parts = parts(text, unit, capacity);
    for (left, right) in parts.iter().zip(parts.iter().skip(1)) {
        let before = left.end.checked_sub(1).and_then(|last| text.get(last)).copied().unwrap_or(' ');
        if let Some(cost) = costs.get_mut(left.end) {
            *cost = between(left.kind, right.kind, before);
        }
    }
    for (cost, pair) in costs.iter_mut().skip(1).zip(text.windows(2)) {
        if let &[before, after] = pair
            && !may_break(before, after)
        {
            *cost = FORBIDDEN;
        }
    }
    costs
}

/// The cost between two parts, the first of which ends with the letter `before`.
fn between(left: Kind, right: Kind, before: char) -> i64 {
    match (left, right) {
        (_, Kind::Dash) | (Kind::Unit, Kind::Opening) => 0,
        (_, Kind::Joining | Kind::Leaning) => BEFORE_PARTICLE,
        (Kind::Dash | Kind::Opening, _) => 300,
        (Kind::Stop, _) => 4,
        (Kind::Unit, _) => 6,
        (Kind::Joining, _) => 45,
        (Kind::Leaning, _) => 50,
        (_, Kind::Bracketed) => 200,
        (Kind::Period, _) => 18,
        (_, Kind::Period) => 12,
        (_, Kind::Head) => 70,
        // The name of a place is no word of ours, but its end is seen.
        (Kind::Letter, _) if "省市县区镇乡村局".contains(before) => 40,
        (Kind::Letter, Kind::Letter) => 220,
        (Kind::Letter, _) | (_, Kind::Letter) => 60,
        _ => 40,
    }
}
