//! The report from the command line, over the same library as the page: check, evidence, export,
//! text and outline.

#[path = "report/check.rs"]
mod check;
#[path = "report/draft.rs"]
mod draft;
#[path = "report/evidence.rs"]
mod evidence;
#[path = "report/help.rs"]
mod help;
#[path = "report/trouble.rs"]
mod trouble;

use std::process::ExitCode;
use trouble::Trouble;

/// Nothing was found, or all went well.
const CLEAN: u8 = 0;
/// The check found something.
const FOUND: u8 = 1;
/// The input could not be read, or the arguments make no sense.
const UNREADABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Result<Vec<String>, _> = std::env::args_os().skip(1).map(|it| it.into_string()).collect();
    let outcome = match &arguments {
        Ok(arguments) => run(arguments),
        Err(wrong) => Err(Trouble::Argument(wrong.to_string_lossy().into_owned())),
    };
    match outcome {
        Ok(true) => ExitCode::from(FOUND),
        Ok(false) => ExitCode::from(CLEAN),
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(UNREADABLE)
        }
    }
}

/// Runs a subcommand; `true` where a check found something.
fn run(arguments: &[String]) -> Result<bool, Trouble> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => Err(Trouble::NoCommand),
        [.., "--help" | "-h"] | ["help", ..] => {
            trouble::say(help::TEXT)?;
            Ok(false)
        }
        ["check", rest @ ..] => check::run(rest),
        ["evidence", rest @ ..] => evidence::run(rest),
        ["export", draft, out] => draft::export(draft, out).map(|()| false),
        ["text", draft] => draft::text(draft).map(|()| false),
        ["outline", draft] => draft::outline(draft).map(|()| false),
        ["export" | "text" | "outline", ..] => Err(Trouble::Usage),
        [other, ..] => Err(Trouble::Argument((*other).to_owned())),
    }
}
