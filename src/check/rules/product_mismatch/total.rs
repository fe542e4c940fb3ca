//! Which figure is the total of a product.

use super::Product;
use super::rate::Rate;
use crate::check::arithmetic::{near_miss, prints_as};
use crate::check::passage::Passage;
use crate::text::figures::{Kind, Mention, Style, measure};
use rust_decimal::Decimal;

/// A figure of the sentence that may be the total.
pub(super) struct Total<'p> {
    pub index: usize,
    pub mention: &'p Mention,
    /// The words before it.
    label: String,
}

/// Words that make a figure a total.
const SAYS: &[&str] =
    &["总计", "共计", "累计", "合计", "总共", "一共", "统共", "总额", "总支出", "总数", "总"];

/// Verbs of giving out money.
const MONEY: &[&str] = &[
    "发放",
    "资助",
    "投入",
    "支付",
    "使用",
    "慰问金",
    "补贴",
    "助学金",
    "奖学金",
    "拨付",
    "支出",
    "资金",
    "花费",
    "经费",
    "折合",
    "价值",
    "兑现",
    "捐赠",
    "募集",
    "补助",
];

/// Verbs of doing what the rate tells.
const DOES: &[&str] = &[
    "完成",
    "实现",
    "募集",
    "配书",
    "配备",
    "捐赠",
    "服务时长",
    "开展",
    "宣讲",
    "共",
    "授课",
    "培训",
    "建成",
];

/// Words of a figure that is another one than the whole.
const OTHER: &[&str] =
    &["其中", "首", "去年", "上年", "已", "目标", "计划", "每", "余", "另", "还", "均", "单价", "超"];

/// 共 as a word of its own.
fn together(label: &str) -> bool {
    label.match_indices('共').any(|(at, _)| {
        let next = label[at + '共'.len_utf8()..].chars().next();
        let before = label[..at].chars().next_back();
        !next.is_some_and(|c| "同青建享产识鸣创治赢育话聚".contains(c))
            && !before.is_some_and(|c| "公中".contains(c))
    })
}

/// True for a label that says that the figure is a total.
pub(super) fn says(label: &str) -> bool {
    SAYS.iter().any(|word| label.contains(word)) || together(label)
}

/// The figures that may be totals of the rates of one sentence.
pub(super) fn candidates<'p>(passage: &'p Passage, rates: &[Rate<'p>]) -> Vec<Total<'p>> {
    let Some((first, last)) = rates.first().zip(rates.last()) else { return Vec::new() };
    let before: Vec<(usize, &Mention)> = passage.earlier(first.index).collect();
    let within = passage.later(first.index).filter(|(at, _)| *at < last.index);
    // What stands behind the rates comes first, in its order; then what stands before, nearest first.
    passage
        .later(last.index)
        .chain(within)
        .chain(before)
        .filter(|(at, it)| {
            it.kind == Kind::Count
                && !it.range_start
                && !it.range_end
                && !it.quoted
                && !rates.iter().any(|rate| rate.index == *at)
        })
        .map(|(index, mention)| Total { index, mention, label: label(passage, index) })
        .collect()
}

/// The words before a total; in 合计赠送图书2800册、书架40组 those of the first hold for the second.
fn label(passage: &Passage, index: usize) -> String {
    let lead = passage.lead(index);
    let own = passage.words(lead.clone()).to_string();
    let first = index.checked_sub(1).filter(|at| {
        let end = passage.mentions().get(*at).map_or(0, |it| it.range.end);
        end + 1 == lead.start && passage.script().get(end) == Some('、') && lead.len() <= 6
    });
    match first {
        Some(first) => passage.words(passage.lead(first)).to_string() + &own,
        None => own,
    }
}

impl Total<'_> {
    /// True where the product, its factors rounded, gives what is printed.
    pub fn fits(&self, product: &Product) -> bool {
        let (low, high) = self.mention.interval();
        if product.average && !self.mention.scaled && self.mention.marks.is_empty() {
            return measure::adds_up_to(product.unit, self.mention.unit)
                && low <= product.high
                && high >= product.low;
        }
        measure::adds_up_to(product.unit, self.mention.unit)
            && (prints_as(product.low, product.high, self.mention)
                || (low <= product.high && high >= product.low))
    }

    /// True where the words say that it is the total of this product.
    pub fn belongs(&self, passage: &Passage, product: &Product, chain: &[&Rate<'_>]) -> bool {
        let Some((first, last)) = chain.first().zip(chain.last()) else { return false };
        let unit = self.mention.unit;
        let people = unit == "人次" && product.unit != "人次" || unit == "户次" && product.unit == "户";
        if !measure::adds_up_to(product.unit, unit) || !self.mention.exact() || people && !product.repeated {
            return false;
        }
        let label = self.label.as_str();
        if OTHER.iter().any(|word| label.contains(word)) {
            return false;
        }
        let (from, to) = if self.index > last.index {
            (last.value.range.end, self.mention.range.start)
        } else {
            (self.mention.range.end, first.value.range.start)
        };
        let between = passage.words(from..to.max(from));
        if between.contains(['；', '。', '\n']) {
            return false;
        }
        // 上半年推送1086条，月均191条: an average says itself that it is one of the figure before.
        let says = says(label) || product.average && self.index + 1 == first.index && unit == product.unit;
        if product.repeated && !says && chain.iter().any(|rate| rate.per.iter().any(|per| per.time)) {
            return false;
        }
        let money = unit == "元" && product.unit == "元" && MONEY.iter().any(|word| label.contains(word));
        let alike = unit == product.unit;
        let near = self.index < first.index && self.index + 3 > first.index;
        let gives = alike && product.average && near;
        let does = alike
            && !product.average
            && self.index == last.index + 1
            && DOES.iter().any(|word| label.contains(word));
        says || money || gives || does
    }

    /// True where it lies near enough to be meant as the product.
    pub fn near(&self, product: &Product) -> bool {
        let reach = if says(&self.label) { 50 } else { 35 };
        let reach = product.value.saturating_mul(Decimal::new(reach, 2));
        near_miss(self.mention.value, product.value, reach)
    }

    /// True where other figures were added to the product: 另有旁听学员15人; 300元的物资和500元现金.
    pub fn with_others(&self, passage: &Passage, product: &Product, chain: &[&Rate<'_>]) -> bool {
        let Some((first, last)) = chain.first().zip(chain.last()) else { return false };
        let mentions = passage.mentions();
        let (from, to) = if self.index > last.index {
            (last.index + 1, self.index)
        } else {
            (self.index + 1, first.index)
        };
        let between = mentions.get(from..to).unwrap_or_default();
        let mut others =
            between.iter().filter(|it| !(it.style == Style::Chinese && it.value == Decimal::ONE)).filter(
                |it| !product.ranges.contains(&it.range) && measure::adds_up_to(it.unit, self.mention.unit),
            );
        let fits = |more: Decimal| product.value.saturating_add(more) == self.mention.value;
        let start = self.mention.range.start.min(first.value.range.start);
        let end = self.mention.range.end.max(last.value.range.end);
        others.any(|it| fits(it.value) || it.unit == product.unit && self.index > last.index)
            || passage.has(start..end, &["另有", "加上", "连同", "另外", "以及", "此外", "含"])
            || passage.has(self.mention.range.end..self.mention.range.end + 3, &["（含", "，含"])
    }
}
