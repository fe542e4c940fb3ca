//! What a figure is said to be.

use super::when::{self, When};
use super::{LAST_YEAR, NOW, SAME, YEAR};
use crate::check::passage::Passage;
use crate::text::figures::Kind;
use crate::text::{Period, Span};

/// With what a change compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// 同比, 较去年同期.
    Same,
    /// 较去年 in a report of half a year.
    LastYear,
    /// Nothing is said.
    Unsaid,
}

/// What a figure is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The value of the period.
    Value,
    /// The value of the same period a year before.
    LastYear,
    /// The target. Not `certain` where the words may mean another span's.
    Target {
        /// 目标 is said, and no span that may be another.
        certain: bool,
    },
    /// A change in percent or 百分点.
    Growth {
        /// 增长, not 下降.
        rise: bool,
        /// With what it compares.
        base: Base,
    },
    /// A change in the indicator's own unit against the same period a year before.
    Difference {
        /// 增加, not 减少.
        rise: bool,
    },
    /// A share of the target in percent.
    Completion,
}

const RISES: &[&str] = &["增长", "增加", "提高", "提升", "上升", "增幅", "净增", "多", "增"];
const FALLS: &[&str] = &["下降", "减少", "降低", "降幅", "下滑", "减幅", "少", "降", "减"];

/// Words with which a change says what it compares with.
const COMPARING: &[&str] = &["同比", "同期", "相比", "相较", "同口径", "较", "比", "与", "，", "的", "则"];

/// Words that say that a percentage is of a target.
const COMPLETIONS: &[&str] = &["完成率", "达成率", "完成比例"];

/// What is aimed at.
const TARGETS: &[&str] =
    &["目标任务", "任务目标", "目标数", "目标值", "任务数", "计划数", "指标数", "目标", "任务", "计划"];

/// Spans of a target that are the year's.
const YEARLY: &[&str] = &["年度", "全年", "年初", "既定", "预定", "下达", "确定", "定"];

/// What a figure is said to be, the words that are left to name it, and the length of the verb
/// that belongs to it (增长 of 增长11.2%).
pub(super) fn read(
    passage: &Passage,
    period: Period,
    index: usize,
    lead: &str,
    tail: &str,
) -> Option<(Said, String, usize)> {
    let figure = passage.mentions().get(index)?;
    let at = figure.range.start;
    if let Some(change) = change(lead) {
        return match figure.kind {
            Kind::Count if change.base == Base::Same => {
                Some((Said::Difference { rise: change.rise }, change.named, 0))
            }
            Kind::Count => None,
            _ => {
                if change.base == Base::Unsaid && compares_otherwise(passage, index) {
                    return None;
                }
                let base = match change.base {
                    Base::LastYear if period.span == Span::WholeYear => Base::Same,
                    Base::Unsaid if compares_before(passage, index) => Base::Same,
                    base => base,
                };
                Some((Said::Growth { rise: change.rise, base }, change.named, change.verb))
            }
        };
    }
    if figure.kind == Kind::Points {
        return None;
    }
    if figure.kind == Kind::Percent
        && let Some(named) = completion(lead, period.span)
    {
        return Some((Said::Completion, named, 0));
    }
    if let Some((certain, named)) = target(lead, tail, period.span) {
        return Some((Said::Target { certain }, named, 0));
    }
    match when::before(passage, period, at) {
        When::Now => Some((Said::Value, lead.to_owned(), 0)),
        When::Same => {
            let named = lead.replace(SAME, "");
            let named = named.trim_end_matches(['的', '由', '从', '较', '比', '为', '是', '，']);
            Some((Said::LastYear, named.to_owned(), 0))
        }
        _ => None,
    }
}

struct Change {
    rise: bool,
    base: Base,
    named: String,
    /// Characters of the verb where the figure follows it at once.
    verb: usize,
}

/// 团员人数同比增长, 较去年同期增加
fn change(lead: &str) -> Option<Change> {
    let bare = lead.trim_end_matches(['了', '达', '为', '率', '约']);
    let ends = |verbs: &[&'static str]| verbs.iter().copied().find(|verb| bare.ends_with(verb));
    let (rise, verb) = match (ends(RISES), ends(FALLS)) {
        (Some(verb), _) => (true, verb),
        (None, Some(verb)) => (false, verb),
        (None, None) => return None,
    };
    let mut named = bare.strip_suffix(verb)?;
    let mut base = Base::Unsaid;
    // 新增 and 至少 are no changes.
    if (verb == "增" && named.ends_with('新')) || (verb == "少" && named.ends_with(['至', '不', '最']))
    {
        return None;
    }
    loop {
        if let Some(rest) = named.strip_suffix(SAME) {
            (named, base) = (rest, Base::Same);
        } else if let Some(rest) = named.strip_suffix(LAST_YEAR) {
            named = rest;
            base = if base == Base::Same { base } else { Base::LastYear };
        } else if let Some(word) = COMPARING.iter().find(|word| named.ends_with(**word)) {
            named = named.strip_suffix(word)?;
            base = if matches!(*word, "同比" | "同期") { Base::Same } else { base };
        } else {
            break;
        }
    }
    // 多 and 少 change something only beside what they compare with.
    if matches!(verb, "多" | "少" | "增" | "降" | "减") && base == Base::Unsaid {
        return None;
    }
    let verb = if bare.len() == lead.len() { verb.chars().count() } else { 0 };
    Some(Change { rise, base, named: named.to_owned(), verb })
}

/// 与去年同期相比，团员人数增长11.2%
fn compares_before(passage: &Passage, index: usize) -> bool {
    let lead = passage.lead(index);
    let sentence = passage.sentence(lead.start).start;
    passage.has(sentence.max(lead.start.saturating_sub(12))..lead.start, &["同期相比", "同期比", "同比"])
}

/// 较年初，团员人数增长11.2%
fn compares_otherwise(passage: &Passage, index: usize) -> bool {
    let end = passage.lead(index).end;
    let sentence = passage.sentence(end).start;
    let other = ["年初", "环比", "上月", "上季度", "一季度", "上半年相比", "年底", "年末", "近三年"];
    passage.has(sentence.max(end.saturating_sub(40))..end, &other)
}

/// 完成率, 完成全年目标的: the words that are left to name what is completed.
fn completion(lead: &str, span: Span) -> Option<String> {
    let bare = lead.trim_end_matches(['达', '到', '为', '约', '是', '已', '仅']);
    if let Some(named) = COMPLETIONS.iter().find_map(|word| bare.strip_suffix(word)) {
        return Some(named.trim_end_matches("目标").trim_end_matches("任务").to_owned());
    }
    let named = aimed(bare.strip_suffix('的')?, span)?;
    let verb = ["已经完成", "已完成", "完成了", "完成", "达到", "达", "占", "为", "相当于"];
    verb.iter().find_map(|verb| named.strip_suffix(verb)).map(str::to_owned)
}

/// The words before 年度目标任务.
fn aimed(words: &str, span: Span) -> Option<&str> {
    let mut rest = TARGETS.iter().find_map(|word| words.strip_suffix(word))?;
    loop {
        let shorter = YEARLY.iter().find_map(|word| rest.strip_suffix(word));
        let year = [Some(YEAR), (span == Span::WholeYear).then_some(NOW)].into_iter().flatten();
        let shorter = shorter.or_else(|| year.into_iter().find_map(|it| rest.strip_suffix(it)));
        match shorter {
            Some(shorter) => rest = shorter,
            None => return Some(rest),
        }
    }
}

/// 年度目标30个, 全年计划新建团组织30个, 30个的目标
fn target(lead: &str, tail: &str, span: Span) -> Option<(bool, String)> {
    let behind = tail.trim_start_matches('的');
    let named_behind = ["目标", "任务目标", "任务"].iter().any(|word| behind.starts_with(word));
    let before = TARGETS.iter().any(|word| lead.contains(word));
    if !(before || named_behind) {
        return None;
    }
    // What is done, and how far it is from the target, are no targets.
    if ["完成", "已", "超", "距", "差", "达到", "对照", "围绕"].iter().any(|word| lead.contains(word))
    {
        return None;
    }
    let mut named = lead.to_owned();
    for word in TARGETS.iter().chain(YEARLY).chain(&["拟", "为", "是", "的"]) {
        named = named.replace(word, "");
    }
    let certain = lead.contains("目标") && (span == Span::WholeYear || !lead.contains(NOW));
    Some((certain, named.replace([YEAR, NOW], "")))
}

/// True for a figure that names nothing itself and so goes on about one before it.
pub(super) fn goes_on(said: Said, lead: &str, named: &str) -> bool {
    match said {
        // 由去年同期的1600人增至1779人
        Said::Value => ["增至", "升至", "降至", "减至", "增加到", "减少到", "增长到", "达到"].contains(&lead),
        _ => named.is_empty(),
    }
}

/// True where the words between two figures say nothing new: what follows is still about the first.
pub(super) fn only_compares(gap: &str) -> bool {
    let mut rest = gap;
    while !rest.is_empty() {
        let Some(next) = ["去年同期", "上年同期", "同期", "去年", "上年", "与", "相比", "同比", "较", "比"]
            .iter()
            .chain(&["，", "（", "）", "、", "的", "年度", "全年", "年初", "其", "且", "并"])
            .chain(&["占", "为", "达", "到"])
            .find_map(|word| rest.strip_prefix(word))
        else {
            return false;
        };
        rest = next;
    }
    true
}
