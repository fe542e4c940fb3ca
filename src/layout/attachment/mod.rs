//! Attachments: the note under the body, and each on pages of its own (GB/T 9704—2012, 7.3.4 and
//! 7.3.7).

mod note;
mod table;
mod text;

pub(super) use note::write as note;

use super::blocks::Composer;
use super::document::{Origin, Role, Run};
use super::field::{Runs, one_line, text_of, written};
use super::table_document::{self, TableDocument};
use super::{settings, title};
use crate::draft::{Attached, Attachment, Draft, Place};

/// What the table of figures is called, in the text and as an attachment.
pub const TABLE_TITLE: &str = "主要数据指标表";

/// What stands on top of an attachment's first page: 附件, and where there are several its number.
/// `at` counts from 0.
pub fn mark(at: usize, of: usize) -> String {
    if of > 1 { format!("附件{}", at + 1) } else { "附件".to_owned() }
}

/// An attachment that prints.
pub(super) enum Attaching<'a> {
    Figures,
    Written(&'a Attachment),
    Evidence(&'a TableDocument),
}

/// The attachments of a draft in the order of their numbers.
pub(super) fn attaching<'a>(draft: &'a Draft, evidence: Option<&'a TableDocument>) -> Vec<Attaching<'a>> {
    let known = draft.attached().into_iter().filter_map(|it| match it {
        Attached::Figures => Some(Attaching::Figures),
        Attached::Written(id) => draft.attachment(id).map(|it| Attaching::Written(it)),
        Attached::Evidence => None,
    });
    known.chain(evidence.map(Attaching::Evidence)).collect()
}

impl Attaching<'_> {
    /// Its name, the same in the note and over the attachment itself.
    fn name(&self, composer: &Composer<'_>) -> Runs {
        match self {
            Self::Figures => vec![written(TABLE_TITLE)],
            Self::Evidence(table) => vec![written(one_line(&table.title))],
            Self::Written(attachment) => {
                let place = Place::AttachmentTitle(attachment.id);
                unpunctuated(composer.one_paragraph(place, &attachment.title))
            }
        }
    }
}

/// Writes each attachment from the top of a page on.
pub(super) fn write(composer: &mut Composer<'_>, attached: &[Attaching<'_>]) {
    for (at, attachment) in attached.iter().enumerate() {
        let number = written(mark(at, attached.len()));
        composer.push(Role::AttachmentMark, vec![number]).page_break_before = true;
        blank(composer);
        let name = attachment.name(composer);
        if !text_of(&name).is_empty() {
            let (room, half_em) = (composer.style.text_width(), composer.style.title.em_twips() / 2);
            for line in title::lines(name, room, half_em, &composer.draft.unit.name) {
                composer.push(Role::AttachmentTitle, line);
            }
            blank(composer);
        }
        match attachment {
            Attaching::Figures => {
                let table = super::table::indicators(composer.draft, composer.style);
                composer.push_table(table);
            }
            Attaching::Written(attachment) => text::write(composer, attachment),
            Attaching::Evidence(table) => evidence(composer, table),
        }
        if let Some(last) = composer.blocks.last_mut() {
            last.keep_with_next = false;
        }
    }
}

fn evidence(composer: &mut Composer<'_>, table: &TableDocument) {
    let line_height = settings::cell_line(composer.style);
    for line in &table.above {
        composer.push(Role::TableNote, vec![written(one_line(line))]).line_height = line_height;
    }
    if !table.columns.is_empty() {
        let cells = table_document::cells(table, composer.style);
        composer.push_table(cells);
    }
}

fn blank(composer: &mut Composer<'_>) {
    composer.push(Role::Blank, Runs::new()).keep_with_next = true;
}

/// No mark stands behind the name of an attachment (7.3.4), even where one was typed.
fn unpunctuated(mut runs: Runs) -> Runs {
    while let Some(last) = runs.last_mut() {
        let kept = last.text.trim_end_matches(['。', '；', '，', '、', ';', ',', '.', ' ', '　']).len();
        let cut = last.text.len() - kept;
        if let Some(origin) = last.origin.as_mut().filter(|origin| !origin.reference) {
            origin.range.end -= cut;
        }
        last.text.truncate(kept);
        if kept > 0 {
            break;
        }
        runs.pop();
    }
    runs
}

/// A run in which nothing stands yet, so that the page still leads to the field.
fn unwritten(place: Place, typed: &str) -> Run {
    let origin = Origin { place, range: 0..typed.len(), reference: false };
    Run { origin: Some(origin), ..written("") }
}
