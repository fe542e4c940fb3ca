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
use crate::text::figures::{Kind, Mark, Sense};

/// The rule.
pub const RULE: Rule =
    Rule { name: "approx-contradiction", title: "概数矛盾", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for mention in passage.mentions() {
        if mention.kind == Kind::Ordinal {
            continue;
        }
        let marks = &mention.marks;
        let pair = marks.iter().enumerate().find_map(|(place, one)| {
            marks.iter().skip(place + 1).find(|other| clash(one, other)).map(|other| (one, other))
        });
        let Some((one, other)) = pair else { continue };
        let how = if one.sense == other.sense { "意思重复" } else { "互相矛盾" };
        let range = one.range.start.min(mention.range.start)..mention.range.end;
        let words = passage.words(range.clone());
        verdicts.push(
            Flaw::new(
                RULE.name,
                range,
                format!("「{words}」中「{}」与「{}」{how}，请只保留一个。", one.word, other.word),
            )
            .severity(Severity::Error)
            .figures(
                format!("{}…{}", one.word, other.word),
                format!("「{}」或「{}」之一", one.word, other.word),
            ),
        );
    }
}

/// A limit and a mark (不超过300人左右) are left alone where usage allows both.
fn clash(one: &Mark, other: &Mark) -> bool {
    use Sense::{About, Above, AtMost, Below, Some};
    if one.range.start < other.range.end && other.range.start < one.range.end {
        return false;
    }
    match (one.sense, other.sense) {
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
        ]);
    }
}
