//! # What it does
//! Finds a count without its measure word.
//! # Why it is bad
//! 达350 may be people, visits or hours.
//! # Example
//! 志愿者达350，开展活动22次。
//! # Use instead
//! 志愿者达350名，开展活动22次。

mod words;

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mention, Style};
use crate::text::numeral;
use rust_decimal::Decimal;
use std::ops::Range;
use words::{
    BUILT, COUNTED, COUNTED_ALL_THE_SAME, GIVEN_TO, JOINS, NAMED, NAMED_WITHOUT_VERB, NOT_COUNTED, REACHES,
    VERBS,
};

/// The rule.
pub const RULE: Rule = Rule { name: "unit-missing", title: "缺少量词", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mentions = passage.mentions();
    for (index, mention) in mentions.iter().enumerate() {
        if !is_bare(mention) || passage.reading.outline.in_bracket(mention.number.start) {
            continue;
        }
        let count = Count {
            number: mention.number.clone(),
            whole: mention.range.clone(),
            lead: passage.lead(index),
            value: mention.value,
            marked: !mention.marks.is_empty(),
        };
        // 播放1.2万: a scale makes do without a measure word in many a place.
        if mention.scaled && !lasts(passage, &count) {
            continue;
        }
        judge(passage, &count, verdicts);
    }
    // A Chinese numeral without a measure word is read as no figure, because most are words.
    let mut at = 0;
    while let Some(c) = script.get(at) {
        if numeral::digit(c).is_none() && numeral::unit(c).is_none() {
            at += 1;
            continue;
        }
        let start = at;
        while script.get(at).is_some_and(|c| numeral::digit(c).is_some() || numeral::unit(c).is_some()) {
            at += 1;
        }
        if let Some(count) = chinese(passage, start..at) {
            judge(passage, &count, verdicts);
        }
    }
}

/// A number without a unit.
struct Count {
    /// Its digits.
    number: Range<usize>,
    /// With its marks of approximation.
    whole: Range<usize>,
    /// The words before it.
    lead: Range<usize>,
    value: Decimal,
    marked: bool,
}

/// 服务总时长1.2万, 面积达260: what is measured may be told in more than one unit.
fn lasts(passage: &Passage, count: &Count) -> bool {
    let script = passage.script();
    let mut end = count.whole.start;
    while let Some(word) = script.one_before(end, REACHES) {
        end -= word.chars().count();
    }
    end >= count.lead.start && (script.ends(end, "时长") || script.ends(end, "面积"))
}

fn is_bare(mention: &Mention) -> bool {
    mention.kind == Kind::Bare
        && mention.style == Style::Arabic
        && (mention.scaled || mention.decimals == 0)
        && !mention.quoted
        && !mention.range_start
        && !mention.range_end
}

/// 四百二十， behind a word of reaching or a verb of doing.
fn chinese(passage: &Passage, number: Range<usize>) -> Option<Count> {
    let script = passage.script();
    let end = number.end + usize::from(matches!(script.get(number.end), Some('余' | '多')));
    let joined = script.slice(number.clone()).iter().any(|c| matches!(c, '十' | '百' | '千' | '万'));
    if number.len() < 2
        || !joined
        || !is_stop(script.get(end))
        || matches!(script.before(number.start), Some('第' | '之'))
    {
        return None;
    }
    let clause = passage.clause(number.start);
    let value = Decimal::from(numeral::read(script.string(number.clone()))?);
    let known = passage.reading.within(clause.clone());
    let mentions = passage.mentions().get(known).unwrap_or_default();
    let taken = mentions.iter().any(|it| it.range.start < end && number.start < it.range.end);
    let dated = passage.reading.dates_within(clause.start..end).iter().any(|it| it.range.end > number.start);
    let outline = &passage.reading.outline;
    if value < Decimal::from(11)
        || taken
        || dated
        || outline.quote(number.start).is_some()
        || outline.in_bracket(number.start)
    {
        return None;
    }
    let before =
        mentions.iter().rfind(|it| it.range.end <= number.start).map_or(clause.start, |it| it.range.end);
    let floor = clause.start.max(before).max(number.start.saturating_sub(24));
    let mark = |at: &usize| matches!(script.get(*at), Some('、' | '（' | '）' | '，'));
    let start = (floor..number.start).rev().find(mark).map_or(floor, |at| at + 1);
    Some(Count { whole: number.start..end, lead: start..number.start, number, value, marked: false })
}

fn is_stop(c: Option<char>) -> bool {
    matches!(c, None | Some('，' | '。' | '；' | '！' | '\n'))
}

fn judge(passage: &Passage, count: &Count, verdicts: &mut Verdicts) {
    let script = passage.script();
    let end = count.whole.end;
    let next = script.get(end);
    let before = count.whole.start;
    let joins = script.one_at(end, JOINS).is_some();
    let counted = !count.marked && count.value >= Decimal::TEN && script.one_at(end, COUNTED).is_some();
    let opens = next == Some('（');
    let listed = next == Some('、') && between_counts(passage, count);
    if !is_stop(next) && !joins && !counted && !opens && !listed {
        return;
    }
    // 已达近500: all words of reaching.
    let mut noun_end = before;
    let mut reaches = count.marked;
    while let Some(word) = script
        .one_before(noun_end, REACHES)
        .filter(|word| noun_end - word.chars().count() >= count.lead.start)
    {
        noun_end -= word.chars().count();
        reaches = true;
    }
    noun_end -= usize::from(
        reaches && noun_end > count.lead.start && matches!(script.before(noun_end), Some('已' | '曾')),
    );
    let verb =
        script.one_before(noun_end, VERBS).filter(|word| noun_end - word.chars().count() >= count.lead.start);
    if (!reaches && is_year(count)) || is_dialled(passage, count, reaches) {
        return;
    }
    let clause = passage.clause(count.number.start);
    let noun = count.lead.start..noun_end;
    let lasts = is_stop(next) && lasts(passage, count);
    if !lasts
        && passage.has(count.lead.start.min(clause.start.max(before.saturating_sub(8)))..before, NOT_COUNTED)
    {
        return;
    }
    let led = match () {
        // 组织350志愿者, 吸引近500参加, 为68困难学生送去
        () if lasts => true,
        () if joins || counted => {
            reaches || verb.is_some() || counted && script.one_before(noun_end, GIVEN_TO).is_some()
        }
        () if between_counts(passage, count) => is_noun(passage, noun.clone()),
        () => is_counted(passage, count, noun, clause, reaches, verb),
    };
    if !led {
        return;
    }
    let start =
        verb.map_or(noun_end, |word| noun_end - word.chars().count()).max(count.lead.start).min(before);
    let start = if reaches || verb.is_some() { start } else { before };
    let range = start..end;
    let words = passage.words(range.clone()).to_string();
    verdicts.push(
        Flaw::new(RULE.name, range, format!("「{words}」后面没有量词，请补上单位，如人、名、个、次。"))
            .severity(Severity::Warning)
            .figures(passage.words(count.number.clone()).to_string(), "数字加量词"),
    );
}

/// True where a number at the end of its clause counts the noun before it.
fn is_counted(
    passage: &Passage,
    count: &Count,
    noun: Range<usize>,
    clause: Range<usize>,
    reaches: bool,
    verb: Option<&str>,
) -> bool {
    let script = passage.script();
    let end = noun.end;
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '”' | '》' | '）');
    let named =
        script.one_before(end, NAMED).is_some() && script.one_before(end, COUNTED_ALL_THE_SAME).is_none();
    let acted = passage.has(clause.start.max(end.saturating_sub(24))..end, VERBS);
    let name = script.one_before(end, NAMED_WITHOUT_VERB).is_some() && !acted;
    if named || name {
        return false;
    }
    let bracket = script.get(count.whole.end) == Some('（');
    // 多达500， at the beginning of a clause belongs to the noun of the clause before.
    if noun.is_empty() {
        return reaches && !bracket && clause.start > 0;
    }
    if !script.before(end).is_some_and(chinese) {
        return false;
    }
    if reaches {
        return !bracket || noun.len() >= 2;
    }
    let exists = passage
        .has(clause.start.max(end.saturating_sub(40))..end, &["共有", "现有", "建有", "设有", "拥有", "共"]);
    let built = passage.has(clause.start..end, BUILT) && noun.len() >= 3;
    let enough = count.value >= if built { Decimal::TWO } else { Decimal::TEN };
    // Its neighbours are counts with their units: 发展团员64名，推优38，举办培训2期.
    let beside = || {
        let sentence = passage.sentence(count.number.start);
        let near = sentence.start.max(clause.start.saturating_sub(30))..sentence.end.min(clause.end + 30);
        let found = passage.mentions().get(passage.reading.within(near)).unwrap_or_default();
        found
            .iter()
            .filter(|it| it.kind == Kind::Count && !matches!(it.unit, "年" | "天" | "日" | "岁"))
            .count()
            >= 2
    };
    // 上半年完成34: what was completed, and its unit, stand elsewhere.
    enough
        && match verb {
            Some("推优") => true,
            Some(verb) => noun.len() > verb.chars().count() + 3 || beside(),
            None => noun.len() >= 2 && (acted || exists || !bracket && beside()),
        }
}

/// 建设者120人、环卫工人85、民警46人: its neighbours in the row are counts with their units.
fn between_counts(passage: &Passage, count: &Count) -> bool {
    let mentions = passage.mentions();
    let at = mentions.partition_point(|it| it.number.start < count.number.start);
    let script = passage.script();
    let short =
        |label: Range<usize>| label.len() <= 14 && !script.has(label, &["，", "。", "；", "：", "\n"]);
    let counts = |it: &Mention| it.kind == Kind::Count && !matches!(it.unit, "年" | "天" | "日" | "岁");
    let joined = |one: &Mention, other: &Mention| {
        counts(one) && script.get(one.range.end) == Some('、') && short(one.range.end..other.range.start)
    };
    let (Some(before), Some(this)) = (at.checked_sub(1).and_then(|at| mentions.get(at)), mentions.get(at))
    else {
        return false;
    };
    let next = mentions.get(at + 1).filter(|next| {
        counts(next) && script.get(this.range.end) == Some('、') && short(this.range.end..next.range.start)
    });
    let second = at.checked_sub(2).and_then(|at| mentions.get(at));
    joined(before, this) && (next.is_some() || second.is_some_and(|second| joined(second, before)))
}

/// Two characters or more that name no number.
fn is_noun(passage: &Passage, noun: Range<usize>) -> bool {
    let script = passage.script();
    noun.len() >= 2
        && (script.one_before(noun.end, NAMED).is_none()
            || script.one_before(noun.end, COUNTED_ALL_THE_SAME).is_some())
}

fn is_year(count: &Count) -> bool {
    count.value >= Decimal::from(1900) && count.value <= Decimal::from(2100) && !count.marked
}

/// Numbers that are dialled or name a group, not counted.
fn is_dialled(passage: &Passage, count: &Count, reaches: bool) -> bool {
    let digits = passage.words(count.number.clone()).to_string();
    let short = ["110", "119", "120", "122", "114", "985", "211", "996", "4050"].contains(&digits.as_str());
    let long = digits.len() == 5
        && (digits.starts_with("12") || digits.starts_with("96") || digits.starts_with("10"));
    (!reaches && (short || long))
        || digits.starts_with('0')
        || (digits.is_ascii() && digits.len() > 7 && !digits.contains(','))
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_count_has_its_measure_word() {
        wrong(
            "unit-missing",
            &[
                ("招募突击队员达350，开展防汛演练22次。", "达350"),
                ("服务留守儿童达640，得到家长好评。", "达640"),
                ("注册志愿者共有1200，队伍不断壮大。", "1200"),
                ("发放宣传资料3000，覆盖12个村。", "3000"),
                ("吸引青年近500，反响热烈。", "近500"),
                ("培训团干部260。", "260"),
                ("青年志愿者已增至368，平均每社区31人。", "368"),
                ("发展新团员64名，推优38，举办培训班2期。", "推优38"),
                ("登记在册的青年志愿者已达四百二十，队伍壮大。", "四百二十"),
                ("共有村（社区）团支部327，配备书记327名。", "327"),
                ("吸引1200余参加，气氛热烈。", "1200余"),
                ("组织350志愿者参与保障。", "350"),
                ("建成青年之家26（今年新建5个）。", "26"),
                ("看望退役军人30人、护林员25、村医18人。", "25"),
                ("发放书包60个、台灯45盏、字典80。", "80"),
                ("依托闲置校舍建成青年书屋7，免费开放。", "7"),
                ("为52留守儿童送去新书包。", "52"),
                ("志愿服务总时长达2.3万，居民称赞。", "2.3万"),
                ("深入车间开展安全讲座4，覆盖职工600人。", "4"),
            ],
        );
        right(&[
            "团员总人数达350，其中女团员120人。",
            "拨打12355，获得帮助。",
            "排名全市第3，受到表彰。",
            "位居全市前10，成绩突出。",
            "心理热线接通0991，全天开放。",
            "项目始于2019，持续至今。",
            "建有团组织（机关18、村和社区15）。",
            "阅读量达58万，点赞3万。",
            "满意度得分98，居全市前列。",
            "志愿者人数由860增至1240，覆盖面扩大。",
            "推文点赞3600，转发1280。",
            "教室设在综合楼302，食宿由团校安排。",
            "服务4050人员就业，送岗位620条。",
            "综合评分九十六，获评优秀。",
            "从0到1，最难的是头一步。",
            "数百青年、千余群众参加植绿。",
            "面向985高校学子提供岗位120个。",
            "得赞成票52，反对票0。",
            "第一小组30人、第二小组25人、第三小组18人。",
            "机关18、村15、企业8个。",
            "建成“未来工坊2”，对外开放。",
            "为985高校学生开放实习岗位。",
            "得票数为张某46票、李某38票、弃权3。",
        ]);
    }
}
