//! Which figure is the whole of a part.

use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::text::figures::{Kind, Mention};

pub(super) fn measures(part: &Mention, whole: &Mention) -> bool {
    alike(part, whole) || (matches!(part.unit, "人" | "名") && whole.unit == "个")
}

/// The whole of a part: the figure before 其中 or 中, else the nearest one before that is no
/// neighbour in the same row, no figure of another time and no mere increase.
pub(super) fn whole<'p>(
    passage: &'p Passage,
    at: usize,
    part: &Mention,
    completes: bool,
) -> Option<&'p Mention> {
    let mut right = part.range.start;
    let mut nearest = None;
    let from_here = passage.earlier(at);
    // 其中 at the head of a sentence speaks of the sentence before.
    let heads = passage.sentence(part.number.start).start;
    let leads = passage.words(heads..part.range.start).starts_with("其中");
    let previous = if leads { at.saturating_sub(3)..at } else { 0..0 };
    let over = passage.mentions().get(previous.clone()).unwrap_or_default();
    let over = previous.zip(over).rev().filter(|(_, it)| it.number.start < heads);
    for (place, it) in from_here.chain(over) {
        let gap = passage.words(it.range.end..right.max(it.range.end));
        let opens =
            ["其中", "中，", "里，", "中的", "中有", "当中", "里有"].iter().any(|word| gap.contains(word));
        let row = !opens
            && !due(passage, place)
            && !gap.contains(['，', '。', '：'])
            && gap.contains(['、', '和', '及', '与']);
        let lead = passage.words(passage.lead(place));
        let other_time =
            ["去年", "上年", "同期", "年初", "上半年的", "前年"].iter().any(|word| lead.contains(word))
                && !["下达", "定", "确定"].iter().any(|word| lead.contains(word))
                && !completes;
        let fits = it.kind == Kind::Count
            && it.exact()
            && !it.quoted
            && measures(part, it)
            && (it.value >= part.value || completes)
            && !other_time
            && !lead.contains("其中")
            && !["净增", "增加", "减少", "较", "同比"].iter().any(|word| lead.contains(word));
        if fits && opens {
            return Some(it);
        }
        if fits && !row && nearest.is_none() {
            nearest = Some(it);
        }
        if alike(part, it) {
            right = it.range.start;
        }
    }
    nearest
}

/// What those who were asked say.
const ANSWERS: &[&str] = &[
    "受访",
    "被访",
    "认为",
    "选择",
    "表示",
    "希望",
    "列为",
    "反映",
    "愿意",
    "赞同",
    "倾向",
    "关注",
    "受调查",
];

/// Words of a survey beside the number of those who were asked, or of their answers.
const SURVEYS: &[&str] = &["问卷", "答卷", "访谈", "调查表", "受访", "测评表"];

/// 收回有效问卷400份，每人一份。…的受访者有260人: those who were asked, counted by their sheets or
/// themselves, most often in the sentence before.
pub(super) fn surveyed<'p>(passage: &'p Passage, at: usize, part: &Mention) -> Option<&'p Mention> {
    if !matches!(part.unit, "人" | "名" | "位" | "份") {
        return None;
    }
    let clause = passage.clause(part.number.start);
    if !passage.has(clause.start..passage.tail(at).end, ANSWERS) {
        return None;
    }
    let line = passage.reading.outline.line(part.number.start).start;
    let before = passage.mentions().get(at.saturating_sub(5)..at)?;
    let asked = (at.saturating_sub(5)..at).zip(before).rev().find(|(place, it)| {
        let around = passage.lead(*place).start..passage.tail(*place).end;
        it.kind == Kind::Count
            && matches!(it.unit, "份" | "人" | "名" | "位")
            && it.number.start >= line
            && part.number.start - it.number.start <= 120
            && passage.has(around, SURVEYS)
    });
    asked.map(|(_, it)| it).filter(|it| it.counts() && it.value >= part.value)
}

/// 应到, 应考, 应交纳; not 应急 and 响应.
pub(super) fn due(passage: &Passage, index: usize) -> bool {
    let script = passage.script();
    passage.lead(index).any(|at| {
        script.get(at) == Some('应')
            && !script.get(at + 1).is_some_and(|c| "急届用对聘征邀".contains(c))
            && !script.before(at).is_some_and(|c| "响反对相适供效回".contains(c))
    })
}
