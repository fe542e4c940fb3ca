//! The schema check of the shared folder, where it and Python with lxml are there.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Fails with every violation found.
pub fn violations(files: &[(&str, Vec<u8>)]) {
    if let Some(found) = run(files) {
        assert!(found.is_empty(), "{found}");
    }
}

/// What the check says of the files; `None`, and a line that says so, where it cannot run.
pub fn run(files: &[(&str, Vec<u8>)]) -> Option<String> {
    let shared = std::env::var_os("QINGGAO_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let script = shared.join("docx-check/check_docx.py");
    if !script.is_file() {
        println!("skipped: no schema check at {}", script.display());
        return None;
    }
    let has_lxml = Command::new(super::python()).args(["-c", "import lxml"]).output();
    if !has_lxml.is_ok_and(|output| output.status.success()) {
        println!("skipped: the schema check needs python3 with lxml");
        return None;
    }
    // Tests run at the same time in one process.
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("qinggao-docx-{}-{call}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut command = Command::new(super::python());
    command.arg(script).arg("--strict-order");
    for (name, bytes) in files {
        let path = folder.join(format!("{name}.docx"));
        std::fs::write(&path, bytes).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code < 2) && errors.is_empty(), "{said}{errors}");
    Some(said)
}
