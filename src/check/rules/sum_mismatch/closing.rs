//! The parts stand first, and their total follows: 机关18个、村15个，共计33个; 三类成果累计….

use super::{Cover, Parts, labels_are_parts};
use crate::check::passage::Passage;
use crate::check::relation::{alike, depth_of, label, row, slip};
use crate::text::figures::Mention;
use rust_decimal::Decimal;

/// Words that say that what stood before is added up.
const SUMS: &[&str] = &[
    "合计",
    "共计",
    "总计",
    "总共",
    "一共",
    "拢共",
    "统共",
    "通共",
    "总和",
    "总数",
    "总量",
    "总额",
    "总人数",
    "总户数",
    "总场次",
    "总场数",
    "总件数",
    "之和",
    "相加",
    "加起来",
    "合起来",
    "加在一起",
    "合在一起",
    "加到一起",
    "合到一起",
    "合到一处",
    "合在一处",
    "合到一块",
    "合在一块",
    "凑到一起",
    "凑在一起",
    "拢到一起",
    "拢到一块",
    "算到一起",
    "算在一起",
    "算下来",
    "加总",
];

/// Words that may say so, and often only say how many there are in all.
const WEAK: &[&str] = &["累计", "共"];

/// 共 as a part of another word.
const NOT_SUMS: &[&str] =
    &["共青", "共同", "共建", "共享", "共产", "共话", "共赴", "共创", "共庆", "共谋", "共和", "共性"];

/// A cue of a sum before a total.
struct Cue {
    /// It leaves no doubt.
    strong: bool,
    /// How many parts it says there are: 三项合计.
    parts: Option<usize>,
    /// Where its clause begins.
    start: usize,
}

fn cue(passage: &Passage, total: &Mention) -> Option<Cue> {
    let script = passage.script();
    let end = total.range.start;
    let floor = passage.sentence(total.number.start).start.max(end.saturating_sub(34));
    let letters = passage.words(floor..end);
    if !letters.contains(['共', '合', '总', '计', '加', '拢', '凑', '算']) {
        return None;
    }
    let at = |words: &'static [&'static str]| {
        if !words.iter().any(|word| letters.contains(word)) {
            return None;
        }
        (floor..end).rev().find_map(|at| Some((at, script.one_at(at, words)?)))
    };
    let strong = at(SUMS);
    let (start, word) = strong.or_else(|| {
        at(WEAK).filter(|(at, _)| {
            script.one_at(*at, NOT_SUMS).is_none()
                && !matches!(script.before(*at), Some('公' | '中' | '党' | '团'))
        })
    })?;
    let between = script.string(start + word.chars().count()..end);
    // 三笔合到一处，落到账上可以统筹使用的是: a clause may follow where the words say all.
    let joined = word.contains('一') || word.starts_with(['加', '合', '凑', '拢', '算']);
    let reach = if strong.is_some() && joined && word != "合计" { 26 } else { 10 };
    if between.chars().count() > reach
        || reach == 10 && between.contains('，')
        || between.contains(['；', '。'])
    {
        return None;
    }
    let mark = |at: &usize| {
        script
            .get(*at)
            .is_some_and(|c| matches!(c, '，' | '；' | '：' | '。' | '、' | '\n') || depth_of(c) != 0)
    };
    let clause = (floor..start).rev().find(mark).map_or(floor, |at| at + 1);
    let scope = script.string(clause..start);
    let other = ["每", "其中", "平均", "新增", "人均", "去年", "上年", "计划", "去重", "全年"];
    if scope.chars().count() > 9 || other.iter().any(|word| scope.contains(word)) {
        return None;
    }
    let parts = "二两三四五六七八".chars().zip([2, 2, 3, 4, 5, 6, 7, 8]).find(|(numeral, _)| {
        scope
            .chars()
            .zip(scope.chars().skip(1))
            .any(|(c, next)| c == *numeral && "项类部方笔处者块种个级家组大路".contains(next))
    });
    Some(Cue { strong: strong.is_some(), parts: parts.map(|(_, count)| count), start: clause })
}

/// 。三项合计62万元: the sum heads a sentence, and its parts stand in the one before.
pub(super) fn said_before(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let sentence = passage.sentence(total.number.start);
    let heads = sentence.start > 0 && total.range.start.saturating_sub(sentence.start) <= 14;
    (heads && passage.has(sentence.start..total.range.start, SUMS)).then_some(())?;
    added_up(passage, index, total)
}

/// The figures before a total that may be its parts, in reading order.
fn before(passage: &Passage, index: usize, total: &Mention, start: usize) -> Vec<usize> {
    let mentions = passage.mentions();
    let script = passage.script();
    let sentence = passage.sentence(total.number.start);
    let mut floor = sentence.start;
    // 。三项合计…: the parts stand in the sentence before.
    if start <= sentence.start + 1 && sentence.start > 0 && script.get(sentence.start) != Some('\n') {
        floor = passage.sentence(sentence.start - 1).start;
    }
    let mut found = Vec::new();
    let mut depth = 0;
    let mut at = start;
    for place in (index.saturating_sub(24)..index).rev() {
        let Some(mention) = mentions.get(place) else { break };
        if mention.number.start < floor || mention.range.end > start {
            if mention.number.start < floor {
                break;
            }
            continue;
        }
        for here in (mention.range.end..at.max(mention.range.end)).rev() {
            depth -= script.get(here).map_or(0, depth_of);
        }
        at = mention.range.start;
        if depth < 0 {
            break;
        }
        // A remark in brackets, or a part of a part.
        if depth > 0 || !alike(mention, total) || under(passage, place) {
            continue;
        }
        if !mention.counts() {
            break;
        }
        found.push(place);
    }
    found.reverse();
    found
}

fn under(passage: &Passage, index: usize) -> bool {
    let lead = passage.words(passage.lead(index));
    lead.contains("其中") || lead.starts_with('含')
}

/// 机关18个、村15个，共计33个; 小发明…86.5万元；小改造…112.3万元；两类累计…198.8万元
pub(super) fn added_up(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let cue = cue(passage, total)?;
    let mentions = passage.mentions();
    let all = before(passage, index, total, cue.start);
    let parts = match cue.parts {
        Some(count) => all.get(all.len().checked_sub(count)?..)?.to_vec(),
        None => all.clone(),
    };
    if parts.len() < 2 {
        return None;
    }
    let value = |parts: &[usize]| {
        parts
            .iter()
            .filter_map(|part| mentions.get(*part))
            .try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.value))
    };
    // The last few may be what is added up, and those before something else.
    let fitting = (0..all.len().saturating_sub(1)).filter_map(|from| all.get(from..));
    if let Some(exact) = fitting.into_iter().find(|parts| value(parts) == Some(total.value)) {
        return found(passage, exact.to_vec(), total, Cover::Likely);
    }
    let (parts, cut) = match last_row(passage, &parts).filter(|_| cue.parts.is_none()) {
        Some(row) => (row, true),
        None => (parts, false),
    };
    // What stands before the row may be meant as well, unless the total is theirs but for a slip.
    if cut && !slip(total.value, value(&parts)?) {
        return None;
    }
    let run = row_before(passage, &parts, total);
    let contiguous = run.len() == parts.len();
    let counted = cue.parts.is_some();
    let column = contiguous || column(passage, &parts);
    let cover = match (cue.strong, counted, column) {
        (true, true, _) => Cover::All,
        (true, false, true) => Cover::Likely,
        (false, true, true) => Cover::All,
        (true, false, false) => Cover::Bare,
        (false, false, true) if contiguous => Cover::Likely,
        _ => return None,
    };
    // A weak 共 over a row that began with another sum, or that is led by a change, says nothing.
    let first = *parts.first()?;
    let sentence = passage.sentence(total.number.start);
    let head = passage.words(
        mentions[first].range.start.saturating_sub(30).max(sentence.start)..mentions[first].range.start,
    );
    if ["其中", "每", "平均", "新增", "计划", "去年", "上年", "累计"].iter().any(|word| head.contains(word))
    {
        return None;
    }
    if (contiguous || !cue.strong) && !labels_are_parts(passage, &parts, counted) {
        return None;
    }
    if cover == Cover::Bare && !slip(total.value, value(&parts)?) {
        return None;
    }
    let last = *parts.last()?;
    let gap = passage.words(mentions[last].range.end..total.range.start);
    if !gap.contains(['，', '；', '、', '。', '）']) && !cue.strong && gap.chars().count() > 4 {
        return None;
    }
    found(passage, parts, total, cover)
}

/// 收到作品120件，评出一等奖5件、二等奖10件、三等奖20件: the last three or more, joined by 、, where
/// others stand before them.
fn last_row(passage: &Passage, parts: &[usize]) -> Option<Vec<usize>> {
    let mentions = passage.mentions();
    let joined = |pair: &&[usize]| {
        let [one, next] = pair else { return false };
        let (Some(a), Some(b)) = (mentions.get(*one), mentions.get(*next)) else { return false };
        let gap = passage.words(a.range.end..b.range.start.max(a.range.end));
        one + 1 == *next && gap.contains('、') && !gap.contains(['，', '；', '。', '：', '（', '）'])
    };
    let steps = parts.windows(2).rev().take_while(joined).count();
    (steps >= 2 && steps + 1 < parts.len())
        .then(|| parts.get(parts.len() - steps - 1..))
        .flatten()
        .map(<[usize]>::to_vec)
}

fn found(passage: &Passage, parts: Vec<usize>, total: &Mention, cover: Cover) -> Option<Parts> {
    let start = passage.mentions().get(*parts.first()?)?.number.start;
    Some(Parts { of: parts, cover, range: start..total.range.end })
}

fn row_before(passage: &Passage, parts: &[usize], total: &Mention) -> Vec<usize> {
    let last = parts.last().copied().unwrap_or(0);
    let Some(first) = parts.first() else { return Vec::new() };
    let mut run = row(passage, *first, total, false);
    run.retain(|part| *part <= last);
    run
}

/// True when all the figures have the same words before them: a column of a table told in prose.
fn column(passage: &Passage, parts: &[usize]) -> bool {
    let labels: Vec<Vec<char>> =
        parts.iter().map(|part| label(passage, *part).chars().rev().take(2).collect()).collect();
    labels.windows(2).all(|pair| pair.first() == pair.last() && pair.iter().all(|it| it.len() == 2))
}

/// 初中部发展团员48人，高中部发展团员75人，全校累计发展团员123人
pub(super) fn same_doing(passage: &Passage, index: usize, total: &Mention) -> Option<Parts> {
    let lead = passage.words(passage.lead(index));
    if !lead.starts_with(['全', '两', '三', '四', '五', '上', '下']) {
        return None;
    }
    let (_, doing) =
        ["累计", "共计", "合计", "总计", "总共", "共"].iter().find_map(|word| lead.split_once(word))?;
    let sentence = passage.sentence(total.number.start);
    let mentions = passage.mentions();
    let earlier: Vec<usize> = passage
        .earlier(index)
        .take_while(|(at, it)| {
            it.counts() && alike(it, total) && it.number.start >= sentence.start && {
                let label = passage.words(passage.lead(*at));
                label.ends_with(doing) && label.chars().count() > doing.chars().count()
            }
        })
        .map(|(at, _)| at)
        .collect();
    let (first, last) = (*earlier.last()?, *earlier.first()?);
    let parts: Vec<usize> =
        row(passage, first, total, false).into_iter().filter(|part| *part < index).collect();
    let scope = lead.starts_with(['全', '两', '三', '四', '五'])
        || lead.starts_with("上半年")
        || lead.starts_with("下半年");
    let alone = first == 0 || mentions[first - 1].number.start < sentence.start;
    if doing.chars().count() < 2
        || !scope
        || !alone
        || parts.len() < 2
        || parts.last() != Some(&last)
        || last + 1 != index
        || !labels_are_parts(passage, &parts, false)
    {
        return None;
    }
    found(passage, parts, total, Cover::Likely)
}
