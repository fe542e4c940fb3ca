//! The report as a document: blocks with their styles, and pages with their lines. Neutral: the
//! preview draws it, the Word export writes it, neither knows more than stands here.

use crate::draft::page_style::Face;
use crate::draft::{PageStyle, Place};
use std::ops::Range;

/// A laid-out report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Title as one line, for document properties and file names.
    pub title: String,
    /// The unit, for document properties.
    pub author: String,
    /// Paper, margins, grid and faces.
    pub style: PageStyle,
    /// Everything that prints, in order: cover and contents first, where they are wanted.
    pub blocks: Vec<Block>,
    /// The same, broken into lines and pages.
    pub pages: Vec<Page>,
}

impl Document {
    /// How many of the blocks are front matter: cover and contents. The report is what follows.
    pub fn front_blocks(&self) -> usize {
        self.blocks.iter().rposition(|block| block.role.is_front()).map_or(0, |last| last + 1)
    }
}

/// What a block is; a role has one style in the Word file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// 标题, one block a line.
    Title,
    /// 主送机关
    Addressee,
    /// A heading that stands alone on its line, level 1 to 4.
    Heading(u8),
    /// 正文; a run-in heading is its first run.
    Body,
    /// 附件说明
    AttachmentNote,
    /// 落款
    Signature,
    /// 成文日期
    Date,
    /// 「附件」 on top of an attachment's page.
    AttachmentMark,
    /// Title of an attachment.
    AttachmentTitle,
    /// Title of a table that stands in the text.
    TableCaption,
    /// A line above or below a table that is a document of its own.
    TableNote,
    /// A blank line between elements.
    Blank,
    /// Room on the cover, as one empty line as high as it.
    CoverSpace,
    /// 标题 on the cover, one block a line.
    CoverTitle,
    /// The unit on the cover.
    CoverUnit,
    /// 成文日期 on the cover.
    CoverDate,
    /// 「目录」.
    ContentsTitle,
    /// A line of the contents, of a heading of level 1 or 2.
    ContentsEntry(u8),
    /// Ends the contents: a line without height to speak of.
    ContentsEnd,
}

impl Role {
    /// The face that a run of a paragraph of this role is set in.
    pub fn face(self, style: RunStyle, page: &PageStyle) -> &Face {
        match (self, style) {
            (_, RunStyle::RunIn(level)) | (Self::Heading(level), _) => page.heading(level),
            (Self::Title | Self::AttachmentTitle | Self::CoverTitle | Self::ContentsTitle, _) => &page.title,
            // 附件 and the title of a table are set like a first heading (GB/T 9704—2012, 7.3.7).
            (Self::AttachmentMark | Self::TableCaption, _) => &page.heading1,
            (Self::TableNote, _) => &page.table,
            (Self::CoverUnit | Self::CoverDate, _) => &page.heading2,
            (Self::ContentsEntry(0 | 1), _) => &page.heading1,
            _ => &page.body,
        }
    }

    /// True for what stands on the cover or in the contents. Blank lines there are like any other.
    pub fn is_front(self) -> bool {
        matches!(
            self,
            Self::CoverSpace
                | Self::CoverTitle
                | Self::CoverUnit
                | Self::CoverDate
                | Self::ContentsTitle
                | Self::ContentsEntry(_)
                | Self::ContentsEnd
        )
    }

    /// Characters of it are set closer where a line of body text has to hold more than fit
    /// ([`character_spacing`](super::character_spacing)).
    pub fn is_spaced(self) -> bool {
        matches!(self, Self::Addressee | Self::Heading(_) | Self::Body | Self::AttachmentNote | Self::Blank)
    }

    /// Full-width characters by which the first line of a paragraph stands in.
    pub fn first_line_indent(self, page: &PageStyle) -> i32 {
        match self {
            Self::Heading(_) | Self::Body | Self::AttachmentNote => page.indent.into(),
            _ => 0,
        }
    }
}

/// A paragraph or a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its role.
    pub role: Role,
    /// Its content.
    pub content: Content,
    /// Starts a page.
    pub page_break_before: bool,
    /// Its last line (of a table, its last row) stands on one page with the block after it.
    pub keep_with_next: bool,
    /// Twips from the right edge of the 版心: of signature and date.
    pub indent_right: i32,
    /// Where its lines begin, if not where those of its role do.
    pub hanging: Option<Hanging>,
    /// Exact height of each of its lines in twips; of a table, of a line within a cell.
    pub line_height: i32,
}

impl Block {
    /// A block with nothing special about it.
    pub(super) fn new(role: Role, content: Content, line_height: i32) -> Self {
        Self {
            role,
            content,
            page_break_before: false,
            keep_with_next: false,
            indent_right: 0,
            hanging: None,
            line_height,
        }
    }
}

/// Where the lines of a paragraph begin, in twips from the left edge of the 版心.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hanging {
    /// The first line.
    pub first: i32,
    /// All others.
    pub rest: i32,
}

/// What a block holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Runs of text.
    Paragraph(Vec<Run>),
    /// A table.
    Table(Table),
}

/// The style of a run within its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunStyle {
    /// The block's own.
    Plain,
    /// A heading of a level that runs into its paragraph.
    RunIn(u8),
    /// The number of the page on which a block of the document begins, by its position in
    /// [`Document::blocks`]. A leader of dots stands before it.
    PageReference(usize),
}

/// A stretch of text of one style and one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What prints. No line breaks.
    pub text: String,
    /// Its style.
    pub style: RunStyle,
    /// Where it was typed; `None` for what the app wrote itself, such as ordinals.
    pub origin: Option<Origin>,
}

/// Where a run was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The field.
    pub place: Place,
    /// Bytes of the field's text as typed. Longer or shorter than the run's text where the run
    /// is an expanded reference.
    pub range: Range<usize>,
    /// The run stands for a reference, which is pointed at as a whole.
    pub reference: bool,
}

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Heading cells; the row repeats on each page.
    pub header: Vec<String>,
    /// Column widths in twips; together at most the width of the 版心.
    pub widths: Vec<i32>,
    /// Twips that a row is high at least; more where a cell has several lines.
    pub row_height: i32,
    /// Cells, one row of as many cells as the header.
    pub rows: Vec<Vec<Cell>>,
    /// Where it was typed as a whole, the header with it; `None` for a table that is made.
    pub origin: Option<Origin>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What prints.
    pub text: String,
    /// Figures stand right-aligned.
    pub figure: bool,
    /// Where it was typed.
    pub place: Option<Place>,
    /// Bytes of that field's text; `None` where the cell has a field of its own.
    pub range: Option<Range<usize>>,
}

/// A page as it prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What is printed on it: 1 for the first page of the report, none on cover and contents.
    pub number: Option<usize>,
    /// Lines and table rows from top to bottom.
    pub lines: Vec<Line>,
}

/// A line of a page, or a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which of [`Document::blocks`] it belongs to.
    pub block: usize,
    /// Twips from the top of the paper to the line's upper edge.
    pub top: i32,
    /// Its height in twips.
    pub height: i32,
    /// Twips from the left edge of the paper to the first character.
    pub left: i32,
    /// Twips that the line may fill.
    pub width: i32,
    /// How it stands in that width.
    pub align: Align,
    /// What stands on it.
    pub content: LineContent,
}

/// How a line stands in its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Flush left: the last line of a paragraph.
    Left,
    /// Stretched to the full width.
    Justified,
    /// Centred.
    Centre,
}

/// What stands on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineContent {
    /// Pieces of the block's runs.
    Text(Vec<Run>),
    /// The header row of the block's table.
    TableHeader(CellLines),
    /// A row of the block's table, by its position in [`Table::rows`]. A row that no page holds
    /// goes on as another of these.
    TableRow(usize, CellLines),
}

/// The lines of each cell of a row, as they break in its column.
pub type CellLines = Vec<Vec<String>>;
