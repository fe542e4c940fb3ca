//! Marks of approximation before and behind a number: 近, 约, 超过 … 余, 多, 左右, 以上.

use super::amount::is_numeral;
use super::lexicon::Lexicon;
use super::script::Script;
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// What a mark says about the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// A little less: 近, 将近, 接近, 不足.
    Below,
    /// About: 约, 大约, 左右.
    About,
    /// More: 超过, 逾, 余, 多, 以上, 不少于.
    Above,
    /// At most: 以下, 以内, 不超过.
    AtMost,
    /// Several: 数, 几.
    Some,
}

/// A mark of approximation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// As printed, in one form of characters.
    pub word: &'static str,
    /// Where it stands.
    pub range: Range<usize>,
    /// What it says.
    pub sense: Sense,
    /// It stands before the number.
    pub before: bool,
}

impl Mark {
    /// Factors on the printed number between which the true one may lie, read generously.
    pub(super) fn bounds(&self) -> (Decimal, Decimal) {
        let (low, high) = match self.sense {
            Sense::Below => (5, 10),
            Sense::About => (7, 13),
            Sense::Above => (10, 20),
            Sense::AtMost => (0, 10),
            Sense::Some => (10, 100),
        };
        (Decimal::new(low, 1), Decimal::new(high, 1))
    }
}

const BEFORE: &[(&str, Sense)] = &[
    ("大约", Sense::About),
    ("约为", Sense::About),
    ("约有", Sense::About),
    ("约计", Sense::About),
    ("约达", Sense::About),
    ("约占", Sense::About),
    ("大概", Sense::About),
    ("差不多", Sense::About),
    ("约莫", Sense::About),
    ("约摸", Sense::About),
    ("大体", Sense::About),
    ("大致", Sense::About),
    ("估计", Sense::About),
    ("约", Sense::About),
    ("将近", Sense::Below),
    ("接近", Sense::Below),
    ("近乎", Sense::Below),
    ("几乎", Sense::Below),
    ("近", Sense::Below),
    ("不足", Sense::Below),
    ("不到", Sense::Below),
    ("未满", Sense::Below),
    ("超过了", Sense::Above),
    ("不超过", Sense::AtMost),
    ("不多于", Sense::AtMost),
    ("不高于", Sense::AtMost),
    ("至多", Sense::AtMost),
    ("最多", Sense::AtMost),
    ("超过", Sense::Above),
    ("超出", Sense::Above),
    ("超", Sense::Above),
    ("逾", Sense::Above),
    ("突破", Sense::Above),
    ("不少于", Sense::Above),
    ("不低于", Sense::Above),
    ("不下于", Sense::Above),
    ("不下", Sense::Above),
    ("不止", Sense::Above),
    ("多于", Sense::Above),
    ("高于", Sense::Above),
    ("至少", Sense::Above),
    ("最少", Sense::Above),
    ("上", Sense::Above),
    ("数", Sense::Some),
    ("几", Sense::Some),
];

const BEHIND: &[(&str, Sense)] = &[
    ("左右", Sense::About),
    ("上下", Sense::About),
    ("以上", Sense::Above),
    ("以下", Sense::AtMost),
    ("以内", Sense::AtMost),
    ("之内", Sense::AtMost),
    ("余", Sense::Above),
    ("多", Sense::Above),
    ("许", Sense::Above),
    ("来", Sense::About),
];

/// Words that begin with 多, without it.
const WORDS_WITH_MANY: &[&str] = &[
    "元化", "元文", "样", "媒体", "数", "渠道", "维", "形式", "措", "举", "角度", "功能", "领域", "方位",
    "层次",
];

/// Marks that are told from other words even before 有: 至少有100名.
const BEFORE_A_VERB: &[&str] = &[
    "至少",
    "最少",
    "至多",
    "最多",
    "大约",
    "大概",
    "将近",
    "接近",
    "估计",
    "差不多",
    "约莫",
    "约摸",
    "几乎",
];

static MARKS_BEFORE: LazyLock<Lexicon<Sense>> = LazyLock::new(|| Lexicon::ending(BEFORE.iter().copied()));

static MARKS_BEHIND: LazyLock<Lexicon<Sense>> = LazyLock::new(|| Lexicon::beginning(BEHIND.iter().copied()));

/// The marks right before a number that begins at `at`, in reading order.
pub(super) fn before(script: &Script, at: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut end = at;
    while marks.len() < 3 {
        // 约有近300人: a verb of being may stand between two marks.
        let verb = match script.before(end) {
            Some('有' | '为') => !marks.is_empty() || script.one_before(end - 1, BEFORE_A_VERB).is_some(),
            // 大致在200名
            Some('在') => script.one_before(end - 1, &["大致", "大约", "大概", "大体", "约"]).is_some(),
            _ => false,
        };
        let skip = usize::from(verb);
        let here = end - skip;
        let Some((word, length, sense)) = MARKS_BEFORE.before(script, here) else { break };
        let start = here - length;
        if !stands(script, word, start, at) {
            break;
        }
        marks.insert(0, Mark { word, range: start..here, sense, before: true });
        end = start;
    }
    marks
}

/// A mark that is the tail of another word (签约, 附近, 多数) is none.
fn stands(script: &Script, word: &str, start: usize, number: usize) -> bool {
    let before = script.before(start);
    let digit_behind = script.get(number).is_some_and(|c| matches!(c, '十' | '百' | '千' | '万'));
    match word {
        "约" => !matches!(
            before,
            Some(
                '预' | '签'
                    | '节'
                    | '邀'
                    | '相'
                    | '特'
                    | '违'
                    | '履'
                    | '条'
                    | '制'
                    | '简'
                    | '集'
                    | '失'
                    | '公'
                    | '契'
                    | '解'
                    | '续'
                    | '赴'
                    | '大'
            )
        ),
        "近" => !matches!(
            before,
            Some('附' | '最' | '靠' | '临' | '邻' | '走' | '亲' | '就' | '远' | '贴' | '拉' | '相' | '毗')
        ),
        "超" => !matches!(before, Some('赶' | '反' | '高')),
        "上" => {
            digit_behind
                && !matches!(
                    before,
                    Some('以' | '线' | '会' | '网' | '早' | '晚' | '马' | '之' | '向' | '地')
                )
        }
        "数" => {
            digit_behind
                && !matches!(
                    before,
                    Some('人' | '次' | '总' | '多' | '少' | '个' | '户' | '家' | '员' | '场' | '件')
                )
        }
        "几" => digit_behind,
        "不足" | "不到" => !matches!(before, Some('的' | '力' | '找' | '想' | '得')),
        _ => true,
    }
}

/// The mark behind a unit. 余, 多 and 来 stand there only behind what can be divided (三年多), so
/// that 近百名来校调研 and 300名多才多艺 hold none.
pub(super) fn behind_unit(script: &Script, at: usize, unit: &str) -> Option<Mark> {
    let divided = matches!(
        unit,
        "元" | "年"
            | "天"
            | "小时"
            | "公里"
            | "斤"
            | "公斤"
            | "吨"
            | "亩"
            | "米"
            | "岁"
            | "周岁"
            | "周"
            | "倍"
            | "成"
            | "%"
            | "分钟"
            | "个月"
            | "里"
    );
    behind(script, at).filter(|mark| match mark.word {
        "余" | "多" => divided,
        "来" | "许" => false,
        _ => true,
    })
}

/// The marks around a stretch that is no figure but stands for one: 近半数以上, 约三分之二左右.
pub(crate) fn around(script: &Script, stretch: Range<usize>) -> Vec<Mark> {
    let mut marks = before(script, stretch.start);
    marks.extend(behind(script, stretch.end).filter(|mark| mark.word.chars().count() > 1));
    marks
}

/// The mark at a position behind a number or its unit.
pub(super) fn behind(script: &Script, at: usize) -> Option<Mark> {
    let (word, length, sense) = MARKS_BEHIND.at(script, at)?;
    let end = at + length;
    let next = script.get(end);
    let behind_digits = script.before(at).is_some_and(|c| c.is_ascii_digit() || is_numeral(c));
    let other_word = match word {
        // 20多部, but 2026年多部门联合: right behind digits only longer words are told apart.
        "多" if behind_digits => script.one_at(end, WORDS_WITH_MANY).is_some(),
        "多" => matches!(
            next,
            Some(
                '元' | '样'
                    | '媒'
                    | '数'
                    | '方'
                    | '渠'
                    | '层'
                    | '维'
                    | '领'
                    | '形'
                    | '措'
                    | '举'
                    | '角'
                    | '部'
                    | '地'
                    | '功'
                    | '种'
            )
        ),
        "余" => matches!(next, Some('下' | '额' | '热' | '量')),
        "来" => !next.is_some_and(|c| super::measure::at(script, end).is_some() && c != '年'),
        "许" => matches!(next, Some('多' | '可')),
        // 上下游, 左右两侧, 以上海为总部
        "上下" => matches!(next, Some('游' | '级' | '联' | '班' | '学' | '楼' | '车' | '同' | '齐' | '铺')),
        "左右" => matches!(next, Some('两' | '侧' | '岸' | '手' | '逢' | '互')),
        "以上" => next == Some('海'),
        _ => false,
    };
    (!other_word).then_some(Mark { word, range: at..end, sense, before: false })
}
