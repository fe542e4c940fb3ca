//! The page of evidence: each figure of a report, what it was checked against, what came of it.

mod common;

use proptest::prelude::*;
use qinggao::check::{
    Cache, Evidence, Outcome, Severity, Tally, check, evidence, evidence_with, ignored_place,
};
use qinggao::draft::{Column, Draft, IndicatorId, PartKind, Place, edit};

/// A row as a line: place, figure, what is counted, when, outcome, grounds.
fn line(row: &Evidence) -> String {
    let bases: Vec<String> = row.bases.iter().map(|it| format!("{}：{}", it.kind, it.words)).collect();
    let Evidence { whereabouts, words, subject, when, outcome, .. } = row;
    let line =
        format!("{whereabouts} | {words} | {subject} | {when} | {} | {}", outcome.label(), bases.join("；"));
    line.trim_end().to_owned()
}

fn table(draft: &Draft) -> String {
    evidence(draft).iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A draft whose first part says this.
fn saying(text: &str) -> Draft {
    let mut draft = common::empty();
    draft.part_mut(PartKind::Work).unwrap().text = text.into();
    draft
}

/// The only row for a figure.
fn row(draft: &Draft, words: &str) -> Evidence {
    let mut rows: Vec<Evidence> = evidence(draft).into_iter().filter(|it| it.words == words).collect();
    assert_eq!(rows.len(), 1, "{words} in {}", table(draft));
    rows.remove(0)
}

#[test]
fn a_usual_report_shows_each_figure_with_its_evidence() {
    let mut draft = common::usual();
    let text = "组织学习{学习场次}，覆盖团员{团员人数}，{团员人数:同比}。\n截至6月30日，团员人数1779人。\n\
        应到代表120人，实到96人，到会率80%；部门22个（16个部门、5个社区）。提供岗位xx个。\n\
        7月18日组织青年马拉松，服务青年300人，同比增长25%，参与志愿者近百余人。";
    let (work, _) =
        draft.find_item(qinggao::draft::ItemId(7)).map(|(part, at)| (part.items[at].id, at)).unwrap();
    edit::set_text(&mut draft, Place::ItemText(work), text);
    insta::assert_snapshot!(table(&draft));
}

#[test]
fn what_was_read_before_a_key_gives_the_same_evidence_as_reading_anew() {
    let (mut draft, mut cache) = (common::usual(), Cache::default());
    for text in ["部门22个（16个部门、5个社区）。", "部门21个（16个部门、5个社区）。\n团员1779人。", ""]
    {
        draft.part_mut(PartKind::Work).unwrap().text = text.into();
        assert_eq!(evidence_with(&draft, &mut cache), evidence(&draft), "{text}");
    }
}

#[test]
fn figures_that_agree_say_with_what() {
    for (text, figure, basis) in [
        ("部门22个(16个部门、6个社区)。", "6个", "16 + 6 = 22"),
        ("应到120人，实到96人，到会率80%。", "120人", "96 ÷ 120 × 100% = 80%"),
        ("全区共有团员1779人。\n全区共有团员1779人，团干部197人。", "197人", ""),
        ("6月18日举办活动。", "6月18日", "日历上有这一天"),
        ("5至8人一组，共12组。", "5至8人", ""),
    ] {
        let found = row(&saying(text), figure);
        let words: Vec<&str> = found.bases.iter().map(|it| it.words.as_str()).collect();
        assert!(
            words.contains(&basis) || basis.is_empty() && words.is_empty(),
            "{figure} of 「{text}」: {words:?}"
        );
        let expected = if basis.is_empty() { Outcome::Unchecked } else { Outcome::Agrees };
        assert_eq!(found.outcome, expected, "{figure} of 「{text}」");
    }
}

#[test]
fn a_repeated_value_is_evidence_in_both_places() {
    let draft = saying("全区共有团员1779人。\n截至6月底，全区共有团员1779人。");
    let rows: Vec<String> = evidence(&draft).iter().filter(|it| it.words == "1779人").map(line).collect();
    assert_eq!(
        rows,
        [
            "工作情况引言第1段 | 1779人 | 团员 | 本期 | 相符 | 前后文：与后文的 1779人 一致",
            "工作情况引言第2段 | 1779人 | 团员 | 截至6月底 | 相符 | 前后文：与前文的 1779人 一致",
        ]
    );
}

#[test]
fn a_wrong_total_leaves_its_parts_to_be_confirmed() {
    let draft = saying("部门22个(16个部门、5个社区)。");
    assert_eq!(row(&draft, "22个").outcome, Outcome::Differs);
    for part in ["16个", "5个"] {
        let found = row(&draft, part);
        assert_eq!(found.outcome, Outcome::Unsure);
        assert!(found.bases[0].words.starts_with("16 + 5 = 21"), "{found:?}");
    }
}

#[test]
fn what_the_writer_lets_stand_is_marked_and_not_hidden() {
    let mut draft = saying("部门22个(16个部门、5个社区)，覆盖率达104%。");
    let found = check(&draft);
    let sum = found.iter().find(|it| it.rule == "sum-mismatch").unwrap();
    let ignored = ignored_place(&draft, sum);
    draft.ignored.add_place(ignored);
    let whole = row(&draft, "22个");
    assert_eq!(whole.outcome, Outcome::Ignored);
    assert!(whole.bases[0].words.starts_with("16 + 5 = 21"), "{whole:?}");
    assert_eq!(row(&draft, "16个").outcome, Outcome::Ignored);
    assert_eq!(row(&draft, "104%").outcome, Outcome::Differs);
    draft.ignored.add_rule("percent-out-of-range");
    assert_eq!(row(&draft, "104%").outcome, Outcome::Ignored);
}

#[test]
fn every_finding_on_a_figure_stands_in_the_table() {
    let passages = include_str!("cases/check/passages.jsonl");
    let mut seen = 0;
    for case in passages.lines() {
        let case: serde_json::Value = serde_json::from_str(case).unwrap();
        let draft = saying(case["text"].as_str().unwrap());
        let rows = evidence(&draft);
        let hole = |it: &&qinggao::check::Finding| it.rule == "placeholder" || it.rule == "cutoff-word";
        let of_figures = check(&draft).into_iter().filter(|it| !it.range.is_empty() && !hole(&it));
        for finding in of_figures.filter(|it| it.severity != Severity::Hint) {
            seen += 1;
            let told = rows.iter().any(|row| row.bases.iter().any(|it| it.words == finding.message));
            assert!(told, "{finding:?} in {}", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        }
    }
    assert!(seen > 100, "{seen} findings");
}

#[test]
fn set_phrases_ordinals_and_names_are_not_listed() {
    let phrases = include_str!("cases/check/set_phrases.txt");
    for phrase in phrases.lines() {
        assert_eq!(table(&saying(phrase)), "", "{phrase}");
    }
}

#[test]
fn a_figure_of_the_table_in_doubt_puts_its_references_in_doubt() {
    let mut draft = common::usual();
    let parts: Vec<IndicatorId> =
        draft.indicators.iter().filter(|it| it.part_of.is_some()).map(|it| it.id).collect();
    draft.indicator_mut(parts[0]).unwrap().value = "1300".into();
    let cell = Place::Indicator(draft.indicators[0].id, Column::Value);
    let rows = evidence(&draft);
    let whole = rows.iter().find(|it| it.place == cell && it.words == "1,779人").unwrap();
    assert_eq!(whole.outcome, Outcome::Differs, "{whole:?}");
    let reference = rows.iter().find(|it| it.place != cell && it.words == "1,779人").unwrap();
    assert_eq!(reference.outcome, Outcome::Unsure, "{reference:?}");
}

#[test]
fn what_is_left_out_of_the_report_is_left_out_of_the_table() {
    let mut draft = saying("服务青年300人。");
    assert_eq!(evidence(&draft).len(), 1);
    draft.part_mut(PartKind::Work).unwrap().left_out = true;
    assert_eq!(evidence(&draft), []);
}

#[test]
fn the_counts_of_all_outcomes_make_up_all_figures() {
    let draft = saying("部门22个(16个部门、5个社区)，应到120人，实到96人，到会率80%，服务青年300人。");
    let tally = Tally::of(&evidence(&draft));
    let counts = Outcome::ALL.map(|outcome| tally.count(outcome));
    assert_eq!((tally.all, counts), (7, [3, 1, 2, 0, 1]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_draft_has_evidence_that_leads_back_to_what_was_typed(draft in common::drafts()) {
        let rows = evidence(&draft);
        let tally = Tally::of(&rows);
        prop_assert_eq!(Outcome::ALL.map(|it| tally.count(it)).iter().sum::<usize>(), rows.len());
        for row in rows {
            let typed = edit::get_text(&draft, row.place);
            prop_assert!(!row.words.is_empty() && !row.whereabouts.is_empty(), "{:?}", row);
            if let Some(typed) = typed {
                prop_assert!(typed.get(row.range.clone()).is_some_and(|it| !it.is_empty()), "{:?}", row);
            }
            prop_assert_eq!(row.outcome == Outcome::Unchecked, row.bases.is_empty());
        }
    }

    #[test]
    fn any_text_has_evidence(text in any::<String>(), figures in "[0-9一二三十百万%年月日个名人元（），、。至-]{0,60}") {
        evidence(&saying(&format!("{text}{figures}{text}")));
    }
}
