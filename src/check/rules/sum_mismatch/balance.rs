//! A stock and its changes: 年初48个，新建7个，撤并2个，现有53个.

use super::{RULE, kinds};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, label, slip};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Mention;

/// Words before what there is in the end.
const NOW: &[&str] = &[
    "现有",
    "目前",
    "现共有",
    "期末",
    "6月末",
    "6月底",
    "月末",
    "月底",
    "现为",
    "增至",
    "减至",
    "总数达",
    "达到",
    "现",
];

/// Words before what there was at first.
const THEN: &[&str] = &["年初", "原有", "原来", "此前", "年末", "年底", "期初", "上年末", "去年底"];

/// 年初48个，新建7个、撤并2个，目前共有55个
pub(super) fn balance(
    passage: &Passage,
    index: usize,
    stock: &Mention,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let clause = passage.clause(stock.number.start);
    if !passage.has(clause.start..stock.range.start, NOW) {
        return None;
    }
    let mentions = passage.mentions();
    let mut found: Vec<usize> = Vec::new();
    let mut first = None;
    for (at, mention) in passage.earlier(index) {
        if !alike(mention, stock) {
            continue;
        }
        let words = label(passage, at);
        let around = passage.words(passage.clause(mention.number.start).start..mention.range.start);
        if !mention.counts() {
            return None;
        }
        if kinds::is_flow(words) {
            found.push(at);
        } else if THEN.iter().any(|word| around.contains(word)) {
            first = Some(at);
            break;
        } else {
            return None;
        }
    }
    let first = first?;
    found.push(first);
    found.reverse();
    let figures: Vec<&Mention> = found.iter().filter_map(|at| mentions.get(*at)).collect();
    let labels: Vec<&str> =
        found.iter().map(|at| if *at == first { "" } else { label(passage, *at) }).collect();
    let (sum, terms) = kinds::balance(&labels, &figures)?;
    let related = || figures.iter().map(|it| it.range.clone());
    if figures.len() < 2 {
        return None;
    }
    if sum == stock.value {
        verdicts.agree(|| {
            Agreement::new(RULE.name, stock.range.clone(), related(), format!("{terms} = {}", plain(sum)))
        });
        return None;
    }
    if !slip(stock.value, sum) {
        return None;
    }
    let message = format!("{terms} = {}，文中为 {}，请核对增减数。", plain(sum), plain(stock.value));
    let flaw = Flaw::new(RULE.name, stock.range.clone(), message);
    Some(flaw.figures(plain(stock.value), plain(sum)).related(related()))
}
