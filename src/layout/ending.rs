//! What stands behind the body: attachment note, signature, date, the attachments themselves.

use super::attachment;
use super::blocks::Composer;
use super::document::{Origin, Role, Run};
use super::field::{Runs, text_of, written};
use super::settings;
use super::table_document::TableDocument;
use crate::draft::Place;
use crate::text::date;

/// Writes the ending; gives back the signature as one line.
pub(super) fn write(composer: &mut Composer<'_>, evidence: Option<&TableDocument>) -> String {
    let draft = composer.draft;
    let attached = attachment::attaching(draft, evidence);
    let signatures = composer.paragraphs(Place::Signature, draft.signature());
    let author = signatures.iter().map(|runs| text_of(runs)).collect::<Vec<_>>().join(" ");
    let dated = draft.date.map(date::chinese);
    if !attached.is_empty() {
        blank(composer, composer.style.note_gap);
        attachment::note(composer, &attached);
    }
    if !signatures.is_empty() || dated.is_some() {
        blank(composer, composer.style.signature_gap);
        sign(composer, signatures, dated);
    }
    if let Some(last) = composer.blocks.last_mut() {
        last.keep_with_next = false;
    }
    attachment::write(composer, &attached);
    author
}

/// Blank lines that take the text before them along, so that no signature stands alone.
fn blank(composer: &mut Composer<'_>, lines: u16) {
    if let Some(last) = composer.blocks.last_mut() {
        last.keep_with_next = true;
    }
    for _ in 0..lines {
        composer.push(Role::Blank, Runs::new()).keep_with_next = true;
    }
}

fn sign(composer: &mut Composer<'_>, signatures: Vec<Runs>, dated: Option<String>) {
    let own: Vec<i32> = signatures.iter().map(|runs| body_width(composer, &text_of(runs))).collect();
    let longest = own.iter().copied().max().unwrap_or(0);
    let day = dated.as_deref().map(|dated| body_width(composer, dated));
    let insets = Insets::of(composer);
    let room = composer.style.text_width();
    for (runs, own) in signatures.into_iter().zip(own) {
        let right = insets.right_of_signature(own, longest, day);
        composer.push(Role::Signature, runs).indent_right = right.clamp(0, (room - own).max(0));
    }
    if let (Some(dated), Some(day)) = (dated, day) {
        let origin = Origin { place: Place::Date, range: 0..dated.len(), reference: false };
        let run = Run { origin: Some(origin), ..written(dated) };
        let right = insets.right_of_date(longest, day);
        composer.push(Role::Date, vec![run]).indent_right = right.clamp(0, (room - day).max(0));
    }
}

/// Where signature and date stand (GB/T 9704—2012, 7.3.5), in twips.
struct Insets {
    /// Of what stands farther right, from the right edge; without a seal.
    right: i32,
    /// Of the date's first character from the signature's; without a seal.
    date: i32,
    /// Of the date from the right edge; with a seal.
    seal: Option<i32>,
}

impl Insets {
    fn of(composer: &Composer<'_>) -> Self {
        let style = composer.style;
        let twips = |characters: u16| i32::from(characters) * style.body.em_twips();
        Self {
            right: twips(style.signature_inset),
            date: twips(style.date_inset),
            seal: composer.draft.seal.then(|| twips(style.seal_inset)),
        }
    }

    /// Twips from the right edge to a line of the signature. Several lines begin at one column,
    /// the longest deciding.
    fn right_of_signature(&self, own: i32, longest: i32, day: Option<i32>) -> i32 {
        let first = match (day, self.seal) {
            (Some(day), Some(seal)) => seal + (day - longest) / 2,
            (Some(day), None) if day > longest => self.right + self.date + day - longest,
            _ => self.right,
        };
        first + (longest - own)
    }

    /// Twips from the right edge to the date.
    fn right_of_date(&self, signature: i32, day: i32) -> i32 {
        match self.seal {
            Some(seal) => seal,
            None if signature == 0 || day > signature => self.right,
            None => self.right + signature - day - self.date,
        }
    }
}

fn body_width(composer: &Composer<'_>, text: &str) -> i32 {
    settings::width(text, &composer.style.body)
}
