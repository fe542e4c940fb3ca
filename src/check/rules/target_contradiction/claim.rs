//! What a text claims of a target: a verb with what is said of it (adverb, 未, 超额) and its object.

use crate::check::passage::Passage;
use crate::text::figures::{Kind, Script};
use std::ops::Range;

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// 超额: more than was wanted.
    Over,
    /// 圆满完成, 达到要求: what was wanted.
    Met,
    /// 未完成, 未达标: not what was wanted.
    Failed,
    /// 超出目标, 比计划多: a larger number.
    More,
    /// 还差, 低于目标: a smaller number.
    Less,
    /// 没有突破预算: no larger number.
    Within,
    /// 任务过半, 快于序时进度: at least half of a year's target.
    Half,
    /// 低于序时进度: less than half.
    Behind,
}

/// A claim and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// The words that claim.
    pub(super) range: Range<usize>,
    /// What they say.
    pub(super) stance: Stance,
}

/// Words for a target. Longer ones first.
pub(super) const GOALS: &[&str] = &[
    "目标",
    "任务",
    "指标",
    "计划",
    "要求",
    "预期",
    "既定",
    "预定",
    "规定",
    "控制数",
    "标准",
    "承诺",
    "定额",
    "额度",
    "责任状",
    "考核",
    "预算",
    "上限",
    "限额",
    "原定",
    "约定",
];

const VERBS: &[&str] = &["完成", "达成", "达到", "达标", "实现", "兑现", "做到", "满足", "符合", "履行"];

/// Adverbs that claim all of a target where they stand before one of the verbs.
const WHOLLY: &[&str] = &[
    "不折不扣地",
    "不折不扣",
    "保质保量",
    "百分之百",
    "百分百",
    "高质量",
    "高标准",
    "圆满",
    "全面",
    "如期",
    "全部",
    "顺利",
    "提前",
    "胜利",
    "按期",
    "按时",
    "足额",
    "如数",
    "悉数",
    "全额",
    "率先",
    "如约",
    "超预期",
];

/// Other words that may stand between a negation or an adverb and its verb.
const BETWEEN: &[&str] = &[
    "按照计划",
    "按计划",
    "按要求",
    "按规定",
    "按约定",
    "要求",
    "已经",
    "均已",
    "都已",
    "地",
    "均",
    "都",
    "已",
    "能",
    "够",
    "得",
    "按",
    "全",
    "也",
];

const NOT: &[&str] = &[
    "尚未", "没有", "未能", "没能", "并未", "未曾", "仍未", "还未", "无法", "难以", "不能", "未", "没", "不",
];

/// What is only hoped for, or depends on something.
const HOPES: &[&str] = &[
    "确保",
    "力争",
    "争取",
    "有望",
    "预计",
    "努力",
    "保证",
    "务必",
    "抓紧",
    "尽快",
    "为了",
    "能否",
    "如能",
    "如果",
    "有信心",
    "底前",
    "才能",
    "将于",
    "必须",
    "希望",
    "决心",
    "督促",
    "推动",
    "并未",
    "并非",
];

const HALVES: &[&str] = &[
    "完成序时进度",
    "完成了序时进度",
    "完成时序进度",
    "任务过半",
    "任务双过半",
    "目标过半",
    "指标过半",
    "双过半",
    "完成过半",
    "超过序时进度",
    "快于序时进度",
    "高于序时进度",
    "超前序时进度",
    "超序时进度",
    "达到序时进度",
    "跑赢序时进度",
];

const BEHINDS: &[&str] = &[
    "完成不到一半",
    "完成不足一半",
    "完成不到半数",
    "尚未过半",
    "未能过半",
    "没有过半",
    "未过半",
    "低于序时进度",
    "落后序时进度",
    "落后于序时进度",
    "慢于序时进度",
    "未达序时进度",
    "未达到序时进度",
];

/// True for a letter with which a claim may begin: all others are passed over at once.
fn begins(letter: char) -> bool {
    matches!(
        letter,
        '完' | '达'
            | '实'
            | '兑'
            | '做'
            | '满'
            | '符'
            | '履'
            | '控'
            | '应'
            | '足'
            | '无'
            | '多'
            | '任'
            | '目'
            | '指'
            | '双'
            | '超'
            | '快'
            | '高'
            | '跑'
            | '落'
            | '慢'
            | '比'
            | '较'
            | '与'
            | '同'
            | '距'
            | '离'
            | '还'
            | '尚'
            | '仍'
            | '存'
            | '有'
            | '低'
            | '不'
            | '少'
            | '突'
            | '欠'
            | '未'
    )
}

/// The claims of a passage in order.
pub(super) fn claims(passage: &Passage) -> Vec<Claim> {
    let script = passage.script();
    let mut claims: Vec<Claim> = Vec::new();
    let mut at = 0;
    while at < script.len() {
        let may_begin = script.get(at).is_some_and(begins);
        match may_begin.then(|| read(passage, at)).flatten() {
            Some(claim) => {
                at = claim.range.end.max(at + 1);
                let overlaps = claims.last().is_some_and(|last| last.range.end > claim.range.start);
                if !overlaps && !only_hoped(passage, &claim) {
                    claims.push(claim);
                }
            }
            None => at += 1,
        }
    }
    claims
}

fn read(passage: &Passage, at: usize) -> Option<Claim> {
    let script = passage.script();
    let found = |word: &str, stance| Some(Claim { range: at..at + word.chars().count(), stance });
    if let Some(word) = script.one_at(at, HALVES) {
        // 未能实现任务过半
        let clause = passage.clause(at);
        if script.has(clause.start.max(at.saturating_sub(7))..at, &["未", "没"]) {
            return found(word, Stance::Behind);
        }
        return found(word, Stance::Half);
    }
    if let Some(word) = script.one_at(at, BEHINDS) {
        return found(word, Stance::Behind);
    }
    if script.at(at, "超额") {
        let verb = script.one_at(at + 2, VERBS).map_or(0, |verb| verb.chars().count());
        return Some(Claim { range: at..at + 2 + verb, stance: Stance::Over });
    }
    comparison(passage, at).or_else(|| shortage(script, at)).or_else(|| fulfilment(passage, at))
}

/// 比计划多, 较目标超出, 距任务数还差; 超出计划, 低于目标
fn comparison(passage: &Passage, at: usize) -> Option<Claim> {
    const MORE: &[&str] =
        &["超出", "超过", "超", "多", "高出", "高", "增加", "增设", "增长", "扩大", "富余", "提高"];
    const LESS: &[&str] = &[
        "还差", "尚差", "仍差", "相差", "还有", "尚有", "仍有", "存在", "少", "差", "低", "欠", "短缺",
        "压缩", "缩减", "减少", "削减", "缩水", "尚缺", "还缺", "不足",
    ];
    let script = passage.script();
    let claim = |end: usize, stance| Some(Claim { range: at..end, stance });
    let goal = |from: usize, most: usize| {
        let end = plain(script, from, most);
        (from..end).find_map(|place| Some(place + script.one_at(place, GOALS)?.chars().count()))
    };
    if let Some(word) = script.one_at(at, &["超出", "超过", "突破", "高于", "多于", "高出", "多出", "超"])
    {
        let end = goal(at + word.chars().count(), if word == "超" { 2 } else { 8 })?;
        if let Some(not) = script.one_before(at, &["没有", "并未", "均未", "未", "没", "不"]) {
            return Some(Claim { range: at - not.chars().count()..end, stance: Stance::Within });
        }
        return claim(end, Stance::More);
    }
    if let Some(word) = script.one_at(at, &["低于", "少于", "不及", "未及"]) {
        let end = goal(at + word.chars().count(), 8)?;
        return claim(end, Stance::Less);
    }
    if let Some(goal) = script.one_at(at, &["目标线", "指标线", "目标值", "要求线", "标准线"])
    {
        let end = at + goal.chars().count();
        let side = script.one_at(end, &["以上", "之上", "以下", "之下"])?;
        return claim(end + 2, if side.ends_with('上') { Stance::More } else { Stance::Less });
    }
    let word = script.one_at(at, &["距离", "比", "较", "与", "同", "距", "离"])?;
    let from = at + word.chars().count();
    // 离年初400人次的计划还差: the target may stand inside.
    let figure =
        passage.reading.within(from..from + 8).next().and_then(|index| passage.mentions().get(index));
    let behind = figure.and_then(|it| goal(it.range.end, 4).or_else(|| goal(from, 6).map(|_| it.range.end)));
    let end = behind.or_else(|| goal(from, 9))?;
    let stop = plain(script, end, 6);
    (end..=stop).find_map(|place| {
        let more = script.one_at(place, MORE).map(|word| (word, Stance::More));
        let (word, stance) = more.or_else(|| script.one_at(place, LESS).map(|word| (word, Stance::Less)))?;
        Some(Claim { range: at..place + word.chars().count(), stance })
    })
}

/// 还差, 仍有差距, 存在缺口
fn shortage(script: &Script, at: usize) -> Option<Claim> {
    let claim = |end| Some(Claim { range: at..end, stance: Stance::Less });
    if script.one_at(at, &["还差", "尚差", "仍差", "欠账"]).is_some() {
        return claim(at + 2);
    }
    let word = script.one_at(at, &["还有", "尚有", "仍有", "存在", "有"])?;
    let from = at + word.chars().count();
    let gap =
        (from..plain(script, from, 5)).find(|place| script.one_at(*place, &["差距", "缺口"]).is_some())?;
    claim(gap + 2)
}

/// 圆满完成, 未达到目标, 任务已全部完成, 达标
fn fulfilment(passage: &Passage, at: usize) -> Option<Claim> {
    let script = passage.script();
    const ALL: &[&str] = &[
        "应建尽建",
        "应办尽办",
        "应培尽培",
        "应转尽转",
        "应收尽收",
        "应到尽到",
        "任务清零",
        "足额收缴",
        "足额缴纳",
        "足额上缴",
        "足额到位",
        "全额收缴",
        "全额缴纳",
        "全额到位",
        "全员到会",
        "全员到齐",
        "全部到会",
        "全部到齐",
        "全员参加",
        "全部建成",
        "全部建立",
        "全部到账",
        "无一缺席",
        "全部到位",
        "全部收齐",
        "全部办结",
        "全部兑付",
    ];
    if let Some(word) = script.one_at(at, ALL) {
        return Some(Claim { range: at..at + word.chars().count(), stance: Stance::Met });
    }
    if script.at(at, "控制在") {
        // 控制在目标以内; with a figure it is the target itself.
        let stop = plain(script, at + 3, 10);
        let within =
            (at + 3..stop).find(|place| script.one_at(*place, &["之内", "以内", "范围内"]).is_some())?;
        let named = script.has(at + 3..within, GOALS) && !passage.reading.within(at..within).any(|_| true);
        return named.then_some(Claim { range: at..within + 2, stance: Stance::Met });
    }
    let verb = script.one_at(at, VERBS)?;
    let end = at + verb.chars().count();
    let clause = passage.clause(at);
    let (start, wholly) = adverbs(script, at, clause.start);
    let not = script.one_before(start, NOT);
    let object_end = clause.end.min(end + 24);
    let figures = passage.reading.within(end..object_end);
    let first = passage.mentions().get(figures.start).filter(|_| !figures.is_empty());
    let first_at = first.map_or(object_end, |it| it.range.start);
    // 完成率, 达标率, 完成任务的支部 say of whom or how much, not that it is so.
    if script.one_at(end, &["率", "比例", "进度", "情况", "时限", "度", "的"]).is_some() {
        return None;
    }
    let goal = (end..first_at.min(end + 16)).find(|place| script.one_at(*place, GOALS).is_some());
    let portion =
        passage.mentions().get(figures).unwrap_or_default().iter().any(|it| it.kind == Kind::Percent)
            || script.has(end..object_end, &["一半", "过半", "半数", "大半", "三分之", "大部分", "绝大多数"]);
    let last_goal =
        (end..object_end.min(end + 20)).rev().find(|place| script.one_at(*place, GOALS).is_some());
    let of_somebody = last_goal.is_some_and(|place| {
        let behind = place + 2;
        script.one_at(behind, &["的", "者", "书", "清单", "分解"]).is_some() && !script.at(behind, "的同时")
    });
    if portion || of_somebody {
        return None;
    }
    if let Some(not) = not {
        let start = start - not.chars().count();
        return (verb != "做到").then_some(Claim { range: start..end, stance: Stance::Failed });
    }
    // 任务已完成, 承诺事项全部兑现: what was to be done stands before the verb.
    let led = script.has(start.saturating_sub(6).max(clause.start)..start, GOALS);
    let named = goal.is_some_and(|_| first.is_none()) || verb == "达标";
    let claims = wholly && verb != "符合" || named || led && first.is_none() && verb != "做到";
    // 按要求完成12家: the figure is the result itself, unless it is called a target.
    let result = first.is_some_and(|it| {
        let behind = it.range.end..plain(script, it.range.end, 14);
        !script.has(end..it.range.start, GOALS) && !script.has(behind, GOALS)
    });
    (claims && !result).then_some(Claim { range: start..end, stance: Stance::Met })
}

/// Where the adverbs of a verb begin, and whether one of them claims all.
fn adverbs(script: &Script, verb: usize, floor: usize) -> (usize, bool) {
    let (mut start, mut wholly) = (verb, false);
    for _ in 0..5 {
        if let Some(word) = script.one_before(start, WHOLLY) {
            wholly = true;
            start -= word.chars().count();
        } else if let Some(word) = script.one_before(start, BETWEEN) {
            start -= word.chars().count();
        } else {
            break;
        }
    }
    (start.max(floor).min(verb), wholly)
}

/// 确保圆满完成, 有望超额完成 claim nothing yet; 并未超额 says the contrary.
fn only_hoped(passage: &Passage, claim: &Claim) -> bool {
    let script = passage.script();
    let start = claim.range.start;
    let clause = passage.clause(start);
    let right_before = ["将", "为", "以", "可", "能够", "应", "若", "拟", "未", "没有", "不能", "要"]
        .iter()
        .any(|word| script.ends(start, word));
    // 要求 and 需要 end otherwise.
    right_before || passage.has(clause.start.max(start.saturating_sub(14))..start, HOPES)
}

/// The end of the run without marks and figures that begins at a position.
fn plain(script: &Script, from: usize, most: usize) -> usize {
    let stops = |at: &usize| {
        script
            .get(*at)
            .is_none_or(|letter| letter.is_ascii_digit() || "，。；：、（）\n！？".contains(letter))
    };
    (from..from + most).find(stops).unwrap_or(from + most)
}
