//! Backup files: some or all drafts as one JSON text, to be kept outside the browser.
//!
//! ```json
//! {"app":"qinggao","kind":"backup","schema":4,"saved_at":1782864000000,"drafts":[envelopes]}
//! ```

use super::envelope::{APP, SCHEMA, Stored, seal};
use super::restore::{Unreadable, restore_draft, restore_value, schema_of};
use crate::draft::Draft;
use serde_json::{Map, Value};

/// How the name of a backup file ends; earlier builds wrote `.json`, which is read as well.
pub const BACKUP_EXTENSION: &str = "qinggao";

/// The largest backup that is read, in bytes; a draft of 100,000 characters takes 0.4 MB.
pub const LARGEST_BACKUP: usize = 20 * 1024 * 1024;

/// Why a file is no backup that can be read. Nothing of it was taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// No bytes, or nothing but white space.
    #[error("这个文件是空的，请另选一个备份文件")]
    Blank,
    /// A backup of nothing.
    #[error("备份文件里没有文稿，请另选一个备份文件")]
    NoDrafts,
    /// Over [`LARGEST_BACKUP`].
    #[error("文件有 {megabytes} MB，超过 20 MB，不像是青稿的备份。请核对是否选错了文件")]
    TooLarge {
        /// Its size, rounded up.
        megabytes: usize,
    },
    /// A Word file or another zip.
    #[error(
        "这是 Word 文件（.docx）或压缩包，不是青稿的备份，备份文件以 .qinggao 结尾。旧报告里的文字，可以复制后粘贴到各部分"
    )]
    Word,
    /// A .doc or .wps file.
    #[error(
        "这是旧版 Word 或 WPS 文件，不是青稿的备份，备份文件以 .qinggao 结尾。旧报告里的文字，可以复制后粘贴到各部分"
    )]
    OldWord,
    /// A PDF.
    #[error("这是 PDF 文件，不是青稿的备份。备份文件以 .qinggao 结尾")]
    Pdf,
    /// Not UTF-8.
    #[error("文件不是 UTF-8 文本，不是青稿的备份，或在传送中损坏。请重新取得原文件")]
    NotText,
    /// Cut off or changed.
    #[error("备份文件不完整，读到第 {line} 行第 {column} 列中断。请重新取得原文件，什么都没有导入")]
    Broken {
        /// Line, from 1.
        line: usize,
        /// Byte in the line.
        column: usize,
    },
    /// Text, but no backup of ours.
    #[error("这不是青稿的备份文件。请选择用「下载备份」得到的 .qinggao 文件")]
    Foreign,
    /// Written by a later build.
    #[error(
        "这个备份由更新版本的青稿导出（格式第 {schema} 版，本页面只认到第 {SCHEMA} 版）。请刷新页面或改用新版本打开"
    )]
    Newer {
        /// Its form.
        schema: u64,
    },
    /// One of its drafts cannot be read, so none is taken in.
    #[error("备份中的第 {number} 份文稿读不了：{why}。什么都没有导入")]
    Draft {
        /// Its place in the file, from 1.
        number: usize,
        /// Why.
        why: Unreadable,
    },
    /// One draft was asked for.
    #[error("文件里有 {count} 份文稿，这里只能读一份。请导出单份备份后再试")]
    Several {
        /// How many there are.
        count: usize,
    },
}

/// The backup of some drafts, indented.
pub fn write_backup(drafts: &[Stored], now_ms: u64) -> String {
    let mut backup = Map::new();
    backup.insert("app".to_owned(), APP.into());
    backup.insert("kind".to_owned(), "backup".into());
    backup.insert("schema".to_owned(), SCHEMA.into());
    backup.insert("saved_at".to_owned(), now_ms.into());
    backup.insert("drafts".to_owned(), drafts.iter().map(seal).collect());
    format!("{:#}\n", Value::Object(backup))
}

/// Reads a backup: all of its drafts or, with an error, none. A single stored text, as it is
/// downloaded when it cannot be read elsewhere, is taken for a backup of one.
pub fn read_backup(bytes: &[u8]) -> Result<Vec<Stored>, BackupError> {
    let object = read_object(text(bytes)?)?;
    if is_backup(&object) {
        return read_drafts(&object);
    }
    one(object).map(|stored| vec![stored])
}

/// Reads one draft from a draft, an envelope or a backup of one.
pub fn read_draft(bytes: &[u8]) -> Result<Draft, BackupError> {
    let object = read_object(text(bytes)?)?;
    if is_backup(&object) {
        let mut drafts = read_drafts(&object)?;
        return match (drafts.pop(), drafts.len()) {
            (Some(stored), 0) => Ok(stored.draft),
            (_, others) => Err(BackupError::Several { count: others + 1 }),
        };
    }
    if object.contains_key("app") {
        return one(object).map(|stored| stored.draft);
    }
    if !object.contains_key("period") {
        return Err(BackupError::Foreign);
    }
    let read = restore_draft(Value::Object(object));
    read.map(|(draft, _)| draft).map_err(|why| BackupError::Draft { number: 1, why })
}

fn text(bytes: &[u8]) -> Result<&str, BackupError> {
    if bytes.len() > LARGEST_BACKUP {
        return Err(BackupError::TooLarge { megabytes: bytes.len().div_ceil(1024 * 1024) });
    }
    if bytes.starts_with(b"PK") {
        return Err(BackupError::Word);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(BackupError::OldWord);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(BackupError::Pdf);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| BackupError::NotText)?;
    // Windows' Notepad puts a byte order mark before what it saves.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    if text.is_empty() { Err(BackupError::Blank) } else { Ok(text) }
}

fn read_object(text: &str) -> Result<Map<String, Value>, BackupError> {
    if !text.starts_with('{') {
        return Err(BackupError::Foreign);
    }
    serde_json::from_str(text)
        .map_err(|error| BackupError::Broken { line: error.line(), column: error.column() })
}

fn is_backup(object: &Map<String, Value>) -> bool {
    let word = |key: &str| object.get(key).and_then(Value::as_str);
    word("app") == Some(APP) && word("kind") == Some("backup")
}

fn read_drafts(backup: &Map<String, Value>) -> Result<Vec<Stored>, BackupError> {
    schema_of(backup).map_err(|why| named(why, 1))?;
    let drafts = backup.get("drafts").and_then(Value::as_array).ok_or(BackupError::Foreign)?;
    if drafts.is_empty() {
        return Err(BackupError::NoDrafts);
    }
    let read = |(at, draft): (usize, &Value)| {
        restore_value(draft.clone()).map_err(|why| BackupError::Draft { number: at + 1, why })
    };
    drafts.iter().enumerate().map(read).collect()
}

fn one(envelope: Map<String, Value>) -> Result<Stored, BackupError> {
    restore_value(Value::Object(envelope)).map_err(|why| named(why, 1))
}

fn named(why: Unreadable, number: usize) -> BackupError {
    match why {
        Unreadable::Newer { schema } => BackupError::Newer { schema },
        Unreadable::Foreign => BackupError::Foreign,
        why => BackupError::Draft { number, why },
    }
}
