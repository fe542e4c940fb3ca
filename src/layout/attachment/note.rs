//! 附件说明: one blank line under the body, indented by two characters; a name that goes on on the
//! next line goes on under its own first character (GB/T 9704—2012, 7.3.4).

use super::{Attaching, unwritten};
use crate::draft::{PageStyle, Place};
use crate::layout::blocks::Composer;
use crate::layout::document::{Hanging, Role};
use crate::layout::field::{text_of, written};
use crate::layout::settings::{pitch, width};
use crate::text::width::half_cells;

const WORD: &str = "附件：";

/// Writes the note, a paragraph for each attachment.
pub fn write(composer: &mut Composer<'_>, attached: &[Attaching<'_>]) {
    let numbered = attached.len() > 1;
    for (at, attachment) in attached.iter().enumerate() {
        let number = if numbered { format!("{}. ", at + 1) } else { String::new() };
        let before = if at == 0 { format!("{WORD}{number}") } else { number };
        let mut name = attachment.name(composer);
        if let Attaching::Written(it) = attachment
            && text_of(&name).is_empty()
        {
            name.push(unwritten(Place::AttachmentTitle(it.id), &it.title));
        }
        let hanging = hanging(&before, &text_of(&name), at == 0, composer.style);
        name.insert(0, written(before));
        composer.push(Role::AttachmentNote, name).hanging = hanging;
    }
}

/// Where the lines begin, if not all where the role's first line does: under the name, and under
/// the number of the first. `before` is what stands before the name.
fn hanging(before: &str, name: &str, is_first: bool, style: &PageStyle) -> Option<Hanging> {
    let em = style.body.em_twips();
    let indent = Role::AttachmentNote.first_line_indent(style) * em;
    let first = if is_first { indent } else { indent + printed(WORD, style) };
    let full = i32::from(style.characters) * em;
    let fits = width(before, &style.body).saturating_add(width(name, &style.body)) <= full - first;
    // Where few characters fill a line the name must still have room.
    let most = style.text_width() / 2;
    let hanging = Hanging { first: first.min(most), rest: (first + printed(before, style)).min(most) };
    (!is_first || !fits).then_some(hanging)
}

/// Width of a text as it prints, its characters set as close as the line wants them.
fn printed(text: &str, style: &PageStyle) -> i32 {
    let em = style.body.em_twips();
    let closer = em - pitch(style);
    text.chars().map(|c| em * i32::try_from(half_cells(c)).unwrap_or(2) / 2 - closer).sum()
}
