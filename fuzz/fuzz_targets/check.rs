//! Any bytes as a text and as a draft that is typed key by key: no panic, and what is kept from
//! check to check says the same as a fresh check.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qinggao::check::{Cache, Section, check, check_text, check_with};
use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, PartKind};
use std::sync::Arc;

const SECTIONS: [Section; 4] = [Section::Done, Section::Experience, Section::Problems, Section::Plan];

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let period = if first & 1 == 0 { "2026H1" } else { "2026" };
    let section = SECTIONS[usize::from(first >> 1) % SECTIONS.len()];
    for finding in check_text(&text, period.parse().ok(), section) {
        assert!(text.get(finding.range).is_some());
    }
    let mut draft = Draft::new(DraftId("d".into()), period.parse().expect("a period"));
    // The texts of the draft stand between bells; the first is the value of an indicator.
    let mut texts = text.split('\u{7}');
    let mut row = Indicator::new(IndicatorId(1), "团员人数", "人");
    row.value = texts.next().unwrap_or_default().into();
    draft.indicators.push(Arc::new(row));
    let mut cache = Cache::default();
    for (text, kind) in texts.zip(PartKind::ALL.into_iter().cycle()) {
        draft.part_mut(kind).expect("every draft has all parts").text = text.to_owned();
        assert_eq!(check_with(&draft, &mut cache), check(&draft));
    }
});
