//! Reports of one to twelve pages in our own words, made by code: prose with figures, Latin
//! words, brackets, quotes, dashes and percentages, long lists, run-in headings, tables.
#![allow(dead_code, reason = "each test binary uses some of these")]

use super::sentences::{FIGURES, HEADINGS, PLAIN, SUBHEADINGS, TASKS};
use qinggao::draft::page_style::{PageNumber, Preset};
use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, IndicatorTable, ItemId, PartKind, Unit, edit};
use qinggao::template::Template;
use qinggao::text::{Span, date};
use std::path::PathBuf;
use std::sync::Arc;

/// Numbers that look drawn by lot and are the same in every run.
pub struct Lot(u64);

impl Lot {
    /// A row of numbers of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// One of several.
    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let at = self.below(all.len() as u64);
        all[usize::try_from(at).unwrap()]
    }

    /// A sentence with numbers of one to five digits where `#` stands and rates where `@` does. Two
    /// of five say figures, which is twice as many as in the reports of offices.
    fn sentence(&mut self) -> String {
        let mut out = String::new();
        let sentences = if self.below(5) < 2 { FIGURES } else { PLAIN };
        for c in self.of(sentences).chars() {
            match c {
                '#' => {
                    let most = [9, 99, 999, 9999, 99_999][usize::try_from(self.below(5)).unwrap()];
                    out.push_str(&(1 + self.below(most)).to_string());
                }
                '@' => out.push_str(&format!("{}.{}%", 1 + self.below(99), self.below(10))),
                c => out.push(c),
            }
        }
        out
    }

    /// Sentences up to a number of characters.
    pub fn prose(&mut self, characters: usize) -> String {
        let mut out = self.sentence();
        while out.chars().count() < characters {
            out.push_str(&self.sentence());
        }
        out
    }
}

/// A report with its name and the number of pages that it is meant to take.
pub struct Report {
    pub name: &'static str,
    pub pages: std::ops::RangeInclusive<usize>,
    pub draft: Draft,
}

/// The five reports.
pub fn five() -> [Report; 5] {
    let report = |name, pages, draft| Report { name, pages, draft };
    [
        report("report-1", 1..=1, written(1, 1, 40, 0, IndicatorTable::Nowhere)),
        report("report-3", 2..=3, written(11, 2, 100, 0, IndicatorTable::Nowhere)),
        report("report-5", 5..=5, written(22, 4, 110, 9, IndicatorTable::InText)),
        report("report-8", 8..=8, written(40, 6, 130, 16, IndicatorTable::Attachment)),
        report("report-12", 12..=12, written(43, 9, 100, 40, IndicatorTable::Attachment)),
    ]
}

/// More of them for a measure over many pages.
pub fn many() -> Vec<(String, Draft)> {
    let sizes = [(1, 20), (2, 100), (4, 120), (6, 130), (9, 100)];
    let one = |seed| {
        let (size, length) = sizes[usize::try_from(seed).unwrap() % sizes.len()];
        (format!("many-{seed}"), written(seed, size, length, 0, IndicatorTable::Nowhere))
    };
    (10..30).map(one).collect()
}

/// A report in which the first part has `size` items and a paragraph about `length` characters.
fn written(seed: u64, size: usize, length: usize, figures: usize, table: IndicatorTable) -> Draft {
    let mut lot = Lot::new(seed);
    let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
    draft.unit.name = "共青团青禾市云岭区委员会".into();
    draft.addressee = "共青团青禾市委".into();
    draft.preamble = lot.prose(length / 2);
    draft.closing = "特此报告。".into();
    draft.date = date::parse("2026-07-01");
    draft.indicator_table = table;
    add_figures(&mut draft, figures, &mut lot);
    for at in 0..size {
        let heading = HEADINGS[at % HEADINGS.len()];
        // Every third runs in, every third has points of its own.
        let text = if at % 3 == 2 { String::new() } else { lot.prose(length) };
        item(&mut draft, PartKind::Work, 1, heading, &text, at % 3 == 1);
        for below in (0..3).filter(|_| at % 3 == 2) {
            let text = lot.prose(length);
            item(
                &mut draft,
                PartKind::Work,
                2,
                SUBHEADINGS[(at + below) % SUBHEADINGS.len()],
                &text,
                below != 1,
            );
            for point in (0..2).filter(|_| below == 2) {
                let (heading, text) = (lot.of(SUBHEADINGS).to_owned(), lot.prose(length / 2));
                item(&mut draft, PartKind::Work, 3, &heading, &text, point == 0);
            }
        }
    }
    for kind in [PartKind::Experience, PartKind::Problems] {
        // A report of a page has no room for them.
        draft.part_mut(kind).unwrap().left_out = size == 1;
        for at in 0..size.div_ceil(3) {
            let text = lot.prose(length);
            item(&mut draft, kind, 1, lot.of(HEADINGS), &text, at % 2 == 0);
        }
    }
    for at in 0..size.div_ceil(2) {
        let text = lot.prose(length / 2);
        let id = item(&mut draft, PartKind::Plan, 1, lot.of(TASKS), &text, true);
        if at % 2 == 0 {
            let measure = &mut draft.item_mut(id).unwrap().measure;
            measure.goal = format!("覆盖青年{}人次", 100 + at * 37);
            measure.deadline = "10月底前".into();
            measure.responsible = "组织部、青年发展部".into();
        }
    }
    draft
}

fn item(draft: &mut Draft, kind: PartKind, depth: u8, heading: &str, text: &str, run_in: bool) -> ItemId {
    let id = edit::add_item(draft, kind, None, depth).unwrap();
    let item = draft.item_mut(id).unwrap();
    (item.heading, item.text, item.run_in) = (heading.into(), text.into(), run_in);
    id
}

fn add_figures(draft: &mut Draft, count: usize, lot: &mut Lot) {
    for at in 0..count {
        let id = IndicatorId(draft.fresh_id());
        let name = format!("{}（第{}组）", lot.of(SUBHEADINGS), at + 1);
        let mut row = Indicator::new(id, name, ["人", "场", "家", "小时"][at % 4]);
        row.value = (1 + lot.below(20_000)).to_string().into();
        row.last_year = (1 + lot.below(20_000)).to_string().into();
        if at % 3 == 0 {
            row.target = (1 + lot.below(20_000)).to_string().into();
        }
        draft.indicators.push(Arc::new(row));
    }
}

/// A report just begun from a template.
pub fn begun(template: &Template) -> Draft {
    let unit = Unit { name: "共青团青禾市云岭区委员会".into(), kind: template.kind };
    let period = if template.span == Some(Span::WholeYear) { "2026" } else { "2026H1" };
    template.begin(DraftId("d".into()), unit, period.parse().unwrap())
}

/// The same as it is sent in: every item written, every figure filled in.
pub fn filled(template: &Template) -> Draft {
    let mut lot = Lot::new(template.id.len() as u64);
    let mut draft = begun(template);
    draft.addressee = "共青团青禾市委".into();
    draft.date = date::parse("2026-07-01");
    for part in &mut draft.parts {
        for item in &mut part.items {
            let item = Arc::make_mut(item);
            item.text = lot.prose(90);
            if item.heading.is_empty() {
                item.heading = lot.of(HEADINGS).into();
            }
        }
    }
    for row in &mut draft.indicators {
        let row = Arc::make_mut(row);
        (row.value, row.last_year) = ((2 + lot.below(3000)).to_string().into(), "1500".into());
    }
    draft
}

/// A report of one long part, `paragraphs` paragraphs in all.
pub fn long(paragraphs: usize) -> Draft {
    let mut lot = Lot::new(9);
    let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
    draft.unit.name = "共青团青禾市云岭区委员会".into();
    for at in 0..paragraphs.div_ceil(10) {
        let text = (0..9).map(|_| lot.sentence()).collect::<Vec<_>>().join("\n");
        item(&mut draft, PartKind::Work, 1, HEADINGS[at % HEADINGS.len()], &text, false);
    }
    draft
}

/// Full lines of full-width characters over several pages, nothing else.
pub fn full_lines() -> Draft {
    let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
    draft.title = Some("满行".into());
    draft.preamble = "青禾云岭团员志愿服务学习走访宣讲帮扶联系培训".repeat(120);
    draft.parts.clear();
    draft
}

/// A report of several pages in each house style, and with its page numbers in the middle.
pub fn house_styles() -> Vec<(String, Draft)> {
    let report = || written(7, 4, 120, 12, IndicatorTable::Attachment);
    let styled = |preset: Preset| {
        let mut draft = report();
        draft.page = preset.page();
        (format!("style-{preset:?}"), draft)
    };
    let mut centred = report();
    centred.page.page_number_at = PageNumber::Centre;
    let others = [("style-centred".to_owned(), centred)];
    Preset::ALL.into_iter().map(styled).chain(others).collect()
}

/// Reports of offices from the shared folder, pasted into one part; none where it is absent.
pub fn samples() -> Vec<(String, Draft)> {
    let shared = std::env::var_os("QINGGAO_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let folder = shared.join("samples");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: no samples at {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|it| it == "txt"));
    files.sort();
    let pasted = |(at, file): (usize, PathBuf)| {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let text = String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
        edit::paste_lines(&mut draft, PartKind::Work, None, &text);
        (format!("sample-{at}"), draft)
    };
    files.into_iter().enumerate().map(pasted).collect()
}
