//! `cargo xtask test`: everything that must hold before a change is taken.

mod browser;
mod count;
mod rust;

use std::time::Instant;

use crate::chromium;
use crate::failure::Failure;
use crate::node;
use crate::office;
use crate::progress::{Progress, duration};
use crate::tools::Tools;
use crate::wasm_target;

/// Which half of the tests is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    Rust,
    Browser,
}

impl Scope {
    /// Reads the words after `test`.
    pub fn parse(words: &[String]) -> Result<Self, Failure> {
        match words {
            [] => Ok(Self::All),
            [word] if word == "--rust" => Ok(Self::Rust),
            [word] if word == "--browser" => Ok(Self::Browser),
            [first, rest @ ..] => Err(Failure::Usage(rest.first().unwrap_or(first).clone())),
        }
    }

    fn steps(self) -> usize {
        let browser = node::STEPS + chromium::STEPS + Tools::STEPS + browser::STEPS;
        1 + office::STEPS
            + match self {
                Self::All => rust::STEPS + browser,
                Self::Rust => rust::STEPS,
                Self::Browser => browser,
            }
    }
}

/// Sets up what is missing, runs the steps in order and stops at the first that fails.
pub fn run(scope: Scope) -> Result<(), Failure> {
    let started = Instant::now();
    let mut progress = Progress::new(scope.steps());
    let mut passed = Vec::new();
    wasm_target::ensure(&mut progress)?;
    // What may have to be asked of the user comes first, before minutes of building.
    let browser = if scope == Scope::Rust {
        None
    } else {
        node::ensure(&mut progress)?;
        let chromium = chromium::ensure(&mut progress)?;
        Some((Tools::ensure(&mut progress)?, chromium))
    };
    let python = office::ensure(&mut progress);
    if scope != Scope::Browser {
        let count = rust::run(&mut progress, python.as_deref())?;
        passed.push(format!("{count} 项 Rust 测试 / Rust tests"));
    }
    if let Some((tools, chromium)) = browser {
        let count = browser::run(&mut progress, &tools, &chromium)?;
        passed.push(format!("{count} 项浏览器测试 / browser tests"));
    }
    println!("\n✓ 通过 / passed: {} ({})", passed.join(", "), duration(started.elapsed()));
    Ok(())
}
