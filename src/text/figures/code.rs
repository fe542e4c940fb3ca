//! Digits that are no figures: web addresses, models, scores, formulas, times of day.

use super::script::Script;

/// The end of a web address that begins here; its digits are no figures and no dates.
pub(super) fn address(script: &Script, at: usize) -> Option<usize> {
    script.one_at(at, &["http：/", "https：/", "www.", "HTTP：/", "HTTPS：/", "WWW."])?;
    let mut end = at;
    while script.get(end).is_some_and(|c| c.is_ascii_graphic() || (c == '：' || c == '？')) {
        end += 1;
    }
    Some(end)
}

/// Marks that make a row of digits a code, a model, a score or a formula instead of a figure.
pub(super) fn is_code(script: &Script, at: usize, end: usize) -> bool {
    let sticks = |c: Option<char>| {
        c.is_some_and(|c| {
            c.is_ascii_alphabetic() || matches!(c, '+' | '×' | '/' | '·' | '_' | '〔' | '@' | '#' | '*' | '=')
        })
    };
    // （上年同期85%，+6%） is a change.
    let signed = script.before(at) == Some('+')
        && matches!(script.get(end), Some('%' | '个'))
        && at >= 2
        && script.get(at - 2).is_some_and(|c| matches!(c, '，' | '（' | '、' | '；' | '比'));
    if (sticks(script.before(at)) && !signed) || sticks(script.get(end)) || script.get(end) == Some('〕') {
        return true;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let colon = |c: Option<char>| matches!(c, Some('：' | '∶'));
    // 14:30, 3:2, but not 共有：12个
    (colon(script.get(end)) && digit(script.get(end + 1)))
        || (colon(script.before(at)) && at >= 2 && digit(script.get(at - 2)))
        || script.get(end) == Some('后') && end - at == 2
        || script.before(at) == Some('-')
            && at >= 2
            && script.get(at - 2).is_some_and(|c| c.is_ascii_alphabetic())
}
