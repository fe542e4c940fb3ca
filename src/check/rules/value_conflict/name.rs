//! What a figure is a value of: its name with scope and verb, where it has one.

use crate::check::passage::Passage;
use crate::check::scope::SCOPES;
use crate::text::figures::{Kind, Mention, Words};

/// The name of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// What is counted, with what is done to it: 发展新团员.
    pub(super) name: String,
    /// The noun alone where it stands behind the figure: 新团员.
    pub(super) noun: String,
    /// 全区, 全县; empty where none is said.
    pub(super) scope: &'static str,
    /// 共, 现有, 总数 or a scope: the figure is of all.
    pub(super) whole: bool,
    /// 均, 全部, 这: the figure points back to one already stated.
    pub(super) definite: bool,
}

const TIMES: &[&str] = &[
    "今年以来",
    "上半年",
    "今年",
    "本年度",
    "目前",
    "现",
    "截至目前",
    "截至",
    "全年",
    "年内",
    "报告期内",
    "以来",
    "末",
    "底",
];

/// Words that only lead from the name to the figure.
const LINKS: &[&str] = &[
    "总人数",
    "人数",
    "总数",
    "总量",
    "数量",
    "共计",
    "总计",
    "合计",
    "累计",
    "达到",
    "共有",
    "现有",
    "建有",
    "拥有",
    "实有",
    "共",
    "已",
    "达",
    "为",
    "有",
    "约",
    "总",
    "数",
    "是",
    "：",
    "的",
];

const TOTALS: &[&str] = &["共", "总", "累计", "现有", "合计"];

/// Things that are done many times, so that two counts need not be one.
pub(super) const EVENTS: &[&str] = &[
    "开展", "举办", "组织", "召开", "走访", "慰问", "发放", "服务", "培训", "活动", "收集", "参与", "参加",
    "接待", "宣讲", "宣传", "帮扶", "覆盖", "吸引", "募集", "推送", "发布", "解决", "整改", "发现", "获",
    "评选", "表彰", "新增",
];

/// The name of the value at `index`, where the words give it one that can be met again.
pub(super) fn named(passage: &Passage, index: usize, mention: &Mention) -> Option<Name> {
    let sentence = passage.sentence(mention.number.start);
    let clause = passage.clause(mention.number.start);
    let near = clause.start.saturating_sub(16).max(mention.range.start.saturating_sub(60));
    let around = sentence.start.max(near)..mention.range.start;
    // 3月新增12名: what is done in a month or a quarter is no value of the whole period.
    let dated = passage.reading.dates_within(around.clone()).iter().any(|date| date.month.is_some());
    let until = passage.has(around, &["截至", "截止", "底", "末"]);
    let raw = passage.words(passage.lead(index));
    if dated && !until && EVENTS.iter().any(|word| raw.contains(word)) {
        return None;
    }
    let scope = SCOPES.iter().find(|scope| raw.contains(**scope)).copied().unwrap_or("");
    let whole = !scope.is_empty() || TOTALS.iter().any(|word| raw.contains(word));
    let lead = strip(&raw);
    let tail = passage.words(passage.tail(index));
    let (noun, definite) = noun_of(&tail);
    let pointing = ["这", "上述", "该"].iter().any(|word| raw.ends_with(word));
    if mention.kind == Kind::Percent {
        let rate = ["率", "满意度", "知晓度", "占比", "比例", "比重"].iter().any(|word| lead.ends_with(word));
        let named = rate && lead.chars().count() >= 4;
        return named.then(|| Name { name: lead, scope, whole, ..Name::default() });
    }
    if noun.is_empty() {
        // 全区团员1200人参加: these are only some.
        let all = ["均", "全部", "全员", "都", "已全部", "悉数", "中，", "当中", "里，"];
        let all = all.iter().any(|word| tail.starts_with(word)) || tail == "中" || tail == "里";
        let some = !all && !tail.is_empty() && !["。", "，"].iter().any(|mark| tail.starts_with(mark));
        let whole = whole || all;
        let fits = !some && lead.chars().count() >= 2 && raw.chars().count() <= 22;
        // 新建的青年之家51个 are the ones that were told before.
        let described = lead.contains('的');
        let lead = if described { lead.replace('的', "") } else { lead };
        return fits.then(|| Name { name: lead, scope, whole, definite: described, ..Name::default() });
    }
    let verb = lead.trim_end_matches('的').to_owned();
    let name = format!("{verb}{noun}");
    let fits = noun.chars().count() >= 2 && verb.chars().count() <= 8;
    fits.then_some(Name { name, noun, scope, whole, definite: definite || pointing })
}

/// The name without time, scope and linking words.
pub(in crate::check) fn strip(lead: &str) -> String {
    let mut words = lead.to_owned();
    // All of them begin with one of these; most names hold none.
    if words.contains(['全', '园', '辖', '我', '本']) {
        for scope in SCOPES {
            words = words.replace(scope, "");
        }
    }
    let mut rest = words.as_str();
    while let Some(shorter) = TIMES
        .iter()
        .chain(&[
            "各级", "团委", "共有", "现有", "建有", "拥有", "实有", "共", "已", "累计", "以来", "，", "的",
        ])
        .find_map(|word| rest.strip_prefix(word))
    {
        rest = shorter;
        if rest.starts_with(|letter: char| letter.is_ascii_digit()) {
            let date = |letter: char| letter.is_ascii_digit() || "年月日底末".contains(letter);
            rest = rest.trim_start_matches(date);
        }
    }
    while let Some(shorter) = LINKS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    // 共发展新团员: the adverb between scope and verb says nothing of the name.
    let rest = rest.trim_start_matches(['共', '已', '均']);
    if !rest.contains(['累', '有']) {
        return rest.to_owned();
    }
    rest.replace("累计", "").replace("共有", "").replace("现有", "")
}

/// The noun behind a figure, and whether the words after it say that all are meant.
fn noun_of(tail: &Words<'_>) -> (String, bool) {
    const STOPS: &[&str] = &[
        "均", "全部", "全员", "都", "已", "通过", "参加", "参与", "接受", "完成", "获", "受", "，", "在",
        "进行", "开展", "为", "是", "被", "实现", "纳入", "和", "、", "踊跃", "积极", "报名", "中", "共",
    ];
    let stop = STOPS.iter().filter_map(|word| tail.find(word)).min().unwrap_or(tail.len());
    let noun = tail[..stop].trim_start_matches('的').to_owned();
    let rest = &tail[stop..];
    let definite = ["均", "全部", "都", "已全部"].iter().any(|word| rest.starts_with(word));
    (noun, definite)
}
