//! # What it does
//! Finds one quantity written at two scales that disagree.
//! # Why it is bad
//! A zero was lost on one side.
//! # Example
//! 2.4万（2400）人次
//! # Use instead
//! 2.4万（24000）人次

mod capital;

use super::{Rule, Scope};
use crate::check::arithmetic::{plain, prints_as};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention, measure};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule = Rule { name: "unit-scale", title: "单位换算不符", scope: Scope::Passage(check) };

/// How many of the second unit make one of the first.
const SCALES: &[(&str, &str, i64)] = &[
    ("小时", "分钟", 60),
    ("公里", "米", 1000),
    ("吨", "公斤", 1000),
    ("公斤", "斤", 2),
    ("公顷", "亩", 15),
    ("年", "个月", 12),
    ("周", "天", 7),
    ("天", "小时", 24),
    ("平方公里", "公顷", 100),
    ("平方公里", "亩", 1500),
    ("吨", "斤", 2000),
    ("兆瓦时", "千瓦时", 1000),
];

/// Words that join one quantity with itself at another scale.
const JOINS: &[&str] = &[
    "换个说法",
    "换句话说",
    "也就是说",
    "也就是",
    "约等于",
    "相当于",
    "等于",
    "换算下来",
    "换算成",
    "换算",
    "折算成",
    "折算",
    "折合",
    "折",
    "约合",
    "合计",
    "共计",
    "总计",
    "大写",
    "小写",
    "人民币",
    "亦即",
    "即",
    "就是",
    "合",
    "共",
    "计",
    "约",
    "为",
    "有",
    "是",
    "成",
    "：",
    "￥",
    "¥",
    "，",
    "（",
];

/// Those of them that say without brackets that both are one.
const EQUALS: &[&str] = &[
    "换个说法",
    "换句话说",
    "也就是说",
    "也就是",
    "等于",
    "约等于",
    "相当于",
    "换算下来",
    "换算成",
    "换算",
    "折算成",
    "折算",
    "折合",
    "约合",
    "亦即",
    "即",
    "就是",
    "合",
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    capital::check(passage, verdicts);
    let script = passage.script();
    for pair in passage.mentions().windows(2) {
        let [outer, inner] = pair else { continue };
        let gap = outer.range.end..inner.range.start.max(outer.range.end);
        if gap.is_empty() || gap.len() > 14 || !is_quantity(outer) || !is_quantity(inner) || outer.quoted {
            continue;
        }
        let bracket = script.get(gap.start) == Some('（');
        // 18.4万元（184000元整）
        let close = inner.range.end
            + usize::from(bracket && matches!(script.get(inner.range.end), Some('整' | '正')));
        let closed = script.get(close) == Some('）');
        let leads = script.get(gap.start).is_some_and(|c| "（，即合折相等约亦换也就：".contains(c));
        if !leads || bracket != closed || !joins(passage, gap, bracket) {
            continue;
        }
        // 2.4万（2400）人次: the unit behind the bracket belongs to both.
        let shared = measure::at(script, inner.range.end + 1)
            .map(|(_, name)| name)
            .filter(|_| bracket && outer.unit.is_empty());
        let Some(factor) = factor(passage, outer, inner, shared) else { continue };
        let (large, small) = (outer, inner);
        let (Some(low), Some(high)) =
            (small.interval().0.checked_div(factor), small.interval().1.checked_div(factor))
        else {
            continue;
        };
        let (large_low, large_high) = large.interval();
        let scaled = outer.scaled || inner.scaled;
        if (scaled && prints_as(low, high, large)) || (large_low <= high && large_high >= low) {
            verdicts.agree(|| {
                let equal = small.value.checked_div(factor) == Some(large.value);
                let sign = if equal { "=" } else { "≈" };
                let words = format!("{} {sign} {}", passage.shown(outer), passage.shown(inner));
                Agreement::new(RULE.name, outer.range.clone(), [inner.range.clone()], words)
            });
            continue;
        }
        let expected = large.value.checked_mul(factor).map(plain).unwrap_or_default();
        let end = close + usize::from(bracket);
        let end = shared.map_or(end, |name| end + name.chars().count());
        let message = format!(
            "{} = {expected}{}，文中为 {}，两处请核对一致。",
            passage.words(outer.number.clone()) + outer.unit,
            inner.unit,
            passage.words(inner.number.clone()),
        );
        verdicts.push(
            Flaw::new(RULE.name, outer.number.start..end, message)
                .figures(passage.words(inner.number.clone()), expected)
                .related([inner.number.clone()]),
        );
    }
}

/// True where nothing but joining words stands between two figures.
fn joins(passage: &Passage, gap: std::ops::Range<usize>, bracket: bool) -> bool {
    let script = passage.script();
    let mut at = gap.start;
    let mut equals = bracket;
    while at < gap.end {
        let Some(word) = script.one_at(at, JOINS) else { return false };
        equals |= EQUALS.contains(&word);
        at += word.chars().count();
    }
    at == gap.end && equals
}

fn is_quantity(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Count | Kind::Bare) && !mention.range_start && !mention.range_end
}

/// 1.2万（12000人次）: a bracket with nothing but the figure.
fn bracketed(passage: &Passage, outer: &Mention) -> bool {
    passage.script().get(outer.range.end) == Some('（')
}

fn factor(passage: &Passage, outer: &Mention, inner: &Mention, shared: Option<&str>) -> Option<Decimal> {
    let same = measure::compatible(outer.unit, inner.unit)
        || (outer.unit.is_empty()
            && (shared.is_some() || outer.scaled && !inner.scaled && bracketed(passage, outer)))
        || inner.unit.is_empty();
    // Two plain numbers in one unit are whole and part; one of them must be at a scale.
    let scale = |it: &Mention| {
        passage.script().before(it.number.end).filter(|c| matches!(c, '百' | '千' | '万' | '亿'))
    };
    // The point that has moved betrays one quantity even at one scale.
    let moved = || {
        let ratio = outer.value.max(inner.value).checked_div(outer.value.min(inner.value));
        ratio.is_some_and(|ratio| [10, 100, 1000, 10_000].iter().any(|it| ratio == Decimal::from(*it)))
    };
    if same && (scale(outer) != scale(inner) || moved()) {
        return Some(Decimal::ONE);
    }
    // 6.8万元（6800元）, 3.6万册(36000册) are of one unit; 2小时（90分钟）of two.
    let found = SCALES.iter().find_map(|(one, other, factor)| {
        if outer.unit == *one && inner.unit == *other {
            Some(Decimal::from(*factor))
        } else if outer.unit == *other && inner.unit == *one {
            Decimal::ONE.checked_div(Decimal::from(*factor))
        } else {
            None
        }
    });
    found.filter(|_| !same)
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn one_quantity_at_two_scales_agrees() {
        wrong(
            "unit-scale",
            &[
                ("吸引2.4万（2400）人次参与。", "2.4万（2400）人次"),
                ("募集图书3.6万册(3600册)。", "3.6万册(3600册)"),
                ("募集资金50万元（5000000元）。", "50万元（5000000元）"),
                ("服务时长52000小时，即5.2千小时。", "5.2千小时"),
                ("人均志愿服务2小时（90分钟）。", "2小时（90分钟）"),
                ("发放资料12000份（1.5万份）。", "1.5万份"),
                ("捐款48000元（大写：肆仟捌佰元整）。", "肆仟捌佰元整"),
                ("接受捐赠24.6万元（24600元整）。", "24600元整"),
                ("服务时长两千四百小时，换个说法也就是2.4万小时。", "2.4万小时"),
                ("节电42万千瓦时（42,000千瓦时）。", "42,000千瓦时"),
                ("覆盖青年1.2万人，即1200人。", "1200人"),
            ],
        );
        right(&[
            "募集图书3.6万册(36000册)。",
            "吸引1.2万（12345）人次参与。",
            "捐款48000元（大写：肆万捌仟元整）。",
            "每人3600元，合计3.24万元。",
            "参与2小时（120分钟）。",
            "发放慰问金6.8万元（含物资）。",
            "共有团员1.2万人（女团员5000人左右）。",
        ]);
    }
}
