//! The parts of the words around a figure: pointer, noun, place, body, time.

use super::Pointing;

/// Words that end the noun behind a figure. Some are parts of other words; those are told apart.
const ENDS: &[&str] = &[
    "共同", "一同", "一起", "集体", "齐聚", "收到", "走进", "签下", "领取", "实行", "实施", "均", "全部",
    "全员", "都", "已", "通过", "参加", "参与", "接受", "完成", "获", "进行", "开展", "实现", "纳入", "踊跃",
    "积极", "报名", "逐", "悉数", "统一", "分别", "人人", "人均", "无一", "每", "先后", "进入", "按", "于",
    "里", "当中", "之中", "中", "和", "与", "、", "的", "把", "将", "被", "由", "从", "在", "为", "是", "占",
    "有", "累计", "也", "还", "就", "正", "仍", "没", "未", "不", "一", "集中", "建立", "挂牌", "上线",
    "结业", "到岗", "录入", "签订", "发放", "举行", "组成", "编入", "随机", "并", "及", "以", "依次", "入围",
    "成为", "踏上", "奔赴", "返", "上岗", "提供", "张贴", "升", "赴", "“",
];

/// Words behind a noun that say that all are meant.
const ALL: &[&str] = &[
    "共同",
    "一同",
    "一起",
    "集体",
    "齐聚",
    "均",
    "全部",
    "全员",
    "都",
    "已全部",
    "已均",
    "逐一",
    "逐个",
    "逐户",
    "逐对",
    "逐人",
    "逐家",
    "悉数",
    "统一",
    "人人",
    "无一",
    "一个不",
    "一律",
    "皆",
    "人均",
    "随机",
];

pub(super) fn pointing(
    phrase: &str,
    lead: &str,
    noun: &str,
    tail: &str,
    rest: &str,
    place: &str,
) -> Pointing {
    const THIS: &[&str] = &[
        "这",
        "该",
        "上述",
        "以上",
        "前述",
        "这些",
        "这批",
        "这笔",
        "这一批",
        "前面提到的",
        "此",
        "上面",
        "前文",
    ];
    const ITS: &[&str] = &["这", "该", "上述", "此", "前述"];
    // 其他方面的11件 are what was not counted before.
    if ["其他", "其它", "其余"].iter().any(|word| phrase.contains(word)) {
        return Pointing::None;
    }
    // 确定的13个建设任务: what was wanted, not what was counted.
    if ["任务", "目标", "指标", "计划"].iter().any(|word| tail.contains(word)) {
        return Pointing::None;
    }
    let trimmed = phrase.trim_end_matches(['共', '总']);
    // 技师以上24人 is a rank, not a place in the text.
    let trimmed = if trimmed.len() > "以上".len() { trimmed.trim_end_matches("以上") } else { trimmed };
    let starts = ITS.iter().any(|word| phrase.starts_with(word)) && !phrase.starts_with("此外");
    let right = THIS.iter().any(|word| trimmed.ends_with(word));
    if right
        || starts
            && !["这里", "这样", "该项", "这是", "此后", "这次"].iter().any(|word| phrase.starts_with(word))
    {
        return Pointing::This;
    }
    if ["全部", "所有", "全体"].iter().any(|word| phrase.ends_with(word)) {
        let told = phrase.strip_suffix("全部").is_some_and(|rest| rest.ends_with('的'));
        return if told { Pointing::Of } else { Pointing::All };
    }
    if phrase.ends_with('的') || noun.starts_with(['受', '被']) {
        return Pointing::Of;
    }
    let among = rest.starts_with('中')
        || rest.starts_with("当中")
        || rest.starts_with("之中")
        || rest.starts_with("里");
    let led = lead.contains(['在', '从']);
    if among && led
        || ALL.iter().any(|word| rest.starts_with(word))
        || ALL.iter().any(|word| tail.starts_with(word))
    {
        return Pointing::All;
    }
    if !place.is_empty() && phrase.ends_with(place) && !noun.is_empty() {
        return Pointing::Place;
    }
    if noun.is_empty() && ["共", "总", "累计", "合计"].iter().any(|word| lead.contains(word)) {
        return Pointing::Total;
    }
    // 面向761名, 组织48名: the figure is governed at once, nothing is told of it.
    let verb =
        ["组织", "覆盖", "惠及", "发动", "带领", "引导", "动员"].iter().any(|word| phrase.ends_with(word));
    let governed = phrase.is_empty() || verb;
    if governed && noun.chars().count() >= 4 { Pointing::Noun } else { Pointing::None }
}

/// The noun behind a figure, and what follows on it.
pub(super) fn noun(tail: &str) -> (&str, &str) {
    let tail = tail.trim_start_matches('的');
    let end = tail.char_indices().find(|(at, _)| {
        let here = &tail[*at..];
        let Some(word) = ENDS.iter().find(|word| here.starts_with(**word)) else { return false };
        let next = here[word.len()..].chars().next().unwrap_or('。');
        match *word {
            "中" => !"学小层青级国共专职等心队".contains(next),
            "在" => !"校职册岗编读线籍建研任".contains(next),
            "从" => next != '业',
            "有" | "不" | "正" => *at > 0,
            "一" => !"线".contains(next),
            "“" => *at > 0,
            _ => true,
        }
    });
    let end = end.map_or(tail.len(), |(at, _)| at);
    tail.split_at(end)
}

/// Verbs that govern a set which the reader knows.
const GOVERNING: &[&str] = &["号召", "动员", "依靠", "依托", "凭借", "发动", "带领", "引导", "离不开"];

/// The phrase in which a figure stands: what follows on the last preposition or verb of giving.
pub(super) fn behind_preposition(lead: &str) -> &str {
    let mut start = 0;
    let mut before = '，';
    for (at, letter) in lead.char_indices() {
        let next = lead[at + letter.len_utf8()..].chars().next().unwrap_or('，');
        let stands = match letter {
            '对' => !"结针应绝相面派".contains(before) && !"象口".contains(next),
            '为' => !"成作认行因称分".contains(before) && next != '了',
            '在' => !"现正实存所".contains(before) && !"册校职岗编线读籍建研任".contains(next),
            '给' => before != '供',
            '把' | '让' | '凭' | '着' | '使' | '将' | '借' | '：' => true,
            '由' => !"自理".contains(before),
            '从' => next != '业',
            '向' => !"方意导".contains(before),
            _ => false,
        };
        // 号召市青联全体, 依靠3271个: the set is what the verb governs.
        if "号动依凭发带引离".contains(letter) {
            let verb = GOVERNING.iter().find(|word| lead[at..].starts_with(**word));
            start = verb.map_or(start, |word| at + word.len());
        }
        if stands {
            start = at + letter.len_utf8();
        }
        before = letter;
    }
    &lead[start..]
}
