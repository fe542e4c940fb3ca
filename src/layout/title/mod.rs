//! The title in lines: as few as hold it, of like length, broken where the meaning allows
//! (GB/T 9704—2012, 7.3.1).

mod breaks;
mod parts;
mod words;

use super::document::Run;
use super::field::Runs;
use super::lines::{Cut, Room, break_lines, slice};
use crate::text::width::half_cells;

/// Titles of more lines are no titles; they are broken like any paragraph.
const MOST_LINES: usize = 9;
/// What a line more than needed costs, in the units of [`breaks`].
const ANOTHER_LINE: i64 = 120;
/// What a line of one or two characters costs: less only than a torn word.
const SHORT_LINE: i64 = 10_000;
/// Half-width cells of the shortest line that looks like one.
const SHORTEST: usize = 6;

/// Breaks a title into lines. `room` is the width of a line and `half_em` half the width of a
/// full-width character; `unit` is the name that no line break should tear.
pub(super) fn lines(runs: Runs, room: i32, half_em: i32, unit: &str) -> Vec<Runs> {
    let capacity = usize::try_from(room / half_em.max(1)).unwrap_or(0).max(2);
    let letters: Vec<(Cut, char)> = runs
        .iter()
        .enumerate()
        .flat_map(|(run, it)| it.text.char_indices().map(move |(byte, c)| (Cut { run, byte }, c)))
        .collect();
    let widths: Vec<usize> = letters.iter().map(|(_, c)| half_cells(*c)).collect();
    let total: usize = widths.iter().sum();
    if total <= capacity {
        return vec![runs];
    }
    let fewest = total.div_ceil(capacity);
    if fewest > MOST_LINES || letters.len() > 2 * MOST_LINES * capacity {
        let room = Room { first: room, rest: room };
        return break_lines(&runs, room, |_: &Run| half_em);
    }
    let text: Vec<char> = letters.iter().map(|(_, c)| *c).collect();
    let costs = breaks::costs(&text, unit, capacity);
    let best = (fewest..=fewest + 2)
        .flat_map(|count| shapes(total, count).map(move |shape| (count, shape)))
        .filter_map(|(count, shape)| {
            let (cost, begins) = fill(&widths, &costs, capacity, &shape)?;
            let more = i64::try_from(count - fewest).unwrap_or(0) * ANOTHER_LINE;
            Some((cost + more, begins))
        })
        .min_by_key(|(cost, _)| *cost);
    let begins = best.map(|(_, begins)| begins).unwrap_or_default();
    let cuts = begins.iter().filter_map(|begin| letters.get(*begin)).map(|(cut, _)| *cut);
    let mut out = Vec::new();
    let mut start = Cut { run: 0, byte: 0 };
    for cut in cuts.chain([Cut { run: runs.len(), byte: 0 }]) {
        out.push(slice(&runs, start, cut));
        start = cut;
    }
    out
}

/// Wanted widths of `count` lines: 梯形 either way round, or 菱形; never an hourglass.
fn shapes(total: usize, count: usize) -> impl Iterator<Item = Vec<i64>> {
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mean = whole(total) / whole(count).max(1);
    let last = whole(count) - 1;
    let line = move |shape: usize, at: i64| match shape {
        0 => last - 2 * at,
        1 => 2 * at - last,
        _ => 2 * at.min(last - at) - last / 2,
    };
    (0..3).map(move |shape| (0..=last).map(|at| mean + 2 * line(shape, at)).collect())
}

/// The cheapest way to set letters in lines of the wanted widths: its cost, and the letter with
/// which each line but the first begins. `None` when so many lines cannot hold them.
fn fill(widths: &[usize], costs: &[i64], capacity: usize, shape: &[i64]) -> Option<(i64, Vec<usize>)> {
    // best[i]: cost of setting the first i letters in the lines so far; from[line][i]: where the
    // last of these lines begins.
    let mut best: Vec<Option<i64>> = vec![None; widths.len() + 1];
    *best.first_mut()? = Some(0);
    let mut from = Vec::with_capacity(shape.len());
    for wanted in shape {
        let mut next = vec![None; best.len()];
        let mut begins = vec![0; best.len()];
        for end in 1..best.len() {
            let mut width = 0;
            for start in (0..end).rev() {
                width += widths.get(start)?;
                if width > capacity && start + 1 < end {
                    break;
                }
                let Some(before) = best.get(start).copied().flatten() else { continue };
                let uneven = i64::try_from(width).ok()? - wanted;
                let short = if width < SHORTEST { SHORT_LINE } else { 0 };
                let broken = if start == 0 { 0 } else { *costs.get(start)? };
                let cost = before + uneven * uneven / 4 + short + broken;
                let slot: &mut Option<i64> = next.get_mut(end)?;
                if slot.is_none_or(|known| cost < known) {
                    *slot = Some(cost);
                    *begins.get_mut(end)? = start;
                }
            }
        }
        best = next;
        from.push(begins);
    }
    let cost = (*best.last()?)?;
    let mut ends = Vec::new();
    let mut end = widths.len();
    for begins in from.iter().rev() {
        end = *begins.get(end)?;
        ends.push(end);
    }
    ends.pop();
    ends.reverse();
    Some((cost, ends))
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
