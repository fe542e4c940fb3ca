//! The words of which claims and targets are made.

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

pub(super) const VERBS: &[&str] =
    &["完成", "达成", "达到", "达标", "实现", "兑现", "做到", "满足", "符合", "履行"];

/// Adverbs that claim all of a target where they stand before one of the verbs.
pub(super) const WHOLLY: &[&str] = &[
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
pub(super) const BETWEEN: &[&str] = &[
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

pub(super) const NOT: &[&str] = &[
    "尚未", "没有", "未能", "没能", "并未", "未曾", "仍未", "还未", "无法", "难以", "不能", "未", "没", "不",
];

/// What is only hoped for, or depends on something.
pub(super) const HOPES: &[&str] = &[
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

pub(super) const HALVES: &[&str] = &[
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

pub(super) const BEHINDS: &[&str] = &[
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
pub(super) fn begins(letter: char) -> bool {
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
            | '全'
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
