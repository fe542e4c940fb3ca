//! Claims that compare: 比计划多, 距任务数还差, 超出计划, 仍有差距.

use super::claim::{Claim, Stance};
use super::words::GOALS;
use crate::check::passage::Passage;
use crate::text::figures::Script;

/// 比计划多, 较目标超出, 距任务数还差; 超出计划, 低于目标
pub(super) fn comparison(passage: &Passage, at: usize) -> Option<Claim> {
    const MORE: &[&str] =
        &["超出", "超过", "超", "多", "高出", "高", "增加", "增设", "增长", "扩大", "富余", "提高"];
    const LESS: &[&str] = &[
        "还差", "尚差", "仍差", "相差", "还有", "尚有", "仍有", "存在", "少", "差", "低", "欠", "短缺",
        "压缩", "缩减", "减少", "削减", "缩水", "尚缺", "还缺", "不足",
    ];
    let script = passage.script();
    let claim = |end: usize, stance| Some(Claim { range: at..end, stance });
    let goal = |from: usize, most: usize| {
        let end = plain(script, from, most);
        (from..end).find_map(|place| Some(place + script.one_at(place, GOALS)?.chars().count()))
    };
    if let Some(word) = script.one_at(at, &["超出", "超过", "突破", "高于", "多于", "高出", "多出", "超"])
    {
        let end = goal(at + word.chars().count(), if word == "超" { 2 } else { 8 })?;
        if let Some(not) = script.one_before(at, &["没有", "并未", "均未", "未", "没", "不"]) {
            return Some(Claim { range: at - not.chars().count()..end, stance: Stance::Within });
        }
        return claim(end, Stance::More);
    }
    if let Some(word) = script.one_at(at, &["低于", "少于", "不及", "未及"]) {
        let end = goal(at + word.chars().count(), 8)?;
        return claim(end, Stance::Less);
    }
    if let Some(goal) = script.one_at(at, &["目标线", "指标线", "目标值", "要求线", "标准线"])
    {
        let end = at + goal.chars().count();
        let side = script.one_at(end, &["以上", "之上", "以下", "之下"])?;
        return claim(end + 2, if side.ends_with('上') { Stance::More } else { Stance::Less });
    }
    let word = script.one_at(at, &["距离", "比", "较", "与", "同", "距", "离"])?;
    let from = at + word.chars().count();
    // 离年初400人次的计划还差: the target may stand inside.
    let figure =
        passage.reading.within(from..from + 8).next().and_then(|index| passage.mentions().get(index));
    let behind = figure.and_then(|it| goal(it.range.end, 4).or_else(|| goal(from, 6).map(|_| it.range.end)));
    let end = behind.or_else(|| goal(from, 9))?;
    let stop = plain(script, end, 6);
    if matches!(word, "与" | "同") {
        // 与计划一致 may be of the manner, 与计划数一致 is of the number.
        let number =
            script.one_at(end, &["数", "人数", "数量", "总数"]).map_or(0, |word| word.chars().count());
        let behind = end + number;
        let equal = script.one_at(behind, &["持平", "相等"]);
        let equal = equal.or_else(|| script.one_at(behind, &["一致", "相同", "吻合"]).filter(|_| number > 0));
        if let Some(equal) = equal {
            return claim(behind + equal.chars().count(), Stance::Equal);
        }
    }
    (end..=stop).find_map(|place| {
        let more = script.one_at(place, MORE).map(|word| (word, Stance::More));
        let (word, stance) = more.or_else(|| script.one_at(place, LESS).map(|word| (word, Stance::Less)))?;
        Some(Claim { range: at..place + word.chars().count(), stance })
    })
}

/// 还差, 仍有差距, 存在缺口
pub(super) fn shortage(script: &Script, at: usize) -> Option<Claim> {
    let claim = |end| Some(Claim { range: at..end, stance: Stance::Less });
    if script.one_at(at, &["还差", "尚差", "仍差", "欠账"]).is_some() {
        return claim(at + 2);
    }
    let word = script.one_at(at, &["还有", "尚有", "仍有", "存在", "有"])?;
    let from = at + word.chars().count();
    let gap =
        (from..plain(script, from, 5)).find(|place| script.one_at(*place, &["差距", "缺口"]).is_some())?;
    claim(gap + 2)
}

/// The end of the run without marks and figures that begins at a position.
pub(super) fn plain(script: &Script, from: usize, most: usize) -> usize {
    let stops = |at: &usize| {
        script.get(*at).is_none_or(|letter| {
            letter.is_ascii_digit()
                || matches!(letter, '，' | '。' | '；' | '：' | '、' | '（' | '）' | '\n' | '！' | '？')
        })
    };
    (from..from + most).find(stops).unwrap_or(from + most)
}
