//! What a figure near a claim is: the target, with its direction and span, or the result.

use super::partly::OPEN;
use super::words::GOALS;
use crate::check::likeness::by_pairs;
use crate::check::passage::Passage;
use crate::text::figures::{Kind, Mention, Sense};
use std::ops::Range;

/// A figure with its place among the passage's.
pub(super) type Figure<'p> = (usize, &'p Mention);

/// The time that a target or a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// 全年, 年度
    Year,
    /// 上半年, 序时, 阶段
    Half,
}

/// Verbs with a modal: what is to be done.
const MODALS: &[&str] = &[
    "下达",
    "拟",
    "打算",
    "定为",
    "定在",
    "确定",
    "预计",
    "力争",
    "追加",
    "调增",
    "必须",
    "不得",
    "至少",
    "应建",
    "应缴",
    "应收",
    "应到",
    "应参",
    "应交",
    "应训",
    "应换",
    "应完成",
    "应发展",
    "应开展",
    "应组织",
    "应走访",
    "应培训",
    "应新",
    "应举",
    "应当",
    "应不",
    "应达",
    "应于",
    "应在",
    "应按",
    "须",
    "需完成",
    "需建",
    "需发展",
    "要建",
    "要办",
    "要完成",
    "要开",
    "要把",
    "要走",
    "要培",
    "要达",
    "要发展",
    "分配",
    "交办",
    "明确",
    "商定",
    "分解",
    "核定",
    "提出",
];

/// Words by which a figure is neither target nor result.
const OTHERS: &[&str] = &[
    "其中", "每", "去年", "上年", "同期", "同比", "人均", "增加", "减少", "净增", "占", "剩余", "其余",
    "余下", "还有", "尚有", "仍有", "还差", "尚差", "仍差", "相差", "缺口", "超出", "补助", "另",
];

/// Words that make a figure the result.
const RESULTS: &[&str] = &[
    "实际",
    "实有",
    "实收",
    "实到",
    "最终",
    "最后",
    "合起来",
    "合计",
    "共",
    "总计",
    "累计",
    "已",
    "完成",
    "建成",
    "达",
    "实现",
    "到账",
    "到位",
];

/// Words that make a figure the sum of those before it.
const SUMS: &[&str] = &["合起来", "合计", "共", "总计", "累计", "总共"];

const LIMITS: &[&str] = &[
    "控制在",
    "控制数",
    "控制指标",
    "控制目标",
    "压减到",
    "压降到",
    "压降至",
    "压在",
    "降至",
    "降到",
    "下降到",
    "减至",
    "减少到",
    "上限",
    "限额",
];

/// True where a passage has a word for a target, a rate of completion, or something not done.
pub(super) fn names_a_goal(passage: &Passage) -> bool {
    const RATES: &[&str] = &["完成率", "达成率", "完成比例", "完成进度", "兑现率", "应"];
    let words = passage.words(0..passage.script().len());
    [GOALS, MODALS, RATES, OPEN].into_iter().flatten().any(|word| words.contains(word))
}

/// True for a figure whose kind can be a target or a result.
pub(super) fn measures(mention: &Mention) -> bool {
    // Days and minutes are wanted few as often as many.
    let clock = matches!(mention.unit, "天" | "分钟" | "年" | "个月" | "岁" | "周岁");
    matches!(mention.kind, Kind::Count | Kind::Percent) && !mention.quoted && !clock
}

/// True for a figure that says what is to be reached.
pub(super) fn is_goal(passage: &Passage, (index, mention): Figure<'_>) -> bool {
    let bounds = mention.marks.iter().all(|mark| matches!(mark.sense, Sense::Above | Sense::AtMost));
    if !bounds || mention.range_start || mention.range_end {
        return false;
    }
    let lead = passage.lead(index);
    let before = passage.words(lead.clone());
    if of_another_time(passage, mention) || before.contains("其中") {
        return false;
    }
    // 已完成任务12家, 实际完成目标任务12家 tell a result, 比计划多12家 a difference.
    let done = [
        "已完成",
        "实际",
        "目前",
        "累计",
        "完成率",
        "超出",
        "超过",
        "超计划",
        "还差",
        "尚差",
        "仍差",
        "相差",
    ];
    if compares(&before) || done.iter().any(|word| before.contains(word)) {
        return false;
    }
    if GOALS.iter().any(|word| before.contains(word))
        || MODALS.iter().any(|word| before.contains(word))
        || is_due(&before)
    {
        return true;
    }
    let tail = passage.words(passage.tail(index));
    let called = ["目标", "任务", "指标", "要求", "计划"]
        .iter()
        .any(|word| tail.find(word).is_some_and(|at| tail[..at].chars().count() <= 8));
    if called {
        return !["完成", "达到", "超额"].iter().any(|word| tail.contains(word));
    }
    let clause = passage.clause(mention.number.start);
    let sentence = passage.sentence(mention.number.start);
    let from = sentence.start.max(clause.start.saturating_sub(24));
    let wanted = || {
        before.ends_with(['应', '须', '需', '要'])
            || passage.has(from..mention.range.start, GOALS)
            || passage.has(from..clause.start, &["部署", "方案", "通知", "责任书", "意见", "办法"])
    };
    !mention.marks.is_empty() && wanted()
}

/// 应整改, 应销号: what is due; not 应急, 响应.
fn is_due(words: &str) -> bool {
    let letters: Vec<char> = words.chars().collect();
    letters.iter().enumerate().any(|(at, letter)| {
        let next = letters.get(at + 1).copied().unwrap_or('，');
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or('，');
        *letter == '应'
            && !"，、。急届对用邀聘征战诊变援该试激接付允声".contains(next)
            && !"响供适反相对效回呼感理一".contains(before)
    })
}

/// The same, where the target may be so many each week.
pub(super) fn may_be_result_of(passage: &Passage, figure: Figure<'_>, goal: Figure<'_>) -> bool {
    let each = |index| passage.has(passage.lead(index), &["每", "人均", "平均", "场均"]);
    if each(figure.0) && each(goal.0) {
        return !is_goal(passage, figure)
            && !passage.has(passage.lead(figure.0), &["其中", "去年", "上年", "同期"]);
    }
    may_be_result(passage, figure)
}

/// True where a figure is a part of the target to which the result belongs: 其中中学200名，中学210名.
pub(super) fn of_a_part(passage: &Passage, part: Figure<'_>, result: usize, goal: usize) -> bool {
    let lead = passage.words(passage.lead(part.0));
    let Some((_, label)) = lead.split_once("其中") else { return false };
    let told = passage.words(passage.lead(result));
    let shared = by_pairs(label, &told);
    shared.all >= 2
        && shared.reaches(100)
        && !by_pairs(label, &passage.words(passage.lead(goal))).reaches(100)
}

/// True for a figure that may be the result.
pub(super) fn may_be_result(passage: &Passage, figure: Figure<'_>) -> bool {
    let lead = passage.lead(figure.0);
    let clause = passage.clause(figure.1.number.start);
    let wide = clause.start.max(lead.start.saturating_sub(6))..figure.1.range.start;
    let before = passage.words(lead.clone());
    let averaged = figure.1.kind != Kind::Percent && before.contains("平均");
    !averaged
        && !compares(&before)
        && !passage.has(lead, OTHERS)
        && !passage.has(wide, &["其中", "去年", "上年", "同期", "另外"])
        && !is_goal(passage, figure)
}

/// 比计划多, 较上年增长; not 比例, 较大.
fn compares(words: &str) -> bool {
    let letters: Vec<char> = words.chars().collect();
    letters.iter().enumerate().any(|(at, letter)| {
        let next = letters.get(at + 1).copied().unwrap_or('，');
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or('，');
        match letter {
            '比' => !"例重赛武拼如率值".contains(next) && !"占同环评对百学".contains(before),
            '较' => !"好大多高快强为".contains(next) && before != '比',
            _ => false,
        }
    })
}

/// True where the words before say that this is the result.
pub(super) fn is_result(passage: &Passage, index: usize) -> bool {
    passage.has(passage.lead(index), RESULTS)
}

/// True where the words before say that this is a sum.
pub(super) fn is_sum(passage: &Passage, index: usize) -> bool {
    passage.has(passage.lead(index), SUMS)
}

/// Whether a target is a limit from above; `None` where that is not clear.
pub(super) fn is_limit(passage: &Passage, (index, goal): Figure<'_>, sentence: Range<usize>) -> Option<bool> {
    let marked = goal.marks.iter().any(|mark| mark.sense == Sense::AtMost);
    let around = passage.lead(index).start..passage.tail(index).end.min(goal.range.end + 4);
    let below = passage.has(around.clone(), &["低于"]) && !passage.has(around.clone(), &["不低于"]);
    if marked || below || passage.has(around, LIMITS) {
        return Some(true);
    }
    let floor = goal.marks.iter().any(|mark| mark.sense == Sense::Above);
    let unclear =
        !floor && passage.has(sentence, &["控制在", "压降", "压减", "降至", "降到", "以内", "以下"]);
    (!unclear).then_some(false)
}

/// The time that a target is about: what is said nearest before it.
pub(super) fn span_of_goal(passage: &Passage, goal: &Mention) -> Option<Span> {
    let clause = passage.clause(goal.number.start);
    let sentence = passage.sentence(goal.number.start);
    let own = clause.start..clause.end.min(goal.range.end + 10);
    let before = sentence.start.max(clause.start.saturating_sub(16))..clause.start;
    let whole = || {
        passage
            .has(sentence, &["全年任务", "全年目标", "全年计划", "年度任务", "年度目标"])
            .then_some(Span::Year)
    };
    span(passage, own).or_else(|| span(passage, before)).or_else(whole)
}

/// The time that words are about.
pub(super) fn span(passage: &Passage, range: Range<usize>) -> Option<Span> {
    // 提前半年 is how much earlier, not the time of the target.
    let early = passage.has(range.clone(), &["提前半年", "提前一季度", "提前一个季度"]);
    if !early
        && passage.has(
            range.clone(),
            &["上半年", "半年", "序时", "阶段", "过半", "季度", "进度", "月底以前", "月底前", "月末前"],
        )
    {
        return Some(Span::Half);
    }
    let year = ["全年", "年度", "今年", "年初", "年内", "三年", "本年"];
    passage.has(range, &year).then_some(Span::Year)
}

fn of_another_time(passage: &Passage, mention: &Mention) -> bool {
    let clause = passage.clause(mention.number.start);
    passage.has(clause.start..mention.range.start, &["去年", "上年", "往年", "明年", "下半年", "同期"])
}
