//! A shorter time within a longer one: 光是三月就办了41场，上半年一共36场.

use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::text::figures::{Mention, TimePart};
use std::ops::Range;

/// Words that single one stretch out of the whole.
const ONLY: &[&str] = &["光是", "单是", "单单", "仅仅", "仅", "光", "单"];

/// Words of all that there was.
const ALL: &[&str] = &["共", "累计", "合计", "总计", "总数", "全年", "上半年", "半年来", "合起来", "加起来"];

/// Words of another scope, kind or measure.
const OTHER: &[&str] = &[
    "线下", "现场", "另", "其余", "其他", "比", "较", "去年", "上年", "目标", "计划", "每", "平均", "同期",
    "人均", "新增",
];

/// A figure of a time that lies within the time of the other: the part and the whole.
///
/// `index` is the later of the two. Gives the earlier, and whether the later is the part.
pub(super) fn within_time<'p>(
    passage: &'p Passage,
    index: usize,
    later: &Mention,
) -> Option<(usize, &'p Mention, bool)> {
    let words = clause(passage, later, None);
    let script = passage.script();
    let later_only = singled_out(passage, &words);
    let later_all = whole_of(passage, &words);
    if !later_only && !later_all || !later.counts() {
        return None;
    }
    let (at, earlier) = passage.earlier(index).take(4).find(|(_, it)| alike(it, later))?;
    if !earlier.counts() {
        return None;
    }
    let first = clause(passage, earlier, Some(words.start));
    if script.has(first.start..later.range.start, OTHER)
        || script.has(first.start..later.range.start, &["其中", "。"])
    {
        return None;
    }
    let related = same_thing(passage, at, index);
    if later_only && whole_of(passage, &first) && !singled_out(passage, &first) {
        return Some((at, earlier, true));
    }
    let quarter = short(passage, &first);
    let half = passage.reading.dates_within(words.clone()).iter().any(|date| {
        matches!(date.part, Some(TimePart::FirstHalf | TimePart::SecondHalf | TimePart::WholeYear))
            || date.range_end
    }) || script
        .has(words.clone(), &["半年", "今年以来", "至6月", "-6月", "至六月", "到六月", "到6月"]);
    let short_before = singled_out(passage, &first) || quarter && half && related;
    (later_all && !later_only && short_before).then_some((at, earlier, false))
}

/// True for words of one month or quarter of the year reported on.
fn short(passage: &Passage, words: &Range<usize>) -> bool {
    let dates = passage.reading.dates_within(words.clone());
    let [date] = dates else { return false };
    let of_year = date.year.is_none() && date.shift.is_none_or(|shift| shift == 0);
    of_year && !date.range_end && (matches!(date.part, Some(TimePart::Quarter(_))) || date.month.is_some())
}

/// The clause in which a figure stands and the one before it, up to the figure.
fn clause(passage: &Passage, mention: &Mention, limit: Option<usize>) -> Range<usize> {
    let sentence = passage.sentence(mention.number.start);
    let this = passage.clause(mention.number.start).start.max(sentence.start);
    let before = this.checked_sub(2).filter(|at| *at >= sentence.start).map(|at| passage.clause(at).start);
    let start = before.unwrap_or(this).max(mention.range.start.saturating_sub(40)).max(sentence.start);
    // The clause before belongs to another figure where it holds one.
    let mentions = passage.mentions().get(passage.reading.within(start..this)).unwrap_or_default();
    let start = if mentions.iter().any(|it| alike(it, mention)) { this } else { start };
    start
        ..mention
            .range
            .start
            .max(start)
            .min(limit.map_or(usize::MAX, |limit| limit.max(start)).max(mention.range.start))
}

fn singled_out(passage: &Passage, words: &Range<usize>) -> bool {
    let script = passage.script();
    let Some(at) = (words.start..words.end).find(|at| {
        matches!(script.before(*at), None | Some('，' | '。' | '；' | '：' | '\n' | '而' | '、'))
            && script.one_at(*at, ONLY).is_some()
    }) else {
        return false;
    };
    let leads = script.has(at..words.end, &["就", "便"]);
    let time = !passage.reading.dates_within(at..words.end).is_empty()
        || script.has(at..words.end, &["月", "季", "节", "五四", "前后", "周", "天", "期间", "日"]);
    leads && time
}

fn whole_of(passage: &Passage, words: &Range<usize>) -> bool {
    let script = passage.script();
    let tail = words.end.saturating_sub(16).max(words.start)..words.end;
    let all = ["共", "累计", "合计", "总计", "总数", "总共"];
    script.has(tail, &all) && script.has(words.clone(), ALL)
}

/// True when the two figures share a noun around them, or the later names none.
fn same_thing(passage: &Passage, one: usize, other: usize) -> bool {
    let around = |index: usize| passage.words(passage.lead(index)) + &passage.words(passage.tail(index));
    super::stages::shares(&around(other), &around(one))
}
