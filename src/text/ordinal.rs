//! The ordinals before headings: written by the app, recognised when someone types or pastes one.

use super::numeral::counting;

/// Level of a heading, 1 to 4: 一、 (一) 1. (1), after GB/T 9704—2012, 7.3.3.
pub type Level = u8;

/// The deepest level of a heading.
pub const DEEPEST: Level = 4;

/// The ordinal of the `number`th heading of a level; levels outside 1 to 4 take the nearest.
///
/// ```
/// use qinggao::text::ordinal::write;
/// assert_eq!(write(1, 2), "二、");
/// assert_eq!(write(2, 1), "（一）");
/// assert_eq!(write(3, 12), "12.");
/// assert_eq!(write(4, 3), "（3）");
/// ```
pub fn write(level: Level, number: usize) -> String {
    match level {
        0 | 1 => format!("{}、", counting(number)),
        2 => format!("（{}）", counting(number)),
        3 => format!("{number}."),
        _ => format!("（{number}）"),
    }
}

/// A typed ordinal and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal<'a> {
    /// The level whose form the ordinal has.
    pub level: Level,
    /// The text behind the ordinal, without leading space.
    pub rest: &'a str,
}

/// Reads an ordinal at the start of a line: `一、` `(一)` `1.` `1、` `(1)` `①`, in half-width
/// or full-width brackets. `3.5万` and `2026年` are no ordinals.
///
/// ```
/// use qinggao::text::ordinal::read;
/// let found = read("（一）加强组织建设").unwrap();
/// assert_eq!((found.level, found.rest), (2, "加强组织建设"));
/// assert_eq!(read("3.5万名团员"), None);
/// ```
pub fn read(line: &str) -> Option<Ordinal<'_>> {
    let line = line.trim_start_matches(is_space);
    let first = line.chars().next()?;
    if first == '(' || first == '（' {
        return bracketed(&line[first.len_utf8()..]);
    }
    if ('①'..='⑳').contains(&first) {
        return Some(Ordinal { level: 4, rest: after(&line[first.len_utf8()..]) });
    }
    let (kind, rest) = number(line)?;
    let mark = rest.chars().next()?;
    let behind = &rest[mark.len_utf8()..];
    match (kind, mark) {
        (Kind::Chinese, '、' | '．' | '.') => Some(Ordinal { level: 1, rest: after(behind) }),
        (Kind::Arabic, '、' | '．' | '.') if !starts_with_digit(behind) => {
            Some(Ordinal { level: 3, rest: after(behind) })
        }
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Chinese,
    Arabic,
}

fn bracketed(inside: &str) -> Option<Ordinal<'_>> {
    let (kind, rest) = number(inside)?;
    let close = rest.chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let behind = after(&rest[close.len_utf8()..]);
    let behind = behind.strip_prefix(['、', '.', '．']).map_or(behind, after);
    let level = match kind {
        Kind::Chinese => 2,
        Kind::Arabic => 4,
    };
    Some(Ordinal { level, rest: behind })
}

/// A short run of one kind of numeral, and what stands behind it.
fn number(text: &str) -> Option<(Kind, &str)> {
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let arabic = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    for (kind, end) in
        [(Kind::Chinese, text.find(|c| !chinese(c))), (Kind::Arabic, text.find(|c| !arabic(c)))]
    {
        let end = end.unwrap_or(text.len());
        let length = text[..end].chars().count();
        // 二十三 is the longest that a report needs; 2026. is a year, not an ordinal.
        if (1..=3).contains(&length) {
            return Some((kind, &text[end..]));
        }
    }
    None
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn after(text: &str) -> &str {
    text.trim_start_matches(is_space)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_typed_ordinal_is_told_from_a_figure() {
        let cases = [
            ("一、工作情况", Some((1, "工作情况"))),
            ("十二、 其他", Some((1, "其他"))),
            ("(一)加强", Some((2, "加强"))),
            ("（三）、 加强", Some((2, "加强"))),
            ("1.摸排", Some((3, "摸排"))),
            ("２．摸排", Some((3, "摸排"))),
            ("10、摸排", Some((3, "摸排"))),
            ("(2) 走访", Some((4, "走访"))),
            ("③宣讲", Some((4, "宣讲"))),
            ("　　（二）建设", Some((2, "建设"))),
            ("3.5万名团员", None),
            ("2026.6", None),
            ("一是加强", None),
            ("五四运动", None),
            ("(16个部门、6个社区)", None),
            ("", None),
            ("(", None),
        ];
        for (line, expected) in cases {
            let found = read(line).map(|o| (o.level, o.rest));
            assert_eq!(found, expected, "{line}");
        }
    }

    proptest! {
        #[test]
        fn what_the_app_writes_it_reads_back(level in 1u8..=4, number in 1usize..=99) {
            let line = format!("{}加强", write(level, number));
            let found = read(&line).map(|o| (o.level, o.rest));
            prop_assert_eq!(found, Some((level, "加强")));
        }

        #[test]
        fn any_text_can_be_read(line in any::<String>()) {
            let _ = read(&line);
        }
    }
}
