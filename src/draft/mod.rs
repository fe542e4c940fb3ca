//! The report as data: [`Draft`], its parts, items and indicators, and pure operations on them.
//!
//! Plain serde data without a clock, a screen or a store. Items and indicators stand behind
//! [`Arc`](std::sync::Arc), so that a copy of a draft (an undo step) costs little.

mod attachment;
mod brief;
mod completeness;
pub mod edit;
pub mod figure;
pub mod history;
mod id;
pub mod ignored;
mod indicator;
mod item;
mod model;
pub mod numbering;
mod options;
pub mod page_style;
mod part;
pub mod place;
mod place_name;
pub mod reference;
mod unit;
mod unplaced;

pub use attachment::{Attached, Attachment};
pub use brief::brief;
pub use completeness::{Progress, completeness, progress, unwritten_items};
pub use figure::{Figure, FigureError};
pub use id::{AttachmentId, DraftId, IndicatorId, ItemId, UnplacedId};
pub use ignored::{Ignored, IgnoredPlace};
pub use indicator::Indicator;
pub use item::{Item, Measure};
pub use model::{Draft, IndicatorTable};
pub use options::DocumentOptions;
pub use page_style::PageStyle;
pub use part::{Part, PartKind};
pub use place::{Column, Place};
pub use place_name::PlaceNames;
pub use unit::{Unit, UnitKind};
pub use unplaced::Unplaced;
