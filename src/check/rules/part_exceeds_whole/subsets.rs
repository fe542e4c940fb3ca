//! Some of a set that was counted before: behind 其中, or behind the set named again (这42人里头,
//! 从这些申请人中, 53家企业当中).

use super::nouns;
use super::stages::shares;
use crate::check::passage::Passage;
use crate::check::relation::{alike, depth_of, is_part_label, label};
use crate::text::figures::{Kind, Mention};

/// Words behind the name of a set that say that something of it follows.
const WITHIN: &[&str] = &["当中", "里头", "里面", "之中", "之内", "中有", "里有", "中", "里", "内"];

/// The same where nothing is named before them.
const TAKEN_UP: &[&str] = &["这里面", "这里头", "这当中", "里面", "里头", "当中"];

/// Characters that make another word of 中, 里 or 内.
const OTHER_WORDS: &[char] = &[
    '小', '学', '国', '心', '央', '层', '等', '型', '期', '旬', '午', '队', '共', '华', '考', '容', '蒙',
    '程', '外', '部', '介', '青',
];

/// True for an exact count or one with marks that may be a whole.
fn may_be_whole(mention: &Mention) -> bool {
    !mention.quoted && !mention.range_start && !mention.range_end && mention.kind == Kind::Count
}

/// 其中, or …家企业中: the whole stands before it.
pub(super) fn within_whole<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let sentence = passage.sentence(part.number.start);
    let floor = sentence.start.max(part.range.start.saturating_sub(30));
    let script = passage.script();
    // 里面有80人是在校生: at the head of its clause it takes up what was counted before.
    let taken_up = |at: &usize| {
        matches!(script.before(*at), Some('，' | '；')) && script.one_at(*at, TAKEN_UP).is_some()
    };
    let marker = (floor..part.range.start).rev().find(|at| script.at(*at, "其中") || taken_up(at));
    if let Some(mark) = marker {
        let label = passage.words(mark..part.range.start);
        // 其中A30个、B10个: the row behind 其中 are all parts; a new clause with a verb is not.
        let figures = passage.reading.within(mark..part.number.start).len();
        let row = figures == 0 || (label.matches('，').count() == 0 && label.matches('；').count() == 0);
        let lead = passage.lead(index);
        let label_ok = is_part_label(&passage.words(lead.start.max(mark)..lead.end));
        if !row || !label_ok || label.chars().filter(|c| *c == '，').count() > 1 {
            return None;
        }
        return before(passage, index, mark)
            .filter(|(at, _)| !change(passage, *at))
            .find(|(at, it)| (alike(it, part) || people(passage, *at, index)) && !under_part(passage, *at))
            .filter(|(_, it)| may_be_whole(it));
    }
    let (at, whole) = passage.earlier(index).find(|(_, it)| alike(it, part))?;
    let mark = following(passage, whole.range.end, part.range.start)?;
    let rest = passage.words(mark..part.range.start.max(mark));
    let rest = rest.trim_start_matches('，');
    // Another figure between may be the whole or say of what it is a part; an age does not.
    let others = passage.reading.within(mark..part.number.start);
    let plain = others
        .clone()
        .all(|at| passage.mentions().get(at).is_some_and(|it| matches!(it.unit, "岁" | "周岁" | "年")));
    let near = rest.chars().count() <= 26
        && plain
        && is_part_label(rest)
        && !rest.contains(['。', '；', '：', '（'])
        && rest.matches('，').count() == 0;
    (near && may_be_whole(whole) && !nouns::of_others(passage, index, part, whole)).then_some((at, whole))
}

/// Ends of nouns of people, of whom some writers count 个 and others 名.
const PEOPLE: &[&str] = &[
    "青年",
    "少年",
    "儿童",
    "人员",
    "学生",
    "干部",
    "职工",
    "青工",
    "教师",
    "学员",
    "队员",
    "团员",
    "党员",
    "志愿者",
];

/// True where one of two figures counts people in 个 and the other in 名.
pub(super) fn people(passage: &Passage, at: usize, index: usize) -> bool {
    let mentions = passage.mentions();
    let (Some(one), Some(other)) = (mentions.get(at), mentions.get(index)) else { return false };
    let (pieces, place, persons) = match (one.unit, other.unit) {
        ("个", "名" | "人" | "位") => (one, at, other),
        ("名" | "人" | "位", "个") => (other, index, one),
        _ => return false,
    };
    let tail = passage.words(passage.tail(place));
    let noun = if tail.is_empty() { label(passage, place) } else { &*tail };
    pieces.kind == persons.kind && PEOPLE.iter().any(|word| noun.ends_with(word))
}

/// The place behind 中, 里, 当中 that ends the name of a set whose figure ends at `start`.
fn following(passage: &Passage, start: usize, limit: usize) -> Option<usize> {
    let script = passage.script();
    for at in start..limit.min(start + 18) {
        let c = script.get(at)?;
        if matches!(c, '，' | '。' | '；' | '、' | '：' | '\n' | '（' | '）') {
            return None;
        }
        if let Some(word) = script.one_at(at, WITHIN) {
            let end = at + word.chars().count();
            let before = script.before(at).filter(|_| at > start);
            let short = word.chars().count() == 1;
            let other = short
                && (script.get(end).is_some_and(|c| OTHER_WORDS.contains(&c))
                    || before.is_some_and(|c| "集其高初当期途程空眼手海国".contains(c))
                    // 28所高校中，已有…, but not 市中, 县中 and 校中 within a name.
                    || before.is_some_and(|c| "家院校市县省".contains(c))
                        && !matches!(script.get(end), Some('，' | '有' | '已')));
            if !other {
                return Some(end);
            }
        }
    }
    None
}

/// The figures before `mark` in its sentence, nearest first; those in brackets that closed before
/// are remarks.
fn before(passage: &Passage, index: usize, mark: usize) -> impl Iterator<Item = (usize, &Mention)> {
    let script = passage.script();
    let mut depth = 0;
    let mut at = mark;
    passage.earlier(index).filter(move |(_, it)| it.number.start < mark).filter(move |(_, it)| {
        for here in (it.range.end..at.max(it.range.end)).rev() {
            depth -= script.get(here).map_or(0, depth_of);
        }
        at = it.range.start;
        if depth < 0 {
            depth = 0;
        }
        depth == 0
    })
}

/// A difference or a figure of another time is no whole: 比去年同期的275个多37个.
fn change(passage: &Passage, index: usize) -> bool {
    let lead = passage.words(passage.lead(index));
    let before = passage.mentions().get(index).and_then(|it| passage.script().before(it.range.start));
    matches!(before, Some('多' | '少' | '增' | '减'))
        || ["净增", "增加", "减少", "增长", "去年", "上年"].iter().any(|word| lead.ends_with(word))
        || lead.contains("同期")
}

/// A figure behind its own 其中 is a part, no whole.
fn under_part(passage: &Passage, index: usize) -> bool {
    let Some(mention) = passage.mentions().get(index) else { return false };
    let clause = passage.clause(mention.number.start);
    passage.has(clause.start..mention.range.start, &["其中"])
}

/// Words that name a set again.
const AGAIN: &[&str] = &["这些", "这批", "上述", "这部分", "该批", "这几", "其"];

/// 从这些申请人中确定231名; 从参加面试的人员中录用121人
pub(super) fn chosen_from<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let script = passage.script();
    let sentence = passage.sentence(part.number.start);
    let floor = sentence.start.max(part.range.start.saturating_sub(36));
    if !passage.words(floor..part.range.start).contains(['从', '这', '上']) {
        return None;
    }
    let (at, again) = (floor..part.range.start).rev().find_map(|at| {
        let word = script.one_at(at, &["从", "这些", "这批", "上述", "在这"])?;
        Some((at, word))
    })?;
    let start = at + if again == "从" { 1 } else { 0 };
    let end = (start + 1..(start + 18).min(part.range.start)).find_map(|at| {
        let word = script.one_at(at, &["当中", "里头", "里面", "之中", "中", "里"])?;
        let end = at + word.chars().count();
        (!script.get(end).is_some_and(|c| OTHER_WORDS.contains(&c))).then_some((at, end))
    })?;
    let set = script.string(start..end.0);
    let rest = script.string(end.1..part.range.start);
    let rest = rest.trim_start_matches('，');
    if set.is_empty()
        || set.contains(['，', '。', '；', '、'])
        || rest.chars().count() > 18
        || rest.contains(['，', '。', '；', '：', '、', '（'])
        || !passage.reading.within(end.1..part.number.start).is_empty()
        || !is_part_label(rest)
    {
        return None;
    }
    let named = AGAIN.iter().any(|word| set.starts_with(word));
    let mut candidates = before(passage, index, at).filter(|(_, it)| alike(it, part));
    if named {
        return candidates.next().filter(|(_, it)| may_be_whole(it));
    }
    candidates.find(|(place, it)| {
        let around = format!("{}{}", label(passage, *place), &*passage.words(passage.tail(*place)));
        may_be_whole(it) && shares(&kernel(set), &around)
    })
}

/// The name of a set without the words that any set may have.
fn kernel(set: &str) -> String {
    let mut kernel = set.to_owned();
    for word in ["人员", "青年", "的", "同志", "团员", "全县", "全区", "单位", "对象"] {
        kernel = kernel.replace(word, "，");
    }
    if kernel.chars().filter(|c| *c != '，').count() < 2 { set.to_owned() } else { kernel }
}
