//! The total stands first, and its parts follow: in brackets, behind 分别为 or a colon, behind
//! 其中, or side by side with nothing but a comma.

use super::{Cover, Parts, kinds, labels_are_parts};
use crate::check::passage::Passage;
use crate::check::relation::{alike, label, level, row};
use crate::text::figures::{Kind, Mention, Style, one_in};
use rust_decimal::Decimal;

const WHOLE_LISTS: &[&str] = &[
    "分别",
    "分为",
    "即",
    "组成",
    "构成",
    "包括",
    "包含",
    "涵盖",
    "具体为",
    "具体是",
    "分属",
    "分布",
    "依次",
    "分，",
    "划分",
    "来看，",
    "看，",
    "如下",
];

const SOME_OF: &[&str] = &["其中", "这里面", "这里头", "这当中", "当中", "里头", "里面", "之中", "中，"];

/// Words of them behind which a kind may be left out.
const INCLUDES: &[&str] = &["包括", "包含", "涵盖"];

/// Words behind or in a row that tell that more belongs to it, or that it belongs elsewhere.
const OPEN_LISTS: &[&str] = &[
    "等",
    "不含",
    "不包括",
    "另有",
    "另外",
    "除外",
    "未计",
    "以上",
    "重复",
    "约",
    "含有",
    "同时",
    "此外",
    "还有",
    "交叉",
    "既",
    "兼",
    "去重",
    "其余",
    "其他",
    "其它",
    "剩",
];

/// Times that make a second figure another value of the same thing, no part.
const OTHER_TIMES: &[&str] = &["去年", "上年", "同期", "年度", "近三年", "历年", "上届", "往届"];

/// 41个（机关18个、村15个、企业8个）
pub(super) fn bracketed(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let open = passage.tail(index).end;
    if passage.script().get(open) != Some('（') {
        return None;
    }
    let inside = passage.reading.outline.bracket_at(open)?;
    let within = passage.reading.within(inside.clone());
    if within.len() < 2 || within.len() > 40 {
        return None;
    }
    let words = level(passage, inside.clone())?;
    let listed =
        OPEN_LISTS.iter().filter(|word| !matches!(**word, "其他" | "其它" | "其余" | "以上" | "既" | "兼"));
    if listed.into_iter().any(|word| words.contains(word)) {
        return None;
    }
    let parts = row(passage, within.start, total, true);
    let mentions = passage.mentions();
    let last = *parts.last()?;
    // 机关18、村15、企业8个: the unit may stand once at the end.
    let units_mixed = parts.iter().any(|part| mentions[*part].kind == Kind::Bare)
        && parts.iter().any(|part| mentions[*part].kind != Kind::Bare)
        && mentions[last].kind == Kind::Bare;
    // Nothing may follow in the bracket but a remark on the last part.
    let rest = level(passage, mentions[last].range.end..inside.end)?;
    let figures_left = rest.chars().any(|c| c.is_ascii_digit()) || rest.contains('，');
    if parts.len() < 2 || units_mixed || figures_left || !labels_are_parts(passage, &parts, true) {
        return None;
    }
    let cover = match words.as_str() {
        words if words.starts_with('含') => return None,
        words if words.contains("其中") => Cover::Some,
        _ => Cover::All,
    };
    Some(Parts { of: parts, cover, range: total.number.start..inside.end + 1 })
}

/// True when figures of the same kind follow near enough to be parts.
pub(super) fn followed(passage: &Passage, index: usize, total: &Mention) -> bool {
    let mut behind = (index + 1..index + 5).filter_map(|at| passage.mentions().get(at));
    behind.any(|it| alike(it, total) && it.range.start.saturating_sub(total.range.end) <= 80)
}

/// 22个，分别为部门16个、社区6个; 共41个：机关18个…; 其中…; 312个，东片105个，西片97个，城区120个
pub(super) fn listed(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let mentions = passage.mentions();
    let script = passage.script();
    // 268户，发放慰问金13万元，其中低保家庭117户…: figures of other things may stand between.
    let behind = (index + 1..index + 4).find(|at| mentions.get(*at).is_some_and(|it| alike(it, total)));
    let marked = behind.filter(|at| *at > index + 1).filter(|at| {
        passage.words(passage.lead(*at)).starts_with("其中")
            && mentions.get(*at).is_some_and(|it| it.number.start < passage.sentence(total.number.start).end)
    });
    if let Some(first) = marked {
        let parts = row(passage, first, total, false);
        let end = mentions.get(*parts.last()?)?.range.end;
        let fits = parts.len() >= 2 && labels_are_parts(passage, &parts, false);
        return fits.then_some(Parts { of: parts, cover: Cover::Some, range: total.number.start..end });
    }
    let classes = mentions.get(index + 1)?;
    let gap = classes.range.start.saturating_sub(total.range.end);
    if gap > 45 {
        return None;
    }
    // 分属四个类别：, 分为三类，: how many parts there are, before the parts.
    let counted = classes.exact()
        && classes.value <= Decimal::from(12)
        && (classes.unit.is_empty() || "个类种部片块方组大项层级档".contains(classes.unit))
        && {
            let end = passage.tail(index + 1).end;
            let lead = passage.words(passage.lead(index + 1));
            matches!(script.get(end), Some('：' | '，'))
                && end - classes.range.end <= 6
                && ["分", "为", "成"].iter().any(|word| lead.contains(word))
                && !["建成", "完成", "达成", "办成"].iter().any(|word| lead.contains(word))
        };
    let first = index + 1 + usize::from(counted);
    let next = mentions.get(first)?;
    let skipped = |at: usize| mentions.get(at).is_some_and(|it| matches!(it.unit, "岁" | "周岁"));
    let first = if skipped(first) { first + 1 } else { first };
    let sentence = passage.sentence(total.number.start);
    let mut between = level(passage, total.range.end..next.range.start.max(total.range.end))?;
    // 6820人。其中，博士85人: 其中 and 按…分 carry on what the full stop ended.
    let mut carried = false;
    for word in ["其中", "按", "从"] {
        if let Some(rest) = between.strip_prefix('。').and_then(|rest| rest.strip_prefix(word)) {
            carried = true;
            between = format!("，{word}{}", rest.trim_start_matches(['，', '：']));
        }
    }
    if !carried && next.number.start >= sentence.end {
        return None;
    }
    if between.chars().count() > 40 || between.contains(['。', '\n']) {
        return None;
    }
    let lead = passage.words(passage.lead(index));
    let announced = ["共", "合计", "总计", "总数", "现有", "累计"].iter().any(|word| lead.contains(word));
    let has = |words: &[&str]| one_in(&between, words);
    let clauses = between.matches(['，', '：', '；']).count();
    let cover = if has(OTHER_TIMES) {
        return None;
    } else if has(SOME_OF) {
        Cover::Some
    } else if !counted && has(INCLUDES) {
        // 52次，包括省级9次、市级26次: most likely all of them, where little is left.
        Cover::Likely
    } else if counted
        || has(WHOLE_LISTS)
        || between.starts_with("，由")
        || between.starts_with('：')
        || between.ends_with('：')
        || (between.contains('：') && announced)
    {
        Cover::All
    } else if between.starts_with("，用于")
        || between.contains('：') && between.chars().count() <= 16
        || announced && between.starts_with('，') && between.chars().count() <= 14
    {
        Cover::Likely
    } else if clauses == 1 && between.chars().count() <= 16 && total.value >= Decimal::from(20) {
        Cover::Bare
    } else {
        return None;
    };
    let parts = row(passage, first, total, false);
    // Three kinds and more behind 包括 are meant to be all.
    let cover = if !counted && has(INCLUDES) && parts.len() > 2 { Cover::All } else { cover };
    let least = if cover == Cover::Bare { 3 } else { 2 };
    if parts.len() < least {
        let labels: Vec<&str> = parts.iter().map(|part| label(passage, *part)).collect();
        if parts.len() < 2 || !kinds::halves(&labels) && !kinds::of_one_make(&labels) {
            return None;
        }
    }
    let last = *parts.last()?;
    let end = mentions.get(last).map_or(total.range.end, |it| it.range.end);
    let behind = passage.words(end..(end + 14).min(passage.sentence(end.saturating_sub(1)).end));
    let open = behind.starts_with('等')
        || behind.trim_start_matches(['，', '；', '。']).starts_with("部分")
        || OPEN_LISTS[1..].iter().filter(|word| !matches!(**word, "以上" | "约" | "同时" | "含有")).any(
            |word| {
                behind.trim_start_matches(['，', '、', '；', '（', '。']).starts_with(word)
                    || behind.contains(word)
                        && !matches!(*word, "其他" | "其余" | "其它" | "兼" | "既" | "剩")
            },
        );
    if open || !labels_are_parts(passage, &parts, false) {
        return None;
    }
    // A third figure of the same make may follow that says in how many both hold.
    let labels: Vec<&str> = parts.iter().map(|part| label(passage, *part)).collect();
    // 148家，今年新建21家；市区57家，其余91家: what was added is one view, where they stand another.
    if labels
        .first()
        .is_some_and(|first| first.contains('新') && first.ends_with(['建', '增', '立', '展', '设']))
    {
        return None;
    }
    if cover == Cover::Bare && !kinds::halves(&labels) && !sides(passage, index, &parts) {
        return None;
    }
    // 任务20场，机关办了9场，学校办了13场: what was done adds up to no target.
    let wanted = ["目标", "任务", "计划", "指标"].iter().any(|word| lead.contains(word));
    let done = ["了", "成", "已", "实际"];
    if cover == Cover::Bare
        && wanted
        && labels.iter().any(|label| done.iter().any(|word| label.contains(word)))
    {
        return None;
    }
    Some(Parts { of: parts, cover, range: total.number.start..end })
}

/// Side by side without a word that makes them parts: the labels must name kinds, and the total's
/// label must not be of their make (团员100名，团干部60名，志愿者45名).
fn sides(passage: &Passage, index: usize, parts: &[usize]) -> bool {
    let mentions = passage.mentions();
    let own = label(passage, index);
    let labels: Vec<&str> = parts.iter().map(|part| label(passage, *part)).collect();
    let comma = parts.first().and_then(|first| mentions.get(*first)).is_some_and(|first| {
        passage
            .words(mentions[index].range.end..first.range.start.max(mentions[index].range.end))
            .contains('，')
    });
    // 图书、文具、衣物3800件，图书1650件…: the total's own words may name the parts.
    let head =
        passage.script().string(mentions[index].range.start.saturating_sub(30)..mentions[index].range.start);
    let named = labels.iter().all(|label| head.contains(label));
    let end = |label: &str| label.chars().rev().take(2).collect::<Vec<char>>();
    comma
        && !labels.iter().any(|label| label.is_empty() || label.chars().count() > 12)
        && !labels.iter().any(|label| {
            label.starts_with(['被', '获', '已', '有', '在', '为', '将', '与', '向', '对', '可'])
        })
        && (named || labels.iter().all(|label| end(label) != end(own)))
        && mentions[index].style == mentions[parts[0]].style
        && !matches!(mentions[index].style, Style::Mixed)
}
