//! The table and the prose together: what is offered never changes the page, what follows from the
//! table is never called wrong, and what contradicts it is.

use proptest::prelude::*;
use qinggao::check::{Cache, Finding, Severity, check, check_with};
use qinggao::draft::reference::References;
use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, Item, ItemId, PartKind, edit};
use qinggao::layout::{layout, plain_text};
use std::sync::Arc;

const BY_HAND: &str = "indicator-by-hand";

fn row(id: u32, name: &str, unit: &str, figures: [&str; 3]) -> Arc<Indicator> {
    let mut row = Indicator::new(IndicatorId(id), name, unit);
    [row.value, row.last_year, row.target] = figures.map(Into::into);
    Arc::new(row)
}

fn draft(texts: &[String], rows: Vec<Arc<Indicator>>) -> Draft {
    let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
    draft.unit.name = "共青团云岭县委员会".into();
    draft.indicators = rows;
    for (id, text) in (100..).zip(texts) {
        let mut item = Item::new(ItemId(id), 1);
        item.heading = "加强组织建设".into();
        item.text.clone_from(text);
        draft.part_mut(PartKind::Work).unwrap().items.push(Arc::new(item));
    }
    draft.preamble = texts.first().cloned().unwrap_or_default();
    draft
}

fn offers(draft: &Draft) -> Vec<Finding> {
    check(draft).into_iter().filter(|finding| finding.rule == BY_HAND).collect()
}

/// What the findings say, without where in the typed text they stand.
fn said(draft: &Draft) -> Vec<(String, Severity, String, String)> {
    let found = check(draft).into_iter().filter(|finding| finding.rule != BY_HAND);
    found.map(|it| (it.rule, it.severity, it.quote, it.message)).collect()
}

/// Words of which sentences about the table are made, braces and half-typed references included.
const WORDS: &[&str] = &[
    "共有",
    "现有",
    "全区",
    "全县",
    "团员",
    "团员人数",
    "新发展",
    "发展",
    "新团员",
    "团支部",
    "到会率",
    "平均",
    "1779人",
    "1779名",
    "1779",
    "1,779人",
    "１７７９人",
    "326名",
    "326人",
    "128个",
    "12个",
    "1.2万人",
    "92.5%",
    "11.2%",
    "89%",
    "1600人",
    "2000人",
    "增长11.2%",
    "下降6.3%",
    "同比",
    "较去年同期",
    "去年同期",
    "目标",
    "完成全年目标的",
    "完成率",
    "计划",
    "其中",
    "由",
    "增至",
    "为",
    "达",
    "，",
    "、",
    "。",
    "（",
    "）",
    "；",
    "\n",
    " ",
    "{",
    "}",
    "{团员人数}",
    "{团员人数:数值}",
    "{期间}",
    "{没有的}",
    "：",
    "“",
    "”",
    "和",
    "名",
    "人",
];

/// Cells as clerks type them.
const CELLS: &[&str] =
    &["1779", "1,779", "1600", "326", "128", "12", "1.2", "92.5", "", "0", "x", "１７７９", " 1779 ", "2000"];

proptest! {
    #[test]
    fn an_offered_reference_never_changes_what_prints(
        words in prop::collection::vec(prop::collection::vec(prop::sample::select(WORDS), 0..16), 1..4),
        cells in prop::collection::vec(prop::sample::select(CELLS), 12),
        unit in prop::sample::select(vec!["人", "名", "万人", "", "%"]),
        odd in prop::sample::select(vec!["团支部数", "团{支部}数", "团:支部数", "期间", "团员人数", " 团支部数 "]),
    ) {
        let cell = |at: usize| [cells[at], cells[at + 1], cells[at + 2]];
        let rows = vec![
            row(1, "团员人数", unit, cell(0)),
            row(2, "新发展团员人数", "人", cell(3)),
            row(3, odd, "个", cell(6)),
            row(4, "平均到会率", "%", cell(9)),
        ];
        let texts: Vec<String> = words.iter().map(|words| words.concat()).collect();
        let mut draft = draft(&texts, rows);
        let (pages, told) = (layout(&draft), said(&draft));
        let offers = offers(&draft);
        for finding in offers.iter().rev() {
            let fix = finding.fix.as_ref().unwrap();
            prop_assert!(edit::replace(&mut draft, finding.place, fix.range.clone(), &fix.text));
        }
        let printed = |draft: &Draft| {
            let references = References::of(draft);
            edit::texts(draft).into_iter().map(|(_, text)| references.expand(&text).text).collect::<Vec<_>>()
        };
        prop_assert_eq!(plain_text(&layout(&draft)), plain_text(&pages));
        prop_assert_eq!(said(&draft), told, "taking an offer changes no other finding: {:?}", printed(&draft));
        prop_assert!(self::offers(&draft).is_empty(), "what was taken is not offered again");
    }

    #[test]
    fn a_kept_answer_follows_every_change_of_table_and_text(
        steps in prop::collection::vec((0usize..6, prop::sample::select(CELLS), prop::collection::vec(prop::sample::select(WORDS), 0..12)), 1..8),
    ) {
        let rows = vec![row(1, "团员人数", "人", ["1779", "1600", "2000"]), row(2, "团支部数", "个", ["128", "", ""])];
        let mut draft = draft(&["共有团员1779人。".to_owned(), "同比增长12%。".to_owned()], rows);
        let mut cache = Cache::default();
        for (what, cell, words) in steps {
            let id = IndicatorId(1);
            match what {
                0 => draft.indicator_mut(id).unwrap().value = cell.into(),
                1 => draft.indicator_mut(IndicatorId(2)).unwrap().last_year = cell.into(),
                2 => { edit::rename_indicator(&mut draft, id, "新发展团员人数"); }
                3 => { edit::move_indicator(&mut draft, id, 1); }
                4 => draft.unit.name = "共青团青禾区委员会".into(),
                _ => draft.item_mut(ItemId(100)).unwrap().text = words.concat(),
            }
            prop_assert_eq!(check_with(&draft, &mut cache), check(&draft));
        }
    }

    #[test]
    fn what_follows_from_the_table_is_never_called_wrong(
        now in 100u32..100_000,
        before in 100u32..100_000,
        target in 100u32..100_000,
        decimals in 0u32..3,
        cut in any::<bool>(),
        form in 0usize..6,
    ) {
        let print = |part: i64, whole: i64| {
            let scale = 10i64.pow(decimals);
            // Hundredths of a percent at most, in whole numbers: rounded half up, or cut.
            let exact = part * 100 * scale;
            let number = if cut { exact / whole } else { (2 * exact + whole) / (2 * whole) };
            match decimals {
                0 => format!("{number}%"),
                _ => format!("{}.{:0width$}%", number / scale, number % scale, width = decimals as usize),
            }
        };
        let (n, b, t) = (i64::from(now), i64::from(before), i64::from(target));
        let verb = if n >= b { "增长" } else { "下降" };
        let change = if n >= b { "增加" } else { "减少" };
        let growth = print((n - b).abs(), b);
        let done = print(n, t);
        let difference = (n - b).abs();
        let text = match form {
            0 => format!("全区共有团员{now}人，同比{verb}{growth}。"),
            1 => format!("团员人数{now}人（去年同期{before}人，同比{verb}{growth}）。"),
            2 => format!("团员人数较去年同期{verb}{growth}，比去年同期{change}{difference}人。"),
            3 => format!("共有{now}名团员，比去年同期{change}{difference}人，完成全年目标的{done}。"),
            4 => format!("团员人数由去年同期的{before}人变为{now}人，{verb}{growth}，年度目标{target}人，完成率{done}。"),
            _ => format!("共有团员{now}人，年度目标{target}人，完成率{done}，去年同期{before}人。"),
        };
        let figures = [now.to_string(), before.to_string(), target.to_string()];
        let figures = [figures[0].as_str(), figures[1].as_str(), figures[2].as_str()];
        let draft = draft(std::slice::from_ref(&text), vec![row(1, "团员人数", "人", figures)]);
        let wrong: Vec<_> = check(&draft)
            .into_iter()
            .filter(|it| ["indicator-change", "indicator-last-year", "indicator-target"].contains(&it.rule.as_str()))
            .collect();
        prop_assert!(wrong.is_empty(), "{text}: {wrong:#?}");
    }

    #[test]
    fn a_percentage_a_step_away_from_the_tables_is_found(
        before in 1_000u32..50_000,
        rise in 20u32..400,
        away in 3u32..80,
        up in any::<bool>(),
    ) {
        // The true growth is `rise` thousandths; the text says up to eight percent more or less.
        let now = before + before * rise / 1_000;
        let stated = if up { rise + away } else { rise.saturating_sub(away) };
        let text = format!("全区共有团员{now}人，同比增长{}.{}%。", stated / 10, stated % 10);
        let figures = [now.to_string(), before.to_string()];
        let rows = vec![row(1, "团员人数", "人", [&figures[0], &figures[1], ""])];
        let found = check(&draft(std::slice::from_ref(&text), rows));
        prop_assert!(found.iter().any(|it| it.rule == "indicator-change"), "{text}");
    }
}
