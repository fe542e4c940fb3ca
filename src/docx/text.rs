//! Text as it may stand in XML.

use docx_rs::{BreakType, Run, RunFonts};

/// Whether XML 1.0 allows a character (production 2, `Char`).
fn legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// A name without what XML forbids.
pub(super) fn clean(name: &str) -> String {
    name.chars().filter(|&c| legal(c)).collect()
}

/// Writes text, leaves out what XML forbids, and counts it.
#[derive(Debug, Default)]
pub(super) struct Cleaner {
    /// Characters left out so far.
    pub dropped: usize,
}

impl Cleaner {
    /// A run of this text; tabs and line breaks become Word's own.
    pub fn run(&mut self, text: &str) -> Run {
        self.dropped += text.chars().filter(|&c| !legal(c)).count();
        let text = clean(text).replace("\r\n", "\n").replace('\r', "\n");
        let mut run = plain_run();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['\t', '\n']) {
            if at > 0 {
                run = run.add_text(&rest[..at]);
            }
            run = match rest.as_bytes()[at] {
                b'\t' => run.add_tab(),
                _ => run.add_break(BreakType::TextWrapping),
            };
            rest = &rest[at + 1..];
        }
        if rest.is_empty() { run } else { run.add_text(rest) }
    }
}

/// A run with nothing in it. The hint makes “ ” … — take the Chinese face; the faces themselves
/// stand in the styles, so that a style changed in Word changes the document.
pub(super) fn plain_run() -> Run {
    Run::new().fonts(RunFonts::new().hint("eastAsia"))
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_what_xml_forbids_is_left_out() {
        assert_eq!(clean("青\u{0}年\u{b}\u{fffe}\t👍\u{feff}\u{fffd}"), "青年\t👍\u{feff}\u{fffd}");
    }
}
