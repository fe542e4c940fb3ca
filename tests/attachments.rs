//! Attachments: the note under the body, a page for each, tables as they were pasted.

mod common;
mod docx_support;

use common::usual;
use docx_support::{check, read};
use proptest::prelude::*;
use qinggao::docx::export;
use qinggao::draft::{Draft, IndicatorTable, Place, edit};
use qinggao::layout::{
    Content, Document, Line, LineContent, Role, TableColumn, TableDocument, layout, layout_with, length,
};
use std::fmt::Write;

/// A report without a table of figures, with attachments of these names and texts.
fn with(attachments: &[(&str, &str)]) -> Draft {
    let mut draft = usual();
    draft.indicator_table = IndicatorTable::Nowhere;
    for (title, text) in attachments {
        let id = edit::add_attachment(&mut draft, None);
        edit::set_text(&mut draft, Place::AttachmentTitle(id), title);
        edit::set_text(&mut draft, Place::AttachmentText(id), text);
    }
    draft
}

fn evidence() -> TableDocument {
    let column = |title: &str, width| TableColumn { title: title.into(), width, figures: false };
    TableDocument {
        title: "云岭团县委数据核对表".into(),
        above: vec!["共 2 个数据：相符 2".into()],
        columns: vec![column("数据", 1), column("核对依据", 3)],
        rows: vec![vec!["1779人".into(), "数据指标表".into()], vec!["36场".into(), "学习台账".into()]],
        signatures: vec!["填报人".into()],
        ..TableDocument::default()
    }
}

const LIST: &str = "姓名\t单位\t学时\n王小青\t云岭县第一中学团委\t24\n李禾\t青石镇团委\t8.5";
const LONG: &str = "云岭县乡镇（街道）和县直单位团组织负责人集中轮训参加人员名单及学时统计情况";

#[test]
fn one_attachment_bears_no_number_and_its_pasted_table_prints_as_a_table() {
    let text = format!("一、参训人员\n以下同志参加集中轮训。\n{LIST}\n（二）说明");
    let document = layout(&with(&[("团干部轮训名单。", &text)]));
    insta::assert_snapshot!(shown(&document), @r#"
    — 2 —
      640 AttachmentNote 附件：团干部轮训名单
    — 3 —
        0 AttachmentMark 附件
        0 Blank 
        0 AttachmentTitle 团干部轮训名单
        0 Blank 
      640 Body 一、参训人员
      640 Body 以下同志参加集中轮训。
        0 Body [2065, 5244, 1535] 姓名 | 单位 | 学时
        0 Body llr 王小青 | 云岭县第一中学团委 | 24
        0 Body llr 李禾 | 青石镇团委 | 8.5
      640 Body （二）说明
    "#);
}

#[test]
fn several_are_numbered_and_a_long_name_goes_on_under_itself() {
    let mut draft = with(&[(LONG, LIST), ("", "没有名称的附件。"), ("", " \n"), ("会议通知", "")]);
    draft.indicator_table = IndicatorTable::Attachment;
    insta::assert_snapshot!(shown(&layout_with(&draft, Some(&evidence()))), @r#"
    — 2 —
      640 AttachmentNote 附件：1. 主要数据指标表
     1585 AttachmentNote 2. 云岭县乡镇（街道）和县直单位团组织负责人集
     2050 AttachmentNote 中轮训参加人员名单及学时统计情况
     1585 AttachmentNote 3. 
     1585 AttachmentNote 4. 会议通知
     1585 AttachmentNote 5. 云岭团县委数据核对表
    — 3 —
        0 AttachmentMark 附件1
        0 Blank 
        0 AttachmentTitle 主要数据指标表
        0 Blank 
        0 Body [696, 2532, 696, 816, 1176, 1296, 696, 936] 序号 | 指标 | 单位 | 本期 | 去年同期 | 同比 | 目标 | 完成率
        0 Body lllrrrrr 1 | 团员人数 | 人 | 1,779 | 1600 | 增长11.2% |  | 
        0 Body lllrrrrr  | 其中：学生团员 | 人 | 1200 |  |  |  | 
        0 Body lllrrrrr  | 　　　职工团员 | 人 | 579 |  |  |  | 
        0 Body lllrrrrr 2 | 新建团组织 | 家 | 10 |  |  | 12 | 83.3%
        0 Body lllrrrrr 3 | 学习场次 | 场 | 36 | 36 | 持平 | 40 | 90%
    — 4 —
        0 AttachmentMark 附件2
        0 Blank 
        0 AttachmentTitle 云岭县乡镇（街道）和县直单位团组织
        0 AttachmentTitle 负责人集中轮训参加人员名单及学时统计情况
        0 Blank 
        0 Body [2065, 5244, 1535] 姓名 | 单位 | 学时
        0 Body llr 王小青 | 云岭县第一中学团委 | 24
        0 Body llr 李禾 | 青石镇团委 | 8.5
    — 5 —
        0 AttachmentMark 附件3
        0 Blank 
      640 Body 没有名称的附件。
    — 6 —
        0 AttachmentMark 附件4
        0 Blank 
        0 AttachmentTitle 会议通知
        0 Blank 
    — 7 —
        0 AttachmentMark 附件5
        0 Blank 
        0 AttachmentTitle 云岭团县委数据核对表
        0 Blank 
        0 TableNote 共 2 个数据：相符 2
        0 Body [2211, 6633] 数据 | 核对依据
        0 Body ll 1779人 | 数据指标表
        0 Body ll 36场 | 学习台账
    "#);
}

#[test]
fn the_pages_before_the_evidence_do_not_depend_on_its_rows() {
    let draft = with(&[("名单", LIST)]);
    let whole = layout_with(&draft, Some(&evidence()));
    let bare = layout_with(&draft, Some(&TableDocument { rows: Vec::new(), ..evidence() }));
    let last = whole.pages.len() - 1;
    assert_eq!(whole.pages[..last], bare.pages[..last]);
    assert_ne!(whole.pages[last], bare.pages[last]);
    assert_eq!(length(&layout(&draft)), length(&layout(&with(&[("名单", "")]))));
}

#[test]
fn the_style_of_the_note_says_where_it_stands_as_long_as_its_names_are_short() {
    let indents = |attachments: &[(&str, &str)]| -> Vec<bool> {
        let file = export(&layout(&with(attachments)), "2026-07-01T09:30:00+08:00").unwrap().bytes;
        let xml = read::pretty(&file, "word/document.xml");
        let notes = xml.split("<w:p>").filter(|it| it.contains("\"AttachmentNote\""));
        notes.map(|it| it.contains("<w:ind")).collect()
    };
    assert_eq!(indents(&[("名单", "甲")]), [false]);
    assert_eq!(indents(&[(LONG, "甲")]), [true]);
    assert_eq!(indents(&[("名单", "甲"), ("通知", "乙")]), [false, true]);
}

#[test]
fn a_row_that_no_page_holds_loses_none_of_its_text() {
    let long = "青年".repeat(3000);
    let document = layout(&with(&[("名单", &format!("姓名\t事迹\n王小青\t{long}\n李禾\t短"))]));
    let printed: String = lines(&document).flat_map(cells).flatten().flatten().map(String::as_str).collect();
    assert_eq!(printed.matches("青年").count(), 3000);
    let bottom = document.style.paper_height - document.style.bottom;
    assert!(lines(&document).all(|line| line.top + line.height <= bottom));
}

#[test]
fn word_takes_the_attachments_as_they_are_laid_out() {
    let mut several = with(&[(LONG, LIST), ("", "甲"), ("通知", "一\t二\n三\t四\n\n五")]);
    several.indicator_table = IndicatorTable::Attachment;
    let cases = [
        ("one", layout(&with(&[("名单", LIST)]))),
        ("several", layout(&several)),
        ("evidence", layout_with(&several, Some(&evidence()))),
    ];
    let file = |document: &Document| export(document, "2026-07-01T09:30:00+08:00").unwrap().bytes;
    let files: Vec<(&str, Vec<u8>)> = cases.iter().map(|(name, it)| (*name, file(it))).collect();
    for ((_, document), (name, file)) in cases.iter().zip(&files) {
        assert_eq!(read::text(file), docx_support::text_of(document), "{name}");
    }
    check::violations(&files);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is pasted into an attachment prints, in paragraphs and tables, in its order.
    #[test]
    fn nothing_of_what_was_pasted_is_lost(title in "[甲青。1 ]{0,40}", text in "([甲青1.%，（ ]{0,30}[\t\r\n]){0,40}") {
        let document = layout(&with(&[(&title, &text)]));
        let attached = document.blocks.iter().skip_while(|block| block.role != Role::AttachmentMark);
        let mut printed = String::new();
        for block in attached.filter(|it| !matches!(it.role, Role::AttachmentMark | Role::AttachmentTitle)) {
            match &block.content {
                Content::Paragraph(runs) => runs.iter().for_each(|run| printed.push_str(&run.text)),
                Content::Table(table) => {
                    table.header.iter().for_each(|it| printed.push_str(it));
                    table.rows.iter().flatten().for_each(|cell| printed.push_str(&cell.text));
                    prop_assert!(table.widths.iter().sum::<i32>() <= document.style.text_width());
                    prop_assert!(table.widths.iter().all(|width| *width > 0));
                    prop_assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
                }
            }
        }
        prop_assert_eq!(ink(&printed), ink(&text));
    }

    /// The lines of the cells are the cells, as often as their row is cut.
    #[test]
    fn the_lines_of_a_row_hold_its_cells(text in "([甲青1.%，（]{0,200}[\t\n]){0,30}") {
        let document = layout(&with(&[("名单", &text)]));
        for (at, block) in document.blocks.iter().enumerate() {
            let Content::Table(table) = &block.content else { continue };
            for (index, row) in table.rows.iter().enumerate() {
                let mut printed = vec![String::new(); row.len()];
                for line in lines(&document).filter(|line| line.block == at) {
                    if let LineContent::TableRow(row, cells) = &line.content && *row == index {
                        printed.iter_mut().zip(cells).for_each(|(out, lines)| out.push_str(&lines.concat()));
                    }
                }
                let expected: Vec<String> = row.iter().map(|cell| cell.text.clone()).collect();
                prop_assert_eq!(printed, expected);
            }
        }
    }
}

fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn lines(document: &Document) -> impl Iterator<Item = &Line> {
    document.pages.iter().flat_map(|page| &page.lines)
}

fn cells(line: &Line) -> Option<&Vec<Vec<String>>> {
    match &line.content {
        LineContent::Text(_) => None,
        LineContent::TableHeader(cells) | LineContent::TableRow(_, cells) => Some(cells),
    }
}

/// The note and the pages of the attachments; each line with its first twip from the left edge
/// of the 版心.
fn shown(document: &Document) -> String {
    let mut out = String::new();
    for page in &document.pages {
        let mut on_page = String::new();
        for line in &page.lines {
            let block = &document.blocks[line.block];
            let attached =
                document.blocks[..=line.block].iter().any(|block| block.role == Role::AttachmentMark);
            if !attached && block.role != Role::AttachmentNote {
                continue;
            }
            let left = line.left - document.style.left;
            let words = match (&line.content, &block.content) {
                (LineContent::Text(runs), _) => runs.iter().map(|run| run.text.as_str()).collect(),
                (LineContent::TableHeader(cells), Content::Table(table)) => {
                    format!("{:?} {}", table.widths, joined(cells))
                }
                (LineContent::TableRow(at, cells), Content::Table(table)) => {
                    let figures = table.rows[*at].iter().map(|it| if it.figure { 'r' } else { 'l' });
                    format!("{} {}", figures.collect::<String>(), joined(cells))
                }
                _ => unreachable!(),
            };
            writeln!(on_page, "{left:>5} {:?} {words}", block.role).unwrap();
        }
        if let Some(number) = page.number.filter(|_| !on_page.is_empty()) {
            write!(out, "— {number} —\n{on_page}").unwrap();
        }
    }
    out
}

fn joined(cells: &[Vec<String>]) -> String {
    cells.iter().map(|lines| lines.join("/")).collect::<Vec<_>>().join(" | ")
}
