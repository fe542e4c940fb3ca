use std::path::Path;

use crate::command::{cargo, run as run_command, tee};
use crate::failure::Failure;
use crate::progress::Progress;

use super::count;

/// How many steps [`run`] announces.
pub const STEPS: usize = 4;

/// Format, clippy for both targets, and every native test; returns how many tests passed. `python`
/// is the one that reads Word files back.
pub fn run(progress: &mut Progress, python: Option<&Path>) -> Result<usize, Failure> {
    progress.step("格式 / format", ("1 秒", "1 s"), || {
        run_command(cargo().args(["fmt", "--all", "--check"]))?;
        Ok(((), "整齐 / tidy".to_owned()))
    })?;
    progress.step("clippy", ("1 分钟,以后数秒", "1 min, later seconds"), || {
        run_command(
            cargo()
                .args(["clippy", "--workspace", "--all-targets", "--locked"])
                .args(["--", "-D", "warnings"]),
        )?;
        Ok(((), "无警告 / no warnings".to_owned()))
    })?;
    // The screen is compiled for the browser only, so only here is it linted.
    progress.step("clippy wasm32", ("2 分钟,以后数秒", "2 min, later seconds"), || {
        run_command(
            cargo()
                .args(["clippy", "--package", "qinggao", "--lib", "--bins"])
                .args(["--target", "wasm32-unknown-unknown", "--locked"])
                .args(["--", "-D", "warnings"]),
        )?;
        Ok(((), "无警告 / no warnings".to_owned()))
    })?;
    progress.step("Rust 测试 / Rust tests", ("1 分钟,以后数秒", "1 min, later seconds"), || {
        let mut passed = 0;
        let mut tests = cargo();
        tests.args(["test", "--workspace", "--locked"]);
        if let Some(python) = python {
            tests.env("QINGGAO_PYTHON", python);
        }
        tee(&mut tests, |line| passed += count::rust_line(line).unwrap_or(0))?;
        Ok((passed, format!("{passed} 项通过 / passed")))
    })
}
