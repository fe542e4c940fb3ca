//! Whether a claim is about the matter of a target.

use super::claim::Claim;
use super::words::GOALS;
use crate::check::likeness::{by_letters, by_pairs, without};
use crate::check::passage::Passage;
use crate::text::figures::Mention;
use std::ops::Range;

/// Words of a claim's clause that do not tell what the claim is about.
const EMPTY: &[&str] = &[
    "不折不扣地",
    "不折不扣",
    "保质保量",
    "百分之百",
    "可以说",
    "高质量",
    "高标准",
    "上半年",
    "下半年",
    "半年",
    "全年",
    "年度",
    "时间过半",
    "时间",
    "年初",
    "今年",
    "本年",
    "本期",
    "阶段性",
    "阶段",
    "序时",
    "进度",
    "圆满",
    "清零",
    "稳定",
    "保持",
    "始终",
    "一直",
    "严格",
    "尚未",
    "未能",
    "没有",
    "没能",
    "未",
    "没",
    "落后于",
    "全面",
    "如期",
    "全部",
    "顺利",
    "提前",
    "超额",
    "胜利",
    "按期",
    "按时",
    "足额",
    "如数",
    "悉数",
    "率先",
    "完成",
    "达成",
    "达到",
    "达标",
    "实现",
    "兑现",
    "做到",
    "满足",
    "符合",
    "履行",
    "上级",
    "市级",
    "省级",
    "区级",
    "县级",
    "下达",
    "交办",
    "确定",
    "既定",
    "预定",
    "规定",
    "预期",
    "原定",
    "考核",
    "工作",
    "事项",
    "各项",
    "数量",
    "人数",
    "场次",
    "次数",
    "家数",
    "户数",
    "名额",
    "总量",
    "金额",
    "大大",
    "已经",
    "基本",
    "已",
    "均",
    "都",
    "了",
    "的",
    "也",
    "但",
    "并",
    "而",
    "地",
    "还",
    "仍",
    "尚",
    "就",
    "且",
    "中",
    "数",
    "团市委",
    "团区委",
    "团县委",
    "团省委",
    "团委",
    "市里",
    "区里",
    "县里",
    "省里",
    "市",
    "区",
    "县",
    "省",
    "州",
    "我",
    "较大",
    "不小",
    "差距",
    "缺口",
    "较",
    "比",
    "距",
    "离",
    "按",
    "从而",
    "由此",
    "以来",
    "截至",
    "目前",
    "月底",
    "月末",
    "距离",
    "提出",
    "要求",
    "范围",
    "之内",
    "以内",
    "控制",
    "在",
    "是",
    "为",
    "得",
    "好",
    "任务",
    "目标",
    "指标",
    "计划",
    "标准",
    "承诺",
    "责任状",
    "责任书",
    "任务书",
    "明确",
    "商定",
    "定额",
    "额度",
    "上",
    "下",
    "里",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "个",
    "名",
    "人",
    "家",
    "场",
    "户",
    "次",
    "处",
    "件",
    "-",
    "“",
    "”",
    "（",
    "）",
    "，",
    "。",
    "；",
    "：",
    "！",
    "、",
    "\n",
];

/// True where words name a stage of something: 前两期, 第一批.
pub(super) fn of_a_stage(passage: &Passage, range: Range<usize>) -> bool {
    const STAGES: &[&str] =
        &["前两", "前三", "前四", "首期", "首批", "第一", "第二", "第三", "一期", "二期", "一批", "二批"];
    passage.has(range, STAGES)
}

/// True where the words around the claim name nothing that is foreign to the target.
pub(super) fn concerns(passage: &Passage, claim: &Claim, goal: &Mention) -> bool {
    let clause = passage.clause(claim.range.start);
    let end = clause.end.min(claim.range.end + 16);
    let mut own = passage.words(after_figures(passage, clause.start, claim.range.start)).as_str().to_owned();
    own.push_str(passage.words(claim.range.end..before_figures(passage, claim.range.end, end)).as_str());
    // 符合规定人数 says that there was a quorum, not that all came.
    let words = passage.words(claim.range.clone());
    let quorum = ["符合", "达到", "满足"].iter().any(|verb| words.contains(verb));
    let clause_of_goal = passage.clause(goal.number.start).start..goal.range.start;
    if quorum && (own.contains("人数") || passage.has(clause_of_goal.clone(), &["应到", "应参"])) {
        return false;
    }
    let rest = without(&own, EMPTY);
    // 其他任务 are not this one, and 各项 without a noun of a target are many.
    if ["其他", "其它", "其余", "另外", "各项", "多项"].iter().any(|word| own.contains(word))
        && !GOALS.iter().any(|word| own.contains(word))
        || own.contains("其他")
        || own.contains("其余")
    {
        return false;
    }
    // 前两期任务 are not the whole of a target.
    if of_a_stage(passage, clause.start..claim.range.start) && !of_a_stage(passage, clause_of_goal) {
        return false;
    }
    let sentence = passage.sentence(goal.number.start);
    let context = if goal.number.start < claim.range.start {
        sentence.start.min(clause.start)..clause.start
    } else {
        passage.clause(goal.number.start).start..goal.range.end + 20
    };
    rest.chars().count() < 2 || by_letters(&rest, &passage.words(context)).reaches(50)
}

/// True for target and result of one sentence, or of two that name the same thing.
pub(super) fn same_matter(passage: &Passage, claim: &Claim, goal: &Mention, result: &Mention) -> bool {
    let sentence = passage.sentence(result.number.start);
    if sentence.contains(&goal.number.start) {
        return true;
    }
    let clause = passage.clause(goal.number.start);
    let goal_words = without(&passage.words(clause), EMPTY);
    let end = passage.clause(claim.range.start).end;
    by_pairs(&goal_words, &passage.words(sentence.start..end)).shared >= 2
}

/// The part of a range behind its last figure.
fn after_figures(passage: &Passage, start: usize, end: usize) -> Range<usize> {
    let last = passage.reading.within(start..end).next_back().and_then(|index| passage.mentions().get(index));
    last.map_or(start, |it| it.range.end.max(start)).min(end)..end
}

/// The end of the part of a range before its first figure.
fn before_figures(passage: &Passage, start: usize, end: usize) -> usize {
    let first = passage.reading.within(start..end).next().and_then(|index| passage.mentions().get(index));
    first.map_or(end, |it| it.range.start.clamp(start, end.max(start)))
}
