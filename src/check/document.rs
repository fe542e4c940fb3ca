//! Checks of a whole draft: its texts with references expanded, its table, and what its passages
//! state together.

use super::finding::{Finding, Fix, Severity};
use super::flaw::Flaw;
use super::passage::{Passage, Section};
use super::prose::{judge, settle};
use super::rules::{RULES, Scope, value_conflict};
use super::verdict::Verdicts;
use crate::draft::reference::{Expanded, References};
use crate::draft::{Column, Draft, Place};
use crate::text::Period;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A text of a draft with its references expanded.
pub struct Field<'d> {
    /// Where it is typed.
    pub place: Place,
    /// As typed.
    pub source: &'d str,
    /// As it prints.
    pub expanded: Expanded,
    pub(super) section: Section,
}

/// All texts of a draft in reading order.
pub struct Texts<'d> {
    /// The texts, empty ones left out.
    pub fields: Vec<Field<'d>>,
}

/// What was said of a passage, kept by its words.
struct Checked {
    flaws: Vec<(Flaw, Bytes)>,
    values: Vec<(value_conflict::Stated, Range<usize>)>,
}

/// The byte ranges of a flaw in the expanded text.
struct Bytes {
    range: Range<usize>,
    related: Vec<Range<usize>>,
    fix: Option<Range<usize>>,
}

/// Answers kept from the last check, so that after a key only the changed passage is read again.
#[derive(Default)]
pub struct Cache {
    passages: HashMap<(Section, Option<Period>, String), Arc<Checked>>,
}

/// Checks a whole draft; findings in reading order.
pub fn check(draft: &Draft) -> Vec<Finding> {
    check_with(draft, &mut Cache::default())
}

/// The same, with the answers of the last check at hand. Passages that are gone leave the cache.
pub fn check_with(draft: &Draft, cache: &mut Cache) -> Vec<Finding> {
    let texts = Texts::of(draft);
    let mut findings = Vec::new();
    for rule in RULES {
        if let Scope::Draft(check) = rule.scope {
            check(draft, &texts, &mut findings);
        }
    }
    let mut kept = HashMap::new();
    let mut checked = Vec::new();
    for field in &texts.fields {
        let key = (field.section, Some(draft.period), field.expanded.text.clone());
        let known = cache.passages.remove(&key).or_else(|| kept.get(&key).map(Arc::clone));
        let answer =
            known.unwrap_or_else(|| Arc::new(read(&field.expanded.text, field.section, draft.period)));
        kept.insert(key, Arc::clone(&answer));
        findings.extend(answer.flaws.iter().map(|(flaw, bytes)| placed(field, flaw, bytes)));
        checked.push(answer);
    }
    cache.passages = kept;
    conflicts(draft, &texts, &checked, &mut findings);
    let order = reading_order(draft);
    let rank = |finding: &Finding| order.get(&finding.place).copied().unwrap_or(usize::MAX);
    findings.sort_by_key(|finding| (rank(finding), finding.range.start, finding.range.end));
    findings
}

/// A finding on a whole field.
pub(super) fn at(
    rule: &str,
    severity: Severity,
    place: Place,
    quote: impl Into<String>,
    message: impl Into<String>,
) -> Finding {
    Finding {
        rule: rule.to_owned(),
        severity,
        place,
        range: 0..0,
        quote: quote.into(),
        stated: None,
        expected: None,
        related: Vec::new(),
        message: message.into(),
        fix: None,
    }
}

fn read(text: &str, section: Section, period: Period) -> Checked {
    let passage = Passage::of(text, section, Some(period));
    let mut verdicts = Verdicts::default();
    judge(&passage, &mut verdicts);
    let mut found = verdicts.flaws;
    settle(&mut found);
    let script = passage.script();
    let bytes = |flaw: &Flaw| Bytes {
        range: script.bytes(flaw.range.clone()),
        related: flaw.related.iter().map(|range| script.bytes(range.clone())).collect(),
        fix: flaw.fix.as_ref().map(|(range, ..)| script.bytes(range.clone())),
    };
    let values = value_conflict::stated_values(&passage).into_iter();
    Checked {
        values: values.map(|value| (value.clone(), script.bytes(value.range))).collect(),
        flaws: found.into_iter().map(|flaw| (flaw.clone(), bytes(&flaw))).collect(),
    }
}

/// Leads a flaw of the printed text back to what was typed.
fn placed(field: &Field<'_>, flaw: &Flaw, bytes: &Bytes) -> Finding {
    let quote = field.expanded.text.get(bytes.range.clone()).unwrap_or_default();
    let fix = flaw.fix.as_ref().zip(bytes.fix.clone()).and_then(|((_, text, label), range)| {
        let source = field.expanded.to_source(range.clone());
        // A fix never reaches into a reference.
        let typed = field.source.get(source.clone()) == field.expanded.text.get(range);
        typed.then(|| Fix { range: source, text: text.clone(), label: label.clone() })
    });
    Finding {
        rule: flaw.rule.to_owned(),
        severity: flaw.severity,
        place: field.place,
        range: field.expanded.to_source(bytes.range.clone()),
        quote: quote.to_owned(),
        stated: flaw.stated.clone(),
        expected: flaw.expected.clone(),
        related: bytes
            .related
            .iter()
            .map(|range| (field.place, field.expanded.to_source(range.clone())))
            .collect(),
        message: flaw.message.clone(),
        fix,
    }
}

/// Values of one name over the whole document, and of the table.
fn conflicts(draft: &Draft, texts: &Texts<'_>, checked: &[Arc<Checked>], findings: &mut Vec<Finding>) {
    let all: Vec<(&Field<'_>, &value_conflict::Stated, &Range<usize>)> = texts
        .fields
        .iter()
        .zip(checked)
        .flat_map(|(field, checked)| checked.values.iter().map(move |(value, bytes)| (field, value, bytes)))
        .collect();
    for (later, earlier) in value_conflict::conflicts(all.iter().map(|(_, value, _)| *value)) {
        let (Some((field, later, bytes)), Some((first, earlier, first_bytes))) =
            (all.get(later), all.get(earlier))
        else {
            continue;
        };
        let flaw = value_conflict::flaw(later, earlier);
        let spot = Bytes { range: (*bytes).clone(), related: Vec::new(), fix: None };
        let mut finding = placed(field, &flaw, &spot);
        finding.related.push((first.place, first.expanded.to_source((*first_bytes).clone())));
        findings.push(finding);
    }
    for (field, value, bytes) in &all {
        let Some(indicator) = value_conflict::in_table(draft, value) else { continue };
        let spot = Bytes { range: (*bytes).clone(), related: Vec::new(), fix: None };
        let flaw = value_conflict::against_table(value, indicator);
        let mut finding = placed(field, &flaw, &spot);
        finding
            .related
            .push((Place::Indicator(indicator.id, Column::Value), 0..indicator.value.as_str().len()));
        findings.push(finding);
    }
}

impl<'d> Texts<'d> {
    pub(super) fn of(draft: &'d Draft) -> Self {
        let references = References::of(draft);
        let mut fields = Vec::new();
        let mut add = |place: Place, source: &'d str, section: Section| {
            if !source.trim().is_empty() {
                fields.push(Field { place, source, expanded: references.expand(source), section });
            }
        };
        if let Some(title) = &draft.title {
            add(Place::Title, title, Section::Title);
        }
        add(Place::Addressee, &draft.addressee, Section::Title);
        add(Place::Preamble, &draft.preamble, Section::Preamble);
        for part in draft.parts.iter().filter(|part| !part.left_out) {
            let section = Section::from(part.kind);
            add(Place::PartHeading(part.kind), &part.heading, section);
            add(Place::PartText(part.kind), &part.text, section);
            for item in &part.items {
                add(Place::ItemHeading(item.id), &item.heading, section);
                add(Place::ItemText(item.id), &item.text, section);
                add(Place::ItemGoal(item.id), &item.measure.goal, Section::Plan);
                add(Place::ItemDeadline(item.id), &item.measure.deadline, Section::Plan);
                add(Place::ItemResponsible(item.id), &item.measure.responsible, Section::Plan);
            }
        }
        add(Place::Closing, &draft.closing, Section::Closing);
        if let Some(signature) = &draft.signature {
            add(Place::Signature, signature, Section::Title);
        }
        Self { fields }
    }
}

/// Each field's position in the report: basic facts, text, table, signature and date.
pub(super) fn reading_order(draft: &Draft) -> HashMap<Place, usize> {
    let mut order = vec![Place::Unit, Place::Period, Place::Title, Place::Addressee, Place::Preamble];
    for part in &draft.parts {
        order.extend([Place::PartHeading(part.kind), Place::PartText(part.kind)]);
        for item in &part.items {
            order.extend([
                Place::ItemHeading(item.id),
                Place::ItemText(item.id),
                Place::ItemGoal(item.id),
                Place::ItemDeadline(item.id),
                Place::ItemResponsible(item.id),
            ]);
        }
    }
    order.push(Place::Closing);
    for indicator in &draft.indicators {
        order.extend(Column::ALL.map(|column| Place::Indicator(indicator.id, column)));
    }
    order.extend([Place::Signature, Place::Date]);
    order.into_iter().enumerate().map(|(rank, place)| (place, rank)).collect()
}
