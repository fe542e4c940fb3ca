//! 简版: a report cut down to its headings and first sentences.

use super::model::{Draft, IndicatorTable};
use crate::text::sentence::{first_end, is_line_break};
use std::sync::Arc;

/// The short version of a draft: every heading, and of each text the first sentence of its first
/// paragraph; no table, no attachment, no cover, no contents, nothing behind a plan item's text.
/// Each text is the beginning of what was typed, so that positions in it mean the same in both.
pub fn brief(draft: &Draft) -> Draft {
    let mut short = draft.clone();
    cut(&mut short.preamble);
    cut(&mut short.closing);
    for part in &mut short.parts {
        cut(&mut part.text);
        for item in &mut part.items {
            let item = Arc::make_mut(item);
            cut(&mut item.text);
            item.measure = super::Measure::default();
        }
    }
    short.attachments.clear();
    short.indicator_table = IndicatorTable::Nowhere;
    short.options.cover = false;
    short.options.contents = false;
    short.options.evidence = false;
    short
}

/// Leaves the first sentence of the first paragraph, and the blank lines before it.
fn cut(text: &mut String) {
    let mut start = 0;
    let first = text.split_inclusive(is_line_break).find_map(|line| {
        let at = start;
        start += line.len();
        let written = line.trim_end();
        (!written.is_empty()).then(|| at + first_end(written))
    });
    text.truncate(first.unwrap_or(0));
}

#[cfg(test)]
mod tests {
    use super::super::{DraftId, PartKind, Place, edit};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_report_is_cut_to_headings_and_first_sentences() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        draft.preamble = "\n　　{期间}，{单位}做了三件事。现报告如下。\n另一段。".into();
        let id = edit::add_item(&mut draft, PartKind::Plan, None, 1).unwrap();
        edit::set_text(&mut draft, Place::ItemHeading(id), "建强组织。抓实队伍");
        edit::set_text(&mut draft, Place::ItemText(id), "新建12家；整顿3家。逐家验收。\n第二段。");
        draft.item_mut(id).unwrap().measure.goal = "12家".into();
        draft.attachments.push(Arc::new(super::super::Attachment::new(super::super::AttachmentId(9))));
        draft.options.cover = true;
        let before = draft.clone();
        let short = brief(&draft);
        assert_eq!(draft, before);
        assert_eq!(short.preamble, "\n　　{期间}，{单位}做了三件事。");
        let item = short.item(id).unwrap();
        assert_eq!(
            (item.heading.as_str(), item.text.as_str()),
            ("建强组织。抓实队伍", "新建12家；整顿3家。")
        );
        assert!(item.measure.is_empty() && short.attachments.is_empty() && !short.options.cover);
        assert_eq!(short.indicator_table, IndicatorTable::Nowhere);
    }

    proptest! {
        #[test]
        fn what_is_left_is_how_the_text_begins_and_is_not_cut_again(text in "[青年。！？；“”（）{} \n\r　]{0,40}|.{0,40}") {
            let mut short = text.clone();
            cut(&mut short);
            prop_assert!(text.starts_with(&short));
            prop_assert_eq!(short.trim().is_empty(), text.trim().is_empty());
            let mut again = short.clone();
            cut(&mut again);
            prop_assert_eq!(again, short);
        }
    }
}
