//! # What it does
//! Finds a percentage that does not follow from the figures beside it, rounded or cut to the
//! digits printed.
//! # Why it is bad
//! Anyone with a calculator finds it.
//! # Example
//! 应到120人，实到96人，到会率85%
//! # Use instead
//! 应到120人，实到96人，到会率80%

use super::{Rule, Scope};
use crate::check::arithmetic::{change, middle, plain, prints_as, rounded, share};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule = Rule { name: "rate-mismatch", title: "比率不符", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, stated) in passage.mentions().iter().enumerate() {
        if !stated.exact() || stated.quoted {
            continue;
        }
        let flaw = match stated.kind {
            Kind::Percent => growth(passage, index, stated, verdicts)
                .or_else(|| part_of_whole(passage, index, stated, verdicts)),
            Kind::Times => growth(passage, index, stated, verdicts),
            Kind::Points => points(passage, index, stated, verdicts),
            _ => None,
        };
        verdicts.extend(flaw);
    }
}

const RISES: &[&str] =
    &["增长", "增加", "提高", "提升", "上升", "增幅", "涨幅", "上涨", "增速", "扩大", "净增", "增"];
const FALLS: &[&str] =
    &["下降", "减少", "降低", "降幅", "缩减", "压减", "下滑", "减幅", "压缩", "回落", "缩短", "降", "减"];

/// True where the percentage is said to be a change.
fn is_change(passage: &Passage, index: usize) -> Option<bool> {
    let words = passage.words(passage.lead(index));
    let words = words.trim_end_matches(['了', '达', '为', '到', '率', '约']);
    let ends = |verbs: &[&str]| verbs.iter().any(|verb| words.ends_with(verb));
    if passage.words(passage.lead(index)).ends_with(['到', '至']) {
        return None;
    }
    if ends(RISES) {
        Some(true)
    } else if ends(FALLS) {
        Some(false)
    } else {
        None
    }
}

/// 由240人增至300人，同比增长20%; 去年同期240人，今年300人，增长20%
fn growth(passage: &Passage, index: usize, stated: &Mention, verdicts: &mut Verdicts) -> Option<Flaw> {
    let rises = is_change(passage, index)?;
    let (from, to) = match by_difference(passage, index) {
        Some(pair) => pair,
        None => {
            let (from, to) = from_to(passage, index, stated)?;
            (from.clone(), to.clone())
        }
    };
    let (from, to) = (&from, &to);
    let (low, high) = change(from, to)?;
    let scale = if stated.kind == Kind::Times { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let (low, high) = (low.checked_div(scale)?, high.checked_div(scale)?);
    let up = to.value > from.value;
    let sign = if stated.kind == Kind::Times { "倍" } else { "%" };
    let (larger, smaller) = if up { (to, from) } else { (from, to) };
    let percent = if stated.kind == Kind::Times { "" } else { " × 100%" };
    let quotient = |expected: &str| {
        let (larger, smaller) = (plain(larger.value), plain(smaller.value));
        format!("({larger} - {smaller}) ÷ {}{percent} = {expected}{sign}", plain(from.value))
    };
    if from.value == to.value || up != rises {
        return None;
    }
    if prints_as(low, high, stated) {
        verdicts.agree(|| {
            let words = quotient(&plain(stated.value));
            Agreement::new(RULE.name, stated.range.clone(), [from.range.clone(), to.range.clone()], words)
        });
        return None;
    }
    // Falls by multiples are another rule's.
    if stated.kind == Kind::Times && !rises {
        return None;
    }
    let expected = rounded(middle(low, high), stated.decimals.max(1));
    let message = format!("{}，文中为 {}，请核对。", quotient(&expected), passage.shown(stated));
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.shown(stated), format!("{expected}{sign}"))
            .related([from.range.clone(), to.range.clone()]),
    )
}

/// 现有3个，较去年增加1个，增幅50%: the base is the difference of the two.
fn by_difference(passage: &Passage, index: usize) -> Option<(Mention, Mention)> {
    let mut before = passage.earlier(index);
    let ((b, change), (_, now)) = (before.next()?, before.next()?);
    let lead = passage.words(passage.lead(b));
    let rose = RISES.iter().any(|verb| lead.ends_with(verb));
    let fell = FALLS.iter().any(|verb| lead.ends_with(verb));
    let compares = lead.contains(['较', '比']) && BEFORE.iter().any(|word| lead.contains(word));
    if !(rose || fell) || !compares || !change.counts() || !now.counts() || !alike(change, now) {
        return None;
    }
    let base =
        if rose { now.value.checked_sub(change.value)? } else { now.value.checked_add(change.value)? };
    (base > Decimal::ZERO).then(|| (Mention { value: base, ..now.clone() }, now.clone()))
}

const REACHES: &[&str] = &[
    "增至",
    "升至",
    "提高到",
    "提高至",
    "增长到",
    "增长至",
    "增加到",
    "增加至",
    "上升到",
    "上升至",
    "扩大到",
    "扩大至",
    "发展到",
    "降至",
    "降到",
    "减至",
    "减少到",
    "减少至",
    "下降到",
    "下降至",
    "压缩到",
    "压缩至",
    "缩短到",
    "缩短至",
    "变为",
    "扩展到",
    "提升到",
    "提升至",
    "增到",
    "跃升至",
    "回落至",
    "缩减到",
    "缩减至",
    "降低到",
    "降低至",
    "攀升至",
    "达到",
    "增为",
    "降为",
];
const BEFORE: &[&str] = &["去年同期", "上年同期", "去年", "上年", "年初", "同期", "上半年的", "前年"];

/// The two figures that the change lies between, first and last.
fn from_to<'p>(passage: &'p Passage, index: usize, stated: &Mention) -> Option<(&'p Mention, &'p Mention)> {
    let usable = |it: &Mention| it.kind == Kind::Count && it.exact() && !it.quoted;
    let sentence = passage.sentence(stated.number.start);
    let (b, last) = passage.earlier(index).next()?;
    if !usable(last) {
        return None;
    }
    let near = stated.range.start.saturating_sub(last.range.end) <= 16;
    let lead_last = passage.words(passage.lead(b));
    let before_last =
        passage.words(sentence.start.max(last.range.start.saturating_sub(12))..last.range.start);
    let (a, first) = passage.earlier(b).next()?;
    if usable(first) && alike(first, last) && near {
        let opening =
            passage.words(sentence.start.max(first.range.start.saturating_sub(14))..first.range.start);
        let from_word = opening.contains(['由', '从'])
            && opening.chars().rev().take(14).any(|c| matches!(c, '由' | '从'));
        let reaches = REACHES.iter().any(|word| before_last.ends_with(word));
        if from_word && reaches {
            return Some((first, last));
        }
        // 去年同期240人，今年300人
        let was = |words: &str| BEFORE.iter().any(|word| words.contains(word));
        let lead_first = passage.words(passage.lead(a));
        let now = ["今年", "上半年", "本期", "目前", "现在", "达", "为", "共"]
            .iter()
            .any(|word| lead_last.contains(word));
        if was(&lead_first) && now && !was(&lead_last) {
            return Some((first, last));
        }
        // 今年300人，较去年同期的240人增长20%
        let compares = before_last.contains(['较', '比']) || before_last.contains("去年同期");
        let changes = RISES.iter().chain(FALLS).any(|verb| lead_last.ends_with(verb));
        if was(&lead_last) && compares && !was(&lead_first) && !changes {
            return Some((last, first));
        }
    }
    // 较去年同期的240人增长20%，达到300人
    if BEFORE.iter().any(|word| lead_last.contains(word)) && lead_last.contains(['较', '比']) && near {
        let (_, next) = passage.later(index).next()?;
        let lead = passage.words(stated.range.end..next.range.start.max(stated.range.end));
        if usable(next)
            && alike(next, last)
            && ["，达到", "，达", "，增至", "，升至", "，为", "至", "，降至", "，增加到", "，增长到"]
                .contains(&lead.as_str())
        {
            return Some((last, next));
        }
    }
    None
}

/// 由68.4%提高到81.9%，提高12个百分点
fn points(passage: &Passage, index: usize, stated: &Mention, verdicts: &mut Verdicts) -> Option<Flaw> {
    let rises = is_change(passage, index)?;
    let mut before = passage.earlier(index).filter(|(_, it)| it.kind == Kind::Percent);
    let ((b, last), (_, first)) = (before.next()?, before.next()?);
    if b + 1 != index || !first.exact() || !last.exact() {
        return None;
    }
    let between = passage.words(first.range.end..last.range.start.max(first.range.end));
    let opening = passage.words(first.range.start.saturating_sub(14)..first.range.start);
    let chained = REACHES.iter().any(|word| between.ends_with(word))
        && between.chars().count() <= 12
        && opening.contains(['由', '从']);
    let near = stated.range.start.saturating_sub(last.range.end) <= 12;
    let difference = (last.value - first.value).abs();
    let slack = first.step.max(last.step) / Decimal::TWO;
    let fits = (difference - stated.value).abs()
        <= if first.decimals.max(last.decimals) > stated.decimals {
            stated.step
        } else {
            Decimal::ZERO * slack
        };
    if !chained || !near || (last.value > first.value) != rises {
        return None;
    }
    let (high, low) = if rises { (last, first) } else { (first, last) };
    if fits {
        verdicts.agree(|| {
            let (high, low, stated_words) = (plain(high.value), plain(low.value), plain(stated.value));
            let words = format!("{high}% - {low}% = {stated_words}个百分点");
            Agreement::new(RULE.name, stated.range.clone(), [first.range.clone(), last.range.clone()], words)
        });
        return None;
    }
    let expected = format!("{}个百分点", plain(difference));
    let message = format!(
        "{}% - {}% = {expected}，文中为 {}，请核对。",
        plain(high.value),
        plain(low.value),
        passage.shown(stated)
    );
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.shown(stated), expected)
            .related([first.range.clone(), last.range.clone()]),
    )
}

/// What a part is called where a rate is given of it.
const STEMS: &[(&[&str], &[&str])] = &[
    (
        &["到会", "到课", "出席", "参会", "出勤", "到岗", "到场", "到训", "签到", "参训", "参学", "到位"],
        &[
            "实到",
            "到会",
            "到课",
            "出席",
            "参会",
            "实际参加",
            "实际参",
            "到场",
            "到岗",
            "实训",
            "参训",
            "参学",
            "签到",
            "到位",
        ],
    ),
    (&["整改", "整改完成", "销号"], &["整改", "销号"]),
    (&["办结", "办理", "结案", "办复", "解决"], &["办结", "办理", "结案", "办复", "解决"]),
    (&["回收"], &["回收", "收回"]),
    (&["有效"], &["有效"]),
    (
        &["完成", "达成", "目标完成", "任务完成", "募集完成", "计划完成"],
        &["完成", "实际", "实现", "建成", "新建", "募集", "达成", "到位"],
    ),
    (
        &["覆盖", "建团", "组建", "建成", "组织覆盖", "团建覆盖"],
        &["已建", "建立", "建团", "组建", "覆盖", "建成"],
    ),
    (&["合格", "及格", "达标", "通过", "优秀", "优良"], &["合格", "及格", "达标", "通过", "优秀", "优良"]),
    (&["就业", "上岗", "签约"], &["就业", "上岗", "签约"]),
    (&["岗位利用", "利用"], &["上岗"]),
    (&["转接", "接转", "衔接"], &["转接", "接转", "衔接"]),
    (&["换届", "换届完成"], &["换届"]),
    (&["采纳"], &["采纳"]),
    (&["参与", "参加"], &["参与", "参加", "参赛", "参评"]),
    (&["圆梦", "实现", "认领", "点亮"], &["圆梦", "实现", "认领", "点亮"]),
    (
        &["报到", "入团", "注册", "录入", "建档", "结对", "培训", "录用", "入驻"],
        &["报到", "入团", "注册", "录入", "建档", "结对", "培训", "录用", "入驻"],
    ),
];

/// 应到120人，实到96人，到会率85%; 416家中，238家，占57.2%
fn part_of_whole(passage: &Passage, index: usize, stated: &Mention, verdicts: &mut Verdicts) -> Option<Flaw> {
    let lead = passage.words(passage.lead(index));
    let mut label = lead.trim_end_matches(['达', '到', '为', '仅', '约', '是', '已', '只', '高', '有', '：']);
    label = label.trim_end_matches("达到");
    let of_it = ["占", "占比", "比例", "比重"].iter().any(|word| label.ends_with(word))
        || lead.starts_with('占')
        || lead.contains("，占");
    let stem = label.strip_suffix('率');
    if label == "的" {
        return share_of(passage, index, stated, verdicts);
    }
    if !of_it && stem.is_none() {
        return None;
    }
    if ["同比", "去年", "较", "平均", "全市", "目标"].iter().any(|word| lead.contains(word)) {
        return None;
    }
    let mut known = true;
    let synonyms: Vec<&str> = match stem {
        Some(stem) => {
            let row = STEMS.iter().find(|(names, _)| names.iter().any(|name| stem.ends_with(name)));
            match row {
                Some((_, parts)) => parts.to_vec(),
                // 结业率 of those 结业: a rate that is not known is named after its part.
                None => {
                    known = false;
                    stem.char_indices().rev().nth(1).map(|(at, _)| &stem[at..]).into_iter().collect()
                }
            }
        }
        None => Vec::new(),
    };
    if stem.is_some() && synonyms.is_empty() {
        return None;
    }
    let (near_part, part) = passage.earlier(index).find(|(at, it)| {
        it.counts()
            && (of_it && stem.is_none() || {
                let end = passage.tail(*at).end;
                // The name of the rate itself is no name of its part.
                let end = if known { end } else { end.min(passage.lead(index).start) };
                passage.has(passage.lead(*at).start..end, &synonyms)
            })
    })?;
    let gap = passage.words(part.range.end..stated.range.start.max(part.range.end));
    if gap.chars().count() > if of_it { 18 } else { 24 }
        || gap.contains(['。', '；', '\n'])
        || (of_it && near_part + 1 != index)
    {
        return None;
    }
    if of_it && stem.is_none() && gap.matches('，').count() > 1 {
        return None;
    }
    // Any figure before it may be the whole; one that fits is enough.
    let wholes: Vec<(usize, &Mention)> = passage
        .earlier(index)
        .filter(|(at, it)| *at != near_part && it.kind == Kind::Count && !it.quoted && measures(part, it))
        .collect();
    let fits = |part: &Mention, whole: &Mention| {
        share(part, whole).is_some_and(|(low, high)| prints_as(low, high, stated))
    };
    let mentions = passage.mentions();
    let before = mentions.get(index.saturating_sub(24)..index)?.iter().rev();
    let mut near = before.chain(mentions.get(index..(index + 3).min(mentions.len()))?);
    let whole = near.find(|it| it.kind == Kind::Count && it.number != part.number && fits(part, it));
    let pair = whole.map(|whole| (part, whole)).or_else(|| {
        wholes.iter().find_map(|(_, one)| {
            let two = wholes.iter().find(|(_, two)| one.number != two.number && fits(one, two));
            two.map(|(_, two)| (*one, *two))
        })
    });
    if let Some((part, whole)) = pair {
        verdicts.agree(|| shared(passage, stated, part, whole));
        return None;
    }
    let (_, whole) = wholes.into_iter().find(|(at, it)| {
        *at < near_part
            && it.exact()
            && (it.value >= part.value || stem.is_some_and(|stem| stem.ends_with("完成")))
            && is_whole(passage, *at, it, stem)
    })?;
    let (low, high) = share(part, whole)?;
    let expected = rounded(middle(low, high), stated.decimals.max(1));
    let message = format!(
        "{} ÷ {} × 100% = {expected}%，文中为 {}，请核对。",
        plain(part.value),
        plain(whole.value),
        passage.shown(stated)
    );
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.shown(stated), format!("{expected}%"))
            .related([part.range.clone(), whole.range.clone()]),
    )
}

/// 96 ÷ 120 × 100% = 80%
fn shared(passage: &Passage, stated: &Mention, part: &Mention, whole: &Mention) -> Agreement {
    let shown = passage.words(stated.number.start..stated.range.end);
    let words = format!("{} ÷ {} × 100% = {shown}", plain(part.value), plain(whole.value));
    Agreement::new(RULE.name, stated.range.clone(), [part.range.clone(), whole.range.clone()], words)
}

/// 团员1250人，占学生2000人的65%
fn share_of(passage: &Passage, index: usize, stated: &Mention, verdicts: &mut Verdicts) -> Option<Flaw> {
    let mut before = passage.earlier(index);
    let ((at, whole), (_, part)) = (before.next()?, before.next()?);
    let named = passage.words(part.range.end..whole.range.start.max(part.range.end));
    let fits = |part: &Mention| share(part, whole).is_some_and(|(low, high)| prints_as(low, high, stated));
    let likely = named.contains('占')
        && named.chars().count() <= 20
        && !named.contains(['。', '；'])
        && passage.words(whole.range.end..stated.range.start.max(whole.range.end)) == "的"
        && at + 1 == index
        && part.counts()
        && whole.counts()
        && measures(part, whole);
    if !likely {
        return None;
    }
    if let Some((_, part)) = passage.earlier(index).find(|(_, it)| fits(it)) {
        verdicts.agree(|| shared(passage, stated, part, whole));
        return None;
    }
    let (low, high) = share(part, whole)?;
    let expected = rounded((low + high) / Decimal::TWO, stated.decimals.max(1));
    let message = format!(
        "{} ÷ {} × 100% = {expected}%，文中为 {}，请核对。",
        plain(part.value),
        plain(whole.value),
        passage.shown(stated)
    );
    Some(
        Flaw::new(RULE.name, stated.range.clone(), message)
            .figures(passage.shown(stated), format!("{expected}%"))
            .related([part.range.clone(), whole.range.clone()]),
    )
}

fn measures(part: &Mention, whole: &Mention) -> bool {
    alike(part, whole)
        || (part.unit == "人" && whole.unit == "个")
        || (part.unit == "名" && whole.unit == "个")
}

/// A whole is no part of something itself, and no figure of another time.
fn is_whole(passage: &Passage, at: usize, _whole: &Mention, stem: Option<&str>) -> bool {
    let lead = passage.words(passage.lead(at));
    let other_time = BEFORE.iter().any(|word| lead.contains(word))
        && !lead.contains("年初下达")
        && !lead.contains("年初定")
        && stem.is_none_or(|stem| !stem.ends_with("完成"));
    !other_time && !lead.contains("其中")
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_rate_follows_from_the_figures_beside_it() {
        wrong(
            "rate-mismatch",
            &[
                ("应到120人，实到96人，到会率85%。", "85%"),
                ("入驻人数由去年同期的240人增至300人,同比增长20%。", "20%"),
                ("发现问题27个，已整改24个，整改率92.3%。", "92.3%"),
                ("全县416家规模以上企业中，已建团组织的为238家，占62.1%。", "62.1%"),
                ("转办个案53件，办结51件，办结率98%。", "98%"),
                ("今年服务300人，较去年同期的240人增长30%。", "30%"),
                ("目标募集50万元，实际募集42万元，完成率88%。", "88%"),
                ("案件由20件降至8件，下降50%。", "50%"),
                ("参学率由68.4%提高到81.9%，提高12个百分点。", "12个百分点"),
                ("参与人数由100人增至300人，增长3倍。", "3倍"),
                ("服务时长从1.2万小时增加到1.8万小时，增长60%。", "60%"),
                ("现有医护320人，参加比武的208人，参与率为72%。", "72%"),
                ("参训学员80人，结业76人，结业率92%。", "92%"),
                ("现有女团员640人，占团员1600人的45%。", "45%"),
                ("创建示范岗6个，较去年增加2个，增幅40%。", "40%"),
            ],
        );
        right(&[
            "应到82人、实到59人，到课率仅72%。",
            "涉未成年人案件由20件降至8件,同比下降60%。",
            "提供岗位420个，报名大学生689人，最终上岗386人，岗位利用率91.9%。",
            "发现问题27个，目前已整改24个，整改率88.9%。",
            "团员1779人，其中女团员800人，占45%，党员50人，占2.8%。",
            "参与1200人，其中团员800人，满意率95%。",
            "完成率125%，超额完成任务。",
            "参与人数由100人增至300人，增长2倍。",
            "现有女团员640人，占团员1600人的40%。",
            "服务时长从1.2万小时增加到1.8万小时，增长47.5%。",
            "创建示范岗3个，较去年增加1个，增幅50%。",
            "人次由1500人次增至3900人次,同比增长160%。",
            "粉丝4.2万人，较去年同期增长12%。",
        ]);
    }
}
