//! Places of a draft: where a finding stands, where a line of the page comes from, which field
//! has the focus. One word for one field, everywhere.

use super::id::{AttachmentId, IndicatorId, ItemId};
use super::model::Draft;
use super::part::PartKind;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A cell of the table of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 名称
    Name,
    /// 单位
    Unit,
    /// 本期
    Value,
    /// 去年同期
    LastYear,
    /// 目标
    Target,
    /// 截至
    Cutoff,
}

impl Column {
    /// All columns that are typed, in table order.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Unit, Self::Value, Self::LastYear, Self::Target, Self::Cutoff];
}

/// A field of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// 单位名称
    Unit,
    /// 期间
    Period,
    /// 标题
    Title,
    /// 主送机关
    Addressee,
    /// 开头
    Preamble,
    /// Heading of a part
    PartHeading(PartKind),
    /// Lead-in of a part
    PartText(PartKind),
    /// Heading of an item
    ItemHeading(ItemId),
    /// Paragraphs of an item
    ItemText(ItemId),
    /// 目标 of a plan item
    ItemGoal(ItemId),
    /// 完成时限 of a plan item
    ItemDeadline(ItemId),
    /// 责任人 of a plan item
    ItemResponsible(ItemId),
    /// 结尾
    Closing,
    /// 落款
    Signature,
    /// 成文日期
    Date,
    /// Name of an attachment
    AttachmentTitle(AttachmentId),
    /// Paragraphs of an attachment
    AttachmentText(AttachmentId),
    /// A cell of the table of figures
    Indicator(IndicatorId, Column),
}

impl Place {
    /// The item that the place belongs to.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::ItemHeading(id)
            | Self::ItemText(id)
            | Self::ItemGoal(id)
            | Self::ItemDeadline(id)
            | Self::ItemResponsible(id) => Some(id),
            _ => None,
        }
    }

    /// The same field of the item that `to` leads to; other places stay.
    pub fn with_item(self, to: impl FnOnce(ItemId) -> ItemId) -> Self {
        match self {
            Self::ItemHeading(id) => Self::ItemHeading(to(id)),
            Self::ItemText(id) => Self::ItemText(to(id)),
            Self::ItemGoal(id) => Self::ItemGoal(to(id)),
            Self::ItemDeadline(id) => Self::ItemDeadline(to(id)),
            Self::ItemResponsible(id) => Self::ItemResponsible(to(id)),
            place => place,
        }
    }

    /// The part that the place stands in; `None` outside the body or for an item that is gone.
    pub fn part(self, draft: &Draft) -> Option<PartKind> {
        match self {
            Self::PartHeading(kind) | Self::PartText(kind) => Some(kind),
            _ => self.item().and_then(|id| draft.find_item(id)).map(|(part, _)| part.kind),
        }
    }
}

/// The place as one word, fit for an element's id or an address: `item-12-text`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit => f.write_str("unit"),
            Self::Period => f.write_str("period"),
            Self::Title => f.write_str("title"),
            Self::Addressee => f.write_str("addressee"),
            Self::Preamble => f.write_str("preamble"),
            Self::PartHeading(kind) => write!(f, "part-{}-heading", kind.code()),
            Self::PartText(kind) => write!(f, "part-{}-text", kind.code()),
            Self::ItemHeading(id) => write!(f, "item-{}-heading", id.0),
            Self::ItemText(id) => write!(f, "item-{}-text", id.0),
            Self::ItemGoal(id) => write!(f, "item-{}-goal", id.0),
            Self::ItemDeadline(id) => write!(f, "item-{}-deadline", id.0),
            Self::ItemResponsible(id) => write!(f, "item-{}-responsible", id.0),
            Self::Closing => f.write_str("closing"),
            Self::Signature => f.write_str("signature"),
            Self::Date => f.write_str("date"),
            Self::AttachmentTitle(id) => write!(f, "attachment-{}-title", id.0),
            Self::AttachmentText(id) => write!(f, "attachment-{}-text", id.0),
            Self::Indicator(id, column) => {
                let column = match column {
                    Column::Name => "name",
                    Column::Unit => "unit",
                    Column::Value => "value",
                    Column::LastYear => "last_year",
                    Column::Target => "target",
                    Column::Cutoff => "cutoff",
                };
                write!(f, "indicator-{}-{column}", id.0)
            }
        }
    }
}

/// Said when a word names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("「{0}」不是文稿中的位置")]
pub struct PlaceError(String);

impl FromStr for Place {
    type Err = PlaceError;

    fn from_str(word: &str) -> Result<Self, PlaceError> {
        read(word).ok_or_else(|| PlaceError(word.to_owned()))
    }
}

fn read(word: &str) -> Option<Place> {
    let mut pieces = word.split('-');
    let first = pieces.next()?;
    let place = match first {
        "part" => {
            let code = pieces.next()?;
            let kind = PartKind::ALL.into_iter().find(|kind| kind.code() == code)?;
            match pieces.next()? {
                "heading" => Place::PartHeading(kind),
                "text" => Place::PartText(kind),
                _ => return None,
            }
        }
        "item" => {
            let id = ItemId(pieces.next()?.parse().ok()?);
            match pieces.next()? {
                "heading" => Place::ItemHeading(id),
                "text" => Place::ItemText(id),
                "goal" => Place::ItemGoal(id),
                "deadline" => Place::ItemDeadline(id),
                "responsible" => Place::ItemResponsible(id),
                _ => return None,
            }
        }
        "attachment" => {
            let id = AttachmentId(pieces.next()?.parse().ok()?);
            match pieces.next()? {
                "title" => Place::AttachmentTitle(id),
                "text" => Place::AttachmentText(id),
                _ => return None,
            }
        }
        "indicator" => {
            let id = IndicatorId(pieces.next()?.parse().ok()?);
            let column = pieces.next()?;
            let place = |column: &Column| Place::Indicator(id, *column);
            let named = |place: &Place| place.to_string().ends_with(&format!("-{column}"));
            Column::ALL.iter().map(place).find(named)?
        }
        _ => [
            Place::Unit,
            Place::Period,
            Place::Title,
            Place::Addressee,
            Place::Preamble,
            Place::Closing,
            Place::Signature,
            Place::Date,
        ]
        .into_iter()
        .find(|place| place.to_string() == first)?,
    };
    pieces.next().is_none().then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_read_back_from_its_word() {
        let id = ItemId(12);
        let mut places = vec![
            Place::Unit,
            Place::Date,
            Place::ItemHeading(id),
            Place::ItemText(id),
            Place::ItemGoal(id),
            Place::ItemDeadline(id),
            Place::ItemResponsible(id),
            Place::AttachmentTitle(AttachmentId(4)),
            Place::AttachmentText(AttachmentId(4)),
        ];
        places.extend(PartKind::ALL.map(Place::PartHeading));
        places.extend(PartKind::ALL.map(Place::PartText));
        places.extend(Column::ALL.map(|column| Place::Indicator(IndicatorId(3), column)));
        for place in places {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in ["", "item", "item-x-text", "item-1-text-2", "indicator-1-when", "nowhere"] {
            assert!(wrong.parse::<Place>().is_err(), "{wrong}");
        }
    }
}
