//! Lists before the number: 甲、乙、丙、丁4个村; “甲”“乙”“丙”三个品牌; 县法院、县检察院等2家单位.

use super::items::conjunction;
use super::{Counted, OPEN};
use crate::check::passage::Passage;
use crate::text::figures::{DateMention, Mention};
use rust_decimal::Decimal;

/// “甲”“乙”“丙”4个品牌, 城关、东坪、柳林等2个乡镇
pub(super) fn quoted(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let mut at = announced.range.start;
    let open = script.before(at) == Some('等');
    at -= usize::from(open);
    let end = at;
    let mut count = 0;
    while matches!(script.before(at), Some('”' | '》')) {
        let start = passage.reading.outline.quote(at.checked_sub(2)?)?.start.checked_sub(1)?;
        count += 1;
        at = start;
        if let Some(word) = script.one_before(at, &["”和", "》和", "”、", "》、", "”及", "》及"])
        {
            at -= word.chars().count() - 1;
        }
        if count > 30 {
            return None;
        }
    }
    // “例会、通报、述职”三项机制: the names may share their quotation marks.
    if count == 1 {
        let inside = passage.reading.outline.quote(end.checked_sub(2)?)?;
        let marks = script.slice(inside.clone()).iter().filter(|c| **c == '、').count();
        count = if marks >= 1 { marks + 1 } else { 1 };
    }
    let class = matches!(announced.unit, "个" | "项" | "大" | "种" | "类" | "支" | "家" | "场" | "部" | "篇");
    if count < 2 || !class || !script.get(announced.range.end).is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    Some((count, if open { OPEN } else { count }, at..end))
}

/// What a list of doings is made of; 策划、组织4项活动 lists no activities.
const DOINGS: &[&str] = &[
    "举办", "开展", "组织", "建立", "创建", "培育", "选树", "打造", "实施", "推出", "新建", "成立", "发展",
    "走访", "慰问", "覆盖", "评选", "表彰", "建成", "整改", "解决", "完成", "收集", "发放", "制定", "修订",
    "召开", "申报", "获", "培训", "整理", "推进", "落实", "设立", "开设", "出台", "印发", "吸引", "带动",
];

/// What doings may be counted as.
const STEPS: &[&str] =
    &["方面", "环节", "步骤", "维度", "举措", "抓手", "领域", "重点", "关口", "层面", "板块", "流程"];

/// Words for kinds of places and people; there may be more of each than one.
const KINDS: &[&str] = &[
    "学校",
    "企业",
    "社区",
    "机关",
    "农村",
    "医院",
    "村",
    "乡镇",
    "街道",
    "园区",
    "商圈",
    "家庭",
    "校园",
    "工地",
    "楼宇",
    "车站",
    "广场",
    "公园",
    "高校",
    "中学",
    "小学",
    "学生",
    "青年",
    "职工",
    "教师",
    "工人",
    "农民",
    "网点",
    "集市",
    "车间",
    "班组",
    "支部",
    "银行",
    "景区",
    "市场",
    "敬老院",
    "福利院",
];

/// 东关、西坡、南河、北岭5个村: short names in a row and their number with its noun.
///
/// A row of kinds (学校、企业、社区12个点位) may stand for more things than names, so that only one
/// more than listed, or fewer, is told; behind 等 only fewer.
pub(super) fn named(passage: &Passage, index: usize, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let class = matches!(
        announced.unit,
        "个" | "支"
            | "家"
            | "所"
            | "名"
            | "位"
            | "大"
            | "项"
            | "类"
            | "种"
            | "村"
            | "镇"
            | "校"
            | "县"
            | "门"
            | "方面"
            | "部"
            | "条"
            | "场"
            | "节"
            | "堂"
            | "期"
            | "处"
            | "座"
            | "环节"
            | "乡"
            | "街"
    );
    let each = matches!(announced.unit, "场" | "节" | "堂" | "期" | "处" | "名" | "位");
    let noun = script.get(announced.range.end).is_some_and(char::is_alphabetic);
    if !class
        || !(noun
            || announced.unit.chars().all(|c| "村镇校县乡街".contains(c))
            || announced.unit == "方面"
            || announced.unit == "环节")
        || passage.lead(index).end != announced.number.start
    {
        return None;
    }
    let mut end = announced.number.start;
    let open = script.before(end) == Some('等');
    if let Some(word) = script.one_before(end, &["等", "这", "共", "一共", "共计"]) {
        end -= word.chars().count();
    }
    let start = passage.clause(announced.number.start).start;
    let previous = index.checked_sub(1).and_then(|before| passage.mentions().get(before));
    let start = previous.map_or(start, |it| start.max(it.range.end)).max(end.saturating_sub(90));
    if !(start..end).any(|at| script.get(at) == Some('、')) {
        return None;
    }
    // “青春建功”行动包括岗位练兵、…: what is called so is none of the list.
    let after = (start..end).rev().find(|at| {
        matches!(script.get(*at), Some('”' | '》' | '）'))
            && !matches!(script.get(at + 1), Some('、' | '和' | '及' | '与'))
    });
    let start = after.map_or(start, |at| at + 1).min(end);
    let words = script.string(start..end);
    let items: Vec<&str> = words.split('、').collect();
    let (first, rest) = items.split_first()?;
    let last = *rest.last()?;
    let from = end - last.chars().count();
    // 甲、乙和丙三个: the last entry may hold two.
    let two = conjunction(passage, &(from..end))
        .map(|(left, right)| (script.string(from..left), script.string(right..end)));
    let mut names: Vec<&str> = rest.split_last()?.1.to_vec();
    match &two {
        Some((left, right)) => names.extend([*left, *right]),
        None => names.push(last),
    }
    let length = |item: &str| item.chars().count();
    let alike = |pick: fn(&str) -> Option<char>| {
        let mut picked = names.iter().map(|item| pick(item));
        let one = picked.next().flatten();
        one.is_some() && picked.all(|it| it == one)
    };
    let made_alike = alike(|item| item.chars().last()) || alike(|item| item.chars().next());
    let short = names.iter().all(|item| (2..=if made_alike { 14 } else { 5 }).contains(&length(item)));
    let plain = !words.contains(['（', '）', '“', '”', '《', '》', '各', '级', '届', '：'])
        && !rest.iter().any(|item| item.contains(['的', '等']))
        && !first.ends_with('等')
        && (two.is_some()
            || !rest.iter().any(|item| item.chars().skip(1).any(|c| matches!(c, '和' | '与' | '及'))));
    let doing = names.iter().chain([first]).any(|item| DOINGS.iter().any(|word| item.ends_with(word)))
        || names.iter().any(|item| DOINGS.iter().any(|word| item.starts_with(word)));
    // 收集意见、解决问题、化解矛盾三个环节: where steps or fields are counted, doings are what is listed.
    let steps = (announced.range.start..announced.range.end + 4).any(|at| script.one_at(at, STEPS).is_some());
    let doing = doing && !steps;
    let least = if two.is_some() { 1 } else { 2 };
    if rest.len() < least || names.len() < 2 || !plain || !short || length(first) < 2 || doing {
        return None;
    }
    let count = names.len() + 1;
    let kinds = !matches!(announced.unit, "类" | "种" | "方面" | "大")
        && names.iter().filter(|item| KINDS.contains(item)).count() >= 2;
    let fewest = if two.is_some() && !made_alike { count - 1 } else { count };
    if open {
        // 学校、社区、企业等2类: kinds before 等 are told as well.
        return made_alike.then_some((fewest, OPEN, start..end));
    }
    let more = announced.value > Decimal::from(count);
    if more && (kinds || each || announced.value > Decimal::from(count + 1)) {
        return None;
    }
    Some((fewest, count, start..end))
}

/// 分别于1月15日、3月4日和6月10日召开三次: as many dates as times.
///
/// Two may fall on one day, and one may last for days: without 分别 only fewer than dates are told,
/// and none where dates touch.
pub(super) fn dated(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    if !matches!(announced.unit, "次" | "场" | "期" | "批" | "轮" | "场次") {
        return None;
    }
    let sentence = passage.sentence(announced.number.start);
    let from = sentence.start.max(announced.range.start.saturating_sub(80));
    let dates = passage.reading.dates_within(from..announced.range.start);
    let last = dates.last()?;
    let verb = script.string(last.range.end..announced.range.start.max(last.range.end));
    if verb.chars().count() > 12
        || verb.contains(['、', '。', '；', '：', '第', '每', '再', '又', '至', '前'])
    {
        return None;
    }
    let joined = |one: &DateMention, next: &DateMention| {
        matches!(
            script.string(one.range.end..next.range.start.max(one.range.end)),
            "、" | "和" | "及" | "以及" | "与"
        )
    };
    let first =
        dates.windows(2).rev().take_while(|pair| matches!(pair, [one, next] if joined(one, next))).count();
    let row = dates.get(dates.len() - 1 - first..)?;
    let plain = row.iter().all(|it| it.month.is_some() && it.part.is_none() && !it.range_end && !it.quoted);
    let days = row.iter().all(|it| it.day.is_some());
    let months = row.iter().all(|it| it.day.is_none());
    let touch = row.windows(2).any(|pair| {
        matches!(pair, [one, next] if one.month == next.month && one.day.zip(next.day).is_some_and(|(a, b)| a + 1 >= b))
    });
    let start = row.first()?.range.start;
    let each = script.has(start.saturating_sub(4).max(from)..start, &["分别", "先后"]);
    let open = script.one_at(last.range.end, &["等", "前后", "至", "-"]).is_some();
    let count = row.len();
    let apart = announced.value - Decimal::from(count);
    if count < 2 || !plain || !(days || months && each) || touch || open || apart.abs() > Decimal::ONE {
        return None;
    }
    Some((count, if each { count } else { OPEN }, start..last.range.end))
}
