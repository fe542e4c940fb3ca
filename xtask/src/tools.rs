use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache;
use crate::command::{ask, cargo, find, path_with, run};
use crate::failure::Failure;
use crate::lock;
use crate::progress::{Progress, Usual};
use crate::root::root;

/// Trunk 0.21.14 is the version whose file names and options the page relies on.
const TRUNK: &str = "0.21.14";

/// A program from crates.io that the build of the page calls.
struct Tool {
    name: &'static str,
    package: &'static str,
    version: String,
    usual: Usual,
}

/// The programs that build the page, ready to be called.
pub struct Tools {
    trunk: PathBuf,
    folders: Vec<PathBuf>,
}

impl Tools {
    /// How many steps [`Tools::ensure`] announces.
    pub const STEPS: usize = 2;

    /// Finds Trunk and wasm-bindgen, and installs what is missing.
    pub fn ensure(progress: &mut Progress) -> Result<Self, Failure> {
        let trunk = ensure(
            progress,
            &Tool {
                name: "trunk",
                package: "trunk",
                version: TRUNK.to_owned(),
                usual: ("2 到 3 分钟,仅首次", "2 to 3 min, first time only"),
            },
        )?;
        let bindgen = ensure(
            progress,
            &Tool {
                name: "wasm-bindgen",
                package: "wasm-bindgen-cli",
                version: lock::version("wasm-bindgen")?,
                usual: ("1 分钟,仅首次", "1 min, first time only"),
            },
        )?;
        // Both are there, so nothing is left to resume; a failure here costs only space.
        let _ = fs::remove_dir_all(build_folder());
        let folders = bindgen.parent().map(Path::to_owned).into_iter().collect();
        Ok(Self { trunk, folders })
    }

    /// Trunk, with wasm-bindgen and these folders on its path so that it never downloads anything.
    pub fn trunk(&self, folders: &[PathBuf]) -> Command {
        let mut command = Command::new(&self.trunk);
        command
            .current_dir(root())
            .env("PATH", path_with(&[folders, &self.folders].concat()))
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes the customary NO_COLOR=1 for a mistake in its own options.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }
}

fn ensure(progress: &mut Progress, tool: &Tool) -> Result<PathBuf, Failure> {
    let title = format!("{} {}", tool.name, tool.version);
    progress.step(&title, tool.usual, || {
        let home = cache::tools().join(format!("{}-{}", tool.name, tool.version));
        let cached = home.join("bin").join(format!("{}{}", tool.name, std::env::consts::EXE_SUFFIX));
        for candidate in find(tool.name).into_iter().chain([cached.clone()]) {
            // Asked, not looked at: a half-written file does not answer.
            if answers(&candidate, &tool.version) {
                let note = format!("已有 / found: {}", candidate.display());
                return Ok((candidate, note));
            }
        }
        install(tool, &home)?;
        if !answers(&cached, &tool.version) {
            return Err(missing(tool));
        }
        let note = format!("已安装 / installed: {}", cached.display());
        Ok((cached, note))
    })
}

fn answers(program: &Path, version: &str) -> bool {
    let answer = ask(program, &["--version"]);
    answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
}

/// Builds a tool without optimisation and without TLS: it serves a page on this machine and reads
/// a few megabytes, and this way it is there in a quarter of the time.
fn install(tool: &Tool, home: &Path) -> Result<(), Failure> {
    let attempt = |locked: &[&str]| {
        run(cargo()
            .args(["install", tool.package, "--version", &tool.version])
            .args(["--bin", tool.name, "--debug", "--no-default-features"])
            .args(locked)
            .arg("--force")
            .arg("--root")
            .arg(home)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", build_folder())
            // Or cargo ends with the advice to add that folder, which nobody has to follow.
            .env("PATH", path_with(&[home.join("bin")])))
    };
    attempt(&["--locked"])
        .or_else(|_| {
            // A mirror may lack the newest versions that the tool's own lock asks for.
            println!("      重试:不用其锁定版本 / once more, without the tool's own lock");
            attempt(&[])
        })
        .map_err(|_| missing(tool))
}

/// Kept between an interrupted installation and the next, so that it goes on where it stopped.
fn build_folder() -> PathBuf {
    cache::tools().join("build")
}

fn missing(tool: &Tool) -> Failure {
    Failure::Missing {
        what: format!("{} {}", tool.name, tool.version),
        remedy: format!("cargo install {} --version {}", tool.package, tool.version),
    }
}
