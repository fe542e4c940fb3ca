//! # What it does
//! Finds a total that is not the count times the rate beside it.
//! # Why it is bad
//! One of the three figures is wrong.
//! # Example
//! 8名对象每人帮扶12次，总计86次。
//! # Use instead
//! 8名对象每人帮扶12次，总计96次。

use super::{Rule, Scope};
use crate::check::arithmetic::{like, plain, prints_as};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention, measure};
use rust_decimal::Decimal;

/// The rule.
pub const RULE: Rule = Rule { name: "product-mismatch", title: "乘积不符", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, rate) in passage.mentions().iter().enumerate() {
        if !rate.counts() {
            continue;
        }
        let Some(per) = per(passage, index) else { continue };
        // Any count that gives the total is enough; only where none does is the nearest one told.
        let mut nearest = None;
        for (at, count) in counted(passage, index, &per) {
            match judge(passage, index, rate, &per, at, count) {
                Verdict::Fits(product, total) => {
                    verdicts.agree(|| {
                        let sign = if total.value == product { "=" } else { "≈" };
                        let (count_words, rate_words) = (plain(count.value), plain(rate.value));
                        let words =
                            format!("{count_words} × {rate_words} {sign} {}", like(total.value, total));
                        let related = [count.range.clone(), rate.range.clone()];
                        Agreement::new(RULE.name, total.range.clone(), related, words)
                    });
                    nearest = None;
                    break;
                }
                Verdict::Differs(flaw) => nearest = nearest.or(Some(flaw)),
                Verdict::Silent => {}
            }
        }
        verdicts.extend(nearest);
    }
}

enum Verdict<'p> {
    /// The product, and the total that agrees with it.
    Fits(Decimal, &'p Mention),
    Differs(Flaw),
    Silent,
}

/// What the rate is given for: 每名讲师, 户均, 平均每场.
struct Per {
    /// The measure word of what is counted: 名, 户, 场.
    unit: &'static str,
    /// The noun behind it, where one stands: 讲师.
    noun: String,
    /// Where the word 每 or 均 stands.
    at: usize,
    /// 平均: a rounded quotient.
    average: bool,
    /// 每周, 每月: only a stated number of weeks and a stated total make a product.
    time: bool,
}

fn per(passage: &Passage, index: usize) -> Option<Per> {
    let lead = passage.lead(index);
    let script = passage.script();
    let words = passage.words(lead.clone());
    if !words.contains(['每', '均', '各']) {
        return None;
    }
    if ["至少", "最多", "不少", "不低", "左右", "约", "近"].iter().any(|word| words.contains(word))
    {
        return None;
    }
    if let Some(at) = (lead.start..lead.end).rev().find(|at| script.get(*at) == Some('每')) {
        let average = script.ends(at, "平均") || words.contains("平均");
        let one = at + 1 + usize::from(script.get(at + 1) == Some('一'));
        let month = (script.get(one) == Some('月')).then_some((1, "个月"));
        let (length, unit) = month.or_else(|| measure::at(script, one))?;
        let behind = passage.words(one + length..lead.end);
        let noun: String = behind
            .chars()
            .take_while(|c| !"的都均将共平需可能捐资帮联开宣参举邀服走组结培授完每".contains(*c))
            .take(8)
            .collect();
        // 每日 goes with 40天; 每月 with 6个月.
        let unit = if unit == "日" { "天" } else { unit };
        let time = matches!(unit, "年" | "天" | "周" | "个月" | "小时");
        return Some(Per { unit, noun: if time { String::new() } else { noun }, at, average, time });
    }
    // 12个团支部各推荐2名: the count stands right before 各.
    if let Some(at) = (lead.start..lead.end).rev().find(|at| script.get(*at) == Some('各'))
        && lead.end - at <= 6
        && !script.get(at + 1).is_some_and(|c| "级类项地界自方个位种校处单".contains(c))
    {
        let (_, count) = passage.earlier(index).next()?;
        let noun = passage.words(count.range.end..at);
        let direct = count.counts() && noun.chars().count() <= 10 && !noun.contains(['，', '。', '、', '；']);
        return direct.then_some(Per {
            unit: count.unit,
            noun: String::new(),
            at,
            average: false,
            time: false,
        });
    }
    let at = (lead.start..lead.end).rev().find(|at| script.get(*at) == Some('均'))?;
    let unit = match script.before(at)? {
        '户' => "户",
        '人' => "人",
        '场' => "场",
        '次' => "次",
        '家' => "家",
        '期' => "期",
        '校' => "所",
        _ => return None,
    };
    // 均已, 均为 say something of all of them.
    (lead.end - at <= 6).then_some(Per { unit, noun: String::new(), at, average: true, time: false })
}

/// The figures that may say how many there are, nearest first.
fn counted<'p>(
    passage: &'p Passage,
    index: usize,
    per: &'p Per,
) -> impl Iterator<Item = (usize, &'p Mention)> + 'p {
    passage.earlier(index).chain(passage.later(index).take(1)).filter(move |(at, it)| {
        // 每周2次，连续10周: the number of weeks may stand behind the rate.
        if *at > index {
            let label = passage.words(passage.lead(*at));
            let lasts = ["连续", "历时", "共", "为期", "持续", "坚持", "，"];
            return it.counts()
                && measure::compatible(it.unit, per.unit)
                && (label.is_empty() || lasts.iter().any(|word| label.contains(word)));
        }
        // 25支宣讲队，每队: the noun stands for the measure word.
        let by_noun = passage.words(it.range.end..passage.tail(*at).end.min(per.at)).ends_with(per.unit)
            // 托管班6个，每班: or before the figure.
            || it.unit == "个" && passage.words(passage.lead(*at)).ends_with(per.unit);
        let same = by_noun || measure::compatible(it.unit, per.unit);
        if !(it.counts() && same) || it.number.start > per.at {
            return false;
        }
        // 每个小组 after 4个街道: the nouns must have a character in common.
        let noun = passage.words(passage.tail(*at));
        let label = passage.words(passage.lead(*at));
        let specific = matches!(per.unit, "个" | "支" | "家" | "项" | "所");
        per.noun.is_empty()
            || (noun.is_empty() && label.is_empty())
            || !specific
            || per.noun.chars().any(|c| noun.contains(c) || label.contains(c))
    })
}

fn judge<'p>(
    passage: &'p Passage,
    index: usize,
    rate: &Mention,
    per: &Per,
    at: usize,
    count: &Mention,
) -> Verdict<'p> {
    let sentence = passage.sentence(rate.number.start);
    let each = passage.words(sentence.clone());
    // A chain of two rates has more factors than this rule knows.
    if each.matches('每').count() > 1
        || each.contains("分别")
        || each.contains('各') && !per_is_each(passage, per)
    {
        return Verdict::Silent;
    }
    let Some(product) = count.value.checked_mul(rate.value) else { return Verdict::Silent };
    let fits = |it: &Mention| {
        let (rate_low, rate_high) = if per.average {
            (rate.value.saturating_sub(rate.step), rate.value.saturating_add(rate.step))
        } else {
            rate.interval()
        };
        let (low, high) =
            (count.value.saturating_mul(rate_low.min(rate_high)), count.value.saturating_mul(rate_high));
        prints_as(low, high, it) || (it.interval().0 <= high && it.interval().1 >= low)
    };
    let candidates = passage
        .later(index)
        .chain(passage.earlier(index))
        .filter(|(place, it)| {
            *place != at
                && (!per.time || *place > index.max(at))
                && it.kind == Kind::Count
                && !it.range_start
                && !it.range_end
                && !it.quoted
        })
        .filter(|(_, it)| measure::adds_up_to(rate.unit, it.unit))
        .collect::<Vec<_>>();
    if let Some((_, total)) = candidates.iter().find(|(_, it)| fits(it)) {
        return Verdict::Fits(product, total);
    }
    let total = candidates.into_iter().find(|(place, it)| is_total(passage, *place, it, rate, per, index));
    let Some((_, total)) = total else { return Verdict::Silent };
    if !total.exact() {
        return Verdict::Silent;
    }
    let equals = like(product, total);
    let times = format!("{} × {}", plain(count.value), plain(rate.value));
    let sign = if per.average { "≈" } else { "=" };
    let message = format!("{times} {sign} {equals}，文中为 {}，请核对。", like(total.value, total));
    Verdict::Differs(
        Flaw::new(RULE.name, total.range.clone(), message)
            .figures(passage.shown(total), equals)
            .related([count.range.clone(), rate.range.clone()]),
    )
}

fn per_is_each(passage: &Passage, per: &Per) -> bool {
    passage.script().get(per.at) == Some('各')
}

/// True for a figure that says it is the total, or the sum of money that was given out.
fn is_total(
    passage: &Passage,
    place: usize,
    total: &Mention,
    rate: &Mention,
    per: &Per,
    index: usize,
) -> bool {
    let lead = passage.words(passage.lead(place));
    if per.time
        && !["总计", "共计", "累计", "合计", "总共", "一共", "共", "总"]
            .iter()
            .any(|word| lead.contains(word))
    {
        return false;
    }
    if ["其中", "首", "去年", "已", "目标", "计划", "每"].iter().any(|word| lead.contains(word)) {
        return false;
    }
    let says =
        ["总计", "共计", "累计", "合计", "总共", "一共", "共", "总"].iter().any(|word| lead.contains(word));
    let money = total.unit == "元"
        && rate.unit == "元"
        && [
            "发放",
            "资助",
            "投入",
            "支付",
            "使用",
            "慰问金",
            "补贴",
            "助学金",
            "奖学金",
            "拨付",
            "支出",
            "资金",
        ]
        .iter()
        .any(|word| lead.contains(word));
    let gives = total.unit == rate.unit && per.average && place < index && (place + 3 > index);
    let behind = place > index
        && total.unit == rate.unit
        && place == index + 1
        && ["完成", "实现", "募集", "配书", "配备", "捐赠", "服务时长", "开展", "宣讲"]
            .iter()
            .any(|word| lead.contains(word));
    says || money || gives || behind && !per.average
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn count_times_rate_is_the_total() {
        wrong(
            "product-mismatch",
            &[
                ("8名对象每人帮扶12次,总计86次。", "86次"),
                ("选聘12名青年讲师,每名讲师宣讲4场,总计宣讲46场。", "46场"),
                ("举办活动5期，每期邀请30名青年，累计参加180人次。", "180人次"),
                ("帮扶学生45名,每名学生资助2000元,发放助学金8万元。", "8万元"),
                ("走访困难青少年136户，发放慰问金8.6万元，户均500元。", "8.6万元"),
                ("12个团支部各选派3名队员，共选派38名。", "38名"),
                ("开办托管班5个，每班接收20名儿童，共接收120名。", "120名"),
                ("每月集中学习2次，连续6个月，累计学习14次。", "14次"),
                ("组建18支突击队，每支队伍10人，共有队员160人。", "160人"),
                ("募集图书36000册，建成图书角90个，平均每个图书角配书300册。", "36000册"),
            ],
        );
        right(&[
            "8名对象每人帮扶12次,总计96次。",
            "走访困难青少年136户,发放慰问金6.8万元,户均500元。",
            "帮扶学生45名,每名学生资助2000元,发放助学金9万元。",
            "举办培训2期，每期3天，共培训120人。",
            "举办活动5期，每期邀请30名左右青年，累计参加160人次。",
            "每名团干部联系青年100名，全镇34名团干部全部完成结对。",
            "募集图书3.6万册(36000册),建成图书角90个,平均每个图书角配书400册。",
            "12个团支部各选派3名队员，共选派36名。",
            "每周巡查2次，坚持8周，累计巡查16次。",
            "每周开放5天，累计服务群众320人次。",
            "4个片区各有特色，共建成阵地20个。",
            "组织活动6场，每场不少于50人，共360人参加。",
        ]);
    }
}
