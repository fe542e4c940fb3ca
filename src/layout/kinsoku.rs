//! 禁则: which characters may begin or end a line, and between which two a line may break.

use crate::text::width::half_cells;

/// True for what never begins a line: closing marks and what follows a number.
#[rustfmt::skip]
pub(super) fn never_begins(c: char) -> bool {
    matches!(
        c,
        '!' | '%' | ')' | ',' | '.' | ':' | ';' | '>' | '?' | ']' | '}' | '¢' | '¨' | '°' | '·'
        | 'ˇ' | 'ˉ' | '―' | '‖' | '’' | '”' | '…' | '‰' | '′' | '″' | '›' | '℃' | '℉'
        | '∶' | '、' | '。' | '〃' | '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〞' | '︶'
        | '︺' | '︾' | '﹀' | '﹄' | '﹚' | '﹜' | '﹞' | '！' | '＂' | '％' | '＇' | '）' | '，'
        | '．' | '：' | '；' | '？' | '］' | '｀' | '｜' | '｝' | '～' | '￠'
    )
}

/// True for what never ends a line: opening marks and what precedes a number.
#[rustfmt::skip]
pub(super) fn never_ends(c: char) -> bool {
    matches!(
        c,
        '$' | '(' | '[' | '{' | '£' | '¥' | '‘' | '“' | '〈' | '《' | '「' | '『' | '【' | '〔'
        | '〖' | '〝' | '﹙' | '﹛' | '﹝' | '＄' | '（' | '［' | '｛' | '￡' | '￥'
    )
}

/// True for the stops that may stand in the margin behind a full line, as Word and LibreOffice set
/// them; half-width ones too, which are often typed in Chinese text.
#[rustfmt::skip]
pub(super) fn may_hang(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '．' | ',' | '.' | ';' | ':' | '!' | '?'
    )
}

/// True for a space at which Latin text breaks; it may stand in the margin.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// True where a line may end with `before` and the next begin with `after`.
pub(super) fn may_break(before: char, after: char) -> bool {
    if is_space(after) || never_begins(after) || is_attached(after) || never_ends(before) || joins(before) {
        return false;
    }
    if is_space(before) {
        return true;
    }
    let one_word = half_cells(before) == 1 && half_cells(after) == 1;
    let one_mark = before == after && matches!(after, '—' | '…' | '⸺');
    let one_flag = is_regional(before) && is_regional(after);
    !(one_word || one_mark || one_flag)
}

/// Marks that stand on the character before them: combining marks, variation selectors, skin tones.
fn is_attached(c: char) -> bool {
    half_cells(c) == 0 && !c.is_control() || ('\u{1f3fb}'..='\u{1f3ff}').contains(&c)
}

/// Characters that bind the next one: zero width joiner, word joiner.
fn joins(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Two of these make a flag.
fn is_regional(c: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_between_characters_but_never_inside_a_figure() {
        for pair in ["青年", "年2", "人“", "。青", "9 青", "a 1"] {
            let mut pair = pair.chars().rev();
            let (after, before) = (pair.next().unwrap(), pair.next().unwrap());
            assert!(may_break(before, after), "{before}{after}");
        }
        for pair in ["12", "2.", "5%", "年。", "“青", "（一", "——", "……", "a ", "e\u{301}", "\u{200d}👩"]
        {
            let mut pair = pair.chars();
            let (before, after) = (pair.next().unwrap(), pair.next().unwrap());
            assert!(!may_break(before, after), "{before}{after}");
        }
    }
}
