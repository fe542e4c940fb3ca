//! A row of the table of figures.

use super::figure::{self, Figure, FigureError};
use super::id::IndicatorId;
use crate::text::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A figure with its name and unit. Prose refers to it; 同比 and 完成率 follow from it and are
/// never typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Permanent.
    pub id: IndicatorId,
    /// Name by which prose refers to it, for example 团员人数.
    pub name: String,
    /// Unit or measure word: 人, 家, 场, 万元, %.
    #[serde(default)]
    pub unit: String,
    /// 本期, as typed.
    #[serde(default)]
    pub value: Figure,
    /// 去年同期, as typed.
    #[serde(default)]
    pub last_year: Figure,
    /// 目标, as typed.
    #[serde(default)]
    pub target: Figure,
    /// 截至: the day the value was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<Date>,
    /// 其中: the indicator of which this one is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<IndicatorId>,
}

impl Indicator {
    /// An indicator without values.
    pub fn new(id: IndicatorId, name: impl Into<String>, unit: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            unit: unit.into(),
            value: Figure::default(),
            last_year: Figure::default(),
            target: Figure::default(),
            cutoff: None,
            part_of: None,
        }
    }

    /// True for a row in which nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty()
            && [&self.value, &self.last_year, &self.target].iter().all(|f| f.is_blank())
    }

    /// 同比: the change against 去年同期 in percent, exact. `None` where a value is missing or
    /// last year's is zero.
    pub fn growth(&self) -> Result<Option<Decimal>, FigureError> {
        let (Some(now), Some(before)) = (self.value.number()?, self.last_year.number()?) else {
            return Ok(None);
        };
        Ok(now.checked_sub(before).and_then(|change| figure::percent_of(change, before.abs())))
    }

    /// 完成率: this period against the target in percent, exact. `None` where a value is missing
    /// or the target is zero.
    pub fn completion(&self) -> Result<Option<Decimal>, FigureError> {
        let (Some(now), Some(target)) = (self.value.number()?, self.target.number()?) else {
            return Ok(None);
        };
        Ok(figure::percent_of(now, target))
    }

    /// 同比 in words: 增长12.5%, 下降3%, 持平. For a unit of % the difference in 百分点.
    pub fn growth_words(&self) -> Option<String> {
        if self.unit.trim() == "%" {
            let (now, before) = (self.value.number().ok()??, self.last_year.number().ok()??);
            let points = figure::short(now.checked_sub(before)?);
            return Some(match points.strip_prefix('-') {
                _ if points == "0" => "持平".to_owned(),
                Some(fall) => format!("下降{fall}个百分点"),
                None => format!("提高{points}个百分点"),
            });
        }
        let growth = figure::short(self.growth().ok()??);
        Some(match growth.strip_prefix('-') {
            _ if growth == "0" => "持平".to_owned(),
            Some(fall) => format!("下降{fall}%"),
            None => format!("增长{growth}%"),
        })
    }

    /// 完成率 in words: 83.3%.
    pub fn completion_words(&self) -> Option<String> {
        Some(format!("{}%", figure::short(self.completion().ok()??)))
    }

    /// The value with its unit as it stands in the report: 1779人.
    pub fn with_unit(&self) -> String {
        format!("{}{}", self.value.as_str().trim(), self.unit.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(unit: &str, value: &str, last_year: &str, target: &str) -> Indicator {
        let mut it = Indicator::new(IndicatorId(1), "团员人数", unit);
        it.value = value.into();
        it.last_year = last_year.into();
        it.target = target.into();
        it
    }

    #[test]
    fn growth_and_completion_follow_from_the_table() {
        let it = indicator("人", "1,779", "1600", "2000");
        assert_eq!(it.growth_words().as_deref(), Some("增长11.2%"));
        assert_eq!(it.completion_words().as_deref(), Some("89%"));
        assert_eq!(it.growth().unwrap().unwrap().to_string(), "11.1875");
    }

    #[test]
    fn a_change_of_percentages_is_in_points() {
        assert_eq!(indicator("%", "75", "60", "").growth_words().as_deref(), Some("提高15个百分点"));
        assert_eq!(indicator("%", "60", "75.5", "").growth_words().as_deref(), Some("下降15.5个百分点"));
    }

    #[test]
    fn what_cannot_be_computed_is_left_open() {
        assert_eq!(indicator("人", "5", "0", "0").growth_words(), None);
        assert_eq!(indicator("人", "5", "0", "0").completion_words(), None);
        assert!(indicator("人", "12a", "1", "").growth().is_err());
        assert_eq!(indicator("人", "5", "5", "").growth_words().as_deref(), Some("持平"));
        assert_eq!(indicator("人", "5", "5.0001", "").growth_words().as_deref(), Some("持平"));
    }
}
