//! Which set a figure counts, as its sentence says it, and whether it points back to a set that was
//! counted before: 这45名, 募集的38.6万元, 全校8642名团员, 26个团支部都.

use super::likeness::{by_letters, by_pairs, without};
use super::passage::Passage;
use crate::text::figures::Mention;

/// How a figure points to a set that the reader already knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// It does not.
    None,
    /// 共324张: a total that is told again.
    Total,
    /// 面向761名青年职工: a noun that was counted before.
    Noun,
    /// 全县9754名团员: all of a place.
    Place,
    /// 均, 全部, 在…中: all of the set.
    All,
    /// 签约的28对: the set of which something was told.
    Of,
    /// 这, 该, 上述
    This,
}

/// The set that a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The noun behind the figure to the verb that follows it; empty where it stands before.
    pub noun: String,
    /// What is told of the set stands in the noun: 受帮扶青少年.
    told_in_noun: bool,
    /// What is told of the set before the figure, without time, place and empty words.
    pub told: String,
    /// How it points back.
    pub pointing: Pointing,
    /// 全县 → 县; empty where no whole place is named.
    pub place: String,
    /// 共, 累计: the figure is a total.
    total: bool,
    /// The words behind the figure, from the noun on.
    tail: String,
    /// The named place or body in which the sentence counts: 城北街道.
    pub body: String,
    /// The time nearest before the figure, in its own clause.
    pub time: String,
    /// The sentence around the figure, cut.
    pub context: String,
}

/// Words that end the noun behind a figure. Some are parts of other words; those are told apart.
const ENDS: &[&str] = &[
    "共同", "一同", "一起", "集体", "齐聚", "收到", "走进", "签下", "领取", "实行", "实施", "均", "全部",
    "全员", "都", "已", "通过", "参加", "参与", "接受", "完成", "获", "进行", "开展", "实现", "纳入", "踊跃",
    "积极", "报名", "逐", "悉数", "统一", "分别", "人人", "人均", "无一", "每", "先后", "进入", "按", "于",
    "里", "当中", "之中", "中", "和", "与", "、", "的", "把", "将", "被", "由", "从", "在", "为", "是", "占",
    "有", "累计", "也", "还", "就", "正", "仍", "没", "未", "不", "一", "集中", "建立", "挂牌", "上线",
    "结业", "到岗", "录入", "签订", "发放", "举行", "组成", "编入", "随机", "并", "及", "以", "依次", "入围",
    "成为", "踏上", "奔赴", "返", "上岗", "提供", "张贴", "升", "赴", "“",
];

/// Words behind a noun that say that all are meant.
const ALL: &[&str] = &[
    "共同",
    "一同",
    "一起",
    "集体",
    "齐聚",
    "均",
    "全部",
    "全员",
    "都",
    "已全部",
    "已均",
    "逐一",
    "逐个",
    "逐户",
    "逐对",
    "逐人",
    "逐家",
    "悉数",
    "统一",
    "人人",
    "无一",
    "一个不",
    "一律",
    "皆",
    "人均",
    "随机",
];

/// What is said of time, place and counting, not of the set.
const EMPTY: &[&str] = &[
    "今年以来",
    "截至目前",
    "上半年",
    "下半年",
    "报告期内",
    "本学期",
    "本年度",
    "截至",
    "截止",
    "目前",
    "今年",
    "全年",
    "年内",
    "以来",
    "此次",
    "这次",
    "本次",
    "累计",
    "共有",
    "现有",
    "共计",
    "总计",
    "合计",
    "所有",
    "全部",
    "全体",
    "上述",
    "以上",
    "前述",
    "这些",
    "这批",
    "这笔",
    "其",
    "这",
    "该",
    "共",
    "已",
    "的",
    "了",
    "所",
    "受",
    "被",
    "“",
    "”",
    "《",
    "》",
    "，",
    "、",
    "（",
    "）",
    "期间",
    "月底",
    "月末",
];

/// Nouns for anybody: with 这 they point back to whoever was counted.
const ANYBODY: &[&str] =
    &["人", "人员", "同志", "同学", "青年", "学生", "成员", "对象", "学员", "孩子", "伙伴", "代表"];

const MONEY: &[&str] = &["资金", "善款", "款项", "捐款", "经费", "爱心款", "募捐", "筹款"];

/// The end of what a figure's clause says of it: what stands by the next figure is said of that.
fn until(passage: &Passage, index: usize, most: usize) -> usize {
    let next = passage.lead(index + 1);
    let own = passage.mentions().get(index).map_or(most, |it| it.range.end);
    if next.end > own && next.end <= most { next.start.max(own) } else { most }
}

impl Counted {
    /// Reads what the figure at `index` counts.
    pub(super) fn of(passage: &Passage, index: usize, mention: &Mention) -> Self {
        let lead = passage.words(passage.lead(index));
        let tail = passage.words(passage.tail(index)).replace(['“', '”', '《', '》'], "");
        let phrase = behind_preposition(&lead);
        let (noun, rest) = noun(&tail);
        let sentence = passage.sentence(mention.number.start);
        let clause = passage.clause(mention.number.start);
        let from = sentence.start.max(mention.range.start.saturating_sub(70));
        let to = until(passage, index, clause.end.min(mention.range.end + 24));
        let place = place_of(phrase);
        Self {
            pointing: pointing(phrase, &lead, noun, &tail, rest, &place),
            told: without(&undated(&told(phrase, &place)), EMPTY),
            total: ["共", "总", "累计", "合计", "现有"].iter().any(|word| lead.contains(word)),
            tail: tail.trim_start_matches(['的', '受', '被']).to_owned(),
            told_in_noun: noun.starts_with(['受', '被']),
            noun: noun.trim_start_matches(['受', '被']).to_owned(),
            body: body(&passage.words(from..mention.range.start)),
            time: time(passage, clause.start.max(from)..mention.range.start),
            context: passage.words(from..to),
            place,
        }
    }

    /// True where this figure points back to the set that `first` counts. `swapped` says that the
    /// two values have the same three digits or more in another order, which hardly happens to two
    /// sets: then less needs to be said.
    pub(super) fn refers_to(&self, first: &Self, swapped: bool) -> bool {
        let this = self.pointing == Pointing::This;
        let hint = matches!(self.pointing, Pointing::Total | Pointing::Noun);
        if self.pointing == Pointing::None || hint && !swapped || self.apart(first) && !this {
            return false;
        }
        let context = &first.context;
        let anybody = this && ANYBODY.contains(&self.noun.as_str());
        let money = MONEY.contains(&self.noun.as_str()) && MONEY.iter().any(|word| context.contains(word));
        let name = if anybody || money { Some(self.noun.as_str()) } else { self.noun_as_in(first) };
        let Some(name) = name else { return false };
        let noun = by_pairs(name, context);
        let told = by_pairs(&self.told, context);
        match self.pointing {
            Pointing::None => false,
            // A pronoun is enough, but what is told of the set must not be something new.
            Pointing::This => told.reaches(50) || by_letters(&self.told, context).reaches(100),
            Pointing::Of => {
                let both = (told.shared + noun.shared) * 100 >= (told.all + noun.all) * 60;
                // 受帮扶青少年: what is told stands in the noun.
                let enough = told.all >= 2 || self.told_in_noun && noun.all >= 4;
                let last = self.told.char_indices().rev().nth(1).map_or("", |(at, _)| &self.told[at..]);
                enough && both && by_pairs(last, context).reaches(100)
            }
            Pointing::All | Pointing::Place => {
                let named = noun.all + told.shared >= 2;
                named && told.reaches(60) && first.is_all_of(name, &self.told, swapped)
            }
            Pointing::Total => {
                let year = |it: &Self| ["全年", "下半年"].iter().any(|word| it.context.contains(word));
                told.all >= 4 && told.reaches(100) && first.total && year(self) == year(first)
            }
            Pointing::Noun => noun.all >= 4 && told.reaches(60) && first.is_all_of(name, &self.told, false),
        }
    }

    /// The noun behind this figure as far as it is that of `first`: the verb behind it may be any.
    fn noun_as_in(&self, first: &Self) -> Option<&str> {
        let noun = by_pairs(&self.noun, &first.context);
        if noun.reaches(100) && noun.all != 1 {
            return Some(&self.noun);
        }
        let same = |prefix: &str| {
            if first.noun.is_empty() { first.told.ends_with(prefix) } else { first.noun == prefix }
        };
        let least = if self.pointing == Pointing::Noun { 4 } else { 2 };
        let ends =
            self.tail.char_indices().skip(least).map(|(at, _)| at).filter(|at| same(&self.tail[..*at]));
        let end = ends.last()?;
        (!OTHERS.iter().any(|word| self.tail[end..].starts_with(word))).then(|| &self.tail[..end])
    }

    /// True where two figures are of different times, places or bodies.
    pub(super) fn apart(&self, other: &Self) -> bool {
        let differ = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
        differ(&self.place, &other.place)
            || differ(&self.body, &other.body)
            || differ(&self.time, &other.time)
    }

    /// True where a figure counts the noun itself and not only some of its kind: not 女团员 for 团员.
    fn is_all_of(&self, noun: &str, told: &str, swapped: bool) -> bool {
        const VERBS: &[&str] = &[
            "登记", "注册", "在册", "实名", "发展", "新建", "建成", "组建", "成立", "招募", "招收", "选拔",
            "组织", "建有", "拥有", "下辖", "设有", "辖", "募集", "培训", "评选", "评出", "表彰", "选派",
            "吸纳", "帮扶", "走访", "慰问", "结对", "设立", "建立", "实有", "总数", "人数", "数量", "总量",
            "有", "设", "建", "为", "达", "到", "数", "总",
        ];
        // 矿业公司在册青安岗: who has them stands before.
        const BODIES: &[&str] = &[
            "公司", "学校", "学院", "团委", "支部", "街道", "集团", "单位", "局", "厂", "院", "系统", "社区",
            "班", "队", "营",
        ];
        const KINDS: &[&str] = &[
            "女",
            "男",
            "新",
            "老",
            "学生",
            "流动",
            "优秀",
            "骨干",
            "专职",
            "兼职",
            "困难",
            "一线",
            "少数民族",
            "预备",
            "中职",
            "中学",
            "小学",
            "初中",
            "高中",
            "企业",
            "机关",
            "农村",
            "城区",
            "待业",
            "青年",
        ];
        let own = if self.noun.is_empty() { &self.told } else { &self.noun };
        let whole = format!("{told}{noun}");
        let place = own.rfind(noun).filter(|_| !noun.is_empty());
        let Some(place) = place else { return by_pairs(&whole, own).reaches(60) };
        if OTHERS.iter().any(|word| own[place + noun.len()..].starts_with(word)) {
            return false;
        }
        let rest = without(&own[..place], VERBS);
        let body = || BODIES.iter().any(|word| rest.ends_with(word)) && self.noun.is_empty();
        let kind = || KINDS.iter().any(|word| rest.ends_with(word));
        rest.chars().all(|letter| whole.contains(letter))
            || body() && rest != "社区" && rest != "街道"
            || swapped && !kind()
    }
}

/// Nouns that make another thing of the one before: 团员 are no 团员代表.
const OTHERS: &[&str] = &["代表", "骨干", "干部", "家庭", "家长", "队", "岗位", "组织", "项目"];

fn pointing(phrase: &str, lead: &str, noun: &str, tail: &str, rest: &str, place: &str) -> Pointing {
    const THIS: &[&str] = &[
        "这",
        "该",
        "上述",
        "以上",
        "前述",
        "这些",
        "这批",
        "这笔",
        "这一批",
        "前面提到的",
        "此",
        "上面",
        "前文",
    ];
    const ITS: &[&str] = &["这", "该", "上述", "此", "前述"];
    let trimmed = phrase.trim_end_matches(['共', '总']);
    // 技师以上24人 is a rank, not a place in the text.
    let trimmed = if trimmed.len() > "以上".len() { trimmed.trim_end_matches("以上") } else { trimmed };
    let starts = ITS.iter().any(|word| phrase.starts_with(word)) && !phrase.starts_with("此外");
    let right = THIS.iter().any(|word| trimmed.ends_with(word));
    if right
        || starts
            && !["这里", "这样", "该项", "这是", "此后", "这次"].iter().any(|word| phrase.starts_with(word))
    {
        return Pointing::This;
    }
    if ["全部", "所有", "全体"].iter().any(|word| phrase.ends_with(word)) {
        let told = phrase.strip_suffix("全部").is_some_and(|rest| rest.ends_with('的'));
        return if told { Pointing::Of } else { Pointing::All };
    }
    if phrase.ends_with('的') || noun.starts_with(['受', '被']) {
        return Pointing::Of;
    }
    let among = rest.starts_with('中')
        || rest.starts_with("当中")
        || rest.starts_with("之中")
        || rest.starts_with("里");
    let led = lead.contains(['在', '从']);
    if among && led
        || ALL.iter().any(|word| rest.starts_with(word))
        || ALL.iter().any(|word| tail.starts_with(word))
    {
        return Pointing::All;
    }
    if !place.is_empty() && phrase.ends_with(place) && !noun.is_empty() {
        return Pointing::Place;
    }
    if noun.is_empty() && ["共", "总", "累计", "合计"].iter().any(|word| lead.contains(word)) {
        return Pointing::Total;
    }
    // 面向761名, 组织48名: the figure is governed at once, nothing is told of it.
    let verb =
        ["组织", "覆盖", "惠及", "发动", "带领", "引导", "动员"].iter().any(|word| phrase.ends_with(word));
    let governed = phrase.is_empty() || verb;
    if governed && noun.chars().count() >= 4 { Pointing::Noun } else { Pointing::None }
}

/// The noun behind a figure, and what follows on it.
fn noun(tail: &str) -> (&str, &str) {
    let tail = tail.trim_start_matches('的');
    let end = tail.char_indices().find(|(at, _)| {
        let here = &tail[*at..];
        let Some(word) = ENDS.iter().find(|word| here.starts_with(**word)) else { return false };
        let next = here[word.len()..].chars().next().unwrap_or('。');
        match *word {
            "中" => !"学小层青级国共专职等心".contains(next),
            "在" => !"校职册岗编读线".contains(next),
            "从" => next != '业',
            "有" | "不" | "正" => *at > 0,
            "一" => !"线".contains(next),
            "“" => *at > 0,
            _ => true,
        }
    });
    let end = end.map_or(tail.len(), |(at, _)| at);
    tail.split_at(end)
}

/// The phrase in which a figure stands: what follows on the last preposition or verb of giving.
fn behind_preposition(lead: &str) -> &str {
    let mut start = 0;
    let mut before = '，';
    for (at, letter) in lead.char_indices() {
        let next = lead[at + letter.len_utf8()..].chars().next().unwrap_or('，');
        let stands = match letter {
            '对' => !"结针应绝相面派".contains(before) && !"象口".contains(next),
            '为' => !"成作认行因称分".contains(before) && next != '了',
            '在' => !"现正实存所".contains(before) && !"册校职岗编线读".contains(next),
            '给' => before != '供',
            '把' | '让' | '凭' | '着' | '使' => true,
            '将' => true,
            '由' => !"自理".contains(before),
            '从' => next != '业',
            '向' => !"方意导".contains(before),
            '借' | '：' => true,
            _ => false,
        };
        if stands {
            start = at + letter.len_utf8();
        }
        before = letter;
    }
    let phrase = &lead[start..];
    // What stands of the phrase when the preposition governs the figure itself.
    if phrase.is_empty() { "" } else { phrase }
}

/// 全县, 全街道: the whole place named last in the words before a figure.
fn place_of(phrase: &str) -> String {
    const PLACES: &[&str] = &[
        "全区",
        "全县",
        "全市",
        "全镇",
        "全校",
        "全街道",
        "全乡",
        "全州",
        "全省",
        "全院",
        "全集团",
        "全公司",
        "全系统",
        "全团",
        "全园区",
        "全旗",
        "全厂",
        "全矿",
        "全司",
        "全局",
        "全行",
        "全段",
        "全路局",
        "全所",
        "全村",
        "全社区",
        "全站",
        "全队",
        "全线",
        "全域",
        "辖区",
        "我区",
        "我县",
        "我市",
        "我镇",
        "我校",
        "我院",
        "我乡",
        "园区",
    ];
    let found =
        PLACES.iter().filter_map(|word| phrase.rfind(word).map(|at| (at, *word))).max_by_key(|(at, _)| *at);
    found.map_or(String::new(), |(_, word)| word.to_owned())
}

/// What is told of the set: the words before the figure. Before 这 only what ends with 的 is told of
/// it: in 领到这2860份 the verb is not.
fn told(phrase: &str, place: &str) -> String {
    if let Some(at) = ["这", "该", "上述", "前述"].iter().filter_map(|word| phrase.rfind(word)).max()
        && at > 0
        && !phrase[..at].ends_with('的')
    {
        return phrase[at..].to_owned();
    }
    let own =
        phrase.rfind(place).filter(|_| !place.is_empty()).map_or(phrase, |at| &phrase[at + place.len()..]);
    // 募集到的, 收上来的
    let bare = own.trim_end_matches('的');
    let verb = bare.trim_end_matches(['到', '来', '得', '了']);
    if bare.len() < own.len() && verb.chars().count() >= 2 { verb.to_owned() } else { own.to_owned() }
}

/// The words without days and months.
fn undated(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut digits = String::new();
    for letter in words.chars() {
        let numeral = letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
        if numeral {
            digits.push(letter);
        } else if digits.is_empty() || !"年月日".contains(letter) {
            kept.push_str(&digits);
            kept.push(letter);
            digits.clear();
        } else {
            digits.clear();
        }
    }
    kept.push_str(&digits);
    kept
}

/// 城北街道, 东坪镇: the last body named before a figure, by its last characters.
fn body(words: &str) -> String {
    const BODIES: &[&str] = &[
        "街道",
        "社区",
        "学院",
        "中学",
        "小学",
        "校区",
        "车间",
        "分局",
        "片区",
        "镇",
        "乡",
        "村",
        "本部",
        "分公司",
    ];
    const NO_NAMES: &[char] =
        &['全', '各', '该', '本', '我', '所', '每', '个', '级', '城', '与', '和', '、', '）', '（'];
    let ends = BODIES.iter().filter_map(|word| words.rfind(word).map(|at| (at, *word)));
    let Some((at, word)) = ends.max_by_key(|(at, word)| (*at + word.len(), word.len())) else {
        return String::new();
    };
    let name: Vec<char> = words[..at].chars().rev().take(2).collect();
    let named = name.len() == 2 && !name.iter().any(|letter| NO_NAMES.contains(letter) && *letter != '城');
    if named {
        name.iter().rev().chain(word.chars().collect::<Vec<_>>().iter()).collect()
    } else {
        String::new()
    }
}

/// The date, season or round nearest before a figure.
fn time(passage: &Passage, range: std::ops::Range<usize>) -> String {
    const ROUNDS: &[&str] = &[
        "寒假",
        "暑假",
        "春季",
        "秋季",
        "上学期",
        "下学期",
        "年初",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "第一期",
        "第二期",
        "第三期",
        "第一批",
        "第二批",
        "第三批",
        "首批",
        "首期",
        "去年",
        "上年",
    ];
    let date = passage.reading.dates_within(range.clone()).iter().rev().find_map(|date| {
        let month = date.month?;
        // 6月底 and 6月30日 are one day.
        let last = passage.script().one_at(date.range.end, &["底", "末"]).is_some()
            || date.day.is_some_and(|day| day >= 30);
        Some((date.range.start, if last { format!("{month}月末") } else { format!("{month}月") }))
    });
    let words = passage.words(range.clone());
    let round = ROUNDS
        .iter()
        .filter_map(|word| words.rfind(word).map(|at| (range.start + words[..at].chars().count(), *word)));
    let round = round.max_by_key(|(at, _)| *at).map(|(at, word)| (at, word.to_owned()));
    date.into_iter().chain(round).max_by_key(|(at, _)| *at).map_or(String::new(), |(_, word)| word)
}
