//! Where the first sentence of a paragraph ends.

use std::ops::Range;

/// Line breaks of every kind that a paste brings, Word's own (U+000B) among them.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Bytes of the first sentence of a paragraph, the marks that close it included; of the whole
/// paragraph where no sentence ends in it.
///
/// A sentence ends with 。！？ and not with ；. A mark inside brackets, a title 《…》 or a reference
/// `{…}` belongs to what they hold; one inside quotes ends the sentence only as 。”, because a
/// quoted name (“我为青年做什么？”) may hold the others.
pub fn first_end(paragraph: &str) -> usize {
    let mut held = outermost(paragraph).into_iter().peekable();
    let begins = paragraph.len() - paragraph.trim_start().len();
    let mut marks = paragraph.char_indices().filter(|(_, c)| is_end(*c)).peekable();
    while let Some((at, mark)) = marks.next() {
        while held.next_if(|it| it.range.end <= at).is_some() {}
        let behind = at + mark.len_utf8();
        let end = behind + closing(&paragraph[behind..]);
        let ends = match held.peek().filter(|it| it.range.start < at) {
            None => true,
            Some(it) => {
                // What stands before the brackets would be torn from what stands behind them.
                let closes = end >= it.range.end && end == behind + closed(paragraph, behind, it.range.end);
                closes && ((it.quote && is_stop(mark)) || it.range.start == begins)
            }
        };
        // Of several marks in a row (？！) the last ends the sentence.
        let goes_on = marks.peek().is_some_and(|(next, _)| *next == behind);
        if ends && !goes_on {
            return end;
        }
    }
    paragraph.len()
}

/// Bytes from `behind` to the end of what is held and to the closing marks behind it.
fn closed(paragraph: &str, behind: usize, end: usize) -> usize {
    let inside = paragraph.get(behind..end).unwrap_or_default();
    if inside.chars().all(is_closing) { closing(&paragraph[behind..]) } else { 0 }
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '!' | '?')
}

fn is_stop(c: char) -> bool {
    matches!(c, '。' | '｡')
}

fn is_closing(c: char) -> bool {
    PAIRS.iter().any(|(_, close, _)| *close == c)
}

/// Bytes of the closing marks that a text begins with.
fn closing(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_closing).len()
}

/// What opens, what closes it, and whether it quotes. The straight marks open where none is open.
const PAIRS: [(char, char, bool); 14] = [
    ('“', '”', true),
    ('‘', '’', true),
    ('「', '」', true),
    ('『', '』', true),
    ('"', '"', true),
    ('（', '）', false),
    ('(', ')', false),
    ('〔', '〕', false),
    ('［', '］', false),
    ('[', ']', false),
    ('【', '】', false),
    ('《', '》', false),
    ('〈', '〉', false),
    ('{', '}', false),
];

/// A stretch between an opening mark and the one that closes it, both included.
struct Held {
    range: Range<usize>,
    quote: bool,
}

/// The outermost stretches between pairs of marks, in order. A mark without its partner holds
/// nothing.
fn outermost(paragraph: &str) -> Vec<Held> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    // How often each pair is open: a mark that closes nothing must not walk through the others.
    let mut count = [0usize; PAIRS.len()];
    let mut held: Vec<Held> = Vec::new();
    for (at, c) in paragraph.char_indices() {
        let pair = |side: fn(&(char, char, bool)) -> char| PAIRS.iter().position(|it| side(it) == c);
        match (pair(|it| it.1), pair(|it| it.0)) {
            (Some(pair), _) if count[pair] > 0 => {
                while let Some((start, opened)) = open.pop() {
                    count[opened] -= 1;
                    if opened == pair {
                        let range = start..at + c.len_utf8();
                        while held.last().is_some_and(|it| it.range.start > start) {
                            held.pop();
                        }
                        held.push(Held { range, quote: PAIRS[pair].2 });
                        break;
                    }
                }
            }
            (_, Some(pair)) => {
                open.push((at, pair));
                count[pair] += 1;
            }
            _ => {}
        }
    }
    held
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(paragraph: &str) -> &str {
        &paragraph[..first_end(paragraph)]
    }

    #[test]
    fn a_sentence_ends_with_its_mark_and_what_closes_behind_it() {
        let cases = [
            ("加强引领。抓实基层。", "加强引领。"),
            ("抓学习；抓服务；抓队伍。下一步再抓。", "抓学习；抓服务；抓队伍。"),
            ("怎么办？！大家想办法。", "怎么办？！"),
            ("增长11.2%，达3.5万人次。其中女团员176名。", "增长11.2%，达3.5万人次。"),
            ("没有句号的一段", "没有句号的一段"),
            ("", ""),
            ("“青年要立志。”这句话人人记得。", "“青年要立志。”"),
            ("大家说：“干得好。”活动很受欢迎。", "大家说：“干得好。”"),
            ("开展“我为青年做什么？”大讨论。共12场。", "开展“我为青年做什么？”大讨论。"),
            ("学习《青春为什么？》一书。写心得。", "学习《青春为什么？》一书。"),
            ("建成阵地（详见附件。）并投入使用。共3处。", "建成阵地（详见附件。）并投入使用。"),
            ("（此段由组织部提供。）正文。", "（此段由组织部提供。）"),
            ("共有{团员？。人数}人。其余不计。", "共有{团员？。人数}人。"),
            ("按（通知要求，做好报送。再核对。", "按（通知要求，做好报送。"),
            ("做好报送）。再核对。", "做好报送）。"),
            ("他问\"行吗?\"没人答。后来行了。", "他问\"行吗?\"没人答。"),
            ("“他说‘好。’”然后走了。再来。", "“他说‘好。’”"),
        ];
        for (paragraph, expected) in cases {
            assert_eq!(first(paragraph), expected, "{paragraph}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_first_sentence_that_is_its_own(text in "[青年。！？；“”‘’（）()《》{}\" \n.1]{0,40}|.{0,40}") {
            let sentence = first(&text);
            prop_assert!(text.starts_with(sentence));
            prop_assert_eq!(first(sentence), sentence);
        }
    }
}
