use super::super::field::{text_of, written};
use super::super::kinsoku::never_begins;
use super::cases::CASES;
use super::words::{is_joining, is_leaning};
use super::*;
use crate::text::width;
use proptest::prelude::*;

/// 版心 and half a character of 二号 in twips: 20 characters a line.
const ROOM: i32 = 8844;
const HALF_EM: i32 = 220;
const CAPACITY: usize = 40;

fn set(title: &str, unit: &str) -> Vec<String> {
    lines(vec![written(title)], ROOM, HALF_EM, unit).iter().map(|line| text_of(line)).collect()
}

#[test]
fn a_title_breaks_where_a_careful_secretary_would_break_it() {
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(unit, expected)| {
            let found = set(&expected.replace('/', ""), unit).join("/");
            (found != *expected).then(|| format!("{expected}\n  is set {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
    assert!(CASES.len() >= 60);
}

/// What holds for every title that is no wider than nine lines.
fn is_well_set(title: &str, unit: &str) {
    let found = set(title, unit);
    assert_eq!(found.concat(), title);
    for line in &found {
        assert!(width::text(line) <= CAPACITY, "{found:?}");
    }
    for line in found.iter().skip(1) {
        let first = line.chars().next().unwrap();
        assert!(!never_begins(first) && !is_joining(first) && !is_leaning(first), "{found:?}");
    }
    if let [.., before, last] = found.as_slice() {
        assert!(width::text(last) >= SHORTEST, "{before:?} {last:?}");
    }
}

#[test]
fn every_title_of_the_table_keeps_the_laws() {
    for (unit, title) in CASES {
        is_well_set(&title.replace('/', ""), unit);
    }
}

#[test]
fn a_title_of_120_characters_keeps_its_words_whole() {
    let title = "共青团云岭县云岭经济技术开发区工作委员会关于深入学习宣传贯彻会议精神加强\
                 基层团组织建设推动志愿服务和思想引领工作提质增效助力乡村振兴和基层治理\
                 服务青年就业创业维护青少年合法权益预防青少年违法犯罪的2026年上半年工作总结\
                 及下半年重点工作计划";
    assert_eq!(title.chars().count(), 120);
    is_well_set(title, "");
    insta::assert_snapshot!(set(title, "").join("\n"), @r"
    共青团云岭县云岭经济技术开发区工作委员会
    关于深入学习宣传贯彻会议精神加强基层
    团组织建设推动志愿服务和思想引领工作
    提质增效助力乡村振兴和基层治理服务青年
    就业创业维护青少年合法权益预防
    青少年违法犯罪的2026年上半年
    工作总结及下半年重点工作计划
    ");
}

#[test]
fn a_title_without_any_known_word_is_set_in_even_lines() {
    let found = set(&"龘".repeat(41), "");
    assert_eq!(found.iter().map(|line| line.chars().count()).sum::<usize>(), 41);
    assert!(
        found.len() == 3 && found.iter().all(|line| (11..=16).contains(&line.chars().count())),
        "{found:?}"
    );
}

#[test]
fn a_title_of_latin_words_breaks_between_them() {
    assert_eq!(
        set("Annual report of the Yunling County Youth League Committee", ""),
        ["Annual report of the Yunling ", "County Youth League Committee"]
    );
}

/// What titles are made of: places, periods, things done, papers.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "共青团云岭县委", "云岭镇", "青禾", "2026年", "上半年", "2025—2026学年", "第二学期", "1—6月", "关于",
    "深入", "加强", "“三下乡”", "《规划》", "基层团组织", "建设", "志愿服务", "工作总结", "工作计划",
    "情况", "报告", "5G平台", "（试行）", "——", "第十二次", "代表大会", "青年", "龘", "、", " ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_lines_of_any_title_are_the_title_and_fit(title in "\\PC{0,120}", unit in "\\PC{0,12}") {
        let found = set(&title, &unit);
        prop_assert_eq!(found.concat(), title);
        if found.len() <= MOST_LINES {
            for line in &found {
                prop_assert!(width::text(line.trim_end()) <= CAPACITY, "{:?}", found);
            }
        }
    }

    #[test]
    fn a_title_of_usual_words_begins_no_line_with_a_mark_or_particle(
        pieces in prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(&["", "", "", "及", "的", "和"][..])), 1..16),
    ) {
        let title: String = pieces.iter().map(|(piece, joint)| format!("{piece}{joint}")).collect();
        prop_assume!(!title.trim().is_empty());
        let found = set(&title, "共青团云岭县委");
        prop_assert_eq!(found.concat(), title);
        for line in found.iter().skip(1) {
            let first = line.chars().next().unwrap();
            prop_assert!(!never_begins(first) && !is_joining(first) && !is_leaning(first), "{:?}", found);
        }
        for year in ["2026年", "2025—2026学年"] {
            let whole: usize = found.iter().map(|line| line.matches(year).count()).sum();
            prop_assert_eq!(whole, found.concat().matches(year).count(), "{:?}", found);
        }
    }
}
