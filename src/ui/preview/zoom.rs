//! How large the pages are shown.

/// How large the pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// As wide as the panel.
    #[default]
    Fit,
    /// In percent of the paper's size.
    Percent(u16),
}

const STEPS: [u16; 7] = [50, 75, 90, 100, 125, 150, 200];

impl Zoom {
    /// The scale for a page of `page` pixels in `room` pixels.
    pub fn scale(self, page: f64, room: f64) -> f64 {
        match self {
            // A panel that is not laid out yet has no width.
            Self::Fit if room < 1.0 => 0.5,
            Self::Fit => (room / page.max(1.0)).clamp(0.2, 2.0),
            Self::Percent(percent) => f64::from(percent) / 100.0,
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
