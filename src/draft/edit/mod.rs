//! Pure operations on a draft: what each key and button of the editor does.
//!
//! None fails: an operation on something that is gone, or that has nowhere to go, leaves the
//! draft as it was and says so by returning `false` or `None`.

mod attachments;
mod indicators;
mod outline;
mod paste;
mod rows;
pub mod sheet;
mod text;

pub use attachments::{add_attachment, move_attachment_down, move_attachment_up, remove_attachment};
pub use indicators::{add_indicator, fill_cells, paste_rows, remove_indicator, rename_indicator};
pub use outline::{
    add_item, duplicate_item, indent, move_down, move_to, move_up, outdent, remove_item, subtree,
};
pub use paste::{Pasted, paste_lines, read_lines};
pub use rows::{move_indicator, move_indicator_to};
pub use text::{get_text, replace, set_heading, set_text, texts};
