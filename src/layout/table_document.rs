//! A table that is a document of its own, such as the page of evidence: title, lines above, the
//! table, and room to sign below. Neutral: who fills it in knows what its words mean.

use super::document::{Block, Cell, Content, Document, Role, Table};
use super::field::{Runs, one_line, written};
use super::settings;
use super::{pages, title};
use crate::draft::PageStyle;
use serde::{Deserialize, Serialize};

/// Type of the title: 小二, a step below a report's own.
const TITLE_HALF_POINTS: u16 = 36;
/// Type of the table: 五号, which offices set wide tables in.
const TABLE_HALF_POINTS: u16 = 21;
/// Margins in twips: 20 mm at the sides and 25 mm above and below, since a table wants the width.
const SIDE: i32 = 1134;
const ABOVE: i32 = 1417;
/// The page number stands as far under the text as in a report.
const UNDER: i32 = 534;
/// Distance of the lines around the table, in twips.
const LINE: i32 = 420;

/// A table with all that prints around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDocument {
    /// Stands on top, centred, and in the document's properties.
    pub title: String,
    /// Who made it, for the document's properties.
    #[serde(default)]
    pub author: String,
    /// Lines between title and table.
    #[serde(default)]
    pub above: Vec<String>,
    /// The columns; their titles repeat on each page.
    pub columns: Vec<TableColumn>,
    /// Cells, one row of as many as there are columns; a missing cell is empty.
    pub rows: Vec<Vec<String>>,
    /// Who signs below the table: 填报人, 审核人.
    #[serde(default)]
    pub signatures: Vec<String>,
    /// The word before the day of signing; no day is asked for where it is empty.
    #[serde(default)]
    pub dated: String,
}

/// A column of a [`TableDocument`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumn {
    /// Its title.
    pub title: String,
    /// Its share of the width, in whatever unit the other columns use.
    pub width: u16,
    /// Its cells stand right-aligned, as figures do.
    #[serde(default)]
    pub figures: bool,
}

/// Lays a table out on A4, upright. Never fails: a table without columns prints no table.
pub fn layout_table(table: &TableDocument) -> Document {
    let style = style().usable();
    let blocks = blocks(table, &style);
    let pages = pages::pages(&blocks, &style);
    Document { title: one_line(&table.title), author: one_line(&table.author), style, blocks, pages }
}

fn style() -> PageStyle {
    let mut style = PageStyle {
        left: SIDE,
        right: SIDE,
        top: ABOVE,
        bottom: ABOVE,
        footer: ABOVE - UNDER,
        line_pitch: LINE,
        table_pitch: i32::from(TABLE_HALF_POINTS) * 13,
        ..PageStyle::default()
    };
    style.title.half_points = TITLE_HALF_POINTS;
    style.table.half_points = TABLE_HALF_POINTS;
    style
}

fn blocks(table: &TableDocument, style: &PageStyle) -> Vec<Block> {
    let mut blocks = Vec::new();
    let half_em = style.title.em_twips() / 2;
    let title_line = settings::title_line(style);
    let runs = vec![written(one_line(&table.title))];
    for line in title::lines(runs, style.text_width(), half_em, &table.author) {
        blocks.push(paragraph(Role::Title, line, title_line));
    }
    for line in &table.above {
        blocks.push(paragraph(Role::TableNote, vec![written(one_line(line))], LINE));
    }
    if !table.columns.is_empty() {
        let content = Content::Table(cells(table, style));
        let block = Block::new(Role::Body, content, settings::cell_line(style));
        // The signatures never stand alone on a page.
        blocks.push(Block { keep_with_next: true, ..block });
    }
    let signatures = signatures(table);
    if !signatures.is_empty() {
        blocks.push(paragraph(Role::Blank, Runs::new(), LINE));
    }
    for line in signatures {
        blocks.push(paragraph(Role::TableNote, vec![written(line)], LINE));
    }
    if let Some(last) = blocks.last_mut() {
        last.keep_with_next = false;
    }
    blocks
}

fn paragraph(role: Role, runs: Runs, line_height: i32) -> Block {
    Block { keep_with_next: true, ..Block::new(role, Content::Paragraph(runs), line_height) }
}

/// The table itself, as wide as the text.
pub(super) fn cells(table: &TableDocument, style: &PageStyle) -> Table {
    let room = style.text_width();
    let shares: i32 = table.columns.iter().map(|column| i32::from(column.width)).sum();
    let mut widths: Vec<i32> =
        table.columns.iter().map(|column| room * i32::from(column.width) / shares.max(1)).collect();
    let taken: i32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += room - taken;
    }
    let row = |row: &Vec<String>| {
        let cells = table.columns.iter().enumerate().map(|(at, column)| Cell {
            text: row.get(at).map(|text| one_line(text)).unwrap_or_default(),
            figure: column.figures,
            place: None,
            range: None,
        });
        cells.collect()
    };
    Table {
        header: table.columns.iter().map(|column| one_line(&column.title)).collect(),
        widths,
        row_height: style.row_height,
        rows: table.rows.iter().map(row).collect(),
        origin: None,
    }
}

/// Lines to be signed by hand: the names side by side, the day under them.
fn signatures(table: &TableDocument) -> Vec<String> {
    let room = "＿".repeat(6);
    let names: Vec<String> =
        table.signatures.iter().map(|name| format!("{}：{room}", one_line(name))).collect();
    let day = (!table.dated.trim().is_empty())
        .then(|| format!("{}：＿＿＿＿年＿＿月＿＿日", one_line(&table.dated)));
    (!names.is_empty()).then(|| names.join("　　")).into_iter().chain(day).collect()
}
