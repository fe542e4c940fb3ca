//! The editor: steps on the left, the form of a step in the middle, pages or findings on the right.

mod bar;
mod basic;
mod closing;
mod item;
mod links;
mod part;
mod patterns;
mod preamble;
mod screen;
pub mod session;
mod side;
mod steps;

pub use screen::EditorScreen;
pub use steps::name as step_name;
