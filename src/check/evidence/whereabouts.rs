//! A place in the words of the report: 一、(二)第1段.

use crate::draft::numbering::Numbering;
use crate::draft::{Draft, ItemId, Part, PartKind, Place, edit};
use std::collections::HashMap;
use std::ops::Range;

/// How the report numbers its places.
pub(super) struct Whereabouts<'d> {
    draft: &'d Draft,
    parts: HashMap<PartKind, String>,
    items: HashMap<ItemId, String>,
}

impl<'d> Whereabouts<'d> {
    /// Reads the numbers of a draft's headings.
    pub fn of(draft: &'d Draft) -> Self {
        let numbering = Numbering::of(draft);
        let mut found = Self { draft, parts: HashMap::new(), items: HashMap::new() };
        let mut above = String::new();
        for part in draft.parts.iter().filter(|part| !part.left_out) {
            let ordinal = numbering.part(part.kind).map_or("", |it| it.ordinal.as_str());
            let path = if part.nested { format!("{above}{ordinal}") } else { ordinal.to_owned() };
            if !part.nested {
                above.clone_from(&path);
            }
            found.items(part, &path, &numbering);
            found.parts.insert(part.kind, path);
        }
        found
    }

    fn items(&mut self, part: &Part, path: &str, numbering: &Numbering) {
        // The numbers of the headings above, by depth.
        let mut above: Vec<(u8, &str)> = Vec::new();
        for item in &part.items {
            above.retain(|(depth, _)| *depth < item.depth);
            let ordinal = numbering.item(item.id).map_or("", |it| it.ordinal.as_str());
            if !ordinal.is_empty() {
                above.push((item.depth, ordinal));
            }
            let numbers: String = above.iter().map(|(_, ordinal)| *ordinal).collect();
            self.items.insert(item.id, format!("{path}{numbers}"));
        }
    }

    /// A range of a field in words; its paragraph where the field has several.
    pub fn of_range(&self, place: Place, range: &Range<usize>) -> String {
        let part = |kind: PartKind| self.parts.get(&kind).map_or("", String::as_str);
        let item = |id: ItemId| self.items.get(&id).map_or("", String::as_str);
        match place {
            Place::Unit => "单位".to_owned(),
            Place::Period => "报告期".to_owned(),
            Place::Title => "标题".to_owned(),
            Place::Addressee => "主送机关".to_owned(),
            Place::Preamble => format!("开头{}", self.paragraph(place, range)),
            Place::PartHeading(kind) => format!("{}标题", part(kind)),
            Place::PartText(kind) => format!("{}{}", part(kind), self.paragraph(place, range)),
            Place::ItemHeading(id) => format!("{}标题", item(id)),
            Place::ItemText(id) => format!("{}{}", item(id), self.paragraph(place, range)),
            Place::ItemGoal(id) => format!("{}目标", item(id)),
            Place::ItemDeadline(id) => format!("{}时限", item(id)),
            Place::ItemResponsible(id) => format!("{}责任人", item(id)),
            Place::Closing => format!("结尾{}", self.paragraph(place, range)),
            Place::Signature => "落款".to_owned(),
            Place::Date => "成文日期".to_owned(),
            // Rows of the table are told apart by what they count.
            Place::Indicator(..) => "数据指标表".to_owned(),
        }
    }

    fn paragraph(&self, place: Place, range: &Range<usize>) -> String {
        let Some(text) = edit::get_text(self.draft, place) else { return String::new() };
        let count = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
        let before = text.get(..range.start).map_or(0, |before| {
            let lines = before.rsplit_once('\n').map_or("", |(lines, _)| lines);
            count(lines)
        });
        format!("第{}段", before + 1)
    }
}
