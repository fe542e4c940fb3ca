//! # What it does
//! Finds figures and names that were never filled in: x名, XX%, ×月, ___, 201X年, 〔数量〕.
//! # Why it is bad
//! A mask goes out under the seal.
//! # Example
//! 提供就业岗位xx个。
//! # Use instead
//! 提供就业岗位420个。

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Script, measure};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule { name: "placeholder", title: "未填的空", scope: Scope::Passage(check) };

/// Words in which an X is a letter: X光, X射线, 1+X.
const LETTER_WORDS: &[&str] = &["光", "射线", "轴", "展架", "证书", "染色体", "世代", "型"];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mut at = 0;
    while let Some(c) = script.get(at) {
        let found = match c {
            'x' | 'X' | '×' | '✕' | '╳' => mask(script, at)
                // “X青年”工作室: a single letter in quotation marks is a name.
                .filter(|found| found.len() > 1 || passage.reading.outline.quote(at).is_none()),
            '_' | '*' => blank_line(script, at),
            '□' | '○' | '〇' => boxes(script, at),
            '〔' | '【' => hole(script, at),
            '（' => note(script, at),
            '年' => blank_date(script, at),
            _ => None,
        }
        .or_else(|| blank_figure(script, at));
        match found {
            Some(range) => {
                at = range.end.max(at + 1);
                push(passage, range, verdicts);
            }
            None => at += 1,
        }
    }
}

fn push(passage: &Passage, range: Range<usize>, verdicts: &mut Verdicts) {
    let script = passage.script();
    let counted = script.before(range.end).is_some_and(|c| c == '%' || c == '年' || c == '月' || c == '日')
        || measure::at(script, range.end.saturating_sub(1)).is_some();
    let severity = if counted { Severity::Error } else { Severity::Warning };
    let words = passage.words(range.clone());
    verdicts.push(
        Flaw::new(RULE.name, range, format!("「{words}」还没有填写，请补上实际内容。")).severity(severity),
    );
}

fn is_mask(c: char) -> bool {
    matches!(c, 'x' | 'X' | '×' | '✕' | '╳' | '*')
}

fn mask(script: &Script, at: usize) -> Option<Range<usize>> {
    let end = run(script, at, is_mask);
    let (before, after) = (script.before(at), script.get(end));
    let times = script.get(at) == Some('×');
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // A letter of a Latin word, a formula (1+X, 8×12, 3名×4场), or a word with the letter in it.
    let letter = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '-' | '/' | '=' | '@' | '#'))
    };
    if letter(before) || letter(after) || (end - at == 1 && script.one_at(end, LETTER_WORDS).is_some()) {
        return None;
    }
    if end - at == 1
        && (digit(after) || (times && after.is_some_and(|c| "一二三四五六七八九十两百".contains(c))))
    {
        return None;
    }
    let mut start = at;
    while start > 0 && script.get(start - 1).is_some_and(|c| c.is_ascii_digit()) && at - start < 4 {
        start -= 1;
    }
    // 20XX年 and 201X年 are masks; 3X and 5XX without a unit behind them may be a model.
    let end = with_unit(script, end);
    if start < at
        && !matches!(script.before(end), Some('年' | '月' | '日' | '%'))
        && measure::at(script, end - 1).is_none()
    {
        return None;
    }
    Some(start..end)
}

/// The end of a mask with its unit; x月x日 is one mask.
fn with_unit(script: &Script, end: usize) -> usize {
    let mut end = one_unit(script, end);
    for _ in 0..2 {
        let next = run(script, end, |c| is_mask(c) || matches!(c, '□' | '_' | '○'));
        let dated = matches!(script.before(end), Some('年' | '月')) && next > end;
        if dated && matches!(script.get(next), Some('月' | '日')) {
            end = next + 1;
        }
    }
    end
}

fn one_unit(script: &Script, end: usize) -> usize {
    let after_mark = end + usize::from(matches!(script.get(end), Some('余' | '多' | '万')));
    match script.get(after_mark) {
        Some('年' | '月' | '日' | '%') => after_mark + 1,
        _ => match measure::at(script, after_mark) {
            Some((length, _)) => after_mark + length,
            None => end,
        },
    }
}

fn blank_line(script: &Script, at: usize) -> Option<Range<usize>> {
    let c = script.get(at)?;
    let end = run(script, at, |other| other == c);
    let unit = with_unit(script, end);
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if letter(script.before(at)) || letter(script.get(end)) {
        return None;
    }
    // A single sign counts only before a unit; a whole line of them is a rule drawn by hand.
    let line = end - at > 20;
    (!line && (end - at >= 2 || unit > end)).then_some(at..unit)
}

fn boxes(script: &Script, at: usize) -> Option<Range<usize>> {
    let end = run(script, at, |c| matches!(c, '□' | '○' | '〇'));
    let numeral = |c: Option<char>| c.is_some_and(|c| "一二三四五六七八九十百千零".contains(c));
    if numeral(script.before(at)) || numeral(script.get(end)) {
        return None;
    }
    let unit = with_unit(script, end);
    (end - at >= 2 || unit > end && script.get(at) == Some('□')).then_some(at..unit)
}

/// 〔数量〕: a hole of a sentence pattern. 〔2026〕 is a year in a document number.
fn hole(script: &Script, at: usize) -> Option<Range<usize>> {
    let close = if script.get(at) == Some('〔') { '〕' } else { '】' };
    let end = (at + 1..at + 24).find(|end| script.get(*end) == Some(close))?;
    let inside = script.string(at + 1..end);
    let year = !inside.is_empty()
        && inside.chars().all(|c| c.is_ascii_digit() || "〇零一二三四五六七八九".contains(c));
    let hole = match close {
        '〕' => !year,
        _ => asks(inside),
    };
    hole.then_some(at..end + 1)
}

/// （待补充）, （此处填写数据）
fn note(script: &Script, at: usize) -> Option<Range<usize>> {
    let end = (at + 1..at + 20).find(|end| script.get(*end) == Some('）'))?;
    asks(script.string(at + 1..end)).then_some(at..end + 1)
}

fn asks(inside: &str) -> bool {
    ["待填", "待补", "待核实", "待定数据", "此处填", "请填写", "填写数", "数据待", "数字待", "待更新"]
        .iter()
        .any(|word| inside.contains(word))
}

/// 2026年 月 日 with nothing between.
fn blank_date(script: &Script, at: usize) -> Option<Range<usize>> {
    let digits = (1..=4)
        .take_while(|n| at.checked_sub(*n).and_then(|at| script.get(at)).is_some_and(|c| c.is_ascii_digit()))
        .count();
    (digits == 4 && script.at(at, "年月日")).then(|| at - 4..at + 3)
}

/// 经费　　万元: two blanks or more where a figure should stand before its unit.
fn blank_figure(script: &Script, at: usize) -> Option<Range<usize>> {
    if !matches!(
        script.get(at)?,
        '万' | '亿' | '人' | '场' | '余' | '%' | '名' | '个' | '次' | '家' | '项' | '期' | '件' | '元'
    ) {
        return None;
    }
    let gap = script.bytes(at..at + 1).start.checked_sub(script.bytes(at.checked_sub(1)?..at).end)?;
    if gap < 2 {
        return None;
    }
    let unit =
        script.one_at(at, &["万元", "万人", "亿元", "人次", "场次", "%", "余名", "余人"]).or_else(|| {
            let after_verb = script.before(at).is_some_and(|c| "共达约近计了展办训开".contains(c));
            script
                .one_at(at, &["名", "个", "场", "次", "家", "人", "项", "期", "件", "元"])
                .filter(|_| after_verb)
        })?;
    let before = script.before(at)?;
    let figure =
        before.is_ascii_alphanumeric() || "一二三四五六七八九十百千万亿几数两余多半%_".contains(before);
    let line = before == '\n' || is_mask(before);
    (!figure && !line).then(|| at..at + unit.chars().count())
}

fn run(script: &Script, at: usize, of: impl Fn(char) -> bool) -> usize {
    let mut end = at;
    while script.get(end).is_some_and(&of) {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_figure_that_was_never_filled_in_is_found() {
        wrong(
            "placeholder",
            &[
                ("选树青年岗位能手x名。", "x名"),
                ("提供就业岗位xx个。", "xx个"),
                ("参学率稳定在XX%以上。", "XX%"),
                ("于×月召开会议。", "×月"),
                ("慰问困难青少年___户。", "___"),
                ("落实《201X年度重点工作清单》要求。", "201X年"),
                ("20XX年，团区委认真履职。", "20XX年"),
                ("培训团干部＊＊人次。", "＊＊人次"),
                ("发展团员□□名。", "□□名"),
                ("□月□日，召开全委会。", "□月□日"),
                ("投入经费    万元，维修阵地1处。", "万元"),
                ("全年共　　场，参加300人。", "场"),
                ("共开展活动〔次数〕，参与者众多。", "〔次数〕"),
                ("累计募集资金（待补充）。", "（待补充）"),
                ("会议于2026年　月　日召开。", "2026年　月　日"),
                ("在某街道x社区开展服务。", "x"),
                ("xxxx年，团区委认真履职。", "xxxx年"),
            ],
        );
        right(&[
            "落实“1+X”证书制度。",
            "为青年提供X光检查。",
            "投入经费 12 万元，走访 6 家。",
            "姓  名：张三；单  位：城关镇团委。",
            "“X青年”工作室推出作品32部。",
            "实行7×24小时值守。",
            "8×12=96，核算无误。",
            "通过App和box空间开展服务。",
            "依据中青发〔2026〕3号文件要求。",
            "二○二六年六月。",
            "探索“1+N”模式。",
        ]);
    }
}
