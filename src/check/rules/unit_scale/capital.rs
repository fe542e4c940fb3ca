//! Sums in capital numerals beside the same in digits: 48000元（大写：肆万捌仟元整）.

use super::{RULE, joins};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Mention;
use crate::text::numeral;
use rust_decimal::Decimal;
use std::ops::Range;

/// The longest sum that is read.
const LONGEST: usize = 32;

/// The everyday form of a capital numeral.
fn everyday(c: char) -> Option<char> {
    Some(match c {
        '壹' => '一',
        '贰' | '貳' | '弍' => '二',
        '叁' | '參' | '叄' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' | '陸' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => return None,
    })
}

/// Compares each sum in capital numerals with the figure before or behind it.
pub(super) fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mut at = 0;
    while let Some(c) = script.get(at) {
        if everyday(c).is_none() {
            at += 1;
            continue;
        }
        let (range, value) = sum(passage, at);
        at = range.end.max(at + 1);
        // 拾 and 伍 alone are parts of words: 拾金不昧, 退伍.
        let Some(value) = value else { continue };
        if range.len() < 3 {
            continue;
        }
        let next = passage.reading.within(0..range.start).end;
        let mentions = passage.mentions();
        let before = next.checked_sub(1).and_then(|at| mentions.get(at)).filter(|it| {
            let gap = it.range.end..range.start;
            it.unit == "元" && gap.len() <= 12 && !gap.is_empty() && joins(passage, gap, true)
        });
        let behind = mentions.get(next).filter(|it| {
            let gap = range.end..it.range.start.max(range.end);
            it.unit == "元" && gap.len() <= 8 && !gap.is_empty() && joins(passage, gap, true)
        });
        if let Some(figure) = before.or(behind).filter(|it| it.exact()) {
            compare(passage, &range, value, figure, verdicts);
        }
    }
}

fn compare(
    passage: &Passage,
    range: &Range<usize>,
    value: Decimal,
    figure: &Mention,
    verdicts: &mut Verdicts,
) {
    let words = passage.words(range.clone()).to_string();
    if value == figure.value {
        verdicts.agree(|| {
            let shown = format!("{} = {words}", passage.shown(figure));
            Agreement::new(RULE.name, figure.range.clone(), [range.clone()], shown)
        });
        return;
    }
    let message =
        format!("大写「{words}」是 {}元，小写为 {}，两处请核对一致。", plain(value), passage.shown(figure));
    let whole = figure.range.start.min(range.start)..figure.range.end.max(range.end);
    verdicts.push(
        Flaw::new(RULE.name, whole, message)
            .figures(words, format!("{}元", plain(figure.value)))
            .related([range.clone(), figure.range.clone()]),
    );
}

/// The sum that begins here: where it ends, and its value in 元.
fn sum(passage: &Passage, at: usize) -> (Range<usize>, Option<Decimal>) {
    let script = passage.script();
    let mut end = at;
    let (mut digits, mut value) = (String::new(), Some(Decimal::ZERO));
    let mut money = false;
    while let Some(c) = script.get(end).filter(|_| end - at < LONGEST) {
        let part = match c {
            '元' | '圆' => Some(Decimal::ONE),
            '角' => Some(Decimal::new(1, 1)),
            '分' => Some(Decimal::new(1, 2)),
            '整' | '正' if money => {
                end += 1;
                break;
            }
            _ => None,
        };
        if let Some(part) = part {
            let number = numeral::read(digits.trim_start_matches(['零', '〇']));
            value = value.and_then(|sum| sum.checked_add(Decimal::from(number?).checked_mul(part)?));
            digits.clear();
            money = true;
        } else if let Some(plain) = everyday(c) {
            digits.push(plain);
        } else if matches!(c, '零' | '〇' | '万' | '亿') || numeral::digit(c).is_some() {
            digits.push(c);
        } else {
            break;
        }
        end += 1;
    }
    (at..end, value.filter(|_| money && digits.is_empty()))
}
