//! The figure checker from outside: set phrases stay clean, any input is survived, and precision
//! and recall are measured where labelled passages are at hand.

use proptest::prelude::*;
use qinggao::check::{Section, Severity, TextFinding, check_text};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The shared folder of samples, where there is one.
fn shared(name: &str) -> Option<String> {
    let folder = std::env::var_os("QINGGAO_SHARED")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    text
}

fn counted(text: &str, period: &str, section: &str) -> Vec<TextFinding> {
    let section = Section::from_code(section).unwrap_or(Section::Done);
    let mut found = check_text(text, period.parse().ok(), section);
    found.retain(|finding| finding.severity != Severity::Hint);
    found
}

#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    wrong: usize,
}

/// Measures labelled passages; prints a row for each kind and every passage that went wrong.
fn measure(labelled: &str) -> (f64, f64, f64) {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let (mut clean, mut flagged) = (0, 0);
    for line in labelled.lines().filter(|line| !line.trim().is_empty()) {
        let passage: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = passage["text"].as_str().unwrap();
        let found =
            counted(text, passage["period"].as_str().unwrap_or(""), passage["section"].as_str().unwrap());
        let labels = passage["findings"].as_array().unwrap();
        let mut used = vec![false; found.len()];
        for label in labels {
            let (kind, quote) = (label["kind"].as_str().unwrap(), label["quote"].as_str().unwrap());
            let start = text.find(quote).unwrap();
            let end = start + quote.len();
            let hit = found.iter().enumerate().position(|(index, finding)| {
                let near = std::iter::once(&finding.range).chain(&finding.related);
                !used[index]
                    && finding.kind == kind
                    && near.into_iter().any(|it| it.start < end && start < it.end)
            });
            let score = scores.entry(kind.to_owned()).or_default();
            match hit {
                Some(index) => {
                    used[index] = true;
                    score.right += 1;
                }
                None => {
                    score.missed += 1;
                    println!("missed {} {kind} 「{quote}」 {text}", passage["id"]);
                }
            }
        }
        for finding in found.iter().zip(&used).filter(|(_, used)| !**used).map(|(finding, _)| finding) {
            scores.entry(finding.kind.to_owned()).or_default().wrong += 1;
            println!(
                "false {} {} 「{}」 {} {text}",
                passage["id"], finding.kind, finding.quote, finding.message
            );
        }
        clean += usize::from(labels.is_empty());
        flagged += usize::from(labels.is_empty() && !found.is_empty());
    }
    println!("{:<24}{:>6}{:>8}{:>7}", "kind", "right", "missed", "false");
    let mut all = Score::default();
    for (kind, score) in &scores {
        println!("{kind:<24}{:>6}{:>8}{:>7}", score.right, score.missed, score.wrong);
        all.right += score.right;
        all.missed += score.missed;
        all.wrong += score.wrong;
    }
    let share = |part: usize, rest: usize| part as f64 / (part + rest).max(1) as f64;
    let (precision, recall) = (share(all.right, all.wrong), share(all.right, all.missed));
    println!("precision {precision:.3} recall {recall:.3}, {flagged} of {clean} clean passages flagged");
    (precision, recall, flagged as f64 / clean.max(1) as f64)
}

#[test]
fn labelled_passages_are_judged_as_a_careful_reader_judges_them() {
    let Some(labelled) = shared("figures_dev.jsonl") else { return };
    let (precision, recall, flagged) = measure(&labelled);
    assert!(precision >= 0.97 && recall >= 0.95 && flagged <= 0.02, "{precision} {recall} {flagged}");
}

#[test]
fn our_own_passages_are_judged_as_labelled() {
    let labelled = include_str!("cases/check/passages.jsonl");
    let (precision, recall, flagged) = measure(labelled);
    assert!(precision >= 0.97 && recall >= 0.90 && flagged <= 0.02, "{precision} {recall} {flagged}");
}

#[test]
fn set_phrases_and_names_raise_no_alarm() {
    let phrases = include_str!("cases/check/set_phrases.txt");
    let sentences: Vec<&str> = phrases.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(sentences.len() >= 50, "{}", sentences.len());
    for sentence in sentences {
        for section in ["done", "experience", "problems", "plan"] {
            let found = counted(sentence, "2026H1", section);
            assert!(found.is_empty(), "「{sentence}」 ({section}): {found:#?}");
        }
    }
}

#[test]
fn the_samples_show_their_known_errors() {
    let expected: [(&str, &[(&str, &str)], &[&str]); 3] = [
        (
            "samples/001_f47086a9f04451f0.txt",
            &[("approx-contradiction", "近百余场"), ("placeholder", "xx%")],
            &[],
        ),
        (
            "samples/002_5adcc5b176e473a7.txt",
            &[("cutoff-word", "截止6月1日")],
            &["sum-mismatch", "part-exceeds-whole"],
        ),
        (
            "samples/004_331e21288d26e8b4.txt",
            &[("placeholder", "201X年"), ("target-contradiction", "圓滿完成")],
            &["product-mismatch", "list-count-mismatch", "sum-mismatch"],
        ),
    ];
    for (name, wanted, unwanted) in expected {
        let Some(text) = shared(name) else { return };
        let found = counted(&text, "", "done");
        for finding in &found {
            println!("{name} {} 「{}」 {}", finding.kind, finding.quote, finding.message);
        }
        for (kind, quote) in wanted {
            assert!(
                found.iter().any(|it| it.kind == *kind && it.quote.contains(quote)),
                "{name}: {kind} {quote}"
            );
        }
        for kind in unwanted {
            assert!(found.iter().all(|it| it.kind != *kind), "{name}: {kind}");
        }
    }
}

fn at_boundaries(text: &str, found: &[TextFinding]) {
    for finding in found {
        let fix = finding.fix.iter().map(|fix| &fix.range);
        for range in finding.related.iter().chain([&finding.range]).chain(fix) {
            assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        }
    }
}

#[test]
fn hostile_texts_are_checked_to_their_end() {
    let nested = "（".repeat(10_000) + &"）".repeat(10_000);
    let digits = "7".repeat(1_000_000);
    let counts = "团员3人，".repeat(20_000);
    let row = "支部3个、".repeat(20_000);
    let quotes = "“".repeat(20_000);
    let percents = "提高了15%".repeat(20_000);
    let masks = "x".repeat(200_000);
    let lists = "四项工作：一是".repeat(5_000);
    for text in [nested, digits, counts, row, quotes, percents, masks, lists] {
        at_boundaries(&text, &check_text(&text, "2026H1".parse().ok(), Section::Done));
    }
}

proptest! {
    #[test]
    fn any_text_is_checked_at_character_boundaries(text in any::<String>()) {
        at_boundaries(&text, &check_text(&text, "2026H1".parse().ok(), Section::Done));
    }

    #[test]
    fn any_mix_of_report_words_is_checked(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "共有", "其中", "分别为", "12", "3.5", "万", "%", "个", "人次", "家", "（", "）", "，", "、", "。", "\n", "由", "增至", "增长",
                "目标", "完成", "圆满完成", "每名", "总计", "一是", "二是", "：", "“", "”", "近", "余", "左右", "截止", "6月31日", "2026年", "x",
                "百分之", "二十三", "千", "至", "5", "倍", "减少", "占", "到会率", "应到", "实到", "99999999999999", "0", "年", "月", "日", "12亿",
            ]),
            0..60,
        )
    ) {
        let text: String = words.concat();
        for section in [Section::Done, Section::Plan] {
            at_boundaries(&text, &check_text(&text, "2026H2".parse().ok(), section));
        }
    }
}
