use std::env;
use std::path::{Path, PathBuf};

use crate::apt;
use crate::command::{ask, find};
use crate::failure::Failure;
use crate::progress::Progress;

/// How many steps [`ensure`] announces.
pub const STEPS: usize = 1;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where installers put a Chromium without putting it on `PATH`.
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// Finds a Chromium, or installs Debian's where this may be done without asking.
pub fn ensure(progress: &mut Progress) -> Result<PathBuf, Failure> {
    progress.step("Chromium", ("1 分钟,仅首次", "1 min, first time only"), || {
        if let Some(found) = look() {
            let note = format!("已有 / found: {}", found.display());
            return Ok((found, note));
        }
        if let Some(done) = apt::install(&["chromium"]) {
            done.map_err(|_| missing())?;
        }
        let found = look().ok_or_else(missing)?;
        let note = format!("已安装 / installed: {}", found.display());
        Ok((found, note))
    })
}

fn look() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    named
        .into_iter()
        .chain(NAMES.iter().filter_map(|name| find(name)))
        .chain(PLACES.iter().map(PathBuf::from))
        .find(|program| runs(program))
}

fn runs(program: &Path) -> bool {
    // On Windows `--version` opens a window instead of answering.
    program.is_file() && (cfg!(windows) || ask(program, &["--version"]).is_some())
}

fn missing() -> Failure {
    let remedy = if cfg!(windows) {
        "winget install Google.Chrome"
    } else if cfg!(target_os = "macos") {
        "brew install --cask chromium"
    } else {
        "sudo apt-get install chromium"
    };
    Failure::Missing { what: "Chromium".to_owned(), remedy: remedy.to_owned() }
}
