//! What can go wrong on the command line, and printing that may fail.

use std::io::Write;

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Nothing was asked for.
    #[error("请说明要做什么，如 check、export；用 --help 查看用法。Say what to do; --help lists it.")]
    NoCommand,
    /// A command without what it needs.
    #[error("参数不全或过多，用 --help 查看用法。Too few or too many arguments; see --help.")]
    Usage,
    /// A word that means nothing here.
    #[error("不认识「{0}」，用 --help 查看用法。Unknown argument; see --help.")]
    Argument(String),
    /// A period or a section that is none.
    #[error("{0}\n{1}")]
    Value(String, &'static str),
    /// A file that cannot be opened.
    #[error("无法读取 {path}：{source}\nCannot read {path}: {source}")]
    Read {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// A file that holds something else than text.
    #[error("{0} 不是 UTF-8 文本。The file is not UTF-8 text.")]
    NotText(String),
    /// A file that holds no draft.
    #[error("{path} 不是青稿的文稿或备份：{reason}\nNot a draft or backup of Qinggao: {path}")]
    NotADraft {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// A line of passages that is not what it should be.
    #[error("{path} 第 {line} 行无法读取：{reason}\nLine {line} of {path} cannot be read: {reason}")]
    Line {
        /// The file.
        path: String,
        /// From 1.
        line: usize,
        /// Why.
        reason: String,
    },
    /// A document that cannot be written.
    #[error("无法写出 {path}：{reason}\nCannot write {path}: {reason}")]
    Write {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
}

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(path: &str) -> Result<Vec<u8>, Trouble> {
    let read = if path == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|source| Trouble::Read { path: path.to_owned(), source })
}

/// The text of a file, without a byte order mark taken for a character of it: offsets count it.
pub fn text(path: &str) -> Result<String, Trouble> {
    String::from_utf8(bytes(path)?).map_err(|_| Trouble::NotText(path.to_owned()))
}

/// Prints a text. A reader that has gone away (a closed pipe) is told, not panicked over.
pub fn say(text: &str) -> Result<(), Trouble> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|source| Trouble::Write { path: "-".to_owned(), reason: source.to_string() })
}
