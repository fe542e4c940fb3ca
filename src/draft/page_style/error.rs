//! What can be wrong with what was typed into a setting.

/// Why what was typed is no value of a setting. The settings stay as they were.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No number.
    #[error("请填数字，单位是{0}，如 {1}。")]
    NotANumber(&'static str, String),
    /// Half a line or half a character.
    #[error("请填整数，如 {0}。")]
    NotWhole(String),
    /// Beyond what the other settings leave room for.
    #[error("请填 {least} 到 {most} {unit}。")]
    OutOfRange {
        /// Smallest that fits.
        least: String,
        /// Largest that fits.
        most: String,
        /// Unit.
        unit: &'static str,
    },
    /// No size.
    #[error("请填字号或磅数，如 三号、16。")]
    NoSize,
    /// A size that the page has no room for.
    #[error("这个字号在现在的纸张和行距里排不下，请换小一些，或先把行距改大。")]
    SizeTooLarge,
    /// No name of a font.
    #[error("请填一种字体的名称，如 仿宋_GB2312。")]
    NoFont,
}
