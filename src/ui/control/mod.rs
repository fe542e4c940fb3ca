//! Controls that every screen uses. Labels, keys and focus live here, so that no screen can
//! forget them.

mod backdrop;
mod completion;
mod dialog;
mod field;
mod finding_card;
mod icon_button;
mod reference_list;
mod toast;
mod toolbar;
mod writing_field;

pub use dialog::Dialog;
pub use field::{Field, TextInput};
pub use finding_card::{FindingFigures, FindingHead, FindingMessage, FindingTools};
pub use icon_button::IconButton;
pub use toast::{ToastHost, ToastId, Toasts};
pub use toolbar::Toolbar;
pub use writing_field::WritingField;
