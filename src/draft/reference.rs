//! References from prose to figures: `{团员人数}` in the draft, 1779人 in the document.
//!
//! A reference is a name in half-width braces, with an aspect after a colon where something else
//! than the value is meant: `{团员人数:同比}`. Besides the indicators there are the report's own
//! facts: `{单位}`, `{期间}`, `{本期}`, `{下期}`, `{截止日期}`.

use super::indicator::Indicator;
use super::model::Draft;
use crate::text::date;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// What of an indicator is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The value with its unit.
    Value,
    /// The bare number.
    Number,
    /// 去年同期 with its unit.
    LastYear,
    /// 目标 with its unit.
    Target,
    /// 同比 in words: 增长12.5%.
    Growth,
    /// 完成率: 83.3%.
    Completion,
}

impl Aspect {
    /// All aspects in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Value, Self::Number, Self::LastYear, Self::Target, Self::Growth, Self::Completion];

    /// The word behind the colon; empty for the value.
    pub fn word(self) -> &'static str {
        match self {
            Self::Value => "",
            Self::Number => "数值",
            Self::LastYear => "去年同期",
            Self::Target => "目标",
            Self::Growth => "同比",
            Self::Completion => "完成率",
        }
    }
}

/// The text of a reference to an aspect of an indicator.
pub fn write(name: &str, aspect: Aspect) -> String {
    match aspect {
        Aspect::Value => format!("{{{name}}}"),
        _ => format!("{{{name}:{}}}", aspect.word()),
    }
}

/// A reference found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Bytes that it takes, braces included.
    pub range: Range<usize>,
    /// What stands between the braces.
    pub inside: &'a str,
}

/// The references of a text, in order. Braces do not nest and do not span lines.
pub fn find(text: &str) -> impl Iterator<Item = Reference<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = from + text.get(from..)?.find('{')?;
            let inside_start = open + 1;
            let rest = &text[inside_start..];
            let stop = rest.find(['{', '}', '\n'])?;
            from = inside_start + stop;
            if rest.as_bytes()[stop] == b'}' && stop > 0 {
                from += 1;
                return Some(Reference { range: open..from, inside: &rest[..stop] });
            }
        }
    })
}

/// What a reference stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referred<'a> {
    /// An aspect of an indicator.
    Indicator(&'a Arc<Indicator>, Aspect),
    /// One of the report's own facts, in its words.
    Fact(&'a str),
}

/// A stretch of expanded text and the stretch of source text that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes in [`Expanded::text`].
    pub out: Range<usize>,
    /// Bytes in the source.
    pub source: Range<usize>,
    /// The stretch stands for a reference; it can only be pointed at as a whole.
    pub reference: bool,
}

/// A text with its references replaced by what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expanded {
    /// The text as it prints.
    pub text: String,
    /// Pieces that cover it without gaps, in order.
    pub pieces: Vec<Piece>,
    /// Source ranges of references to nothing; they stay in the text as they were typed.
    pub unknown: Vec<Range<usize>>,
}

impl Expanded {
    /// The source range that a range of the expanded text came from; it grows to whole references.
    pub fn to_source(&self, out: Range<usize>) -> Range<usize> {
        let start = self.source_offset(out.start, false);
        start..self.source_offset(out.end, true).max(start)
    }

    fn source_offset(&self, at: usize, end: bool) -> usize {
        // Pieces stand in order; an end belongs to the piece before it.
        let before = |piece: &Piece| if end { piece.out.end < at } else { piece.out.end <= at };
        let inside = |piece: &&Piece| if end { at > piece.out.start } else { at >= piece.out.start };
        match self.pieces.get(self.pieces.partition_point(before)).filter(inside) {
            Some(piece) if piece.reference && end => piece.source.end,
            Some(piece) if piece.reference => piece.source.start,
            Some(piece) => piece.source.start + (at - piece.out.start),
            None if at == 0 => 0,
            None => self.pieces.last().map_or(0, |piece| piece.source.end),
        }
    }
}

/// What the references of one draft stand for; made once and used for all its texts.
#[derive(Clone, Debug, Default)]
pub struct References {
    facts: HashMap<String, String>,
    indicators: HashMap<String, Arc<Indicator>>,
}

impl References {
    /// Collects what can be referred to. Where two indicators have one name, the first counts.
    pub fn of(draft: &Draft) -> Self {
        let mut indicators = HashMap::new();
        for indicator in &draft.indicators {
            let name = indicator.name.trim();
            if !name.is_empty() {
                indicators.entry(name.to_owned()).or_insert_with(|| Arc::clone(indicator));
            }
        }
        Self { facts: facts(draft).into_iter().collect(), indicators }
    }

    /// What `inside` (the text between the braces) stands for; `None` when it is nothing.
    pub fn resolve(&self, inside: &str) -> Option<String> {
        match self.referred(inside)? {
            Referred::Indicator(indicator, aspect) => aspect_of(indicator, aspect),
            Referred::Fact(words) => Some(words.to_owned()),
        }
    }

    /// What `inside` names, whether or not it has a value.
    pub fn referred(&self, inside: &str) -> Option<Referred<'_>> {
        let inside = inside.trim();
        if let Some(indicator) = self.indicators.get(inside) {
            return Some(Referred::Indicator(indicator, Aspect::Value));
        }
        if let Some(fact) = self.facts.get(inside) {
            return Some(Referred::Fact(fact));
        }
        let (name, word) = inside.rsplit_once([':', '：'])?;
        let indicator = self.indicators.get(name.trim())?;
        let aspect = Aspect::ALL.into_iter().skip(1).find(|aspect| aspect.word() == word.trim())?;
        Some(Referred::Indicator(indicator, aspect))
    }

    /// Replaces the references of a text.
    pub fn expand(&self, source: &str) -> Expanded {
        let mut out = Expanded::default();
        let mut done = 0;
        for reference in find(source) {
            match self.resolve(reference.inside) {
                Some(words) => {
                    copy(&mut out, source, done..reference.range.start);
                    let start = out.text.len();
                    out.text.push_str(&words);
                    done = reference.range.end;
                    out.pieces.push(Piece {
                        out: start..out.text.len(),
                        source: reference.range,
                        reference: true,
                    });
                }
                None => out.unknown.push(reference.range),
            }
        }
        copy(&mut out, source, done..source.len());
        out
    }
}

fn copy(out: &mut Expanded, source: &str, range: Range<usize>) {
    if range.is_empty() {
        return;
    }
    let start = out.text.len();
    out.text.push_str(&source[range.clone()]);
    out.pieces.push(Piece { out: start..out.text.len(), source: range, reference: false });
}

/// The report's own facts by the name under which prose refers to them.
pub fn facts(draft: &Draft) -> Vec<(String, String)> {
    let mut facts = vec![
        ("单位".to_owned(), draft.unit.name.trim().to_owned()),
        ("期间".to_owned(), draft.period.label()),
        ("本期".to_owned(), draft.period.short().to_owned()),
        ("下期".to_owned(), draft.period.next_label()),
    ];
    if let Some((_, last)) = draft.period.days() {
        facts.push(("截止日期".to_owned(), date::chinese(last)));
    }
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

/// An indicator without the value that is asked for stands for nothing, so that a hole in the
/// table is found and never prints as a bare unit.
fn aspect_of(indicator: &Indicator, aspect: Aspect) -> Option<String> {
    let unit = indicator.unit.trim();
    let with_unit = |figure: &super::figure::Figure| {
        (!figure.is_blank()).then(|| format!("{}{unit}", figure.as_str().trim()))
    };
    match aspect {
        Aspect::Value => with_unit(&indicator.value),
        Aspect::Number => (!indicator.value.is_blank()).then(|| indicator.value.as_str().trim().to_owned()),
        Aspect::LastYear => with_unit(&indicator.last_year),
        Aspect::Target => with_unit(&indicator.target),
        Aspect::Growth => indicator.growth_words(),
        Aspect::Completion => indicator.completion_words(),
    }
}

/// Replaces the name in every reference to `old`, whatever its aspect; `None` when there is none.
pub fn rename(text: &str, old: &str, new: &str) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    for reference in find(text) {
        let inside = reference.inside.trim();
        let aspect = match inside.strip_prefix(old) {
            Some("") => Some(""),
            Some(rest) if rest.starts_with([':', '：']) => Some(rest),
            _ => None,
        };
        if let Some(aspect) = aspect {
            out.push_str(&text[done..reference.range.start]);
            out.push_str(&format!("{{{new}{aspect}}}"));
            done = reference.range.end;
        }
    }
    (done > 0).then(|| out + &text[done..])
}

#[cfg(test)]
mod tests {
    use super::super::{DraftId, IndicatorId};
    use super::*;
    use proptest::prelude::*;

    fn draft() -> Draft {
        let period = "2026H1".parse().unwrap();
        let mut draft = Draft::new(DraftId("d".into()), period);
        let mut it = Indicator::new(IndicatorId(1), "团员人数", "人");
        it.value = "1779".into();
        it.last_year = "1600".into();
        draft.indicators.push(Arc::new(it));
        draft.indicators.push(Arc::new(Indicator::new(IndicatorId(2), "青年人数", "人")));
        draft
    }

    #[test]
    fn a_reference_prints_as_the_figure_of_the_table() {
        let references = References::of(&draft());
        let expanded = references.expand("{期间}共有{团员人数}，{团员人数:同比}。");
        assert_eq!(expanded.text, "2026年上半年共有1779人，增长11.2%。");
        assert!(expanded.unknown.is_empty());
    }

    #[test]
    fn a_reference_to_nothing_stays_and_is_known() {
        let references = References::of(&draft());
        for text in ["共{没有的}个", "共{青年人数}", "{团员人数:完成率}"] {
            let expanded = references.expand(text);
            assert_eq!(expanded.text, text);
            assert_eq!(expanded.unknown.len(), 1, "{text}");
        }
        assert_eq!(references.expand("a{b\n}c{}{").unknown.len(), 0);
    }

    #[test]
    fn a_range_of_the_page_leads_back_to_what_was_typed() {
        let source = "共有{团员人数}，其中";
        let expanded = References::of(&draft()).expand(source);
        let at = expanded.text.find("1779").unwrap();
        assert_eq!(&source[expanded.to_source(at..at + 4)], "{团员人数}");
        let at = expanded.text.find("其中").unwrap();
        assert_eq!(&source[expanded.to_source(at..at + 6)], "其中");
    }

    #[test]
    fn renaming_follows_every_aspect_and_nothing_else() {
        let text = "{团员人数}与{团员人数:同比}，{团员人数量}，团员人数";
        assert_eq!(
            rename(text, "团员人数", "团员总数").unwrap(),
            "{团员总数}与{团员总数:同比}，{团员人数量}，团员人数"
        );
        assert_eq!(rename("无", "团员人数", "x"), None);
    }

    proptest! {
        #[test]
        fn pieces_cover_any_text(text in "[{}a团:人数\n]{0,40}") {
            let expanded = References::of(&draft()).expand(&text);
            let mut at = (0, 0);
            for piece in &expanded.pieces {
                prop_assert_eq!((piece.out.start, piece.source.start), at);
                at = (piece.out.end, piece.source.end);
            }
            prop_assert_eq!(at, (expanded.text.len(), text.len()));
        }
    }
}
