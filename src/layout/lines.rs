//! A paragraph broken into lines: greedy, under 禁则, each character looked at once.

use super::document::{Origin, Run};
use super::kinsoku::{is_space, may_break, may_hang};
use crate::text::width::half_cells;

/// Room for a line in twips.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Of the first line.
    pub first: i32,
    /// Of all others.
    pub rest: i32,
}

/// A position between two characters: which run, and which byte of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub run: usize,
    pub byte: usize,
}

/// Breaks runs into lines; `half_em` is half the width of a full-width character of a run. No
/// runs make one empty line.
pub(super) fn break_lines(runs: &[Run], room: Room, half_em: impl Fn(&Run) -> i32) -> Vec<Vec<Run>> {
    break_spaced(runs, room, 0, half_em)
}

/// The same for type that is set wider by `spacing` twips behind each character, or closer where
/// that is negative.
pub(super) fn break_spaced(
    runs: &[Run],
    room: Room,
    spacing: i32,
    half_em: impl Fn(&Run) -> i32,
) -> Vec<Vec<Run>> {
    let mut lines = Vec::new();
    let mut start = Cut { run: 0, byte: 0 };
    for cut in cuts(runs, room, spacing, half_em) {
        lines.push(slice(runs, start, cut));
        start = cut;
    }
    lines.push(slice(runs, start, Cut { run: runs.len(), byte: 0 }));
    lines
}

/// Where the lines end, but for the last.
fn cuts(runs: &[Run], room: Room, spacing: i32, half_em: impl Fn(&Run) -> i32) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut capacity = room.first;
    let mut width = 0i32;
    // The last place where this line may break, and its width up to there.
    let mut chance: Option<(Cut, i32)> = None;
    let mut before: Option<char> = None;
    for (run, half) in runs.iter().enumerate().map(|(at, run)| ((at, run), half_em(run))) {
        for (byte, c) in run.1.text.char_indices() {
            let here = Cut { run: run.0, byte };
            if before.is_some_and(|before| may_break(before, c)) {
                chance = Some((here, width));
            }
            let wide = match i32::try_from(half_cells(c)).unwrap_or(2) {
                0 => 0,
                cells => half.saturating_mul(cells).saturating_add(spacing).max(1),
            };
            while !is_space(c) && wide > 0 && width.saturating_add(wide) > capacity {
                let hangs = may_hang(c) && width <= capacity;
                if hangs || width == 0 {
                    break;
                }
                let (cut, taken) = chance.take().unwrap_or((here, width));
                cuts.push(cut);
                capacity = room.rest;
                width = width.saturating_sub(taken);
            }
            width = width.saturating_add(wide);
            before = Some(c);
        }
    }
    cuts
}

/// The runs between two positions.
pub(super) fn slice(runs: &[Run], from: Cut, to: Cut) -> Vec<Run> {
    let mut out = Vec::new();
    for (at, run) in runs.iter().enumerate().take(to.run.saturating_add(1)).skip(from.run) {
        let start = if at == from.run { from.byte } else { 0 };
        let end = if at == to.run { to.byte } else { run.text.len() };
        let Some(text) = run.text.get(start..end).filter(|text| !text.is_empty()) else { continue };
        let origin = run.origin.as_ref().map(|origin| Origin {
            range: if origin.reference {
                origin.range.clone()
            } else {
                origin.range.start + start..origin.range.start + end
            },
            ..*origin
        });
        out.push(Run { text: text.to_owned(), style: run.style, origin });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::field::{text_of, written};
    use super::*;

    fn broken(text: &str, characters: i32) -> Vec<String> {
        let room = Room { first: (characters - 2) * 320, rest: characters * 320 };
        break_lines(&[written(text)], room, |_| 160).iter().map(|line| text_of(line)).collect()
    }

    #[test]
    fn a_full_line_holds_28_characters_and_the_first_26() {
        let lines = broken(&"青".repeat(28 * 3), 28);
        let lengths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
        assert_eq!(lengths, [26, 28, 28, 2]);
    }

    #[test]
    fn a_stop_hangs_in_the_margin_and_a_second_takes_its_word_along() {
        assert_eq!(broken("共青团，工作", 5), ["共青团，", "工作"]);
        assert_eq!(broken("共“青。”团", 5), ["共", "“青。”团"]);
        assert_eq!(broken("共青（团", 5), ["共青", "（团"]);
    }

    #[test]
    fn a_figure_is_never_torn_but_an_endless_one_must_be() {
        assert_eq!(broken("现有团1779人", 5), ["现有团", "1779人"]);
        assert_eq!(broken("建1,779.5%的", 6), ["建", "1,779.5%的"]);
        assert_eq!(broken(&"9".repeat(25), 5), ["9".repeat(6), "9".repeat(10), "9".repeat(9)]);
    }

    #[test]
    fn spaces_between_words_stay_behind() {
        assert_eq!(broken("ab cdef   gh", 5), ["ab ", "cdef   gh"]);
        assert_eq!(broken("abcdef   ghijklmnop", 5), ["abcdef   ", "ghijklmnop"]);
        assert_eq!(broken("", 5), [""]);
    }
}
