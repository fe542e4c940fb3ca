//! A text field as paragraphs of runs, each of which knows where it was typed.

use super::document::{Origin, Run, RunStyle};
use crate::draft::Place;
use crate::draft::reference::References;
use std::ops::Range;

pub(super) use crate::text::sentence::is_line_break;

/// The runs of one paragraph.
pub(super) type Runs = Vec<Run>;

/// The paragraphs of a field: one a line, trimmed, without those in which nothing stands.
pub(super) fn paragraphs(references: &References, place: Place, typed: &str) -> Vec<Runs> {
    let expanded = references.expand(typed);
    let mut pieces = expanded.pieces.iter().peekable();
    let mut paragraphs = Vec::new();
    for line in lines(&expanded.text) {
        let mut runs = Runs::new();
        while pieces.next_if(|piece| piece.out.end <= line.start).is_some() {}
        while let Some(piece) = pieces.peek().filter(|piece| piece.out.start < line.end) {
            let (start, end) = (piece.out.start.max(line.start), piece.out.end.min(line.end));
            let range = if piece.reference {
                piece.source.clone()
            } else {
                let from = piece.source.start + (start - piece.out.start);
                from..from + (end - start)
            };
            runs.push(Run {
                text: expanded.text[start..end].to_owned(),
                style: RunStyle::Plain,
                origin: Some(Origin { place, range, reference: piece.reference }),
            });
            // A piece that goes on behind this line is needed for the next one too.
            if piece.out.end > line.end {
                break;
            }
            pieces.next();
        }
        paragraphs.push(runs);
    }
    paragraphs
}

/// A field that prints as one paragraph; what was typed on several lines is set apart by spaces.
pub(super) fn one_paragraph(references: &References, place: Place, typed: &str) -> Runs {
    let mut out = Runs::new();
    for runs in paragraphs(references, place, typed) {
        if !out.is_empty() {
            out.push(written(" "));
        }
        out.extend(runs);
    }
    out
}

/// A run that the app wrote itself.
pub(super) fn written(text: impl Into<String>) -> Run {
    Run { text: text.into(), style: RunStyle::Plain, origin: None }
}

/// The text of runs.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// A text that stands on one line: trimmed, its line breaks as spaces.
pub(super) fn one_line(text: &str) -> String {
    text.trim().replace(is_line_break, " ")
}

/// The bytes of the trimmed lines of a text, without empty ones.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive(is_line_break).filter_map(move |line| {
        let at = start + (line.len() - line.trim_start().len());
        start += line.len();
        let trimmed = line.trim();
        (!trimmed.is_empty()).then(|| at..at + trimmed.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, DraftId, Indicator, IndicatorId};
    use std::sync::Arc;

    #[test]
    fn a_run_of_the_page_leads_back_to_the_letters_typed() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let mut it = Indicator::new(IndicatorId(1), "团员人数", "人");
        it.value = "1779".into();
        draft.indicators.push(Arc::new(it));
        let typed = "　　现有{团员人数}。\n \n{期间}{没有}\t尾 ";
        let found = paragraphs(&References::of(&draft), Place::Preamble, typed);
        let seen: Vec<Vec<(&str, &str)>> = found
            .iter()
            .map(|runs| {
                let typed = |run: &Run| &typed[run.origin.as_ref().unwrap().range.clone()];
                runs.iter().map(|run| (run.text.as_str(), typed(run))).collect()
            })
            .collect();
        assert_eq!(
            seen,
            [
                vec![("现有", "现有"), ("1779人", "{团员人数}"), ("。", "。")],
                vec![("2026年上半年", "{期间}"), ("{没有}\t尾", "{没有}\t尾")],
            ]
        );
        let joined = one_paragraph(&References::of(&draft), Place::Preamble, "甲\r\n乙");
        assert_eq!(text_of(&joined), "甲 乙");
    }
}
