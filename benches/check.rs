//! How long the figure checker takes for a report, beside the time in which the `regex` crate finds
//! the runs of digits in the same text. Prints a table; what matters is that the last column stays
//! below forty and does not grow with the length.
//!
//! `cargo bench --bench check`; the texts are from 10,000 to 1,000,000 characters.

use qinggao::check::{Section, check_text};
use regex::Regex;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Paragraphs of a report with figures as dense as in a real one; some hold an error.
const PARAGRAPHS: &[&str] = &[
    "今年以来，团县委坚持以党的创新理论武装青年，依托“青年大学习”网上主题团课，累计参学3.6万人次，参学率由68.4%提高到81.9%，提高13.5个百分点。",
    "基层组织建设不断加强。全县现有团组织412个（团委21个、团总支36个、团支部355个），上半年发展团员326名，其中男团员150名、女团员176名。",
    "3月5日前后，组织青年志愿者1200余人次走进23个社区，开展义诊、理发、家电维修等服务，服务群众约4500人，累计服务时长3600小时。",
    "联合县人社局举办招聘会5场，进场企业136家，提供岗位2480个，达成意向715人，其中高校毕业生402人。",
    "对照年初计划，应建非公团组织30家，实际新建28家，完成率93.3%，剩余2家正在筹备。",
    "存在的问题主要有三个方面：一是理论学习深度不够；二是个别支部活动形式单一；三是阵地作用发挥不充分。",
    "截止6月15日，走访慰问困难青少年136户，发放慰问金6.8万元，户均500元，得到群众一致好评。",
    "围绕乡村振兴、基层治理和生态文明建设，引导广大团员青年在急难险重任务中勇于担当、冲锋在前，展现新时代青年的精神风貌。",
];

/// A text of at least so many characters.
fn report(characters: usize) -> String {
    let mut text = String::new();
    let mut count = 0;
    for paragraph in PARAGRAPHS.iter().cycle() {
        if count >= characters {
            break;
        }
        text.push_str(paragraph);
        text.push('\n');
        count += paragraph.chars().count() + 1;
    }
    text
}

/// The shortest of several runs: what the work itself takes.
fn shortest(runs: u32, mut work: impl FnMut()) -> Duration {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let digits = Regex::new(r"[0-9０-９]+(?:\.[0-9０-９]+)?").expect("a fixed pattern");
    let period = "2026H1".parse().ok();
    println!(
        "{:>10} {:>12} {:>14} {:>12} {:>8}",
        "characters", "check (ms)", "ns/character", "regex (ms)", "ratio"
    );
    for characters in [10_000, 30_000, 100_000, 300_000, 1_000_000] {
        let text = report(characters);
        let runs = if characters > 100_000 { 3 } else { 7 };
        let ours = shortest(runs, || {
            black_box(check_text(black_box(&text), period, Section::Done));
        });
        let theirs = shortest(runs, || {
            black_box(digits.find_iter(black_box(&text)).map(|found| found.len()).sum::<usize>());
        });
        let ours_ms = ours.as_secs_f64() * 1e3;
        println!(
            "{characters:>10} {ours_ms:>12.2} {:>14.0} {:>12.3} {:>8.1}",
            ours_ms * 1e6 / characters as f64,
            theirs.as_secs_f64() * 1e3,
            ours.as_secs_f64() / theirs.as_secs_f64(),
        );
    }
}
