//! Which set a figure counts, as its sentence says it, and whether it points back to a set that was
//! counted before: 这45名, 募集的38.6万元, 全校8642名团员, 26个团支部都.

mod place;
mod words;

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

/// The words around a figure, kept until somebody asks what it counts: most are never asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// From the clause's beginning or the figure before.
    lead: String,
    /// To the end of the clause or the next figure.
    tail: String,
    /// The sentence before the figure, cut.
    before: String,
    /// The bytes of `before` at which the figure's own clause begins.
    clause: usize,
    /// The clause behind the figure as far as it is said of this one.
    after: String,
    /// The last date of the clause: its place in `before`, its month, and whether that was over.
    date: Option<(usize, u32, bool)>,
    /// 另3名, 其余3名 stands behind: the figure is not of all.
    rest: bool,
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

/// 全校 and 我校 are one place.
pub(super) fn own(place: &str) -> &str {
    place.trim_start_matches(['全', '我', '本'])
}

/// Nouns for anybody: with 这 they point back to whoever was counted.
const ANYBODY: &[&str] =
    &["人", "人员", "同志", "同学", "青年", "学生", "成员", "对象", "学员", "孩子", "伙伴", "代表"];

const MONEY: &[&str] = &["资金", "善款", "款项", "捐款", "经费", "爱心款", "募捐", "筹款"];

/// Nouns that make another thing of the one before: 团员 are no 团员代表.
const OTHERS: &[&str] = &["代表", "骨干", "干部", "家庭", "家长", "队", "岗位", "组织", "项目"];

/// The end of what a figure's clause says of it: what stands by the next figure is said of that.
fn until(passage: &Passage, index: usize, most: usize) -> usize {
    let next = passage.lead(index + 1);
    let own = passage.mentions().get(index).map_or(most, |it| it.range.end);
    if next.end > own && next.end <= most { next.start.max(own) } else { most }
}

/// Where the words begin that may date a clause: 截至6月20日，全区在册团支部203个 is dated by the
/// clause before it.
fn dated_from(passage: &Passage, clause: usize) -> usize {
    let Some(last) = clause.checked_sub(2) else { return clause };
    let before = passage.clause(last);
    let short = before.end <= clause && clause - before.start <= 14;
    let stock = short && passage.has(before.clone(), &["截至", "截止", "底", "末", "年初"]);
    if stock && passage.reading.within(before.clone()).is_empty() { before.start } else { clause }
}

impl Surroundings {
    /// True where the words behind the figure say that all are meant.
    pub(super) fn means_all(&self) -> bool {
        ["全部", "均", "都", "全员", "人人", "悉数"].iter().any(|word| self.after.contains(word))
    }

    /// True where the figure is one of a stock: 现有, 实有.
    pub(super) fn tells_stock(&self) -> bool {
        ["现有", "共有", "实有", "在册"].iter().any(|word| self.lead.contains(word))
    }

    /// True where only 、 stands between an earlier figure and this: two kinds of one row.
    pub(super) fn in_row_with(&self, shown: &str) -> bool {
        let between = self.before.rfind(shown).and_then(|at| self.before.get(at + shown.len()..));
        between.is_some_and(|it| it.contains('、') && !it.contains(['，', '。', '；', '：', '\n']))
    }

    /// The words around the figure at `index`.
    pub(super) fn of(passage: &Passage, index: usize, mention: &Mention) -> Self {
        let start = mention.range.start;
        let sentence = passage.sentence(mention.number.start);
        let clause = passage.clause(mention.number.start);
        let from = sentence.start.max(start.saturating_sub(70)).min(start);
        let own = dated_from(passage, clause.start).clamp(from, start);
        let to = until(passage, index, clause.end.min(mention.range.end + 24));
        let bytes = |to: usize| passage.script().slice(from..to).iter().map(|it| it.len_utf8()).sum();
        let date = passage.reading.dates_within(own..start).iter().rev().find_map(|date| {
            let script = passage.script();
            // 6月底 and 6月30日 are one day.
            let over = date.day.is_some_and(|day| day >= 30)
                || script.one_at(date.range.end, &["底", "末"]).is_some();
            Some((bytes(date.range.start), date.month?, over))
        });
        Self {
            lead: passage.words(passage.lead(index)).as_str().to_owned(),
            tail: passage.words(passage.tail(index)).as_str().to_owned(),
            before: passage.words(from..start).as_str().to_owned(),
            clause: bytes(own),
            after: passage.words(mention.range.end..to).as_str().to_owned(),
            date,
            rest: passage.mentions().get(index + 1).is_some_and(|next| {
                sentence.contains(&next.number.start)
                    && passage.has(passage.lead(index + 1), &["另", "其余", "剩余", "余下", "还有"])
                    || sentence.contains(&next.number.start)
                        && passage.has(passage.tail(index + 1), &["请假", "缺席", "外出", "未能"])
            }),
        }
    }
}

impl Counted {
    /// Reads what a figure with these words around it counts.
    pub(super) fn read(words: &Surroundings) -> Self {
        let lead = words.lead.as_str();
        let tail = words.tail.replace(['“', '”', '《', '》'], "");
        let phrase = words::behind_preposition(lead);
        let (noun, rest) = words::noun(&tail);
        let place = place::place_of(phrase);
        Self {
            pointing: match words::pointing(phrase, lead, noun, &tail, rest, place) {
                Pointing::All | Pointing::Place if words.rest => Pointing::None,
                pointing => pointing,
            },
            told: place::told(phrase, place),
            total: ["共", "总", "累计", "合计", "现有"].iter().any(|word| lead.contains(word)),
            tail: tail.trim_start_matches(['的', '受', '被']).to_owned(),
            told_in_noun: noun.starts_with(['受', '被']),
            noun: noun.trim_start_matches(['受', '被']).to_owned(),
            body: place::body(&words.before),
            time: place::time(&words.before, words.clause, words.date),
            context: format!("{}{}", words.before, words.after),
            place: place.to_owned(),
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
        if self.is_member_of(first) {
            return true;
        }
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

    /// 选派18名医生组成医疗服务队 … 服务队全体16名队员: who was chosen became members of a body, and
    /// the body is named again with all its members.
    fn is_member_of(&self, first: &Self) -> bool {
        const MEMBERS: &[&str] = &["队员", "成员", "组员", "团员", "讲师", "宣讲员", "学员"];
        const FORMED: &[&str] = &["组成", "组建", "编成", "成立"];
        let formed = FORMED.iter().find_map(|word| first.tail.split_once(word)).map(|(_, body)| body);
        let Some(body) = formed else { return false };
        let short = self.noun.chars().count() <= 3 || self.pointing == Pointing::All;
        let member = short && MEMBERS.iter().any(|word| self.noun.starts_with(word));
        let told = by_pairs(&self.told, body);
        member && self.pointing == Pointing::All && told.all >= 2 && told.reaches(100)
    }

    /// True where this figure and `first` are plainly of all of one body: 机关现有在编干部9人 …
    /// 机关11名在编干部全部.
    pub(super) fn is_all_of_one_body(&self, first: &Self) -> bool {
        let told = self.told.as_str();
        self.pointing == Pointing::All
            && self.noun.chars().count() >= 3
            && told.chars().count() >= 2
            && first.noun.is_empty()
            && first
                .told
                .strip_suffix(self.noun.as_str())
                .is_some_and(|body| body.ends_with(told) || body.chars().count() >= 2 && told.ends_with(body))
            && !self.apart(first)
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
        differ(own(&self.place), own(&other.place))
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
