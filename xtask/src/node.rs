use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{ask, run};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::root::e2e;

/// How many steps [`ensure`] announces.
pub const STEPS: usize = 2;

/// The oldest Node that the browser tests run on.
const OLDEST: u32 = 20;

/// Checks Node and installs the packages of the browser tests when their lock has changed.
pub fn ensure(progress: &mut Progress) -> Result<(), Failure> {
    progress.step("Node 20+", ("1 秒", "1 s"), || {
        let found = ask(Path::new("node"), &["--version"]).ok_or_else(|| Failure::Missing {
            what: "Node 20".to_owned(),
            remedy: install_hint().to_owned(),
        })?;
        if major(&found).is_none_or(|major| major < OLDEST) {
            return Err(Failure::OldNode { found });
        }
        Ok(((), format!("已有 / found: {found}")))
    })?;
    progress.step(
        "tests/e2e 的 Node 包 / Node packages",
        ("20 秒,仅首次", "20 s, first time only"),
        || {
            if current() {
                return Ok(((), "已有 / found".to_owned()));
            }
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            run(Command::new(npm)
                .args(["ci", "--no-fund", "--no-audit"])
                .current_dir(e2e())
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
            let copied = fs::copy(lock(), stamp());
            copied.map_err(|source| Failure::File { path: stamp(), source })?;
            Ok(((), "已安装 / installed".to_owned()))
        },
    )
}

/// A program of a Node package of the browser tests, started in their folder.
pub fn module(path: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(Path::new("node_modules").join(path)).current_dir(e2e());
    command
}

/// Where the Node packages keep their programs, among them wasm-opt.
pub fn programs() -> PathBuf {
    e2e().join("node_modules").join(".bin")
}

fn lock() -> PathBuf {
    e2e().join("package-lock.json")
}

/// The lock that was installed. Written last, so an interrupted installation has none.
fn stamp() -> PathBuf {
    e2e().join("node_modules").join(".installed-lock.json")
}

fn current() -> bool {
    match (fs::read(lock()), fs::read(stamp())) {
        (Ok(wanted), Ok(installed)) => wanted == installed,
        _ => false,
    }
}

fn major(version: &str) -> Option<u32> {
    let (major, _) = version.strip_prefix('v')?.split_once('.')?;
    major.parse().ok()
}

fn install_hint() -> &'static str {
    if cfg!(windows) {
        "winget install OpenJS.NodeJS.LTS"
    } else if cfg!(target_os = "macos") {
        "brew install node"
    } else {
        "sudo apt-get install nodejs npm"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20"), None);
    }
}
