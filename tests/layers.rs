//! Who may know whom: reads the paths to other modules in `src` and fails on a breach.

use std::path::{Path, PathBuf};

/// What each module may import, besides itself.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("draft", &["text"]),
    ("template", &["draft", "text"]),
    ("check", &["draft", "text"]),
    ("layout", &["draft", "text"]),
    ("docx", &["layout"]),
    ("import", &["draft", "template", "text"]),
    ("storage", &["draft"]),
    ("workshop", &["draft", "layout", "docx", "import"]),
    ("browser", &[]),
    ("ui", &["text", "draft", "template", "check", "layout", "storage", "workshop", "browser"]),
];

/// Crates of the browser, and the only places that may know them.
const BROWSER_CRATES: &[(&str, &[&str])] = &[
    ("leptos", &["ui/", "main.rs"]),
    ("leptos_icons", &["ui/"]),
    ("icondata_core", &["ui/"]),
    ("icondata_lu", &["ui/"]),
    ("web_sys", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("js_sys", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("wasm_bindgen", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("wasm_bindgen_futures", &["ui/", "browser/", "workshop/", "storage/durable.rs"]),
    ("gloo_storage", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("gloo_worker", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("gloo_file", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("gloo", &["ui/", "browser/", "workshop/", "storage/local.rs", "storage/durable.rs", "bin/"]),
    ("docx_rs", &["docx/"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// Code without comments and without the tests at its end, which do not ship.
fn code(text: &str) -> String {
    let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    shipped.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The modules that a file names behind `crate::`, `qinggao::` or as many `super::` as lead to the
/// crate's root, groups in braces included.
fn named(path: &str, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for root in ["crate::", "qinggao::", &"super::".repeat(depth(path))] {
        for (at, _) in code.match_indices(root) {
            let whole_word = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
            if whole_word {
                names_at(&code[at + root.len()..], &mut found);
            }
        }
    }
    found
}

/// How many modules lead from the crate's root to a file.
fn depth(path: &str) -> usize {
    path.split('/').filter(|name| *name != "mod.rs").count()
}

fn names_at(rest: &str, found: &mut Vec<String>) {
    let Some(group) = rest.strip_prefix('{') else {
        found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        return;
    };
    let mut depth = 0;
    let mut name = String::new();
    let mut first = true;
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(std::mem::take(&mut name));
                first = true;
                continue;
            }
            _ => {}
        }
        if first && (c.is_alphanumeric() || c == '_') {
            name.push(c);
        } else if !name.is_empty() {
            first = false;
        }
    }
    found.push(name);
}

/// Breaches of one file; `path` is relative to `src`, with slashes.
fn breaches(path: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let module = path.split('/').next().unwrap_or_default();
    let mut found = Vec::new();
    let is_module = |name: &str| MAY_KNOW.iter().any(|(module, _)| *module == name);
    if let Some((_, allowed)) = MAY_KNOW.iter().find(|(name, _)| *name == module.trim_end_matches(".rs")) {
        for name in named(path, &code) {
            if is_module(&name) && name != module && !allowed.contains(&name.as_str()) {
                found.push(format!("{path}: {module} may not know {name}"));
            }
        }
    }
    for (name, places) in BROWSER_CRATES {
        let allowed = places.iter().any(|place| path.starts_with(place));
        let uses = code.match_indices(name).any(|(at, _)| {
            let starts = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            starts && code[at + name.len()..].starts_with("::")
        });
        if uses && !allowed {
            found.push(format!("{path}: {name} may not stand here"));
        }
    }
    found
}

#[test]
fn no_module_knows_more_than_it_may() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 30, "src was not read");
    let mut found = Vec::new();
    for file in files {
        let path = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        found.extend(breaches(&path, &std::fs::read_to_string(&file).unwrap()));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_room_of_the_house_stands_in_the_table() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(src).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "bin" {
            assert!(MAY_KNOW.iter().any(|(module, _)| *module == name), "{name} is not in the table");
        }
    }
}

#[test]
fn a_breach_is_seen_in_each_form_of_a_path() {
    let wrong = [
        ("check/mod.rs", "use crate::layout::Document;"),
        ("check/rules/a.rs", "use crate::{draft::Draft, layout::{Run, Line}};"),
        ("text/date.rs", "fn f() { crate::draft::edit::add(); }"),
        ("docx/mod.rs", "use crate::draft::Draft;"),
        ("check/mod.rs", "use super::layout::Run;"),
        ("check/rules/a.rs", "use super::super::super::{draft::Draft, layout::Run};"),
        ("storage/mod.rs", "use web_sys::window;"),
        ("check/mod.rs", "use leptos_icons::Icon;"),
        ("layout/mod.rs", "use leptos::prelude::*;"),
    ];
    for (path, text) in wrong {
        assert_eq!(breaches(path, text).len(), 1, "{path}: {text}");
    }
    let right = [
        ("check/mod.rs", "use crate::{draft::{Draft, Place}, text::Period}; // crate::layout"),
        ("check/rules/a.rs", "use super::super::layout::Run;"),
        ("storage/local.rs", "use web_sys::window;"),
        ("ui/app.rs", "use crate::check::check; use leptos::prelude::*;"),
    ];
    for (path, text) in right {
        assert_eq!(breaches(path, text), Vec::<String>::new(), "{path}: {text}");
    }
}
