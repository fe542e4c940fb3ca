//! What the benches share: a report of a given length, and a stopwatch.

use qinggao::draft::{Draft, DraftId, Item, ItemId, PartKind};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Paragraphs of a report, in Chinese with figures and a few Latin words.
const PARAGRAPHS: &[&str] = &[
    "今年以来，云岭团县委把理论学习摆在首位，依托网上主题团课累计参学3.6万人次，参学率由68.4%提高到81.9%。",
    "全县现有团组织412个，上半年发展团员326名，其中男团员150名、女团员176名，App注册率达到92.5%。",
    "3月5日前后，组织青年志愿者1200余人次走进23个社区，开展义诊、理发、家电维修，累计服务3600小时。",
    "联合县人社局举办招聘会5场，进场企业136家，提供岗位2480个，达成意向715人，其中高校毕业生402人。",
    "对照年初计划，应建非公团组织30家，实际新建28家，剩余2家正在筹备，预计8月底前完成。",
];

/// Paragraphs of an item.
const ITEM_PARAGRAPHS: usize = 4;

/// A draft of about so many characters: items of a heading and four paragraphs.
pub fn draft(characters: usize) -> Draft {
    let mut draft = Draft::new(DraftId("bench".into()), "2026H1".parse().expect("a period"));
    draft.unit.name = "共青团云岭县委员会".to_owned();
    let part = draft.part_mut(PartKind::Work).expect("every draft has this part");
    let mut paragraphs = PARAGRAPHS.iter().cycle();
    let mut count = 0;
    for id in 1.. {
        if count >= characters {
            break;
        }
        let mut item = Item::new(ItemId(id), 1);
        item.heading = format!("夯实基层组织之{id}");
        item.text = paragraphs.by_ref().take(ITEM_PARAGRAPHS).copied().collect::<Vec<_>>().join("\n");
        count += item.text.chars().count() + item.heading.chars().count();
        part.items.push(Arc::new(item));
    }
    draft
}

/// The shortest of several runs: what the work itself takes.
pub fn shortest(runs: u32, mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..runs).map(time).min().unwrap_or_default()
}

/// Runs for a text of this length: enough for a quiet one, few enough to end.
pub fn runs(characters: usize) -> u32 {
    if characters > 100_000 { 5 } else { 15 }
}
