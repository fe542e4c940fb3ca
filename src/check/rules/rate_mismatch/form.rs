//! In what words a share is told: 占45%, 办结率98%, （72%）, 占团员1600人的45%.

use crate::check::passage::Passage;
use crate::text::figures::Mention;

/// How a percentage says of what it is a share.
pub(super) enum Form {
    /// 占45%, and whose share it is where that is named: 女团员占45%; of what: 占总数的45%.
    Share { subject: String, of: String },
    /// 办结率98%
    Rate(String),
    /// 其中已办复31件（72%）
    Bracket,
    /// 占团员1600人的45%
    OfWhole,
    /// 完成年度目标的65%
    OfTarget,
}

/// The words between a name and its figure.
const LINKS: &[&str] = &[
    "达到了",
    "达到",
    "高达",
    "仅为",
    "只有",
    "占到",
    "达",
    "到",
    "为",
    "仅",
    "约",
    "是",
    "已",
    "只",
    "就",
    "有",
    "了",
    "：",
    "也",
    "才",
    "刚",
];

/// How the percentage at `index` says it; `None` where it is no share.
pub(super) fn form(passage: &Passage, index: usize, stated: &Mention) -> Option<Form> {
    let lead = passage.words(passage.lead(index)).to_string();
    let script = passage.script();
    if lead.is_empty() {
        let closed =
            script.before(stated.range.start) == Some('（') && script.get(stated.range.end) == Some('）');
        return closed.then_some(Form::Bracket);
    }
    if lead == "的" {
        return Some(Form::OfWhole);
    }
    let target = ["目标", "任务", "计划", "指标"].iter().any(|word| lead.contains(word));
    if target && lead.ends_with('的') && (lead.contains("完成") || lead.contains('占') || lead.contains('达'))
    {
        return Some(Form::OfTarget);
    }
    if ["同比", "去年", "上年", "同期", "较", "平均", "年均", "目标", "计划", "增", "分别"]
        .iter()
        .any(|word| lead.contains(word))
    {
        return None;
    }
    let mut label = lead.as_str();
    while let Some(link) = LINKS.iter().find(|link| label.ends_with(**link)) {
        label = label.strip_suffix(link)?;
    }
    if let Some((subject, of)) = lead.split_once('占').filter(|(_, of)| !of.starts_with('比'))
        && (label.ends_with('占') || of.ends_with('的') || of.is_empty() || lead.ends_with("占到"))
    {
        return Some(Form::Share { subject: neutral(subject), of: neutral(of) });
    }
    for word in ["占比", "所占比例", "所占比重", "比例", "比重", "占"] {
        if let Some(subject) = label.strip_suffix(word) {
            return Some(Form::Share { subject: neutral(subject), of: String::new() });
        }
    }
    label.strip_suffix('率').map(|stem| Form::Rate(stem.to_owned()))
}

/// What is left of a name without the words that only point back.
fn neutral(words: &str) -> String {
    let mut left = words.to_owned();
    for word in [
        "总人数",
        "总人次",
        "总数",
        "总量",
        "总额",
        "全部",
        "人数",
        "数量",
        "占全体",
        "其中",
        "上述",
        "这部分",
        "这些",
        "这",
        "该",
        "其",
        "所",
        "合计",
        "总",
        "约",
        "也",
        "就",
        "已",
        "均",
        "了",
        "到",
        "的",
        "共",
        "有",
        "数",
        "全体",
        "人员",
        "此",
        "类",
        "比",
        "当中",
    ] {
        if left.contains(word) {
            left = left.replace(word, "");
        }
    }
    left
}
