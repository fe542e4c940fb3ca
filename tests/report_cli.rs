//! The command line, as a person or a script uses it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The built example. It is built here, because cargo builds examples only where all targets are
/// tested.
fn program() -> &'static PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--example", "report"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .unwrap();
        assert!(built.success());
        let here = std::env::current_exe().unwrap();
        let target =
            here.ancestors().find(|it| it.join("deps").is_dir()).unwrap().parent().unwrap().to_owned();
        target.join("debug/examples/report")
    })
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not read on.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn scratch(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_text_with_a_wrong_total_is_told_line_by_line_with_byte_offsets() {
    let text = "截止6月1日，部门22个(16个部门、5个社区)。\n";
    let output = run(&["check", "--period", "2026H1", "--section", "done", "--json", "-"], text);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        out(&output).lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let kinds: Vec<&str> = lines.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["cutoff-word", "sum-mismatch"]);
    for line in &lines {
        let at = |name: &str| usize::try_from(line[name].as_u64().unwrap()).unwrap();
        assert_eq!(&text[at("start")..at("end")], line["quote"].as_str().unwrap());
        for key in ["stated", "expected", "related", "message", "severity", "fix"] {
            assert!(line.get(key).is_some(), "{key}");
        }
    }
    assert_eq!((&lines[1]["stated"], &lines[1]["expected"]), (&"22".into(), &"21".into()));
    let first = &lines[1]["related"][0];
    let range = first[0].as_u64().unwrap() as usize..first[1].as_u64().unwrap() as usize;
    assert_eq!(&text[range], "16个");
    assert_eq!(lines[0]["fix"]["text"], "截至");
}

#[test]
fn a_clean_text_ends_with_nothing_and_status_zero() {
    let output = run(&["check", "--json", "-"], "部门22个（16个部门、6个社区）。");
    assert_eq!((output.status.code(), out(&output)), (Some(0), ""));
}

#[test]
fn many_passages_are_checked_in_one_process() {
    let lines = concat!(
        r#"{"id": "a", "period": "2026H1", "section": "plan", "text": "于2026年4月底前建成。"}"#,
        "\n\n",
        r#"{"id": 2, "period": "", "section": "done", "text": "一切正常。"}"#,
        "\n"
    );
    let file = scratch("passages.jsonl", lines);
    let output = run(&["check", "--jsonl", file.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    let rows: Vec<serde_json::Value> =
        out(&output).lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (&rows[0]["id"], &rows[0]["findings"][0]["kind"]),
        (&"a".into(), &"date-outside-period".into())
    );
    assert_eq!((&rows[1]["id"], &rows[1]["findings"]), (&2.into(), &serde_json::json!([])));
}

#[test]
fn what_cannot_be_read_is_said_in_chinese_and_english() {
    let broken = scratch("broken.jsonl", "{\"text\": ");
    let no_draft = scratch("no_draft.json", "[1, 2]");
    for arguments in [
        vec!["check", "no/such/file"],
        vec!["check", "--jsonl", broken.to_str().unwrap()],
        vec!["check", "--period", "2026H3", "-"],
        vec!["check", "--section", "后记", "-"],
        vec!["text", no_draft.to_str().unwrap()],
        vec!["export", "only-one"],
        vec!["fly"],
        vec![],
    ] {
        let output = run(&arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.chars().any(|c| c > '\u{4e00}') && said.contains(['a', 'e']), "{said}");
    }
    let help = run(&["--help"], "");
    assert_eq!(help.status.code(), Some(0));
    assert!(out(&help).contains("outline") && out(&help).contains("退出状态"));
}

fn draft() -> PathBuf {
    use qinggao::draft::{Draft, DraftId, Indicator, IndicatorId, Item, ItemId, PartKind};
    let mut draft = Draft::new(DraftId("cli".into()), "2026H1".parse().unwrap());
    draft.unit.name = "共青团云岭县委员会".into();
    let mut members = Indicator::new(IndicatorId(1), "团员人数", "人");
    members.value = "1779".into();
    draft.indicators.push(members.into());
    let work = draft.part_mut(PartKind::Work).unwrap();
    work.heading = "{本期}工作情况".into();
    let mut item = Item::new(ItemId(2), 1);
    item.heading = "加强组织建设".into();
    item.text = "共有{团员人数}，{没有}。".into();
    work.items.push(item.into());
    scratch("draft.json", &serde_json::to_string(&draft).unwrap())
}

#[test]
fn a_draft_prints_as_text_as_outline_and_as_a_word_file() {
    let file = draft();
    let file = file.to_str().unwrap();
    let text = run(&["text", file], "");
    assert!(out(&text).contains("共有1779人"), "{}", out(&text));
    let outline = run(&["outline", file], "");
    assert_eq!(
        out(&outline),
        "work\t1\t一、\t上半年工作情况\nwork\t2\t（一）\t加强组织建设\nexperience\t1\t二、\t经验做法\n\
         problems\t1\t三、\t存在问题\nplan\t1\t四、\t工作计划\n"
    );
    let word = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("draft.docx");
    let exported = run(&["export", file, word.to_str().unwrap()], "");
    assert_eq!(exported.status.code(), Some(0), "{}", String::from_utf8_lossy(&exported.stderr));
    assert!(std::fs::read(&word).unwrap().starts_with(b"PK"));
    let checked = run(&["check", "--draft", file], "");
    assert_eq!(checked.status.code(), Some(1));
    assert!(out(&checked).contains("「数据指标」中没有「没有」"), "{}", out(&checked));
}

#[test]
fn the_evidence_of_a_draft_is_a_line_a_figure() {
    let draft = format!("{}/tests/drafts/v1/full.json", env!("CARGO_MANIFEST_DIR"));
    for arguments in [&["evidence", "--draft", &draft][..], &["evidence", &draft][..]] {
        let output = run(arguments, "");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
        let lines: Vec<Vec<&str>> = out(&output).lines().map(|line| line.split('\t').collect()).collect();
        assert!(lines.len() > 3 && lines.iter().all(|line| line.len() == 6), "{}", out(&output));
        let differs = lines.iter().any(|line| line[4] == "不符");
        assert_eq!(output.status.code(), Some(i32::from(differs)));
    }
    assert_eq!(run(&["evidence"], "").status.code(), Some(2));
    assert_eq!(run(&["evidence", "--what", &draft], "").status.code(), Some(2));
}
