//! Findings: the panel beside the form, the keys that walk through them, and the step 核对导出.

mod export;
mod finish;
mod keys;
mod list;
mod order;
mod panel;
mod plain_text;
mod summary;

pub use export::{Export, Writing};
pub use finish::FinishStep;
pub use keys::watch_keys;
pub use panel::FindingsPanel;
