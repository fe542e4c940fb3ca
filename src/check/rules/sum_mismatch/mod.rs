//! # What it does
//! Finds a stated total that is not the sum of the parts said to make it up.
//! # Why it is bad
//! The reader adds up, and then believes no other figure of the report.
//! # Example
//! 部门22个（16个部门、5个社区）
//! # Use instead
//! 部门22个（16个部门、6个社区）
//!
//! Who is the total and which are the parts is read from where they stand ([`opening`],
//! [`closing`], [`remainder`]), or it is the hundred that [`shares`] make; whether the parts are all the parts, and apart from each other,
//! from their labels ([`kinds`]). The less the words say, the nearer must the sum lie.

mod attendance;
mod balance;
mod closing;
mod kinds;
mod opening;
mod quarters;
mod remainder;
mod shares;

use super::{Rule, Scope};
use crate::check::arithmetic::like;
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, is_part_label, label, slip};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule { name: "sum-mismatch", title: "合计不符", scope: Scope::Passage(check) };

/// How sure it is that the parts named are all the parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cover {
    /// Said to be all: brackets, 分别为, 三项合计.
    All,
    /// Named side by side with a total; most likely all.
    Likely,
    /// 其中: perhaps not all.
    Some,
    /// Nothing but the neighbourhood and the arithmetic speak for it.
    Bare,
}

/// The parts of a total.
struct Parts {
    /// Their places among the mentions.
    of: Vec<usize>,
    cover: Cover,
    /// The stretch that holds the total and all parts.
    range: Range<usize>,
}

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, total) in passage.mentions().iter().enumerate() {
        if total.kind == Kind::Percent {
            let flaw = shares::whole(passage, index, total, verdicts);
            verdicts.extend(flaw);
        }
        if !total.counts() || matches!(total.unit, "岁" | "周岁" | "年") {
            continue;
        }
        // Most figures have none of their kind near them, and then there is nothing to add.
        let before = passage.earlier(index).filter(|(_, it)| alike(it, total)).take(2).count();
        let mut found = opening::bracketed(passage, index, total);
        if found.is_none() && opening::followed(passage, index, total) {
            found = opening::listed(passage, index, total);
        }
        if found.is_none() && before == 2 {
            found = closing::added_up(passage, index, total)
                .or_else(|| closing::same_doing(passage, index, total));
        } else if found.is_none() {
            found = closing::said_before(passage, index, total);
        }
        let found = found.or_else(|| quarters::halves(passage, index, total));
        if let Some(parts) = found {
            let flaw = compare(passage, index, total, &parts, verdicts);
            verdicts.extend(flaw);
        }
        if before == 2 {
            let flaw = balance::balance(passage, index, total, verdicts);
            verdicts.extend(flaw);
            let flaw = attendance::attendance(passage, index, total, verdicts);
            verdicts.extend(flaw);
            let flaw = remainder::remainder(passage, index, total, verdicts);
            verdicts.extend(flaw);
        }
    }
}

/// Verbs of the whole row, which stand before its first label: 开展主题团日11场、志愿服务9场.
const ROW_VERBS: &[&str] =
    &["开展", "举办", "组织", "培训", "走访", "慰问", "募集", "发放", "服务", "吸引", "覆盖"];

/// True when all labels name parts. `loose`: where the words say that they are (三项合计), a label
/// may name a doing as well.
fn labels_are_parts(passage: &Passage, parts: &[usize], loose: bool) -> bool {
    // Money is spent on doings, and doings are what is counted in 场.
    let unit = parts.first().and_then(|part| passage.mentions().get(*part)).map_or("", |it| it.unit);
    let doings = loose || matches!(unit, "元" | "场" | "场次" | "次" | "期");
    parts.iter().enumerate().all(|(place, part)| {
        let label = label(passage, *part);
        let flow = loose && kinds::is_flow(label);
        let bare =
            ROW_VERBS.iter().find_map(|verb| label.strip_prefix(verb).filter(|_| place == 0 || doings));
        flow || is_part_label(bare.unwrap_or(label))
    })
}

fn compare(
    passage: &Passage,
    index: usize,
    total: &Mention,
    found: &Parts,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let figures: Vec<&Mention> = found.of.iter().filter_map(|part| passage.mentions().get(*part)).collect();
    let labels: Vec<&str> = found.of.iter().map(|part| label(passage, *part)).collect();
    let flowing =
        kinds::flows(&labels) || changes(passage, index) && labels.iter().any(|it| !is_part_label(it));
    let mut sum = Decimal::ZERO;
    // Rounded figures may miss their sum by half a step each, but hardly all in one direction;
    // a total that is printed coarser than its parts may have been cut off as well, and then the
    // sum lies above it.
    let own = total.interval().1 - total.value;
    let mut slack = own;
    // 20万元、13.6万元、2.45万元: with as many decimals as each needs, none of them was rounded to
    // less than the finest shows.
    let finest = figures.iter().map(|it| it.interval().1 - it.value).min()?;
    let as_needed = figures.iter().all(|it| it.scaled == total.scaled)
        && figures.iter().map(|it| it.decimals).max() > figures.iter().map(|it| it.decimals).min();
    for figure in &figures {
        sum = sum.checked_add(figure.value)?;
        let half = if as_needed { finest } else { figure.interval().1 - figure.value };
        slack = slack.checked_add(half)?;
    }
    let coarser =
        figures.iter().all(|it| it.step <= total.step) && figures.iter().any(|it| it.step < total.step);
    let cut = if coarser { slack.saturating_add(own) } else { Decimal::ZERO };
    let mut terms = figures.iter().map(|it| like(it.value, it)).collect::<Vec<String>>().join(" + ");
    if flowing && sum != total.value {
        // Changes in brackets behind a stock are no parts of it: 68个（撤销5个、新设2个）.
        if !changes(passage, index) {
            return None;
        }
        (sum, terms) = kinds::balance(&labels, &figures)?;
    }
    let difference = (sum - total.value).abs();
    if difference <= slack * Decimal::new(8, 1) || sum > total.value && difference < cut {
        let sign = if difference.is_zero() { "=" } else { "≈" };
        verdicts.agree(|| {
            let words = format!("{terms} {sign} {}", like(total.value, total));
            Agreement::new(RULE.name, total.range.clone(), figures.iter().map(|it| it.range.clone()), words)
        });
        return None;
    }
    // One of them may be no part, where the words do not say that all of them are.
    if found.cover != Cover::All
        && figures.len() > 2
        && figures.iter().any(|it| sum.checked_sub(it.value) == Some(total.value))
    {
        return None;
    }
    let severity = severity(found.cover, total, sum, &labels, flowing)?;
    let sum_words = like(sum, total);
    let stated = like(total.value, total);
    let message = format!("{terms} = {sum_words}，文中为 {stated}，请核对合计或各分项。");
    Some(
        Flaw::new(RULE.name, found.range.clone(), message)
            .severity(severity)
            .figures(stated, sum_words)
            .related(figures.iter().map(|it| it.range.clone())),
    )
}

/// True for a total that is itself a change: 净增54名, 较年初减少18名.
fn changes(passage: &Passage, index: usize) -> bool {
    passage.has(passage.lead(index), &["净增", "净减", "增加", "减少", "较"])
}

/// Whether a sum that is not the total is wrong, and how surely.
fn severity(cover: Cover, total: &Mention, sum: Decimal, labels: &[&str], flowing: bool) -> Option<Severity> {
    let difference = (sum - total.value).abs();
    let close = slip(total.value, sum);
    let wide = difference <= Decimal::from(5).max(total.value / Decimal::from(3));
    if flowing {
        return (close || wide).then_some(Severity::Error);
    }
    if cover != Cover::All && kinds::may_overlap(labels)
        || kinds::may_overlap(labels) && sum > total.value && !close
    {
        return None;
    }
    let near = difference <= Decimal::from(3).max(total.value / Decimal::from(7));
    match cover {
        Cover::All if wide => Some(Severity::Error),
        Cover::Likely if near => Some(Severity::Error),
        Cover::Some if near => {
            let above = sum > total.value && kinds::parallel(labels);
            // A small gap may be a kind that is not named; only a gap of a slip of the pen is told.
            let below = sum < total.value
                && labels.len() >= 3
                && difference <= Decimal::from(2).max(total.value / Decimal::from(50));
            (above || below || kinds::exhaustive(labels)).then_some(Severity::Warning)
        }
        Cover::Bare if close && kinds::parallel(labels) => Some(Severity::Warning),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn parts_add_up_to_their_total() {
        wrong(
            "sum-mismatch",
            &[
                ("部门22个(16个部门、5个社区)。", "22个(16个部门、5个社区)"),
                ("筹得善款7.6万元。企业捐赠4.2万元，职工捐款2.9万元，其余0.7万元来自义卖。", "其余0.7万元"),
                ("现有团组织41个（机关18个、村和社区15个、企业7个）。", "41个"),
                ("共有支部96个（大一32、大二31、大三30）。", "96个"),
                ("打造阵地10个，分别为村级6个、社区3个。", "10个"),
                ("新建村团支部12个、企业团支部8个，共计21个。", "21个"),
                ("机关支部18个、企业支部27个、村支部6个，三类支部总数为53个。", "53个"),
                ("初中部发展团员48人，高中部发展团员75人，全校累计发展团员133人。", "133人"),
                ("现有青年6820人。其中，博士85人、硕士640人、本科3215人、大专及以下2870人。", "6820人"),
                ("共开展活动14场，主题团课8场、志愿服务5场。", "14场"),
                ("一季度开展12场，二季度开展15场，上半年共开展29场。", "29场"),
                ("培训学员50名，其中男学员28名、女学员24名。", "50名"),
                ("完成换届32个，其中村级团支部14个、社区团支部11个、企业团支部8个。", "32个"),
                ("规模以上企业63家，已建团组织45家，其余20家正在筹备。", "20家"),
                ("募集资金12.5万元（企业捐赠8.2万元、个人捐赠5.3万元）。", "12.5万元"),
                ("志愿者中，学生占四成五，机关干部占三成，其余三成五为社会青年。", "其余三成五"),
                ("财政拨款20万元，企业捐赠13.6万元，个人捐赠2.45万元，三项合计36.5万元。", "36.5万元"),
                ("募集款物46.5万元，其中现金25.1万元，物资22.4万元。", "46.5万元"),
            ],
        );
        right(&[
            "部门22个(16个部门、6个社区)。",
            "企业占60%，其中国企占四成，其余六成为民企。",
            "现有驿站126家，今年新建18家；城区有74家，其余52家分布在各县。",
            "参与志愿者1280人次，其中在校学生760人次、企业青工310人次。",
            "举办培训12期，培训900余人次；其中团干部培训4期，培训260人次。",
            "现有团干部40名，其中女性22名、党员30名。",
            "走访企业30家（其中规上企业8家、小微企业12家）。",
            "共举办活动12场，新增服务点3个、志愿者50名。",
            "评选优秀团员60名、优秀团干部30名，共发放奖金2万元。",
            "发现问题27个，已整改24个，其余3个正在整改。",
            "募集资金12.5万元（企业捐赠8.2万元、个人捐赠4.3万元）。",
            "全校团支部96个（大一32个、大二31个等）。",
        ]);
    }
}
