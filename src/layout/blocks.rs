//! A draft as blocks, in the order in which they print.

use super::attachment::TABLE_TITLE;
use super::document::{Block, Content, Origin, Role, Run, RunStyle, Table};
use super::field::{Runs, one_paragraph, paragraphs, text_of, written};
use super::table_document::TableDocument;
use super::{ending, items, settings, table, title};
use crate::draft::numbering::Numbering;
use crate::draft::reference::References;
use crate::draft::{Draft, IndicatorTable, PageStyle, Part, Place};

/// What writing the blocks of a draft needs; made once for a draft.
pub(super) struct Composer<'a> {
    pub draft: &'a Draft,
    pub style: &'a PageStyle,
    pub references: References,
    pub numbering: Numbering,
    pub blocks: Vec<Block>,
}

/// The blocks of a draft, its title as one line and the name it is signed with.
pub(super) fn blocks(
    draft: &Draft,
    style: &PageStyle,
    evidence: Option<&TableDocument>,
) -> (Vec<Block>, String, String) {
    let mut composer = Composer {
        draft,
        style,
        references: References::of(draft),
        numbering: Numbering::of(draft),
        blocks: Vec::new(),
    };
    let title = composer.head();
    composer.body();
    let signature = ending::write(&mut composer, evidence);
    (composer.blocks, title, signature)
}

impl Composer<'_> {
    /// The paragraphs of a field.
    pub fn paragraphs(&self, place: Place, typed: &str) -> Vec<Runs> {
        paragraphs(&self.references, place, typed)
    }

    /// A field that prints as one paragraph.
    pub fn one_paragraph(&self, place: Place, typed: &str) -> Runs {
        one_paragraph(&self.references, place, typed)
    }

    /// Adds a paragraph and gives it back for changing.
    pub fn push(&mut self, role: Role, runs: Runs) -> &mut Block {
        let line_height = match role {
            Role::Title | Role::AttachmentTitle => settings::title_line(self.style),
            _ => self.style.line_pitch,
        };
        let alone = !matches!(role, Role::Body | Role::Addressee | Role::Blank | Role::Date);
        let block = Block::new(role, Content::Paragraph(runs), line_height);
        self.blocks.push_mut(Block { keep_with_next: alone, ..block })
    }

    /// Adds a table.
    pub fn push_table(&mut self, table: Table) {
        let line_height = settings::cell_line(self.style);
        self.blocks.push(Block::new(Role::Body, Content::Table(table), line_height));
    }

    fn head(&mut self) -> String {
        let typed = self.draft.title();
        let room = self.style.text_width();
        let half_em = self.style.title.em_twips() / 2;
        let mut whole = String::new();
        // Lines that the writer broke by hand stay; each is balanced for itself.
        for runs in self.paragraphs(Place::Title, &typed) {
            whole.push_str(&text_of(&runs));
            for line in title::lines(runs, room, half_em, &self.draft.unit.name) {
                self.push(Role::Title, line);
            }
        }
        for _ in 0..self.style.title_gap {
            self.push(Role::Blank, Runs::new()).keep_with_next = true;
        }
        let mut addressees = self.paragraphs(Place::Addressee, &self.draft.addressee);
        if let Some(last) = addressees.last_mut().filter(|runs| !text_of(runs).ends_with(['：', ':'])) {
            last.push(written("："));
        }
        for runs in addressees {
            self.push(Role::Addressee, runs);
        }
        for runs in self.paragraphs(Place::Preamble, &self.draft.preamble) {
            self.push(Role::Body, runs);
        }
        whole
    }

    fn body(&mut self) {
        let draft = self.draft;
        let in_text = draft.has_figures() && draft.indicator_table == IndicatorTable::InText;
        let printing = draft.parts.iter().filter(|part| !part.left_out);
        for (at, part) in printing.enumerate() {
            self.part(part);
            if at == 0 && in_text {
                self.table_in_text();
            }
        }
        if in_text && draft.parts.iter().all(|part| part.left_out) {
            self.table_in_text();
        }
        for runs in self.paragraphs(Place::Closing, &draft.closing) {
            self.push(Role::Body, runs);
        }
    }

    fn part(&mut self, part: &Part) {
        let place = Place::PartHeading(part.kind);
        let (level, ordinal) = match self.numbering.part(part.kind) {
            Some(numbered) => (numbered.level, numbered.ordinal.clone()),
            None => (part.level(), String::new()),
        };
        let mut runs = vec![written(ordinal)];
        runs.extend(self.one_paragraph(place, &part.heading));
        if runs.len() == 1 {
            // Where no heading was written the field itself must still be found from the page.
            let origin = Origin { place, range: 0..part.heading.len(), reference: false };
            runs.push(Run { origin: Some(origin), ..written("") });
        }
        self.push(Role::Heading(level), runs);
        for runs in self.paragraphs(Place::PartText(part.kind), &part.text) {
            self.push(Role::Body, runs);
        }
        let items: Vec<_> = part.items.iter().filter(|item| !item.is_empty()).collect();
        let followers = items.iter().skip(1).map(Some).chain([None]);
        for (item, next) in items.iter().zip(followers) {
            items::write(self, item, next.is_some_and(|next| next.depth > item.depth));
        }
    }

    fn table_in_text(&mut self) {
        self.push(Role::TableCaption, vec![written(TABLE_TITLE)]);
        self.push_table(table::indicators(self.draft, self.style));
    }
}

/// The same runs in another style.
pub(super) fn styled(runs: Runs, style: RunStyle) -> impl Iterator<Item = Run> {
    runs.into_iter().map(move |run| Run { style, ..run })
}
