//! A whole that stands behind its part: 41个团支部完成换届，占全县45个团支部的绝大部分.

use super::stages::near;
use crate::check::passage::Passage;
use crate::check::relation::alike;
use crate::text::figures::Mention;

/// The part before the whole at `index`, which 占 …的 names.
pub(super) fn whole_behind<'p>(passage: &'p Passage, index: usize, whole: &Mention) -> Option<&'p Mention> {
    let lead = passage.lead(index);
    let script = passage.script();
    let named = script.at(lead.start, "占") || script.at(lead.start + 1, "占");
    if !named || lead.len() > 10 || !whole.counts() || !passage.has(passage.tail(index), &["的"]) {
        return None;
    }
    let (at, part) = passage.earlier(index).next().filter(|(_, it)| it.counts() && alike(it, whole))?;
    let gap = passage.words(part.range.end..lead.start.max(part.range.end));
    let other = ["其中", "目标", "计划", "去年", "累计"];
    let direct = gap.chars().count() <= 30
        && !gap.contains(['。', '；', '\n'])
        && !passage.has(passage.lead(at), &other);
    (direct && near(part, whole)).then_some(part)
}
