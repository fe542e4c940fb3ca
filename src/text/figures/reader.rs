//! One pass over a text that finds its dates and figures.

use super::amount::{self, Amount};
use super::approximation::{self, Mark, Sense};
use super::code::{address, is_code};
use super::dates;
use super::half;
use super::measure;
use super::outline::Outline;
use super::script::Script;
use super::{Kind, Mention, Reading, Style};
use rust_decimal::Decimal;

/// No report has a larger figure; the bound keeps products of two figures exact.
const LARGEST: Decimal = Decimal::from_parts(1_316_134_912, 2328, 0, false, 0);

pub(super) fn read(script: Script) -> Reading {
    let outline = Outline::of(&script);
    let mut reading = Reading { script, outline, ..Reading::default() };
    let mut at = 0;
    while let Some(c) = reading.script.get(at) {
        at = step(&mut reading, at, c).max(at + 1);
    }
    reading
}

/// Reads what begins at `at`; gives where to go on.
fn step(reading: &mut Reading, at: usize, c: char) -> usize {
    let (script, outline) = (&reading.script, &reading.outline);
    if matches!(c, 'h' | 'w' | 'H' | 'W')
        && let Some(end) = address(script, at)
    {
        return end;
    }
    if dates::may_begin(c)
        && let Some(found) = dates::at(script, outline, at)
    {
        let end = found.last().map_or(at, |last| last.range.end);
        reading.dates.extend(found);
        return end;
    }
    if c.is_ascii_digit() {
        let amount = amount::arabic(script, at);
        let end = amount.end;
        if let Some(mention) = arabic(script, outline, at, amount) {
            return push(reading, mention);
        }
        return end;
    }
    if let Some(of) = script.one_at(at, &["百分之", "千分之"]) {
        return match share_of(script, outline, at, of) {
            Some(mention) => push(reading, mention),
            None => at + 3,
        };
    }
    if let Some(mention) = half::at(script, outline, at) {
        return push(reading, mention);
    }
    if amount::is_numeral(c) {
        let amount = amount::chinese(script, at);
        let end = amount.end.min(numerals_end(script, at).max(at + 1));
        if let Some(mention) = chinese(script, outline, at, amount) {
            return push(reading, mention);
        }
        return end;
    }
    at + 1
}

fn numerals_end(script: &Script, mut at: usize) -> usize {
    while script.get(at).is_some_and(amount::is_numeral) {
        at += 1;
    }
    at
}

/// Length of what joins the two ends of a range; 0 where nothing does.
fn connector(script: &Script, at: usize) -> usize {
    script.one_at(at, &["--", "-", "至", "到", "~"]).map_or(0, |word| word.chars().count())
}

/// Adds a mention and joins it with the one before where both make a range.
fn push(reading: &mut Reading, mut mention: Mention) -> usize {
    let end = mention.range.end;
    if let Some(last) = reading.mentions.last_mut() {
        let gap = last.range.end..mention.number.start;
        let joined = gap.len() <= 2
            && connector(&reading.script, gap.start) == gap.len()
            && !gap.is_empty()
            && last.kind != Kind::Ordinal
            && mention.kind != Kind::Ordinal
            && (last.unit.is_empty() || last.unit == mention.unit)
            && !last.range_end;
        if joined {
            last.range_start = true;
            mention.range_end = true;
        }
    }
    reading.mentions.push(mention);
    end
}

fn arabic(script: &Script, outline: &Outline, at: usize, amount: Amount) -> Option<Mention> {
    if is_code(script, at, amount.end) {
        return None;
    }
    mention(script, outline, at, amount)
}

fn chinese(script: &Script, outline: &Outline, at: usize, amount: Amount) -> Option<Mention> {
    amount.value?;
    let weekly = script.ends(at, "每周") && script.at(at + 1, "次");
    if !weekly && script.before(at).is_some_and(|c| "初周统专单逐唯万礼星划老小同".contains(c))
    {
        return None;
    }
    let needs_mark = amount.needs_mark;
    let one = amount.value == Some(Decimal::ONE) && amount.style == Style::Chinese;
    let end = amount.end;
    let number = script.string(at..end);
    let found = mention(script, outline, at, amount)?;
    if needs_mark && found.marks.is_empty() {
        return None;
    }
    // A Chinese numeral is a figure only with its measure word: 两新, 三农 and 一体 are words.
    if found.unit.is_empty() {
        let behind = end + connector(script, end);
        let range =
            behind > end && script.get(behind).is_some_and(|c| c.is_ascii_digit() || amount::is_numeral(c));
        return range.then_some(found);
    }
    // 每月一次 is a rate.
    let rate = one
        && found.unit == "次"
        && script.one_before(at, &["每周", "每月", "每季度", "每天", "每日", "每个月", "每年"]).is_some();
    let adverb = (number == "十" && found.unit == "分")
        || (number == "万" && matches!(found.unit, "分" | "一"))
        || (one
            && !rate
            && !matches!(
                found.unit,
                "个" | "名" | "项" | "家" | "场" | "位" | "支" | "期" | "%" | "倍" | "番"
            ))
        || (one && found.unit == "%" && script.one_at(end, &["成不", "成立"]).is_some());
    (!adverb).then_some(found)
}

/// 百分之十二, 千分之3
fn share_of(script: &Script, outline: &Outline, at: usize, of: &str) -> Option<Mention> {
    let start = at + 3;
    let spelled = !script.get(start)?.is_ascii_digit();
    let part = if of == "千分之" { Decimal::TEN } else { Decimal::ONE };
    let amount = match script.get(start)? {
        c if c.is_ascii_digit() => amount::arabic(script, start),
        c if amount::is_numeral(c) => amount::chinese(script, start),
        _ => return None,
    };
    let value = amount.value.filter(|value| *value <= LARGEST)?;
    let (number_end, marks) = marks_around(script, at, amount.end, amount.inner);
    let end = marks.last().filter(|mark| !mark.before).map_or(number_end, |mark| mark.range.end);
    let begin = marks.first().map_or(at, |mark| mark.range.start.min(at));
    Some(Mention {
        number: at..number_end,
        range: begin..end,
        value: value.checked_div(part)?,
        step: amount.step.checked_div(part)?,
        decimals: amount.decimals,
        scaled: false,
        style: if spelled { Style::Chinese } else { Style::Mixed },
        kind: Kind::Percent,
        unit: "%",
        marks,
        quoted: outline.quote(at).is_some(),
        range_start: false,
        range_end: false,
    })
}

fn marks_around(script: &Script, at: usize, end: usize, inner: Option<Mark>) -> (usize, Vec<Mark>) {
    let mut marks = approximation::before(script, at);
    marks.extend(inner);
    if let Some(mark) = approximation::behind(script, end) {
        marks.push(mark);
    }
    (end, marks)
}

fn mention(script: &Script, outline: &Outline, at: usize, mut amount: Amount) -> Option<Mention> {
    let mut value = amount.value.filter(|value| *value <= LARGEST)?;
    let (mut end, mut marks) = marks_around(script, at, amount.end, amount.inner);
    if let Some(mark) = marks.iter().rev().find(|mark| !mark.before && mark.range.start >= amount.end) {
        end = mark.range.end;
    }
    // 20多(亿): digits, mark and scale were read together by the amount.
    let mut unit = "";
    let tenths_left = || {
        // 其余两成为学生: tenths that are, not two who become.
        let left = script.one_before(at, &["其余", "剩余", "余下", "剩下", "余下的", "剩下的"]);
        left.filter(|_| script.at(end, "成为")).map(|_| (1, "成"))
    };
    let unit_behind = measure::at(script, end).or_else(tenths_left);
    if let Some((length, name)) = unit_behind.filter(|_| !ends_approximately(&marks)) {
        unit = name;
        end += length;
        let whole = amount.decimals == 0 && !amount.scaled && marks.iter().all(|mark| mark.before);
        if let Some((length, name)) = half::behind(script, end, unit).filter(|_| whole) {
            value = value.checked_add(half::HALF)?;
            (amount.step, amount.decimals) = (half::HALF, 1);
            (unit, end) = (name, end + length);
        }
        // 3个多月, 2个半小时
        if unit == "个"
            && let Some(mark) = approximation::behind(script, end)
            && let Some((name, length)) =
                [("月", 1), ("小时", 2), ("学时", 2)].iter().find(|(name, _)| script.at(mark.range.end, name))
        {
            unit = if *name == "月" { "个月" } else { name };
            end = mark.range.end + length;
            marks.push(mark);
        } else if let Some(mark) = approximation::behind_unit(script, end, unit) {
            end = mark.range.end;
            marks.push(mark);
        }
        if let Some(mark) =
            approximation::behind_unit(script, end, unit).filter(|mark| mark.sense == Sense::About)
        {
            end = mark.range.end;
            marks.push(mark);
        }
    }
    // 近三年 is a time, not about three years.
    if matches!(unit, "年" | "个月" | "天" | "周" | "届" | "日") {
        marks.retain(|mark| !(mark.word == "近" && mark.before));
    }
    let printed = value;
    let (mut value, kind, unit) = classify(script, at, value, unit, &mut end)?;
    // What one in the last place is worth grows with the value: 10 for 三成, 0.1 for 8‰.
    if kind == Kind::Percent && value != printed {
        amount.step = if value > printed { amount.step * Decimal::TEN } else { amount.step / Decimal::TEN };
    }
    // 三成五
    if kind == Kind::Percent
        && amount.style == Style::Chinese
        && amount.step == Decimal::TEN
        && marks.iter().all(|mark| mark.before)
        && let Some(digit) = half::tenth(script, end)
    {
        value = value.checked_add(digit)?;
        amount.step = Decimal::ONE;
        end += 1;
    }
    let start = marks.first().filter(|mark| mark.before).map_or(at, |mark| mark.range.start);
    Some(Mention {
        number: at..amount.end,
        range: start..end,
        value,
        step: amount.step,
        decimals: amount.decimals,
        scaled: amount.scaled,
        style: amount.style,
        kind,
        unit,
        marks,
        quoted: outline.quote(at).is_some(),
        range_start: false,
        range_end: false,
    })
}

/// 300以上人 does not exist: behind 左右 and 以上 no measure word is read.
fn ends_approximately(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| !mark.before && mark.word.chars().count() > 1)
}

fn classify(
    script: &Script,
    at: usize,
    value: Decimal,
    unit: &'static str,
    end: &mut usize,
) -> Option<(Decimal, Kind, &'static str)> {
    if script.before(at) == Some('第') {
        return Some((value, Kind::Ordinal, unit));
    }
    Some(match unit {
        "%" => (value, Kind::Percent, "%"),
        "‰" => (value.checked_div(Decimal::TEN)?, Kind::Percent, "%"),
        "百分点" | "个百分点" => (value, Kind::Points, "百分点"),
        "倍" => (value, Kind::Times, "倍"),
        "成" if value <= Decimal::TEN => (value.checked_mul(Decimal::TEN)?, Kind::Percent, "%"),
        "成" => {
            *end -= 1;
            (value, Kind::Bare, "")
        }
        // 十九大 is a congress; five are 五大.
        "大" if value > Decimal::TEN => (value, Kind::Ordinal, unit),
        "届" | "号" | "级" | "路" | "班" => (value, Kind::Ordinal, unit),
        "" => (value, Kind::Bare, ""),
        _ => (value, Kind::Count, unit),
    })
}
