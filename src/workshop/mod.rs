//! The workshop: work that is kept off the page, because its code is large or its input may be
//! hostile. `client` is the page's end, `host` the worker's; natively [`run`] is a plain call.

#[cfg(target_arch = "wasm32")]
pub mod client;
mod file_name;
#[cfg(target_arch = "wasm32")]
pub mod host;
#[cfg(target_arch = "wasm32")]
mod message;

pub use file_name::{docx_name, evidence_name, report_name, safe_name};

use crate::docx;
use crate::draft::Draft;
use crate::layout::{Document, TableDocument, layout_table, layout_with};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// A draft as a Word file.
    Export {
        /// The draft.
        draft: Box<Draft>,
        /// The 数据核对表 that goes with it as its last attachment.
        evidence: Option<Box<TableDocument>>,
        /// The present time as RFC 3339.
        created: String,
    },
    /// A table as a Word file of its own.
    ExportTable {
        /// The table.
        table: Box<TableDocument>,
        /// Name that the file is saved as.
        file_name: String,
        /// The present time as RFC 3339.
        created: String,
    },
}

/// What it gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The Word file.
    Exported(ExportedFile),
    /// A sentence for the user: what went wrong, and what to do.
    Failed {
        /// The sentence.
        message: String,
    },
}

/// A Word file under the name that it is saved as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Name with extension, allowed on Windows.
    pub file_name: String,
    /// The .docx.
    pub bytes: Vec<u8>,
    /// Characters left out because XML forbids them.
    pub dropped: usize,
}

/// Does a job.
pub fn run(job: Job) -> Reply {
    match job {
        Job::Export { draft, evidence, created } => {
            write(&layout_with(&draft, evidence.as_deref()), docx_name(&draft), &created)
        }
        Job::ExportTable { table, file_name, created } => write(&layout_table(&table), file_name, &created),
    }
}

fn write(document: &Document, file_name: String, created: &str) -> Reply {
    match docx::export(document, created) {
        Ok(docx::Exported { bytes, dropped }) => Reply::Exported(ExportedFile { file_name, bytes, dropped }),
        Err(error) => Reply::Failed { message: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftId;
    use crate::text::{Period, Span};

    fn draft() -> Draft {
        let mut draft = Draft::new(DraftId("1".to_owned()), Period { year: 2026, span: Span::FirstHalf });
        draft.unit.name = "共青团云岭县委员会".to_owned();
        draft
    }

    fn table() -> TableDocument {
        TableDocument {
            title: "数据核对表".to_owned(),
            columns: vec![crate::layout::TableColumn { title: "数据".to_owned(), width: 1, figures: true }],
            rows: vec![vec!["1779人".to_owned()]],
            ..TableDocument::default()
        }
    }

    #[test]
    fn a_job_crosses_to_the_worker_unchanged_and_brings_a_word_file_back() {
        let job = Job::Export {
            draft: Box::new(draft()),
            evidence: Some(Box::new(table())),
            created: "2026-07-01T01:30:00Z".to_owned(),
        };
        let crossed: Job = serde_json::from_str(&serde_json::to_string(&job).unwrap()).unwrap();
        assert_eq!(crossed, job);
        let Reply::Exported(file) = run(crossed) else { panic!("no file") };
        assert_eq!(file.file_name, "共青团云岭县委员会2026年上半年工作总结及下半年工作计划.docx");
        assert!(file.bytes.starts_with(b"PK"));
    }

    #[test]
    fn a_table_crosses_as_well_and_keeps_its_name() {
        let file_name = evidence_name(&draft());
        let job = Job::ExportTable {
            table: Box::new(table()),
            file_name: file_name.clone(),
            created: "2026-07-01T01:30:00Z".to_owned(),
        };
        let crossed: Job = serde_json::from_str(&serde_json::to_string(&job).unwrap()).unwrap();
        assert_eq!(crossed, job);
        let Reply::Exported(file) = run(crossed) else { panic!("no file") };
        assert_eq!(file.file_name, "共青团云岭县委员会2026年上半年工作总结数据核对表.docx");
        assert!(file.bytes.starts_with(b"PK"));
    }

    #[test]
    fn a_failed_job_says_what_to_do() {
        let job = Job::Export { draft: Box::new(draft()), evidence: None, created: String::new() };
        let Reply::Failed { message } = run(job) else { panic!("exported without a time") };
        assert!(message.contains("再导出一次"), "{message}");
    }
}
