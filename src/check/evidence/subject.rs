//! What a figure counts: 团员, 志愿者, 到会率. Read from the words around it: the noun behind it
//! (22个部门), the name before it (共有团员1779人), else what is said in the clause before.

use super::name::{REACHES, ahead, behind, holds_noun, quoted, without_origin};
use super::when::whole;
use crate::check::passage::Passage;
use crate::check::rules::value_conflict::strip;
use crate::text::figures::{Kind, Mention};

/// Longer names are cut: a column of the page of evidence holds no sentence.
const LONGEST: usize = 14;

/// Units that name what they count.
const NAMES: &[&str] = &["村", "镇", "乡", "校", "县", "省", "市", "街", "课"];

/// Words of a change, with the word under which it is listed.
const CHANGES: &[(&str, &str)] = &[
    ("增长", "增长"),
    ("增加", "增加"),
    ("提高", "提高"),
    ("提升", "提高"),
    ("上升", "上升"),
    ("增幅", "增长"),
    ("涨幅", "增长"),
    ("净增", "增加"),
    ("增速", "增长"),
    ("上涨", "上升"),
    ("扩大", "扩大"),
    ("下降", "下降"),
    ("减少", "减少"),
    ("降低", "下降"),
    ("降幅", "下降"),
    ("下滑", "下降"),
    ("回落", "下降"),
    ("压减", "减少"),
    ("缩减", "减少"),
    ("缩短", "缩短"),
    ("超出", "超出"),
    ("高出", "高出"),
    ("还差", "差额"),
];

/// With what a change is compared; no part of a name.
const AGAINST: &[&str] = &[
    "同比",
    "环比",
    "较去年同期",
    "比去年同期",
    "较上年同期",
    "比上年同期",
    "较去年",
    "比去年",
    "较上年",
    "比上年",
    "与去年同期相比",
    "较年初",
    "比年初",
    "去年同期",
    "上年同期",
    "去年",
    "上年",
    "年初",
    "较",
    "比",
];

/// What the figure at `index` counts; empty where the text does not say.
pub(super) fn subject(passage: &Passage, index: usize) -> String {
    read(passage, index, 2)
}

/// True where a noun stands right behind the figure: 三支队伍, but not 三番.
pub(super) fn is_named_behind(passage: &Passage, index: usize) -> bool {
    behind(&passage.words(passage.tail(index))).is_some()
}

fn read(passage: &Passage, index: usize, depth: u8) -> String {
    let Some(mention) = passage.mentions().get(index) else { return String::new() };
    let lead = undated(passage, index);
    let before = || match index.checked_sub(1) {
        Some(before) if depth > 0 && same_sentence(passage, index) => read(passage, before, depth - 1),
        _ => String::new(),
    };
    if let Some((name, change)) = change(&lead) {
        let name = if name.is_empty() { before() } else { name };
        return cut(format!("{name}{change}"));
    }
    if mention.kind == Kind::Percent {
        return cut(rate(&lead, &before));
    }
    let tail = passage.words(passage.tail(index));
    if let Some(name) = behind(&tail) {
        return cut(name);
    }
    if let Some(name) = quoted(&lead) {
        return cut(name);
    }
    // 户均500元
    if let Some(each) =
        ["户均", "人均", "场均", "家均", "校均", "次均"].iter().find(|each| lead.ends_with(**each))
    {
        return cut(format!("{each}{}", before()));
    }
    let name = ahead(&lead);
    // 由240人增至300人, 较年初的240人, 实际建成17个: what the figure before counts.
    let goes_on = name.is_empty() && REACHES.iter().any(|word| lead.ends_with(word))
        || lead.starts_with(['较', '比'])
        || ["实际", "最终"].iter().any(|word| name.starts_with(word)) && !holds_noun(&name);
    let earlier = if goes_on { before() } else { String::new() };
    if !earlier.is_empty() {
        return earlier;
    }
    if !name.is_empty() {
        return cut(name);
    }
    // 40人为党员
    let predicate = tail.strip_prefix(['为', '是', '系']).and_then(behind);
    if let Some(name) = predicate {
        return cut(name);
    }
    let earlier = clause_before(passage, index, mention);
    if !earlier.is_empty() {
        return cut(earlier);
    }
    NAMES.iter().find(|name| mention.unit == **name).map_or(String::new(), |name| (*name).to_owned())
}

/// The words before a figure without the dates among them: 较 of 较年初的, 实际募集 of 截至6月底实际募集.
fn undated(passage: &Passage, index: usize) -> String {
    let lead = passage.lead(index);
    let dates = passage.reading.dates_within(lead.clone());
    let Some(date) = dates.last().map(|date| whole(passage, date)).filter(|date| date.end <= lead.end) else {
        return passage.words(lead).to_string();
    };
    let compared = passage.script().one_before(date.start, &["较", "比"]).unwrap_or_default();
    let rest = passage.words(date.end..lead.end);
    format!("{compared}{}", rest.trim_start_matches('的'))
}

fn same_sentence(passage: &Passage, index: usize) -> bool {
    passage.earlier(index).next().is_some()
}

fn cut(name: String) -> String {
    let length = name.chars().count();
    name.chars().skip(length.saturating_sub(LONGEST)).collect()
}

/// 入驻人数同比增长: the name, and the word of the change. `None` where the words say no change.
fn change(lead: &str) -> Option<(String, &'static str)> {
    let words = lead.trim_end_matches(['了', '达', '为', '约', '近']);
    let (rest, name) = CHANGES.iter().find_map(|(word, name)| Some((words.strip_suffix(word)?, *name)))?;
    let mut rest = rest.trim_end_matches(['净', '约', '均']);
    while let Some(shorter) = AGAINST.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    Some((ahead(rest), name))
}

/// 团组织覆盖率, 女团员占比.
fn rate(lead: &str, before: &dyn Fn() -> String) -> String {
    let label = without_origin(lead);
    let label = label.trim_end_matches(['达', '到', '为', '仅', '约', '是', '已', '高', '近', '：']);
    let share =
        label.rfind('占').filter(|at| label.get(*at..).is_some_and(|rest| rest.chars().count() <= 12));
    if let Some(at) = share {
        let named = ahead(label.get(..at).unwrap_or_default());
        let name = if named.is_empty() { before() } else { named };
        return format!("{name}占比");
    }
    let ends = ["率", "度", "面", "比例", "比重", "份额"].iter().any(|end| label.ends_with(end));
    if !ends {
        let name = ahead(lead);
        let goes_on = name.is_empty() && REACHES.iter().any(|word| lead.ends_with(word));
        return if goes_on { before() } else { name };
    }
    let stripped = strip(label);
    let mut name = stripped.trim_start_matches("其中");
    // 实现整改率: the verb is none of the rate's own where more words follow.
    for verb in ["实现", "确保", "保持", "稳定在"] {
        name = name.strip_prefix(verb).unwrap_or(name);
    }
    name.rsplit('的').next().unwrap_or(name).to_owned()
}

/// 开展主题团日，共36场: what the clause before is about, where no other figure stands in it.
fn clause_before(passage: &Passage, index: usize, mention: &Mention) -> String {
    let clause = passage.clause(mention.number.start);
    let sentence = passage.sentence(mention.number.start);
    let Some(end) = clause.start.checked_sub(1).filter(|end| *end > sentence.start) else {
        return String::new();
    };
    let before = passage.clause(end.saturating_sub(1));
    let start = before.start.max(end.saturating_sub(24));
    let free = passage.earlier(index).next().is_none_or(|(_, it)| it.range.end <= start);
    if free && start < end { ahead(&passage.words(start..end)) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Section;

    #[test]
    fn what_a_figure_counts_is_read_from_the_words_around_it() {
        let cases = [
            // The noun behind it.
            ("部门22个（16个部门、6个社区）。", "16个", "部门"),
            ("全县1779名团员完成报到。", "1779名", "团员"),
            ("326名新团员均通过测试。", "326名", "新团员"),
            ("慰问30名困难青少年。", "30名", "困难青少年"),
            ("12名优秀团干部受到表彰。", "12名", "优秀团干部"),
            ("组织36场志愿服务活动。", "36场", "志愿服务活动"),
            ("带动300名青年志愿者参与。", "300名", "青年志愿者"),
            ("20名志愿者服务群众。", "20名", "志愿者"),
            ("推出8个帮扶项目。", "8个", "帮扶项目"),
            ("300名在校大学生到岗。", "300名", "在校大学生"),
            ("416家规模以上企业中，已建238家。", "416家", "规模以上企业"),
            ("5个行政村建成活动室。", "5个", "行政村"),
            ("60名参加培训的团干部结业。", "60名", "参加培训的团干部"),
            // The name before it.
            ("全区共有团员1779人。", "1779人", "团员"),
            ("截至6月底，全县现有团支部128个。", "128个", "团支部"),
            ("上半年共发展新团员326名。", "326名", "新团员"),
            ("走访困难青少年136户。", "136户", "困难青少年"),
            ("覆盖企业30家。", "30家", "企业"),
            ("发放慰问金6.8万元。", "6.8万元", "慰问金"),
            ("其中女团员800人。", "800人", "女团员"),
            ("举办主题团日活动12场。", "12场", "主题团日活动"),
            ("开展宣讲活动5场。", "5场", "宣讲活动"),
            ("新增注册志愿者4800人。", "4800人", "新增注册志愿者"),
            ("团干部培训900人次。", "900人次", "团干部培训"),
            ("培训团干部900人次。", "900人次", "团干部"),
            ("每名讲师宣讲4场。", "4场", "宣讲"),
            ("共建成青年之家6个。", "6个", "青年之家"),
            ("有团员的企业26家。", "26家", "企业"),
            ("青年参与300人次。", "300人次", "青年参与"),
            ("机关18个、村15个，共计33个。", "18个", "机关"),
            // The words behind 为, the clause before, the unit.
            ("选派队员60名，其中40人为党员。", "40人", "党员"),
            ("开展主题团日，共36场。", "36场", "主题团日"),
            ("走遍全乡12村。", "12村", "走遍"),
            // A name in quotation marks; what the figure before counts.
            ("计划新建“青年之家”20个，实际建成17个。", "20个", "青年之家"),
            ("计划新建“青年之家”20个，实际建成17个。", "17个", "青年之家"),
            ("注册人数达到9800余人，较年初的8200余人增加约1600人。", "8200余人", "注册人数"),
            ("截至6月底实际募集62.5万元。", "62.5万元", "实际募集"),
            ("已获取批复的部门及社区11个。", "11个", "部门及社区"),
            // Rates, shares, changes.
            ("应到120人，实到96人，到会率80%。", "80%", "到会率"),
            ("规模以上企业团组织覆盖率达到84%。", "84%", "规模以上企业团组织覆盖率"),
            ("女团员800人，占45%。", "45%", "女团员占比"),
            ("入驻人数同比增长25%。", "25%", "入驻人数增长"),
            ("服务青年300人，同比增长25%。", "25%", "青年增长"),
            ("案件由20件降至8件，下降60%。", "60%", "案件下降"),
            ("参学率由60%提高到75%，提高15个百分点。", "15个百分点", "参学率提高"),
            ("群众满意度为96%。", "96%", "群众满意度"),
            ("青年占比达40%。", "40%", "青年占比"),
            ("走访困难青少年136户，发放慰问金6.8万元，户均500元。", "500元", "户均慰问金"),
            // What is not said is left open.
            ("共300人。", "300人", ""),
            ("其中5个为新建。", "5个", ""),
        ];
        let mut wrong = Vec::new();
        for (text, figure, expected) in cases {
            let passage = Passage::of(text, Section::Done, None);
            let found = passage.mentions().iter().position(|it| passage.shown(it) == figure);
            let index = found.unwrap_or_else(|| panic!("no {figure} in 「{text}」"));
            let read = subject(&passage, index);
            if read != expected {
                wrong.push(format!("「{text}」 {figure}: {read}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
