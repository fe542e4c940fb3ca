//! What the labels of parts say of each other: whether they may overlap, whether they leave
//! nothing out, and which of them come in and which go out.

use crate::text::figures::Mention;
use rust_decimal::Decimal;

/// By what a label divides a whole. Kinds of different views overlap: a woman may be a party member.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum View {
    Sex,
    Politics,
    People,
    Age,
    Learning,
    Post,
    Honour,
    Newness,
    Other,
}

const VIEWS: &[(View, &[&str])] = &[
    (View::Sex, &["女", "男"]),
    (View::Politics, &["党员", "群众"]),
    (View::People, &["少数民族", "汉族"]),
    (View::Age, &["岁", "80后", "90后", "00后"]),
    (View::Learning, &["本科", "硕士", "博士", "研究生", "大专", "专科", "学历"]),
    (View::Post, &["专职", "兼职", "挂职"]),
    (View::Honour, &["优秀", "骨干", "示范", "先进", "获", "推广", "命名", "获评"]),
    (View::Newness, &["新建", "新增", "新成立", "新发展", "新任", "新当选", "新入", "新命名"]),
];

/// Ends of a label that takes in all the rest.
const CLOSING: &[&str] = &["及以下", "及以上", "其他", "其它", "其余", "以上学历", "以下学历"];

/// Two kinds that exclude each other and leave nothing between them.
const HALVES: &[(&str, &str)] = &[
    ("男", "女"),
    ("现金", "物"),
    ("资金", "物资"),
    ("线上", "线下"),
    ("专职", "兼职"),
    ("城区", "农村"),
    ("城区", "乡镇"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("上半年", "下半年"),
    ("校内", "校外"),
    ("校级", "院级"),
    ("省内", "省外"),
    ("已婚", "未婚"),
    ("公办", "民办"),
    ("党员", "非党员"),
    ("党员", "群众"),
    ("已", "未"),
    ("常委", "其他"),
    ("正式", "列席"),
    ("按期", "延期"),
    ("如期", "延期"),
    ("一季度", "二季度"),
    ("三季度", "四季度"),
    ("城镇", "乡村"),
    ("现场", "网络"),
    ("集体", "个人"),
    ("主办", "协办"),
    ("本地", "外地"),
    ("在校", "在职"),
    ("续聘", "新聘"),
];

/// Words of what comes in and of what goes out.
const IN: &[&str] =
    &["转入", "新增", "新发展", "新设", "新建", "新成立", "入职", "调入", "招", "吸收", "增加", "发展"];
const OUT: &[&str] = &[
    "转出", "离团", "撤销", "撤并", "减少", "退出", "流出", "注销", "离职", "调出", "清退", "离退", "核减",
    "退团", "出团",
];

fn view(label: &str) -> View {
    VIEWS
        .iter()
        .find(|(_, words)| words.iter().any(|word| label.contains(word)))
        .map_or(View::Other, |(view, _)| *view)
}

fn closing(label: &str) -> bool {
    CLOSING.iter().any(|word| label.ends_with(word)) || label.starts_with("其他") || label.starts_with("其余")
}

/// True when one member of the whole may be counted under two of the labels.
pub(super) fn may_overlap(labels: &[&str]) -> bool {
    if halves(labels) {
        return false;
    }
    // 新建村支部12个、企业支部8个: the verb of the whole row stands before its first label.
    let led = labels.iter().skip(1).all(|label| view(label) != View::Newness);
    let seen = |(place, label): (usize, &&str)| match view(label) {
        View::Newness if place == 0 && led => View::Other,
        view => view,
    };
    let mut views = labels.iter().enumerate().filter(|(_, label)| !closing(label)).map(seen);
    let Some(first) = views.next() else { return false };
    if first != View::Other && views.clone().all(|it| it == first) {
        // 35岁以下, 28岁以下: one lies within the other.
        let same = |word: &str| labels.iter().filter(|label| label.contains(word)).count() > 1;
        return match first {
            View::Age => same("以下") || same("以上"),
            View::Learning => same("以上"),
            View::Honour | View::Newness => true,
            _ => labels.len() > 2 && first == View::Sex,
        };
    }
    views.any(|it| it != first)
}

/// True for two kinds that are halves of the whole.
pub(super) fn halves(labels: &[&str]) -> bool {
    let names = |word: &str| labels.iter().any(|label| label.contains(word));
    labels.len() == 2 && (HALVES.iter().any(|(one, other)| names(one) && names(other)) || denied(labels))
}

/// 定向捐赠 and 非定向捐赠: one is the other denied.
fn denied(labels: &[&str]) -> bool {
    labels
        .iter()
        .filter_map(|label| label.strip_prefix(['非', '未', '不']))
        .any(|bare| labels.contains(&bare))
}

/// True for labels that end, or begin, in the same two characters: 正式代表, 特邀代表.
pub(super) fn of_one_make(labels: &[&str]) -> bool {
    let same = |pick: fn(&&str) -> Vec<char>| {
        let mut all = labels.iter().map(pick);
        let first = all.next().unwrap_or_default();
        first.len() == 2 && all.all(|it| it == first)
    };
    same(|label| label.chars().rev().take(2).collect())
}

/// True when nothing of the whole is left out: 男 and 女; …, 其他.
pub(super) fn exhaustive(labels: &[&str]) -> bool {
    halves(labels) || labels.len() >= 2 && labels.iter().any(|label| closing(label))
}

/// True when the labels end alike (一车间, 二车间) or are many: names of parts of one kind.
pub(super) fn parallel(labels: &[&str]) -> bool {
    let mut ends = labels.iter().map(|label| label.chars().last());
    let first = ends.next();
    labels.len() >= 3 || halves(labels) || ends.all(|end| Some(end) == first)
}

/// True when some labels come in and others go out, so that the figures are no parts.
pub(super) fn flows(labels: &[&str]) -> bool {
    labels.iter().any(|label| goes_out(label))
        && labels.iter().any(|label| IN.iter().any(|word| label.contains(word)))
}

/// True for a label of what comes in or goes out.
pub(super) fn is_flow(label: &str) -> bool {
    goes_out(label) || IN.iter().any(|word| label.contains(word))
}

fn goes_out(label: &str) -> bool {
    OUT.iter().any(|word| label.contains(word))
}

/// What came in less what went out.
pub(super) fn balance(labels: &[&str], figures: &[&Mention]) -> Option<(Decimal, String)> {
    let mut sum = Decimal::ZERO;
    let mut words = String::new();
    for (label, figure) in labels.iter().zip(figures) {
        let out = goes_out(label);
        sum = if out { sum.checked_sub(figure.value)? } else { sum.checked_add(figure.value)? };
        if !words.is_empty() || out {
            words.push_str(if out { " - " } else { " + " });
        }
        words.push_str(&crate::check::arithmetic::plain(figure.value));
    }
    Some((sum.abs(), words.trim_start_matches(" - ").to_owned()))
}
