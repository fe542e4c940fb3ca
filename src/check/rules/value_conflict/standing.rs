//! Whether a value is of the period itself, and whether a figure may point back to one.

use crate::check::likeness::without;
use crate::check::passage::Passage;
use crate::text::figures::Mention;

/// Contexts in which a figure is of another time, or is no standing value.
const OTHER: &[&str] = &[
    "去年",
    "上年",
    "同期",
    "年初",
    "此前",
    "原有",
    "原来",
    "计划",
    "目标",
    "拟",
    "力争",
    "下半年",
    "任务",
    "预计",
    "下达",
    "较",
    "比",
    "增至",
    "降至",
    "由",
    "从",
    "每",
    "平均",
    "人均",
    "其中",
    "净增",
    "增加",
    "减少",
    "另",
    "第",
    "以上的",
    "应",
    "分别",
    "上月",
    "近年",
    "历年",
    "往年",
    "首批",
    "当天",
    "当日",
    "现场",
    "本次",
    "此次",
    "一季度",
    "二季度",
    "季度",
    "一是在",
    "占",
    "剩余",
    "其余",
    "仍有",
    "还有",
    "尚有",
    "排查",
    "抽查",
    "抽取",
];

/// Words that hold one of [`OTHER`] and mean something else.
const HARMLESS: &[&str] = &[
    "从业",
    "第三方",
    "应急",
    "响应",
    "适应",
    "供应",
    "相应",
    "理由",
    "自由",
    "由此",
    "比例",
    "比赛",
    "比武",
    "占比",
    "比重",
    "另类",
    "应届",
];

/// Words right before a figure by which it is the new value: 由18名增加到23名.
const REACHED: &[&str] = &[
    "增加到",
    "增加至",
    "增至",
    "增长到",
    "发展到",
    "扩大到",
    "扩充到",
    "壮大到",
    "提高到",
    "升至",
    "降至",
    "减至",
    "减少到",
    "调整为",
    "达到",
];

/// True for a value of the period itself, neither planned nor of another time nor a part.
pub(super) fn is_standing(passage: &Passage, mention: &Mention) -> bool {
    if passage.script().one_before(mention.range.start, REACHED).is_some() {
        return true;
    }
    let clause = passage.clause(mention.number.start);
    let sentence = passage.sentence(mention.number.start);
    let near = clause.start.saturating_sub(16).max(mention.range.start.saturating_sub(60));
    let around = sentence.start.max(near)..mention.range.start;
    if !passage.has(around.clone(), OTHER) {
        return true;
    }
    if !passage.has(around.clone(), HARMLESS) {
        return false;
    }
    let words = without(&passage.words(around), HARMLESS);
    !OTHER.iter().any(|word| words.contains(word))
}

/// True where a figure that points back may do so: not to a part, a plan or another time.
pub(super) fn may_point_back(passage: &Passage, index: usize, mention: &Mention) -> bool {
    const SOFT: &[&str] = &[
        "此次",
        "本次",
        "现场",
        "当天",
        "当日",
        "首批",
        "第",
        "每",
        "由",
        "从",
        "应",
        "排查",
        "抽查",
        "抽取",
        "分别",
        "以上的",
        "一是在",
        "计划",
        "任务",
    ];
    let clause = passage.clause(mention.number.start);
    let near = clause.start.max(passage.lead(index).start.saturating_sub(12))..mention.range.start;
    if !passage.has(near.clone(), OTHER) {
        return true;
    }
    let words = without(&passage.words(near), HARMLESS);
    !OTHER.iter().any(|word| !SOFT.contains(word) && words.contains(word))
}

/// True for a mean age of now: 平均年龄31.5岁, not 上一届平均年龄.
pub(super) fn is_mean_age(passage: &Passage, index: usize, mention: &Mention) -> bool {
    const BEFORE: &[&str] =
        &["上届", "上一届", "去年", "上年", "原", "此前", "由", "从", "降", "换届前", "年初"];
    let clause = passage.clause(mention.number.start);
    mention.unit == "岁"
        && passage.has(passage.lead(index), &["平均年龄"])
        && !passage.has(clause.start..mention.range.start, BEFORE)
}
