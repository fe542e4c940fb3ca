//! Who ought to come, who stayed away and who came: 应到132人，请假9人，实到123人.

use super::RULE;
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, slip};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Mention;

/// Words before those who ought to come.
const DUE: &[&str] = &["应到", "应参加", "应参会", "应出席", "应考", "应参训", "应参评"];

/// Words before those who did not.
const AWAY: &[&str] = &["请假", "缺席", "缺勤", "缺考", "未到", "病假", "事假", "公假", "因故", "因公"];

/// Words before those who did.
const CAME: &[&str] = &["实到", "实际到", "实际参加", "实际出席", "实考", "实参", "到会", "出席"];

/// 应到132人，请假9人，实到121人
pub(super) fn attendance(
    passage: &Passage,
    index: usize,
    came: &Mention,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    if !passage.has(passage.lead(index), CAME) || passage.has(passage.lead(index), DUE) {
        return None;
    }
    let mut away: Vec<&Mention> = Vec::new();
    for (at, it) in passage.earlier(index).take(4) {
        let lead = passage.lead(at);
        if !alike(it, came) || !it.counts() {
            return None;
        }
        if passage.has(lead.clone(), DUE) {
            away.reverse();
            let mut left = it.value;
            let mut terms = plain(it.value);
            for one in &away {
                left = left.checked_sub(one.value)?;
                terms.push_str(" - ");
                terms.push_str(&plain(one.value));
            }
            if away.is_empty() {
                return None;
            }
            let related: Vec<_> = std::iter::once(it).chain(away).map(|it| it.range.clone()).collect();
            if left == came.value {
                verdicts.agree(|| {
                    let words = format!("{terms} = {}", plain(left));
                    Agreement::new(RULE.name, came.range.clone(), related, words)
                });
                return None;
            }
            let message = format!("{terms} = {}，文中为 {}，请核对。", plain(left), plain(came.value));
            return slip(came.value, left).then(|| {
                Flaw::new(RULE.name, came.range.clone(), message)
                    .figures(plain(came.value), plain(left))
                    .related(related)
            });
        }
        if !passage.has(lead, AWAY) {
            return None;
        }
        away.push(it);
    }
    None
}
