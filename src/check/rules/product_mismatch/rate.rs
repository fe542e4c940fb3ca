//! Rates: 每名讲师宣讲4场, 户均500元, 各选派3名, 1800元/人, 单价85元; and chains of them.

use crate::check::passage::Passage;
use crate::text::figures::{Mention, measure};

/// What a rate is given for: 每名讲师, 户均, 每周.
#[derive(Clone, Debug)]
pub(super) struct Per {
    /// The measure word of what is counted: 名, 户, 场, 周; empty for a noun without one.
    pub unit: &'static str,
    /// The noun behind it, where one stands: 讲师.
    pub noun: String,
    /// Where 每 or 均 stands.
    pub at: usize,
    /// 每周, 每月.
    pub time: bool,
}

/// So many for each.
#[derive(Clone, Debug)]
pub(super) struct Rate<'p> {
    /// Which mention it is.
    pub index: usize,
    pub value: &'p Mention,
    /// For each of what; 每对每月 has two.
    pub per: Vec<Per>,
    /// 平均: a rounded quotient.
    pub average: bool,
    /// 12个支部各选派3名: the count stands right before 各.
    pub each: Option<usize>,
}

/// The words of a rate that sets a limit or is no exact one.
const LOOSE: &[&str] = &["至少", "最多", "不低", "左右", "约", "近", "不超", "最高", "最低", "上限"];

/// The rate that the figure at `index` is.
pub(super) fn at(passage: &Passage, index: usize) -> Option<Rate<'_>> {
    let value = passage.mentions().get(index).filter(|it| it.counts())?;
    let script = passage.script();
    let lead = passage.lead(index);
    let slash = script.get(value.range.end) == Some('/');
    if !slash && !passage.has(lead.clone(), &["每", "均", "各", "单价"]) {
        return in_row(passage, index, value);
    }
    if passage.has(lead.clone(), LOOSE)
        || passage.has(lead.clone(), &["不少"]) && !passage.has(lead.clone(), &["不多不少"])
        || passage.has(value.range.end..value.range.end + 3, &["不等", "起"])
    {
        return None;
    }
    let rate = |per: Vec<Per>, average| Some(Rate { index, value, per, average, each: None });
    if slash {
        let (length, unit) = measure::at(script, value.range.end + 1)?;
        let word = matches!(unit, "年" | "天" | "周" | "个月" | "小时");
        let at = value.range.end + length;
        return rate(vec![Per { unit, noun: String::new(), at: at.min(value.range.end), time: word }], false);
    }
    let pers: Vec<Per> = lead
        .clone()
        .filter(|at| script.get(*at) == Some('每'))
        .filter_map(|at| per(passage, at, lead.end))
        .collect();
    let pers: Vec<Per> = pers.into_iter().map(|per| one_each(passage, &per).unwrap_or(per)).collect();
    if !pers.is_empty() {
        return rate(pers, passage.has(lead, &["平均"]));
    }
    if script.ends(lead.end, "单价") || script.one_before(lead.end, &["单价为", "单价约", "单价是"]).is_some()
    {
        let (at, counted) = passage.earlier(index).next().filter(|(_, it)| it.counts())?;
        let near = passage.words(counted.range.end..lead.end).chars().count() <= 24 && at + 1 == index;
        let per = Per { unit: counted.unit, noun: String::new(), at: lead.start, time: false };
        return near.then_some(()).and_then(|()| rate(vec![per], false));
    }
    if let Some(each) = (lead.start..lead.end).rev().find(|at| script.get(*at) == Some('各'))
        && lead.end - each <= 6
        && !script.get(each + 1).is_some_and(|c| "级类项地界自方个位种校处单".contains(c))
    {
        let (count, counted) = passage.earlier(index).next()?;
        let noun = passage.words(counted.range.end..each);
        let direct =
            counted.counts() && noun.chars().count() <= 10 && !noun.contains(['，', '。', '、', '；']);
        let per = Per { unit: counted.unit, noun: String::new(), at: each, time: false };
        return direct.then_some(Rate { index, value, per: vec![per], average: false, each: Some(count) });
    }
    let at = (lead.start..lead.end).rev().find(|at| script.get(*at) == Some('均'))?;
    let unit = match script.before(at)? {
        '户' => "户",
        '人' | '生' => "人",
        '场' => "场",
        '次' => "次",
        '家' => "家",
        '期' => "期",
        '校' => "所",
        '队' => "队",
        '班' => "班",
        '村' => "村",
        '年' => return by_time(passage, index, value, at, "年"),
        '月' => return by_time(passage, index, value, at, "个月"),
        '周' => return by_time(passage, index, value, at, "周"),
        _ => return None,
    };
    // 均已, 均为 say something of all of them.
    let close = lead.end - at <= 8;
    // 各校均到访3轮 tells of all of them what holds for each, and is no quotient.
    let all = at >= 2 && matches!(script.get(at - 2), Some('各' | '每'));
    close.then_some(()).and_then(|()| rate(vec![Per { unit, noun: String::new(), at, time: false }], !all))
}

/// 每校赠送图书350册、书架5组: the next of a row is given for the same.
fn in_row<'p>(passage: &'p Passage, index: usize, value: &'p Mention) -> Option<Rate<'p>> {
    let lead = passage.lead(index);
    let before = index.checked_sub(1)?;
    let first = passage.mentions().get(before)?;
    let joined = first.range.end + 1 == lead.start
        && passage.script().before(lead.start) == Some('、')
        && (1..=6).contains(&lead.len())
        && first.unit != value.unit
        && passage.has(passage.lead(before), &["每"])
        && !passage.has(lead, LOOSE);
    let rate = joined.then(|| at(passage, before)).flatten()?;
    (!rate.average && rate.each.is_none()).then_some(Rate { index, value, ..rate })
}

/// Words of a figure that does not add up over time, or of a time that is not the one named.
const NOT_ADDED: &[&str] = &[
    "活跃", "在线", "增", "粉丝", "其中", "访客", "用户", "收入", "工资", "最", "截至", "以来", "自", "启动",
    "开通",
];

/// 月均接听156个: an average over the months of the time that the sentence names.
fn by_time<'p>(
    passage: &'p Passage,
    index: usize,
    value: &'p Mention,
    at: usize,
    unit: &'static str,
) -> Option<Rate<'p>> {
    let lead = passage.lead(index);
    let sentence = passage.sentence(value.number.start);
    let people = matches!(value.unit, "人" | "名" | "位" | "户" | "家" | "元");
    if people || lead.end - at > 8 || passage.has(sentence.start..lead.end, NOT_ADDED) {
        return None;
    }
    let per = Per { unit, noun: String::new(), at, time: true };
    Some(Rate { index, value, per: vec![per], average: true, each: None })
}

/// 每户一份，每份160元 is 每户160元: one of it for each of something else.
fn one_each(passage: &Passage, per: &Per) -> Option<Per> {
    if !matches!(per.unit, "份" | "套" | "件" | "本" | "册" | "个" | "只" | "盒" | "袋" | "台" | "张" | "辆")
    {
        return None;
    }
    let script = passage.script();
    let from = passage.sentence(per.at).start.max(per.at.saturating_sub(24));
    let at = (from..per.at).rev().find(|at| {
        script.get(*at) == Some('一')
            && measure::at(script, at + 1).is_some_and(|(_, unit)| same(unit, per.unit))
    })?;
    let unit = match script.before(at)? {
        '人' | '生' => "人",
        '户' => "户",
        '村' => "村",
        '校' => "所",
        '班' => "班",
        '家' => "家",
        '队' => "队",
        _ => return None,
    };
    let every = matches!(at.checked_sub(2).and_then(|at| script.get(at)), Some('每' | '一'));
    every.then_some(Per { unit, noun: String::new(), at: at - 2, time: false })
}

/// What stands behind 每.
fn per(passage: &Passage, at: usize, end: usize) -> Option<Per> {
    let script = passage.script();
    let one = at + 1 + usize::from(script.get(at + 1) == Some('一'));
    let (length, unit) = match script.get(one)? {
        '月' => (1, "个月"),
        '生' => (1, "人"),
        '季' if script.get(one + 1) == Some('度') => (2, "季度"),
        _ => measure::at(script, one)?,
    };
    if matches!(unit, "次") && script.get(one + length) == Some('性') {
        return None;
    }
    let unit = match unit {
        "日" => "天",
        _ => unit,
    };
    // 每个月
    let (length, unit) =
        if unit == "个" && script.get(one + 1) == Some('月') { (2, "个月") } else { (length, unit) };
    let time = matches!(unit, "年" | "季度" | "天" | "周" | "个月" | "小时");
    let noun: String = script
        .slice(one + length..end)
        .iter()
        .take_while(|c| {
            !"的都均将共平需可能捐资帮联开宣参举邀走组结培授完每不固定配安按选、发补给招奖获得赠送拨"
                .contains(**c)
        })
        .take(6)
        .collect();
    Some(Per { unit, noun: if time { String::new() } else { noun }, at, time })
}

/// Rates of which each is given for what the one before counts: 每周2次、每次4名. Indices into `rates`.
pub(super) fn chains<'r, 'p>(rates: &'r [Rate<'p>]) -> Vec<Vec<&'r Rate<'p>>> {
    let mut chains: Vec<Vec<&Rate<'_>>> = Vec::new();
    for rate in rates {
        let goes_on = |last: &Rate<'_>| {
            rate.index - last.index <= 2
                && rate.each.is_none()
                && rate.per.iter().any(|per| same(per.unit, last.value.unit))
                && !(rate.per.len() == 1 && last.per.iter().any(|per| same(per.unit, last.value.unit)))
        };
        match chains.last_mut() {
            Some(chain) if chain.last().is_some_and(|last| goes_on(last)) => chain.push(rate),
            _ => chains.push(vec![rate]),
        }
    }
    chains
}

/// True where a rate for `per` is one for what a figure in `unit` counts.
pub(super) fn same(per: &str, unit: &str) -> bool {
    measure::compatible(per, unit)
}
