//! What a list holds: where it ends, and how many items stand in it.

use super::{Counted, OPEN};
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::text::figures::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// Where a list ends: at the end of the sentence, or at a comma behind a list that is made with 、.
///
/// A list of lists (甲村的A队、B队，乙村的C队，以及丙村的D队) goes on behind the comma.
pub(super) fn list_end(passage: &Passage, start: usize, limit: usize) -> usize {
    let script = passage.script();
    let limit = limit.min(start + 400);
    let mut depth = 0i32;
    let quoted = |at: usize| passage.reading.outline.quote(at).is_some();
    let mut marks = 0;
    for at in start..limit {
        match script.get(at) {
            Some('（') => depth += 1,
            Some('）') if depth == 0 => return at,
            Some('）') => depth -= 1,
            Some('、') if depth == 0 && !quoted(at) => marks += 1,
            Some('“' | '《') if depth == 0 && matches!(script.before(at), Some('”' | '》')) => {
                marks += 1
            }
            Some('；' | '。' | '\n' | '！') if depth == 0 && !quoted(at) => return at,
            Some('，') if depth == 0 && marks > 0 && !quoted(at) => return at,
            _ => {}
        }
    }
    limit
}

/// True when behind the comma at which a list ends more items follow.
pub(super) fn goes_on(passage: &Passage, end: usize) -> bool {
    let script = passage.script();
    if script.get(end) != Some('，') {
        return false;
    }
    let clause = passage.clause(end + 1);
    let first = (clause.start..clause.end).find(|at| script.get(*at) == Some('、'));
    let joined = script.one_at(end + 1, &["以及", "还有", "和", "及", "与"]).is_some();
    let grouped = first.is_some_and(|at| at - end <= 14) && {
        let behind = passage.clause(clause.end).start;
        script.one_at(behind, &["以及", "还有", "和", "及"]).is_some()
    };
    joined || grouped
}

/// A list of counts is a matter of sums.
pub(super) fn has_counts(passage: &Passage, list: &Range<usize>) -> bool {
    let within = passage.reading.within(list.clone());
    passage
        .mentions()
        .get(within)
        .is_some_and(|inside| inside.iter().any(|it| !it.quoted && !it.unit.is_empty()))
}

pub(super) fn count_items(passage: &Passage, list: Range<usize>, word: &str) -> Option<Counted> {
    let script = passage.script();
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut depth = 0i32;
    let mut from = list.start;
    let mut quotes_touch = 0;
    for at in list.clone() {
        let quoted = passage.reading.outline.quote(at).is_some();
        match script.get(at) {
            Some('（') => depth += 1,
            Some('）') => depth -= 1,
            Some('、') if depth == 0 && !quoted => {
                items.push(from..at);
                from = at + 1;
            }
            Some('，') if depth == 0 && !quoted => return None,
            Some('“' | '《') if depth == 0 && matches!(script.before(at), Some('”' | '》')) => {
                quotes_touch += 1
            }
            _ => {}
        }
    }
    items.push(from..list.end);
    if goes_on(passage, list.end) {
        return None;
    }
    let tail = script.string(list.clone());
    // “甲”“乙”“丙”: quotation marks stand side by side without a 、.
    if quotes_touch > 0 && items.len() == 1 {
        let conjunction = ["”和“", "”及“", "”以及“", "”与“", "》和《", "》及《"]
            .iter()
            .filter(|word| tail.contains(**word))
            .count();
        let count = quotes_touch + 1 + conjunction;
        return (!tail.contains('等')).then_some((count, count, list));
    }
    let last = items.pop()?;
    let open = open_end(script.string(last.clone()));
    let whole_items = items.len();
    // A list of one entry says nothing unless a 和 splits it.
    let (least, most) = split(passage, &items, last);
    let conjunctions: usize =
        items.iter().map(|item| usize::from(conjunction(passage, item).is_some())).sum();
    let (least, most) = (whole_items + least, whole_items + most + conjunctions);
    if most < 2
        || (whole_items == 0 && word != "分别为" && word != "分别是")
        || whole_items == 0 && !passage.has(list.clone(), &["“"])
    {
        return None;
    }
    if open {
        // 等: more may follow, but not fewer.
        return Some((least, OPEN, list));
    }
    Some((least, most, list))
}

/// 三类典型，分别为优秀团员100名、先进支部30个: items with a figure each, which count something else
/// than the number announced.
///
/// Where another clause with a figure follows, or an item holds two, who knows what was counted.
pub(super) fn count_counted(
    passage: &Passage,
    announced: &Mention,
    start: usize,
    word: &str,
) -> Option<Counted> {
    if !word.starts_with("分别") && !word.starts_with("依次") && word != "：" {
        return None;
    }
    let script = passage.script();
    let limit = passage.sentence(start).end.min(start + 300);
    let mark = |at: usize| matches!(script.get(at), Some('、' | '，' | '；' | '。' | '\n' | '！' | '：'));
    let mut joined = None;
    let (mut from, mut end, mut count, mut rests) = (start, start, 0, 0);
    loop {
        let stop = (from..limit).find(|at| mark(*at)).unwrap_or(limit);
        let inside = passage.reading.within(from..stop);
        let figures = passage.mentions().get(inside).unwrap_or_default();
        let [figure] = figures else {
            // A remark may follow the list, but no figure in it.
            let remark = figures.is_empty() && count > 0 && script.before(from) != Some('、');
            let close = passage.clause(from).end;
            if !remark || script.has(from..close, &["其中", "另", "此外", "以及", "还"]) {
                return None;
            }
            break;
        };
        let label = script.string(from..figure.range.start);
        let behind = script.string(figure.range.end..stop);
        let plain = figure.counts()
            && !alike(figure, announced)
            && label.chars().count() >= 2
            && behind.chars().count() <= 4
            && !label.contains(['（', '“', '每', '均', '和', '及', '与'])
            && !["共计", "总共", "一共", "合计"].iter().any(|word| label.contains(word))
            && !behind.contains(['等', '（', '和', '及', '与']);
        if !plain {
            return None;
        }
        count += 1;
        rests += usize::from(label.starts_with("其"));
        end = stop;
        let separator = script.get(stop).filter(|_| stop < limit);
        match separator {
            Some(c @ ('、' | '，' | '；')) => {
                let next = passage.reading.within(stop..(stop + 40).min(limit));
                // Behind a row made with 、 a comma ends it, and then no figure may follow.
                if joined.is_some_and(|it| it != c) && (c != '，' || !next.is_empty()) {
                    return None;
                }
                joined = joined.or(Some(c));
                from = stop + 1;
            }
            _ => break,
        }
    }
    let near = announced.value - Decimal::from(count);
    (count >= 2 && near.abs() <= Decimal::TWO).then_some((count - rests, count, start..end))
}

fn open_end(last: &str) -> bool {
    last.contains('等')
}

pub(super) fn conjunction(passage: &Passage, item: &Range<usize>) -> Option<(usize, usize)> {
    let script = passage.script();
    let outside = |at: &usize| passage.reading.outline.quote(*at).is_none();
    let word = |at: usize| script.one_at(at, &["以及", "和", "及", "与"]);
    let inner = item.start + 1..item.end.saturating_sub(1);
    inner.filter(outside).find_map(|at| {
        let word = word(at)?;
        let other = script.one_at(at, &["和谐", "和平", "和睦", "及时", "与会", "与时"]).is_some()
            || script.one_before(at, &["以", "参", "普", "涉", "温", "共"]).is_some() && word != "以及";
        (!other).then_some((at, at + word.chars().count()))
    })
}

/// How many items the last entry holds: two where 和 stands between names of one make, one or two
/// where that is not certain.
fn split(passage: &Passage, items: &[Range<usize>], last: Range<usize>) -> (usize, usize) {
    let Some((left_end, right_start)) = conjunction(passage, &last) else { return (1, 1) };
    let (left, right) = (last.start..left_end, right_start..last.end);
    let script = passage.script();
    let quote = |range: &Range<usize>| matches!(script.get(range.start), Some('“' | '《'));
    if quote(&left) && quote(&right) {
        return (2, 2);
    }
    let suffix = |range: &Range<usize>| {
        let words = script.string(range.clone());
        words.chars().rev().take(2).collect::<Vec<char>>()
    };
    let alike = suffix(&left) == suffix(&right) && left.len() >= 3 && right.len() >= 3;
    let like_others = items.len() >= 2 && {
        let lengths = items.iter().map(Range::len);
        let (shortest, longest) = (lengths.clone().min().unwrap_or(0), lengths.max().unwrap_or(0));
        let fits = |range: &Range<usize>| {
            range.len() + 1 >= shortest && range.len() <= longest + 1 && range.len() >= 3
        };
        fits(&left) && fits(&right)
    };
    if alike || like_others { (2, 2) } else { (1, 2) }
}

/// True when 和 or 及 stands in a list, so that an entry may hold two.
pub(super) fn conjunctions_of(words: &str) -> bool {
    ["和", "及", "与"].iter().any(|word| words.contains(word))
}
