//! The figure checker survives any input: no panic, no range beside a character, and time in
//! proportion to the length.

use proptest::prelude::*;
use qinggao::check::{Cache, Finding, Section, check, check_text, check_with};
use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, Item, ItemId, PartKind, Place, edit};
use std::ops::Range;
use std::sync::Arc;

const SECTIONS: [Section; 4] = [Section::Done, Section::Experience, Section::Problems, Section::Plan];

/// Words of which reports are made, and what may break a reader of them.
const WORDS: &[&str] = &[
    "共有",
    "其中",
    "分别为",
    "12",
    "3.5",
    "万",
    "%",
    "个",
    "人次",
    "家",
    "（",
    "）",
    "，",
    "、",
    "。",
    "\n",
    "由",
    "增至",
    "增长",
    "目标",
    "完成",
    "圆满完成",
    "每名",
    "总计",
    "一是",
    "二是",
    "三是",
    "：",
    "“",
    "”",
    "近",
    "余",
    "左右",
    "截止",
    "6月31日",
    "2026年",
    "x",
    "百分之",
    "千分之",
    "二十三",
    "千",
    "至",
    "5",
    "倍",
    "减少",
    "占",
    "到会率",
    "应到",
    "实到",
    "99999999999999",
    "10万亿",
    "7922.8万亿",
    "每名讲师",
    "应到会",
    "0.1",
    "0",
    "年",
    "月",
    "日",
    "12亿",
    "半",
    "一半",
    "成",
    "团员人数",
    "{团员人数}",
    "{团员人数:同比}",
    "{期间}",
    "{",
    "}",
    "\r\n",
    "　",
    "（一）",
    "1.",
    "二、存在问题",
    "三、下半年计划",
    "１，７７９",
    "廿",
    "〇",
    "—",
    "🙂",
    "\u{301}",
    "區(qū)",
    "http://",
    "〔",
    "_",
    "□",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..60).prop_map(|words| words.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => words(), 1 => any::<String>()]
}

fn survives(text: &str, section: Section) {
    for finding in check_text(text, "2026H1".parse().ok(), section) {
        let fix = finding.fix.iter().map(|fix| &fix.range);
        for range in finding.related.iter().chain([&finding.range]).chain(fix) {
            assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        }
    }
}

#[test]
fn hostile_texts_are_checked_to_their_end() {
    let nested = "（".repeat(10_000) + "12个" + &"）".repeat(10_000);
    let quoted = "“（".repeat(10_000) + &"）”".repeat(10_000);
    let long = |words: &str, bytes: usize| words.repeat(bytes / words.len());
    let texts = [
        nested,
        quoted,
        long("7", 1_000_000),
        long("1,", 40_000),
        long("一", 300_000),
        long("十", 300_000),
        long("青年工作", 1_000_000),
        long("\n", 1_000_000),
        long("{", 1_000_000),
        long("（", 1_000_000),
        long("“", 300_000),
        long("x", 50_000),
        long("团员3人，", 60_000),
        long("支部3个、", 60_000),
        long("提高了15%", 60_000),
        long("四项工作：一是", 40_000),
        long("一是甲\n", 60_000),
        long("2.\n", 60_000),
        long("共5个，分别为", 20_000),
        long("每名3次", 20_000),
        long("全区共有团员1779人。全区共有团员1797人。", 60_000),
        long("圆满完成目标12家", 10_000),
        long("5至8", 60_000),
        long("6月1日、", 60_000),
    ];
    for text in texts {
        survives(&text, Section::Done);
    }
}

#[test]
fn a_draft_full_of_references_and_holes_is_checked_to_its_end() {
    let mut draft = empty();
    for (kind, words) in PartKind::ALL.into_iter().zip(["{团员人数}x名，", "{不在}", "{", "{期间}12个；"])
    {
        draft.part_mut(kind).unwrap().text = words.repeat(10_000);
    }
    assert!(check(&draft).len() > 20_000);
}

fn empty() -> Draft {
    let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
    draft.unit.name = "共青团云岭县委员会".into();
    let mut row = Indicator::new(IndicatorId(1), "团员人数", "人");
    (row.value, row.last_year) = ("1779".into(), "1600".into());
    draft.indicators.push(Arc::new(row));
    draft
}

/// One thing that may be done to a draft.
#[derive(Clone, Debug)]
enum Change {
    Write(usize, String),
    Insert(usize, usize, String),
    Value(String),
    Name(String),
    NewItem(usize, String),
    RemoveItem(usize),
    LeaveOut(usize),
    Period(bool),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (0..10usize, text()).prop_map(|(place, text)| Change::Write(place, text)),
        5 => (0..10usize, 0..200usize, text()).prop_map(|(place, at, text)| Change::Insert(place, at, text)),
        1 => prop_oneof![text(), "[0-9]{1,6}"].prop_map(Change::Value),
        1 => text().prop_map(Change::Name),
        2 => (0..4usize, text()).prop_map(|(part, text)| Change::NewItem(part, text)),
        1 => (0..4usize).prop_map(Change::RemoveItem),
        1 => (0..4usize).prop_map(Change::LeaveOut),
        1 => any::<bool>().prop_map(Change::Period),
    ]
}

fn place(draft: &Draft, number: usize) -> Place {
    let kind = PartKind::ALL[number % 4];
    let item = draft.part(kind).and_then(|part| part.items.first()).map(|item| item.id);
    match (number, item) {
        (0, _) => Place::Preamble,
        (1, _) => Place::Closing,
        (2..=5, _) | (_, None) => Place::PartText(kind),
        (6..=8, Some(id)) => Place::ItemText(id),
        (_, Some(id)) => Place::ItemHeading(id),
    }
}

fn apply(draft: &mut Draft, change: &Change) {
    match change {
        Change::Write(number, text) => {
            let place = place(draft, *number);
            edit::set_text(draft, place, text);
        }
        Change::Insert(number, at, words) => {
            let place = place(draft, *number);
            let mut text = edit::get_text(draft, place).unwrap().into_owned();
            let at = text.floor_char_boundary(*at);
            text.insert_str(at, words);
            edit::set_text(draft, place, &text);
        }
        Change::Value(value) => draft.indicator_mut(IndicatorId(1)).unwrap().value = value.as_str().into(),
        Change::Name(name) => draft.indicator_mut(IndicatorId(1)).unwrap().name = name.clone(),
        Change::NewItem(part, text) => {
            let mut item = Item::new(ItemId(draft.fresh_id()), 1);
            item.text = text.clone();
            draft.part_mut(PartKind::ALL[*part]).unwrap().items.insert(0, Arc::new(item));
        }
        Change::RemoveItem(part) => drop(draft.part_mut(PartKind::ALL[*part]).unwrap().items.pop()),
        Change::LeaveOut(part) => draft.part_mut(PartKind::ALL[*part]).unwrap().left_out ^= true,
        Change::Period(first) => {
            draft.period = if *first { "2026H1" } else { "2026H2" }.parse().unwrap();
        }
    }
}

/// Every range lies between characters of the text that was typed at its place.
fn stands_on_characters(draft: &Draft, findings: &[Finding]) {
    let check = |place: Place, range: &Range<usize>| {
        if range.is_empty() {
            return;
        }
        let text = edit::get_text(draft, place).unwrap();
        assert!(text.get(range.clone()).is_some(), "{place:?} {range:?} of {text:?}");
    };
    for finding in findings {
        check(finding.place, &finding.range);
        finding.related.iter().for_each(|(place, range)| check(*place, range));
        finding.fix.iter().for_each(|fix| check(finding.place, &fix.range));
    }
}

proptest! {
    #[test]
    fn any_text_is_checked_at_character_boundaries(text in any::<String>()) {
        survives(&text, Section::Done);
    }

    #[test]
    fn any_mix_of_report_words_is_checked(text in words()) {
        for section in SECTIONS {
            survives(&text, section);
        }
    }

    #[test]
    fn any_row_of_changes_leaves_the_findings_of_a_fresh_check(changes in prop::collection::vec(change(), 1..12)) {
        let mut draft = empty();
        let mut cache = Cache::default();
        for change in &changes {
            apply(&mut draft, change);
            let found = check_with(&draft, &mut cache);
            stands_on_characters(&draft, &found);
            prop_assert_eq!(&found, &check(&draft), "{:?}", change);
        }
    }

    #[test]
    fn a_text_says_the_same_on_the_command_line_and_in_a_draft(text in words()) {
        // References mean something in a draft alone.
        let text = text.replace(['{', '}'], "");
        let mut draft = empty();
        draft.indicators.clear();
        draft.part_mut(PartKind::Work).unwrap().text = text.clone();
        let place = Place::PartText(PartKind::Work);
        let of_rule = |rule: &str| qinggao::check::RULES.iter().any(|it| {
            it.name == rule && !matches!(it.scope, qinggao::check::Scope::Draft(_))
        });
        let mut on_screen: Vec<_> = check(&draft)
            .into_iter()
            .filter(|it| it.place == place && of_rule(&it.rule))
            .map(|it| (it.range.start, it.range.end, it.rule, it.message))
            .collect();
        let mut on_command_line: Vec<_> = check_text(&text, Some(draft.period), Section::Done)
            .into_iter()
            .map(|it| (it.range.start, it.range.end, it.kind.to_owned(), it.message))
            .collect();
        on_screen.sort();
        on_command_line.sort();
        prop_assert_eq!(on_screen, on_command_line);
    }
}
