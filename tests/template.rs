//! Every template that comes with the app begins a report that is right as it stands.

use qinggao::draft::reference::{self, References};
use qinggao::draft::{Draft, DraftId, PartKind, Unit, UnitKind};
use qinggao::template::{Prose, Template, built_in, find};
use qinggao::text::{Span, ordinal};
use std::collections::HashSet;

fn begin(template: &Template) -> Draft {
    let unit = Unit { name: "共青团云岭县委员会".into(), kind: template.kind };
    let period = if template.span == Some(Span::WholeYear) { "2026" } else { "2026H1" };
    template.begin(DraftId("d".into()), unit, period.parse().unwrap())
}

fn proses(template: &Template) -> Vec<&Prose> {
    let parts = template.parts.iter().map(|part| &part.prose);
    [&template.preamble, &template.closing].into_iter().chain(parts).collect()
}

fn headings(template: &Template) -> Vec<&str> {
    let items = template.parts.iter().flat_map(|part| &part.items).map(|item| item.heading.as_str());
    template.parts.iter().map(|part| part.heading.as_str()).chain(items).collect()
}

/// All words of a template that a writer may see.
fn words(template: &Template) -> Vec<String> {
    let mut words: Vec<String> = headings(template).into_iter().map(str::to_owned).collect();
    words.extend([&template.name, &template.description, &template.addressee].map(String::clone));
    for prose in proses(template) {
        words.extend([prose.text.clone(), prose.hint.clone()]);
        words.extend(prose.patterns.clone());
    }
    words.extend(template.parts.iter().flat_map(|part| &part.items).map(|item| item.hint.clone()));
    words.extend(template.indicators.iter().flat_map(|row| [row.name.clone(), row.unit.clone()]));
    words
}

#[test]
fn every_kind_of_unit_finds_a_template_of_its_own() {
    let ids: Vec<&str> = built_in().iter().map(|template| template.id.as_str()).collect();
    assert_eq!(
        ids,
        ["district-half-year", "township-year", "zone", "school", "enterprise", "branch-short", "thematic"]
    );
    for kind in UnitKind::ALL {
        assert!(built_in().iter().any(|template| template.kind == kind), "{kind:?}");
    }
    let names: HashSet<&str> = built_in().iter().map(|template| template.name.as_str()).collect();
    assert_eq!(names.len(), ids.len());
}

#[test]
fn each_begins_a_report_in_which_every_reference_means_something() {
    for template in built_in() {
        let draft = begin(template);
        assert_eq!(draft.template, template.id);
        assert_eq!(draft.signature(), "共青团云岭县委员会");
        let references = References::of(&draft);
        // What the report begins with must print at once, before any figure is filled in.
        let mut texts = vec![draft.preamble.as_str(), draft.closing.as_str()];
        texts.extend(draft.parts.iter().flat_map(|part| [part.heading.as_str(), part.text.as_str()]));
        texts.extend(draft.parts.iter().flat_map(|part| &part.items).map(|item| item.heading.as_str()));
        for text in texts {
            let expanded = references.expand(text);
            assert!(expanded.unknown.is_empty(), "{}: {text}", template.id);
            assert!(!expanded.text.contains(['{', '}', '〔', '〕']), "{}: {text}", template.id);
        }
        assert!(references.expand(&draft.preamble).text.contains("2026年"), "{}", template.id);
    }
}

#[test]
fn patterns_refer_only_to_figures_that_the_template_asks_for() {
    for template in built_in() {
        let mut draft = begin(template);
        for row in &mut draft.indicators {
            let row = std::sync::Arc::make_mut(row);
            (row.value, row.last_year, row.target) = ("12".into(), "10".into(), "15".into());
        }
        let references = References::of(&draft);
        let mut used = 0;
        for pattern in proses(template).into_iter().flat_map(|prose| &prose.patterns) {
            let expanded = references.expand(pattern);
            assert!(expanded.unknown.is_empty(), "{}: {pattern}", template.id);
            used += reference::find(pattern).count();
            let slots = |mark: char| pattern.matches(mark).count();
            assert_eq!(slots('〔'), slots('〕'), "{pattern}");
            assert_eq!(slots('{'), slots('}'), "{pattern}");
            assert!(pattern.ends_with('。'), "{pattern}");
        }
        assert!(used >= 3, "{}", template.id);
    }
}

#[test]
fn each_part_leads_the_writer_with_a_hint_patterns_and_items() {
    for template in built_in() {
        let kinds: HashSet<PartKind> = template.parts.iter().map(|part| part.kind).collect();
        assert_eq!(kinds.len(), template.parts.len());
        for part in &template.parts {
            assert_eq!(template.part(part.kind), Some(part));
            assert!(!part.prose.hint.is_empty());
            assert!((4..=6).contains(&part.prose.patterns.len()), "{} {:?}", template.id, part.kind);
            assert!((3..=5).contains(&part.items.len()), "{} {:?}", template.id, part.kind);
            assert!(part.items.iter().all(|item| !item.hint.is_empty() && item.depth == 1));
        }
        assert!(!template.preamble.patterns.is_empty() && !template.closing.patterns.is_empty());
    }
}

#[test]
fn no_heading_carries_a_typed_number_or_an_end_mark() {
    for template in built_in() {
        for heading in headings(template) {
            assert_eq!(ordinal::read(heading), None, "{heading}");
            assert!(!heading.ends_with(['。', '：', '；']), "{heading}");
        }
        assert!(!template.addressee.ends_with(['：', ':']), "the colon is printed by the app");
    }
}

#[test]
fn no_word_is_masked_and_punctuation_is_chinese() {
    for template in built_in() {
        for text in words(template) {
            let masked = text.contains(['x', 'X', '×', '＊', '*', '〇', '_']) || text.contains("某某");
            assert!(!masked, "{text}");
            let ascii = text.contains([',', ';', '(', ')', '"', '.', '!', '?']);
            assert!(!ascii, "{text}");
        }
    }
}

#[test]
fn each_figure_has_a_name_of_its_own_and_its_whole_before_it() {
    for template in built_in() {
        let names: HashSet<&str> = template.indicators.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names.len(), template.indicators.len(), "{}", template.id);
        let draft = begin(template);
        for (seed, row) in template.indicators.iter().zip(&draft.indicators) {
            assert!(!row.unit.is_empty(), "{}", row.name);
            let whole = row.part_of.and_then(|whole| draft.indicator(whole));
            assert_eq!(whole.map(|whole| &whole.name), seed.part_of.as_ref());
            assert!(whole.is_none_or(|whole| whole.unit == row.unit), "{}", row.name);
        }
    }
}

#[test]
fn the_zone_writes_two_parts_with_experience_inside_the_first() {
    let draft = begin(find("zone").unwrap());
    let parts: Vec<_> = draft.parts.iter().map(|part| (part.kind, part.nested)).collect();
    assert_eq!(parts, [(PartKind::Work, false), (PartKind::Experience, true), (PartKind::Plan, false)]);
    let numbering = qinggao::draft::numbering::Numbering::of(&draft);
    assert_eq!(numbering.part(PartKind::Experience).unwrap().ordinal, "（五）");
    assert_eq!(numbering.part(PartKind::Plan).unwrap().ordinal, "二、");
}

#[test]
fn a_draft_begun_from_a_template_can_be_stored_and_needs_no_repair() {
    for template in built_in() {
        let stored = qinggao::storage::Stored::new(begin(template), "w", 1);
        assert_eq!(qinggao::storage::restore(&stored.to_text()), Ok(stored));
    }
}
