//! What the numbers among the settings are counted in, and how they are stored.

/// What a setting is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 毫米
    Millimetres,
    /// 磅
    Points,
    /// 字
    Characters,
    /// 行
    Lines,
}

impl Measure {
    /// The unit's name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Millimetres => "毫米",
            Self::Points => "磅",
            Self::Characters => "字",
            Self::Lines => "行",
        }
    }

    /// A stored number in hundredths of the unit; millimetres to the tenth, which is finer than
    /// any ruler in an office.
    pub(super) fn hundredths(self, stored: i32) -> i32 {
        let stored = i64::from(stored);
        let found = match self {
            // 72 twips are 1.27 mm.
            Self::Millimetres => divided(stored * 127, 720) * 10,
            Self::Points => stored * 5,
            Self::Characters | Self::Lines => stored * 100,
        };
        i32::try_from(found).unwrap_or(i32::MAX)
    }

    /// The stored number nearest to hundredths of the unit; `None` for half a line or character.
    pub(super) fn stored(self, hundredths: i32) -> Option<i32> {
        let typed = i64::from(hundredths);
        let found = match self {
            Self::Millimetres => divided(typed * 72, 127),
            Self::Points => divided(typed, 5),
            Self::Characters | Self::Lines if typed % 100 == 0 => typed / 100,
            Self::Characters | Self::Lines => return None,
        };
        i32::try_from(found).ok()
    }
}

/// Divided and rounded to the nearest.
fn divided(value: i64, by: i64) -> i64 {
    (value + by / 2).div_euclid(by)
}
