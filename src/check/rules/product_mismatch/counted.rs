//! How many there are of what a rate is given for.

use super::rate::{Per, Rate, same};
use super::{Product, WAYS};
use crate::check::passage::Passage;
use crate::text::figures::{Mention, TimePart};
use rust_decimal::Decimal;
use std::ops::Range;

/// A number of things, weeks or months, and where it is said.
type Factor = (Decimal, Range<usize>, Option<usize>);

/// The products that a chain of rates makes, fullest first, then those of its beginnings.
pub(super) fn products(passage: &Passage, chain: &[&Rate<'_>], rates: &[Rate<'_>]) -> Vec<Product> {
    let mut found = Vec::new();
    for length in (1..=chain.len()).rev() {
        let Some(part) = chain.get(..length) else { continue };
        fill(passage, part, rates, &mut found, length == chain.len());
    }
    found
}

fn fill(passage: &Passage, chain: &[&Rate<'_>], rates: &[Rate<'_>], found: &mut Vec<Product>, full: bool) {
    let Some((first, last)) = chain.first().zip(chain.last()) else { return };
    let mut start = Product {
        low: Decimal::ONE,
        value: Decimal::ONE,
        high: Decimal::ONE,
        factors: Vec::new(),
        ranges: Vec::new(),
        average: false,
        unit: last.value.unit,
        repeated: chain.len() > 1,
        complete: full,
    };
    let mut open: Vec<&Per> = Vec::new();
    for (place, rate) in chain.iter().enumerate() {
        let (low, high) = if rate.average {
            // Rounded by half a step, or cut by nearly a whole one.
            let half = (rate.value.step / Decimal::TWO).max(rate.value.value * Decimal::new(2, 2));
            let cut = (rate.value.step * Decimal::new(99, 2)).max(half);
            (rate.value.value - half, rate.value.value + cut)
        } else {
            rate.value.interval()
        };
        let times = |one: Decimal, other: Decimal| one.checked_mul(other);
        let (Some(low), Some(value), Some(high)) =
            (times(start.low, low), times(start.value, rate.value.value), times(start.high, high))
        else {
            return;
        };
        (start.low, start.value, start.high) = (low, value, high);
        start.average |= rate.average;
        let before = place.checked_sub(1).and_then(|place| chain.get(place));
        let mut linked = false;
        for per in &rate.per {
            if let Some(before) = before
                && !linked
                && same(per.unit, before.value.unit)
            {
                linked = true;
                continue;
            }
            open.push(per);
        }
    }
    start.repeated |=
        open.iter().any(|per| per.time || matches!(per.unit, "期" | "场" | "次" | "届" | "班" | "轮" | "批"));
    let rates_at: Vec<usize> = rates.iter().map(|rate| rate.index).collect();
    let mut ways = vec![start];
    for per in &open {
        let mut next: Vec<Product> = Vec::new();
        let factors = match first.each {
            Some(count) => passage
                .mentions()
                .get(count)
                .map(|it| (it.value, it.range.clone(), Some(count)))
                .into_iter()
                .collect(),
            None => factors(passage, first.index, last.index, per, &rates_at),
        };
        for way in &ways {
            for (value, range, _) in &factors {
                if way.ranges.contains(range) {
                    continue;
                }
                let times = |one: Decimal| one.checked_mul(*value);
                let (Some(low), Some(product), Some(high)) =
                    (times(way.low), times(way.value), times(way.high))
                else {
                    continue;
                };
                let mut longer = way.clone();
                (longer.low, longer.value, longer.high) = (low, product, high);
                longer.factors.push(*value);
                longer.ranges.push(range.clone());
                next.push(longer);
            }
            // Not all of them filled: good enough to explain a total, not to doubt it.
            if open.len() > 1 {
                next.push(Product { complete: false, ..way.clone() });
            }
        }
        next.sort_by_key(|way| !way.complete);
        next.truncate(WAYS);
        ways = next;
    }
    for mut way in ways {
        if way.ranges.is_empty() {
            continue;
        }
        for rate in chain {
            way.factors.push(rate.value.value);
            way.ranges.push(rate.value.range.clone());
        }
        found.push(way);
    }
}

/// The figures that may say how many there are, the likeliest first.
fn factors(passage: &Passage, first: usize, last: usize, per: &Per, rates: &[usize]) -> Vec<Factor> {
    let plain = |at: usize, it: &Mention| it.counts() && !rates.contains(&at);
    let mut found: Vec<Factor> = Vec::new();
    let mut add = |at: usize, it: &Mention| {
        if found.len() < 4 {
            found.push((it.value, it.range.clone(), Some(at)));
        }
    };
    for (at, it) in passage.earlier(first).filter(|(at, it)| plain(*at, it)) {
        if it.number.start < per.at && counts(passage, at, it, per) {
            add(at, it);
        }
    }
    for (at, it) in passage.later(first).filter(|(at, it)| plain(*at, it)) {
        let label = passage.words(passage.lead(at)).to_string();
        if per.time {
            let lasts =
                ["连续", "历时", "共", "为期", "持续", "坚持", "整整", "，", "开展", "累计", "历经", "长达"];
            if same(per.unit, it.unit) && (label.is_empty() || lasts.iter().any(|word| label.contains(word)))
            {
                add(at, it);
            }
        } else if at > last || at > first {
            // 按照每人1200元的标准，向35名学生发放: the count may stand behind the rate.
            let total = super::total::says(&label);
            let aside = ["其中", "邀请", "吸引", "服务", "惠及", "覆盖", "参与"]
                .iter()
                .any(|word| label.contains(word));
            let named = !per.noun.is_empty() && named(passage, at, &per.noun);
            let people = per.noun.is_empty() && same(per.unit, "人") && same(it.unit, "人");
            let given = ["向", "为", "给", "对", "资助", "帮助", "共", "慰问"]
                .iter()
                .any(|word| label.contains(word));
            let whole = label.is_empty() && all_of_them(passage, at, per);
            if !total && !aside && same(per.unit, it.unit) && (named || whole || people && given) {
                add(at, it);
            }
        }
    }
    if per.time {
        found.extend(spans(passage, first, per));
    }
    // 组建服务队14支。每支服务队15名: the count may close the sentence before.
    if found.is_empty()
        && !per.time
        && let Some(rate) = passage.mentions().get(first)
    {
        let begins = passage.sentence(rate.number.start).start;
        let before = first.saturating_sub(4)..first;
        // 为一线建设者每人…: whom the rate is for stands before 每.
        let whom = passage.script().string(begins.min(per.at)..per.at);
        let whom = whom.trim_start_matches(['为', '给', '向', '对', '按']);
        let whom = if whom.chars().count() >= 2 && !whom.contains(['，', '、']) { whom } else { "" };
        for (at, it) in before.clone().zip(passage.mentions().get(before.clone()).unwrap_or_default()).rev() {
            let beyond = it.number.start < begins && begins - it.number.start <= 40;
            let named_so = whom.is_empty()
                || passage.words(passage.lead(at)).ends_with(whom)
                || passage.words(passage.tail(at)).starts_with(whom)
                || !passage
                    .mentions()
                    .get(before.clone())
                    .unwrap_or_default()
                    .iter()
                    .any(|other| other.number != it.number && same(other.unit, per.unit));
            let linked =
                named_so && per.at <= begins + 8 && (per.noun.is_empty() || named(passage, at, &per.noun));
            if beyond && linked && plain(at, it) && counts(passage, at, it, per) {
                found.push((it.value, it.range.clone(), Some(at)));
                break;
            }
        }
    }
    found
}

/// 60户共发放…, 志愿者人均26小时，480名志愿者累计…: all of whom the rate speaks.
fn all_of_them(passage: &Passage, at: usize, per: &Per) -> bool {
    let tail = passage.words(passage.tail(at));
    let together = |word: &&str| tail.find(*word).filter(|at| *at <= 7 * '共'.len_utf8());
    let Some(place) = ["共", "合计", "累计", "总计"].iter().filter_map(together).min() else {
        return false;
    };
    let noun: String = tail.chars().take(2).collect();
    let sentence = passage.sentence(per.at);
    place == 0 || passage.has(sentence.start.max(per.at.saturating_sub(30))..per.at + 12, &[&noun])
}

/// True where a figure counts what the rate is given for.
fn counts(passage: &Passage, at: usize, it: &Mention, per: &Per) -> bool {
    let tail = passage.tail(at);
    let noun = passage.words(tail.start..tail.end.min(per.at).max(tail.start)).to_string();
    let label = passage.words(passage.lead(at)).to_string();
    // 25支宣讲队，每队: the noun stands for the measure word; 托管班6个，每班: or before the figure.
    let by_noun = noun.trim_end_matches('伍').ends_with(per.unit)
        || matches!(it.unit, "个" | "支" | "家" | "所") && label.ends_with(per.unit);
    if !(by_noun || same(it.unit, per.unit)) {
        return false;
    }
    if ["其中", "去年", "上年", "同期", "余下", "其余"].iter().any(|word| label.contains(word)) {
        return false;
    }
    // 每个小组 after 4个街道: the nouns must have a character in common.
    // 14个支部，每个奖励1500元: nothing stands between them.
    let adjacent = tail.end <= per.at && per.at - tail.end <= 1;
    let specific = !adjacent && matches!(per.unit, "个" | "支" | "家" | "项" | "所");
    per.noun.is_empty()
        || (noun.is_empty() && label.is_empty())
        || !specific
        || per.noun.chars().take(4).any(|c| noun.contains(c) || label.contains(c))
}

fn named(passage: &Passage, at: usize, noun: &str) -> bool {
    let label = passage.words(passage.lead(at).start..passage.tail(at).end).to_string();
    noun.chars().take(2).any(|c| label.contains(c))
}

/// 3月至8月 for a rate by the month, 上半年 and 一季度; 6月1日至10日 for one by the day.
fn spans(passage: &Passage, index: usize, per: &Per) -> Vec<Factor> {
    let Some(rate) = passage.mentions().get(index) else { return Vec::new() };
    let sentence = passage.sentence(rate.number.start);
    let (begins, ends) = (sentence.start, sentence.end);
    let script = passage.script();
    let mut found = Vec::new();
    let span = |from: u32, to: u32| (from <= to).then(|| Decimal::from(to - from + 1));
    if per.unit == "个月" {
        // 1至6月, 从一月到六月: the first month may stand without 月.
        for at in sentence.clone().filter(|at| script.get(*at) == Some('月')) {
            let Some((to, start)) = number_before(passage, at) else { continue };
            let Some(joined) = script.one_before(start, &["至", "到", "-", "--", "~"]) else { continue };
            let mut end = start - joined.chars().count();
            end -= usize::from(script.before(end) == Some('月'));
            let Some((from, start)) = number_before(passage, end) else { continue };
            if (1..=12).contains(&to)
                && let Some(months) = span(from, to)
            {
                found.push((months, start..at + 1, None));
            }
        }
    }
    for pair in passage.reading.dates_within(sentence.clone()).windows(2) {
        let [from, to] = pair else { continue };
        let gap = passage.words(from.range.end..to.range.start.max(from.range.end)).to_string();
        let joined = matches!(gap.as_str(), "至" | "到" | "-" | "--" | "~");
        if per.unit == "天"
            && joined
            && from.month == to.month
            && let (Some(first), Some(last)) = (from.day, to.day)
            && let Some(days) = span(first, last)
        {
            found.push((days, from.range.start..to.range.end, None));
        }
    }
    if per.unit == "个月" && found.is_empty() {
        for date in passage.reading.dates_within(sentence) {
            let months = match date.part {
                _ if date.shift.is_some_and(|shift| shift != 0) => continue,
                Some(TimePart::FirstHalf | TimePart::SecondHalf) => 6,
                Some(TimePart::Quarter(_)) => 3,
                Some(TimePart::WholeYear) => 12,
                _ => continue,
            };
            found.push((Decimal::from(months), date.range.clone(), None));
        }
        // 全年36场，上半年月均4场: who knows which of them the total is of.
        if found.windows(2).any(|pair| pair.iter().map(|it| it.0).min() != pair.iter().map(|it| it.0).max()) {
            found.clear();
        }
    }
    if per.unit == "个月"
        && found.is_empty()
        && let Some(at) = (begins..ends).find(|at| {
            script.one_at(*at, &["半年来", "半年共", "半年累计", "半年合计", "半年总共"]).is_some()
        })
    {
        found.push((Decimal::from(6), at..at + 2, None));
    }
    if per.unit == "年" {
        // 近三年 is three years, no more or less.
        let years = passage.reading.within(begins..ends);
        let years = passage.mentions().get(years).unwrap_or_default();
        found.extend(
            years
                .iter()
                .filter(|it| {
                    it.unit == "年" && it.marks.iter().all(|mark| mark.word == "近") && !it.range_end
                })
                .map(|it| (it.value, it.range.clone(), None)),
        );
    }
    found
}

/// The month that ends at a position, and where it begins.
fn number_before(passage: &Passage, end: usize) -> Option<(u32, usize)> {
    let script = passage.script();
    let numeral = |c: char| c.is_ascii_digit() || crate::text::numeral::digit(c).is_some() || c == '十';
    let length = (1..=2)
        .take_while(|n| end.checked_sub(*n).and_then(|at| script.get(at)).is_some_and(numeral))
        .count();
    let start = end - length;
    let words = script.string(start..end).to_string();
    let number = words
        .parse()
        .ok()
        .or_else(|| crate::text::numeral::read(&words).and_then(|number| u32::try_from(number).ok()))?;
    (1..=12).contains(&number).then_some((number, start))
}
