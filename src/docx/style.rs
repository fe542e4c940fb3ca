//! The styles of the file: one for each role, so that a style changed in Word changes the
//! document.
//!
//! Names that Word knows (Title, heading 1 …) are shown by a Chinese Word as 标题, 标题 1 … and
//! feed its navigation pane and contents list. All others are Chinese names that no built-in
//! style of a Chinese Word has, 正文 and 页码 for example being names of its own.

use crate::layout::Role;

/// Ids of styles that are not a role's.
pub(super) mod id {
    /// What everything falls back to, and blank lines.
    pub const NORMAL: &str = "Normal";
    /// 页码, of all pages or of the odd ones.
    pub const PAGE_NUMBER: &str = "PageNumber";
    /// 页码 of the even pages, where it stands on the other side.
    pub const PAGE_NUMBER_EVEN: &str = "PageNumberEven";
    /// A paragraph where Word's format needs one and the report has none.
    pub const THIN: &str = "Thin";
    /// The table as a whole.
    pub const TABLE: &str = "Figures";
    /// Words in a table.
    pub const TABLE_TEXT: &str = "TableText";
    /// Heading cells.
    pub const TABLE_HEADER: &str = "TableHeader";
    /// Figures, right-aligned.
    pub const TABLE_FIGURE: &str = "TableFigure";
}

/// Name of the style [`id::THIN`].
pub(super) const THIN_NAME: &str = "分隔";

/// Roles that have a style of their own.
pub(super) const ROLES: [Role; 20] = [
    Role::Title,
    Role::Addressee,
    Role::Heading(1),
    Role::Heading(2),
    Role::Heading(3),
    Role::Heading(4),
    Role::Body,
    Role::AttachmentNote,
    Role::Signature,
    Role::Date,
    Role::AttachmentMark,
    Role::AttachmentTitle,
    Role::TableCaption,
    Role::TableNote,
    Role::CoverTitle,
    Role::CoverUnit,
    Role::CoverDate,
    Role::ContentsTitle,
    Role::ContentsEntry(1),
    Role::ContentsEntry(2),
];

/// Id of the style of a role.
pub(super) fn of(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Addressee => "Addressee",
        Role::Heading(0 | 1) => "Heading1",
        Role::Heading(2) => "Heading2",
        Role::Heading(3) => "Heading3",
        Role::Heading(_) => "Heading4",
        Role::Body => "ReportBody",
        Role::AttachmentNote => "AttachmentNote",
        Role::Signature => "ReportSignature",
        Role::Date => "ReportDate",
        Role::AttachmentMark => "AttachmentMark",
        Role::AttachmentTitle => "AttachmentTitle",
        Role::TableCaption => "TableCaption",
        Role::TableNote => "TableNote",
        Role::Blank => id::NORMAL,
        Role::CoverTitle => "CoverTitle",
        Role::CoverUnit => "CoverUnit",
        Role::CoverDate => "CoverDate",
        Role::ContentsTitle => "ContentsTitle",
        Role::ContentsEntry(0 | 1) => "TOC1",
        Role::ContentsEntry(_) => "TOC2",
        Role::CoverSpace | Role::ContentsEnd => id::THIN,
    }
}

/// Name of the style of a role, as Word lists it.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Addressee => "主送机关",
        Role::Heading(0 | 1) => "heading 1",
        Role::Heading(2) => "heading 2",
        Role::Heading(3) => "heading 3",
        Role::Heading(_) => "heading 4",
        Role::Body => "公文正文",
        Role::AttachmentNote => "附件说明",
        Role::Signature => "落款",
        Role::Date => "成文日期",
        Role::AttachmentMark => "附件标识",
        Role::AttachmentTitle => "附件标题",
        Role::TableCaption => "表格标题",
        Role::TableNote => "表格说明",
        Role::Blank => "Normal",
        Role::CoverTitle => "封面标题",
        Role::CoverUnit => "封面单位",
        Role::CoverDate => "封面日期",
        Role::ContentsTitle => "目录标题",
        Role::ContentsEntry(0 | 1) => "toc 1",
        Role::ContentsEntry(_) => "toc 2",
        Role::CoverSpace | Role::ContentsEnd => THIN_NAME,
    }
}

/// Id of the character style of a heading that runs into its paragraph.
pub(super) fn run_in(level: u8) -> &'static str {
    match level {
        0 | 1 => "RunIn1",
        2 => "RunIn2",
        3 => "RunIn3",
        _ => "RunIn4",
    }
}
