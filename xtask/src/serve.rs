//! `cargo xtask serve`: the development build, rebuilt on every change, in the browser.

mod open;
mod port;

use std::process::Command;

pub use open::{ANNOUNCE, announce};

use crate::failure::Failure;
use crate::progress::Progress;
use crate::root::root;
use crate::tools::Tools;
use crate::wasm_target;

/// Wasm target, the two tools, the build, the address.
const STEPS: usize = 1 + Tools::STEPS + 2;

/// What can be chosen on the command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    port: u16,
    open: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[String]) -> Result<Self, Failure> {
        let mut options = Self { port: 8080, open: true };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let number = match word.split_once('=') {
                Some(("--port", number)) => Some(number),
                _ if word == "--port" => Some(words.next().map_or("", String::as_str)),
                _ => None,
            };
            match (word.as_str(), number) {
                ("--no-open", _) => options.open = false,
                (_, Some(number)) => {
                    options.port = number
                        .parse()
                        .ok()
                        .filter(|port| *port > 0)
                        .ok_or_else(|| Failure::Usage(format!("--port {number}")))?;
                }
                _ => return Err(Failure::Usage(word.clone())),
            }
        }
        Ok(options)
    }
}

/// Sets up what is missing, then builds and serves until it is stopped.
pub fn run(options: &Options) -> Result<(), Failure> {
    let mut progress = Progress::new(STEPS);
    wasm_target::ensure(&mut progress)?;
    let tools = Tools::ensure(&mut progress)?;
    progress.begin(
        "构建并监视改动 / build and watch",
        ("首次 3 分钟,以后数秒", "3 min the first time, then seconds"),
    );
    let port = port::free_from(options.port)?;
    let mut trunk = tools.trunk(&[]);
    trunk
        .args(["serve", "--port", &port.to_string()])
        // Not `dist`, which is the release build that the browser tests run against.
        .arg("--dist")
        .arg(root().join("target").join("serve"));
    let mut announcer = open::spawn(port, options.open, STEPS)?;
    let ended = become_program(&mut trunk);
    // Nobody is left to wait for; an announcer that has ended already is just as well.
    let _ = announcer.kill();
    ended
}

/// Takes Trunk's place, so that whoever ends this process ends the server too.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(Failure::Start { program: command.get_program().to_string_lossy().into_owned(), source })
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    crate::command::run(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Option<Options> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words).ok()
    }

    #[test]
    fn port_and_opening_can_be_chosen() {
        let (port, open) = (8080, true);
        assert_eq!(parse(""), Some(Options { port, open }));
        let (port, open) = (9000, false);
        assert_eq!(parse("--no-open --port 9000"), Some(Options { port, open }));
        assert_eq!(parse("--port=9000 --no-open"), Some(Options { port, open }));
    }

    #[test]
    fn what_is_no_port_is_refused() {
        for line in ["--port", "--port 0", "--port 70000", "--port=x", "--prot 1"] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
