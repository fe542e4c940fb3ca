//! Places in words of the screen: 工作情况（二）1. 正文 is where a clerk looks for it.

use super::id::{AttachmentId, ItemId};
use super::model::Draft;
use super::numbering::Numbering;
use super::place::{Column, Place};

/// A name of an attachment is said in at most so many characters.
const LONGEST_TITLE: usize = 12;

impl Column {
    /// The column's heading in the table of figures.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "名称",
            Self::Unit => "单位",
            Self::Value => "本期",
            Self::LastYear => "去年同期",
            Self::Target => "目标",
            Self::Cutoff => "截至",
        }
    }
}

/// The names of a draft's places, with the ordinals that its headings have now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceNames {
    numbering: Numbering,
}

impl PlaceNames {
    /// Counts the headings of a draft.
    pub fn of(draft: &Draft) -> Self {
        Self { numbering: Numbering::of(draft) }
    }

    /// Where a place is, in words. A text is named by what it belongs to alone: most places are
    /// texts.
    pub fn name(&self, draft: &Draft, place: Place) -> String {
        let item = |id: ItemId, field: &str| format!("{}{field}", self.item(draft, id));
        match place {
            Place::Unit => "单位名称".to_owned(),
            Place::Period => "期间".to_owned(),
            Place::Title => "标题".to_owned(),
            Place::Addressee => "主送机关".to_owned(),
            Place::Preamble => "开头".to_owned(),
            Place::PartHeading(kind) => format!("{}标题", kind.label()),
            Place::PartText(kind) => format!("{}引言", kind.label()),
            Place::ItemHeading(id) => item(id, "标题"),
            Place::ItemText(id) => item(id, ""),
            Place::ItemGoal(id) => item(id, "目标"),
            Place::ItemDeadline(id) => item(id, "完成时限"),
            Place::ItemResponsible(id) => item(id, "责任人"),
            Place::Closing => "结尾".to_owned(),
            Place::Signature => "落款".to_owned(),
            Place::Date => "成文日期".to_owned(),
            Place::AttachmentTitle(id) => format!("{}名称", attachment(draft, id)),
            Place::AttachmentText(id) => attachment(draft, id),
            Place::Indicator(id, column) => {
                let name = draft.indicator(id).map(|row| row.name.trim()).filter(|name| !name.is_empty());
                let name = name.map(|name| format!("「{name}」"));
                format!("数据指标{}{}", name.unwrap_or_default(), column.label())
            }
        }
    }

    /// An item by the ordinals over it: 工作情况（二）1; by its row where it bears none.
    fn item(&self, draft: &Draft, id: ItemId) -> String {
        let Some((part, index)) = draft.find_item(id) else { return "已删除的条目".to_owned() };
        let ordinal = |id: ItemId| self.numbering.item(id).map(|it| it.ordinal.as_str()).unwrap_or_default();
        let above = part.items.get(..index).unwrap_or_default();
        let (mut depth, mut ordinals) = (part.items.get(index).map_or(1, |item| item.depth), Vec::new());
        for item in above.iter().rev() {
            if item.depth < depth {
                depth = item.depth;
                ordinals.push(ordinal(item.id));
            }
        }
        ordinals.reverse();
        ordinals.push(ordinal(id));
        match ordinals.last() {
            Some(last) if !last.is_empty() => {
                format!("{}{}", part.kind.label(), ordinals.concat().trim_end_matches(['.', '、']))
            }
            _ => format!("{}第 {} 条", part.kind.label(), index + 1),
        }
    }
}

/// An attachment by its name, or by its place among the written ones.
fn attachment(draft: &Draft, id: AttachmentId) -> String {
    let Some(at) = draft.attachments.iter().position(|it| it.id == id) else {
        return "已删除的附件".to_owned();
    };
    match draft.attachments.get(at).map(|it| it.title.trim()).filter(|title| !title.is_empty()) {
        Some(title) if title.chars().count() > LONGEST_TITLE => {
            let start: String = title.chars().take(LONGEST_TITLE - 1).collect();
            format!("附件「{start}…」")
        }
        Some(title) => format!("附件「{title}」"),
        None => format!("第 {} 个自拟附件", at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DraftId, PartKind, edit};
    use super::*;

    #[test]
    fn a_place_is_named_as_a_clerk_finds_it() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let mut item = |depth, heading: &str| {
            let id = edit::add_item(&mut draft, PartKind::Work, None, depth).unwrap();
            edit::set_text(&mut draft, Place::ItemHeading(id), heading);
            id
        };
        let ids = [item(1, "抓思想"), item(1, "抓组织"), item(2, "建支部"), item(2, "")];
        let row = edit::add_indicator(&mut draft, None);
        let value = Place::Indicator(row, Column::Value);
        let names = PlaceNames::of(&draft);
        assert_eq!(names.name(&draft, Place::ItemText(ids[1])), "工作情况（二）");
        assert_eq!(names.name(&draft, Place::ItemHeading(ids[2])), "工作情况（二）1标题");
        assert_eq!(names.name(&draft, Place::ItemText(ids[3])), "工作情况第 4 条");
        assert_eq!(names.name(&draft, value), "数据指标本期");
        edit::rename_indicator(&mut draft, row, "团员人数");
        assert_eq!(names.name(&draft, value), "数据指标「团员人数」本期");
        assert_eq!(names.name(&draft, Place::PartText(PartKind::Plan)), "工作计划引言");
        assert_eq!(names.name(&draft, Place::ItemGoal(ItemId(99))), "已删除的条目目标");
        edit::remove_item(&mut draft, ids[0]);
        assert_eq!(PlaceNames::of(&draft).name(&draft, Place::ItemText(ids[1])), "工作情况（一）");
    }
}
