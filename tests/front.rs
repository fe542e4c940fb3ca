//! Cover and contents: what stands on them, and that their numbers are true.

mod common;

use common::{bound, drafts, empty, usual};
use proptest::prelude::*;
use qinggao::draft::{Draft, PartKind, Place};
use qinggao::layout::{
    Align, Block, Content, Document, Line, LineContent, Page, Role, Run, RunStyle, layout, length, plain_text,
};
use qinggao::text::width;
use std::fmt::Write;

#[test]
fn a_report_is_bound_with_a_cover_and_a_list_of_its_headings() {
    insta::assert_snapshot!(shown(&layout(&bound())));
}

#[test]
fn what_stands_before_the_report_changes_nothing_of_it() {
    let mut draft = bound();
    let with = layout(&draft);
    draft.options = Default::default();
    let without = layout(&draft);
    let front = with.pages.iter().take_while(|page| page.number.is_none()).count();
    assert_eq!(front, 2);
    assert_eq!(with.blocks[with.front_blocks()..], without.blocks);
    for (with, without) in with.pages[front..].iter().zip(&without.pages) {
        assert_eq!(with.number, without.number);
        assert_eq!(with.lines.iter().map(text).collect::<Vec<_>>(), lines(without));
    }
    assert_eq!(length(&with), length(&without));
    assert_eq!(plain_text(&with), plain_text(&without));
}

#[test]
fn each_of_the_two_can_stand_alone() {
    for (cover, contents) in [(true, false), (false, true)] {
        let mut draft = usual();
        (draft.options.cover, draft.options.contents) = (cover, contents);
        let document = layout(&draft);
        let front: Vec<&Page> = document.pages.iter().filter(|page| page.number.is_none()).collect();
        assert_eq!(front.len(), 1);
        assert_eq!(lines(front[0]).contains(&"目录".to_owned()), contents);
        assert!(!document.blocks[0].page_break_before);
    }
}

#[test]
fn the_title_stands_a_third_down_and_the_date_near_the_foot() {
    let document = layout(&bound());
    let cover = &document.pages[0].lines;
    let of = |role| {
        let lines: Vec<&Line> =
            cover.iter().filter(|line| document.blocks[line.block].role == role).collect();
        assert!(lines.iter().all(|line| line.align == Align::Centre), "{role:?}");
        (lines[0].top, lines[lines.len() - 1].top + lines[lines.len() - 1].height)
    };
    let (first, last) = of(Role::CoverTitle);
    let third = document.style.paper_height / 3;
    assert!(((first + last) / 2 - third).abs() <= 1, "{first} to {last}, a third is {third}");
    let foot = document.style.paper_height - document.style.bottom - of(Role::CoverDate).1;
    assert!((0..=3 * document.style.line_pitch).contains(&foot), "{foot}");
    assert_eq!(of(Role::CoverUnit).1, of(Role::CoverDate).0);
}

#[test]
fn a_report_without_headings_on_their_own_line_has_no_contents() {
    let mut draft = empty();
    draft.options.contents = true;
    for part in &mut draft.parts {
        part.left_out = true;
    }
    draft.preamble = "只有一段话。".into();
    let document = layout(&draft);
    assert_eq!((document.front_blocks(), document.pages[0].number), (0, Some(1)));
}

#[test]
fn a_cover_leaves_out_what_was_not_written() {
    let roles = |draft: &Draft| -> Vec<Role> {
        let document = layout(draft);
        document.blocks[..document.front_blocks()].iter().map(|block| block.role).collect()
    };
    let mut draft = empty();
    draft.options.cover = true;
    draft.date = None;
    assert_eq!(roles(&draft), [Role::CoverSpace, Role::CoverTitle]);
    draft.title = Some(" ".into());
    assert_eq!(roles(&draft), [Role::CoverSpace, Role::CoverTitle], "the title is made of unit and period");
    draft.signature = Some("云岭团县委".into());
    assert_eq!(roles(&draft), [Role::CoverSpace, Role::CoverTitle, Role::CoverSpace, Role::CoverUnit]);
    assert_eq!(layout(&draft).pages.iter().filter(|page| page.number.is_none()).count(), 1);
}

#[test]
fn a_cover_with_a_title_of_200_lines_still_prints_all_of_it() {
    let mut draft = bound();
    draft.title = Some("云岭团县委工作总结\n".repeat(200));
    let document = layout(&draft);
    let on_cover = |line: &&Line| document.blocks[line.block].role == Role::CoverTitle;
    assert_eq!(document.pages.iter().flat_map(|page| &page.lines).filter(on_cover).count(), 200);
}

#[test]
fn a_long_heading_wraps_with_its_number_on_the_last_line() {
    let document = layout(&bound());
    let listed: Vec<&Line> = document.pages[1].lines.iter().collect();
    let at = listed.iter().position(|line| text(line).contains("青年之家、志愿")).unwrap();
    assert_eq!(listed[at].block, listed[at + 1].block);
    assert!(reference(listed[at]).is_none() && reference(listed[at + 1]).is_some());
    assert_eq!(listed[at].left, listed[at + 1].left);
    let edge = document.style.paper_width - document.style.right;
    assert_eq!(listed[at + 1].left + listed[at + 1].width, edge);
    let widest = width::text(&text(listed[at])) as i32 * document.style.body.em_twips() / 2;
    assert!(listed[at].left + widest < edge - 2 * document.style.body.em_twips());
}

#[test]
fn a_heading_that_runs_into_its_paragraph_is_listed_without_its_full_stop() {
    let document = layout(&usual_with_contents());
    let entries = document.blocks.iter().filter(|block| matches!(block.role, Role::ContentsEntry(2)));
    let listed: Vec<String> = entries.map(|block| ink(block, false)).collect();
    let run_in = ["（一）乡镇团干部兼职多", "（一）配强乡镇团干部"];
    assert!(run_in.iter().all(|heading| listed.contains(&(*heading).to_owned())), "{listed:?}");
}

#[test]
fn an_entry_leads_to_the_field_of_its_heading() {
    let document = layout(&usual_with_contents());
    let entries = document.blocks.iter().filter(|block| matches!(block.role, Role::ContentsEntry(_)));
    let first = entries.map(runs_of).next().unwrap();
    let place = first.iter().find_map(|run| run.origin.as_ref()).unwrap().place;
    assert_eq!(place, Place::PartHeading(PartKind::Work));
}

#[test]
fn contents_of_many_pages_go_on_without_a_number() {
    let mut draft = usual_with_contents();
    for at in 0..120 {
        common::item(&mut draft, PartKind::Work, 1, &format!("第{at}件事"), "做完了。", false);
    }
    let document = layout(&draft);
    let front: Vec<&Page> = document.pages.iter().take_while(|page| page.number.is_none()).collect();
    assert!(front.len() >= 6, "{}", front.len());
    let numbers: Vec<usize> = front.iter().flat_map(|page| &page.lines).filter_map(number).collect();
    assert!(numbers.is_sorted() && numbers[0] == 1 && *numbers.last().unwrap() > 5, "{numbers:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Read off the pages alone: where the words of an entry stand in the report as a heading.
    #[test]
    fn the_number_of_each_entry_is_that_of_the_page_on_which_its_heading_stands(draft in drafts()) {
        let document = layout(&draft);
        let report = document.front_blocks();
        for line in document.pages.iter().flat_map(|page| &page.lines) {
            let Some(target) = reference(line) else { continue };
            prop_assert!(target >= report);
            let stands = |line: &&Line| line.block == target;
            let page = document.pages.iter().find(|page| page.lines.iter().any(|line| stands(&line))).unwrap();
            prop_assert_eq!(number(line), page.number);
            let entry = ink(&document.blocks[line.block], false);
            let heading = ink(&document.blocks[target], true);
            let run_in = document.blocks[target].role == Role::Body && heading.starts_with(&entry);
            prop_assert!(run_in || entry.ends_with(&heading), "{} leads to {}", entry, heading);
        }
    }

    #[test]
    fn every_heading_and_every_attachment_is_listed_once(mut draft in drafts()) {
        draft.options.contents = true;
        let document = layout(&draft);
        let entries: Vec<&Block> =
            document.blocks.iter().filter(|block| matches!(block.role, Role::ContentsEntry(_))).collect();
        let listed: Vec<usize> = document.pages.iter().flat_map(|page| &page.lines).filter_map(reference).collect();
        prop_assert!(listed.is_sorted());
        prop_assert_eq!(entries.len(), listed.len());
        let attached = document.blocks.iter().position(|block| block.role == Role::AttachmentMark);
        for (at, block) in document.blocks.iter().enumerate() {
            let standing = matches!(block.role, Role::Heading(1 | 2) | Role::AttachmentTitle);
            let run_in = runs_of(block).first().is_some_and(|run| matches!(run.style, RunStyle::RunIn(1 | 2)))
                && attached.is_none_or(|attached| at < attached);
            let wanted = (standing || run_in) && !ink(block, true).is_empty();
            prop_assert!(!wanted || listed.iter().filter(|listed| **listed == at).count() == 1, "{at}");
            prop_assert!(wanted || block.role == Role::AttachmentMark || !listed.contains(&at), "{at}");
        }
    }
}

fn usual_with_contents() -> Draft {
    let mut draft = usual();
    draft.options.contents = true;
    draft
}

fn runs_of(block: &Block) -> &[Run] {
    match &block.content {
        Content::Paragraph(runs) => runs,
        Content::Table(_) => &[],
    }
}

/// The characters of a block that take ink, with or without the number of a page.
fn ink(block: &Block, number: bool) -> String {
    let runs = runs_of(block).iter().filter(|run| number || !is_number(run));
    runs.flat_map(|run| run.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

fn is_number(run: &Run) -> bool {
    matches!(run.style, RunStyle::PageReference(_))
}

fn text_runs(line: &Line) -> &[Run] {
    match &line.content {
        LineContent::Text(runs) => runs,
        _ => &[],
    }
}

fn text(line: &Line) -> String {
    text_runs(line).iter().map(|run| run.text.as_str()).collect()
}

fn lines(page: &Page) -> Vec<String> {
    page.lines.iter().map(text).collect()
}

/// The block that a line of the contents leads to.
fn reference(line: &Line) -> Option<usize> {
    text_runs(line).iter().find_map(|run| match run.style {
        RunStyle::PageReference(block) => Some(block),
        _ => None,
    })
}

/// The number printed at the end of a line of the contents.
fn number(line: &Line) -> Option<usize> {
    text_runs(line).iter().find(|run| is_number(run))?.text.parse().ok()
}

/// The pages before the report, line by line, and the first line of each page of it.
fn shown(document: &Document) -> String {
    let mut out = String::new();
    for page in &document.pages {
        match page.number {
            None => out.push_str("\n(no number)\n"),
            Some(number) => writeln!(out, "\n— {number} —").unwrap(),
        }
        let most = if page.number.is_none() { usize::MAX } else { 2 };
        for line in page.lines.iter().take(most) {
            let (role, align) = (document.blocks[line.block].role, format!("{:?}", line.align));
            let words: Vec<String> = text_runs(line)
                .iter()
                .map(|run| format!("{}{}", if is_number(run) { " … " } else { "" }, run.text))
                .collect();
            writeln!(
                out,
                "{:>5} {:>4} {:>4} {:>4} {align:<9} {role:?} {}",
                line.top,
                line.height,
                line.left,
                line.width,
                words.concat()
            )
            .unwrap();
        }
    }
    out
}
