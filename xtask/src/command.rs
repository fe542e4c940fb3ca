use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::root::root;

/// The cargo that started this program, in the root of the workspace.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs a program with its output on the screen.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|source| start(command, source))?;
    if status.success() { Ok(()) } else { Err(exit(command, status.code())) }
}

/// Runs a program with its output on the screen and hands each line of stdout to `read` as well.
pub fn tee(command: &mut Command, mut read: impl FnMut(&str)) -> Result<(), Failure> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| start(command, source))?;
    if let Some(stdout) = child.stdout.take() {
        let mut screen = io::stdout().lock();
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // A closed screen (a pipe to `head`) is no reason to stop counting.
            let _ = writeln!(screen, "{line}");
            read(&line);
        }
    }
    let status = child.wait().map_err(|source| start(command, source))?;
    if status.success() { Ok(()) } else { Err(exit(command, status.code())) }
}

/// What a program prints when asked something, or nothing if it is missing or fails.
pub fn ask(program: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first file of that name in the folders of `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// `PATH` with these folders in front.
pub fn path_with(folders: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&rest));
    // Only a folder with the separator in its name is refused; then the rest must do.
    env::join_paths(all).unwrap_or(rest)
}

fn start(command: &Command, source: io::Error) -> Failure {
    Failure::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}

fn exit(command: &Command, code: Option<i32>) -> Failure {
    Failure::Exit { line: line(command), code }
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}
