//! # What it does
//! Finds one indicator of one scope that has two values in a document, or another value in the
//! prose than in the table.
//! # Why it is bad
//! Digits were swapped, or one place was not brought up to date.
//! # Example
//! 全区团员1779人 … 全区团员1797人
//! # Use instead
//! One value in both places, best as a reference to the table.

mod back;
mod name;
mod slip;
mod standing;
mod table;
#[cfg(test)]
mod tests;

pub(in crate::check) use name::strip;
pub use table::{Rows, against_table, as_in_table, in_table};

use super::{Rule, Scope};
use crate::check::counted::{Counted, Surroundings, own};
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::Agreement;
use crate::text::figures::{Kind, Mention, measure};
use back::Recent;
use rust_decimal::Decimal;
use slip::{Digits, one_digit_apart, slip_of_the_pen};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule { name: "value-conflict", title: "前后数据不一", scope: Scope::Document };

/// A value that a text states of something named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What is counted, with what is done to it: 发展新团员.
    pub name: String,
    /// The noun alone where it stands behind the figure: 新团员.
    noun: String,
    /// 全区, 全县; empty where none is said.
    scope: String,
    /// 共, 现有, 总数 or a scope: the figure is of all.
    whole: bool,
    /// 均, 全部, 这: the figure points back to one already stated.
    definite: bool,
    /// The value.
    pub value: Decimal,
    /// Its unit.
    pub unit: &'static str,
    /// The last printed place, 1000 for 1.2万.
    step: Decimal,
    /// It is in percent.
    rate: bool,
    /// It is a standing value of the period and may be pointed back to.
    standing: bool,
    /// It may point back to a set counted before.
    pointing: bool,
    /// The digits of the value, for slips of the pen.
    digits: Digits,
    /// What is said, in short: name, scope, value and unit.
    wording: u64,
    /// What says which set it counts.
    around: Surroundings,
    /// Where it stands, in characters of its passage.
    pub range: Range<usize>,
    /// As printed.
    pub shown: String,
}

/// The values that a passage states. What it says depends on the passage alone.
pub fn stated_values(passage: &Passage) -> Vec<Stated> {
    let mentions = passage.mentions().iter().enumerate();
    mentions.filter_map(|(index, mention)| stated(passage, index, mention)).collect()
}

fn stated(passage: &Passage, index: usize, mention: &Mention) -> Option<Stated> {
    let clock = matches!(mention.unit, "天" | "年" | "个月" | "分钟" | "岁" | "周岁");
    let mean_age = standing::is_mean_age(passage, index, mention);
    let measures = mention.kind == Kind::Count && (!clock || mean_age) || mention.kind == Kind::Percent;
    if !measures || !mention.exact() || mention.quoted || matches!(passage.section(), Section::Plan) {
        return None;
    }
    let standing = mean_age || standing::is_standing(passage, mention);
    let named = (standing && mention.unit != "小时").then(|| name::named(passage, index, mention)).flatten();
    let counts = mention.kind == Kind::Count;
    if named.is_none() && !counts {
        return None;
    }
    let name = named.unwrap_or_default();
    let pointing = counts && !mean_age && (standing || standing::may_point_back(passage, index, mention));
    // A value that is neither may only be repeated; its words are not asked for.
    let met = standing || pointing;
    let mut wording = DefaultHasher::new();
    (&name.name, &name.noun, name.scope, name.whole, name.definite).hash(&mut wording);
    (mention.value, mention.unit).hash(&mut wording);
    Some(Stated {
        wording: wording.finish(),
        name: name.name,
        noun: name.noun,
        scope: name.scope.to_owned(),
        whole: name.whole,
        definite: name.definite,
        value: mention.value,
        unit: mention.unit,
        step: mention.step,
        rate: !counts,
        standing,
        pointing,
        digits: Digits::of(mention.value),
        around: if met { Surroundings::of(passage, index, mention) } else { Surroundings::default() },
        range: mention.range.clone(),
        shown: passage.shown(mention),
    })
}

/// True where the two values must be one.
fn conflict(one: &Stated, other: &Stated) -> bool {
    if one.value == other.value || !comparable(one, other) {
        return false;
    }
    if one.unit == "岁" {
        return same_mean(one, other);
    }
    // Most pairs are of two things; their digits need not be compared.
    let same = one.name == other.name && one.name.chars().count() >= 2;
    let back = points_back(other, one) || points_back(one, other);
    if !same && !back {
        return false;
    }
    let slip = slip_of_the_pen(one.value, other.value);
    let event = name::EVENTS.iter().any(|word| one.name.contains(word) || other.name.contains(word));
    let (both, either) = (one.whole && other.whole, one.whole || other.whole || described(other));
    // A rate with a long name is one of one set.
    let rate = same && one.rate && other.rate && one.name.chars().count() >= 6;
    // A long name with its actor is one thing even where few digits are left to compare.
    let long = one.name.chars().count() >= 8 && one_digit_apart(one.value, other.value);
    let named = rate && slip || same && if event { both && (slip || long) } else { both || (slip && either) };
    (named || slip && back) && !elsewhere(one, other)
}

/// True where the unit and the scope of two values may be one.
fn comparable(one: &Stated, other: &Stated) -> bool {
    let apart = !one.scope.is_empty() && !other.scope.is_empty() && own(&one.scope) != own(&other.scope);
    measure::compatible(one.unit, other.unit) && !apart
}

/// True where two values are said of different times, places or bodies.
fn elsewhere(one: &Stated, other: &Stated) -> bool {
    Counted::read(&one.around).apart(&Counted::read(&other.around))
}

/// 上半年新建的青年之家51个: what was told before is described as known.
fn described(later: &Stated) -> bool {
    later.definite && later.noun.is_empty()
}

/// 委员平均年龄31.5岁 … 平均年龄为35.1岁: a mean without its own subject is that of the one before.
fn same_mean(one: &Stated, other: &Stated) -> bool {
    let one_subject = one.name == other.name || strip(&other.name) == "平均年龄";
    one_subject && one.digits.swapped(&other.digits) && !elsewhere(one, other)
}

/// 发展新团员326名 … 362名新团员均通过
fn points_back(back: &Stated, first: &Stated) -> bool {
    let named = back.noun.chars().count() >= 2 && first.name.ends_with(&back.noun);
    back.definite && named && first.noun.is_empty()
}

/// True where two values are one thing stated twice, and equal.
fn agree(one: &Stated, other: &Stated) -> bool {
    if one.value != other.value || !comparable(one, other) {
        return false;
    }
    let event = name::EVENTS.iter().any(|word| one.name.contains(word) || other.name.contains(word));
    let same = one.name == other.name && one.name.chars().count() >= 2;
    let named = same && (!event || one.whole && other.whole);
    if named || points_back(other, one) || points_back(one, other) {
        return !elsewhere(one, other);
    }
    let back = one.standing && other.pointing;
    back && Counted::read(&other.around).refers_to(&Counted::read(&one.around), false)
}

/// Pairs of positions in `values` (in reading order) that state one thing with one value, the later
/// one first; each with the first that it repeats.
pub fn repeats<'v>(values: impl Iterator<Item = &'v Stated>) -> Vec<(usize, usize)> {
    let mut seen: HashMap<Decimal, Vec<(usize, &Stated)>> = HashMap::new();
    let mut pairs = Vec::new();
    for (place, value) in values.enumerate() {
        let partners = seen.entry(value.value.normalize()).or_default();
        pairs.extend(partners.iter().find(|(_, it)| agree(it, value)).map(|(first, _)| (place, *first)));
        if partners.len() < 24 {
            partners.push((place, value));
        }
    }
    pairs
}

/// Pairs of positions in `values` (in reading order) that conflict, the later one first.
pub fn conflicts<'v>(values: impl Iterator<Item = &'v Stated>) -> Vec<(usize, usize)> {
    let mut seen = Seen::default();
    let mut recent = Recent::default();
    let mut pairs = Vec::new();
    for (place, value) in values.enumerate() {
        let earlier = seen.conflicting(place, value).filter(|_| !recent.knows(value));
        let earlier = earlier.or_else(|| recent.mistaken(value));
        pairs.extend(earlier.map(|earlier| (place, earlier)));
        recent.push(place, value);
    }
    pairs
}

/// The values so far by what their names end with, and what was said of them word for word.
#[derive(Default)]
struct Seen<'v> {
    by_tail: HashMap<u64, Vec<(usize, &'v Stated)>>,
    said: HashSet<u64>,
}

impl<'v> Seen<'v> {
    /// The earlier value of the same name that conflicts with a value.
    fn conflicting(&mut self, place: usize, value: &'v Stated) -> Option<usize> {
        // What was already said word for word has the same partners.
        if value.name.is_empty() || !self.said.insert(value.wording) {
            return None;
        }
        // A name and its last two characters find the partners of both forms.
        let letters = value.name.chars().rev().take(2);
        let tail = letters.fold(0, |tail, letter| tail << 32 | u64::from(u32::from(letter)));
        let partners = self.by_tail.entry(tail).or_default();
        let found =
            partners.iter().find(|(_, earlier)| conflict(earlier, value)).map(|(earlier, _)| *earlier);
        // A value that agrees with some earlier one is no new conflict.
        let agrees = partners.iter().any(|(_, it)| it.value == value.value && it.name == value.name);
        if partners.len() < 24 {
            partners.push((place, value));
        }
        found.filter(|_| !agrees)
    }
}

/// The repeated values of one text that agree.
pub fn agreements_within(values: &[Stated]) -> Vec<Agreement> {
    let pairs = repeats(values.iter()).into_iter();
    let both = pairs.filter_map(|(later, first)| values.get(later).zip(values.get(first)));
    both.map(|(later, first)| agreement(later, first)).collect()
}

/// What is said of two values of one name that agree.
pub fn agreement(later: &Stated, first: &Stated) -> Agreement {
    let words = format!("与前面的 {} 一致", first.shown);
    Agreement::new(RULE.name, later.range.clone(), [first.range.clone()], words)
}

/// What is said of two values of one name.
pub fn flaw(later: &Stated, earlier: &Stated) -> Flaw {
    let counted = Counted::read(&later.around);
    let names = [&later.noun, &later.name, &counted.noun, &earlier.name, &counted.told];
    let name = names.into_iter().find(|name| !name.is_empty());
    let name = name.map_or_else(|| "同一数据".to_owned(), |name| format!("「{name}」"));
    let message = format!("{name}前面写的是 {}，这里是 {}，请核对后改为一致。", earlier.shown, later.shown);
    Flaw::new(RULE.name, later.range.clone(), message).figures(later.shown.clone(), earlier.shown.clone())
}
