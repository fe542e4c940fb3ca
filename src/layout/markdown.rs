//! The report as Markdown (CommonMark, with GitHub's pipe tables).

use super::document::{Block, Content, Document, Role, Run, Table};

/// The report as Markdown: title and headings with `#`, a blank line between paragraphs, tables
/// with pipes; without cover and contents, which repeat what follows. What was written stays text: no mark of it becomes a list, a heading or emphasis.
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    let mut before: Option<Role> = None;
    for block in document.blocks.iter().skip(document.front_blocks()) {
        match &block.content {
            Content::Paragraph(runs) => {
                let text = escaped(runs);
                if text.is_empty() {
                    continue;
                }
                // A title stands on as many lines as it needs on paper; here it is one heading.
                if before == Some(block.role) && is_title(block) {
                    let end = out.trim_end_matches('\n').len();
                    out.truncate(end);
                    // What begins a line there stands within it here.
                    out.push_str(&text);
                } else {
                    out.push_str(mark(block.role));
                    out.push_str(&text);
                }
                out.push_str("\n\n");
                before = Some(block.role);
            }
            Content::Table(table) => {
                write_table(&mut out, table);
                before = None;
            }
        }
    }
    let end = out.trim_end_matches('\n').len();
    out.truncate(end);
    out.push('\n');
    out
}

fn is_title(block: &Block) -> bool {
    matches!(block.role, Role::Title | Role::AttachmentTitle)
}

/// What stands before a paragraph of a role. A run-in heading is text like the rest: behind its
/// full stop and before a Chinese character `**` closes no emphasis.
fn mark(role: Role) -> &'static str {
    match role {
        Role::Title => "# ",
        Role::Heading(1) | Role::AttachmentTitle => "## ",
        Role::Heading(2) => "### ",
        Role::Heading(3) => "#### ",
        Role::Heading(_) => "##### ",
        _ => "",
    }
}

fn write_table(out: &mut String, table: &Table) {
    let row = |out: &mut String, cells: &mut dyn Iterator<Item = &str>| {
        out.push('|');
        for cell in cells {
            out.push(' ');
            escape(out, cell.chars().map(|c| if c == '\n' { ' ' } else { c }), false);
            out.push_str(" |");
        }
        out.push('\n');
    };
    row(out, &mut table.header.iter().map(String::as_str));
    // A column of figures is flush right, as it prints.
    let figures = |at: usize| table.rows.iter().any(|cells| cells.get(at).is_some_and(|cell| cell.figure));
    out.push('|');
    (0..table.header.len()).for_each(|at| out.push_str(if figures(at) { " ---: |" } else { " --- |" }));
    out.push('\n');
    for cells in &table.rows {
        row(out, &mut cells.iter().map(|cell| cell.text.as_str()));
    }
    out.push('\n');
}

fn escaped(runs: &[Run]) -> String {
    let mut out = String::new();
    escape(&mut out, runs.iter().flat_map(|run| run.text.chars()), true);
    out
}

/// Writes text so that it is read as text. `line`: it stands at the beginning of a line, where
/// more marks mean something.
fn escape(out: &mut String, text: impl Iterator<Item = char>, line: bool) {
    // Still at the line's beginning, or behind nothing but digits, which begin a numbered list.
    let (mut start, mut digits) = (line, false);
    for c in text {
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' | '#');
        let first = start && !digits && matches!(c, '>' | '+' | '-' | '=' | ':');
        let list = start && digits && matches!(c, '.' | ')');
        if anywhere || first || list {
            out.push('\\');
        }
        out.push(c);
        digits = c.is_ascii_digit();
        start = start && digits;
    }
}
