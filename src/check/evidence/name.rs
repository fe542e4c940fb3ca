//! The name of what is counted, in the words behind a figure or before it.

use super::terms::{Sort, is_kind, words};
use crate::check::rules::value_conflict::strip;

/// Words that lead from one value to the next.
pub(super) const REACHES: &[&str] = &[
    "增加到",
    "增长到",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "下降到",
    "下降至",
    "减少到",
    "减少至",
    "扩大到",
    "扩大至",
    "发展到",
    "缩短到",
    "缩短至",
    "增至",
    "升至",
    "降至",
    "减至",
    "达到",
];

/// The name in the words behind a figure: 优秀团干部 of 优秀团干部受到表彰.
pub(super) fn behind(tail: &str) -> Option<String> {
    let end = tail.find(|c: char| !c.is_alphanumeric() && c != '·').unwrap_or(tail.len());
    let tokens = words(tail.get(..end)?.trim_start_matches('的'));
    let clause = clause_of(&tokens);
    let mut name = String::new();
    let mut noun = false;
    for (at, (sort, word)) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).filter(|(sort, _)| *sort == Sort::Noun);
        match sort {
            Sort::Noun => noun = true,
            _ if at < clause => {}
            _ if noun => break,
            Sort::Verb if next.is_some_and(|(_, next)| is_kind(word, next)) => {}
            Sort::Verb | Sort::Stop => return None,
            Sort::Other => {}
        }
        name.push_str(word);
    }
    noun.then_some(name)
}

/// How many words a short clause before the noun takes: 参加培训的团干部.
pub(super) fn clause_of(tokens: &[(Sort, &str)]) -> usize {
    let of = tokens.iter().position(|(_, word)| *word == "的").filter(|of| *of <= 4).map_or(0, |of| of + 1);
    let named = tokens.get(of).is_some_and(|(sort, _)| matches!(sort, Sort::Noun | Sort::Other));
    if named { of } else { 0 }
}

/// The name at the end of the words before a figure: 新团员 of 共发展新团员.
pub(super) fn ahead(lead: &str) -> String {
    let lead = lead.trim_start_matches("其中").trim_end_matches(['：', '，']);
    let lead = REACHES.iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead);
    let lead = without_origin(lead);
    let lead = lead.rsplit(['”', '》', '“', '《', '：', '；']).next().unwrap_or(lead);
    let stripped = strip(lead);
    let mut tokens = words(stripped.trim_end_matches(['的', '有', '为', '达', '共', '超']));
    while tokens.last().is_some_and(|(sort, word)| *sort == Sort::Stop || matches!(*word, "的" | "了" | "率"))
    {
        tokens.pop();
    }
    // 每名讲师宣讲: who does it is not what is counted.
    if let Some(each) = tokens.iter().position(|(_, word)| matches!(*word, "每" | "各")) {
        let nouns = tokens.iter().enumerate().skip(each).filter(|(_, it)| it.0 == Sort::Noun);
        let who = nouns.map(|(at, _)| at).next().unwrap_or(each);
        tokens.drain(..=who);
    }
    let mut first = tokens.len();
    while let Some(at) = first.checked_sub(1) {
        let Some((sort, word)) = tokens.get(at) else { break };
        let last = first == tokens.len();
        let next = tokens.get(first).map_or("", |(_, word)| *word);
        let belongs = match sort {
            Sort::Noun | Sort::Other => true,
            // 部门及社区
            Sort::Stop if matches!(*word, "及" | "和" | "与") => {
                let noun = |at: usize| tokens.get(at).is_some_and(|(sort, _)| *sort == Sort::Noun);
                at.checked_sub(1).is_some_and(noun) && noun(first)
            }
            // 团干部培训900人次: what is done is counted. 培训团干部900人次: what it is done to.
            Sort::Verb => last || is_kind(word, next),
            Sort::Stop => false,
        };
        if !belongs {
            break;
        }
        first = at;
    }
    let taken = tokens.get(first..).unwrap_or_default();
    let name: String = taken.iter().map(|(_, word)| *word).collect();
    // 有团员的企业: the clause has lost its verb, its noun stands.
    let cut_off = first.checked_sub(1).and_then(|at| tokens.get(at));
    let cut_off = cut_off.is_some_and(|(sort, word)| *sort == Sort::Verb || *word == "有");
    let name = if cut_off { name.rsplit('的').next().unwrap_or_default() } else { &name };
    let name = name.trim_start_matches(['了', '的', '达', '约', '近', '，']);
    if !name.chars().any(char::is_alphabetic) || name.chars().count() < 2 {
        return String::new();
    }
    // 入驻人数: without the noun that was taken for a link nothing is named.
    let people = format!("{name}人数");
    let named = taken.last().is_some_and(|(sort, _)| *sort == Sort::Noun);
    if !named && lead.contains(&people) { people } else { name.to_owned() }
}

/// 入驻人数 of 入驻人数由去年同期的.
pub(super) fn without_origin(lead: &str) -> &str {
    lead.find(['由', '从']).filter(|at| *at > 0).and_then(|at| lead.get(..at)).unwrap_or(lead)
}

/// “青年之家”20个: the name in quotation marks right before the figure.
pub(super) fn quoted(lead: &str) -> Option<String> {
    let inside = lead.trim_end_matches(['共', '达', '为']).strip_suffix(['”', '》'])?;
    let start = inside.rfind(['“', '《'])?;
    Some(inside.get(start..)?.trim_start_matches(['“', '《']).to_owned())
}

pub(super) fn holds_noun(name: &str) -> bool {
    words(name).iter().any(|(sort, _)| *sort == Sort::Noun)
}
