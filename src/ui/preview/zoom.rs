//! How large the pages are shown.

/// How large the pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// As wide as the panel.
    #[default]
    Width,
    /// A whole page in the panel.
    Page,
    /// In percent of the paper's size.
    Percent(u16),
}

const STEPS: [u16; 9] = [25, 50, 75, 90, 100, 125, 150, 200, 300];

impl Zoom {
    /// The scale for a page in a room, both as width and height in pixels.
    pub fn scale(self, page: (f64, f64), room: (f64, f64)) -> f64 {
        let wide = room.0 / page.0.max(1.0);
        let high = room.1 / page.1.max(1.0);
        match self {
            Self::Percent(percent) => f64::from(percent) / 100.0,
            // A panel that is not laid out yet has no width.
            _ if room.0 < 1.0 => 0.5,
            Self::Width => wide.clamp(0.2, 2.0),
            Self::Page => wide.min(high).clamp(0.2, 2.0),
        }
    }

    /// The next larger step above a scale.
    pub fn larger(scale: f64) -> Option<Self> {
        STEPS.into_iter().find(|step| f64::from(*step) > (scale * 100.0).round()).map(Self::Percent)
    }

    /// The next smaller step below a scale.
    pub fn smaller(scale: f64) -> Option<Self> {
        STEPS.into_iter().rev().find(|step| f64::from(*step) < (scale * 100.0).round()).map(Self::Percent)
    }
}
