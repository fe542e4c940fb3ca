//! A draft as it prints: blocks, lines and pages.

mod common;

use common::{drafts, empty, full, item, usual};
use proptest::prelude::*;
use qinggao::draft::reference::References;
use qinggao::draft::{Draft, IndicatorId, PageStyle, PartKind, Place, edit};
use qinggao::layout::{
    Align, Block, Content, Document, Line, LineContent, Role, Run, RunStyle, character_spacing, layout,
    length, markdown, plain_text,
};
use qinggao::text::{date, width};
use std::fmt::Write;

#[test]
fn an_empty_report_prints_its_title_and_headings() {
    insta::assert_snapshot!(shown(&layout(&empty())));
}

#[test]
fn a_usual_report_prints_as_a_secretary_sets_it() {
    insta::assert_snapshot!(shown(&layout(&usual())));
}

#[test]
fn a_full_report_prints_four_levels_a_nested_part_and_a_table() {
    insta::assert_snapshot!(shown(&layout(&full())));
}

#[test]
fn a_report_is_read_as_plain_text() {
    insta::assert_snapshot!(plain_text(&layout(&usual())));
}

/// GB/T 9704—2012, 7.3.5, in characters from the right edge: (signature, date).
#[test]
fn signature_and_date_stand_where_the_standard_puts_them() {
    let cases = [
        // 2026年7月1日 is 6 characters wide, 2026年11月30日 is 7.
        ("云岭团县委", "2026-07-01", false, (1280 + 320, 640)),
        ("共青团云岭县委", "2026-07-01", false, (640, 320)),
        ("共青团云岭县委", "2026-11-30", false, (640, 0)),
        ("团县委", "2026-11-30", false, (1280 + 4 * 320, 640)),
        ("共青团云岭县委员会", "2026-07-01", false, (640, 960)),
        ("共青团云岭县委员会", "2026-07-01", true, (1280 - 480, 1280)),
        ("云岭团县委", "2026-07-01", true, (1280 + 160, 1280)),
    ];
    for (signature, day, seal, expected) in cases {
        let mut draft = usual();
        draft.signature = Some(signature.into());
        draft.date = date::parse(day);
        draft.seal = seal;
        let document = layout(&draft);
        let right = |role| document.blocks.iter().find(|block| block.role == role).unwrap().indent_right;
        assert_eq!((right(Role::Signature), right(Role::Date)), expected, "{signature} {day} {seal}");
    }
}

#[test]
fn a_page_holds_22_lines_of_28_characters() {
    let mut draft = empty();
    draft.closing = "青".repeat(28 * 60);
    let document = layout(&draft);
    assert_eq!(document.pages[1].lines.len(), 22);
    for line in &document.pages[1].lines {
        assert_eq!((text(line).chars().count(), line.align, line.width), (28, Align::Justified, 8844));
    }
    let last = document.pages[1].lines.last().unwrap();
    assert!(last.top + last.height <= 16838 - 1984);
}

#[test]
fn a_heading_at_the_foot_of_a_page_goes_over_with_its_text() {
    for filling in 1..30 {
        let mut draft = usual();
        draft.preamble = "一\n".repeat(filling);
        draft.closing = "二\n三".into();
        let document = layout(&draft);
        for page in document.pages.iter().take(document.pages.len() - 1) {
            let last = &document.blocks[page.lines.last().unwrap().block];
            assert!(!matches!(last.role, Role::Heading(_)), "{filling}");
        }
        let page_of = |role| {
            let on = |line: &Line| document.blocks[line.block].role == role;
            document.pages.iter().find(|page| page.lines.iter().any(on)).unwrap()
        };
        let signed = page_of(Role::Signature);
        assert_eq!(signed, page_of(Role::Date), "{filling}");
        let body = signed.lines.iter().any(|line| document.blocks[line.block].role == Role::Body);
        assert!(body, "the signature stands alone after {filling} lines");
    }
}

#[test]
fn a_long_table_repeats_its_header_on_each_page() {
    let mut draft = usual();
    let row = draft.indicators[0].as_ref().clone();
    for at in 0..80 {
        let mut row = row.clone();
        row.id.0 = 1000 + at;
        draft.indicators.push(row.into());
    }
    let document = layout(&draft);
    let tables: Vec<_> = document
        .pages
        .iter()
        .filter(|page| page.lines.iter().any(|line| matches!(line.content, LineContent::TableRow(..))))
        .collect();
    assert!(tables.len() >= 3);
    for page in tables {
        let first = page.lines.iter().find(|line| !matches!(line.content, LineContent::Text(_))).unwrap();
        assert!(matches!(first.content, LineContent::TableHeader(_)));
    }
}

#[test]
fn columns_in_which_nothing_stands_are_left_out_and_figures_stay_as_typed() {
    let mut draft = usual();
    let headers = |draft: &Draft| {
        layout(draft).blocks.into_iter().find_map(|block| match block.content {
            Content::Table(table) => Some(table.header.join(" ")),
            Content::Paragraph(_) => None,
        })
    };
    assert_eq!(headers(&draft).unwrap(), "序号 指标 单位 本期 去年同期 同比 目标 完成率");
    for row in draft.indicators.iter_mut().map(std::sync::Arc::make_mut) {
        row.target = "".into();
        row.last_year = "".into();
    }
    assert_eq!(headers(&draft).unwrap(), "序号 指标 单位 本期");
    for row in draft.indicators.iter_mut().map(std::sync::Arc::make_mut) {
        row.value = "".into();
    }
    assert_eq!(headers(&draft), None);
}

#[test]
fn the_length_of_each_part_is_known() {
    let mut draft = empty();
    draft.preamble = "开头".into();
    draft.closing = "结尾".into();
    item(&mut draft, PartKind::Work, 1, "组织", "共1,779人。", false);
    let length = length(&layout(&draft));
    let work = "一、工作情况（一）组织共人。".chars().count() + 1;
    let parts: Vec<(&str, usize)> =
        length.parts.iter().map(|part| (part.heading.as_str(), part.characters)).collect();
    let others = [("二、经验做法", 6), ("三、存在问题", 6), ("四、工作计划", 6)];
    assert_eq!(parts, [[("一、工作情况", work)].as_slice(), &others].concat());
    let title = 1 + "年上半年工作总结及下半年工作计划".chars().count();
    assert_eq!((length.opening, length.ending), (title + 2, 2));
    assert_eq!(length.whole, title + 4 + work + 3 * 6);
}

#[test]
fn the_short_version_prints_headings_and_first_sentences_and_a_click_still_finds_the_words() {
    let mut draft = full();
    draft.options.brief = true;
    let before = draft.clone();
    insta::assert_snapshot!(shown(&layout(&draft)));
    assert_eq!(draft, before);
}

#[test]
fn a_report_is_read_as_markdown() {
    let mut draft = usual();
    draft.closing = "1. 一行以数字开头。\n* 一行以星号开头，_不_是`强调`。\n# 不是标题\n- 不是列表\n10)也不是 a\\b <i> [链接](x) ~~删~~ &amp;".into();
    draft.indicator_mut(IndicatorId(1)).unwrap().name = "团员|人数*".into();
    insta::assert_snapshot!(markdown(&layout(&draft)));
}

#[test]
fn a_word_of_10000_letters_is_broken_and_nothing_of_it_is_lost() {
    let mut draft = empty();
    let word = "a".repeat(10_000);
    draft.closing = format!("见{word}，下同");
    let document = layout(&draft);
    let printed: String = document.pages.iter().flat_map(|page| &page.lines).map(text).collect();
    assert!(printed.contains(&draft.closing));
    // Letters of 154 twips, set close as all characters of the body are, on 8844.
    let full = document.pages[1].lines.iter().filter(|line| text(line).len() == 57).count();
    assert_eq!(full, 22);
}

#[test]
fn a_title_typed_on_two_lines_stays_on_two() {
    let mut draft = empty();
    draft.title = Some("云岭团县委\n{期间}工作总结".into());
    let document = layout(&draft);
    let titles = document.blocks.iter().filter(|block| block.role == Role::Title);
    let lines: Vec<String> =
        titles.map(|block| runs_of(block).iter().map(|run| run.text.as_str()).collect()).collect();
    assert_eq!(lines, ["云岭团县委", "2026年上半年工作总结"]);
    assert_eq!(document.title, "云岭团县委2026年上半年工作总结");
}

#[test]
fn settings_that_cannot_be_used_still_print_everything() {
    let mut draft = full();
    draft.page = PageStyle {
        paper_width: i32::MIN,
        paper_height: i32::MAX,
        left: i32::MAX,
        line_pitch: 0,
        characters: 0,
        ..PageStyle::default()
    };
    draft.page.body.half_points = 0;
    draft.page.title.half_points = u16::MAX;
    assert!(plain_text(&layout(&draft)).contains("特此报告。"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_typed_is_printed_in_order(draft in drafts()) {
        let document = layout(&draft);
        let references = References::of(&draft);
        for (place, typed) in edit::texts(&draft) {
            let expected = ink(&references.expand(&typed).text);
            let printed: String = document
                .blocks
                .iter()
                .skip(document.front_blocks())
                .flat_map(runs_of)
                .filter(|run| run.origin.as_ref().is_some_and(|origin| origin.place == place))
                .map(|run| run.text.as_str())
                .collect();
            prop_assert_eq!(ink(&printed), expected, "{}", place);
        }
    }

    #[test]
    fn a_run_leads_back_to_the_letters_it_was_typed_with(draft in drafts()) {
        let document = layout(&draft);
        let lines = document.pages.iter().flat_map(|page| &page.lines).flat_map(text_runs);
        for run in document.blocks.iter().flat_map(runs_of).chain(lines) {
            let Some(origin) = &run.origin else { continue };
            let typed = edit::get_text(&draft, origin.place).unwrap();
            let source = typed.get(origin.range.clone());
            prop_assert!(source.is_some());
            if !origin.reference && !run.text.is_empty() {
                prop_assert_eq!(source.unwrap(), run.text.as_str());
            }
        }
    }

    #[test]
    fn the_lines_of_a_paragraph_are_the_paragraph(draft in drafts()) {
        let document = layout(&draft);
        let mut printed = vec![String::new(); document.blocks.len()];
        let mut last = 0;
        for line in document.pages.iter().flat_map(|page| &page.lines) {
            prop_assert!(line.block >= last);
            last = line.block;
            printed[line.block].push_str(&text(line));
        }
        for (block, printed) in document.blocks.iter().zip(printed) {
            prop_assert_eq!(printed, runs_of(block).iter().map(|run| run.text.as_str()).collect::<String>());
        }
    }

    #[test]
    fn no_line_is_wider_than_the_page_but_for_a_hanging_stop(draft in drafts()) {
        let document = layout(&draft);
        for line in document.pages.iter().flat_map(|page| &page.lines) {
            let LineContent::Text(runs) = &line.content else { continue };
            let block = &document.blocks[line.block];
            let text = text(line);
            let text = text.trim_end_matches([' ', '\t']);
            let style = &document.style;
            let em = block.role.face(RunStyle::Plain, style).em_twips();
            let indent = match block.role {
                Role::Signature | Role::Date => block.indent_right,
                role if runs.first() == runs_of(block).first() || first_of_block(&document, line) => {
                    role.first_line_indent(style) * em
                }
                _ => 0,
            };
            let spacing = if block.role.is_spaced() { character_spacing(style) } else { 0 };
            let wide = |c| match width::half_cells(c) as i32 {
                0 => 0,
                cells => cells * em / 2 + spacing,
            };
            let taken: i32 = text.chars().map(wide).sum();
            let room = style.text_width() - indent;
            let hangs = text.ends_with(|c| "，。、；：！？．,.;:!?".contains(c));
            prop_assert!(taken <= room + if hangs { em } else { 0 }, "{} > {}: {}", taken, room, text);
        }
    }

    #[test]
    fn no_line_begins_with_a_stop_that_follows_a_character(draft in drafts()) {
        let document = layout(&draft);
        let lines: Vec<&Line> = document.pages.iter().flat_map(|page| &page.lines).collect();
        for pair in lines.windows(2) {
            let (before, after) = (text(pair[0]), text(pair[1]));
            if pair[0].block != pair[1].block || !after.starts_with(['。', '，', '、', '”', '）', '》']) {
                continue;
            }
            // Only where the whole line offers no place to break: one word, or marks alone.
            let inner: Vec<char> = before.chars().collect();
            let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            let torn = inner.windows(2).any(|pair| chinese(pair[0]) && chinese(pair[1]));
            prop_assert!(!torn, "{before}|{after}");
        }
    }

    #[test]
    fn markdown_holds_every_character_of_every_paragraph(draft in drafts()) {
        let document = layout(&draft);
        let mut expected: Vec<(bool, String)> = Vec::new();
        for block in document.blocks.iter().skip(document.front_blocks()) {
            let title = block.role == Role::Title;
            let text: String = runs_of(block).iter().map(|run| run.text.as_str()).collect();
            match expected.last_mut().filter(|(before, _)| *before && title) {
                // The lines of a title are one heading.
                Some((_, before)) => before.push_str(&text),
                None if text.is_empty() => {}
                None => expected.push((title, text)),
            }
        }
        let written = markdown(&document);
        let lines = written.split('\n').filter(|line| !line.is_empty() && !line.starts_with('|'));
        let read: Vec<String> = lines.map(unescaped).collect();
        prop_assert_eq!(read, expected.into_iter().map(|(_, text)| text).collect::<Vec<_>>());
    }

    #[test]
    fn the_short_version_is_part_of_the_report_and_its_origins_are_those_of_the_typed(draft in drafts()) {
        let mut short = draft.clone();
        short.options.brief = true;
        let (whole, short) = (layout(&draft), layout(&short));
        let printed: Vec<&Run> = whole.blocks.iter().flat_map(runs_of).collect();
        for run in short.blocks.iter().flat_map(runs_of) {
            let Some(origin) = &run.origin else { continue };
            let begins = |other: &&Run| {
                other.origin.as_ref().is_some_and(|it| it.place == origin.place && it.range.start == origin.range.start)
                    && other.text.starts_with(&run.text)
            };
            prop_assert!(run.text.is_empty() || printed.iter().any(begins), "{run:?}");
        }
    }

    #[test]
    fn pages_are_numbered_and_none_is_fuller_than_it_can_be(draft in drafts()) {
        let document = layout(&draft);
        let style = &document.style;
        prop_assert!(!document.pages.is_empty());
        let front = document.pages.iter().take_while(|page| page.number.is_none()).count();
        for (at, page) in document.pages.iter().enumerate() {
            prop_assert_eq!(page.number, (at >= front).then(|| at + 1 - front));
            prop_assert!(page.lines.iter().all(|line| (line.block < document.front_blocks()) == (at < front)));
            let mut y = style.top;
            for line in &page.lines {
                prop_assert_eq!(line.top, y);
                y += line.height;
                prop_assert!(line.left >= style.left);
                prop_assert!(line.left + line.width <= style.paper_width - style.right);
            }
            prop_assert!(y <= style.paper_height - style.bottom);
        }
    }

    #[test]
    fn headings_end_no_page_and_signatures_stand_with_text(draft in drafts()) {
        let document = layout(&draft);
        for pair in document.pages.windows(2) {
            // The report begins on a page of its own.
            if pair[0].number.is_none() && pair[1].number.is_some() {
                continue;
            }
            let last = pair[0].lines.last().unwrap();
            let block = &document.blocks[last.block];
            if !block.keep_with_next {
                continue;
            }
            // What must stay together may part only where a page cannot hold it.
            let next = pair[1].lines.first().unwrap();
            prop_assert!(next.block == last.block || chain(&document, last.block) > document.style.text_height());
        }
    }
}

/// Height of all that is bound to a block, before it and after it.
fn chain(document: &Document, block: usize) -> i32 {
    let bound = |at: &usize| document.blocks[*at].keep_with_next;
    let first = (0..block).rev().take_while(bound).last().unwrap_or(block);
    let last = (block..document.blocks.len()).take_while(bound).last().unwrap_or(block) + 1;
    let lines = document.pages.iter().flat_map(|page| &page.lines);
    lines.filter(|line| (first..=last).contains(&line.block)).map(|line| line.height).sum()
}

/// A line of Markdown as a reader shows it: without the marks of a heading and without the strokes
/// that keep a mark from meaning something.
fn unescaped(line: &str) -> String {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let text = if hashes > 0 { line[hashes..].strip_prefix(' ').unwrap() } else { line };
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => out.extend(chars.next()),
            _ => {
                assert!(!matches!(c, '*' | '_' | '`' | '<' | '['), "bare {c} in {line}");
                out.push(c);
            }
        }
    }
    out
}

fn first_of_block(document: &Document, line: &Line) -> bool {
    let mut lines = document.pages.iter().flat_map(|page| &page.lines);
    lines.find(|other| other.block == line.block).is_some_and(|first| std::ptr::eq(first, line))
}

/// What of a text takes ink: a paragraph is trimmed, and lines become paragraphs.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn runs_of(block: &Block) -> &[Run] {
    match &block.content {
        Content::Paragraph(runs) => runs,
        Content::Table(_) => &[],
    }
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

/// A document for reading: its blocks with their marks, then its pages line by line.
fn shown(document: &Document) -> String {
    let mut out = format!("title: {}\nauthor: {}\n\n", document.title, document.author);
    for block in &document.blocks {
        write!(out, "{:?}", block.role).unwrap();
        if block.page_break_before {
            out.push_str(" new-page");
        }
        if block.keep_with_next {
            out.push_str(" keep");
        }
        if block.indent_right != 0 {
            write!(out, " right={}", block.indent_right).unwrap();
        }
        write!(out, " {}: ", block.line_height).unwrap();
        match &block.content {
            Content::Paragraph(runs) => runs.iter().for_each(|run| show_run(&mut out, run)),
            Content::Table(table) => {
                write!(out, "{:?} {:?}", table.widths, table.header).unwrap();
                for row in &table.rows {
                    let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                    write!(out, "\n    {}", cells.join(" | ")).unwrap();
                }
            }
        }
        out.push('\n');
    }
    for page in &document.pages {
        writeln!(out, "\n— {} —", page.number.unwrap()).unwrap();
        for line in &page.lines {
            let words = match &line.content {
                LineContent::Text(_) => text(line),
                other => format!("{other:?}"),
            };
            let align = format!("{:?}", line.align);
            writeln!(out, "{:>5} {:>4} {:>4} {align:<9} {words}", line.top, line.height, line.left).unwrap();
        }
    }
    out
}

fn show_run(out: &mut String, run: &Run) {
    let style = match run.style {
        RunStyle::Plain => String::new(),
        RunStyle::RunIn(level) => format!("#{level}"),
        RunStyle::PageReference(block) => format!("#{block}"),
    };
    let origin = match &run.origin {
        Some(origin) if origin.reference => format!("{}!{:?}", origin.place, origin.range),
        Some(origin) if origin.place == Place::Title => String::from("title"),
        Some(origin) => format!("{}", origin.place),
        None => String::from("-"),
    };
    write!(out, "[{}]({origin}{style})", run.text).unwrap();
}
