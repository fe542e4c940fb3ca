//! # What it does
//! Finds a figure of the table that was typed by hand into the prose under its indicator's name,
//! and offers a reference in its stead. Only where the page stays as it is to the letter.
//! # Why it is bad
//! A figure typed twice is changed once.
//! # Example
//! 全区共有团员1779人, with 团员人数 1779 in the table
//! # Use instead
//! 全区共有团员{团员人数}

use super::{Rule, Scope};
use crate::check::claim::{Claim, Said};
use crate::check::document::Texts;
use crate::check::finding::{Finding, Fix, Severity};
use crate::check::told::{Found, Told};
use crate::draft::reference::{self, Aspect, References};
use crate::draft::{Column, Draft, Place};
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "indicator-by-hand", title: "可改为引用", scope: Scope::Draft(check) };

fn check(draft: &Draft, texts: &Texts<'_>, findings: &mut Vec<Finding>) {
    let equal: Vec<&Told> = texts.told().iter().filter(|told| is_equal(told, texts)).collect();
    if equal.is_empty() {
        return;
    }
    let references = References::of(draft);
    for (index, told) in equal.iter().enumerate() {
        let Some(found) = told.found(texts).filter(|found| takes_references(found.field.place)) else {
            continue;
        };
        let near = equal.get(index.saturating_sub(NEAR)..(index + NEAR).min(equal.len())).unwrap_or_default();
        if told.said == Said::Value && !is_meant(told, found.claim, near, texts) {
            continue;
        }
        let Some((range, aspect)) = offer(told, &found, &references) else { continue };
        let indicator = &told.row.indicator;
        let text = reference::write(indicator.name.trim(), aspect);
        let (column, word) = match told.said {
            Said::LastYear => (Column::LastYear, "去年同期数"),
            Said::Target { .. } => (Column::Target, "目标"),
            Said::Growth { .. } => (Column::Value, "同比"),
            Said::Completion => (Column::Value, "完成率"),
            _ => (Column::Value, "本期数"),
        };
        let message = format!(
            "「{}」就是数据指标「{}」的{word}，改为引用后，改指标表，这里会一起改。",
            found.quote(),
            indicator.name.trim()
        );
        let Some(mut finding) = told.finding(texts, RULE.name, Severity::Hint, &[column], message) else {
            continue;
        };
        let label = format!("改为引用 {text}");
        finding.fix = Some(Fix { range, text, label });
        findings.push(finding);
    }
}

/// How many figures before and behind one may speak for it.
const NEAR: usize = 12;

/// Fields whose editor offers references.
fn takes_references(place: Place) -> bool {
    matches!(
        place,
        Place::Preamble | Place::PartText(_) | Place::ItemText(_) | Place::ItemHeading(_) | Place::Closing
    )
}

fn is_equal(told: &Told, texts: &Texts<'_>) -> bool {
    let known = match told.said {
        Said::Value => told.row.value,
        Said::LastYear => told.row.last_year,
        Said::Target { .. } => told.row.target,
        // What these print tells whether they are equal.
        Said::Growth { .. } | Said::Completion => return true,
        Said::Difference { .. } => return false,
    };
    let stated = told.found(texts).map(|found| found.claim.figure.value);
    known.is_some_and(|known| stated == Some(known.value))
}

/// A small figure under a short name may be equal by chance: 6个社区. It is meant where the words say
/// that it is of all, or where other figures of the table stand in the same sentence.
fn is_meant(told: &Told, claim: &Claim, near: &[&Told], texts: &Texts<'_>) -> bool {
    let tells = |told: &Told, claim: &Claim| told.whole || told.row.tells(digits(claim));
    let kin = |other: &Told| {
        let ((id, whole), (other_id, other_whole)) = (told.row.family(), other.row.family());
        (whole.is_some() && whole == other_whole) || whole == Some(other_id) || other_whole == Some(id)
    };
    tells(told, claim)
        || near.iter().any(|other| {
            other.row.indicator.id != told.row.indicator.id
                && other.is_beside(told, texts)
                && (kin(other) || other.found(texts).is_some_and(|found| tells(other, found.claim)))
        })
}

fn digits(claim: &Claim) -> usize {
    let digits = claim.figure.value.normalize().to_string();
    digits.trim_end_matches('0').chars().filter(char::is_ascii_digit).count().max(
        // 1200 says more than 12, if less than 1234.
        digits.split('.').next().map_or(0, |whole| whole.len().min(3)),
    )
}

/// What of the text a reference can stand for, and which: its expansion is what stands there now.
fn offer(told: &Told, found: &Found<'_>, references: &References) -> Option<(Range<usize>, Aspect)> {
    let choices: &[Aspect] = match told.said {
        Said::Value => &[Aspect::Value, Aspect::Number],
        Said::LastYear => &[Aspect::LastYear],
        Said::Target { .. } => &[Aspect::Target],
        Said::Growth { .. } => &[Aspect::Growth],
        Said::Completion => &[Aspect::Completion],
        Said::Difference { .. } => &[],
    };
    let name = told.row.indicator.name.trim();
    choices.iter().find_map(|aspect| {
        let bytes = if *aspect == Aspect::Number { found.digits() } else { found.bytes() };
        let range = found.typed(bytes)?;
        let written = references.expand(&reference::write(name, *aspect));
        let same = written.unknown.is_empty() && found.field.source.get(range.clone()) == Some(&written.text);
        same.then_some((range, *aspect))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::cases::{table, with_table};
    use crate::check::{Severity, check};
    use crate::draft::edit;
    use crate::draft::reference::References;

    const ROWS: &[(&str, &str, &str, &str, &str)] = &[
        ("团员人数", "人", "1779", "1600", "2000"),
        ("新发展团员人数", "人", "326", "291", "400"),
        ("团支部数", "个", "128", "120", ""),
        ("部门数", "个", "16", "", ""),
        ("社区数", "个", "6", "", ""),
        ("平均到会率", "%", "92.5", "88", "95"),
        ("志愿服务时长", "小时", "3,600", "3000", ""),
        ("志愿服务场次", "场", "24", "20", "30"),
        ("创新创效金额", "万元", "120.5", "", ""),
        ("推优入党人数", "名", "12", "", ""),
        ("部门和社区数", "个", "22", "", ""),
    ];

    /// What the text becomes when every offer is taken.
    fn taken(text: &str) -> String {
        let mut draft = with_table(text, ROWS);
        for (id, whole) in [(4, 11), (5, 11)] {
            let id = crate::draft::IndicatorId(id);
            draft.indicator_mut(id).unwrap().part_of = Some(crate::draft::IndicatorId(whole));
        }
        let mut found = check(&draft);
        found.retain(|it| it.rule == RULE.name);
        for finding in found.iter().rev() {
            assert_eq!(finding.severity, Severity::Hint);
            let fix = finding.fix.as_ref().unwrap();
            assert!(edit::replace(&mut draft, finding.place, fix.range.clone(), &fix.text));
        }
        let kept = draft.item(crate::draft::ItemId(100)).unwrap().text.clone();
        assert_eq!(References::of(&draft).expand(&kept).text, text, "the page stays as it is");
        kept
    }

    #[test]
    fn a_figure_typed_by_hand_is_offered_as_a_reference() {
        let offered = [
            ("全区共有团员1779人。", "全区共有团员{团员人数}。"),
            ("截至6月底，我县团员人数为1779人。", "截至6月底，我县团员人数为{团员人数}。"),
            ("目前团员总数达1779人。", "目前团员总数达{团员人数}。"),
            ("全县现有1779人团员。", "全县现有{团员人数}团员。"),
            ("全县现有1779名团员。", "全县现有{团员人数:数值}名团员。"),
            ("共有团员1779名，团支部128个。", "共有团员{团员人数:数值}名，团支部{团支部数}。"),
            ("上半年，发展团员326人。", "上半年，发展团员{新发展团员人数}。"),
            ("今年以来，发展新团员326人。", "今年以来，发展新团员{新发展团员人数}。"),
            ("共发展326名新团员。", "共发展{新发展团员人数:数值}名新团员。"),
            ("对326名新团员进行培训。", "对{新发展团员人数:数值}名新团员进行培训。"),
            ("平均到会率达92.5%。", "平均到会率达{平均到会率}。"),
            ("志愿服务时长3,600小时。", "志愿服务时长{志愿服务时长}。"),
            ("开展志愿服务活动24场。", "开展志愿服务活动{志愿服务场次}。"),
            ("开展24场志愿服务。", "开展{志愿服务场次}志愿服务。"),
            ("创新创效金额120.5万元。", "创新创效金额{创新创效金额}。"),
            ("推优入党12名。", "推优入党{推优入党人数}。"),
            (
                "云岭县共有团员1779人，其中团支部书记128人。",
                "云岭县共有团员{团员人数}，其中团支部书记128人。",
            ),
            ("青年12231人，其中团员1779人。", "青年12231人，其中团员{团员人数}。"),
            (
                "部门和社区22个（16个部门、6个社区）。",
                "部门和社区{部门和社区数}（{部门数}部门、{社区数}社区）。",
            ),
            ("去年同期团员人数1600人。", "去年同期团员人数{团员人数:去年同期}。"),
            ("共有团员1779人，同比增长11.2%。", "共有团员{团员人数}，同比{团员人数:同比}。"),
            (
                "共有团员1779人，比去年同期的1600人增长11.2%。",
                "共有团员{团员人数}，比去年同期的{团员人数:去年同期}{团员人数:同比}。",
            ),
            (
                "共有团员1779人（去年同期1600人），完成全年目标的89%。",
                "共有团员{团员人数}（去年同期{团员人数:去年同期}），完成全年目标的{团员人数:完成率}。",
            ),
            (
                "团员人数由去年同期的1600人增至1779人。",
                "团员人数由去年同期的{团员人数:去年同期}增至{团员人数}。",
            ),
            ("团员人数年度目标2000人。", "团员人数年度目标{团员人数:目标}。"),
            ("共有团员 1779人。", "共有团员 {团员人数}。"),
            ("平均到会率92.5%，同比提高4.5个百分点。", "平均到会率{平均到会率}，同比{平均到会率:同比}。"),
            (
                "团员1779人、团支部书记128人，同比增长11.2%。",
                "团员{团员人数}、团支部书记128人，同比增长11.2%。",
            ),
            ("团员1779人和团支部128个。", "团员{团员人数}和团支部{团支部数}。"),
        ];
        let failed: Vec<_> = offered
            .iter()
            .map(|(text, becomes)| (taken(text), *becomes))
            .filter(|(is, should)| is != should)
            .collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }

    #[test]
    fn nothing_else_is_offered() {
        let left = [
            // The name is only a part of a longer one.
            "新吸收团员1779人。",
            "女团员1779人。",
            "团员青年1779人。",
            "1779名团员青年参加。",
            "128个团支部书记参训。",
            "团员和青年1779人。",
            "团员、青年1779人。",
            "28个社区团员1779人。",
            "流动团员1779人。",
            "非公企业团支部128个。",
            // Another time, a plan, a target.
            "去年团员1779人。",
            "年初团员人数1779人。",
            "计划到年底团员达1779人。",
            "力争团员人数达到1779人。",
            "一季度发展团员326人。",
            "3月，发展团员326人。",
            "6月28日，发展团员326人。",
            "2025年团员1779人。",
            "目标是团员人数1779人。",
            "下半年发展团员326人。",
            // Another place.
            "城关镇团员1779人。",
            "东坪镇共有团员1779人。",
            // Names and quotations.
            "“团员1779人”讲坛。",
            "《团员1779人实录》。",
            // Another unit, another value, no exact one.
            "团员1779人次。",
            "团员1778人。",
            "团员1779余人。",
            "近1779人团员。",
            "团员1779至1800人。",
            // It would print otherwise.
            "志愿服务时长3600小时。",
            "共有团员１７７９人。",
            "共有团员一千七百七十九人。",
            "同比增长11.19%。",
            "平均到会率百分之九十二点五。",
            // Small figures under short names.
            "走进6个社区。",
            "6个社区参加。",
            "16个部门联合发文。",
            "社区6个。",
            // Already references.
            "共有团员{团员人数}，同比{团员人数:同比}。",
            "共有团员{团员人数:数值}人。",
            // Others' changes.
            "团支部100个，同比增长11.2%。",
            "团员1780人、团支部书记128人，同比增长11.2%。",
            "较年初，团员人数增长11.2%。",
        ];
        let offers = |text: &&str| table(text, ROWS).iter().any(|it| it.rule == RULE.name);
        let failed: Vec<_> = left.iter().copied().filter(offers).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }

    #[test]
    fn a_plan_a_title_and_a_name_with_braces_are_left_alone() {
        let mut draft = with_table("", ROWS);
        draft.title = Some("全县共有团员1779人".into());
        let plan = draft.part_mut(crate::draft::PartKind::Plan).unwrap();
        plan.text = "全县共有团员1779人。".into();
        assert!(check(&draft).iter().all(|it| it.rule != RULE.name));
        let found = table("团{员}人数1779人。", &[("团{员}人数", "人", "1779", "", "")]);
        assert!(found.iter().all(|it| it.rule != RULE.name));
    }

    #[test]
    fn where_two_rows_bear_one_name_prose_means_the_first() {
        let rows = [("团员人数", "人", "1600", "", ""), ("团员人数", "人", "1779", "", "")];
        assert!(table("共有团员1779人。", &rows).iter().all(|it| it.rule != RULE.name));
    }
}
