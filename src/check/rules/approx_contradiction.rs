//! # What it does
//! Finds two marks of approximation on one figure that exclude or repeat each other.
//! # Why it is bad
//! 近 says a little less, 余 says a little more; one figure cannot be both, and 约…左右 says it twice.
//! # Example
//! 活动近百余场；约300余人；大约500人左右。
//! # Use instead
//! 活动近百场；300余人；约500人。

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mark, Sense, marks_around};
use crate::text::numeral;
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "approx-contradiction", title: "概数矛盾", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for mention in passage.mentions() {
        if mention.kind == Kind::Ordinal {
            continue;
        }
        if let Some((one, other)) = clashing(&mention.marks) {
            let range = one.range.start.min(mention.range.start)..mention.range.end;
            push(passage, range, one, other, verdicts);
        }
    }
    for pair in passage.mentions().windows(2) {
        let [from, to] = pair else { continue };
        // 约5至8人左右: the marks stand at the two ends of a range.
        if from.range_start && to.range_end {
            let first = from.marks.iter().filter(|mark| mark.before);
            let ends: Vec<Mark> = first.chain(to.marks.iter().filter(|mark| !mark.before)).cloned().collect();
            if let Some((one, other)) = clashing(&ends) {
                push(passage, from.range.start..to.range.end, one, other, verdicts);
            }
        }
    }
    apart(passage, verdicts);
    fractions(passage, verdicts);
}

/// The first two marks that clash.
fn clashing(marks: &[Mark]) -> Option<(&Mark, &Mark)> {
    marks.iter().enumerate().find_map(|(place, one)| {
        marks.iter().skip(place + 1).find(|other| clash(one, other)).map(|other| (one, other))
    })
}

fn push(passage: &Passage, range: Range<usize>, one: &Mark, other: &Mark, verdicts: &mut Verdicts) {
    let how = if one.sense == other.sense { "意思重复" } else { "互相矛盾" };
    let words = passage.words(range.clone()).to_string();
    verdicts.push(
        Flaw::new(
            RULE.name,
            range,
            format!("「{words}」中「{}」与「{}」{how}，请只保留一个。", one.word, other.word),
        )
        .severity(Severity::Error)
        .figures(format!("{}…{}", one.word, other.word), format!("「{}」或「{}」之一", one.word, other.word)),
    );
}

/// Marks that may stand apart from their figure, with what belongs to them: 约占全体的六成左右.
const APART: &[(&str, Sense)] = &[
    ("大约占", Sense::About),
    ("约占", Sense::About),
    ("大约有", Sense::About),
    ("约有", Sense::About),
    ("大概有", Sense::About),
    ("超过", Sense::Above),
    ("不少于", Sense::Above),
    ("不低于", Sense::Above),
    ("至少", Sense::Above),
];

/// 约占全体志愿者的六成左右, 超过全县总数的60%以上.
fn apart(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    for (index, mention) in passage.mentions().iter().enumerate() {
        let [mark] = mention.marks.as_slice() else { continue };
        if mark.before || !script.ends(mention.range.start, "的") {
            continue;
        }
        let lead = passage.lead(index);
        let from = lead.start.max(lead.end.saturating_sub(16));
        let first = (from..lead.end).find_map(|at| {
            let (word, sense) = APART.iter().find(|(word, _)| script.at(at, word))?;
            Some(Mark { word, range: at..at + word.chars().count(), sense: *sense, before: true })
        });
        if let Some(one) = first.filter(|one| one.sense == mark.sense) {
            push(passage, one.range.start..mention.range.end, &one, mark, verdicts);
        }
    }
}

/// 近半数以上, 大约一半左右, 约三分之二左右: parts that are written without a figure.
fn fractions(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let digit = |at: usize| script.get(at).is_some_and(|c| c.is_ascii_digit() || numeral::digit(c).is_some());
    for at in 0..script.len() {
        let part = match script.get(at) {
            Some('半') if script.get(at + 1) == Some('数') => at..at + 2,
            Some('半') if matches!(script.before(at), Some('一' | '大' | '多')) => at - 1..at + 1,
            Some('分') if script.get(at + 1) == Some('之') => match at.checked_sub(1) {
                Some(start) if digit(start) && digit(at + 2) => start..at + 3,
                _ => continue,
            },
            _ => continue,
        };
        let marks = marks_around(script, part.clone());
        if let Some((one, other)) = clashing(&marks) {
            push(passage, one.range.start..other.range.end.max(part.end), one, other, verdicts);
        }
    }
}

/// A limit and a mark (不超过300人左右) are left alone where usage allows both.
fn clash(one: &Mark, other: &Mark) -> bool {
    use Sense::{About, Above, AtMost, Below, Some};
    if one.range.start < other.range.end && other.range.start < one.range.end {
        return false;
    }
    match (one.sense, other.sense) {
        // 估计约300人 is how one speaks of an estimate.
        _ if one.word == "估计" && other.before => false,
        // 近数百名; 约三四十人 is one mark and a number.
        (Below | About, Some) => other.before,
        // 约3个多月: two bare hints side by side before the number stay with the writer.
        (Below | About, Above | About | Below) | (Above, About | Below) => true,
        (Above, Above) => !matches!(one.word, "突破"),
        (Some, Above) => other.word != "以上",
        (AtMost, AtMost) => one.before != other.before,
        (AtMost, Above) => other.word == "以上",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn two_marks_on_one_figure_do_not_contradict_each_other() {
        wrong(
            "approx-contradiction",
            &[
                ("开展活动近百余场。", "近百余场"),
                ("招募志愿者约200余名。", "约200余名"),
                ("全年活动大约3次左右。", "大约3次左右"),
                ("覆盖青年近3000余人。", "近3000余人"),
                ("参与人数超过500余人。", "超过500余人"),
                ("占比约60%左右。", "约60%左右"),
                ("累计服务将近2万余人次。", "将近2万余人次"),
                ("发放资料不少于500份以上。", "不少于500份以上"),
                ("募集资金近30多万元。", "近30多万元"),
                ("走访青年300余人左右。", "300余人左右"),
                ("至少有100名以上青年受益。", "100名以上"),
                ("慰问困难青年不足百余名。", "不足百余名"),
                ("约莫一百二十人上下围坐听讲。", "约莫一百二十人上下"),
                ("差不多300人左右到场。", "差不多300人左右"),
                ("在职青年约占全体志愿者的六成左右。", "约占全体志愿者的六成左右"),
                ("每组约5至8人左右。", "约5至8人左右"),
                ("近半数以上的支部建立联系点。", "近半数以上"),
                ("约三分之二左右来自基层。", "约三分之二左右"),
                ("吸引近数百名青年到场。", "近数百名"),
            ],
        );
        right(&[
            "近三年多来，工作持续推进。",
            "吸引近万名青年参与。",
            "签约300余家企业。",
            "提前预约200余人。",
            "附近300余户居民受益。",
            "最近两年多来成效明显。",
            "约有20名左撇子青年参加。",
            "开展活动20多场，吸引近万名青年参与。",
            "培训120人左右。",
            "节约经费20余万元。",
            "近百名来校调研的青年干部走进基地。",
            "为300名多才多艺的少年搭建舞台，近百名家长到场。",
            "约30名上下游企业青年代表参加对接会。",
            "约三四十人参加读书会，约半数来自企业。",
            "邀请近20家以上海为总部的企业。",
            "青年占半数以上，近三分之二为党员。",
        ]);
    }
}
