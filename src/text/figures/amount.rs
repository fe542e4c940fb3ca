//! The digits of a number: where they end and what they are worth.

use super::Style;
use super::approximation::{self, Mark};
use super::measure;
use super::script::Script;
use crate::text::numeral;
use rust_decimal::Decimal;
use std::str::FromStr;

/// A number without unit and context.
pub(super) struct Amount {
    pub end: usize,
    /// `None` for a row of digits too long to be a figure.
    pub value: Option<Decimal>,
    pub step: Decimal,
    pub decimals: u32,
    pub scaled: bool,
    pub style: Style,
    /// 余 or 多 between digits and scale: 300余万.
    pub inner: Option<Mark>,
    /// A Chinese numeral that begins with its unit (百余) counts only between marks.
    pub needs_mark: bool,
}

/// Longest row of digits that is read as a figure.
const LONGEST: usize = 16;

/// The same for Chinese numerals, which need a character for each unit.
const LONGEST_CHINESE: usize = 24;

fn scale_at(script: &Script, at: usize) -> Option<Decimal> {
    let c = script.get(at)?;
    let next = script.get(at + 1);
    let unit = match c {
        '百' if next == Some('分') => return None,
        '千' if matches!(next, Some('米' | '克' | '瓦' | '伏')) => return None,
        '百' | '千' | '万' | '亿' => numeral::unit(c)?,
        _ => return None,
    };
    Some(Decimal::from(unit))
}

/// A number in arabic digits at `at`.
pub(super) fn arabic(script: &Script, at: usize) -> Amount {
    let (mut end, mut text, mut decimals, too_long) = digits(script, at);
    let broken = Amount {
        end,
        value: None,
        step: Decimal::ONE,
        decimals: 0,
        scaled: false,
        style: Style::Arabic,
        inner: None,
        needs_mark: false,
    };
    if too_long {
        return broken;
    }
    let Ok(mut value) = Decimal::from_str(&text) else { return broken };
    let mut step = Decimal::new(1, decimals);
    let (mut style, mut scaled, mut inner) = (Style::Arabic, false, None);
    // 3十名, 3十五名: a digit with a unit that only Chinese numerals have.
    if end == at + 1 && value >= Decimal::ONE && script.get(end) == Some('十') {
        let ones = script.get(end + 1).and_then(numeral::digit).filter(|digit| *digit > 0);
        let after = end + 1 + usize::from(ones.is_some());
        let counts = measure::at(script, after).is_some() || matches!(script.get(after), Some('余' | '多'));
        if counts && let Some(tens) = value.checked_mul(Decimal::TEN) {
            let value = tens.checked_add(Decimal::from(ones.unwrap_or(0)));
            return Amount { end: after, value, style: Style::Mixed, ..broken };
        }
    }
    if let Some(mark) =
        approximation::behind(script, end).filter(|mark| scale_at(script, mark.range.end).is_some())
    {
        end = mark.range.end;
        inner = Some(mark);
    }
    while let Some(scale) = scale_at(script, end) {
        let (Some(scaled_value), Some(scaled_step)) = (value.checked_mul(scale), step.checked_mul(scale))
        else {
            return broken;
        };
        if scaled && scale < Decimal::from(10_000) {
            break;
        }
        (value, step, scaled) = (scaled_value, scaled_step, true);
        end += 1;
    }
    // 3千5百, 1万2345: further digits below the scale belong to the same number.
    while scaled && decimals == 0 && script.get(end).is_some_and(|c| c.is_ascii_digit()) {
        let (next_end, next_text, next_decimals, next_long) = digits(script, end);
        text = next_text;
        let Ok(mut next) = Decimal::from_str(&text) else { break };
        let scale = scale_at(script, next_end);
        next = next.checked_mul(scale.unwrap_or(Decimal::ONE)).unwrap_or(step);
        if next_long || next_decimals > 0 || next >= step {
            break;
        }
        let Some(sum) = value.checked_add(next) else { break };
        if step < Decimal::from(10_000) || scale.is_some_and(|scale| scale < Decimal::from(10_000)) {
            style = Style::Mixed;
        }
        value = sum;
        step = scale.unwrap_or(Decimal::ONE);
        end = next_end + usize::from(scale.is_some());
        decimals = 0;
    }
    // 1万五千: Chinese numerals with their unit go on where the arabic ones stop.
    if scaled && decimals == 0 && inner.is_none() && script.get(end).and_then(numeral::digit).is_some() {
        let rest = chinese(script, end);
        let unit = script.string(end..rest.end).chars().any(|c| matches!(c, '十' | '百' | '千' | '万'));
        if let Some(more) = rest.value.filter(|more| unit && *more < step && rest.inner.is_none())
            && let Some(sum) = value.checked_add(more)
        {
            return Amount { value: Some(sum), scaled: true, style: Style::Mixed, ..rest };
        }
    }
    Amount { end, value: Some(value), step, decimals, scaled, style, inner, needs_mark: false }
}

/// The digits at `at` with their grouping commas left out: end, text, decimals, and whether there
/// are too many for a figure.
fn digits(script: &Script, at: usize) -> (usize, String, u32, bool) {
    let mut end = at;
    let mut text = String::new();
    let (mut decimals, mut point) = (0, false);
    while let Some(c) = script.get(end) {
        let digit_next = script.get(end + 1).is_some_and(|c| c.is_ascii_digit());
        match c {
            '0'..='9' => {
                if text.len() <= LONGEST {
                    text.push(c);
                    decimals += u32::from(point);
                }
            }
            ',' if digit_next && !point => {}
            '.' if digit_next && !point && text.len() <= LONGEST => {
                point = true;
                text.push('.');
            }
            _ => break,
        }
        end += 1;
    }
    let too_long = text.len() > LONGEST;
    (end, text, decimals, too_long)
}

/// True for the characters that Chinese numerals are made of.
pub(super) fn is_numeral(c: char) -> bool {
    numeral::digit(c).is_some() || numeral::unit(c).is_some()
}

/// A number in Chinese numerals at `at`; `end` is where they end even when they are no number.
pub(super) fn chinese(script: &Script, at: usize) -> Amount {
    let mut end = at;
    let mut text = String::new();
    // The 百 of 百分点 is part of the unit, and the 千 of 十二千米, but not that of 两万三千米.
    let unit = |end: usize, text: &str| {
        script.at(end, "百分点")
            || script.one_at(end, &["千米", "千克", "千瓦"]).is_some() && !text.contains(['万', '亿'])
    };
    while let Some(c) = script.get(end).filter(|c| is_numeral(*c) && !unit(end, &text)) {
        if end - at < LONGEST_CHINESE {
            text.push(c);
        }
        end += 1;
    }
    let mut amount = Amount {
        end,
        value: None,
        step: Decimal::ONE,
        decimals: 0,
        scaled: false,
        style: Style::Chinese,
        inner: None,
        needs_mark: false,
    };
    if end - at > LONGEST_CHINESE {
        return amount;
    }
    // 十余万, 三百多万
    if let Some(mark) = approximation::behind(script, end)
        && let Some(scale) = scale_at(script, mark.range.end).filter(|scale| *scale >= Decimal::from(10_000))
        && let Some(value) = numeral::read(&text)
    {
        amount.end = mark.range.end + 1;
        amount.value = Decimal::from(value).checked_mul(scale);
        amount.step = scale;
        amount.inner = Some(mark);
        return amount;
    }
    let begins_with_unit = text.chars().next().is_some_and(|c| matches!(c, '百' | '千' | '万' | '亿'));
    amount.needs_mark = begins_with_unit;
    amount.value = match numeral::read(&text) {
        Some(value) => Some(Decimal::from(value)),
        None => return several(&text, amount),
    };
    // 一百20: arabic digits go on where the Chinese ones stop.
    let last_unit = text.chars().last().and_then(numeral::unit);
    if let (Some(unit), Some(value)) = (last_unit, amount.value)
        && !begins_with_unit
        && script.get(end).is_some_and(|c| c.is_ascii_digit())
    {
        let rest = arabic(script, end);
        if let Some(rest_value) = rest.value
            && rest_value < Decimal::from(unit)
            && let Some(sum) = value.checked_add(rest_value)
        {
            return Amount {
                value: Some(sum),
                style: Style::Mixed,
                step: rest.step,
                decimals: rest.decimals,
                ..rest
            };
        }
    }
    // 八十五点五
    if script.get(end) == Some('点')
        && let Some(value) = amount.value
    {
        let mut at = end + 1;
        let mut fraction = String::new();
        while let Some(value) = script.get(at).and_then(numeral::digit).filter(|_| fraction.len() < 6) {
            fraction.push_str(&value.to_string());
            at += 1;
        }
        if !fraction.is_empty()
            && let Ok(value) = Decimal::from_str(&format!("{value}.{fraction}"))
        {
            amount.decimals = u32::try_from(fraction.len()).unwrap_or(0);
            amount.step = Decimal::new(1, amount.decimals);
            amount.value = Some(value);
            amount.end = at;
        }
    }
    amount
}

/// 三五, 两三, 三四十: neighbours in a row mean several, about as many as the first.
fn several(text: &str, mut amount: Amount) -> Amount {
    let chars: Vec<char> = text.chars().collect();
    if let (Some(first), Some(second)) =
        (chars.first().and_then(|c| numeral::digit(*c)), chars.get(1).and_then(|c| numeral::digit(*c)))
        && (1..=2).contains(&second.saturating_sub(first))
        && first > 0
    {
        let scale = chars.get(2).and_then(|c| numeral::unit(*c)).unwrap_or(1);
        if chars.len() <= 3 {
            amount.value = first.checked_mul(scale).map(Decimal::from);
            let range = amount.end - 1..amount.end;
            amount.inner =
                Some(Mark { word: "几", range, sense: approximation::Sense::Some, before: false });
        }
    }
    amount
}
