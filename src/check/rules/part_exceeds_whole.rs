//! # What it does
//! Finds a part that is larger than the whole it belongs to.
//! # Why it is bad
//! One of the two figures is wrong, or they were swapped.
//! # Example
//! 有团员的企业26家，其中已建团组织28家。
//! # Use instead
//! 有团员的企业26家，其中已建团组织24家。

use super::{Rule, Scope};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, is_part_label};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};

/// The rule.
pub const RULE: Rule =
    Rule { name: "part-exceeds-whole", title: "部分大于总体", scope: Scope::Passage(check) };

/// What a whole is called, and what a part of it is called.
const PAIRS: &[(&[&str], &[&str])] = &[
    (&["应到"], &["实到", "出席", "到会"]),
    (&["应参会", "应参加", "应出席"], &["实际参会", "实际参加", "实参会", "实际出席", "实到"]),
    (&["应参学", "应学"], &["实际参学", "完成学习", "已参学"]),
    (&["发放问卷", "发出问卷", "下发问卷", "发放调查问卷"], &["收回", "回收"]),
    (&["收回问卷", "回收问卷", "收回", "回收"], &["有效"]),
    (&["发现问题", "排查问题", "查摆问题", "梳理问题", "发现隐患", "排查隐患", "排查出"], &["整改", "解决"]),
    (
        &["受理", "转办", "接收诉求", "收到诉求", "接到求助", "收到求助"],
        &["办结", "办理完毕", "解决", "已办"],
    ),
    (&["应建"], &["已建", "实建"]),
    (&["应换届"], &["完成换届", "已换届", "实际换届"]),
    (&["应转接", "应转"], &["完成转接", "已转接", "实际转接", "已转"]),
    (&["收集意见", "征集意见", "收集建议", "征集建议", "意见建议", "提案"], &["采纳", "办复", "答复"]),
    (
        &["参加考试", "参考", "参加测试", "应考", "参加培训", "参训", "参加轮训", "参加考核", "参评"],
        &["合格", "通过", "及格", "结业", "优秀"],
    ),
    (
        &["参加", "参训", "参赛", "参评", "培训"],
        &[
            "合格",
            "结业",
            "优秀等次",
            "取得优秀",
            "获评优秀",
            "通过考核",
            "通过测试",
            "通过考试",
            "晋级",
            "取得证书",
        ],
    ),
    (&["报名", "申报", "申请"], &["录取", "录用", "入选", "入围", "获批", "最终上岗"]),
    (&["签约", "达成意向"], &["落地", "已开工"]),
    (&["征集心愿", "收集心愿", "微心愿"], &["圆梦", "实现", "点亮", "认领"]),
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, part) in passage.mentions().iter().enumerate() {
        if !matches!(part.kind, Kind::Count) || part.quoted || part.range_start || part.range_end {
            continue;
        }
        let Some((_, whole)) = within_whole(passage, index, part)
            .or_else(|| paired(passage, index, part))
            .or_else(|| narrowed(passage, index, part))
        else {
            continue;
        };
        if part.interval().0 <= whole.interval().1 || part.value <= whole.value {
            verdicts.agree(|| {
                let words = format!("{} ≤ {}", passage.shown(part), passage.shown(whole));
                Agreement::new(RULE.name, part.range.clone(), [whole.range.clone()], words)
            });
            continue;
        }
        let message = format!(
            "部分不能大于总体：{} 大于 {}，请核对两个数。",
            passage.shown(part),
            passage.shown(whole)
        );
        verdicts.push(
            Flaw::new(RULE.name, part.range.clone(), message)
                .figures(passage.shown(part), format!("不超过{}", passage.shown(whole)))
                .related([whole.range.clone()]),
        );
    }
}

/// 其中, or …家企业中: the whole stands before it.
fn within_whole<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    let lead = passage.lead(index);
    let sentence = passage.sentence(part.number.start);
    let clause_lead =
        passage.words(sentence.start.max(part.range.start.saturating_sub(30))..part.range.start);
    let marker = clause_lead.rfind("其中").map(|at| clause_lead[at..].chars().count());
    if let Some(back) = marker {
        let mark = part.range.start - back;
        let label = passage.words(mark..part.range.start);
        // 其中A30个、B10个: the row behind 其中 are all parts; a new clause with a verb is not.
        let figures = passage.reading.within(mark..part.number.start).len();
        let row = figures == 0 || (label.matches('，').count() == 0 && label.matches('；').count() == 0);
        let label_ok = is_part_label(&passage.words(lead.start.max(mark)..lead.end));
        if !row || !label_ok || label.chars().filter(|c| *c == '，').count() > 1 {
            return None;
        }
        let whole = passage
            .earlier(index)
            .find(|(_, it)| it.number.start < mark && alike(it, part) && !under_part(passage, it))?;
        return Some(whole)
            .filter(|(_, it)| !it.quoted && !it.range_start && !it.range_end && it.kind == Kind::Count);
    }
    let (at, whole) = passage.earlier(index).next()?;
    let tail = passage.words(whole.range.end..part.range.start.max(whole.range.end));
    let (inside, rest) =
        ["中，", "里，", "内，", "中有", "里有"].iter().find_map(|word| tail.split_once(word))?;
    let plain = inside.chars().count() <= 16
        && !inside.contains(['，', '。', '；', '、'])
        && !inside.ends_with(['集', '其', '高', '初', '当']);
    let near = rest.chars().count() <= 12 && is_part_label(rest) && !rest.contains(['，', '。', '；']);
    (plain && near && alike(whole, part)).then_some((at, whole))
}

/// A figure behind its own 其中 is a part, no whole.
fn under_part(passage: &Passage, mention: &Mention) -> bool {
    let clause = passage.clause(mention.number.start);
    passage.has(clause.start..mention.range.start, &["其中"])
}

/// 应到120人，实到130人
fn paired<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    let lead = passage.words(passage.lead(index));
    let tail = passage.words(passage.tail(index));
    // The pairs that the part fits are few, and most figures fit none.
    let fits_part = |parts: &[&str]| {
        parts.iter().any(|word| lead.contains(word) || (lead.is_empty() && tail.contains(word)))
    };
    let pairs: Vec<_> = PAIRS.iter().filter(|(_, parts)| fits_part(parts)).collect();
    if pairs.is_empty() {
        return None;
    }
    for (at, whole) in passage.earlier(index).take(3) {
        if !alike(whole, part) || whole.quoted {
            continue;
        }
        // 88人参加轮训: the name of the whole may stand behind it.
        let whole_lead = passage.words(passage.lead(at)) + &passage.words(passage.tail(at));
        let fits = pairs.iter().any(|(wholes, _)| wholes.iter().any(|word| whole_lead.contains(word)));
        if fits && !lead.contains("累计") && !lead.contains("去年") {
            return Some((at, whole));
        }
    }
    None
}

/// Words that narrow a noun to some of what it names.
const NARROWING: &[&str] = &[
    "女",
    "男",
    "青年",
    "以下",
    "以下的",
    "专职",
    "兼职",
    "优秀",
    "困难",
    "少数民族",
    "骨干",
    "新",
    "在职",
    "退休",
    "学生",
];

/// 共有党员23名，青年党员25名: the same noun, narrowed, right behind the whole.
fn narrowed<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    let previous = index.checked_sub(1).and_then(|before| passage.mentions().get(before))?;
    if part.range.start.saturating_sub(previous.range.end) > 14 {
        return None;
    }
    let lead = passage.words(passage.lead(index));
    let label = lead.trim_end_matches(['有', '为', '达', '共']);
    let (at, whole) = passage.earlier(index).find(|(_, it)| alike(it, part))?;
    let whole_lead = passage.words(passage.lead(at));
    let noun =
        ["共有", "现有", "总共有", "实有", "共"].iter().find_map(|word| whole_lead.rsplit_once(word))?.1;
    let qualifier = label.strip_suffix(noun)?;
    let near = part.range.start.saturating_sub(whole.range.end) <= 14;
    let fits = noun.chars().count() >= 2
        && near
        && whole.counts()
        && part.counts()
        && NARROWING.iter().any(|word| qualifier.ends_with(word))
        && !qualifier.starts_with(['全', '另'])
        && passage.clause(part.number.start).start <= whole.range.end + 1;
    fits.then_some((at, whole))
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_part_is_at_most_the_whole() {
        wrong(
            "part-exceeds-whole",
            &[
                ("有团员的企业26家,其中已建团组织28家。", "28家"),
                ("园区规模以上企业63家，其中已建立团组织的71家。", "71家"),
                ("416家规模以上企业中，已建团组织的为438家。", "438家"),
                ("应到代表150人，实到158人。", "158人"),
                ("发放问卷200份，收回有效问卷210份。", "210份"),
                ("排查问题27个，已整改31个。", "31个"),
                ("培训团干部120人次，其中村级团干部130人次。", "130人次"),
                ("支部共有党员23名，35岁以下青年党员有25名。", "25名"),
                ("全乡12个行政村里，建成活动室的有14个。", "14个"),
                ("参加练兵的青工175名，取得优秀等次的196名。", "196名"),
                ("团支部书记70人参加考试，74人合格。", "74人"),
                ("12355热线转办个案53件，办结55件。", "55件"),
            ],
        );
        right(&[
            "有团员的企业26家,其中已建团组织24家。",
            "举办培训12期，培训900余人次；其中团干部培训4期，培训260人次。",
            "建成青年之家8个，其中3个服务青年2600人次。",
            "岗位420个，报名大学生689人。",
            "现场参加活动80人，通过直播观看1200人。",
            "建立联合团支部12个，其中最大的覆盖企业30家。",
            "累计接听电话1046个，其中涉及亲子关系310个。",
            "集中走访企业20家，覆盖青年300人。",
        ]);
    }
}
