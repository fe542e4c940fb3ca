//! # What it does
//! Finds an announced number of items that is not the number of items listed.
//! # Why it is bad
//! An item was forgotten, or the number was not brought up to date.
//! # Example
//! 共有5家，分别为甲、乙、丙、丁。
//! # Use instead
//! 共有4家，分别为甲、乙、丙、丁。

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Mention;
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "list-count-mismatch", title: "列举数目不符", scope: Scope::Passage(check) };

const INTRODUCTIONS: &[&str] = &[
    "分别为",
    "分别是",
    "分别有",
    "分别在",
    "具体为",
    "具体是",
    "具体包括",
    "主要包括",
    "包括",
    "依次为",
    "依次是",
    "它们是",
    "即",
    "主要为",
    "主要是",
    "涵盖",
];

const ORDERS: &[&[&str]] = &[
    &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"],
    &["一要", "二要", "三要", "四要", "五要", "六要", "七要", "八要", "九要", "十要"],
    &["一抓", "二抓", "三抓", "四抓", "五抓", "六抓", "七抓", "八抓", "九抓", "十抓"],
    &["第一，", "第二，", "第三，", "第四，", "第五，", "第六，", "第七，", "第八，", "第九，", "第十，"],
    &["第一、", "第二、", "第三、", "第四、", "第五、", "第六、", "第七、", "第八、", "第九、", "第十、"],
    &["其一，", "其二，", "其三，", "其四，", "其五，", "其六，", "其七，", "其八，", "其九，", "其十，"],
    &["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）", "（十）"],
    &["（1）", "（2）", "（3）", "（4）", "（5）", "（6）", "（7）", "（8）", "（9）", "（10）"],
    &["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"],
    &["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "10."],
    &["1、", "2、", "3、", "4、", "5、", "6、", "7、", "8、", "9、", "10、"],
];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, announced) in passage.mentions().iter().enumerate() {
        let small = announced.value >= Decimal::TWO && announced.value <= Decimal::from(30);
        if !announced.counts()
            || !small
            || announced.decimals > 0
            || announced.scaled
            || matches!(
                announced.unit,
                "元" | "天" | "年" | "小时" | "人次" | "个月" | "岁" | "分钟" | "公里"
            )
        {
            continue;
        }
        let counted = ordered(passage, announced)
            .or_else(|| introduced(passage, announced))
            .or_else(|| quoted_before(passage, announced))
            .or_else(|| named_before(passage, index, announced));
        let Some((least, most, list)) = counted else { continue };
        let (least, most) = (Decimal::from(least), Decimal::from(most));
        if announced.value >= least && announced.value <= most {
            // With 等 at the end any number may be meant: nothing was compared.
            if most <= Decimal::from(30) {
                verdicts.agree(|| {
                    let words = format!("列出 {} 项", plain(announced.value));
                    Agreement::new(RULE.name, announced.range.clone(), [list], words)
                });
            }
            continue;
        }
        let listed = plain(if announced.value < least { least } else { most });
        let end = passage.tail(index).end.min(announced.range.end + 16).max(announced.range.end);
        let end = if passage.script().get(end).is_some_and(|c| matches!(c, '：' | '，' | '。')) {
            end
        } else {
            announced.range.end
        };
        let message = format!(
            "前面说的是{}，后面列出的是 {listed} 项，请核对数目或补上遗漏的内容。",
            passage.shown(announced)
        );
        verdicts.push(
            Flaw::new(RULE.name, announced.range.start..end, message)
                .figures(passage.shown(announced), listed)
                .related([list]),
        );
    }
}

type Counted = (usize, usize, Range<usize>);

/// 四项重点工作：一是…二是…三是…
fn ordered(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let start = announced.range.end;
    let reach = (start + 28).min(script.len());
    let (mut at, order) = (start..reach).find_map(|at| {
        let before = matches!(script.before(at), Some('，' | '：' | '。' | '；' | '\n' | '（' | '、'));
        if !before {
            return None;
        }
        let order = ORDERS.iter().find(|order| order.first().is_some_and(|first| script.at(at, first)))?;
        Some((at, order))
    })?;
    let between = script.string(start..at);
    // Another figure, or a whole sentence between, and the list belongs to something else.
    let sentence_between =
        between.trim_end_matches(['。', '\n', '：', '，', '；']).contains(['。', '\n', '；']);
    let direct = between.ends_with(['：', '\n', '，', '。']) && !sentence_between;
    if !direct
        || !passage.reading.within(start..at).is_empty()
        || between.contains("其中")
        || between.contains('“') && between.chars().count() > 20
    {
        return None;
    }
    let first = at;
    let line_start = matches!(script.before(at), Some('\n'));
    let mut count = 0;
    for (place, word) in order.iter().enumerate() {
        let limit = if place == 0 { at + 1 } else { (at + 1500).min(script.len()) };
        // A list that begins its lines goes on at the beginning of lines.
        let found = (at..limit).find(|here| {
            script.at(*here, word)
                && script
                    .before(*here)
                    .is_some_and(|c| if line_start { c == '\n' } else { "，：。；\n、）”".contains(c) })
        });
        let Some(found) = found else { break };
        count = place + 1;
        at = found + 1;
    }
    let last = at;
    // A second 一是 before the count is reached: two lists run into each other.
    let nested = order.first().is_some_and(|word| script.find(first + 1..last, word).is_some());
    (count >= 2 && !nested && count < 10).then(|| (count, count, first..passage.clause(last).end))
}

/// 共有5家，分别为甲、乙、丙和丁
fn introduced(passage: &Passage, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let sentence = passage.sentence(announced.number.start);
    let start = announced.range.end;
    let reach = (start + 45).min(sentence.end);
    let (word, at) = (start..reach)
        .find_map(|at| {
            let before = matches!(script.before(at), Some('，' | '：' | '（' | '；' | '、')) || at == start;
            if !before {
                return None;
            }
            let word = script.one_at(at, INTRODUCTIONS)?;
            Some((word, at + word.chars().count()))
        })
        .or_else(|| colon(passage, announced, reach))?;
    // 其中…包括…, or a figure between: the list is of something else.
    let between = start..at;
    if passage.has(between.clone(), &["其中", "。"]) || !passage.reading.within(between.clone()).is_empty()
    {
        return None;
    }
    let at = at + usize::from(matches!(script.get(at), Some('：')));
    let end = list_end(passage, at, sentence.end);
    let list = at..end;
    if list.len() < 3 || has_counts(passage, &list) {
        return None;
    }
    count_items(passage, list, word)
}

/// 三个方面：思想引领、组织建设、队伍建设
fn colon<'w>(passage: &Passage, announced: &Mention, reach: usize) -> Option<(&'w str, usize)> {
    let script = passage.script();
    let start = announced.range.end;
    let at = (start..reach.min(start + 14)).find(|at| script.get(*at) == Some('：'))?;
    let noun = script.string(start..at);
    (!noun.contains(['，', '、', '（', '。'])).then_some(("：", at + 1))
}

/// Where a list ends: at the end of the sentence, or at a comma behind a list that is made with 、.
fn list_end(passage: &Passage, start: usize, limit: usize) -> usize {
    let script = passage.script();
    let limit = limit.min(start + 400);
    let mut depth = 0i32;
    let quoted = |at: usize| passage.reading.outline.quote(at).is_some();
    let mut marks = 0;
    for at in start..limit {
        match script.get(at) {
            Some('（') => depth += 1,
            Some('）') if depth == 0 => return at,
            Some('）') => depth -= 1,
            Some('、') if depth == 0 && !quoted(at) => marks += 1,
            Some('；' | '。' | '\n' | '！') if depth == 0 && !quoted(at) => return at,
            Some('，') if depth == 0 && marks > 0 && !quoted(at) => return at,
            _ => {}
        }
    }
    limit
}

/// A list of counts is a matter of sums.
fn has_counts(passage: &Passage, list: &Range<usize>) -> bool {
    let within = passage.reading.within(list.clone());
    passage
        .mentions()
        .get(within)
        .is_some_and(|inside| inside.iter().any(|it| !it.quoted && !it.unit.is_empty()))
}

fn count_items(passage: &Passage, list: Range<usize>, word: &str) -> Option<Counted> {
    let script = passage.script();
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut depth = 0i32;
    let mut from = list.start;
    let mut quotes_touch = 0;
    for at in list.clone() {
        let quoted = passage.reading.outline.quote(at).is_some();
        match script.get(at) {
            Some('（') => depth += 1,
            Some('）') => depth -= 1,
            Some('、') if depth == 0 && !quoted => {
                items.push(from..at);
                from = at + 1;
            }
            Some('，') if depth == 0 && !quoted => return None,
            Some('“' | '《') if depth == 0 && matches!(script.before(at), Some('”' | '》')) => {
                quotes_touch += 1
            }
            _ => {}
        }
    }
    items.push(from..list.end);
    let tail = script.string(list.clone());
    // “甲”“乙”“丙”: quotation marks stand side by side without a 、.
    if quotes_touch > 0 && items.len() == 1 {
        let conjunction = ["”和“", "”及“", "”以及“", "”与“", "》和《", "》及《"]
            .iter()
            .filter(|word| tail.contains(**word))
            .count();
        let count = quotes_touch + 1 + conjunction;
        return (!tail.contains('等')).then_some((count, count, list));
    }
    let last = items.pop()?;
    let open = open_end(script.string(last.clone()));
    let whole_items = items.len();
    // A list of one entry says nothing unless a 和 splits it.
    let (least, most) = split(passage, &items, last);
    let conjunctions: usize =
        items.iter().map(|item| usize::from(conjunction(passage, item).is_some())).sum();
    let (least, most) = (whole_items + least, whole_items + most + conjunctions);
    if most < 2
        || (whole_items == 0 && word != "分别为" && word != "分别是")
        || whole_items == 0 && !passage.has(list.clone(), &["“"])
    {
        return None;
    }
    if open {
        // 等: more may follow, but not fewer.
        return Some((least, 1000, list));
    }
    Some((least, most, list))
}

fn open_end(last: &str) -> bool {
    last.contains('等')
}

fn conjunction(passage: &Passage, item: &Range<usize>) -> Option<(usize, usize)> {
    let script = passage.script();
    let outside = |at: &usize| passage.reading.outline.quote(*at).is_none();
    let word = |at: usize| script.one_at(at, &["以及", "和", "及", "与"]);
    let inner = item.start + 1..item.end.saturating_sub(1);
    inner.filter(outside).find_map(|at| {
        let word = word(at)?;
        let other = script.one_at(at, &["和谐", "和平", "和睦", "及时", "与会", "与时"]).is_some()
            || script.one_before(at, &["以", "参", "普", "涉", "温", "共"]).is_some() && word != "以及";
        (!other).then_some((at, at + word.chars().count()))
    })
}

/// How many items the last entry holds: two where 和 stands between names of one make, one or two
/// where that is not certain.
fn split(passage: &Passage, items: &[Range<usize>], last: Range<usize>) -> (usize, usize) {
    let Some((left_end, right_start)) = conjunction(passage, &last) else { return (1, 1) };
    let (left, right) = (last.start..left_end, right_start..last.end);
    let script = passage.script();
    let quote = |range: &Range<usize>| matches!(script.get(range.start), Some('“' | '《'));
    if quote(&left) && quote(&right) {
        return (2, 2);
    }
    let suffix = |range: &Range<usize>| {
        let words = script.string(range.clone());
        words.chars().rev().take(2).collect::<Vec<char>>()
    };
    let alike = suffix(&left) == suffix(&right) && left.len() >= 3 && right.len() >= 3;
    let like_others = items.len() >= 2 && {
        let lengths = items.iter().map(Range::len);
        let (shortest, longest) = (lengths.clone().min().unwrap_or(0), lengths.max().unwrap_or(0));
        let fits = |range: &Range<usize>| {
            range.len() + 1 >= shortest && range.len() <= longest + 1 && range.len() >= 3
        };
        fits(&left) && fits(&right)
    };
    if alike || like_others { (2, 2) } else { (1, 2) }
}

/// “甲”“乙”“丙”4个品牌, 城关、东坪、柳林等2个乡镇
fn quoted_before(passage: &Passage, announced: &Mention) -> Option<Counted> {
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
    let class = matches!(announced.unit, "个" | "项" | "大" | "种" | "类" | "支" | "家" | "场" | "部" | "篇");
    if count < 2 || !class || !script.get(announced.range.end).is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    Some((count, if open { 1000 } else { count }, at..end))
}

/// What a list of doings is made of; 策划、组织4项活动 lists no activities.
const DOINGS: &[&str] = &[
    "举办", "开展", "组织", "建立", "创建", "培育", "选树", "打造", "实施", "推出", "新建", "成立", "发展",
    "走访", "慰问", "覆盖", "评选", "表彰", "建成", "整改", "解决", "完成", "收集", "发放", "制定", "修订",
    "召开", "申报", "获", "培训", "整理", "推进", "落实", "设立", "开设", "出台", "印发", "吸引", "带动",
];

/// 东关、西坡、南河、北岭5个村: short names in a row and their number with its noun.
///
/// A row of kinds (学校、企业、社区12个点位) may stand for more things than names, so that only one
/// more than listed, or fewer, is told.
fn named_before(passage: &Passage, index: usize, announced: &Mention) -> Option<Counted> {
    let script = passage.script();
    let class = matches!(
        announced.unit,
        "个" | "支" | "家" | "所" | "名" | "位" | "大" | "项" | "类" | "种" | "村" | "镇" | "校" | "县"
    );
    let noun = script.get(announced.range.end).is_some_and(char::is_alphabetic);
    let end = announced.number.start;
    if !class
        || !(noun || announced.unit.chars().all(|c| "村镇校县".contains(c)))
        || passage.lead(index).end != end
    {
        return None;
    }
    let start = passage.clause(end).start;
    let previous = index.checked_sub(1).and_then(|before| passage.mentions().get(before));
    let start = previous.map_or(start, |it| start.max(it.range.end)).max(end.saturating_sub(60));
    let words = script.string(start..end);
    let items: Vec<&str> = words.split('、').collect();
    let short = |item: &&str| (2..=5).contains(&item.chars().count());
    let (first, rest) = items.split_first()?;
    let plain =
        !words.contains(['（', '）', '“', '”', '《', '》', '的', '等', '各', '和', '与', '及', '级', '届']);
    let doing = rest.iter().chain([first]).any(|item| DOINGS.iter().any(|word| item.ends_with(word)))
        || rest.iter().any(|item| DOINGS.iter().any(|word| item.starts_with(word)));
    if rest.len() < 2 || !plain || !rest.iter().all(short) || first.chars().count() < 2 || doing {
        return None;
    }
    let count = items.len();
    let most = Decimal::from(count + 1);
    (announced.value <= most).then_some((count, count, start..end))
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn as_many_items_are_listed_as_were_announced() {
        wrong(
            "list-count-mismatch",
            &[
                ("共有5家,分别为甲社区、乙社区、丙社区、丁社区。", "5家"),
                (
                    "打造4个志愿服务品牌，分别为“河小青”护水行动、“暖冬行”送温暖和“青书房”伴读，知晓度提升。",
                    "4个志愿服务品牌",
                ),
                ("突出抓好四项重点工作:一是抓思想引领;二是抓组织建设;三是抓队伍建设。", "四项重点工作"),
                ("聚焦三个方面：思想引领、组织建设、队伍建设、服务大局。", "三个方面"),
                ("培育“青书房”“青驿站”“青课堂”4个品牌。", "4个品牌"),
                ("深入前营、后营、南庄4个村开展宣讲。", "4个"),
                ("组建了理论、助老、环保三支队伍；理论、助老、环保、应急三支队伍。", "三支队伍。"),
                ("存在三个问题：一是覆盖面不够广；二是活力不足。", "三个问题"),
                ("建成青年之家6个，即城东站、城西站、城南站、城北站和园区站。", "6个"),
            ],
        );
        right(&[
            "共有4家,分别为甲社区、乙社区、丙社区、丁社区。",
            "现有青年汇3家，分别为柳林社区青年汇、滨河社区青年汇和产业园青年汇，其中滨河社区青年汇为新建。",
            "抓好三件实事：一是建驿站，二是办大赛，三是评先进。",
            "形成“1+3+33”模式，即1个团工委、3个片区团委、33个团支部。",
            "走访4个社区，包括城东、城西等。",
            "深入前营、后营、南庄3个村开展宣讲。",
            "在机关、学校、企业12个点位设置展板。",
            "策划、组织、开展2项活动。",
            "收集意见、解决问题、化解矛盾3个环节环环相扣。",
            "培育“青书房”“青驿站”“青课堂”等5个品牌。",
            "建立2项机制，分别为联系和服务制度、考核制度。",
            "开展活动6场，主要包括义诊、理发、家电维修等服务。",
            "召开会议3次，研究部署五四表彰、换届和志愿服务工作。",
        ]);
    }
}
