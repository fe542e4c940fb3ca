//! 封面: the title a third down, the unit and the date near the foot, all centred.

use crate::draft::PageStyle;
use crate::layout::document::{Block, Content, Document, Role};
use crate::layout::settings;

/// Lines of body text left free under the date.
const FREE_LINES: i32 = 2;

/// The blocks of the cover; none where the report has neither title nor unit nor date.
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    let style = &document.style;
    let title = taken(document, Role::Title, Role::CoverTitle, settings::title_line(style));
    let mut foot = taken(document, Role::Signature, Role::CoverUnit, style.line_pitch);
    foot.extend(taken(document, Role::Date, Role::CoverDate, style.line_pitch));
    let title_height = height(&title);
    // The middle of the title stands at a third of the paper.
    let above = (style.paper_height / 3 - title_height / 2 - style.top).max(0);
    let taken = above.saturating_add(title_height).saturating_add(height(&foot));
    let below = style.text_height().saturating_sub(taken).saturating_sub(FREE_LINES * style.line_pitch);
    let mut blocks = Vec::new();
    if !title.is_empty() {
        blocks.extend(space(above, style));
        blocks.extend(title);
    }
    if !foot.is_empty() {
        let below = if blocks.is_empty() { below.saturating_add(above) } else { below };
        blocks.extend(space(below.max(style.line_pitch), style));
        blocks.extend(foot);
    }
    blocks
}

/// What the report says in one role, to be said on the cover in another. The title is in its
/// balanced lines already.
fn taken(document: &Document, from: Role, to: Role, line_height: i32) -> Vec<Block> {
    let said = document.blocks.iter().filter(|block| block.role == from);
    said.map(|block| Block::new(to, block.content.clone(), line_height)).collect()
}

/// Room as one empty line, which Word is told as space before the paragraph under it.
fn space(height: i32, style: &PageStyle) -> Option<Block> {
    let height = height.min(style.text_height());
    (height > 0).then(|| Block::new(Role::CoverSpace, Content::Paragraph(Vec::new()), height))
}

fn height(blocks: &[Block]) -> i32 {
    blocks.iter().fold(0, |sum: i32, block| sum.saturating_add(block.line_height))
}
