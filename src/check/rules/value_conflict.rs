//! # What it does
//! Finds one indicator of one scope that has two values in a document, or another value in the
//! prose than in the table.
//! # Why it is bad
//! Digits were swapped, or one place was not brought up to date.
//! # Example
//! 全区团员1779人 … 全区团员1797人
//! # Use instead
//! One value in both places, best as a reference to the table.

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::{Passage, Section};
use crate::check::verdict::Agreement;
use crate::draft::{Draft, Indicator};
use crate::text::figures::{Kind, Mention, Words, measure};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

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
    /// Where it stands, in characters of its passage.
    pub range: Range<usize>,
    /// As printed.
    pub shown: String,
}

/// Contexts in which a figure is of another time, or is no standing value.
const OTHER: &[&str] = &[
    "去年",
    "上年",
    "同期",
    "年初",
    "此前",
    "原有",
    "原来",
    "计划",
    "目标",
    "拟",
    "力争",
    "下半年",
    "任务",
    "预计",
    "下达",
    "较",
    "比",
    "增至",
    "降至",
    "由",
    "从",
    "每",
    "平均",
    "人均",
    "其中",
    "净增",
    "增加",
    "减少",
    "另",
    "第",
    "以上的",
    "应",
    "分别",
    "上月",
    "近年",
    "历年",
    "往年",
    "首批",
    "当天",
    "当日",
    "现场",
    "本次",
    "此次",
    "一季度",
    "二季度",
    "季度",
    "一是在",
    "占",
    "剩余",
    "其余",
    "仍有",
    "还有",
    "尚有",
    "排查",
    "抽查",
    "抽取",
];

const SCOPES: &[&str] = &[
    "全区",
    "全县",
    "全市",
    "全镇",
    "全校",
    "全街道",
    "全乡",
    "全州",
    "全省",
    "全院",
    "全集团",
    "全公司",
    "全系统",
    "全团",
    "全园区",
    "园区",
    "辖区",
    "我区",
    "我县",
    "我市",
    "我镇",
    "我校",
    "本区",
    "本县",
    "全旗",
    "全厂",
    "全矿",
    "全司",
    "全局",
];

const TIMES: &[&str] = &[
    "今年以来",
    "上半年",
    "今年",
    "本年度",
    "目前",
    "现",
    "截至目前",
    "截至",
    "全年",
    "年内",
    "报告期内",
    "以来",
    "末",
    "底",
];

/// Words that only lead from the name to the figure.
const LINKS: &[&str] = &[
    "总人数",
    "人数",
    "总数",
    "总量",
    "数量",
    "共计",
    "总计",
    "合计",
    "累计",
    "达到",
    "共有",
    "现有",
    "建有",
    "拥有",
    "实有",
    "共",
    "已",
    "达",
    "为",
    "有",
    "约",
    "总",
    "数",
    "是",
    "：",
    "的",
];

const TOTALS: &[&str] = &["共", "总", "累计", "现有", "合计"];

/// Things that are done many times, so that two counts need not be one.
const EVENTS: &[&str] = &[
    "开展", "举办", "组织", "召开", "走访", "慰问", "发放", "服务", "培训", "活动", "收集", "参与", "参加",
    "接待", "宣讲", "宣传", "帮扶", "覆盖", "吸引", "募集", "推送", "发布", "解决", "整改", "发现", "获",
    "评选", "表彰", "新增",
];

/// The values that a passage states. What it says depends on the passage alone.
pub fn stated_values(passage: &Passage) -> Vec<Stated> {
    let mentions = passage.mentions().iter().enumerate();
    mentions.filter_map(|(index, mention)| stated(passage, index, mention)).collect()
}

fn stated(passage: &Passage, index: usize, mention: &Mention) -> Option<Stated> {
    let countable = mention.kind == Kind::Count
        && !matches!(mention.unit, "天" | "年" | "个月" | "小时" | "分钟" | "岁" | "周岁");
    let standing = countable || mention.kind == Kind::Percent;
    if !standing
        || !mention.exact()
        || mention.quoted
        || matches!(passage.section(mention.number.start), Section::Plan)
    {
        return None;
    }
    let sentence = passage.sentence(mention.number.start);
    let clause = passage.clause(mention.number.start);
    let near = clause.start.saturating_sub(16).max(mention.range.start.saturating_sub(60));
    let around = sentence.start.max(near)..mention.range.start;
    if passage.has(around.clone(), OTHER) {
        return None;
    }
    // 3月新增12名: what is done in a month or a quarter is no value of the whole period.
    let dated = passage.reading.dates_within(around.clone()).iter().any(|date| date.month.is_some());
    let until = passage.has(around.clone(), &["截至", "截止", "底", "末"]);
    let raw = passage.words(passage.lead(index));
    if dated && !until && EVENTS.iter().any(|word| raw.contains(word)) {
        return None;
    }
    let scope = SCOPES.iter().find(|scope| raw.contains(**scope)).copied().unwrap_or("");
    let whole = !scope.is_empty() || TOTALS.iter().any(|word| raw.contains(word));
    let lead = strip(&raw);
    let tail = passage.words(passage.tail(index));
    let (noun, definite) = noun_of(&tail);
    let pointing = ["这", "上述", "该"].iter().any(|word| raw.ends_with(word));
    if mention.kind == Kind::Percent {
        let named = lead.ends_with('率') && lead.chars().count() >= 4;
        return named.then(|| build(passage, mention, lead, String::new(), scope, whole, false));
    }
    if noun.is_empty() {
        // 全区团员1200人参加: these are only some.
        let all = ["均", "全部", "全员", "都", "已全部", "悉数"].iter().any(|word| tail.starts_with(word));
        let some = !all && !tail.is_empty() && !["。", "，"].iter().any(|mark| tail.starts_with(mark));
        let whole = whole || all;
        let fits = !some && lead.chars().count() >= 2 && raw.chars().count() <= 22;
        return fits.then(|| build(passage, mention, lead, String::new(), scope, whole, false));
    }
    let verb = lead.trim_end_matches('的').to_owned();
    let name = format!("{verb}{noun}");
    let fits = noun.chars().count() >= 2 && verb.chars().count() <= 8;
    fits.then(|| build(passage, mention, name, noun, scope, whole, definite || pointing))
}

fn build(
    passage: &Passage,
    mention: &Mention,
    name: String,
    noun: String,
    scope: &str,
    whole: bool,
    definite: bool,
) -> Stated {
    Stated {
        name,
        noun,
        scope: scope.to_owned(),
        whole,
        definite,
        value: mention.value,
        unit: mention.unit,
        range: mention.range.clone(),
        shown: passage.shown(mention),
    }
}

/// The name without time, scope and linking words.
pub(in crate::check) fn strip(lead: &str) -> String {
    let mut words = lead.to_owned();
    // All of them begin with one of these; most names hold none.
    if words.contains(['全', '园', '辖', '我', '本']) {
        for scope in SCOPES {
            words = words.replace(scope, "");
        }
    }
    let mut rest = words.as_str();
    while let Some(shorter) = TIMES
        .iter()
        .chain(&[
            "各级", "团委", "共有", "现有", "建有", "拥有", "实有", "共", "已", "累计", "以来", "，", "的",
        ])
        .find_map(|word| rest.strip_prefix(word))
    {
        rest = shorter;
    }
    while let Some(shorter) = LINKS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    // 共发展新团员: the adverb between scope and verb says nothing of the name.
    let rest = rest.trim_start_matches(['共', '已', '均']);
    if !rest.contains(['累', '有']) {
        return rest.to_owned();
    }
    rest.replace("累计", "").replace("共有", "").replace("现有", "")
}

/// The noun behind a figure, and whether the words after it say that all are meant.
fn noun_of(tail: &Words<'_>) -> (String, bool) {
    const STOPS: &[&str] = &[
        "均", "全部", "全员", "都", "已", "通过", "参加", "参与", "接受", "完成", "获", "受", "，", "在",
        "进行", "开展", "为", "是", "被", "实现", "纳入", "和", "、", "踊跃", "积极", "报名", "中", "共",
    ];
    let stop = STOPS.iter().filter_map(|word| tail.find(word)).min().unwrap_or(tail.len());
    let noun = tail[..stop].trim_start_matches('的').to_owned();
    let rest = &tail[stop..];
    let definite = ["均", "全部", "都", "已全部"].iter().any(|word| rest.starts_with(word));
    (noun, definite)
}

/// True where the two values must be one.
fn conflict(one: &Stated, other: &Stated) -> bool {
    if one.value == other.value || !comparable(one, other) {
        return false;
    }
    // Most pairs are of two things; their digits need not be compared.
    let same = one.name == other.name && one.name.chars().count() >= 2;
    let back = points_back(other, one) || points_back(one, other);
    if !same && !back {
        return false;
    }
    let slip = slip_of_the_pen(one.value, other.value);
    let event = EVENTS.iter().any(|word| one.name.contains(word) || other.name.contains(word));
    let (both, either) = (one.whole && other.whole, one.whole || other.whole);
    // A long name with its actor is one thing even where few digits are left to compare.
    let long = one.name.chars().count() >= 8 && one_digit_apart(one.value, other.value);
    if same && if event { both && (slip || long) } else { both || (slip && either) } {
        return true;
    }
    slip && back
}

/// True where the unit and the scope of two values may be one.
fn comparable(one: &Stated, other: &Stated) -> bool {
    let apart = !one.scope.is_empty() && !other.scope.is_empty() && one.scope != other.scope;
    measure::compatible(one.unit, other.unit) && !apart
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
    let event = EVENTS.iter().any(|word| one.name.contains(word) || other.name.contains(word));
    let same = one.name == other.name && one.name.chars().count() >= 2;
    same && (!event || one.whole && other.whole) || points_back(other, one) || points_back(one, other)
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

/// As many digits, one of which differs.
fn one_digit_apart(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (plain(one), plain(other));
    one.len() == other.len()
        && one.len() >= 2
        && one.chars().zip(other.chars()).filter(|(a, b)| a != b).count() == 1
}

/// Two digits swapped, or one digit of three or more mistyped.
fn slip_of_the_pen(one: Decimal, other: Decimal) -> bool {
    let digits = |number: Decimal| plain(number).chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
    let (one, other) = (digits(one), digits(other));
    if one.len() != other.len() || one.len() < 2 {
        return false;
    }
    let differ = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    let (mut sorted_one, mut sorted_other) = (one.clone(), other.clone());
    sorted_one.sort_unstable();
    sorted_other.sort_unstable();
    (differ == 2 && sorted_one == sorted_other) || (differ == 1 && one.len() >= 3)
}

/// Pairs of positions in `values` (in reading order) that conflict, the later one first.
pub fn conflicts<'v>(values: impl Iterator<Item = &'v Stated>) -> Vec<(usize, usize)> {
    let mut seen: HashMap<[Option<char>; 2], Vec<(usize, &Stated)>> = HashMap::new();
    let mut pairs = Vec::new();
    for (place, value) in values.enumerate() {
        // A name and its last two characters find the partners of both forms.
        let mut letters = value.name.chars().rev();
        let partners = seen.entry([letters.next(), letters.next()]).or_default();
        // What was already said word for word has the same partners.
        if partners.iter().any(|(_, earlier)| value.says_again(earlier)) {
            continue;
        }
        if let Some((earlier, _)) = partners.iter().find(|(_, earlier)| conflict(earlier, value)) {
            // A value that agrees with some earlier one is no new conflict.
            let agrees = partners.iter().any(|(_, it)| it.value == value.value && it.name == value.name);
            if !agrees {
                pairs.push((place, *earlier));
            }
        }
        if partners.len() < 24 {
            partners.push((place, value));
        }
    }
    pairs
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
    let name = if later.noun.is_empty() { &later.name } else { &later.noun };
    let message =
        format!("「{name}」前面写的是 {}，这里是 {}，请核对后改为一致。", earlier.shown, later.shown);
    Flaw::new(RULE.name, later.range.clone(), message).figures(later.shown.clone(), earlier.shown.clone())
}

impl Stated {
    fn says_again(&self, other: &Self) -> bool {
        let same = |it: &Self| (it.value, it.unit, it.whole, it.definite);
        same(self) == same(other)
            && (&self.name, &self.noun, &self.scope) == (&other.name, &other.noun, &other.scope)
    }
}

/// The rows of the table by the names that prose may give them; made once for all values.
pub struct Rows<'d>(HashMap<String, &'d Arc<Indicator>>);

impl<'d> Rows<'d> {
    /// The rows of a draft. Where two have one name, the first counts.
    pub fn of(draft: &'d Draft) -> Self {
        let mut rows = HashMap::new();
        for indicator in draft.indicators.iter().filter(|it| !it.name.trim().is_empty()) {
            let name = indicator.name.trim();
            for name in [name.to_owned(), strip(name)] {
                rows.entry(name).or_insert(indicator);
            }
        }
        Self(rows)
    }
}

/// The indicator of the table that a value names, where the table says otherwise.
pub fn in_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<&'d Arc<Indicator>> {
    let (indicator, stated) = of_table(rows, value)?;
    let surely = value.whole | slip_of_the_pen(stated, value.value);
    (surely && stated != value.value).then_some(indicator)
}

/// The indicator of the table that a value names and repeats.
pub fn as_in_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<&'d Arc<Indicator>> {
    of_table(rows, value).filter(|(_, stated)| *stated == value.value).map(|(indicator, _)| indicator)
}

/// The indicator of the table that a value names, with its value there.
fn of_table<'d>(rows: &Rows<'d>, value: &Stated) -> Option<(&'d Arc<Indicator>, Decimal)> {
    if !value.noun.is_empty() {
        return None;
    }
    let indicator = rows.0.get(&value.name)?;
    let unit = indicator.unit.trim();
    let unit = unit.strip_prefix('万').unwrap_or(unit);
    let stated = indicator.value.number().ok()??;
    let same_unit = unit.is_empty() || measure::compatible(unit, value.unit);
    let scaled = indicator.unit.trim().starts_with('万');
    let stated = if scaled { stated.checked_mul(Decimal::from(10_000))? } else { stated };
    let name_long = value.name.chars().count() >= 2;
    (name_long && same_unit).then_some((indicator, stated))
}

/// What is said of a value that the table has otherwise.
pub fn against_table(value: &Stated, indicator: &Indicator) -> Flaw {
    let table = indicator.with_unit();
    let name = indicator.name.trim();
    let message = format!(
        "「{name}」在数据指标中是 {table}，这里是 {}，请核对；用引用 {{{name}}} 可保持一致。",
        value.shown
    );
    Flaw::new(RULE.name, value.range.clone(), message)
        .severity(Severity::Warning)
        .figures(value.shown.clone(), table)
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn one_indicator_has_one_value() {
        wrong(
            "value-conflict",
            &[
                ("上半年全县共发展新团员326名，全部录入系统。全县发展的362名新团员均通过测试。", "362名"),
                ("全区共有团员1779人。截至6月底，全区共有团员1797人。", "1797人"),
                ("全县现有团支部128个。目前，全县128个支部完成录入，全县现有团支部182个。", "182个"),
                ("今年，全市新增注册志愿者4800人。开展宣讲。今年，全市新增注册志愿者8400人。", "8400人"),
                ("上半年，公司团委共开展主题团日活动36次。上半年公司团委共开展主题团日活动39次。", "39次"),
                ("公司下辖支部31个，青年职工1460人。开展培训。青年职工1640人全员参加培训。", "1640人"),
                ("全区团组织覆盖率为92.5%。全区团组织覆盖率达95.2%。", "95.2%"),
            ],
        );
        right(&[
            "全区共有团员1779人。全区共有团干部197人。",
            "全区共有团员1779人，去年同期全区共有团员1797人。",
            "3月全市新增注册志愿者480人。4月全市新增注册志愿者840人。",
            "开展志愿服务活动12场。开展志愿服务活动8场。",
            "城关镇共有团员320人。东坪镇共有团员230人。",
            "全县共发展新团员326名。全县326名新团员均通过测试。",
            "全县团员1200人参加学习，全县团员1020人参加测试。",
        ]);
    }
}
