//! What prose says of a change: that a figure is one (增长20%), and the two values between which
//! it lies (由240人增至300人; 去年同期240人，今年300人; 92%，比去年的87%高5%).

mod words;

use super::passage::Passage;
use super::relation::alike;
use crate::text::figures::{Mention, Style};
use rust_decimal::Decimal;
use words::{BASES, FALLS, FILLERS, HIGHER, LOWER, NEUTRAL, PLACES, REACHES, RISES};

/// A figure that is said to be a change.
pub(super) struct Claim {
    /// It rose, or is higher.
    pub rises: bool,
    /// Where the verb begins.
    pub start: usize,
    /// What it is said of, where that is named again: 女青年增长40%.
    subject: String,
    /// What is counted changed, and no share of it: 参学人次增长4%.
    pub counted: bool,
}

impl Claim {
    /// It is said of what was just counted.
    pub fn names_nothing(&self) -> bool {
        self.subject.is_empty()
    }
}

/// A figure that is said to be a change.
pub(super) fn claim(passage: &Passage, index: usize) -> Option<Claim> {
    let mention = passage.mentions().get(index)?;
    let script = passage.script();
    let lead = passage.lead(index);
    // （上年同期45%，-7%）
    if let Some(sign) = script.before(mention.range.start).filter(|c| matches!(c, '+' | '-')) {
        let start = mention.range.start - 1;
        let alone = start.checked_sub(1).and_then(|at| script.get(at));
        return alone
            .is_some_and(|c| matches!(c, '，' | '（' | '、' | '；' | '：' | '比'))
            .then_some(Claim { rises: sign == '+', start, subject: String::new(), counted: false });
    }
    // 高出全市平均水平（87%）5%
    if script.before(mention.range.start) == Some('）') {
        let clause = passage.clause(mention.number.start).start.max(mention.range.start.saturating_sub(24));
        let before = clause..mention.range.start;
        let rises = passage.has(before.clone(), &["高出", "高于", "超出", "领先"]);
        let compares = rises || passage.has(before.clone(), &["低于", "落后"]);
        let placed = passage.has(before.clone(), PLACES) || passage.has(before, BASES);
        return (compares && placed).then_some(Claim {
            rises,
            start: mention.range.start,
            subject: String::new(),
            counted: false,
        });
    }
    // 超出5% is read as a mark; behind a value compared with it is the verb.
    if lead.is_empty()
        && let Some(mark) = mention.marks.first().filter(|mark| matches!(mark.word, "超出" | "高于"))
    {
        return Some(Claim { rises: true, start: mark.range.start, subject: String::new(), counted: false });
    }
    // 降为2.1% is the value itself.
    if script.one_before(lead.end, REACHES).is_some() {
        return None;
    }
    let mut end = lead.end;
    while let Some(filler) = script.one_before(end, FILLERS) {
        let next = end - filler.chars().count();
        if next < lead.start {
            break;
        }
        end = next;
    }
    let verb = |words: &[&'static str]| {
        script.one_before(end, words).filter(|word| end - word.chars().count() >= lead.start)
    };
    let found = verb(RISES).map(|word| (word, true)).or_else(|| verb(FALLS).map(|word| (word, false)));
    let found = found.or_else(|| {
        // 最高, 高达 and 不少 compare nothing.
        let (word, rises) =
            verb(HIGHER).map(|it| (it, true)).or_else(|| verb(LOWER).map(|it| (it, false)))?;
        let before = end - 1;
        let free = !script
            .before(before)
            .is_some_and(|c| matches!(c, '最' | '不' | '至' | '很' | '较' | '提' | '许'));
        let reached = script.at(end, "达");
        let compared = before == lead.start || passage.has(lead.start..before, &["比", "较", "于"]);
        (free && !reached && compared).then_some((word, rises))
    });
    let (word, rises) = found?;
    let start = end - word.chars().count();
    let mut subject = passage.words(lead.start..start).to_string();
    let named = subject.trim_end_matches(['同', '比', '环', '净', '较', '上', '年', '去', '期', '初', '总']);
    let counted = ["数", "量", "次", "额", "时长", "规模", "人员"].iter().any(|word| named.ends_with(word));
    if ["年均", "年平均", "月均", "目标", "计划", "力争"].iter().any(|word| subject.contains(word))
    {
        return None;
    }
    for word in NEUTRAL {
        if subject.contains(word) {
            subject = subject.replace(word, "");
        }
    }
    Some(Claim { rises, start, subject, counted })
}

/// The two values between which a change lies.
pub(super) struct Pair<'p> {
    /// Before, or the one compared with.
    pub from: &'p Mention,
    /// Now.
    pub to: &'p Mention,
    /// 由 … 增至 … leaves no doubt.
    pub chained: bool,
}

/// The two values between which the change at `index` lies, as the words around it tell.
pub(super) fn pair<'p>(
    passage: &'p Passage,
    index: usize,
    claim: &Claim,
    usable: impl Fn(&Mention) -> bool,
) -> Option<Pair<'p>> {
    let stated = passage.mentions().get(index)?;
    let fits = |it: &Mention| it.exact() && !it.quoted && usable(it);
    let near = |it: &Mention| {
        let between = passage.words(it.range.end..stated.range.start.max(it.range.end));
        between.chars().count() <= 28 && !between.contains(['。', '；', '\n'])
    };
    // 一个季度 and 一次 are no figures of the change.
    let one = |it: &Mention| it.value == Decimal::ONE && it.style == Style::Chinese;
    let last = passage.earlier(index).find(|(_, it)| !one(it)).filter(|(_, it)| fits(it) && near(it));
    let found = last.and_then(|(b, last)| {
        let first = passage.earlier(b).take(2).find(|(_, it)| fits(it) && alike(it, last));
        first
            .and_then(|(a, first)| related(passage, (a, first), (b, last)))
            .filter(|pair| same_subject(passage, claim, pair))
            .or_else(|| around(passage, index, (b, last), &fits))
    });
    let found = found.filter(|pair| same_subject(passage, claim, pair));
    found.or_else(|| {
        // 提高了8%，由84%升至92%
        let mut later = passage.later(index);
        let ((a, first), (b, last)) = (later.next()?, later.next()?);
        (a == index + 1 && b == a + 1 && fits(first) && fits(last) && alike(first, last)).then_some(())?;
        let gap = passage.words(stated.range.end..first.range.start.max(stated.range.end));
        (gap.chars().count() <= 16 && !gap.contains(['；', '。', '\n'])).then_some(())?;
        chain(passage, (a, first), last).then_some(Pair { from: first, to: last, chained: true })
    })
}

fn chain(passage: &Passage, (a, first): (usize, &Mention), last: &Mention) -> bool {
    let lead = passage.words(passage.lead(a)).to_string().replace("由于", "").replace("自从", "");
    let gap = first.range.end..last.range.start.max(first.range.end);
    lead.contains(['由', '从', '自'])
        && gap.len() <= 28
        && passage.has(gap.clone(), REACHES)
        && !passage.has(gap, &["。", "；"])
}

fn related<'p>(
    passage: &'p Passage,
    (a, first): (usize, &'p Mention),
    (b, last): (usize, &'p Mention),
) -> Option<Pair<'p>> {
    if a + 1 == b && chain(passage, (a, first), last) {
        return Some(Pair { from: first, to: last, chained: true });
    }
    let gap = passage.words(first.range.end..last.range.start.max(first.range.end));
    if gap.chars().count() > 32 || gap.contains(['。', '；', '\n']) {
        return None;
    }
    match (is_base(passage, a), is_base(passage, b)) {
        (true, false) => Some(Pair { from: first, to: last, chained: false }),
        (false, true) => Some(Pair { from: last, to: first, chained: false }),
        // 2024年为52%，2025年为61%
        (false, false) if first.unit == "%" && dated(passage, a) && dated(passage, b) => {
            Some(Pair { from: first, to: last, chained: false })
        }
        _ => None,
    }
}

fn dated(passage: &Passage, index: usize) -> bool {
    let lead = passage.lead(index);
    let dates = passage.reading.dates_within(lead.start.saturating_sub(2)..lead.end);
    !dates.is_empty()
}

/// 较去年同期的240人增长20%，达到300人; 93.2%，提高2.6个百分点（上年同期90.6%）
fn around<'p>(
    passage: &'p Passage,
    index: usize,
    (b, last): (usize, &'p Mention),
    fits: &impl Fn(&Mention) -> bool,
) -> Option<Pair<'p>> {
    let (next_index, next) = passage.later(index).next().filter(|(_, it)| fits(it) && alike(it, last))?;
    let stated = passage.mentions().get(index)?;
    let gap = passage.words(stated.range.end..next.range.start.max(stated.range.end));
    if gap.chars().count() > 14 || gap.contains(['。', '；', '\n']) {
        return None;
    }
    let arrives =
        ["达到", "达", "增至", "升至", "为", "至", "降至", "增加到", "增长到", "总数达", "降到", "升到"]
            .iter()
            .any(|word| gap.trim_start_matches('，').ends_with(word) && gap.chars().count() <= 8);
    match (is_base(passage, b), is_base(passage, next_index)) {
        (true, false) if arrives => Some(Pair { from: last, to: next, chained: false }),
        (false, true) => Some(Pair { from: next, to: last, chained: false }),
        _ => None,
    }
}

/// True for a value that the words before it make the one compared with.
pub(super) fn is_base(passage: &Passage, index: usize) -> bool {
    let lead = passage.lead(index);
    if passage.has(lead.clone(), BASES) {
        return true;
    }
    let Some(mention) = passage.mentions().get(index) else { return false };
    let rate = mention.unit == "%";
    if rate
        && passage.has(lead.clone(), PLACES)
        && (lead.len() <= 4 || passage.has(lead.clone(), &["平均", "水平"]))
    {
        return true;
    }
    // 高出全市平均水平（87%）
    let opens = passage.script().before(mention.range.start) == Some('（');
    if rate && opens && passage.has(mention.range.start.saturating_sub(9)..mention.range.start, PLACES) {
        return true;
    }
    let script = passage.script();
    lead.clone().any(|at| match script.get(at) {
        Some('较') => true,
        Some('比') => {
            !script.before(at).is_some_and(|c| "占对评同环相".contains(c))
                && !script.get(at + 1).is_some_and(|c| "例重率赛武选拼".contains(c))
        }
        _ => false,
    })
}

/// 女青年增长40% says nothing of all who took part, unless they were the ones who were counted.
fn same_subject(passage: &Passage, claim: &Claim, pair: &Pair<'_>) -> bool {
    let letters: Vec<char> = claim.subject.chars().filter(|c| !c.is_ascii_punctuation()).collect();
    if letters.is_empty() {
        return true;
    }
    let start = pair.from.range.start.min(pair.to.range.start);
    let clause = passage.clause(start).start.max(start.saturating_sub(40));
    let end = pair.from.range.end.max(pair.to.range.end);
    let stops = |c: char| matches!(c, '，' | '。' | '；' | '、' | '（' | '）' | '\n');
    let noun = passage.script().slice(end..end + 10).iter().take_while(|c| !stops(**c)).count();
    let around = clause..end + noun;
    letters.windows(2).any(|two| {
        let word: String = two.iter().collect();
        passage.has(around.clone(), &[&word])
    })
}
