//! Blocks: the stretches of a text that are read by themselves, so that after a key only one of
//! them is read again.
//!
//! A block is a paragraph. The items of a list stay together with the line that announces them
//! (三项工作：…), because a rule compares the number announced with the items; and a heading such
//! as 三、存在问题 in a report pasted as one text says in which section the blocks behind it stand.

use super::passage::{Section, section_of_heading};
use crate::text::{numeral, ordinal};
use std::ops::Range;

/// How far behind an item the next one of its list may begin, in bytes: 1,500 characters.
const REACH: usize = 4_500;

/// How far before the first item its list may be announced, in characters.
const ANNOUNCEMENT: usize = 30;

/// A stretch of whole lines. The blocks of a text cover it without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its bytes.
    pub range: Range<usize>,
    /// Where in the report it stands.
    pub section: Section,
}

/// Cuts a text that begins in `section`. Takes time in proportion to the length.
pub(super) fn blocks(text: &str, section: Section) -> Vec<Block> {
    let mut cut = Cut { text, blocks: Vec::new(), section, since: 0, before: "", lists: Vec::new() };
    let one_line = !text.contains('\n');
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let heading = if one_line { None } else { section_of_heading(line.trim()) };
        cut.add(start, line, heading);
        start += line.len();
    }
    cut.blocks
}

/// What is known of the lines so far.
struct Cut<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    section: Section,
    /// Where the section begins.
    since: usize,
    /// The last line that is not blank.
    before: &'t str,
    /// The last list of each style.
    lists: Vec<List>,
}

/// A list whose items begin lines.
struct List {
    style: Style,
    /// The number of its last item.
    number: u64,
    /// The byte at which that begins.
    start: usize,
    /// The line before the first item tells how many there are.
    announced: bool,
}

impl<'t> Cut<'t> {
    fn add(&mut self, start: usize, line: &'t str, heading: Option<Section>) {
        let words = line.trim();
        let belongs_to = if let Some(section) = heading {
            (self.section, self.since) = (section, start);
            self.lists.clear();
            None
        } else if words.is_empty() {
            self.blocks.len().checked_sub(1)
        } else {
            match Style::of(words) {
                Some((style, number)) => self.item(style, number, start),
                None => self.leads_on().then(|| self.blocks.len().saturating_sub(1)),
            }
        };
        let end = start + line.len();
        match belongs_to.and_then(|index| self.blocks.get_mut(index).map(|block| (index, block))) {
            Some((index, block)) => {
                block.range.end = end;
                self.blocks.truncate(index + 1);
            }
            None => self.blocks.push(Block { range: start..end, section: self.section }),
        }
        if !words.is_empty() {
            self.before = words;
        }
    }

    /// The block to which an item belongs.
    fn item(&mut self, style: Style, number: u64, start: usize) -> Option<usize> {
        let leads_on = self.leads_on() || !style.of_headings();
        let known = self.lists.iter().position(|list| list.style == style);
        let list = known.map(|at| self.lists.swap_remove(at));
        let announced = match &list {
            Some(list) if number > 1 => list.announced,
            _ => leads_on || tells_a_number(self.before),
        };
        let previous = if number == 1 { None } else { self.previous(style, number, start, list) };
        self.lists.push(List { style, number, start, announced });
        match previous.filter(|_| announced) {
            Some(previous) => {
                self.blocks.partition_point(|block| block.range.start <= previous).checked_sub(1)
            }
            None if leads_on || number == 1 && announced => self.blocks.len().checked_sub(1),
            None => None,
        }
    }

    /// The byte at which the item before stands.
    fn previous(&self, style: Style, number: u64, start: usize, list: Option<List>) -> Option<usize> {
        let known = list.as_ref().filter(|list| list.number + 1 == number && start - list.start <= REACH);
        if let Some(list) = known {
            return Some(list.start);
        }
        // 一是 and 二是 may stand inside the line that announces them. Nothing is searched twice.
        let Style::Words(verb) = style else { return None };
        let from = start.saturating_sub(REACH).max(self.since).max(list.map_or(0, |list| list.start));
        let from = self.text.floor_char_boundary(from);
        let item = format!("{}{verb}", numeral::counting(usize::try_from(number).ok()?.checked_sub(1)?));
        self.text.get(from..start)?.rfind(&item).map(|at| from + at)
    }

    /// True when the line before wants to be carried on.
    fn leads_on(&self) -> bool {
        self.before.ends_with(['：', ':', '；', ';', '，', ',', '、'])
    }
}

/// True for a line such as 重点抓好三项工作, whose last words hold a number.
fn tells_a_number(line: &str) -> bool {
    let words = ordinal::read(line).map_or(line, |ordinal| ordinal.rest);
    let words = words.trim_end_matches(['。', '.']);
    let mut last = words.chars().rev().take(ANNOUNCEMENT).take_while(|c| !matches!(c, '。' | '！' | '？'));
    last.any(|c| c.is_numeric() || numeral::digit(c).is_some() || c == '十')
}

/// How the items of a list are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// 一是, 一要, 一抓
    Words(char),
    /// 第一，
    Place,
    /// 其一，
    Thereof,
    /// （一）
    Bracketed,
    /// （1）
    BracketedDigits,
    /// 1. 1、
    Digits,
    /// ①
    Circled,
}

impl Style {
    /// Headings are numbered so, too.
    fn of_headings(self) -> bool {
        matches!(self, Self::Bracketed | Self::BracketedDigits | Self::Digits | Self::Circled)
    }

    /// The style and the number of a line that begins with an item.
    fn of(line: &str) -> Option<(Self, u64)> {
        match line {
            _ if line.starts_with("首先") => return Some((Self::Place, 1)),
            _ if line.starts_with("其次") => return Some((Self::Place, 2)),
            _ => {}
        }
        let first = line.chars().next()?;
        let behind = line.get(first.len_utf8()..)?;
        match first {
            '①'..='⑳' => Some((Self::Circled, u64::from(u32::from(first) - u32::from('①')) + 1)),
            '（' | '(' => {
                let (number, chinese, rest) = number(behind)?;
                let style = if chinese { Self::Bracketed } else { Self::BracketedDigits };
                rest.starts_with(['）', ')']).then_some((style, number))
            }
            '第' | '其' => {
                let (number, chinese, rest) = number(behind)?;
                let style = if first == '第' { Self::Place } else { Self::Thereof };
                (chinese && rest.starts_with(['，', ',', '、'])).then_some((style, number))
            }
            _ => {
                let (number, chinese, rest) = number(line)?;
                let mark = rest.chars().next()?;
                match mark {
                    '是' | '要' | '抓' if chinese => Some((Self::Words(mark), number)),
                    '.' | '．' | '、' if !chinese => Some((Self::Digits, number)),
                    _ => None,
                }
            }
        }
    }
}

/// A number of up to three characters, whether it is a Chinese one, and what stands behind it.
fn number(text: &str) -> Option<(u64, bool, &str)> {
    let length = |of: fn(char) -> bool| text.find(|c| !of(c)).unwrap_or(text.len());
    let digits = length(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let chinese = length(|c| numeral::digit(c).is_some() || c == '十');
    let (words, rest) = text.split_at(digits.max(chinese));
    if words.chars().count() > 3 {
        return None;
    }
    let value = if digits > 0 {
        words.chars().try_fold(0, |sum, c| {
            let digit = c.to_digit(10).or_else(|| u32::from(c).checked_sub(u32::from('０')))?;
            Some(sum * 10 + u64::from(digit))
        })
    } else {
        numeral::read(words)
    };
    Some((value?, digits == 0, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The blocks with `|` between them.
    fn cut(text: &str) -> String {
        let blocks = blocks(text, Section::Done);
        let words: Vec<&str> = blocks.iter().map(|block| text[block.range.clone()].trim_end()).collect();
        words.join("|").replace('\n', "/")
    }

    #[test]
    fn paragraphs_are_read_by_themselves_and_lists_with_their_announcement() {
        for (text, expected) in [
            ("甲。\n乙。\n丙。", "甲。|乙。|丙。"),
            ("甲。\n\n乙。", "甲。|乙。"),
            (
                "抓好三项工作：\n一是甲。\n二是乙。\n三是丙。\n丁。",
                "抓好三项工作：/一是甲。/二是乙。/三是丙。|丁。",
            ),
            ("抓好三项工作\n1.甲\n2.乙\n3.丙", "抓好三项工作/1.甲/2.乙/3.丙"),
            ("两件事：一是甲；\n正文。\n二是乙。\n丙。", "两件事：一是甲；/正文。/二是乙。|丙。"),
            (
                "抓好三项工作。\n（一）甲\n正文。\n（二）乙\n正文。\n（三）丙\n正文。",
                "抓好三项工作。/（一）甲/正文。/（二）乙/正文。/（三）丙|正文。",
            ),
            (
                "一、工作情况\n（一）甲\n正文。\n（二）乙\n正文。",
                "一、工作情况|（一）甲|正文。|（二）乙|正文。",
            ),
            ("主要是：\n甲，\n乙；\n丙。\n丁。", "主要是：/甲，/乙；/丙。|丁。"),
            ("首先，甲。\n其次，乙。", "首先，甲。/其次，乙。"),
            ("", ""),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_decides_the_section_of_what_stands_behind_it() {
        let text = "一、工作情况\n甲。\n二、存在问题\n乙。\n三、下半年计划\n一是丙。\n二是丁。";
        let sections: Vec<Section> = blocks(text, Section::Preamble).iter().map(|it| it.section).collect();
        use Section::{Done, Plan, Problems};
        assert_eq!(sections, [Done, Done, Problems, Problems, Plan]);
        assert_eq!(blocks("二、存在问题", Section::Title)[0].section, Section::Title);
    }

    proptest! {
        #[test]
        fn blocks_cover_any_text_without_gaps(text in "[一二三是，：；。（）()1-3.、\r\n　首先其次第甲]{0,80}") {
            let mut at = 0;
            for block in blocks(&text, Section::Done) {
                prop_assert_eq!(block.range.start, at);
                prop_assert!(block.range.end > at && text.get(block.range.clone()).is_some());
                at = block.range.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
