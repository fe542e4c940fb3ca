//! Place, body and time of a figure, and what is told of its set besides.

use crate::check::likeness::without;
use crate::check::scope::SCOPES;

/// What is said of time, place and counting, not of the set.
const EMPTY: &[&str] = &[
    "今年以来",
    "截至目前",
    "上半年",
    "下半年",
    "报告期内",
    "本学期",
    "本年度",
    "截至",
    "截止",
    "目前",
    "今年",
    "全年",
    "年内",
    "以来",
    "此次",
    "这次",
    "本次",
    "累计",
    "共有",
    "现有",
    "共计",
    "总计",
    "合计",
    "所有",
    "全部",
    "全体",
    "上述",
    "以上",
    "前述",
    "这些",
    "这批",
    "这笔",
    "其",
    "这",
    "该",
    "共",
    "已",
    "的",
    "了",
    "所",
    "受",
    "被",
    "“",
    "”",
    "《",
    "》",
    "，",
    "、",
    "（",
    "）",
    "期间",
    "月底",
    "月末",
];

/// 全县, 全街道: the whole place named last in the words before a figure.
pub(super) fn place_of(phrase: &str) -> &'static str {
    let found =
        SCOPES.iter().filter_map(|word| phrase.rfind(word).map(|at| (at, *word))).max_by_key(|(at, _)| *at);
    found.map_or("", |(_, word)| word)
}

/// What is told of the set: the words before the figure. Before 这 only what ends with 的 is told of
/// it: in 领到这2860份 the verb is not.
pub(super) fn told(phrase: &str, place: &str) -> String {
    without(&undated(&qualifying(phrase, place)), EMPTY)
}

fn qualifying(phrase: &str, place: &str) -> String {
    if let Some(at) = ["这", "该", "上述", "前述"].iter().filter_map(|word| phrase.rfind(word)).max()
        && at > 0
        && !phrase[..at].ends_with('的')
    {
        return phrase[at..].to_owned();
    }
    let own =
        phrase.rfind(place).filter(|_| !place.is_empty()).map_or(phrase, |at| &phrase[at + place.len()..]);
    // 募集到的, 收上来的
    let bare = own.trim_end_matches('的');
    let verb = bare.trim_end_matches(['到', '来', '得', '了']);
    if bare.len() < own.len() && verb.chars().count() >= 2 { verb.to_owned() } else { own.to_owned() }
}

/// The words without days and months.
fn undated(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut digits = String::new();
    for letter in words.chars() {
        let numeral = letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
        if numeral {
            digits.push(letter);
        } else if digits.is_empty() || !"年月日".contains(letter) {
            kept.push_str(&digits);
            kept.push(letter);
            digits.clear();
        } else {
            digits.clear();
        }
    }
    kept.push_str(&digits);
    kept
}

/// 城北街道, 东坪镇: the last body named before a figure, by its last characters.
pub(super) fn body(words: &str) -> String {
    const BODIES: &[&str] = &[
        "街道",
        "社区",
        "学院",
        "中学",
        "小学",
        "校区",
        "车间",
        "分局",
        "片区",
        "镇",
        "乡",
        "村",
        "本部",
        "分公司",
    ];
    const NO_NAMES: &[char] =
        &['全', '各', '该', '本', '我', '所', '每', '个', '级', '城', '与', '和', '、', '）', '（'];
    let ends = BODIES.iter().filter_map(|word| words.rfind(word).map(|at| (at, *word)));
    let Some((at, word)) = ends.max_by_key(|(at, word)| (*at + word.len(), word.len())) else {
        return String::new();
    };
    let name: Vec<char> = words[..at].chars().rev().take(2).collect();
    let named = name.len() == 2 && !name.iter().any(|letter| NO_NAMES.contains(letter) && *letter != '城');
    if named {
        name.iter().rev().chain(word.chars().collect::<Vec<_>>().iter()).collect()
    } else {
        String::new()
    }
}

/// The date, season or round nearest before a figure, in its own clause.
pub(super) fn time(before: &str, clause: usize, date: Option<(usize, u32, bool)>) -> String {
    const ROUNDS: &[&str] = &[
        "寒假",
        "暑假",
        "春季",
        "秋季",
        "上学期",
        "下学期",
        "年初",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "第一期",
        "第二期",
        "第三期",
        "第一批",
        "第二批",
        "第三批",
        "首批",
        "首期",
        "去年",
        "上年",
    ];
    let own = before.get(clause..).unwrap_or_default();
    let rounds = ROUNDS.iter().filter_map(|word| own.rfind(word).map(|at| (clause + at, *word)));
    let round = rounds.max_by_key(|(at, _)| *at);
    match (date, round) {
        (Some((at, month, over)), round) if round.is_none_or(|(place, _)| place < at) => {
            format!("{month}月{}", if over { "末" } else { "" })
        }
        (_, round) => round.map_or(String::new(), |(_, word)| word.to_owned()),
    }
}
