use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a command stopped, in words for the person who typed it.
#[derive(Debug)]
pub enum Failure {
    /// A word on the command line that no command knows.
    Usage(String),
    /// A program could not be started at all.
    Start { program: String, source: io::Error },
    /// A program ran and said no.
    Exit { line: String, code: Option<i32> },
    /// A tool is missing and could not be installed; `remedy` would install it.
    Missing { what: String, remedy: String },
    /// Node is there, but too old.
    OldNode { found: String },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// `Cargo.lock` has no entry for a crate whose version is needed.
    NotLocked { name: String },
    /// The numbers of a test run could not be found in what it printed.
    NoCount { of: &'static str },
    /// No port is free from the given one upwards.
    NoPort { first: u16 },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(word) => write!(
                f,
                "不认识“{word}”,可用的写法见 cargo xtask --help / unknown: {word}, see cargo xtask --help"
            ),
            Self::Start { program, source } => {
                write!(f, "无法启动 {program}:{source} / {program} could not be started")
            }
            Self::Exit { line, code } => {
                let code = code.map_or_else(|| "?".to_owned(), |code| code.to_string());
                write!(f, "未通过(退出码 {code}) / failed (exit code {code}):\n  {line}")
            }
            Self::Missing { what, remedy } => write!(
                f,
                "缺少 {what},请执行以下命令后重试 / {what} is missing; run this, then try again:\n  {remedy}"
            ),
            Self::OldNode { found } => write!(
                f,
                "Node {found} 太旧,需要 20 或更高 / Node {found} is too old, 20 or later is needed:\n  https://nodejs.org"
            ),
            Self::File { path, source } => {
                write!(f, "无法读写 {}:{source} / cannot read or write it", path.display())
            }
            Self::NotLocked { name } => {
                write!(f, "Cargo.lock 中没有 {name} / Cargo.lock does not name {name}")
            }
            Self::NoCount { of } => {
                write!(f, "{of} 没有给出通过的数目 / {of} printed no count of what passed")
            }
            Self::NoPort { first } => write!(
                f,
                "从 {first} 起没有空闲端口,请用 --port 另选 / no free port from {first} on; choose one with --port"
            ),
        }
    }
}

impl std::error::Error for Failure {}
