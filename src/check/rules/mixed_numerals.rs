//! # What it does
//! Finds two numeral styles within one figure or one parallel list.
//! # Why it is bad
//! GB/T 15835 asks for one style in one place; a mixed one looks copied together.
//! # Example
//! 3千5百人次；评选青工12名、青年文明号五个、岗位能手20名。
//! # Use instead
//! 3500人次；评选青工12名、青年文明号5个、岗位能手20名。

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mention, Style};
use crate::text::numeral;
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "mixed-numerals", title: "数字写法不一", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for mention in passage.mentions() {
        if mention.style == Style::Mixed {
            let words = passage.shown(mention);
            let unit = if mention.kind == Kind::Percent { "%" } else { "" };
            let written = format!("{}{unit}", plain(mention.value));
            verdicts.push(
                Flaw::new(
                    RULE.name,
                    mention.range.clone(),
                    format!("「{words}」混用了两种数字写法，请统一，如「{written}」。"),
                )
                .severity(Severity::Warning)
                .figures(words, written),
            );
        }
    }
    for pair in passage.mentions().windows(2) {
        let [from, to] = pair else { continue };
        if from.range_start && to.range_end && from.style != to.style && from.kind != Kind::Percent {
            verdicts.push(list(passage, from.range.start..to.range.end));
        }
    }
    dates(passage, verdicts);
    lists(passage, verdicts);
    rows(passage, verdicts);
}

/// 五月15日, 四月至6月: a date or a range of dates in two styles. 2026年一季度 is no such one.
fn dates(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mixed = |range: Range<usize>| {
        let letters = script.slice(range);
        let spelled = |c: &char| numeral::digit(*c).is_some() || matches!(c, '十' | '廿');
        letters.iter().any(char::is_ascii_digit) && letters.iter().any(spelled)
    };
    let dates = &passage.reading.dates;
    let mut told = 0;
    for (index, date) in dates.iter().enumerate() {
        if date.month.is_none() || date.named || date.quoted || date.range.start < told {
            continue;
        }
        let next = dates.get(index + 1).filter(|next| {
            let word = script.one_at(date.range.end, &["--", "至", "到", "-", "~"]);
            let joined = word.is_some_and(|word| date.range.end + word.chars().count() == next.range.start);
            joined && next.month.is_some()
        });
        let range = date.range.start..next.map_or(date.range.end, |next| next.range.end);
        if mixed(range.clone()) {
            told = range.end;
            verdicts.push(list(passage, range));
        }
    }
}

/// 城区8名，乡镇六名，机关5名: a row of three or more behind commas, with one unit and short labels.
fn rows(passage: &Passage, verdicts: &mut Verdicts) {
    let mentions = passage.mentions();
    let next_in_row = |one: &Mention, other: &Mention| {
        let between = one.range.end..other.range.start.max(one.range.end);
        let label = passage.script().slice(between);
        is_entry(one)
            && is_entry(other)
            && one.unit == other.unit
            && (3..=7).contains(&label.len())
            && label.first() == Some(&'，')
            && label.iter().skip(1).all(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
    };
    let mut start = 0;
    while start < mentions.len() {
        let mut end = start + 1;
        while end < mentions.len() && next_in_row(&mentions[end - 1], &mentions[end]) {
            end += 1;
        }
        let row = mentions.get(start..end).unwrap_or_default();
        let chinese = |it: &Mention| it.style == Style::Chinese && it.value > Decimal::TWO;
        if let (Some(first), Some(last)) = (row.first(), row.last())
            && row.len() >= 3
            && row.iter().any(chinese)
            && row.iter().any(|it| it.style == Style::Arabic)
        {
            verdicts.push(list(passage, first.range.start..last.range.end));
        }
        start = end;
    }
}

fn list(passage: &Passage, range: Range<usize>) -> Flaw {
    let words = passage.words(range.clone());
    Flaw::new(RULE.name, range, format!("「{words}」中有的用阿拉伯数字，有的用汉字，请统一写法。"))
        .severity(Severity::Warning)
        .figures(words, "统一用阿拉伯数字")
}

/// Figures that follow one another behind 、 form one list.
fn lists(passage: &Passage, verdicts: &mut Verdicts) {
    let mentions = passage.mentions();
    let mut start = 0;
    while start < mentions.len() {
        let mut end = start + 1;
        while end < mentions.len() && linked(passage, &mentions[end - 1], &mentions[end]) {
            end += 1;
        }
        let row = mentions.get(start..end).unwrap_or_default();
        if let (Some(first), Some(last)) = (row.first(), row.last())
            && row.len() >= 2
            && row.iter().any(|it| it.style == Style::Chinese)
            && row.iter().any(|it| it.style == Style::Arabic)
        {
            verdicts.push(list(passage, first.range.start..last.range.end));
        }
        start = end;
    }
}

fn is_entry(mention: &Mention) -> bool {
    // 一个 is an article more often than a figure, 三成 has no arabic form.
    let article = mention.style == Style::Chinese && mention.value == Decimal::ONE;
    let small = mention.style == Style::Arabic || mention.value <= Decimal::from(99);
    mention.kind == Kind::Count
        && !mention.quoted
        && !article
        && small
        && !matches!(mention.unit, "年" | "天" | "大" | "届" | "个月" | "方面" | "面" | "点" | "级" | "层")
        && (mention.style == Style::Arabic || mention.marks.is_empty())
}

/// The second figure stands in the next place of the same list: 标签12名、标签五个, 3项、五项.
fn linked(passage: &Passage, one: &Mention, other: &Mention) -> bool {
    if !is_entry(one) || !is_entry(other) {
        return false;
    }
    let between = passage.words(one.range.end..other.range.start.max(one.range.end));
    let length = between.chars().count();
    let marks = between.chars().filter(|c| matches!(c, '、' | '，')).count();
    let plain =
        between.chars().all(|c| !matches!(c, '。' | '；' | '：' | '（' | '）' | '\n' | '“' | '”' | '《'));
    let comma = between.contains('，');
    // Behind a comma a list goes on only where the labels are short: 组建队伍3支，开展活动五次.
    plain
        && marks == 1
        && length <= if comma { 1 } else { 14 }
        // …6个，三类支部: another unit behind a comma sums up and is no further entry.
        && (!comma || one.unit == other.unit)
        // …、四星级170个，四个档次合计2328个 does as well.
        && !(comma && passage.has(other.range.end..other.range.end + 6, &["合计", "总计", "共"]))
        && !between.contains("其中")
        && label_alike(&between)
}

fn label_alike(between: &str) -> bool {
    !["坚持", "围绕", "通过", "聚焦", "分为", "覆盖", "涵盖"].iter().any(|word| between.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn one_figure_and_one_list_have_one_style() {
        wrong(
            "mixed-numerals",
            &[
                ("累计参学3千5百人次。", "3千5百人次"),
                ("培训一百20人。", "一百20人"),
                ("观看量达1万五千人次。", "1万五千人次"),
                ("评选“最美青工”12名、青年文明号五个、青年岗位能手20名。", "五个"),
                ("分别为3项、五项、7项。", "3项、五项、7项"),
                ("建成阵地八处、服务站12个。", "八处"),
                ("每组5至八人。", "5至八人"),
                ("选派3十名青年骨干。", "3十名"),
                ("参学率达到百分之85。", "百分之85"),
                ("五月15日召开会议。", "五月15日"),
                ("四月至6月开展核查。", "四月至6月"),
                ("城区8名，乡镇六名，机关5名。", "六名"),
            ],
        );
        right(&[
            "3名个人和2个集体获表彰。",
            "打造一个品牌、3支队伍。",
            "聚焦三大任务，开展活动12场。",
            "落实“三会两制一课”，举办团课48场。",
            "培训两期，参训120人。",
            "募集资金1亿2000万元。",
            "近四成志愿者来自社会，共300名。",
            "2026年一季度开展活动12场，2026年五四前夕表彰3名。",
            "二〇二六年五月十五日召开会议。",
            "3千余名青年到场。",
            "五星级82个，四星级31个，三星级70个，三个档次合计183个。",
        ]);
    }
}
