//! Drafts for tests, in our own words.
#![allow(dead_code, reason = "each test binary uses some of these")]

use proptest::prelude::*;
use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, IndicatorTable, Item, ItemId, PartKind, edit};
use qinggao::text::date;
use std::sync::Arc;

/// A draft in which nothing was written.
pub fn empty() -> Draft {
    Draft::new(DraftId("d".into()), "2026H1".parse().unwrap())
}

/// A report as most are: four parts, figures in prose, an attached table.
pub fn usual() -> Draft {
    let mut draft = empty();
    draft.unit.name = "共青团云岭县委".into();
    draft.addressee = "共青团青禾市委".into();
    draft.preamble =
        "{期间}，云岭团县委围绕中心、服务大局，各项工作取得新进展。现将有关情况报告如下。".into();
    draft.closing = "特此报告。".into();
    draft.date = date::parse("2026-07-01");
    figures(&mut draft);
    item(
        &mut draft,
        PartKind::Work,
        1,
        "抓牢思想引领",
        "组织学习{学习场次}，覆盖团员{团员人数}，{团员人数:同比}。\n面向青年宣讲。",
        false,
    );
    item(
        &mut draft,
        PartKind::Work,
        1,
        "夯实基层组织",
        "新建团组织{新建团组织}，完成率{新建团组织:完成率}。",
        false,
    );
    item(&mut draft, PartKind::Experience, 1, "", "把工作放到青年身边去做，是今年最深的体会。", false);
    item(&mut draft, PartKind::Problems, 1, "乡镇团干部兼职多", "专门做团的工作的时间不够。", true);
    let plan = item(&mut draft, PartKind::Plan, 1, "配强乡镇团干部", "推动每个乡镇有一名专职副书记。", true);
    let measure = &mut draft.item_mut(plan).unwrap().measure;
    measure.goal = "配备 12 名".into();
    measure.deadline = "9月底前".into();
    measure.responsible = "组织部".into();
    draft
}

/// All that a report can hold: four levels, a nested part, a part left out, a lead-in, headings
/// alone and run in, bare paragraphs, a table in the text, a seal.
pub fn full() -> Draft {
    let mut draft = usual();
    draft.unit.name = "共青团云岭县云岭经济技术开发区工作委员会".into();
    draft.indicator_table = IndicatorTable::InText;
    draft.seal = true;
    draft.signature = Some("云岭经开区团工委".into());
    let work = draft.part_mut(PartKind::Work).unwrap();
    work.heading = "{本期}工作情况".into();
    work.text = "上半年，主要做了以下几方面工作。".into();
    let long = "走访青年工作和生活的地方，听他们说困难，能办的当场办，不能办的记下来逐条回复。".repeat(12);
    item(&mut draft, PartKind::Work, 1, "服务青年发展", "", false);
    item(&mut draft, PartKind::Work, 2, "走访联系", &long, false);
    item(&mut draft, PartKind::Work, 3, "青年之家", "每周开放五天。", true);
    item(&mut draft, PartKind::Work, 3, "志愿服务！", "", true);
    item(&mut draft, PartKind::Work, 2, "就业帮扶", &long, true);
    item(&mut draft, PartKind::Work, 1, "", "", false);
    draft.part_mut(PartKind::Experience).unwrap().nested = true;
    item(&mut draft, PartKind::Experience, 1, "从小事做起", &long, false);
    draft.part_mut(PartKind::Problems).unwrap().left_out = true;
    let plan = item(&mut draft, PartKind::Plan, 1, "只写了措施", "", false);
    draft.item_mut(plan).unwrap().measure.goal = "覆盖{团员人数}".into();
    draft
}

/// A report with cover and contents: long headings, an attached table, several pages.
pub fn bound() -> Draft {
    let mut draft = full();
    draft.indicator_table = IndicatorTable::Attachment;
    (draft.options.cover, draft.options.contents) = (true, true);
    let long = "把青年之家、志愿服务站和乡镇团校放在一处办，让青年少跑路、多参加、愿意来";
    item(&mut draft, PartKind::Work, 1, long, "已经合办三处。", false);
    draft
}

fn figures(draft: &mut Draft) {
    let rows = [
        ("团员人数", "人", "1,779", "1600", "", None),
        ("学生团员", "人", "1200", "", "", Some(0)),
        ("职工团员", "人", "579", "", "", Some(0)),
        ("新建团组织", "家", "10", "", "12", None),
        ("学习场次", "场", "36", "36", "40", None),
        ("", "", "", "", "", None),
    ];
    let first = draft.fresh_id();
    for (at, (name, unit, value, last_year, target, whole)) in rows.into_iter().enumerate() {
        let id = if at == 0 { first } else { draft.fresh_id() };
        let mut row = Indicator::new(IndicatorId(id), name, unit);
        (row.value, row.last_year, row.target) = (value.into(), last_year.into(), target.into());
        row.part_of = whole.map(|whole: u32| IndicatorId(first + whole));
        draft.indicators.push(Arc::new(row));
    }
}

/// Adds an item at the end of a part.
pub fn item(draft: &mut Draft, kind: PartKind, depth: u8, heading: &str, text: &str, run_in: bool) -> ItemId {
    let id = edit::add_item(draft, kind, None, depth).unwrap();
    let item = draft.item_mut(id).unwrap();
    (item.heading, item.text, item.run_in) = (heading.into(), text.into(), run_in);
    id
}

/// Prose as it may be typed or pasted: Chinese and Latin, figures, marks, spaces, references,
/// line breaks, and anything else that Unicode holds.
fn prose(most: usize) -> BoxedStrategy<String> {
    let piece = prop_oneof![
        8 => "[青年团工作情况组织建设学习]{1,40}",
        3 => "[，。、；：！？“”（）《》—…]{1,3}",
        2 => "[0-9][0-9,.]{0,9}%?",
        2 => "[a-zA-Z]{1,12}",
        1 => "[ \\t　]{1,4}",
        2 => "\\n{1,3}",
        1 => prop_oneof![Just("{期间}"), Just("{团员人数}"), Just("{没有的}"), Just("{"), Just("}")]
            .prop_map(String::from),
        1 => any::<String>(),
        1 => "[a-z0-9]{60,90}",
    ];
    prop::collection::vec(piece, 0..most).prop_map(|pieces| pieces.concat()).boxed()
}

prop_compose! {
    fn items()(
        depth in 1u8..=3, heading in prose(3), text in prose(12), run_in: bool,
        goal in prose(2), deadline in prose(2), measured in prop::bool::weighted(0.3),
    ) -> Item {
        let mut item = Item::new(ItemId(0), depth);
        (item.heading, item.text, item.run_in) = (heading, text, run_in);
        if measured {
            (item.measure.goal, item.measure.deadline) = (goal, deadline);
        }
        item
    }
}

prop_compose! {
    fn indicators()(name in prose(3), unit in prose(2), value in prose(3), target in "[0-9]{0,4}") -> Indicator {
        let mut row = Indicator::new(IndicatorId(0), name, unit);
        (row.value, row.target) = (value.into(), target.into());
        row
    }
}

prop_compose! {
    /// Any draft that someone could write.
    pub fn drafts()(
        title in prop::option::of(prose(6)), unit in prose(2), addressee in prose(2),
        preamble in prose(10), closing in prose(6), signature in prop::option::of(prose(3)),
        dated: bool, seal: bool, table in 0..3, cover: bool, contents: bool,
        rows in prop::collection::vec((items(), 0usize..4), 0..14),
        figures in prop::collection::vec(indicators(), 0..40),
        parts in prop::collection::vec((prose(2), prose(4), any::<bool>(), prop::bool::weighted(0.1)), 4),
    ) -> Draft {
        let mut draft = empty();
        (draft.title, draft.signature) = (title, signature);
        (draft.unit.name, draft.addressee) = (unit, addressee);
        (draft.preamble, draft.closing, draft.seal) = (preamble, closing, seal);
        draft.date = date::parse("2026-07-01").filter(|_| dated);
        (draft.options.cover, draft.options.contents) = (cover, contents);
        draft.indicator_table =
            [IndicatorTable::Attachment, IndicatorTable::InText, IndicatorTable::Nowhere][table as usize];
        for (at, (heading, text, nested, left_out)) in parts.into_iter().enumerate() {
            let part = &mut draft.parts[at];
            (part.heading, part.text, part.nested, part.left_out) = (heading, text, nested && at > 0, left_out);
        }
        for (mut item, at) in rows {
            item.id = ItemId(draft.fresh_id());
            item.depth = item.depth.min(draft.parts[at].deepest());
            draft.parts[at].items.push(Arc::new(item));
        }
        for mut row in figures {
            row.id = IndicatorId(draft.fresh_id());
            draft.indicators.push(Arc::new(row));
        }
        draft
    }
}
