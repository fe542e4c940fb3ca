//! # What it does
//! Finds a stated total that is not the sum of the parts said to make it up.
//! # Why it is bad
//! The reader adds up, and then believes no other figure of the report.
//! # Example
//! 部门22个（16个部门、5个社区）
//! # Use instead
//! 部门22个（16个部门、6个社区）

use super::{Rule, Scope};
use crate::check::arithmetic::{like, plain};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::{alike, is_part_label, row};
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention, Style, TimePart, one_in};
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule { name: "sum-mismatch", title: "合计不符", scope: Scope::Passage(check) };

/// How sure it is that the parts named are all the parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cover {
    /// Said to be all: brackets, 分别为, 共计.
    All,
    /// Named side by side with a total; most likely all.
    Likely,
    /// 其中: perhaps not all.
    Some,
}

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, total) in passage.mentions().iter().enumerate() {
        if !total.counts() {
            continue;
        }
        let found = bracketed(passage, index, total)
            .or_else(|| listed(passage, index, total))
            .or_else(|| added_up(passage, index, total))
            .or_else(|| same_doing(passage, index, total))
            .or_else(|| halves_of_time(passage, index, total));
        if let Some((parts, cover, range)) = found {
            let flaw = compare(passage, total, &parts, cover, range, verdicts);
            verdicts.extend(flaw);
        }
        let flaw = remainder(passage, index, total, verdicts);
        verdicts.extend(flaw);
    }
}

type Parts = (Vec<usize>, Cover, Range<usize>);

const WHOLE_LISTS: &[&str] =
    &["分别为", "分别是", "分别有", "分为", "即", "组成", "构成", "包括", "包含", "涵盖", "具体为", "具体是"];

const OPEN_LISTS: &[&str] =
    &["等", "不含", "不包括", "另有", "另外", "除外", "未计", "以上", "重复", "约", "含有", "同时"];

/// 41个（机关18个、村15个、企业8个）
fn bracketed(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let open = passage.tail(index).end;
    if passage.script().get(open) != Some('（') {
        return None;
    }
    let inside = passage.reading.outline.bracket_at(open)?;
    let within = passage.reading.within(inside.clone());
    let words = passage.words(inside.clone());
    if OPEN_LISTS.iter().any(|word| words.contains(word)) || within.len() > 30 {
        return None;
    }
    let parts = row(passage, within.start, total, true);
    let units_mixed = parts.iter().any(|part| passage.mentions()[*part].kind == Kind::Bare)
        && parts.iter().any(|part| passage.mentions()[*part].kind != Kind::Bare)
        // 机关18、村15、企业8个: the unit may stand once at the end.
        && parts.last().is_some_and(|part| passage.mentions()[*part].kind == Kind::Bare);
    if parts.len() < 2 || parts.len() != within.len() || units_mixed || !labels_are_parts(passage, &parts) {
        return None;
    }
    let cover = if words.contains("其中") { Cover::Some } else { Cover::All };
    Some((parts, cover, total.number.start..inside.end + 1))
}

/// 22个，分别为部门16个、社区6个; 共41个：机关18个…; 其中…
fn listed(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let next = passage.mentions().get(index + 1)?;
    let sentence = passage.sentence(total.number.start);
    let mut between = passage.words(total.range.end..next.range.start.max(total.range.end)).to_string();
    // 6820人。其中，博士85人: 其中 carries on what the full stop ended.
    if let Some(rest) = between.strip_prefix("。其中") {
        between = format!("，其中{}", rest.trim_start_matches(['，', '：']));
    } else if next.number.start >= sentence.end {
        return None;
    }
    let sentence = passage.sentence(next.number.start);
    // A bracket with a remark may stand between.
    if let (Some(open), Some(close)) = (between.find('（'), between.find('）'))
        && open < close
    {
        between.replace_range(open..close + '）'.len_utf8(), "");
    }
    if between.chars().count() > 40 || between.contains(['。', '\n', '（']) {
        return None;
    }
    let lead = passage.words(passage.lead(index));
    let announced = ["共", "合计", "总计", "总数", "现有", "累计"].iter().any(|word| lead.contains(word));
    let has = |words: &[&str]| one_in(&between, words);
    let cover = if has(&["其中"]) {
        Cover::Some
    } else if has(WHOLE_LISTS)
        || between.starts_with('：')
        || between.ends_with('：')
        || (between.contains('：') && announced)
    {
        Cover::All
    } else if announced && between.starts_with('，') && between.chars().count() <= 14 {
        Cover::Likely
    } else {
        return None;
    };
    let parts = row(passage, index + 1, total, false);
    if parts.len() < 2 {
        return None;
    }
    let end = parts
        .last()
        .and_then(|last| passage.mentions().get(*last))
        .map_or(total.range.end, |it| it.range.end);
    let after = passage.words(end..(end + 12).min(sentence.end));
    let open = after.starts_with('等') || OPEN_LISTS[1..4].iter().any(|word| after.contains(word));
    if open || !labels_are_parts(passage, &parts) {
        return None;
    }
    Some((parts, cover, total.number.start..end))
}

/// 机关18个、村15个，共计33个
fn added_up(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let lead = passage.lead(index);
    let script = passage.script();
    let words = passage.words(lead.clone());
    let sums = [
        "共计",
        "合计",
        "总计",
        "总共",
        "一共",
        "共有",
        "共",
        "总数为",
        "总数达",
        "总数",
        "三项合计",
        "两项合计",
    ];
    let word = sums.iter().find(|word| script.ends(total.range.start, word))?;
    let before = words.chars().count() - word.chars().count();
    // …、后勤支部6个，三类支部总数为51个: 三类 only says how many parts there are.
    let mentions = passage.mentions();
    let summing = index
        .checked_sub(1)
        .and_then(|previous| mentions.get(previous))
        .filter(|it| it.style == Style::Chinese && it.range.end == lead.start && it.value <= Decimal::TEN)
        .filter(|it| script.before(it.range.start) == Some('，'));
    let last = index - usize::from(summing.is_some());
    if before > if summing.is_some() { 6 } else { 2 }
        || summing.is_none()
            && (script.get(lead.start.saturating_sub(1)) != Some('，') && !words.contains("合计"))
    {
        return None;
    }
    let sentence = passage.sentence(total.number.start);
    let mut first = last;
    while first > 0 && last - first < 20 && mentions[first - 1].number.start >= sentence.start {
        if !(mentions[first - 1].counts() && alike(&mentions[first - 1], total)) {
            break;
        }
        first -= 1;
    }
    let parts = row(passage, first, total, false);
    let parts: Vec<usize> = parts.into_iter().filter(|part| *part < last).collect();
    // All figures before the total must be of the row, or there is more than one thing to add.
    if summing.is_some_and(|it| it.value != Decimal::from(parts.len())) {
        return None;
    }
    if parts.len() < 2
        || parts.last().map(|part| part + 1) != Some(last)
        || !labels_are_parts(passage, &parts)
    {
        return None;
    }
    let before_row = passage.words(
        mentions[first].range.start.saturating_sub(30).max(sentence.start)..mentions[first].range.start,
    );
    if ["其中", "每", "平均", "新增"].iter().any(|word| before_row.contains(word)) {
        return None;
    }
    let cover = if total.unit == "元" || *word == "共" { Cover::Likely } else { Cover::All };
    Some((parts, cover, mentions[first].number.start..total.range.end))
}

/// 初中部发展团员48人，高中部发展团员75人，全校累计发展团员123人
fn same_doing(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let lead = passage.words(passage.lead(index));
    if !lead.starts_with(['全', '两', '三', '四', '五', '上', '下']) {
        return None;
    }
    let (_, doing) =
        ["累计", "共计", "合计", "总计", "总共", "共"].iter().find_map(|word| lead.split_once(word))?;
    let sentence = passage.sentence(total.number.start);
    let mentions = passage.mentions();
    let earlier: Vec<usize> = passage
        .earlier(index)
        .take_while(|(at, it)| {
            it.counts() && alike(it, total) && it.number.start >= sentence.start && {
                let label = passage.words(passage.lead(*at));
                label.ends_with(doing) && label.chars().count() > doing.chars().count()
            }
        })
        .map(|(at, _)| at)
        .collect();
    let (first, last) = (*earlier.last()?, *earlier.first()?);
    let parts: Vec<usize> =
        row(passage, first, total, false).into_iter().filter(|part| *part < index).collect();
    let scope = lead.starts_with(['全', '两', '三', '四', '五'])
        || lead.starts_with("上半年")
        || lead.starts_with("下半年");
    let alone = first == 0 || mentions[first - 1].number.start < sentence.start;
    if doing.chars().count() < 2
        || !scope
        || !alone
        || parts.len() < 2
        || parts.last() != Some(&last)
        || last + 1 != index
        || !labels_are_parts(passage, &parts)
    {
        return None;
    }
    let start = mentions.get(first)?.number.start;
    Some((parts, Cover::Likely, start..total.range.end))
}

/// 一季度12场，二季度15场，上半年共27场
fn halves_of_time(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let sentence = passage.sentence(total.number.start);
    let dates = passage.reading.dates_within(sentence.clone());
    let place = |part: TimePart| {
        dates
            .iter()
            .find(|date| date.part == Some(part) && date.year.is_none() && date.shift.is_none_or(|s| s == 0))
    };
    let (one, two, whole) = [(1, 2, TimePart::FirstHalf), (3, 4, TimePart::SecondHalf)]
        .into_iter()
        .find_map(|(one, two, half)| {
            Some((place(TimePart::Quarter(one))?, place(TimePart::Quarter(two))?, place(half)))
        })?;
    let mentions = passage.mentions();
    let behind = |at: usize| {
        Some(passage.reading.within(at..at + 24)).filter(|found| !found.is_empty()).map(|found| found.start)
    };
    let (first, second) = (behind(one.range.end)?, behind(two.range.end)?);
    let sums = passage.has(passage.lead(index), &["共", "合计", "累计", "总计", "上半年", "下半年"]);
    let before = whole.is_none_or(|whole| whole.range.start < total.number.start);
    if first == second
        || first == index
        || second == index
        || !sums
        || !before
        || total.number.start < two.range.end && whole.is_none()
    {
        return None;
    }
    let (a, b) = (mentions.get(first)?, mentions.get(second)?);
    if !(a.counts() && b.counts() && alike(a, total) && alike(b, total))
        || whole.is_none_or(|whole| {
            total.number.start < whole.range.end || total.number.start > whole.range.end + 24
        })
    {
        return None;
    }
    let range = a.number.start.min(total.number.start)..b.range.end.max(total.range.end);
    Some((vec![first.min(second), first.max(second)], Cover::All, range))
}

/// Verbs of the whole row, which stand before its first label: 开展主题团日11场、志愿服务9场.
const ROW_VERBS: &[&str] =
    &["开展", "举办", "组织", "培训", "走访", "慰问", "募集", "发放", "服务", "吸引", "覆盖"];

fn labels_are_parts(passage: &Passage, parts: &[usize]) -> bool {
    parts.iter().enumerate().all(|(place, part)| {
        let label = passage.words(passage.lead(*part));
        let bare = ROW_VERBS.iter().find_map(|verb| label.strip_prefix(verb).filter(|_| place == 0));
        is_part_label(bare.unwrap_or(&label))
    })
}

fn compare(
    passage: &Passage,
    total: &Mention,
    parts: &[usize],
    cover: Cover,
    range: Range<usize>,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let figures: Vec<&Mention> = parts.iter().filter_map(|part| passage.mentions().get(*part)).collect();
    let mut sum = Decimal::ZERO;
    let mut slack = total.interval().1 - total.value;
    for figure in &figures {
        sum = sum.checked_add(figure.value)?;
        slack = slack.checked_add(figure.interval().1 - figure.value)?;
    }
    let difference = (sum - total.value).abs();
    let terms = || figures.iter().map(|it| like(it.value, it)).collect::<Vec<String>>().join(" + ");
    if difference <= slack {
        let sign = if difference.is_zero() { "=" } else { "≈" };
        verdicts.agree(|| {
            let words = format!("{} {sign} {}", terms(), like(total.value, total));
            Agreement::new(RULE.name, total.range.clone(), figures.iter().map(|it| it.range.clone()), words)
        });
        return None;
    }
    let near = difference <= Decimal::from(3).max(total.value / Decimal::from(7));
    let severity = match cover {
        Cover::All => Severity::Error,
        Cover::Likely if near => Severity::Error,
        Cover::Some if near && surely_apart(passage, &figures, sum > total.value, difference, total) => {
            Severity::Warning
        }
        _ => return None,
    };
    let sum_words = like(sum, total);
    let stated = like(total.value, total);
    let message = format!("{} = {sum_words}，文中为 {stated}，请核对合计或各分项。", terms());
    Some(
        Flaw::new(RULE.name, range, message)
            .severity(severity)
            .figures(stated, sum_words)
            .related(figures.iter().map(|it| it.range.clone())),
    )
}

/// Ends of a label that takes in all the rest.
const CLOSING: &[&str] = &["及以下", "及以上", "其他", "其它", "其余"];

/// Two kinds that exclude each other and leave nothing between them.
const HALVES: &[(&str, &str)] = &[
    ("男", "女"),
    ("现金", "物"),
    ("资金", "物资"),
    ("线上", "线下"),
    ("专职", "兼职"),
    ("城区", "农村"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("上半年", "下半年"),
    ("校内", "校外"),
    ("省内", "省外"),
    ("已婚", "未婚"),
    ("公办", "民办"),
    ("党员", "非党员"),
    ("党员", "群众"),
];

/// Parts behind 其中 may overlap (女性, 党员) or leave others out; only parts of one kind that
/// exclude each other, and a sum just beside the total, give a finding.
fn surely_apart(
    passage: &Passage,
    parts: &[&Mention],
    above: bool,
    difference: Decimal,
    total: &Mention,
) -> bool {
    let labels: Vec<String> = parts
        .iter()
        .map(|part| {
            let start = passage.reading.within(part.number.clone()).start;
            let lead = passage.words(passage.lead(start));
            let tail = passage.words(passage.tail(start));
            let label = if lead.trim_start_matches("其中").is_empty() { tail } else { lead };
            label.trim_start_matches("其中").trim_end_matches(['有', '为', '占']).to_owned()
        })
        .collect();
    let overlapping = [
        "党员",
        "女",
        "少数民族",
        "岁",
        "新",
        "骨干",
        "优秀",
        "示范",
        "以上",
        "以下",
        "研究生",
        "兼职",
        "市级",
        "省级",
        "国家级",
    ];
    let names = |word: &str| labels.iter().any(|label| label.contains(word));
    if labels.len() == 2 && HALVES.iter().any(|(one, other)| names(one) && names(other)) {
        return true;
    }
    let open = |label: &String| !CLOSING.iter().any(|word| label.ends_with(word));
    if labels
        .iter()
        .filter(|label| open(label))
        .any(|label| label.is_empty() || overlapping.iter().any(|word| label.contains(word)))
    {
        return false;
    }
    // 大专及以下, 其他: a kind that takes in all the rest.
    let closed =
        labels.len() >= 3 && labels.iter().any(|label| CLOSING.iter().any(|word| label.ends_with(word)));
    let labels: Vec<&str> = labels
        .iter()
        .map(|label| CLOSING.iter().find_map(|word| label.strip_suffix(word)).unwrap_or(label))
        .collect();
    if closed && !labels.iter().any(|label| overlapping.iter().any(|word| label.contains(word))) {
        return true;
    }
    let tails: Vec<Option<char>> = labels.iter().map(|label| label.chars().last()).collect();
    let parallel = tails.windows(2).all(|pair| pair.first() == pair.last());
    if above {
        return parallel || labels.len() >= 3;
    }
    // A small gap may be a kind that is not named; only a gap of a slip of the pen is told.
    (parallel || labels.len() >= 3)
        && labels.len() >= 3
        && difference <= Decimal::from(2).max(total.value / Decimal::from(50))
}

/// 63家，已建45家，其余20家未建
fn remainder(passage: &Passage, index: usize, rest: &Mention, verdicts: &mut Verdicts) -> Option<Flaw> {
    let lead = passage.words(passage.lead(index));
    let sure = ["其余", "剩余", "余下", "剩下"].iter().any(|word| lead.contains(word));
    let open = ["仍有", "尚有", "还有"].iter().any(|word| lead.contains(word))
        && ["未", "没有", "尚", "空白", "正在"]
            .iter()
            .any(|word| passage.words(passage.tail(index)).contains(word));
    if !sure && !open {
        return None;
    }
    let mut sum = rest.value;
    let mut parts: Vec<&Mention> = Vec::new();
    let mut widest: Option<(&Mention, Decimal, usize)> = None;
    for (_, mention) in passage.earlier(index) {
        if !alike(mention, rest) {
            continue;
        }
        if !mention.counts() {
            return None;
        }
        if !parts.is_empty() {
            if mention.value == sum {
                verdicts.agree(|| {
                    let shown = |it: &&Mention| plain(it.value);
                    let terms: Vec<String> = parts.iter().rev().chain([&rest]).map(shown).collect();
                    let words = format!("{} = {}", terms.join(" + "), plain(sum));
                    let related = parts.iter().chain([&mention]).map(|it| it.range.clone());
                    Agreement::new(RULE.name, rest.range.clone(), related, words)
                });
                return None;
            }
            widest = Some((mention, sum, parts.len()));
        }
        sum = sum.checked_add(mention.value)?;
        parts.push(mention);
    }
    let (total, sum, taken) =
        widest.filter(|(total, ..)| parts.iter().all(|part| part.value <= total.value))?;
    let mut terms: Vec<String> = parts.iter().take(taken).map(|it| plain(it.value)).rev().collect();
    let done = parts.first().is_some_and(|part| {
        let at = passage.reading.within(part.number.clone()).start;
        let around = passage.lead(at).start..passage.tail(at).end;
        passage.has(around, &["已", "完成", "其中", "实现", "建", "通过", "覆盖", "整改", "办结", "解决"])
    });
    if !done || (open && taken > 1) {
        return None;
    }
    terms.push(plain(rest.value));
    let message =
        format!("{} = {}，文中总数为 {}，请核对。", terms.join(" + "), plain(sum), plain(total.value));
    Some(
        Flaw::new(RULE.name, rest.range.clone(), message)
            .figures(plain(total.value), plain(sum))
            .related(parts.iter().take(taken + 1).map(|it| it.range.clone())),
    )
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
                ("募集款物46.5万元，其中现金25.1万元，物资22.4万元。", "46.5万元"),
            ],
        );
        right(&[
            "部门22个(16个部门、6个社区)。",
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
