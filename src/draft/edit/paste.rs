//! Pasted lines become items: 「(一)加强…」 a heading, the lines under it its paragraphs.

use super::outline::{settle_depths, subtree};
use crate::draft::{Draft, Item, ItemId, PartKind};
use crate::text::ordinal;
use std::sync::Arc;

/// An item as it stands in pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Level of the ordinal's form, 2 to 4.
    pub level: u8,
    /// Heading without its ordinal.
    pub heading: String,
    /// The heading ran into its paragraph.
    pub run_in: bool,
    /// Paragraphs, one a line.
    pub text: String,
}

/// A heading that runs in ends at its first full stop; one that long is a sentence, not a heading.
const LONGEST_HEADING: usize = 50;

/// Reads pasted text: the paragraphs before the first ordinal, and the items after. Every
/// character but ordinals and the space around lines is kept.
pub fn read_lines(text: &str) -> (String, Vec<Pasted>) {
    let mut lead = Vec::new();
    let mut items: Vec<Pasted> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (ordinal::read(line), items.last_mut()) {
            (Some(found), _) if found.level > 1 && !found.rest.is_empty() => {
                items.push(heading(found));
            }
            (_, Some(item)) => push_line(&mut item.text, line),
            (_, None) => lead.push(line),
        }
    }
    (lead.join("\n"), items)
}

fn heading(found: ordinal::Ordinal<'_>) -> Pasted {
    let rest = found.rest.trim_end();
    let (heading, text) = match rest.find('。') {
        Some(stop) if rest[..stop].chars().count() <= LONGEST_HEADING => {
            (&rest[..stop], rest[stop + '。'.len_utf8()..].trim_start())
        }
        None if rest.chars().count() <= LONGEST_HEADING => (rest, ""),
        // A numbered sentence without a heading of its own: all of it is text, none is lost.
        _ => ("", rest),
    };
    Pasted {
        level: found.level,
        heading: heading.to_owned(),
        run_in: !text.is_empty() && !heading.is_empty(),
        text: text.to_owned(),
    }
}

fn push_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// Puts pasted text into a part behind `after`, or at its end: paragraphs before the first
/// ordinal join the part's lead-in (or the text of `after`), the rest become items. Gives the ids
/// of the new items.
pub fn paste_lines(draft: &mut Draft, kind: PartKind, after: Option<ItemId>, text: &str) -> Vec<ItemId> {
    let (lead, pasted) = read_lines(text);
    if draft.part(kind).is_none() {
        return Vec::new();
    }
    if !lead.is_empty() {
        match after.and_then(|id| draft.item_mut(id)) {
            Some(item) => push_line(&mut item.text, &lead),
            None => {
                if let Some(part) = draft.part_mut(kind) {
                    push_line(&mut part.text, &lead);
                }
            }
        }
    }
    let shallowest = pasted.iter().map(|item| item.level).min().unwrap_or(2);
    let mut ids = Vec::new();
    let mut rows = Vec::new();
    for it in pasted {
        let id = ItemId(draft.fresh_id());
        let mut item = Item::new(id, 1 + (it.level - shallowest));
        item.heading = it.heading;
        item.run_in = it.run_in;
        item.text = it.text;
        ids.push(id);
        rows.push(Arc::new(item));
    }
    if let Some(part) = draft.part_mut(kind) {
        let at = after
            .and_then(|after| part.items.iter().position(|item| item.id == after))
            .map_or(part.items.len(), |index| subtree(&part.items, index).end);
        part.items.splice(at..at, rows);
        let deepest = part.deepest();
        settle_depths(&mut part.items, deepest);
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftId;

    #[test]
    fn pasted_text_becomes_items_with_their_headings() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let text = "总的来看，工作有进展。\n(一)夯实基础，健全组织。共摸排企业399家。\n又建团组织24家。\n(二)搭建平台\n1.办赛事。六月举行。\n";
        paste_lines(&mut draft, PartKind::Work, None, text);
        let part = draft.part(PartKind::Work).unwrap();
        assert_eq!(part.text, "总的来看，工作有进展。");
        let read: Vec<_> = part
            .items
            .iter()
            .map(|item| (item.depth, item.heading.as_str(), item.run_in, item.text.as_str()))
            .collect();
        assert_eq!(
            read,
            [
                (1, "夯实基础，健全组织", true, "共摸排企业399家。\n又建团组织24家。"),
                (1, "搭建平台", false, ""),
                (2, "办赛事", true, "六月举行。"),
            ]
        );
    }

    #[test]
    fn a_numbered_sentence_loses_no_word() {
        let long = "由团工委负责".repeat(12);
        let (_, items) = read_lines(&format!("(一){long}"));
        assert_eq!((items[0].heading.as_str(), items[0].text.as_str()), ("", long.as_str()));
    }
}
