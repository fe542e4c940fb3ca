//! What python-docx reads of a Word file, and what it should read by the layout.

use qinggao::layout::{Block, Content, Document, Face, Role, RunStyle};
use serde_json::{Value, json};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Every paragraph that python-docx reads of each file; `None`, and a line that says so, where it
/// is missing.
pub fn read(files: &[Vec<u8>]) -> Option<Vec<Vec<Value>>> {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let python = super::python();
    let has = Command::new(&python).args(["-c", "import docx"]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: reading back needs {} with python-docx", python.display());
        return None;
    }
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("qinggao-read-{}-{call}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docx_support/read_back.py");
    let mut command = Command::new(python);
    command.arg(script).env("PYTHONIOENCODING", "utf-8");
    for (at, bytes) in files.iter().enumerate() {
        let path = folder.join(format!("{at}.docx"));
        std::fs::write(&path, bytes).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    let read = |line: &str| -> Vec<Value> {
        let mut paragraphs: Vec<Value> = serde_json::from_str(line).unwrap();
        // A paragraph that Word's format needs behind a table and the report has not.
        paragraphs.retain(|it| it["style"] != "分隔");
        paragraphs
    };
    Some(lines.lines().map(read).collect())
}

/// Every paragraph that it should read.
pub fn expected(document: &Document) -> Vec<Value> {
    document.blocks.iter().flat_map(|block| paragraphs(document, block)).collect()
}

/// Where the two differ: position, wanted, found. At most twenty.
pub fn differences(wanted: &[Value], found: &[Value]) -> Vec<String> {
    let length = wanted.len().max(found.len());
    let pairs = (0..length).map(|at| (at, wanted.get(at), found.get(at)));
    let differing = pairs.filter(|(_, wanted, found)| wanted != found);
    let say = |it: Option<&Value>| it.map_or("nothing".to_owned(), Value::to_string);
    differing
        .map(|(at, wanted, found)| {
            format!("paragraph {at}\n  laid out: {}\n  read:     {}", say(wanted), say(found))
        })
        .take(20)
        .collect()
}

fn paragraphs(document: &Document, block: &Block) -> Vec<Value> {
    let style = &document.style;
    match &block.content {
        Content::Paragraph(runs) => {
            let runs = runs.iter().filter(|run| !run.text.is_empty());
            let runs = runs.map(|run| of_run(&run.text, block.role.face(run.style, style))).collect();
            let em = block.role.face(RunStyle::Plain, style).em_twips();
            vec![json!({
                "style": style_name(block.role),
                "line": block.line_height,
                "rule": "exact",
                "first_line": block.role.first_line_indent(style) * em,
                "right": block.indent_right,
                "align": align(block.role),
                "runs": Value::Array(runs),
            })]
        }
        Content::Table(table) => {
            let cell = |style_name: &str, align: &str, text: &str| {
                let runs = if text.is_empty() { vec![] } else { vec![of_run(text, &style.table)] };
                json!({
                    "style": style_name, "line": block.line_height, "rule": "atLeast",
                    "first_line": 0, "right": 0, "align": align, "runs": runs,
                })
            };
            let header = table.header.iter().map(|text| cell("表头", "center", text));
            let cells = table.rows.iter().flatten().map(|it| match it.figure {
                true => cell("表格数字", "right", &it.text),
                false => cell("表格文字", "left", &it.text),
            });
            header.chain(cells).collect()
        }
    }
}

fn of_run(text: &str, face: &Face) -> Value {
    json!({
        "text": text,
        "eastAsia": face.name, "ascii": face.name, "hAnsi": face.name,
        "half_points": face.half_points, "bold": face.bold,
    })
}

/// What Word calls the style of a role; python-docx writes headings with a capital.
fn style_name(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Addressee => "主送机关",
        Role::Heading(1) => "Heading 1",
        Role::Heading(2) => "Heading 2",
        Role::Heading(3) => "Heading 3",
        Role::Heading(_) => "Heading 4",
        Role::Body => "公文正文",
        Role::AttachmentNote => "附件说明",
        Role::Signature => "落款",
        Role::Date => "成文日期",
        Role::AttachmentMark => "附件标识",
        Role::AttachmentTitle => "附件标题",
        Role::TableCaption => "表格标题",
        Role::Blank => "Normal",
        other => panic!("no style is known for {other:?}"),
    }
}

fn align(role: Role) -> &'static str {
    match role {
        Role::Title | Role::AttachmentTitle | Role::TableCaption => "center",
        Role::Signature | Role::Date => "right",
        _ => "both",
    }
}
