//! 目录: the headings to the second level, alone on their line or run into a paragraph, and the
//! attachments, each with the page on which it stands. A Word that brings the list up to date
//! finds the same: run-in headings are set in the character half of the heading's style.

use crate::draft::PageStyle;
use crate::layout::document::{Align, Block, Content, Document, LineContent, Role, Run, RunStyle};
use crate::layout::field::{Runs, text_of, written};
use crate::layout::lines::{Room, break_lines};
use crate::layout::rows::Row;
use crate::layout::settings::{self, pitch};

/// What stands over the list.
const TITLE: &str = "目录";
/// Full-width characters kept free of text at the right, for the leader and the number.
const NUMBER: i32 = 3;
/// Full-width characters by which an entry of the second level stands in.
const INDENT: i32 = 2;
/// Twips of the line behind the list, on which Word's field ends.
const END_LINE: i32 = 20;

/// An entry before it has its number.
struct Entry {
    level: u8,
    runs: Runs,
    /// Which block of the report it leads to.
    target: usize,
}

/// The blocks of the contents; none where nothing is to be listed. The targets of the page
/// references are counted without front matter.
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    let style = &document.style;
    let entries = entries(document);
    if entries.is_empty() {
        return Vec::new();
    }
    let pages = first_pages(document);
    let mut blocks = vec![
        paragraph(Role::ContentsTitle, vec![written(TITLE)], settings::title_line(style), true),
        paragraph(Role::Blank, Runs::new(), style.line_pitch, true),
    ];
    for Entry { level, mut runs, target } in entries {
        if let Some(number) = pages.get(target).copied().flatten() {
            let style = RunStyle::PageReference(target);
            runs.push(Run { style, ..written(number.to_string()) });
        }
        blocks.push(paragraph(Role::ContentsEntry(level), runs, style.line_pitch, false));
    }
    if let Some(last) = blocks.last_mut() {
        last.keep_with_next = true;
    }
    blocks.push(paragraph(Role::ContentsEnd, Runs::new(), END_LINE, false));
    blocks
}

fn paragraph(role: Role, runs: Runs, line_height: i32, keep_with_next: bool) -> Block {
    Block { keep_with_next, ..Block::new(role, Content::Paragraph(runs), line_height) }
}

/// What is listed, in order.
fn entries(document: &Document) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // The attachment that was begun, and whether its title has been met.
    let mut attachment: Option<(usize, bool)> = None;
    let mut before = None;
    for (target, block) in document.blocks.iter().enumerate() {
        let Content::Paragraph(runs) = &block.content else { continue };
        let last_role = before.replace(block.role);
        let nothing = text_of(runs).trim().is_empty();
        match block.role {
            _ if nothing => {}
            Role::Heading(level @ 0..=2) => {
                entries.push(Entry { level: level.max(1), runs: runs.clone(), target });
            }
            // Within an attachment a heading is a line of its text.
            Role::Body if attachment.is_none() => entries.extend(run_in(runs, target)),
            Role::AttachmentMark => {
                attachment = Some((entries.len(), false));
                entries.push(Entry { level: 1, runs: runs.clone(), target });
            }
            Role::AttachmentTitle => match &mut attachment {
                // The title names the attachment whose mark stands above it: 附件1：…
                Some((at, titled)) if !*titled => {
                    *titled = true;
                    if let Some(entry) = entries.get_mut(*at) {
                        entry.runs.push(written("："));
                        entry.runs.extend(runs.iter().cloned());
                        entry.target = target;
                    }
                }
                // A title of several lines is several blocks.
                _ if last_role == Some(Role::AttachmentTitle) && !entries.is_empty() => {
                    if let Some(entry) = entries.last_mut() {
                        entry.runs.extend(runs.iter().cloned());
                    }
                }
                _ => entries.push(Entry { level: 1, runs: runs.clone(), target }),
            },
            _ => {}
        }
    }
    entries
}

/// The heading that runs into a paragraph, without the full stop that parts it from the text.
fn run_in(runs: &[Run], target: usize) -> Option<Entry> {
    let level = match runs.first()?.style {
        RunStyle::RunIn(level @ 0..=2) => level.max(1),
        _ => return None,
    };
    let heading = runs.iter().take_while(|run| matches!(run.style, RunStyle::RunIn(_)));
    let mut runs: Runs = heading.map(|run| Run { style: RunStyle::Plain, ..run.clone() }).collect();
    for run in runs.iter_mut().rev() {
        let kept = run.text.trim_end_matches(['。', '；', '：', '，', '.', ';', ':', ',', ' ', '　']).len();
        let dropped = run.text.len() - kept;
        run.text.truncate(kept);
        if let Some(origin) = run.origin.as_mut().filter(|origin| !origin.reference) {
            origin.range.end = origin.range.end.saturating_sub(dropped).max(origin.range.start);
        }
        if kept > 0 {
            break;
        }
    }
    runs.retain(|run| !run.text.is_empty());
    (!runs.is_empty()).then_some(Entry { level, runs, target })
}

/// The number of the page on which each block begins.
fn first_pages(document: &Document) -> Vec<Option<usize>> {
    let mut pages = vec![None; document.blocks.len()];
    for page in &document.pages {
        for line in &page.lines {
            if let Some(slot) = pages.get_mut(line.block) {
                *slot = slot.or(page.number);
            }
        }
    }
    pages
}

/// Full-width characters by which an entry of a level stands in at the left.
fn indent(level: u8) -> i32 {
    if level > 1 { INDENT } else { 0 }
}

/// Twips by which an entry of a level stands in at the left. Its number stands at the right edge
/// of the 版心.
pub fn contents_indent(level: u8, style: &PageStyle) -> i32 {
    // As the characters print; on paper for a few characters alone, a part of it.
    indent(level) * pitch(style).min(style.text_width() / 10).max(0)
}

/// The rows of an entry: its text, and its number on the last line. No line goes under the
/// numbers of the others.
pub(in crate::layout) fn entry_rows(block: &Block, level: u8, runs: &[Run], style: &PageStyle) -> Vec<Row> {
    let is_number = |run: &&Run| matches!(run.style, RunStyle::PageReference(_));
    let text: Runs = runs.iter().filter(|run| !is_number(run)).cloned().collect();
    let em = style.body.em_twips();
    let room = (i32::from(style.characters) - NUMBER - indent(level)).max(1) * em;
    let half_em = |run: &Run| block.role.face(run.style, style).em_twips() / 2;
    let mut lines = break_lines(&text, Room { first: room, rest: room }, half_em);
    if let Some(line) = lines.last_mut() {
        line.extend(runs.iter().filter(is_number).cloned());
    }
    let last = lines.len().saturating_sub(1);
    let left = contents_indent(level, style);
    let row = |(at, runs): (usize, Runs)| Row {
        height: block.line_height,
        left: style.left + left,
        width: style.text_width() - left,
        align: Align::Left,
        content: LineContent::Text(runs),
        keep_with_next: at != last || block.keep_with_next,
        repeats: false,
    };
    lines.into_iter().enumerate().map(row).collect()
}
