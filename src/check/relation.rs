//! What several rules ask of two figures: do they count the same, do they stand in one row.

use super::passage::Passage;
use crate::text::figures::{Kind, Mention, measure, one_in};

/// Words in a label that make a figure something else than a part: a change, a plan, a time.
const NO_PART: &[&str] =
    &["较", "增", "减", "撤", "去年", "上年", "同比", "拟", "计划", "目标", "每", "均", "同期", "由", "从"];

/// Verbs that begin a label of an effect: 覆盖企业30家 is no part of the branches that do so.
const EFFECTS: &[&str] = &[
    "覆盖", "服务", "联系", "带动", "辐射", "吸引", "下辖", "管理", "受益", "惠及", "发放", "收到", "参与",
    "参加", "开展", "举办", "组织", "培训", "走访", "慰问", "募集",
];

/// True when two figures count the same kind of thing.
pub(super) fn alike(one: &Mention, other: &Mention) -> bool {
    one.kind == other.kind && measure::compatible(one.unit, other.unit)
}

/// The indices of the figures that follow in one row from `first`: exact, of the same kind as
/// `like`, and separated by nothing but a short label with a comma or 和.
pub(super) fn row(passage: &Passage, first: usize, like: &Mention, bare: bool) -> Vec<usize> {
    let mentions = passage.mentions();
    let mut found: Vec<usize> = Vec::new();
    for (index, mention) in mentions.iter().enumerate().skip(first).take(40) {
        let fits = mention.exact()
            && !mention.quoted
            && (alike(like, mention) || (bare && mention.kind == Kind::Bare));
        let previous = found.last().and_then(|last| mentions.get(*last));
        let joined = previous.is_none_or(|previous| {
            let between = passage.words(previous.range.end..mention.range.start.max(previous.range.end));
            let separated = between.contains(['、', '，', '；', '和', '及', '与']);
            separated
                && between.chars().count() <= 22
                && !between.contains(['。', '\n', '：', '（', '）'])
                && !between.contains("其中")
        });
        if !fits || !joined {
            break;
        }
        found.push(index);
    }
    found
}

/// True when a label names a part of the whole and not a change, a plan or an effect.
pub(super) fn is_part_label(label: &str) -> bool {
    let bare = label.trim_start_matches("其中").trim_start_matches(['已', '共', '可', '能', '还', '并']);
    let led = label.contains(['的', '共', '，']);
    let effect = EFFECTS.iter().any(|verb| {
        bare.starts_with(verb)
            || led && label.match_indices(verb).any(|(at, _)| label[..at].ends_with(['的', '共', '，']))
    });
    !effect && !one_in(label, NO_PART)
}
