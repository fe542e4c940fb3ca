//! One form for each character: half-width digits, full-width marks, simplified characters.

use std::sync::LazyLock;

/// Traditional forms of the words that rules look for; sources pasted from elsewhere hold them.
const SIMPLIFIED: &str = "萬万億亿個个區区縣县團团員员織织業业協协務务達达為为實实際际計计總总來来後后過过還还滿满標标準准\
圓圆額额務务幫帮對对場场項项條条種种類类與与從从減减單单位位戶户歲岁兩两數数間间時时報报會会應应發发開开舉举辦办組组聯联學学習习書书記记隊队黨党\
級级幾几餘余較较長长幅幅階阶據据佔占號号當当設设動动參参現现確确認认領领導导職职責责任任導导訓训鄉乡鎮镇資资獎奖勵励優优張张貼贴啟启結结\
輪轮滙汇匯汇課课講讲題题問问見见調调讓让給给約约圍围規规檢检覈核進进";

/// Length of an annotation that a conversion left behind a character, as in 區(qū); it is no text.
pub(super) fn annotation(inside: &str) -> Option<usize> {
    let end = inside.char_indices().take(8).find(|(_, c)| matches!(c, ')' | '）'))?;
    let word = &inside[..end.0];
    let marked = word.chars().any(|c| ('\u{e0}'..='\u{1dc}').contains(&c));
    let letters = word.chars().all(|c| c.is_ascii_lowercase() || ('\u{e0}'..='\u{1dc}').contains(&c));
    (marked && letters).then_some(end.0 + end.1.len_utf8())
}

/// Longest note in 〔…〕, in characters.
const NOTE: usize = 60;

/// True for the inside of 〔…〕 that is a bracket within a bracket: 〔含境外2个〕. A year of a
/// document number (〔2026〕) and the blank of a sentence pattern (〔人数〕) are none.
pub(super) fn is_note(rest: &str) -> bool {
    let inside = rest.chars().take(NOTE).take_while(|c| !matches!(c, '〕' | '〔' | '\n'));
    let (mut letters, mut figures, mut length) = (false, false, 0);
    for c in inside {
        let digit = c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇○零一二三四五六七八九".contains(c);
        figures |= digit || "十百".contains(c);
        letters |= !digit;
        length += 1;
    }
    letters && figures && rest.chars().nth(length) == Some('〕')
}

pub(super) fn fold(c: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let digit_before = before.is_some_and(|c| c.is_ascii_digit());
    Some(match c {
        '\n' | '\r' => '\n',
        '\u{200b}'..='\u{200f}' | '\u{feff}' => return None,
        _ if c.is_whitespace() => {
            let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if word(before) && word(after) { ' ' } else { return None }
        }
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        '!' => '！',
        '?' | '？' if digit_before && after.is_some_and(|c| c.is_ascii_digit()) => '·',
        '?' => '？',
        '％' | '﹪' => '%',
        '＋' => '+',
        '．' => '.',
        '•' | '‧' | '・' | '∙' => '·',
        '－' | '–' | '—' | '―' | '～' | '〜' | '−' => {
            if matches!(c, '～' | '〜') {
                '~'
            } else {
                '-'
            }
        }
        '＿' => '_',
        '＊' => '*',
        '［' => '[',
        '］' => ']',
        _ => simplified(c),
    })
}

pub(super) fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

/// The characters of [`SIMPLIFIED`] in pairs, and a bit for each code of the plane that is a
/// traditional one of them: nearly none of a text is.
struct Forms {
    marked: [u64; 1024],
    pairs: Vec<(char, char)>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms { marked: [0; 1024], pairs: Vec::new() };
    let mut pairs = SIMPLIFIED.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if let Some(row) = forms.marked.get_mut((u32::from(from) >> 6) as usize) {
            *row |= 1 << (u32::from(from) & 63);
        }
        forms.pairs.push((from, to));
    }
    forms
});

pub(super) fn is_traditional(c: char) -> bool {
    let row = FORMS.marked.get((u32::from(c) >> 6) as usize).copied().unwrap_or(0);
    row >> (u32::from(c) & 63) & 1 != 0
}

fn simplified(c: char) -> char {
    if !is_traditional(c) {
        return c;
    }
    FORMS.pairs.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to)
}
