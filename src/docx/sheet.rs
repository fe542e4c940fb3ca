//! What the styles say: faces, line heights, indents, from a document's page settings.

use super::style::{self, ROLES, id};
use super::text::clean;
use crate::layout::{
    CELL_SLACK, Content, Document, Face, PageNumber, PageStyle, Role, RunStyle, TextKind, character_spacing,
    contents_indent,
};
use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, ParagraphProperty, RunFonts, RunProperty, SpecialIndentType,
    Style, StyleType, Tab, TabLeaderType, TabValueType, TableBorder, TableBorderPosition, TableBorders,
    TableCellMargins, TableProperty,
};

/// The largest size that Word takes is 1638 pt.
const LARGEST: u16 = 3276;
/// The longest length that Word takes, in twips: 22 inches.
pub(super) const LONGEST: i32 = 31680;
/// The longest name of a font that Word takes, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// The page settings of a document in values that Word takes.
pub(super) struct Sheet<'a> {
    document: &'a Document,
    page: PageStyle,
}

impl<'a> Sheet<'a> {
    /// Reads the settings. Names of faces lose what Word does not take.
    pub fn new(document: &'a Document) -> Self {
        let mut page = document.style.clone();
        for kind in TextKind::ALL {
            let face = page.face_mut(kind);
            face.name = font_name(face);
            face.fallback = clean(&face.fallback);
            face.half_points = face.half_points.clamp(2, LARGEST);
        }
        for length in [&mut page.paper_width, &mut page.paper_height, &mut page.line_pitch] {
            *length = (*length).clamp(20, LONGEST);
        }
        for margin in [&mut page.left, &mut page.right, &mut page.top, &mut page.bottom, &mut page.footer] {
            *margin = (*margin).clamp(0, LONGEST);
        }
        Self { document, page }
    }

    /// The settings.
    pub fn page(&self) -> &PageStyle {
        &self.page
    }

    /// Type of a face for a style based on Normal.
    fn face(&self, face: &Face) -> RunProperty {
        let set = RunProperty::new().size(usize::from(face.half_points)).fonts(fonts(face));
        match face.bold {
            true => set.bold(),
            // Else it would be as bold as Normal.
            false if self.page.body.bold => set.disable_bold(),
            false => set,
        }
    }

    /// Exact line height of a role: that of the document's first block of it.
    pub fn line_height(&self, role: Role) -> i32 {
        let blocks = &self.document.blocks;
        match blocks.iter().find(|block| {
            style::of(block.role) == style::of(role) && !matches!(block.content, Content::Table(_))
        }) {
            Some(block) if block.line_height > 0 => block.line_height.min(LONGEST),
            _ => {
                let pitch = match role {
                    Role::Title | Role::AttachmentTitle | Role::CoverTitle | Role::ContentsTitle => {
                        self.page.title_pitch
                    }
                    _ => self.page.line_pitch,
                };
                pitch.max(role.face(RunStyle::Plain, &self.page).em_twips()).clamp(20, LONGEST)
            }
        }
    }

    /// All styles, Normal first.
    pub fn styles(&self) -> Vec<Style> {
        let mut styles = vec![self.normal()];
        styles.extend(ROLES.map(|role| self.role(role)));
        styles.extend((1..=4).map(|level| self.run_in(level)));
        styles.extend(self.page_numbers());
        styles.extend(self.table_texts());
        styles.extend([self.table(), thin()]);
        // Word's gallery lists them in the order of the paper.
        let in_order = (1..).zip(styles).map(|(place, style)| match style.ui_priority {
            Some(_) => style,
            None => style.ui_priority(place),
        });
        in_order.collect()
    }

    fn normal(&self) -> Style {
        let mut normal = paragraph(id::NORMAL, "Normal").align(AlignmentType::Both);
        normal.based_on = None;
        normal.run_property = self.face(&self.page.body);
        // A Chinese page has whole lines on a fixed grid; single lines may stand alone.
        normal.paragraph_property =
            normal.paragraph_property.widow_control(false).line_spacing(exact(self.line_height(Role::Blank)));
        normal
    }

    fn role(&self, role: Role) -> Style {
        let set_in = role.face(RunStyle::Plain, &self.page);
        let mut made = paragraph(style::of(role), style::name(role));
        made.run_property = self.face(set_in);
        let mut property = ParagraphProperty::new().line_spacing(exact(self.line_height(role)));
        let indent = (role.first_line_indent(&self.page) * set_in.em_twips()).min(LONGEST);
        if indent > 0 {
            property = property.indent(None, Some(SpecialIndentType::FirstLine(indent)), None, None);
        }
        match role {
            Role::Title | Role::AttachmentTitle | Role::TableCaption => {
                // On the grid, the title would push a line off page 1.
                property = property.align(AlignmentType::Center).snap_to_grid(false).keep_next(true);
            }
            Role::Heading(level) => {
                made.run_property = made.run_property.character_spacing(character_spacing(&self.page));
                property = property.outline_lvl(usize::from(level.clamp(1, 4)) - 1).keep_next(true);
            }
            Role::Signature | Role::Date => property = property.align(AlignmentType::Right),
            Role::TableNote => property = property.align(AlignmentType::Left).snap_to_grid(false),
            Role::CoverTitle | Role::CoverUnit | Role::CoverDate | Role::ContentsTitle => {
                property = property.align(AlignmentType::Center).snap_to_grid(false);
            }
            Role::ContentsEntry(level) => {
                made.run_property = made.run_property.character_spacing(character_spacing(&self.page));
                let left = contents_indent(level, &self.page);
                let number = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot);
                let edge = usize::try_from(self.page.text_width()).unwrap_or(0);
                property =
                    property.indent(Some(left), None, None, None).add_tab(number.pos(edge)).keep_lines(true);
            }
            Role::AttachmentMark | Role::CoverSpace | Role::ContentsEnd => {}
            Role::Addressee | Role::Body | Role::AttachmentNote | Role::Blank => {
                made.run_property = made.run_property.character_spacing(character_spacing(&self.page));
            }
        }
        made.paragraph_property = property;
        let follower = match role {
            Role::Title => Role::Addressee,
            Role::Signature => Role::Date,
            _ => Role::Body,
        };
        if let Role::Heading(level) = role {
            // One style in two forms, as Word's own: changed for headings on a line of their own,
            // it changes for those within a paragraph, which so stand in its contents list too.
            made = made.link(style::run_in(level));
        }
        made.next(style::of(follower))
    }

    fn run_in(&self, level: u8) -> Style {
        let names = ["一级标题（段内）", "二级标题（段内）", "三级标题（段内）", "四级标题（段内）"];
        let name = names[usize::from(level.clamp(1, 4)) - 1];
        let mut made = Style::new(style::run_in(level), StyleType::Character)
            .name(name)
            .link(style::of(Role::Heading(level)));
        made.run_property =
            self.face(self.page.heading(level)).character_spacing(character_spacing(&self.page));
        made
    }

    /// The page number, and where it changes sides the same of the even pages.
    fn page_numbers(&self) -> Vec<Style> {
        let inset = self.page.page_number_indent().min(LONGEST);
        let (align, right, sides) = match self.page.page_number_at {
            PageNumber::Outer => (AlignmentType::Right, inset, true),
            PageNumber::Centre => (AlignmentType::Center, 0, false),
        };
        let mut odd = paragraph(id::PAGE_NUMBER, "公文页码");
        odd.run_property = self.face(&self.page.page_number);
        odd.paragraph_property = ParagraphProperty::new()
            .line_spacing(single(LineSpacingType::Auto, 240))
            .snap_to_grid(false)
            .align(align)
            .indent(None, None, Some(right), None);
        let mut even = paragraph(id::PAGE_NUMBER_EVEN, "公文页码（双页）").based_on(id::PAGE_NUMBER);
        even.paragraph_property =
            ParagraphProperty::new().align(AlignmentType::Left).indent(Some(inset), None, Some(0), None);
        if sides { vec![odd, even] } else { vec![odd] }
    }

    fn table(&self) -> Style {
        use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
        let borders = [Top, Left, Bottom, Right, InsideH, InsideV]
            .into_iter()
            .fold(TableBorders::with_empty(), |all, side| all.set(TableBorder::new(side).size(4)));
        // The layout's columns hold their text to the twip; borders, and the space that LibreOffice
        // puts between Chinese and Latin, need a little more.
        let side = usize::try_from(self.page.cell_margin.min(LONGEST) - CELL_SLACK).unwrap_or(0);
        Style::new(id::TABLE, StyleType::Table).name("表格").table_property(
            TableProperty::without_borders()
                .set_borders(borders)
                .set_margins(TableCellMargins::new().margin(0, side, 0, side)),
        )
    }

    fn table_texts(&self) -> [Style; 3] {
        let height = self
            .document
            .blocks
            .iter()
            .find(|block| matches!(block.content, Content::Table(_)) && block.line_height > 0)
            .map_or(self.page.table_pitch.clamp(20, LONGEST), |block| block.line_height.min(LONGEST));
        let mut text = paragraph(id::TABLE_TEXT, "表格文字");
        text.run_property = self.face(&self.page.table);
        text.paragraph_property = ParagraphProperty::new()
            .align(AlignmentType::Left)
            // At least, not exact: a picture put into a cell stays whole.
            .line_spacing(single(LineSpacingType::AtLeast, height))
            .snap_to_grid(false);
        let on_text = |id, name, align| paragraph(id, name).based_on(id::TABLE_TEXT).align(align);
        let header = on_text(id::TABLE_HEADER, "表头", AlignmentType::Center);
        let beside = if self.page.centre_figures { AlignmentType::Center } else { AlignmentType::Right };
        let figure = on_text(id::TABLE_FIGURE, "表格数字", beside);
        [text, header, figure]
    }
}

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on(id::NORMAL)
}

fn thin() -> Style {
    // Nobody sets text in it: no list of styles offers it.
    let mut made =
        paragraph(id::THIN, style::THIN_NAME).size(2).q_format(false).semi_hidden().ui_priority(99);
    made.paragraph_property = ParagraphProperty::new().line_spacing(exact(20)).snap_to_grid(false);
    made
}

/// A face with all four kinds of characters named, so that no theme font is asked.
pub(super) fn fonts(face: &Face) -> RunFonts {
    let name = face.name.as_str();
    RunFonts::new().ascii(name).hi_ansi(name).east_asia(name).cs(name).hint("eastAsia")
}

/// The name of a face as Word takes it: without what XML forbids, at most 31 UTF-16 units long. A
/// face without a name is the one that stands in for it.
fn font_name(face: &Face) -> String {
    let fallback = face.fallback.split(',').map(str::trim).find(|name| !name.is_empty());
    let name = Some(face.name.trim()).filter(|name| !name.is_empty()).or(fallback).unwrap_or("宋体");
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LONGEST_NAME
    };
    clean(name).chars().take_while(fits).collect()
}

/// Lines of exactly this many twips.
pub(super) fn exact(twips: i32) -> LineSpacing {
    single(LineSpacingType::Exact, twips)
}

fn single(rule: LineSpacingType, line: i32) -> LineSpacing {
    LineSpacing::new().line(line).line_rule(rule)
}
