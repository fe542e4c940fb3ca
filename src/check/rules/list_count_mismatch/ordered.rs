//! Lists that mark each item: 一是…二是…, （一）…（二）…, 聚焦…聚焦…聚焦…, or ；between them.

use super::Counted;
use crate::check::passage::Passage;
use crate::text::figures::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

const ORDERS: &[&[&str]] = &[
    &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"],
    &["一要", "二要", "三要", "四要", "五要", "六要", "七要", "八要", "九要", "十要"],
    &["一抓", "二抓", "三抓", "四抓", "五抓", "六抓", "七抓", "八抓", "九抓", "十抓"],
    &["第一，", "第二，", "第三，", "第四，", "第五，", "第六，", "第七，", "第八，", "第九，", "第十，"],
    &["第一、", "第二、", "第三、", "第四、", "第五、", "第六、", "第七、", "第八、", "第九、", "第十、"],
    &["其一，", "其二，", "其三，", "其四，", "其五，", "其六，", "其七，", "其八，", "其九，", "其十，"],
    &["首先", "其次", "再次", "最后"],
    &["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）", "（十）"],
    &["（1）", "（2）", "（3）", "（4）", "（5）", "（6）", "（7）", "（8）", "（9）", "（10）"],
    &["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"],
    &["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "10."],
    &["1、", "2、", "3、", "4、", "5、", "6、", "7、", "8、", "9、", "10、"],
];

/// 四项重点工作：一是…二是…三是…
pub(super) fn marked(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let start = announced.range.end;
    let reach = (start + 28).min(script.len());
    let (mut at, order) = (start..reach).find_map(|at| {
        let before = matches!(script.before(at), Some('，' | '：' | '。' | '；' | '\n' | '（' | '、'));
        if !before {
            return None;
        }
        let order = ORDERS.iter().find(|order| order.first().is_some_and(|first| script.at(at, first)))?;
        Some((at, order))
    })?;
    let between = script.string(start..at);
    // Another figure, or a whole sentence between, and the list belongs to something else.
    let sentence_between =
        between.trim_end_matches(['。', '\n', '：', '，', '；']).contains(['。', '\n', '；']);
    let direct = between.ends_with(['：', '\n', '，', '。']) && !sentence_between;
    if !direct
        || !passage.reading.within(start..at).is_empty()
        || between.contains("其中")
        || between.contains('“') && between.chars().count() > 20
    {
        return None;
    }
    let spoken = order.first() == Some(&"首先");
    if spoken && (matches!(announced.unit, "名" | "人" | "位" | "家" | "支") || between.ends_with('，'))
    {
        return None;
    }
    let first = at;
    let line_start = matches!(script.before(at), Some('\n'));
    let mut count = 0;
    for (place, word) in order.iter().enumerate() {
        let limit = if place == 0 { at + 1 } else { (at + 1500).min(script.len()) };
        // A list that begins its lines goes on at the beginning of lines.
        let found = (at..limit).find(|here| {
            script.at(*here, word)
                && script.before(*here).is_some_and(|c| {
                    c == '\n' || !line_start && matches!(c, '，' | '：' | '。' | '；' | '、' | '）' | '”')
                })
        });
        let Some(found) = found else { break };
        count = place + 1;
        at = found + 1;
    }
    // The next word without a mark before it: a list that was pasted together; who knows its length.
    let line = passage.reading.outline.line(at).end;
    if !spoken
        && !line_start
        && order.get(count).is_some_and(|word| script.find(at..line.min(at + 600), word).is_some())
    {
        return None;
    }
    // 首先、其次、最后: the last word may follow at any place.
    if spoken && count >= 2 && count < order.len() {
        let last = (at..(at + 600).min(passage.reading.outline.line(at).end)).find(|here| {
            script.at(*here, "最后") && matches!(script.before(*here), Some('，' | '。' | '；' | '\n'))
        });
        count += usize::from(last.is_some());
        at = last.unwrap_or(at);
    }
    let last = at;
    // A second 一是 before the count is reached: two lists run into each other.
    let nested = order.first().is_some_and(|word| script.find(first + 1..last, word).is_some());
    (count >= 2 && !nested && count < 10).then(|| (count, count, first..passage.clause(last).end))
}

/// “三个坚持”：一是…二是…: the list follows the name at once.
pub(super) fn marked_name(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let quote = passage.reading.outline.quote(announced.number.start)?;
    let at_once = quote.start == announced.number.start
        && quote.len() <= 8
        && script.get(quote.end) == Some('”')
        && matches!(script.get(quote.end + 1), Some('：' | '，'));
    at_once.then(|| marked(passage, announced)).flatten()
}

/// 三个聚焦：聚焦…，聚焦…，聚焦…: each item begins with the word that was counted.
pub(super) fn repeated(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let start = announced.range.end;
    let noun: Vec<char> = script.slice(start..start + 2).to_vec();
    if noun.len() < 2
        || !noun.iter().all(|c| c.is_alphabetic())
        || !matches!(announced.unit, "个" | "项" | "大")
    {
        return None;
    }
    let word: String = noun.iter().collect();
    let mut at = start + 2;
    while script.get(at).is_some_and(|c| matches!(c, '”' | '’')) {
        at += 1;
    }
    if !matches!(script.get(at), Some('：' | '，' | '。' | '；')) || !script.at(at + 1, &word) {
        return None;
    }
    let line = passage.reading.outline.line(at).end.min(at + 600);
    let begins = |here: &usize| {
        script.at(*here, &word)
            && matches!(script.before(*here), Some('，' | '：' | '；' | '。' | '、' | '\n'))
    };
    let found: Vec<usize> = (at + 1..line).filter(begins).collect();
    let last = *found.last()?;
    let count = found.len();
    (2..12).contains(&count).then(|| (count, count, at + 1..passage.clause(last).end))
}

/// The colon that ends the words of what was announced.
fn colon_behind(passage: &Passage, announced: &Mention) -> Option<usize> {
    let script = passage.script();
    let start = announced.range.end;
    let colon = (start..start + 12)
        .find(|at| matches!(script.get(*at), None | Some('：' | '，' | '。' | '；' | '、' | '（' | '\n')))?;
    let ends = script.get(colon) == Some('：') && passage.reading.within(start..colon).is_empty();
    ends.then_some(colon)
}

/// 三件实事：建…；办…；设…。
pub(super) fn divided(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let colon = colon_behind(passage, announced)?;
    let end = passage.sentence(colon + 1).end.min(colon + 300);
    let list = colon + 1..end;
    let mut depth = 0;
    let mut marks = 0;
    let mut inner = false;
    for at in list.clone() {
        match script.get(at) {
            Some('（') => depth += 1,
            Some('）') => depth -= 1,
            Some('；') if depth == 0 => marks += 1,
            Some('、' | '：' | '“') => inner = true,
            _ => {}
        }
    }
    let whole = matches!(script.before(end), Some('。' | '！' | '\n')) || end == script.len();
    // An item may itself hold several, and then more may be meant than marks show.
    let figures = passage.mentions().get(passage.reading.within(list.clone())).unwrap_or_default();
    let counts = figures.iter().any(|it| it.value > Decimal::ONE);
    let words = script.string(list.clone());
    let other = ["同时", "此外", "其中", "另", "一方面", "还", "并且", "首先", "第"]
        .iter()
        .any(|word| words.contains(word));
    if marks < 1 || !whole || counts || other || script.before(end) == Some('；') {
        return None;
    }
    let count = marks + 1;
    Some((count, if inner || count < 3 { super::OPEN } else { count }, list))
}

/// 三户，一户是…，一户是…: the measure word is repeated with each item.
pub(super) fn one_by_one(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let sentence = passage.sentence(announced.number.start);
    let start = announced.range.end;
    let unit = announced.unit;
    let begins = |at: &usize, number: char| {
        script.get(*at) == Some(number)
            && script.at(at + 1, unit)
            && matches!(script.before(*at), Some('，' | '：' | '；'))
    };
    let first = (start..(start + 16).min(sentence.end)).find(|at| begins(at, '一'))?;
    let end = sentence.end.min(first + 300);
    let items = (first..end).filter(|at| begins(at, '一')).collect::<Vec<usize>>();
    let several = (first..end).any(|at| ['两', '二', '三', '四', '另', '其'].iter().any(|c| begins(&at, *c)));
    let each = items.iter().all(|at| {
        let behind = at + 1 + unit.chars().count();
        (behind..behind + 6).any(|at| matches!(script.get(at), Some('是' | '在' | '为' | '叫' | '设')))
    });
    let count = items.len();
    (count >= 2 && each && !several).then_some((count, count, first..end))
}

/// 三条：坚持…，坚持…，坚持…。: all clauses behind the colon begin alike.
pub(super) fn begun_alike(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let colon = colon_behind(passage, announced)?;
    let end = passage.sentence(colon + 1).end.min(colon + 200);
    let word = script.string(colon + 1..colon + 3);
    let letters = word.chars().count() == 2 && word.chars().all(char::is_alphabetic);
    let begins = (colon + 1..end).filter(|at| matches!(script.before(*at), Some('：' | '，' | '；')));
    let mut count = 0;
    for at in begins {
        if !script.at(at, word) {
            return None;
        }
        count += 1;
    }
    (letters && count >= 3).then_some((count, count, colon + 1..end))
}

/// A name such as “五进” whose items hold its last character: 进社区、进学校、进企业、进农村.
pub(super) struct NamedNumber {
    pub range: Range<usize>,
    pub value: usize,
    pub counted: Counted,
}

/// The name that begins behind the quotation mark at `open`, where its items follow a colon.
pub(super) fn named_number(passage: &Passage, open: usize) -> Option<NamedNumber> {
    let script = passage.script();
    let value = "三四五六七八九十".chars().zip(3..).find(|(c, _)| script.get(open + 1) == Some(*c))?.1;
    let close = (open + 3..open + 5).find(|at| script.get(*at) == Some('”'))?;
    let kernel = script.get(close - 1)?;
    let colon = (close + 1..close + 6).find(|at| !script.get(*at).is_some_and(char::is_alphabetic))?;
    if script.get(colon) != Some('：') || !kernel.is_alphabetic() {
        return None;
    }
    let end = passage.sentence(colon + 1).end.min(colon + 160);
    let list = script.string(colon + 1..end).trim_end_matches(['。', '！', '\n']);
    let mut count = 0;
    for item in list.split(['、', '，', '；']) {
        if !item.contains(kernel) || item.chars().count() > 14 {
            return None;
        }
        count += 1;
    }
    (count >= 2).then(|| NamedNumber {
        range: open + 1..close,
        value,
        counted: (count, count, colon + 1..end),
    })
}
