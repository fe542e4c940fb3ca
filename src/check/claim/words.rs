//! The words before a figure: those that name it, and those that only lead from the name to it.

/// Words that say that there are so many in all.
const HAVING: &[&str] =
    &["共计有", "共有", "现有", "建有", "设有", "拥有", "实有", "总计", "共计", "合计", "累计", "总共", "共"];

/// Words between a name and its figure that say nothing.
const LINKS: &[&str] = &["达到", "已达", "高达", "为", "达", "有", "是", "已", "的", "：", "，", "约", "计"];

/// Words behind a name that say that it is counted: 团员人数, 团员总数, 志愿服务场次.
const COUNTS: &[&str] = &[
    "总人数",
    "总人次",
    "总场次",
    "总数量",
    "人数",
    "人次",
    "场次",
    "次数",
    "件数",
    "项数",
    "户数",
    "时长",
    "总数",
    "总量",
    "总额",
    "数量",
    "金额",
    "数",
];

/// The words before a figure without what only leads to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// What names it: 全区团员 of 全区团员总数达.
    pub words: String,
    /// 共有, 总数 and the like: the figure is of all.
    pub whole: bool,
}

impl Lead {
    /// Cuts off what only leads to the figure.
    pub fn of(lead: &str) -> Self {
        let mut words = lead;
        let mut whole = false;
        loop {
            if let Some(rest) = HAVING.iter().find_map(|it| words.strip_suffix(it)) {
                (words, whole) = (rest, true);
            } else if let Some(rest) = LINKS.iter().find_map(|it| words.strip_suffix(it)) {
                words = rest;
            } else if let Some(rest) = counted(words) {
                (words, whole) = (rest, true);
            } else {
                return Self { words: words.to_owned(), whole };
            }
        }
    }
}

fn counted(words: &str) -> Option<&str> {
    COUNTS.iter().find_map(|it| words.strip_suffix(it)).filter(|rest| rest.chars().count() >= 2)
}

/// What an indicator's name names, without the word that says that it is counted: 团员 of 团员人数.
pub fn core(name: &str) -> &str {
    counted(name).unwrap_or(name)
}

/// Words that begin a clause and leave open what it is about. Markers of time stand for dates.
const OPENINGS: &[&str] = &[
    "截至目前",
    "截至",
    "截止",
    "目前",
    "当前",
    "现",
    "至今",
    "今",
    "以来",
    "期间",
    "内",
    "年度",
    "底",
    "末",
    "其中",
    "各级团组织",
    "团组织",
    "各级",
    "已经",
    "已",
    "均",
    "对",
    "向",
    "为",
    "将",
    "的",
    "，",
    "：",
];

/// Words of counting and gathering that leave what is counted as large as it is.
const GATHERING: &[&str] = &["摸排", "摸底", "登记", "统计", "组织", "动员", "发动"];

/// Verbs of what takes place, before the name of an event.
const HOLDING: &[&str] = &["组织开展", "开展了", "开展", "举办了", "举办", "召开", "上好", "上", "讲授"];

/// What a place calls itself.
const PLACES: &[&str] = &[
    "街道",
    "集团",
    "公司",
    "系统",
    "园区",
    "开发区",
    "社区",
    "支部",
    "区",
    "县",
    "市",
    "镇",
    "乡",
    "校",
    "州",
    "省",
    "院",
    "旗",
    "厂",
    "矿",
    "局",
    "村",
];

/// True when nothing but time, place of the reporting unit and words of having stands before a
/// name; gives whether they say that the figure is of all. `own` are the unit's own names.
pub fn opening(before: &str, own: &[String], event: bool) -> Option<bool> {
    let (mut rest, mut whole) = (before, false);
    while !rest.is_empty() {
        let skip = |words: &[&str]| words.iter().find_map(|it| rest.strip_prefix(it));
        if let Some(next) = place(rest, own).or_else(|| skip(HAVING)) {
            (rest, whole) = (next, true);
        } else if let Some(next) = skip(OPENINGS)
            .or_else(|| rest.strip_prefix(super::NOW))
            .or_else(|| skip(GATHERING))
            .or_else(|| event.then(|| skip(HOLDING)).flatten())
            .or_else(|| rest.strip_prefix('有'))
        {
            rest = next;
        } else {
            return None;
        }
    }
    Some(whole)
}

/// 全区, 我县, 辖区内, and the unit's own name.
fn place<'t>(rest: &'t str, own: &[String]) -> Option<&'t str> {
    if let Some(next) = own.iter().find_map(|name| rest.strip_prefix(name.as_str())) {
        return Some(next);
    }
    if let Some(next) = rest.strip_prefix("辖区") {
        return Some(next);
    }
    let inside = rest.strip_prefix(['全', '我', '本'])?;
    PLACES.iter().find_map(|word| inside.strip_prefix(word))
}

/// Words that may follow a name behind its figure: the name ends before them.
const BEHIND: &[&str] = &[
    "均", "全部", "全员", "都", "已", "参加", "参与", "通过", "完成", "接受", "报名", "为", "是", "被", "和",
    "与", "及", "中", "的", "在", "进行", "实现", "纳入", "录入", "同比", "较", "比",
];

/// True where a name that stood behind its figure is over.
pub fn ends(behind: &str) -> bool {
    behind.is_empty() || BEHIND.iter().any(|word| behind.starts_with(word))
}

/// True where a comparison follows: 团员1779人同比增长.
pub fn compares(behind: &str) -> bool {
    ["同比", "较", "比", "环比", "增长", "增加", "下降", "减少"].iter().any(|word| behind.starts_with(word))
}
