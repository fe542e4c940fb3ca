//! Findings: the panel beside the form, the keys that walk through them, and the step 核对导出.

mod act;
mod export;
mod finish;
mod ignored;
mod keys;
mod list;
mod order;
mod panel;
mod plain_text;
mod save_text;
mod spotlight;
mod summary;

pub use act::{Reach, ignore};
pub use export::{Export, Writing};
pub use finish::FinishStep;
pub use keys::watch_keys;
pub use panel::FindingsPanel;
pub use spotlight::{Spotlight, watch_fields};
