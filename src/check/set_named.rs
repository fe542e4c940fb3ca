//! A set that was counted before and is named again at the head of a clause: 评出获奖项目60项。…
//! 获奖项目中已有27项投入应用.

use super::passage::Passage;
use super::relation::{alike, is_part_label, label};
use crate::text::figures::Mention;

/// How far back the set may have been counted.
const REACH: usize = 200;

/// Characters that make another word of 中 or 里.
const OTHER_WORDS: &[char] = &[
    '小', '学', '国', '心', '央', '层', '等', '型', '期', '旬', '午', '队', '华', '考', '专', '职', '介',
    '青', '程',
];

/// Words of another time or of a plan, at which the set of the same name is another one.
const OTHER_SETS: &[&str] = &["去年", "上年", "往年", "目标", "计划", "拟", "同期"];

/// What sets are called by that were singled out before.
const RESULTS: &[&str] = &["入围", "入选", "获奖", "签约", "中标", "参赛", "报名", "当选", "立项", "落地"];

/// The figure that counts the set of which `part` is said to be some.
pub fn set_named<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    if index == 0 || !part.counts() {
        return None;
    }
    let script = passage.script();
    let start = passage.clause(part.number.start).start.max(part.range.start.saturating_sub(36));
    let within = |at: &usize| {
        matches!(script.get(*at), Some('中' | '里'))
            && !script.get(at + 1).is_some_and(|c| OTHER_WORDS.contains(&c))
            && !script.before(*at).is_some_and(|c| "其集高初当期途程".contains(c))
    };
    let end = (start + 3..part.range.start).rev().find(within)?;
    let set = script.string(start..end).trim_start_matches(['在', '从', '该']);
    let rest = script.string(end + 1..part.range.start);
    if rest.chars().count() > 12
        || rest.contains(['、', '（', '：'])
        || !passage.reading.within(start..part.number.start).is_empty()
        || !is_part_label(rest)
    {
        return None;
    }
    let told = set.rsplit_once('的').map(|(told, _)| told);
    // 初评入围48件…入围作品中: the noun of the set need not have stood by the figure.
    let bare = RESULTS.iter().find(|word| set.starts_with(**word)).copied();
    let name = told.or(bare).unwrap_or(set);
    if name.chars().count() < if name == set { 3 } else { 2 } || name.contains(['、', '“', '（']) {
        return None;
    }
    let line = passage.reading.outline.line(part.number.start).start;
    let from = index.saturating_sub(8);
    let before = passage.mentions().get(from..index)?;
    let found = before.iter().enumerate().rev().map(|(place, it)| (from + place, it));
    let near = found.take_while(|(_, it)| {
        it.number.start >= line && part.range.start.saturating_sub(it.range.end) <= REACH
    });
    let mut named = near.filter(|(at, it)| {
        alike(it, part)
            && it.counts()
            && [name, set].iter().any(|name| {
                label(passage, *at).ends_with(*name) || passage.words(passage.tail(*at)).starts_with(*name)
            })
    });
    let (at, whole) = named.next()?;
    let clause = passage.clause(whole.number.start).start;
    (!passage.has(clause..whole.range.start, OTHER_SETS)).then_some((at, whole))
}
