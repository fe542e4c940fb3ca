//! What shows that the Word file is right: LibreOffice and poppler print it, Python reads it back.
//! Nothing here stops a run: the tests that miss something say so and are skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apt;
use crate::cache;
use crate::command::{ask, find, line, run};
use crate::progress::Progress;

/// How many steps [`ensure`] announces.
pub const STEPS: usize = 2;

/// What a print needs: a program or a font, and the Debian package that brings it.
const PRINT: [(Needed, &str); 4] = [
    (Needed::Program("soffice"), "libreoffice-writer-nogui"),
    (Needed::Program("pdftotext"), "poppler-utils"),
    // As wide as 仿宋_GB2312 and 楷体_GB2312, for which they stand in.
    (Needed::Font("AR PL SungtiL GB"), "fonts-arphic-gbsn00lp"),
    (Needed::Font("AR PL KaitiM GB"), "fonts-arphic-gkai00mp"),
];

/// The tests that are skipped without them.
const PRINT_TESTS: &str = "tests/pdf.rs, tests/e2e/preview.spec.ts";
const PYTHON_TESTS: &str = "tests/read_back.rs, tests/docx.rs (schema)";

enum Needed {
    Program(&'static str),
    Font(&'static str),
}

impl Needed {
    fn is_here(&self) -> bool {
        match self {
            Self::Program(name) => find(name).is_some(),
            Self::Font(name) => find("fc-list")
                .and_then(|list| ask(&list, &[name, "family"]))
                .is_some_and(|it| !it.is_empty()),
        }
    }
}

/// Finds or installs what prints and reads Word files; gives the Python that reads them, if any.
pub fn ensure(progress: &mut Progress) -> Option<PathBuf> {
    let usual = ("1 分钟,仅首次", "1 min, first time only");
    // Neither step can fail, so nothing is lost with the error.
    let _ = progress.step("LibreOffice, poppler, 字体 / fonts", usual, || Ok(((), print())));
    let usual = ("10 秒,仅首次", "10 s, first time only");
    progress.step("Python: lxml, python-docx", usual, || Ok(python())).ok().flatten()
}

fn print() -> String {
    let missing = || -> Vec<&str> {
        PRINT.iter().filter(|(needed, _)| !needed.is_here()).map(|(_, package)| *package).collect()
    };
    let wanted = missing();
    if wanted.is_empty() {
        return "已有 / found".to_owned();
    }
    // What it could not install is missing still, and said below.
    let _ = apt::install(&[&["--no-install-recommends"], wanted.as_slice()].concat());
    let left = missing();
    if left.is_empty() {
        return "已安装 / installed".to_owned();
    }
    skipped(PRINT_TESTS, &format!("sudo apt-get install {}", left.join(" ")))
}

fn python() -> (Option<PathBuf>, String) {
    let home = cache::tools().join("python");
    let own = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python3" });
    let found = |python: &Path| (Some(python.to_owned()), format!("已有 / found: {}", python.display()));
    let system = ["python3", "python"].iter().filter_map(|name| find(name));
    if let Some(python) = system.clone().chain([own.clone()]).find(|python| reads_word(python)) {
        return found(&python);
    }
    let mut pip = Command::new(&own);
    pip.args(["-m", "pip", "install", "--quiet", "lxml", "python-docx"]);
    for python in system.clone() {
        let made = run(Command::new(&python).args(["-m", "venv"]).arg(&home)).is_ok();
        if made && run(&mut pip).is_ok() && reads_word(&own) {
            return (Some(own.clone()), format!("已安装 / installed: {}", home.display()));
        }
    }
    if apt::install(&["python3", "python3-lxml", "python3-docx"]).is_some_and(|done| done.is_ok())
        && let Some(python) = system.chain([PathBuf::from("/usr/bin/python3")]).find(|it| reads_word(it))
    {
        return (Some(python), "已安装 / installed".to_owned());
    }
    let remedy = if cfg!(unix) { "sudo apt-get install python3-lxml python3-docx" } else { &line(&pip) };
    (None, skipped(PYTHON_TESTS, remedy))
}

fn reads_word(python: &Path) -> bool {
    ask(python, &["-c", "import lxml, docx"]).is_some()
}

fn skipped(tests: &str, remedy: &str) -> String {
    format!("缺少,以下测试跳过 / missing, skipped: {tests}\n        要运行它们 / to run them: {remedy}")
}
