//! Where the rows of the table stand in the prose: references to them, and their figures typed by
//! hand.

use crate::check::{BY_HAND, Finding};
use crate::draft::numbering::Numbering;
use crate::draft::reference::{self, Expanded, References};
use crate::draft::{Draft, IndicatorId, Place, edit};
use crate::ui::editor::step_name;
use crate::ui::route::Step;
use crate::ui::words::figures as words;
use std::collections::HashMap;
use std::ops::Range;

/// A place in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The field.
    pub place: Place,
    /// Bytes of its text as typed.
    pub range: Range<usize>,
    /// 工作情况（二）
    pub label: String,
    /// The words around it as they print: before it, its own, behind it.
    pub words: [String; 3],
}

/// The references to each indicator, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage(HashMap<IndicatorId, Vec<(Place, Range<usize>)>>);

impl Usage {
    /// Collects the references of a draft.
    pub fn of(draft: &Draft) -> Self {
        let mut by_name = HashMap::new();
        for row in &draft.indicators {
            // Where two rows bear one name, prose means the first.
            by_name.entry(row.name.trim()).or_insert(row.id);
        }
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        for (place, text) in edit::texts(draft) {
            for reference in reference::find(&text) {
                let inside = reference.inside.trim();
                let name = match inside.rsplit_once([':', '：']) {
                    Some((name, _)) if !by_name.contains_key(inside) => name.trim(),
                    _ => inside,
                };
                if let Some(id) = by_name.get(name) {
                    found.entry(*id).or_default().push((place, reference.range));
                }
            }
        }
        Self(found)
    }

    /// How often a row is referred to.
    pub fn count(&self, id: IndicatorId) -> usize {
        self.0.get(&id).map_or(0, Vec::len)
    }

    /// The places where a row is referred to.
    pub fn spots(&self, id: IndicatorId, draft: &Draft) -> Vec<Spot> {
        let mut here = Around::of(draft);
        let all = self.0.get(&id).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter_map(|(place, range)| here.spot(*place, range.clone())).collect()
    }
}

/// The findings that offer a reference, by the row that they would refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByHand(HashMap<IndicatorId, Vec<Finding>>);

impl ByHand {
    /// Sorts the findings of a draft.
    pub fn of(findings: &[Finding]) -> Self {
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        for finding in findings.iter().filter(|finding| finding.rule == BY_HAND && finding.fix.is_some()) {
            if let Some((Place::Indicator(id, _), _)) = finding.related.first() {
                found.entry(*id).or_default().push(finding.clone());
            }
        }
        Self(found)
    }

    /// How often a row's figures are typed by hand.
    pub fn count(&self, id: IndicatorId) -> usize {
        self.all(id).len()
    }

    /// The findings on a row.
    pub fn all(&self, id: IndicatorId) -> &[Finding] {
        self.0.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same with the words around each. Findings lag behind the typing: one that no longer
    /// fits the text is left out.
    pub fn spots(&self, id: IndicatorId, draft: &Draft) -> Vec<(Finding, Spot)> {
        let mut here = Around::of(draft);
        let placed = |finding: &Finding| {
            let range = finding.fix.as_ref()?.range.clone();
            Some((finding.clone(), here.spot(finding.place, range)?))
        };
        self.all(id).iter().filter_map(placed).collect()
    }
}

/// Puts references in the place of figures typed by hand, where the page stays as it is; gives how
/// many.
pub fn refer(draft: &mut Draft, findings: &[Finding]) -> usize {
    let references = References::of(draft);
    let mut findings: Vec<&Finding> = findings.iter().collect();
    // From the end of each field, so that the ranges before stay true.
    findings.sort_by_key(|finding| (finding.place, std::cmp::Reverse(finding.range.start)));
    let mut count = 0;
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        let stands = edit::get_text(draft, finding.place)
            .is_some_and(|text| text.get(fix.range.clone()) == Some(&references.expand(&fix.text).text));
        if stands && edit::replace(draft, finding.place, fix.range.clone(), &fix.text) {
            count += 1;
        }
    }
    count
}

/// Characters shown before and behind a place.
const CONTEXT: usize = 16;

/// What stands around places of one draft.
struct Around<'d> {
    draft: &'d Draft,
    numbering: Numbering,
    references: References,
    expanded: HashMap<Place, Expanded>,
}

impl<'d> Around<'d> {
    fn of(draft: &'d Draft) -> Self {
        let (numbering, references) = (Numbering::of(draft), References::of(draft));
        Self { draft, numbering, references, expanded: HashMap::new() }
    }

    fn spot(&mut self, place: Place, range: Range<usize>) -> Option<Spot> {
        let label = self.label(place);
        let (draft, references) = (self.draft, &self.references);
        let expanded = self.expanded.entry(place).or_insert_with(|| {
            edit::get_text(draft, place).map(|text| references.expand(&text)).unwrap_or_default()
        });
        let start = out(expanded, range.start, false)?;
        let end = out(expanded, range.end, true)?;
        let (before, own, behind) =
            (expanded.text.get(..start)?, expanded.text.get(start..end)?, expanded.text.get(end..)?);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let behind = behind.split('\n').next().unwrap_or_default();
        Some(Spot { place, range, label, words: [tail(before), own.to_owned(), head(behind)] })
    }

    /// 工作情况（二）, or the step alone.
    fn label(&self, place: Place) -> String {
        let step = step_name(Step::of(place, self.draft));
        let Some((part, index)) = place.item().and_then(|id| self.draft.find_item(id)) else {
            return step.to_owned();
        };
        let ordinals: String = part
            .items
            .iter()
            .take(index + 1)
            .rev()
            .scan(u8::MAX, |depth, item| {
                // The item itself and those that it stands under.
                let over = item.depth < *depth;
                if over {
                    *depth = item.depth;
                }
                Some(over.then(|| self.numbering.item(item.id).map(|it| it.ordinal.clone())).flatten())
            })
            .flatten()
            .fold(String::new(), |under, ordinal| ordinal + &under);
        match ordinals.as_str() {
            "" => format!("{step} {}", words::nth(index + 1)),
            ordinals => format!("{step} {ordinals}"),
        }
    }
}

/// Where a byte of the typed text stands in the expanded one.
fn out(expanded: &Expanded, at: usize, end: bool) -> Option<usize> {
    let inside = |range: &Range<usize>| {
        if end { range.start < at && at <= range.end } else { range.contains(&at) }
    };
    let piece = expanded.pieces.iter().find(|piece| inside(&piece.source))?;
    Some(match (piece.reference, end) {
        (true, true) => piece.out.end,
        (true, false) => piece.out.start,
        (false, _) => piece.out.start + (at - piece.source.start),
    })
}

fn tail(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT - 1) {
        Some((at, _)) if at > 0 => format!("…{}", &text[at..]),
        _ => text.to_owned(),
    }
}

fn head(text: &str) -> String {
    match text.char_indices().nth(CONTEXT) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
