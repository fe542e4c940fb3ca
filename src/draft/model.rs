//! The draft itself.

use super::attachment::Attachment;
use super::figure::Figure;
use super::id::{AttachmentId, DraftId, IndicatorId, ItemId};
use super::ignored::Ignored;
use super::indicator::Indicator;
use super::item::Item;
use super::options::DocumentOptions;
use super::page_style::PageStyle;
use super::part::{Part, PartKind};
use super::unit::Unit;
use super::unplaced::Unplaced;
use crate::text::{Date, Period};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Where the table of figures stands in the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorTable {
    /// As 附件, on a page of its own, with an attachment note.
    #[default]
    Attachment,
    /// At the end of the first part.
    InText,
    /// Nowhere.
    Nowhere,
}

/// A report being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Permanent.
    pub id: DraftId,
    /// The template it was begun from; gives hints and sentence patterns, nothing that prints.
    #[serde(default)]
    pub template: String,
    /// Who reports.
    #[serde(default)]
    pub unit: Unit,
    /// The time reported on.
    pub period: Period,
    /// 标题, where the writer changed it; else it is made from unit and period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// 主送机关 without its colon; may be empty.
    #[serde(default)]
    pub addressee: String,
    /// Opening paragraphs, one a line.
    #[serde(default)]
    pub preamble: String,
    /// The parts of the body in the order in which they print.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Closing paragraphs, one a line.
    #[serde(default)]
    pub closing: String,
    /// 落款, where it differs from the unit's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// 成文日期.
    #[serde(default)]
    pub date: Option<Date>,
    /// The table of figures.
    #[serde(default)]
    pub indicators: Vec<Arc<Indicator>>,
    /// Where that table prints.
    #[serde(default)]
    pub indicator_table: IndicatorTable,
    /// 附件 in the order of their numbers, behind the table of figures.
    #[serde(default)]
    pub attachments: Vec<Arc<Attachment>>,
    /// What came with an old report and fits nowhere, in the order in which it stood there.
    #[serde(default)]
    pub unplaced: Vec<Arc<Unplaced>>,
    /// The document will carry a seal, which moves signature and date (GB/T 9704—2012, 7.3.5).
    #[serde(default)]
    pub seal: bool,
    /// How it is set.
    #[serde(default)]
    pub page: PageStyle,
    /// What the document holds besides.
    #[serde(default)]
    pub options: DocumentOptions,
    /// What the checks leave alone.
    #[serde(default)]
    pub ignored: Ignored,
    /// The next id to give to an item, an indicator, an attachment or a passage of the tray.
    #[serde(default)]
    pub next_id: u32,
}

impl Draft {
    /// A draft with nothing in it but the four parts under their usual headings.
    pub fn new(id: DraftId, period: Period) -> Self {
        Self {
            id,
            template: String::new(),
            unit: Unit::default(),
            period,
            title: None,
            addressee: String::new(),
            preamble: String::new(),
            parts: PartKind::ALL.into_iter().map(|kind| Part::new(kind, kind.label())).collect(),
            closing: String::new(),
            signature: None,
            date: None,
            indicators: Vec::new(),
            indicator_table: IndicatorTable::default(),
            attachments: Vec::new(),
            unplaced: Vec::new(),
            seal: false,
            page: PageStyle::default(),
            options: DocumentOptions::default(),
            ignored: Ignored::default(),
            next_id: 1,
        }
    }

    /// The title as it prints.
    pub fn title(&self) -> String {
        match &self.title {
            Some(title) if !title.trim().is_empty() => title.clone(),
            _ => self.made_title(),
        }
    }

    /// The title that unit and period make; also the name of the exported file.
    pub fn made_title(&self) -> String {
        format!(
            "{}{}工作总结及{}工作计划",
            self.unit.name.trim(),
            self.period.label(),
            self.period.next_label()
        )
    }

    /// The signature as it prints.
    pub fn signature(&self) -> &str {
        match &self.signature {
            Some(signature) => signature,
            None => &self.unit.name,
        }
    }

    /// The part of a kind, where the report has one.
    pub fn part(&self, kind: PartKind) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == kind)
    }

    /// The part of a kind for changing.
    pub fn part_mut(&mut self, kind: PartKind) -> Option<&mut Part> {
        self.parts.iter_mut().find(|part| part.kind == kind)
    }

    /// An item with the part it stands in and its position there.
    pub fn find_item(&self, id: ItemId) -> Option<(&Part, usize)> {
        self.parts
            .iter()
            .find_map(|part| part.items.iter().position(|item| item.id == id).map(|index| (part, index)))
    }

    /// An item.
    pub fn item(&self, id: ItemId) -> Option<&Arc<Item>> {
        self.find_item(id).map(|(part, index)| &part.items[index])
    }

    /// An item for changing; a shared one is copied first.
    pub fn item_mut(&mut self, id: ItemId) -> Option<&mut Item> {
        self.parts
            .iter_mut()
            .flat_map(|part| part.items.iter_mut())
            .find(|item| item.id == id)
            .map(Arc::make_mut)
    }

    /// An indicator.
    pub fn indicator(&self, id: IndicatorId) -> Option<&Arc<Indicator>> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// An indicator for changing; a shared one is copied first.
    pub fn indicator_mut(&mut self, id: IndicatorId) -> Option<&mut Indicator> {
        self.indicators.iter_mut().find(|indicator| indicator.id == id).map(Arc::make_mut)
    }

    /// The indicators that are parts (其中) of `whole`, in table order.
    pub fn parts_of(&self, whole: IndicatorId) -> impl Iterator<Item = &Arc<Indicator>> {
        self.indicators.iter().filter(move |indicator| indicator.part_of == Some(whole))
    }

    /// An attachment.
    pub fn attachment(&self, id: AttachmentId) -> Option<&Arc<Attachment>> {
        self.attachments.iter().find(|attachment| attachment.id == id)
    }

    /// An attachment for changing; a shared one is copied first.
    pub fn attachment_mut(&mut self, id: AttachmentId) -> Option<&mut Attachment> {
        self.attachments.iter_mut().find(|attachment| attachment.id == id).map(Arc::make_mut)
    }

    /// A fresh id number, never given before in this draft.
    pub fn fresh_id(&mut self) -> u32 {
        let used = self.parts.iter().flat_map(|part| &part.items).map(|item| item.id.0);
        let used = used.chain(self.indicators.iter().map(|indicator| indicator.id.0));
        let used = used.chain(self.attachments.iter().map(|attachment| attachment.id.0));
        let used = used.chain(self.unplaced.iter().map(|passage| passage.id.0));
        // A file edited by hand may carry a counter that lags behind its ids.
        let next = used.max().unwrap_or(0).saturating_add(1).max(self.next_id);
        self.next_id = next.saturating_add(1);
        next
    }

    /// True when the indicator table has a row that prints.
    pub fn has_figures(&self) -> bool {
        self.indicators.iter().any(|it| !it.name.trim().is_empty() && it.value != Figure::default())
    }
}
