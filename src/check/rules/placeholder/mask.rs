//! Signs that stand for digits: XX%, X.X万元, 201X年, ___份, ？？人次, N名.

use crate::check::passage::Passage;
use crate::text::figures::{Script, measure};
use std::ops::Range;

/// Words in which an X is a letter: X光, X射线, 1+X.
const LETTER_WORDS: &[&str] = &[
    "光",
    "射线",
    "线",
    "轴",
    "展架",
    "证书",
    "染色体",
    "世代",
    "型",
    "项目",
    "计划",
    "因素",
    "战警",
    "档案",
    "班",
    "队",
];

/// Places and bodies whose name is left open: x社区, ×县.
const BODIES: &[&str] = &[
    "省", "市", "县", "区", "镇", "乡", "村", "街道", "社区", "小区", "学校", "中学", "小学", "公司", "单位",
    "部门", "同志", "局", "企业", "站", "园区",
];

/// Surnames before which × hides a person: 李×, 张××.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文某小";

/// True for a sign that may stand for a digit.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, 'x' | 'X' | '×' | '✕' | '╳' | '*' | '_' | '□' | '○' | '〇' | '？' | '…' | 'N' | 'n')
}

fn is_cross(c: char) -> bool {
    matches!(c, 'x' | 'X' | '×' | '✕' | '╳')
}

/// The figure with masked digits that begins at `at`, with the digits before it, its unit and the
/// further figures of its date or range.
pub(super) fn at(passage: &Passage, at: usize) -> Option<Range<usize>> {
    let script = passage.script();
    let sign = script.get(at)?;
    // 二〇二六 is a year, 〇〇后 a generation; in 二〇二× the mask comes later.
    if matches!(sign, '○' | '〇')
        && (is_numeral(script.before(at)) || is_numeral(script.get(run_end(script, at))))
    {
        return None;
    }
    let signs = signs_end(script, at);
    let start = digits_before(script, at);
    let unit = unit_end(script, signs);
    let length = signs - at;
    let ordinal = script.before(start) == Some('第') && unit_end_of_ordinal(script, signs).is_some();
    let end = if ordinal { unit_end_of_ordinal(script, signs)? } else { unit };
    let end = goes_on(script, start, end);
    let dated_or_ranged = end > unit;
    let counted = end > signs;
    let fits = match sign {
        _ if is_cross(sign) => {
            fits_cross(passage, start..at, at..signs, counted)
                || (ordinal || dated_or_ranged) && !sticks(script, at, signs)
        }
        '*' => counted && fits_star(passage, at),
        '_' => {
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let drawn = length > 20;
            !drawn && !letter(script.before(at)) && !letter(script.get(signs)) && (length >= 2 || counted)
        }
        '□' => length >= 2 || counted,
        '○' | '〇' => length >= 2 && script.get(signs) != Some('后'),
        '？' | '…' => counted && fits_question(script, at..signs, end),
        _ => counted && fits_letter(passage, at..signs, end),
    };
    let start = if ordinal { start - 1 } else { start };
    fits.then_some(start..end)
}

fn run_end(script: &Script, at: usize) -> usize {
    let c = script.get(at);
    let mut end = at;
    while script.get(end) == c && c.is_some() {
        end += 1;
    }
    end
}

fn is_numeral(c: Option<char>) -> bool {
    c.is_some_and(|c| "一二三四五六七八九十百千零".contains(c))
}

/// The end of a row of signs of one kind with points and commas between: X.X, X,XXX, XX.5.
fn signs_end(script: &Script, at: usize) -> usize {
    let Some(sign) = script.get(at) else { return at };
    let alike =
        |c: char| c == sign || (is_cross(sign) && (is_cross(c) || c == '*')) || (sign == '□' && c == '○');
    let mut end = at;
    loop {
        match script.get(end) {
            Some(c) if alike(c) => end += 1,
            Some('.' | ',' | '，')
                if is_cross(sign)
                    && script.get(end) != Some('，')
                    && script.get(end + 1).is_some_and(|c| is_cross(c) || c.is_ascii_digit()) =>
            {
                end += 2;
            }
            _ => return end,
        }
    }
}

/// Where the digits before a mask begin: 201X, 二〇二×, 3.X.
fn digits_before(script: &Script, at: usize) -> usize {
    let mut start = at;
    while at - start < 5 {
        match script.before(start) {
            Some(c) if c.is_ascii_digit() => start -= 1,
            Some('.') if script.before(start - 1).is_some_and(|c| c.is_ascii_digit()) => start -= 1,
            _ => break,
        }
    }
    let spelled = (1..=3).take_while(|n| {
        at.checked_sub(*n)
            .and_then(|at| script.get(at))
            .is_some_and(|c| "二〇○零一三四五六七八九".contains(c))
    });
    let spelled = spelled.count();
    if start == at && spelled >= 2 && matches!(script.get(at - spelled), Some('二' | '一')) {
        start = at - spelled;
    }
    start
}

/// The end of the unit behind a mask; the mask's own end where none stands.
fn unit_end(script: &Script, end: usize) -> usize {
    let scale = script.one_at(end, &["余万", "多万", "余", "多", "万", "亿", "千", "百"]);
    let behind = end + scale.map_or(0, |word| word.chars().count());
    match script.get(behind) {
        Some('年' | '月' | '日' | '%') => behind + 1,
        _ => match measure::at(script, behind) {
            // ×次数, **名单, X项目: the unit is the beginning of a noun.
            Some((length, _)) if script.one_at(behind + length, &["数", "单", "目", "册"]).is_none() => {
                behind + length
            }
            _ if matches!(scale, Some("万" | "亿")) => behind,
            _ => end,
        },
    }
}

fn unit_end_of_ordinal(script: &Script, end: usize) -> Option<usize> {
    let word = script.one_at(end, &["季度", "届", "次", "期", "批", "轮", "名", "位", "号", "个", "场"])?;
    Some(end + word.chars().count())
}

/// Further figures behind a masked one: X月X日, ××至××人, X月X日至X日, X—X月, X月18日.
fn goes_on(script: &Script, start: usize, mut end: usize) -> usize {
    for _ in 0..4 {
        let dated = matches!(script.before(end), Some('年' | '月')) && end > start + 1;
        let connector =
            script.one_at(end, &["--", "至", "到", "-", "~"]).map_or(0, |word| word.chars().count());
        let next = end + connector;
        if connector == 0 && !dated {
            return end;
        }
        let mut signs = next;
        while script
            .get(signs)
            .is_some_and(|c| is_sign(c) && c != '？' && c != '…' || c.is_ascii_digit() || c == '.')
        {
            signs += 1;
        }
        let masked = script.slice(next..signs).iter().any(|c| is_sign(*c));
        let unit = unit_end(script, signs);
        let is_date = matches!(script.before(unit), Some('月' | '日'));
        if signs == next || unit == signs || !(masked || is_date) || (dated && connector == 0 && !is_date) {
            return end;
        }
        end = unit;
    }
    end
}

/// True where letters or signs of a formula touch the mask.
fn sticks(script: &Script, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '/' | '=' | '＝' | '@' | '#' | '√'))
    };
    let dash = script.before(start) == Some('-') && start >= 2 && letter(script.get(start - 2));
    let next = script.get(end + 1).filter(|c| !is_cross(*c));
    letter(script.before(start))
        || letter(script.get(end))
        || dash
        || script.get(end) == Some('-') && letter(next)
}

fn fits_cross(passage: &Passage, digits: Range<usize>, signs: Range<usize>, counted: bool) -> bool {
    let script = passage.script();
    let (start, end) = (digits.start, signs.end);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let times = script.get(signs.start) == Some('×');
    if sticks(script, signs.start, end) || digit(script.get(end)) && !counted {
        return false;
    }
    // A formula: 8×12, 3名×4场, 每人×五次.
    if signs.len() == 1
        && (digit(script.get(end)) || times && (is_numeral(script.get(end)) || script.get(end) == Some('两')))
    {
        return false;
    }
    let masked_number = signs.len() > 1 || !digits.is_empty();
    // 3X and 5XX without a unit behind them may be a model; 138****5678 is a number of a telephone.
    if !digits.is_empty() {
        return counted;
    }
    let before = script.before(start);
    let person = before.is_some_and(|c| SURNAMES.contains(c)) && signs.len() <= 2 && !counted;
    if person {
        return false;
    }
    if masked_number {
        return true;
    }
    // A small x is no letter of a Chinese name: 来x考察, “x”产业, x集团, x、强化.
    if is_small(script, signs.start) && script.one_at(end, LETTER_WORDS).is_none() {
        return script.one_before(start, &["未知数", "变量", "令", "设"]).is_none()
            && !of_pattern(passage, signs.start);
    }
    // A single letter: a name in quotation marks, one of a row of letters, a word with the letter.
    let row = matches!(before, Some('、')) && !counted
        || script.get(end) == Some('、')
        || before == Some('、')
            && start >= 2
            && script.get(start - 2).is_some_and(|c| c.is_ascii_alphabetic());
    if row
        || passage.reading.outline.quote(signs.start).is_some()
        || script.one_at(end, LETTER_WORDS).is_some()
    {
        return false;
    }
    if matches!(before, Some('√' | '打' | '画' | '选' | '和')) || !times && of_pattern(passage, signs.start)
    {
        return false;
    }
    if counted && !(times && measure_is_noun(script, end)) {
        return true;
    }
    let bounded =
        before.is_none_or(|c| "，。；：（“在到向于由从对为与该我省市县区镇乡道村州团赴往\n".contains(c));
    bounded && script.one_at(end, BODIES).is_some()
}

/// “1+N+X”模式，即…链接X类资源: the letter was given its meaning by a pattern before.
fn of_pattern(passage: &Passage, at: usize) -> bool {
    let sentence = passage.sentence(at);
    passage.has(sentence.start.max(at.saturating_sub(60))..at, &["+X", "+x", "X+", "x+"])
}

/// True for a small x with no digit beside it.
fn is_small(script: &Script, at: usize) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    script.get(at) == Some('x') && !digit(script.before(at)) && !digit(script.get(at + 1))
}

/// 青春×村, 咖啡×校: behind the sign of a joint name a measure word is a noun.
fn measure_is_noun(script: &Script, at: usize) -> bool {
    script.one_at(at, &["村", "镇", "乡", "校", "县", "市", "省", "团", "街", "站", "队"]).is_some()
}

/// **重点名单** is a mark of emphasis, *人数 a footnote.
fn fits_star(passage: &Passage, at: usize) -> bool {
    let script = passage.script();
    let line = passage.reading.outline.line(at);
    let from = line.start.max(at.saturating_sub(60));
    let open = script.slice(from..at).windows(2).filter(|pair| matches!(pair, ['*', '*'])).count();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    at > line.start && open % 2 == 0 && !letter(script.before(at))
}

/// ？？人次, 共？人, 服务青年……人次，: a question alone or an ellipsis is prose.
fn fits_question(script: &Script, signs: Range<usize>, end: usize) -> bool {
    let led = script.before(signs.start).is_some_and(|c| "共有达计约近超约第".contains(c));
    let ends = matches!(script.get(end), None | Some('，' | '。' | '；' | '、' | '）' | '\n'));
    match script.get(signs.start) {
        Some('？') if signs.len() >= 2 => script.before(signs.start).is_some(),
        Some('？') => led,
        _ => ends,
    }
}

/// N名 stands for a number, N个 in 1个中心、N个站点 for any.
fn fits_letter(passage: &Passage, signs: Range<usize>, end: usize) -> bool {
    let script = passage.script();
    let chinese = |c: Option<char>| c.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let clause = passage.clause(signs.start);
    let from = clause.start.max(signs.start.saturating_sub(40));
    let pattern =
        passage.has(from..clause.end, &["+", "1个", "一个", "1支", "一支", "1名", "一名", "模式", "机制"]);
    let unit = matches!(
        script.before(end),
        Some(
            '名' | '人'
                | '次'
                | '场'
                | '个'
                | '项'
                | '家'
                | '篇'
                | '件'
                | '元'
                | '户'
                | '份'
                | '期'
                | '支'
                | '条'
                | '月'
                | '日'
                | '%'
        )
    );
    unit && signs.len() <= 2
        && chinese(script.before(signs.start))
        && !pattern
        && passage.reading.outline.quote(signs.start).is_none()
        && script.get(end) != Some('方')
}
