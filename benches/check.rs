//! How long the figure checker takes, beside the time in which the `regex` crate finds the runs of
//! digits in the same text. Prints two tables; what matters is the last column.
//!
//! A whole report, from 10,000 to 1,000,000 characters: below forty, and not growing with the
//! length. A draft of 100,000 characters when it is opened: the same, and the table. One key in
//! it: about one, because only the changed paragraph is read again.
//!
//! `cargo bench --bench check`

use qinggao::check::{Cache, Section, check, check_text, check_with};
use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, Item, ItemId, PartKind};
use regex::Regex;
use std::hint::black_box;
use std::sync::Arc;
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

/// The time in which the digits of a text are found.
fn digits(text: &str, runs: u32) -> Duration {
    let digits = Regex::new(r"[0-9０-９]+(?:\.[0-9０-９]+)?").expect("a fixed pattern");
    shortest(runs, || {
        black_box(digits.find_iter(black_box(text)).map(|found| found.len()).sum::<usize>());
    })
}

fn whole_reports() {
    let period = "2026H1".parse().ok();
    println!(
        "{:>10} {:>12} {:>14} {:>12} {:>8}",
        "characters", "check (ms)", "ns/character", "regex (ms)", "ratio"
    );
    for characters in [10_000, 30_000, 100_000, 300_000, 1_000_000] {
        let text = report(characters);
        let runs = if characters > 100_000 { 5 } else { 15 };
        let ours = shortest(runs, || {
            black_box(check_text(black_box(&text), period, Section::Done));
        });
        let theirs = digits(&text, runs);
        let ours_ms = ours.as_secs_f64() * 1e3;
        println!(
            "{characters:>10} {ours_ms:>12.2} {:>14.0} {:>12.3} {:>8.1}",
            ours_ms * 1e6 / characters as f64,
            theirs.as_secs_f64() * 1e3,
            ours.as_secs_f64() / theirs.as_secs_f64(),
        );
    }
}

/// A draft whose work is one field, with a table of forty indicators.
fn one_field(text: &str) -> Draft {
    let mut draft = Draft::new(DraftId("bench".into()), "2026H1".parse().expect("a period"));
    let names = ["团员", "团干部", "注册志愿者", "团支部", "青年之家", "帮扶对象", "招聘会", "提供岗位"];
    for (id, (name, kind)) in (1..).zip(names.iter().flat_map(|name| (0..5).map(move |kind| (name, kind)))) {
        let mut row = Indicator::new(
            IndicatorId(id),
            format!("{}{name}", ["", "新增", "机关", "学校", "企业"][kind]),
            "个",
        );
        (row.value, row.last_year) = (format!("{}", 90 + 7 * id).into(), format!("{}", 80 + 7 * id).into());
        draft.indicators.push(Arc::new(row));
    }
    draft.part_mut(PartKind::Work).expect("every draft has this part").text = text.to_owned();
    draft
}

/// A draft with the same paragraphs in 400 items.
fn many_items(text: &str) -> Draft {
    let mut draft = one_field("");
    let lines: Vec<&str> = text.lines().collect();
    let part = draft.part_mut(PartKind::Work).expect("every draft has this part");
    for (id, lines) in (1..).zip(lines.chunks(lines.len().div_ceil(400))) {
        let mut item = Item::new(ItemId(id), 1);
        item.heading = format!("加强组织建设之{id}");
        item.text = lines.join("\n");
        part.items.push(Arc::new(item));
    }
    draft
}

/// The text in whose middle the key is typed.
fn middle(draft: &mut Draft) -> &mut String {
    let part = draft.part_mut(PartKind::Work).expect("every draft has this part");
    let half = part.items.len() / 2;
    match part.items.get_mut(half) {
        Some(item) => &mut Arc::make_mut(item).text,
        None => &mut part.text,
    }
}

fn drafts() {
    let text = report(100_000);
    let theirs = digits(&text, 15);
    let row = |name: &str, ours: Duration| {
        let (ours, theirs) = (ours.as_secs_f64(), theirs.as_secs_f64());
        println!("{name:>26} {:>10.3} {:>12.3} {:>8.2}", ours * 1e3, theirs * 1e3, ours / theirs);
    };
    println!("\n{:>26} {:>10} {:>12} {:>8}", "100,000 characters", "check (ms)", "regex (ms)", "ratio");
    for (name, mut draft) in [("1000 paragraphs", one_field(&text)), ("400 items", many_items(&text))] {
        let opened = shortest(7, || {
            black_box(check(black_box(&draft)));
        });
        row(&format!("{name}, opened"), opened);
        let mut cache = Cache::default();
        check_with(&draft, &mut cache);
        let field = middle(&mut draft);
        let at = field.floor_char_boundary(field.len() / 2);
        let mut times = Vec::new();
        for key in 0..101 {
            match key % 2 {
                0 => middle(&mut draft).insert(at, '8'),
                _ => drop(middle(&mut draft).remove(at)),
            }
            let start = Instant::now();
            black_box(check_with(black_box(&draft), &mut cache));
            times.push(start.elapsed());
        }
        times.sort_unstable();
        row(&format!("{name}, one key"), times.get(times.len() / 2).copied().unwrap_or_default());
    }
}

fn main() {
    whole_reports();
    drafts();
}
