use std::fs;
use std::path::Path;

use crate::command::run as run_command;
use crate::failure::Failure;
use crate::node;
use crate::progress::Progress;
use crate::root::{e2e, root};
use crate::tools::Tools;

use super::count;

/// How many steps [`run`] announces.
pub const STEPS: usize = 2;

/// Builds the page as it ships and runs the browser tests on it; returns how many passed.
pub fn run(progress: &mut Progress, tools: &Tools, chromium: &Path) -> Result<usize, Failure> {
    let dist = root().join("dist");
    progress.step(
        "构建发布版 / release build",
        ("2 到 4 分钟,以后 1 分钟", "2 to 4 min, later 1 min"),
        || {
            run_command(tools.trunk(&[node::programs()]).args(["build", "--release", "--dist"]).arg(&dist))?;
            Ok(((), format!("dist {} KB", size(&dist) / 1024)))
        },
    )?;
    progress.step("浏览器测试 / browser tests", ("1 分钟", "1 min"), || {
        run_command(node::module("typescript/bin/tsc").args(["--noEmit"]))?;
        let report = e2e().join("results").join("report.json");
        run_command(
            node::module("@playwright/test/cli.js")
                .arg("test")
                .env("CHROMIUM", chromium)
                .env("QINGGAO_DIST", &dist)
                .env_remove("QINGGAO_URL"),
        )?;
        let text = fs::read_to_string(&report).map_err(|source| Failure::File { path: report, source })?;
        let passed = count::playwright(&text).ok_or(Failure::NoCount { of: "Playwright" })?;
        Ok((passed, format!("{passed} 项通过 / passed")))
    })
}

/// The bytes of all files in a folder; only for the eye, so what cannot be read counts nothing.
fn size(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(data) if data.is_dir() => size(&entry.path()),
            Ok(data) => data.len(),
            Err(_) => 0,
        })
        .sum()
}
