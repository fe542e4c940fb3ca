//! Every word the screen says, Chinese first with English beside it, a file a screen.

pub mod attachments;
pub mod checks;
pub mod control;
pub mod drafts;
pub mod editor;
pub mod evidence;
pub mod export;
pub mod figures;
pub mod length;
pub mod preview;
pub mod sheet;

/// A word of the screen in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Chinese, which the screen shows.
    pub zh: &'static str,
    /// English, for whoever maintains the Chinese.
    pub en: &'static str,
}

impl Word {
    /// The word as the screen shows it.
    pub fn text(self) -> &'static str {
        self.zh
    }
}

/// Declares words: `NAME = "中文" / "English";`
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $zh:literal / $en:literal;)+) => {
        $($(#[$doc])* pub const $name: $crate::ui::words::Word =
            $crate::ui::words::Word { zh: $zh, en: $en };)+
    };
}
pub(crate) use words;
