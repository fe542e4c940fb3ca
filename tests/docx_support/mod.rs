//! Documents to export, and the text they hold.
#![allow(dead_code, reason = "each test binary uses some of these")]

pub mod check;
pub mod read;
pub mod read_back;

use qinggao::layout::{Block, Cell, Content, Document, LineContent, PageStyle, Role, Run, RunStyle, Table};

/// The Python that has lxml and python-docx: the one that the setup names, or the system's.
pub fn python() -> std::path::PathBuf {
    std::env::var_os("QINGGAO_PYTHON").map_or_else(|| "python3".into(), Into::into)
}

/// A document of these blocks on a page of GB/T 9704.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "共青团云岭县委员会2026年上半年工作总结及下半年工作计划".to_owned(),
        author: "共青团云岭县委员会".to_owned(),
        style: PageStyle::default(),
        blocks,
        pages: vec![],
    }
}

/// A block with nothing special about it.
pub fn block(role: Role, content: Content) -> Block {
    let line_height = if matches!(role, Role::Title | Role::AttachmentTitle) { 700 } else { 579 };
    Block {
        role,
        content,
        page_break_before: false,
        keep_with_next: false,
        indent_right: 0,
        hanging: None,
        line_height,
    }
}

/// A paragraph of one run.
pub fn paragraph(role: Role, text: &str) -> Block {
    block(role, Content::Paragraph(vec![run(text, RunStyle::Plain)]))
}

fn run(text: &str, style: RunStyle) -> Run {
    Run { text: text.to_owned(), style, origin: None }
}

/// A report with one block of each role.
pub fn report() -> Document {
    let cell = |text: &str, figure| Cell { text: text.to_owned(), figure, place: None, range: None };
    let mut table = block(
        Role::Body,
        Content::Table(Table {
            header: ["指标", "单位", "本期"].map(str::to_owned).to_vec(),
            widths: vec![4000, 1500, 2000],
            row_height: 400,
            rows: vec![
                vec![cell("团员", false), cell("人", false), cell("1779", true)],
                vec![cell("团支部 & 团总支", false), cell("个", false), cell("", true)],
            ],
            origin: None,
        }),
    );
    table.line_height = 312;
    let mut run_in = block(
        Role::Body,
        Content::Paragraph(vec![
            run("(二)", RunStyle::RunIn(2)),
            run("办好实事。", RunStyle::RunIn(2)),
            run("“青年之家”开放120场——服务3000人次…… 留  双空格\t制表。", RunStyle::Plain),
        ]),
    );
    run_in.keep_with_next = true;
    let mut signature = paragraph(Role::Signature, "共青团云岭县委员会");
    (signature.indent_right, signature.keep_with_next) = (640, true);
    let mut date = paragraph(Role::Date, "2026年7月1日");
    date.indent_right = 1600;
    let mut mark = paragraph(Role::AttachmentMark, "附件");
    mark.page_break_before = true;
    let blank = || block(Role::Blank, Content::Paragraph(vec![]));
    document(vec![
        paragraph(Role::Title, "共青团云岭县委员会"),
        paragraph(Role::Title, "2026年上半年工作总结及下半年工作计划"),
        blank(),
        paragraph(Role::Addressee, "团市委："),
        paragraph(Role::Body, "上半年，全县共青团工作稳步推进，现将有关情况报告如下。"),
        paragraph(Role::Heading(1), "一、工作情况"),
        paragraph(Role::Heading(2), "(一)建强基层"),
        paragraph(Role::Heading(3), "1.摸清底数"),
        paragraph(Role::Heading(4), "(1)逐村走访"),
        run_in,
        blank(),
        paragraph(Role::AttachmentNote, "附件：主要指标完成情况表"),
        blank(),
        signature,
        date,
        mark,
        paragraph(Role::AttachmentTitle, "主要指标完成情况表"),
        paragraph(Role::TableCaption, "统计口径：截至6月30日"),
        table,
    ])
}

/// Paragraphs and cells that hold something, as the Word file should hold them.
pub fn text_of(document: &Document) -> Vec<String> {
    let mut texts = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        match &block.content {
            // Each run is written by itself: the end of one and the beginning of the next make no
            // line end together.
            Content::Paragraph(_)
                if matches!(block.role, Role::ContentsEntry(_)) && !document.pages.is_empty() =>
            {
                let lines =
                    document.pages.iter().flat_map(|page| &page.lines).filter(|line| line.block == at);
                let lines = lines.filter_map(|line| match &line.content {
                    LineContent::Text(runs) => Some(runs.iter().map(in_word).collect::<String>()),
                    _ => None,
                });
                texts.push(lines.collect::<Vec<_>>().join("\n"));
            }
            Content::Paragraph(runs) => texts.push(runs.iter().map(in_word).collect()),
            Content::Table(table) => {
                texts.extend(table.header.iter().map(|text| written(text)));
                texts.extend(table.rows.iter().flatten().map(|cell| written(&cell.text)));
            }
        }
    }
    texts.retain(|text: &String| !text.is_empty());
    texts
}

/// A run as it stands in the file: the number of a page behind the tab that draws the leader.
fn in_word(run: &Run) -> String {
    let tab = if matches!(run.style, RunStyle::PageReference(_)) && !run.text.is_empty() { "\t" } else { "" };
    format!("{tab}{}", written(&run.text))
}

/// A text without what XML forbids, its line ends alike.
fn written(text: &str) -> String {
    let allowed =
        |c: &char| *c >= ' ' && *c != '\u{fffe}' && *c != '\u{ffff}' || matches!(c, '\t' | '\n' | '\r');
    text.chars().filter(allowed).collect::<String>().replace("\r\n", "\n").replace('\r', "\n")
}
