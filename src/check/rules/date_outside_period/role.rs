//! What a time stands for in its sentence: when the work was done, or something else.

use crate::check::passage::Passage;
use std::ops::Range;

/// Words that say something took place.
pub(super) const EVENTS: &[&str] = &[
    "举办", "召开", "开展", "组织", "联合", "走访", "慰问", "承办", "邀请", "参加", "举行", "承接", "发放",
    "赴", "启动", "完成", "带领", "主办", "协办", "集中", "深入", "建成", "选派", "评选", "表彰", "前往",
    "协助", "开办", "开设", "命名", "获评", "荣获", "授予", "揭牌", "挂牌", "签订", "签约", "发布", "开班",
    "培训", "宣讲", "服务", "募集", "举行", "开讲",
];

/// Words that place the clause in the future or on a condition.
const AHEAD: &[&str] = &[
    "计划",
    "预计",
    "确保",
    "力争",
    "争取",
    "下半年",
    "下一步",
    "下阶段",
    "筹备",
    "筹划",
    "谋划",
    "预案",
    "提前",
    "定于",
    "备战",
    "备好",
    "迎接",
    "喜迎",
    "庆祝",
    "有效期",
    "目标",
    "延长",
    "延至",
    "推迟",
    "即将",
    "准备",
    "安排在",
    "前完成",
    "前建成",
    "前全部",
    "每年",
    "历年",
    "常年",
    "入学",
    "开学",
    "明年",
    "来年",
    "次年",
    "翌年",
    "到期",
    "预热",
    "倒计时",
    "报名截",
    "待到",
    "方案",
    "预告",
    "预约",
];

/// Words that place the clause in the past on purpose.
const BACK: &[&str] = &[
    "以来",
    "去年",
    "上年",
    "前年",
    "往年",
    "同期",
    "相比",
    "对比",
    "此前",
    "成立",
    "印发",
    "出台",
    "建成的",
    "启动的",
    "首次",
    "年底",
    "年末",
    "历史",
    "出生",
    "始建",
    "创建于",
    "历时",
    "跨度",
    "至今",
    "早在",
    "当时",
    "曾",
];

/// Words that lead from an earlier time to the time reported on.
const UNTIL_NOW: &[&str] = &[
    "今年",
    "至今",
    "目前",
    "现已",
    "现有",
    "截至",
    "以来",
    "本年",
    "上半年",
    "下半年",
    "如今",
    "眼下",
    "历时",
];

/// Words right before a time that make it the object of something else: 以2025年12月31日为准.
const GOVERNING: &[&str] = &[
    "以",
    "为",
    "把",
    "将",
    "对",
    "比",
    "较",
    "自",
    "从",
    "到",
    "至",
    "给",
    "与",
    "和",
    "因",
    "由",
    "按",
    "距",
    "离",
    "迎",
    "的",
    "（",
    "原定",
    "原定于",
    "定在",
    "定于",
    "备战",
    "面向",
    "围绕",
    "针对",
    "重温",
    "回顾",
    "学习",
    "学习了",
    "纪念",
    "根据",
    "依据",
    "按照",
    "对照",
    "早在",
    "预计",
    "暂定",
    "暂定于",
    "推迟到",
    "延至",
    "延长至",
    "截至",
    "截止",
    "截止到",
    "始于",
    "生于",
    "创建于",
    "成立于",
    "出生于",
    "为了",
    "同",
    "跟",
    "直到",
    "除",
    "等到",
    "赶在",
    "确定",
    "每年",
];

/// Verbs of documents and works that stand before 的 in 2025年9月印发的方案.
const MADE: &[&str] = &[
    "印发", "下发", "出台", "制定", "发布", "通过", "签订", "签约", "签署", "召开", "举办", "举行", "开展",
    "启动", "建成", "投用", "成立", "组建", "立项", "入学", "毕业", "入职", "爆发", "发生", "建立", "开工",
    "完工", "完成", "批准", "确定", "公布", "创办", "挂牌", "揭牌", "结业", "开班", "安排", "部署", "上线",
];

/// Words that place even the clause behind a time in the future (7月18日，拟举办…).
const WILL: &[&str] = &["计划", "预计", "即将", "筹备", "力争", "准备", "有望", "确保"];

/// True when words around the time place it before or after the period on purpose.
pub(super) fn is_placed(passage: &Passage, range: &Range<usize>) -> bool {
    let clause = passage.clause(range.start);
    let sentence = passage.sentence(range.start);
    let near = sentence.start.max(clause.start.saturating_sub(24))..clause.end;
    // A time may be a clause by itself; what it belongs to stands in the next one.
    let next =
        if range.end + 4 >= clause.end { passage.clause(clause.end).end.min(sentence.end) } else { near.end };
    passage.has(near.clone(), AHEAD)
        || passage.has(near.clone(), BACK)
        || passage.has(near.end..next, WILL)
        || will_be(passage, clause.start..next)
}

/// True for 将 and 拟 that are no parts of 将士, 将近, 模拟 or a title.
fn will_be(passage: &Passage, stretch: Range<usize>) -> bool {
    let script = passage.script();
    stretch.into_iter().any(|at| match script.get(at) {
        Some('将') => !matches!(script.get(at + 1), Some('士' | '军' | '近' | '领')),
        Some('拟') => !matches!(script.before(at), Some('模' | '虚' | '草' | '比')),
        _ => false,
    })
}

/// True when the time is the object of a word before it or describes a noun behind it.
pub(super) fn is_attribute(passage: &Passage, range: &Range<usize>) -> bool {
    let script = passage.script();
    let end = range.end
        + script
            .one_at(
                range.end,
                &["上旬", "中旬", "下旬", "底", "初", "末", "间", "里", "份", "当天", "上午", "下午", "晚"],
            )
            .map_or(0, |word| word.chars().count());
    if script.one_before(range.start, GOVERNING).is_some()
        || script
            .one_at(
                end,
                &["的", "那", "这", "前", "之前", "以前", "起", "开始", "）", "为基", "以来", "为止"],
            )
            .is_some()
    {
        return true;
    }
    is_relative(passage, end..passage.clause(range.start).end.min(end + 24))
}

/// 启动的, 召开过的 within a stretch.
pub(super) fn is_relative(passage: &Passage, stretch: Range<usize>) -> bool {
    let text = passage.script();
    // 10月1日生效的新条例: a verb alone between the time and 的.
    if text.find(stretch.start..stretch.end.min(stretch.start + 5), "的").is_some() {
        return true;
    }
    let script = passage.script();
    let mut at = stretch.start;
    while let Some(found) = script.find(at..stretch.end, "的") {
        let verb = found - usize::from(matches!(script.before(found), Some('了' | '过' | '式')));
        if script.one_before(verb, MADE).is_some_and(|word| verb - word.chars().count() >= stretch.start) {
            return true;
        }
        at = found + 1;
    }
    false
}

/// True when the sentence goes on from an earlier time to the present.
pub(super) fn leads_to_now(passage: &Passage, range: &Range<usize>) -> bool {
    passage.has(range.end..passage.sentence(range.start).end, UNTIL_NOW)
}

/// True when the clause of a time or the one behind it says that something took place.
pub(super) fn happens(passage: &Passage, range: &Range<usize>) -> bool {
    let clause = passage.clause(range.start);
    let sentence = passage.sentence(range.start);
    passage.has(sentence.start.max(clause.start)..sentence.end.min(clause.end + 40), EVENTS)
}
