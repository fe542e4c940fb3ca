//! Findings in the order in which the editor shows their fields.

use crate::check::Finding;
use crate::draft::{Draft, Place};
use crate::ui::route::Step;
use std::cmp::Ordering;

/// Where a field stands: its step, then its row within the step, then the field in the row.
pub fn position(draft: &Draft, place: Place) -> (usize, usize, Place) {
    let step = Step::of(place, draft);
    let step_at = Step::all(draft).into_iter().position(|it| it == step).unwrap_or(usize::MAX);
    let row_at = match place {
        Place::Indicator(id, _) => draft.indicators.iter().position(|row| row.id == id),
        _ => place.item().and_then(|id| draft.find_item(id)).map(|(_, index)| index),
    };
    (step_at, row_at.map_or(0, |at| at + 1), place)
}

/// The findings from the first field to the last.
pub fn sorted(draft: &Draft, findings: &[Finding]) -> Vec<Finding> {
    let mut placed: Vec<_> =
        findings.iter().map(|finding| (position(draft, finding.place), finding.clone())).collect();
    placed.sort_by(|(a, first), (b, second)| {
        let within = first.range.start.cmp(&second.range.start).then(first.severity.cmp(&second.severity));
        a.cmp(b).then(within)
    });
    placed.into_iter().map(|(_, finding)| finding).collect()
}

/// The finding after (or before) a caret, by its place in `findings`; goes round at the end.
pub fn next(
    draft: &Draft,
    findings: &[Finding],
    caret: Option<(Place, usize)>,
    last: Option<&Finding>,
    forward: bool,
) -> Option<usize> {
    let count = findings.len();
    if count == 0 {
        return None;
    }
    // Several findings may begin at one character: the one visited last tells where we are.
    let visited = last.and_then(|last| findings.iter().position(|it| it == last)).filter(|at| {
        let it = &findings[*at];
        caret.is_some_and(|(place, offset)| {
            place == it.place && (it.range.is_empty() || offset == it.range.start)
        })
    });
    if let Some(at) = visited {
        return Some(if forward { (at + 1) % count } else { (at + count - 1) % count });
    }
    let Some((place, offset)) = caret else { return Some(if forward { 0 } else { count - 1 }) };
    let here = position(draft, place);
    let against =
        |finding: &Finding| position(draft, finding.place).cmp(&here).then(finding.range.start.cmp(&offset));
    Some(if forward {
        findings.iter().position(|it| against(it) != Ordering::Less).unwrap_or(0)
    } else {
        findings.iter().rposition(|it| against(it) == Ordering::Less).unwrap_or(count - 1)
    })
}
