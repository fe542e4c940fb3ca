//! The unit that reports.

use serde::{Deserialize, Serialize};

/// What kind of committee reports; decides the template that is offered first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 区县团委
    #[default]
    District,
    /// 街道乡镇团委
    Township,
    /// 开发区团工委
    Zone,
    /// 学校团委
    School,
    /// 企业团委
    Enterprise,
    /// 团支部
    Branch,
}

impl UnitKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::District, Self::Township, Self::Zone, Self::School, Self::Enterprise, Self::Branch];

    /// The kind's name in the field.
    pub fn label(self) -> &'static str {
        match self {
            Self::District => "区县团委",
            Self::Township => "街道乡镇团委",
            Self::Zone => "开发区团工委",
            Self::School => "学校团委",
            Self::Enterprise => "企业团委",
            Self::Branch => "团支部",
        }
    }
}

/// The unit that reports: its full name as it signs, and its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unit {
    /// Full name, for example 共青团云岭县委员会.
    pub name: String,
    /// Kind of committee.
    pub kind: UnitKind,
}
