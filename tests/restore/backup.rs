//! Backup files, out and in, and files that are none.

use super::{FULL, SMALL, draft};
use qinggao::storage::{
    Backend, BackupError, Drafts, Incoming, Memory, StorageError, Stored, incoming, read_backup, read_draft,
    restore, write_backup,
};

#[test]
fn a_backup_brings_every_draft_to_another_browser() {
    let stored = vec![restore(SMALL).unwrap(), restore(FULL).unwrap()];
    assert!(!stored[1].draft.ignored.is_empty(), "what was ignored comes along");
    let file = write_backup(&stored, 1);
    assert_eq!(read_backup(file.as_bytes()).unwrap(), stored);
    // Notepad adds a byte order mark and Windows' line ends.
    let by_notepad = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    assert_eq!(read_backup(by_notepad.as_bytes()).unwrap(), stored);

    let memory = Memory::default();
    let drafts = Drafts::new(&memory, "w");
    let came = drafts.bring_in(incoming(stored.clone(), &drafts.list().unwrap())).unwrap();
    assert_eq!(came, [stored[0].draft.id.clone(), stored[1].draft.id.clone()]);
    assert_eq!(drafts.load(&came[1]).unwrap().draft, stored[1].draft);
    let again = incoming(stored, &drafts.list().unwrap());
    assert!(again.iter().all(|it| matches!(it, Incoming::Same(_))));
}

/// A store in which only some writes fit.
struct Small(Memory, std::sync::atomic::AtomicUsize);

impl Backend for Small {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.1.fetch_sub(1, std::sync::atomic::Ordering::Relaxed) {
            0 => Err(StorageError::Full),
            _ => self.0.set(key, text),
        }
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.0.keys()
    }
}

#[test]
fn a_backup_that_does_not_fit_comes_in_not_at_all() {
    let file = vec![Stored::new(draft("a", "一"), "w", 1), Stored::new(draft("b", "二"), "w", 1)];
    let drafts = Drafts::new(Small(Memory::default(), 1.into()), "w");
    assert_eq!(drafts.bring_in(incoming(file, &[])), Err(StorageError::Full));
    assert_eq!(drafts.list(), Ok(vec![]));
}

#[test]
fn a_wrong_file_is_named_for_what_it_is() {
    let backup = write_backup(&[restore(SMALL).unwrap(), restore(SMALL).unwrap()], 1);
    let second_broken = {
        let at = backup.rfind("\"revision\": ").unwrap() + 12;
        format!("{}9{}", &backup[..at], &backup[at..])
    };
    let cases: [(&[u8], &str); 14] = [
        (b"", "空的"),
        (b" \r\n", "空的"),
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word"),
        (b"%PDF-1.7", ".qinggao"),
        (b"\xb9\xa4\xd7\xf7", "UTF-8"),
        ("工作总结".as_bytes(), "不是青稿的备份"),
        (b"[1]", "不是青稿的备份"),
        (br#"{"a":1}"#, "不是青稿的备份"),
        (br#"{"app":"qinggao","kind":"backup","schema":1}"#, "不是青稿的备份"),
        (br#"{"app":"qinggao","kind":"backup","schema":1,"drafts":[]}"#, "没有文稿"),
        (br#"{"app":"qinggao","kind":"backup","schema":9,"drafts":[]}"#, "更新版本"),
        (&backup.as_bytes()[..backup.len() / 2], "不完整"),
        (second_broken.as_bytes(), "第 2 份"),
    ];
    for (bytes, words) in cases {
        let said = read_backup(bytes).unwrap_err().to_string();
        assert!(said.contains(words), "{said}");
    }
    let large = vec![b' '; 20 * 1024 * 1024 + 1];
    assert_eq!(read_backup(&large), Err(BackupError::TooLarge { megabytes: 21 }));
}

#[test]
fn one_draft_is_read_from_a_draft_an_envelope_or_a_backup() {
    let stored = restore(FULL).unwrap();
    let bare = serde_json::to_string_pretty(&stored.draft).unwrap();
    for text in [bare, FULL.to_owned(), write_backup(std::slice::from_ref(&stored), 1)] {
        assert_eq!(read_draft(text.as_bytes()).as_ref(), Ok(&stored.draft));
    }
    let two = write_backup(&[stored.clone(), stored], 1);
    assert_eq!(read_draft(two.as_bytes()), Err(BackupError::Several { count: 2 }));
    assert_eq!(read_draft(b"{}"), Err(BackupError::Foreign));
    let wrong = br#"{"id":"d","period":{"year":2026,"span":"first_half"},"parts":[7]}"#;
    assert!(read_draft(wrong).unwrap_err().to_string().contains("正文第 1 部分"));
}
