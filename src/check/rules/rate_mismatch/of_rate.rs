//! The part and the whole of a rate that is named: 应到120人，实到96人，到会率85%.

use super::share::Found;
use super::stems::STEMS;
use super::whole::{due, measures, whole};
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::set_named::set_named;
use crate::text::figures::Mention;
use rust_decimal::Decimal;

/// The part that the name of a rate tells, before the rate or, where 应到 and 实到 say who is who,
/// behind it.
pub(super) fn of_rate(passage: &Passage, index: usize, stated: &Mention, stem: &str) -> Option<Found> {
    let row = STEMS.iter().find(|(names, _)| names.iter().any(|name| stem.ends_with(name)));
    let synonyms = row.map_or(&[][..], |(_, parts)| parts);
    let letters: Vec<char> = stem.chars().rev().take(2).collect();
    if letters.len() < 2 {
        return None;
    }
    let completes = ["完成", "达成"].iter().any(|word| stem.ends_with(word));
    let aimed = |at: usize| passage.has(passage.lead(at), &["目标", "任务", "计划", "指标"]);
    let named = |at: usize| {
        let mut label = passage.lead(at).start..passage.tail(at).end;
        // The name of the rate itself is no name of its part.
        if at < index {
            label.end = label.end.min(passage.lead(index).start);
        }
        let words = passage.words(label.clone());
        passage.has(label, synonyms)
            || letters.iter().all(|letter| words.contains(*letter))
            || attends(&words, &letters)
    };
    let before = passage
        .earlier(index)
        .take(5)
        .find(|(at, it)| it.counts() && !due(passage, *at) && !(completes && aimed(*at)) && named(*at));
    if let Some((at, part)) = before {
        let gap = passage.words(part.range.end..stated.range.start.max(part.range.end));
        if gap.chars().count() <= 26 && !gap.contains(['。', '；', '\n']) {
            let whole = whole(passage, at, part, completes)
                .or_else(|| behind(passage, at, part, index))
                .or_else(|| Some(set_named(passage, at, part)?.1).filter(|it| it.value >= part.value))?;
            let lead = passage.words(whole.range.start.saturating_sub(6)..whole.range.start);
            let sure = synonyms.iter().any(|word| passage.has(passage.lead(at), &[word]));
            let reach = if lead.contains(['应', '需']) {
                30
            } else if sure {
                25
            } else {
                15
            };
            return Some((part.clone(), whole.clone(), Decimal::from(reach)));
        }
        return None;
    }
    // 目标新建30家，挂牌12家，完成率40%: whatever was done is what completes the target.
    if completes
        && let Some((at, done)) =
            passage.earlier(index).next().filter(|(at, it)| at + 1 == index && it.counts())
        && let Some((_, target)) = passage.earlier(at).take(3).find(|(place, it)| {
            it.counts()
                && alike(it, done)
                && passage.has(passage.lead(*place), &["目标", "任务", "计划", "指标", "应"])
        })
        && !passage.has(passage.lead(at), &["其中", "均", "每"])
    {
        return Some((done.clone(), target.clone(), Decimal::from(15)));
    }
    if let Some(found) = absent(passage, index, stem).or_else(|| unnamed(passage, index, stated, stem)) {
        return Some(found);
    }
    // 到会率九成五，应到八十名，实到七十二名
    let (at, all) = passage.later(index).take(4).find(|(at, it)| it.counts() && due(passage, *at))?;
    let (_, came) = passage.later(at).take(3).find(|(place, it)| {
        let lead = passage.words(passage.lead(*place));
        it.counts() && alike(it, all) && it.value <= all.value && (lead.contains('实') || named(*place))
    })?;
    Some((came.clone(), all.clone(), Decimal::from(15)))
}

/// 评出优秀66名，参评80名，优秀率82.5%: the whole stands behind its part.
fn behind<'p>(passage: &'p Passage, at: usize, part: &Mention, index: usize) -> Option<&'p Mention> {
    passage.later(at).take_while(|(place, _)| *place < index).find_map(|(place, it)| {
        let all = ["参", "共", "总", "全"].iter().any(|word| passage.has(passage.lead(place), &[word]));
        (it.counts() && measures(part, it) && it.value >= part.value && (all || due(passage, place)))
            .then_some(it)
    })
}

/// 在册五百名，参加过服务的四百二十名，活跃率84%: nothing but their order tells who is who, so that
/// only a figure that lies very near to theirs is taken for their rate.
fn unnamed(passage: &Passage, index: usize, stated: &Mention, stem: &str) -> Option<Found> {
    let opinions = ["满意", "好评", "知晓", "支持", "认可", "原创", "增长", "好转", "女", "合格"];
    if opinions.iter().any(|word| stem.contains(word)) || !stated.marks.is_empty() {
        return None;
    }
    let (at, part) = passage.earlier(index).next().filter(|(at, it)| at + 1 == index && it.counts())?;
    // 人均评审37个项目 is no part of anything.
    if passage.has(passage.lead(at), &["均", "每", "各"]) {
        return None;
    }
    let gap = passage.words(part.range.end..passage.lead(index).start).to_string();
    // 获奖项目60项。…获奖项目中已有27项投入应用，转化率45%
    let clauses = gap.matches('，').count();
    if clauses == 1
        && !gap.contains(['。', '；', '：'])
        && let Some((_, whole)) = set_named(passage, at, part).filter(|(_, it)| it.value >= part.value)
    {
        return Some((part.clone(), whole.clone(), Decimal::from(12)));
    }
    let direct = gap.ends_with('，') && gap.chars().count() <= 6 && !passage.has(passage.lead(at), &["其中"]);
    let whole = direct.then(|| whole(passage, at, part, false)).flatten()?;
    Some((part.clone(), whole.clone(), Decimal::from(5)))
}

/// 实考401人 is of 参考率: 实 and a letter of the rate's name.
fn attends(words: &str, letters: &[char]) -> bool {
    words.contains('实') && letters.iter().any(|letter| words.contains(*letter))
}

/// 应到50名，缺席4名，到会率92%
pub(super) fn absent(passage: &Passage, index: usize, stem: &str) -> Option<Found> {
    if !stem.contains(['到', '席', '勤', '会', '课', '考', '训']) {
        return None;
    }
    let missing = ["缺席", "请假", "缺勤", "缺考", "未到", "缺课", "病假", "事假", "未参"];
    let (at, away) = passage
        .earlier(index)
        .take(4)
        .find(|(at, it)| it.counts() && passage.has(passage.lead(*at), &missing))?;
    let (_, due) = passage
        .earlier(at)
        .take(3)
        .find(|(_, it)| it.counts() && alike(it, away) && it.value > away.value)?;
    let value = due.value.checked_sub(away.value)?;
    Some((Mention { value, ..away.clone() }, due.clone(), Decimal::TEN))
}
