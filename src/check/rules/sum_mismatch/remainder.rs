//! What is left: 63家，已建45家，其余18家未建; 拨付18.5万元，支出14.2万元，结余4.3万元.

use super::{RULE, kinds};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, depth_of, label, slip};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Mention;
use rust_decimal::Decimal;

/// Words of a rest that leave nothing between what was named and the whole.
const RESTS: &[&str] = &["其余", "剩余", "余下", "剩下", "还剩", "仅剩", "结余", "节余", "余款"];

/// Words before a figure that is neither the whole nor a part of what the rest is of.
const ASIDE: &[&str] = &["每", "均", "去年", "上年", "同期", "目标", "计划", "另", "含"];

/// 63家，已建45家，其余20家未建
pub(super) fn remainder(
    passage: &Passage,
    index: usize,
    rest: &Mention,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let lead = passage.words(passage.lead(index));
    let sure = RESTS.iter().any(|word| lead.contains(word));
    let open = !sure
        && ["仍有", "尚有", "还有"].iter().any(|word| lead.contains(word))
        && ["未", "没有", "尚", "空白", "正在"]
            .iter()
            .any(|word| passage.words(passage.tail(index)).contains(word));
    // 已换届的七个，尚未换届的五个: what is done and what is not.
    let own = label(passage, index);
    let undone = !sure && !open && ["未", "没有", "待", "没能"].iter().any(|word| own.contains(word));
    if !sure && !open && !undone || lead.contains('每') {
        return None;
    }
    let earlier = before(passage, index, rest)?;
    if undone {
        let done = label(passage, *earlier.first()?);
        if earlier.len() != 2 || !["已", "完成", "通过"].iter().any(|word| done.contains(word)) {
            return None;
        }
    }
    let mentions = passage.mentions();
    let values: Vec<Decimal> = earlier.iter().filter_map(|at| mentions.get(*at)).map(|it| it.value).collect();
    // Nearest first: the parts that follow the whole, the whole being the first that is larger than
    // all that stands between.
    let mut sum = rest.value;
    let mut widest = None;
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            let whole = earlier.get(place).and_then(|at| mentions.get(*at))?;
            let parts: Vec<&Mention> =
                earlier.get(..place)?.iter().rev().filter_map(|at| mentions.get(*at)).collect();
            if (*value - sum).abs() <= slack(&parts, rest, whole) {
                agree(verdicts, &parts, rest, whole);
                return None;
            }
            if parts.iter().all(|part| part.value <= *value) {
                widest = Some((place, sum));
            }
        }
        sum = sum.checked_add(*value)?;
    }
    // The rest may be what one of the figures between leaves of another: 建成22个，开展的18个，余下4个.
    let pairs = values
        .iter()
        .enumerate()
        .flat_map(|(at, one)| values.iter().skip(at + 1).map(move |other| (one, other)));
    if pairs.into_iter().any(|(part, whole)| *part + rest.value == *whole) {
        return None;
    }
    let (place, sum) = widest?;
    let whole = earlier.get(place).and_then(|at| mentions.get(*at))?;
    let parts: Vec<(usize, &Mention)> =
        earlier.get(..place)?.iter().rev().filter_map(|at| Some((*at, mentions.get(*at)?))).collect();
    let labels: Vec<&str> = parts.iter().map(|(at, _)| label(passage, *at)).collect();
    let done = labels.last().is_some_and(|_| {
        let last = parts.last().map_or(index, |(at, _)| *at);
        let around = passage.lead(last).start..passage.tail(last).end;
        passage.has(
            around,
            &[
                "已", "完成", "其中", "实现", "建", "通过", "覆盖", "整改", "办结", "解决", "支出", "使用",
                "发放", "转出", "落实", "到位",
            ],
        )
    });
    let near = slip(whole.value, sum);
    let one = parts.len() == 1;
    let alone = one || !(kinds::may_overlap(&labels) || open || undone);
    let slipped = near || !undone && done && one && sum > whole.value;
    if !alone || !slipped {
        return None;
    }
    let mut terms: Vec<String> = parts.iter().map(|(_, it)| plain(it.value)).collect();
    terms.push(plain(rest.value));
    let message =
        format!("{} = {}，文中总数为 {}，请核对。", terms.join(" + "), plain(sum), plain(whole.value));
    Some(
        Flaw::new(RULE.name, rest.range.clone(), message)
            .figures(plain(whole.value), plain(sum))
            .related(parts.iter().map(|(_, it)| it.range.clone()).chain([whole.range.clone()])),
    )
}

fn slack(parts: &[&Mention], rest: &Mention, whole: &Mention) -> Decimal {
    let half = |it: &Mention| it.interval().1 - it.value;
    let all = parts.iter().fold(half(rest) + half(whole), |sum, it| sum.saturating_add(half(it)));
    if rest.unit == "元" { all * Decimal::new(8, 1) } else { Decimal::ZERO }
}

fn agree(verdicts: &mut Verdicts, parts: &[&Mention], rest: &Mention, whole: &Mention) {
    verdicts.agree(|| {
        let terms: Vec<String> = parts.iter().chain([&rest]).map(|it| plain(it.value)).collect();
        let words = format!("{} = {}", terms.join(" + "), plain(whole.value));
        let related = parts.iter().chain([&whole]).map(|it| it.range.clone());
        Agreement::new(RULE.name, rest.range.clone(), related, words)
    });
}

/// The figures before the rest in its sentence that count the same, nearest first, those in
/// brackets and those that are no counts of it left out.
fn before(passage: &Passage, index: usize, rest: &Mention) -> Option<Vec<usize>> {
    let script = passage.script();
    let mut found = Vec::new();
    let mut depth = 0;
    let mut at = rest.range.start;
    for (place, mention) in passage.earlier(index) {
        for here in (mention.range.end..at.max(mention.range.end)).rev() {
            depth -= script.get(here).map_or(0, depth_of);
        }
        at = mention.range.start;
        if depth < 0 {
            break;
        }
        if depth > 0 || !alike(mention, rest) {
            continue;
        }
        if !mention.counts() {
            return None;
        }
        let label = label(passage, place);
        if ASIDE.iter().any(|word| label.contains(word)) {
            return None;
        }
        found.push(place);
    }
    found.extend(whole_told_before(passage, rest, &found));
    (found.len() >= 2).then_some(found)
}

/// 筹款8.6万元。企业5.2万元，青年2.9万元，其余0.5万元: the whole that ends the sentence before.
fn whole_told_before(passage: &Passage, rest: &Mention, parts: &[usize]) -> Option<usize> {
    let first = *parts.last().filter(|_| parts.len() >= 2)?;
    let at = first.checked_sub(1)?;
    let (whole, part) = (passage.mentions().get(at)?, passage.mentions().get(first)?);
    let sentence = passage.sentence(part.number.start);
    let ends = passage.script().slice(whole.range.end..sentence.start.max(whole.range.end));
    let apart = whole.range.end <= sentence.start && ends.len() <= 1;
    (apart && alike(whole, rest) && whole.counts() && whole.value > part.value).then_some(at)
}
