//! The command `check`.

use super::draft;
use super::trouble::{Trouble, say, text};
use qinggao::check::{Finding, Section, Severity, TextFinding, check_text, rule_name};
use qinggao::text::Period;
use serde_json::{Value, json};

/// What was asked for.
#[derive(Default)]
struct Options<'a> {
    period: Option<Period>,
    section: Option<Section>,
    json: bool,
    jsonl: bool,
    draft: bool,
    file: Option<&'a str>,
}

/// Runs the check; `true` where something was found.
pub fn run(arguments: &[&str]) -> Result<bool, Trouble> {
    let options = options(arguments)?;
    let file = options.file.ok_or(Trouble::Usage)?;
    if options.jsonl {
        return passages(file, &options);
    }
    if options.draft {
        return whole_draft(file, options.json);
    }
    let text = text(file)?;
    let found = check_text(&text, options.period, options.section.unwrap_or(Section::Done));
    let mut out = String::new();
    for finding in &found {
        if options.json {
            out.push_str(&format!("{}\n", as_json(finding)));
        } else {
            out.push_str(&readable(&text, finding));
        }
    }
    if !options.json && found.is_empty() {
        out.push_str("没有发现问题。Nothing found.\n");
    }
    say(&out)?;
    Ok(found.iter().any(|it| it.severity != Severity::Hint))
}

fn options<'a>(arguments: &[&'a str]) -> Result<Options<'a>, Trouble> {
    let mut options = Options::default();
    let mut rest = arguments.iter().copied();
    while let Some(argument) = rest.next() {
        match argument {
            "--json" => options.json = true,
            "--jsonl" => options.jsonl = true,
            "--draft" => options.draft = true,
            "--period" => options.period = period(rest.next().ok_or(Trouble::Usage)?)?,
            "--section" => options.section = Some(section(rest.next().ok_or(Trouble::Usage)?)?),
            other if other.starts_with("--") => return Err(Trouble::Argument(other.to_owned())),
            file if options.file.is_none() => options.file = Some(file),
            _ => return Err(Trouble::Usage),
        }
    }
    Ok(options)
}

/// An empty code is an unknown period.
fn period(code: &str) -> Result<Option<Period>, Trouble> {
    if code.is_empty() {
        return Ok(None);
    }
    let wrong = "The period is 2026H1, 2026H2 or 2026.";
    code.parse()
        .map(Some)
        .map_err(|error: qinggao::text::period::PeriodError| Trouble::Value(error.to_string(), wrong))
}

fn section(code: &str) -> Result<Section, Trouble> {
    Section::from_code(code).ok_or_else(|| {
        let words = format!("「{code}」不是部分，请写 done、experience、problems 或 plan。");
        Trouble::Value(words, "The section is done, experience, problems or plan.")
    })
}

fn as_json(finding: &TextFinding) -> Value {
    let related: Vec<Value> = finding.related.iter().map(|it| json!([it.start, it.end])).collect();
    let fix = finding.fix.as_ref().map(
        |fix| json!({ "start": fix.range.start, "end": fix.range.end, "text": fix.text, "label": fix.label }),
    );
    json!({
        "kind": finding.kind,
        "start": finding.range.start,
        "end": finding.range.end,
        "quote": finding.quote,
        "stated": finding.stated,
        "expected": finding.expected,
        "related": related,
        "message": finding.message,
        "severity": finding.severity,
        "fix": fix,
    })
}

fn readable(text: &str, finding: &TextFinding) -> String {
    let line = text.get(..finding.range.start).map_or(0, |before| before.matches('\n').count()) + 1;
    let mut out = format!(
        "第{line}行 [{}] {}「{}」\n    {}\n",
        finding.severity.label(),
        rule_name(finding.kind),
        finding.quote,
        finding.message
    );
    if let Some(fix) = &finding.fix {
        out.push_str(&format!("    可以{}\n", fix.label));
    }
    out
}

/// Checks a file of passages, a JSON object a line.
fn passages(path: &str, options: &Options<'_>) -> Result<bool, Trouble> {
    let text = text(path)?;
    let mut found_any = false;
    let mut out = String::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let failed = |reason: String| Trouble::Line { path: path.to_owned(), line: index + 1, reason };
        let passage: Value = serde_json::from_str(line).map_err(|error| failed(error.to_string()))?;
        let words = passage
            .get("text")
            .and_then(Value::as_str)
            .ok_or_else(|| failed("没有 text / no text".to_owned()))?;
        let code = |name: &str| passage.get(name).and_then(Value::as_str);
        let period = match code("period") {
            Some(code) => period(code).map_err(|error| failed(error.to_string()))?,
            None => options.period,
        };
        let section = match code("section") {
            Some(code) => section(code).map_err(|error| failed(error.to_string()))?,
            None => options.section.unwrap_or(Section::Done),
        };
        let found = check_text(words, period, section);
        found_any |= found.iter().any(|it| it.severity != Severity::Hint);
        let findings: Vec<Value> = found.iter().map(as_json).collect();
        let id = passage.get("id").cloned().unwrap_or(Value::Null);
        out.push_str(&format!("{}\n", json!({ "id": id, "findings": findings })));
    }
    say(&out)?;
    Ok(found_any)
}

fn whole_draft(path: &str, as_lines: bool) -> Result<bool, Trouble> {
    let found: Vec<Finding> = qinggao::check::check(&draft::read(path)?);
    let mut out = String::new();
    for finding in &found {
        if as_lines {
            let line = serde_json::to_string(finding)
                .map_err(|error| Trouble::Write { path: "-".to_owned(), reason: error.to_string() })?;
            out.push_str(&format!("{line}\n"));
        } else {
            let (place, name) = (finding.place, rule_name(&finding.rule));
            out.push_str(&format!(
                "{place} [{}] {name}「{}」\n    {}\n",
                finding.severity.label(),
                finding.quote,
                finding.message
            ));
        }
    }
    if !as_lines && found.is_empty() {
        out.push_str("没有发现问题。Nothing found.\n");
    }
    say(&out)?;
    Ok(found.iter().any(|it| it.severity != Severity::Hint))
}
