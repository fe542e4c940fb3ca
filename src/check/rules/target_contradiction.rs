//! # What it does
//! Finds a claim about a target that target and result contradict.
//! # Why it is bad
//! 圆满完成 under ten of twelve is the sentence that a superior reads out.
//! # Example
//! 目标12家，完成10家，圆满完成。
//! # Use instead
//! 目标12家，完成10家，完成率83.3%。

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Lexicon, Mention};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// The rule.
pub const RULE: Rule =
    Rule { name: "target-contradiction", title: "目标与结果矛盾", scope: Scope::Passage(check) };

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// More than the target.
    Over,
    /// The target.
    Met,
    /// Less.
    Missed,
}

const CLAIMS: &[(&str, Claim)] = &[
    ("超额", Claim::Over),
    ("超出计划", Claim::Over),
    ("超出目标", Claim::Over),
    ("超出任务", Claim::Over),
    ("超过计划", Claim::Over),
    ("超过目标", Claim::Over),
    ("超计划", Claim::Over),
    ("还差", Claim::Missed),
    ("尚差", Claim::Missed),
    ("仍差", Claim::Missed),
    ("还有差距", Claim::Missed),
    ("尚有差距", Claim::Missed),
    ("仍有差距", Claim::Missed),
    ("存在差距", Claim::Missed),
    ("有一定差距", Claim::Missed),
    ("有较大差距", Claim::Missed),
    ("存在缺口", Claim::Missed),
    ("尚有缺口", Claim::Missed),
    ("仍有缺口", Claim::Missed),
    ("没能完成", Claim::Missed),
    ("未能如期完成", Claim::Missed),
    ("未能按期完成", Claim::Missed),
    ("未按期完成", Claim::Missed),
    ("未如期完成", Claim::Missed),
    ("未能达标", Claim::Missed),
    ("未及目标", Claim::Missed),
    ("不及目标", Claim::Missed),
    ("不及预期", Claim::Missed),
    ("完成全年任务", Claim::Met),
    ("完成年度任务", Claim::Met),
    ("完成上半年任务", Claim::Met),
    ("完成了全年", Claim::Met),
    ("完成了年度", Claim::Met),
    ("足额完成", Claim::Met),
    ("如数完成", Claim::Met),
    ("悉数完成", Claim::Met),
    ("超目标", Claim::Over),
    ("超任务", Claim::Over),
    ("超预期完成", Claim::Over),
    ("未能完成", Claim::Missed),
    ("未完成", Claim::Missed),
    ("没有完成", Claim::Missed),
    ("尚未完成", Claim::Missed),
    ("未达到", Claim::Missed),
    ("未达标", Claim::Missed),
    ("未达成", Claim::Missed),
    ("没有达到", Claim::Missed),
    ("未实现", Claim::Missed),
    ("未能实现", Claim::Missed),
    ("低于目标", Claim::Missed),
    ("低于预期", Claim::Missed),
    ("未能达到", Claim::Missed),
    ("圆满完成", Claim::Met),
    ("全面完成", Claim::Met),
    ("如期完成", Claim::Met),
    ("全部完成", Claim::Met),
    ("顺利完成", Claim::Met),
    ("提前完成", Claim::Met),
    ("胜利完成", Claim::Met),
    ("按期完成", Claim::Met),
    ("按时完成", Claim::Met),
    ("高质量完成", Claim::Met),
    ("完成既定", Claim::Met),
    ("完成预定", Claim::Met),
    ("完成了既定", Claim::Met),
    ("完成了预定", Claim::Met),
    ("完成目标任务", Claim::Met),
    ("完成了目标", Claim::Met),
    ("完成年度目标", Claim::Met),
    ("完成全年目标", Claim::Met),
    ("完成上半年目标", Claim::Met),
    ("达到预期目标", Claim::Met),
    ("达到既定目标", Claim::Met),
    ("达到目标", Claim::Met),
    ("实现预期目标", Claim::Met),
    ("实现既定目标", Claim::Met),
    ("实现了目标", Claim::Met),
    ("实现目标", Claim::Met),
    ("达成目标", Claim::Met),
    ("达成预期", Claim::Met),
    ("完成任务", Claim::Met),
];

static CLAIMING: LazyLock<Lexicon<Claim>> = LazyLock::new(|| Lexicon::beginning(CLAIMS.iter().copied()));

const TARGETS: &[&str] = &[
    "目标",
    "计划",
    "任务",
    "指标",
    "下达",
    "要求",
    "预期",
    "预定",
    "年初定",
    "拟",
    "应建",
    "应完成",
    "原定",
    "定为",
    "确定为",
];
const RESULTS: &[&str] = &[
    "实际", "完成", "建成", "实现", "新建", "已", "达到", "达", "募集", "发展", "开展", "举办", "组建",
    "实有", "落实", "培训", "新增", "共", "为", "到场", "最终", "招募", "实到", "培养", "走访", "吸引",
    "参加", "仅",
];
/// Words by which a figure behind the target is neither target nor result.
const OTHERS: &[&str] = &["其中", "每", "去年", "上年", "同期", "较", "同比", "平均", "人均", "增加", "减少"];
const LIMITS: &[&str] =
    &["控制在", "不超过", "以内", "以下", "压减", "降至", "降到", "减少到", "下降到", "低于"];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mut at = 0;
    while at < script.len() {
        let Some((_, length, claim)) = CLAIMING.at(script, at) else {
            at += 1;
            continue;
        };
        let claimed = at..at + length;
        // 确保圆满完成, 有望超额完成 claim nothing yet; 并未超额 says the contrary.
        let ahead = script
            .one_before(
                at,
                &[
                    "确保", "力争", "争取", "有望", "将", "预计", "努力", "保证", "推动", "为", "未", "没有",
                    "能否", "能够", "可", "不能",
                ],
            )
            .is_some();
        // 完成全年任务的42% says how much of it is done.
        let portion = script.at(claimed.end, "的")
            && passage
                .reading
                .within(claimed.end..claimed.end + 6)
                .filter_map(|index| passage.mentions().get(index))
                .any(|it| it.kind == Kind::Percent);
        if !ahead && !portion {
            let flaw = judge(passage, claimed.clone(), claim, verdicts);
            verdicts.extend(flaw);
        }
        at = claimed.end;
    }
}

fn judge(passage: &Passage, claimed: Range<usize>, claim: Claim, verdicts: &mut Verdicts) -> Option<Flaw> {
    let sentence = passage.sentence(claimed.start);
    let figures: Vec<(usize, &Mention)> = figures(passage, &sentence, &claimed);
    if let Some(flaw) = rate_of_completion(passage, &claimed, claim, &figures, verdicts) {
        return Some(flaw);
    }
    let (target, result) =
        behind_claim(passage, &claimed, &figures).or_else(|| before_claim(passage, &claimed, &figures))?;
    let reached = match claim {
        Claim::Over => result.value > target.value,
        Claim::Met => result.value >= target.value,
        Claim::Missed => result.value < target.value,
    };
    let limit = passage.has(sentence.clone(), LIMITS);
    if limit || other_span(passage, target, &claimed) {
        return None;
    }
    let words = passage.words(claimed.clone());
    if reached {
        verdicts.agree(|| {
            let (goal, done) = (passage.shown(target), passage.shown(result));
            let words = format!("目标 {goal}，完成 {done}，与「{words}」相符");
            Agreement::new(RULE.name, result.range.clone(), [target.range.clone()], words)
        });
        return None;
    }
    let rate = result.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target.value)?.round_dp(1);
    let message = format!(
        "目标 {}，完成 {}，完成率 {}%，与「{words}」不符，请核对数字或改写。",
        passage.shown(target),
        passage.shown(result),
        plain(rate)
    );
    let range = result.range.start.min(claimed.start)..result.range.end.max(claimed.end);
    Some(
        Flaw::new(RULE.name, range, message)
            .severity(Severity::Error)
            .figures(words, format!("{} / {}", plain(result.value), plain(target.value)))
            .related([target.range.clone(), result.range.clone()]),
    )
}

/// 完成率92%，超额完成全年目标
fn rate_of_completion(
    passage: &Passage,
    claimed: &Range<usize>,
    claim: Claim,
    figures: &[(usize, &Mention)],
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let (index, rate) = figures.iter().rev().find(|(_, it)| it.number.end <= claimed.start)?;
    let lead = passage.words(passage.lead(*index));
    let lead = lead.trim_end_matches(['达', '到', '为', '仅', '已', '至']);
    let gap = passage.words(rate.range.end..claimed.start.max(rate.range.end));
    let named = ["完成率", "达成率", "完成比例", "完成进度"].iter().any(|word| lead.ends_with(word));
    let near = gap.chars().count() <= 6 && !gap.contains(['。', '；']);
    if rate.kind != Kind::Percent || !named || !near || other_span(passage, rate, claimed) {
        return None;
    }
    let fits = match claim {
        Claim::Over => rate.value > Decimal::ONE_HUNDRED,
        Claim::Met => rate.value >= Decimal::ONE_HUNDRED,
        Claim::Missed => rate.value < Decimal::ONE_HUNDRED,
    };
    let words = passage.words(claimed.clone());
    if fits {
        verdicts.agree(|| {
            let words = format!("完成率 {}% 与「{words}」相符", plain(rate.value));
            Agreement::new(RULE.name, rate.range.clone(), [], words)
        });
        return None;
    }
    let message = format!("完成率 {}% 与「{words}」不符，请核对数字或改写。", plain(rate.value));
    let flaw = Flaw::new(RULE.name, rate.range.start..claimed.end, message);
    Some(flaw.figures(words, format!("{}%", plain(rate.value))))
}

/// Figures of the sentence near the claim that may be target or result.
fn figures<'p>(
    passage: &'p Passage,
    sentence: &Range<usize>,
    claimed: &Range<usize>,
) -> Vec<(usize, &'p Mention)> {
    let near = sentence.start.max(claimed.start.saturating_sub(120))..sentence.end.min(claimed.end + 40);
    passage
        .reading
        .within(near)
        .filter_map(|index| Some((index, passage.mentions().get(index)?)))
        .filter(|(_, it)| matches!(it.kind, Kind::Count | Kind::Percent) && it.exact() && !it.quoted)
        .collect()
}

fn says(passage: &Passage, index: usize, words: &[&str]) -> bool {
    let lead = passage.lead(index);
    passage.has(lead, words)
}

/// 圆满完成团区委要求的12家任务, behind or before a result
fn behind_claim<'p>(
    passage: &'p Passage,
    claimed: &Range<usize>,
    figures: &[(usize, &'p Mention)],
) -> Option<(&'p Mention, &'p Mention)> {
    // 超出计划140人次, 还差20名: the figure behind is the difference.
    if passage.script().one_at(claimed.start, &["超出", "超过", "超计划", "还差", "尚差", "仍差"]).is_some()
    {
        return None;
    }
    let clause = passage.clause(claimed.start);
    let (at, target) =
        figures.iter().find(|(_, it)| it.number.start >= claimed.end && it.number.start < clause.end)?;
    let around = claimed.start..passage.tail(*at).end;
    let names = passage.has(around, &["任务", "目标", "指标", "要求的", "计划"]);
    if !names || passage.has(claimed.end..target.range.start, &["实际", "为"]) {
        return None;
    }
    let result = figures.iter().rev().find(|(index, it)| {
        it.number.start < claimed.start && alike(it, target) && {
            let around = passage.lead(*index).start..passage.clause(it.number.start).end;
            passage.has(around, RESULTS)
        }
    });
    let result = result.or_else(|| {
        figures.iter().find(|(index, it)| {
            it.number.start > target.number.start
                && alike(it, target)
                && says(passage, *index, &["实际", "完成", "建成", "达到", "新建"])
        })
    });
    result.map(|(_, result)| (*target, *result))
}

/// 目标12家，完成10家，圆满完成
fn before_claim<'p>(
    passage: &'p Passage,
    claimed: &Range<usize>,
    figures: &[(usize, &'p Mention)],
) -> Option<(&'p Mention, &'p Mention)> {
    let before: Vec<&(usize, &Mention)> =
        figures.iter().filter(|(_, it)| it.number.end <= claimed.start).collect();
    let place = before.iter().rposition(|(index, _)| {
        says(passage, *index, TARGETS)
            || passage.has(passage.tail(*index), &["的目标", "目标任务", "的任务", "任务目标"])
    })?;
    let (_, target) = before.get(place)?;
    let (_, result) = before.get(place + 1..)?.iter().rev().find(|(index, it)| {
        // Behind the target, a figure of its kind is the result unless it says otherwise.
        alike(it, target) && !says(passage, *index, TARGETS) && !says(passage, *index, OTHERS)
    })?;
    // Only a few figures between claim and result, or the claim is about something else.
    let gap = passage.words(result.range.end..claimed.start.max(result.range.end));
    (gap.chars().count() <= 30 && gap.matches('，').count() <= 3).then_some((*target, *result))
}

/// 全年目标 and 完成上半年任务 are of two spans.
fn other_span(passage: &Passage, target: &Mention, claimed: &Range<usize>) -> bool {
    let clause = passage.clause(target.number.start);
    let sentence = passage.sentence(target.number.start);
    let near = sentence.start.max(clause.start.saturating_sub(16))..clause.end;
    let year = passage.has(near, &["全年", "年度", "今年目标", "年初", "三年", "本年"]);
    let claim = passage.clause(claimed.start);
    let half =
        passage.has(claimed.start..claim.end, &["上半年", "半年", "序时", "阶段", "过半", "季度", "进度"]);
    year && half
}

#[cfg(test)]
mod tests {
    use crate::check::Section;
    use crate::check::cases::{right, wrong, wrong_in};

    #[test]
    fn a_claim_fits_target_and_result() {
        wrong(
            "target-contradiction",
            &[
                ("目标12家,完成10家,圆满完成。", "完成10家,圆满完成"),
                (
                    "上半年计划新建“青年之家”20个，实际建成17个，超额完成上半年建设任务。",
                    "实际建成17个，超额完成",
                ),
                ("指导10家单位完成建团工作，圆满完成区团委要求的12家两新组织任务。", "圆满完成"),
                ("原定发动800名青年植树，最终到场760名，超额完成预定人数。", "最终到场760名，超额完成"),
                ("今年任务是创建支部18个，到6月底创成16个，提前超额完成任务。", "超额"),
                ("收缴目标15万元，实收15.6万元，未完成收缴任务。", "未完成"),
                ("计划招募200名，实际招募230名，离目标还差30名。", "还差"),
                ("计划培训500人次，实际培训430人次，超出计划70人次。", "超出计划"),
                ("年初下达募集任务50万元，实际募集45万元，全面完成年度目标。", "全面完成"),
            ],
        );
        wrong_in(
            "target-contradiction",
            Section::Problems,
            &[("新建非公团组织目标数为30家，实际新建36家，未完成目标任务。", "实际新建36家，未完成")],
        );
        right(&[
            "目标12家,完成12家,圆满完成。",
            "年初下达希望工程募集任务50万元，截至6月底实际募集62.5万元，完成率125%，超额完成全年任务。",
            "全年计划新建20家，上半年已建成12家，圆满完成上半年任务。",
            "目标12家，完成10家，尚未完成。",
            "计划招募200名，实际招募170名，离目标还差30名。",
            "计划培训500人次，实际培训570人次，超出计划70人次。",
            "计划培训120人，实际培训130人，圆满完成任务。",
            "确保圆满完成12家建团任务，目前已建10家。",
        ]);
    }
}
