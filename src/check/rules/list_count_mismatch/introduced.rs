//! Lists behind the number: 5家，分别为甲、乙、丙、丁; 三个方面：…; 5个（甲、乙、丙、丁）.

use super::items::{conjunctions_of, count_counted, count_items, has_counts, list_end};
use super::{Counted, OPEN};
use crate::check::passage::Passage;
use crate::text::figures::Mention;

const INTRODUCTIONS: &[&str] = &[
    "分别为",
    "分别是",
    "分别有",
    "分别在",
    "分别以",
    "分别由",
    "分别负责",
    "分别承担",
    "分别位于",
    "分别设在",
    "分别命名为",
    "分别取名",
    "具体为",
    "具体是",
    "具体包括",
    "主要包括",
    "包括",
    "依次为",
    "依次是",
    "它们是",
    "他们是",
    "她们是",
    "名单为",
    "即",
    "主要为",
    "主要是",
    "涵盖",
];

/// 共有5家，分别为甲、乙、丙和丁
pub(super) fn behind(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let sentence = passage.sentence(announced.number.start);
    let start = announced.range.end;
    let reach = (start + 45).min(sentence.end);
    let (word, at) = (start..reach)
        .find_map(|at| {
            let mark = |at: usize| matches!(script.get(at), Some('，' | '：' | '（' | '；' | '、'));
            let near = at == start || at.checked_sub(1).is_some_and(mark);
            if !near {
                let noun = matches!(script.get(at), Some('分' | '依'))
                    && (script.at(at, "分别") || script.at(at, "依次"));
                if !noun {
                    return None;
                }
                // 主题分别是, 题目依次为: a noun of what is listed may stand before. 6个重点村分别是…:
                // without a mark only what cannot be read as 为 with a verb.
                let marked = (at.saturating_sub(6).max(start)..at).any(mark);
                if !(marked || at - start <= 8 && script.at(at, "分别是")) {
                    return None;
                }
            }
            let word = script.one_at(at, INTRODUCTIONS)?;
            Some((word, at + word.chars().count()))
        })
        .or_else(|| colon(passage, announced, reach))
        .or_else(|| people(passage, announced))?;
    // 其中…包括…, or a figure between: the list is of something else.
    let between = start..at;
    if passage.has(between.clone(), &["其中", "。"]) || !passage.reading.within(between.clone()).is_empty()
    {
        return None;
    }
    let at = at + usize::from(matches!(script.get(at), Some('：')));
    let end = list_end(passage, at, sentence.end);
    let list = at..end;
    if list.len() < 3 {
        return None;
    }
    if has_counts(passage, &list) {
        return count_counted(passage, announced, at, word);
    }
    count_items(passage, list, word)
}

/// 2名，为陈瑶、郭凯: names of people are short and of one length.
fn people<'w>(passage: &Passage, announced: &Mention) -> Option<(&'w str, usize)> {
    let script = passage.script();
    let at = announced.range.end;
    if !matches!(announced.unit, "名" | "人" | "位") || !script.at(at, "，为") {
        return None;
    }
    let end = passage.clause(at + 1).end;
    let names = script.string(at + 2..end).trim_end_matches(['，', '。', '；']);
    let short = names.split('、').all(|name| (2..=3).contains(&name.chars().count()));
    (names.contains('、') && short).then_some(("为", at + 2))
}

/// 三个方面：思想引领、组织建设、队伍建设
fn colon<'w>(passage: &Passage, announced: &Mention, reach: usize) -> Option<(&'w str, usize)> {
    let script = passage.script();
    let start = announced.range.end;
    let at = (start..reach.min(start + 14)).find(|at| script.get(*at) == Some('：'))?;
    let noun = script.string(start..at);
    (!noun.contains(['，', '、', '（', '。'])).then_some(("：", at + 1))
}

/// 5个（甲、乙、丙、丁）: names in brackets right behind the number and its noun.
pub(super) fn bracketed(passage: &Passage, index: usize, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let open = passage.tail(index).end;
    if script.get(open) != Some('（') || open.saturating_sub(announced.range.end) > 10 {
        return None;
    }
    let inside = passage.reading.outline.bracket_at(open)?;
    let words = script.string(inside.clone());
    let open_ended = ["等", "含", "其中", "包括", "除", "如", "不", "占", "见", "兼", "；", "，", "：", "的"];
    if inside.len() > 200
        || open_ended.iter().any(|word| words.contains(word))
        || !passage.reading.within(inside.clone()).is_empty()
    {
        return None;
    }
    let marks = words.matches('、').count();
    if marks < 2 {
        return None;
    }
    let (least, most, list) = count_items(passage, inside, "：")?;
    // Kinds of people and places stand for more than themselves: more may have been counted.
    let stands = announced.value.try_into().ok().is_some_and(|value: usize| value <= most + 2);
    stands.then_some((least, if conjunctions_of(words) { OPEN } else { most }, list))
}

/// “三张清单”：甲清单、乙清单、丙清单; “五大行动”，即…: a name that is spelt out behind its quotation marks.
pub(super) fn behind_name(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let quote = passage.reading.outline.quote(announced.number.start)?;
    let one = passage.reading.within(quote.clone()).len() == 1;
    let at = quote.end + 1;
    let (end, word) = match script.get(at)? {
        '：' => (at + 1, "："),
        '，' => {
            let word = script.one_at(at + 1, INTRODUCTIONS)?;
            (at + 1 + word.chars().count(), word)
        }
        _ => return None,
    };
    if !one || quote.start != announced.number.start || script.get(quote.end) != Some('”') {
        return None;
    }
    let end = end + usize::from(script.get(end) == Some('：'));
    let list = end..list_end(passage, end, passage.sentence(end).end);
    if list.len() < 3 || has_counts(passage, &list) {
        return None;
    }
    count_items(passage, list, word)
}
