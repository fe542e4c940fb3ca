//! Some of a set that was counted before: behind 其中, behind the set named again (这42人里头,
//! 从这些申请人中, 53家企业当中), or of the same noun (12家县级团委 … 已有13家县级团委).

use super::stages::{near, planned, shares};
use crate::check::passage::Passage;
use crate::check::relation::{alike, depth_of, is_part_label, label};
use crate::text::figures::{Kind, Mention};

/// Words behind the name of a set that say that something of it follows.
const WITHIN: &[&str] = &["当中", "里头", "里面", "之中", "之内", "中有", "里有", "中", "里", "内"];

/// The same where nothing is named before them.
const TAKEN_UP: &[&str] = &["这里面", "这里头", "这当中", "里面", "里头", "当中"];

/// Characters that make another word of 中, 里 or 内.
const OTHER_WORDS: &[char] = &[
    '小', '学', '国', '心', '央', '层', '等', '型', '期', '旬', '午', '队', '共', '华', '考', '容', '蒙',
    '程', '外', '部', '介', '青',
];

/// True for an exact count or one with marks that may be a whole.
fn may_be_whole(mention: &Mention) -> bool {
    !mention.quoted && !mention.range_start && !mention.range_end && mention.kind == Kind::Count
}

/// 其中, or …家企业中: the whole stands before it.
pub(super) fn within_whole<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let sentence = passage.sentence(part.number.start);
    let floor = sentence.start.max(part.range.start.saturating_sub(30));
    let script = passage.script();
    // 里面有80人是在校生: at the head of its clause it takes up what was counted before.
    let taken_up = |at: &usize| {
        matches!(script.before(*at), Some('，' | '；')) && script.one_at(*at, TAKEN_UP).is_some()
    };
    let marker = (floor..part.range.start).rev().find(|at| script.at(*at, "其中") || taken_up(at));
    if let Some(mark) = marker {
        let label = passage.words(mark..part.range.start);
        // 其中A30个、B10个: the row behind 其中 are all parts; a new clause with a verb is not.
        let figures = passage.reading.within(mark..part.number.start).len();
        let row = figures == 0 || (label.matches('，').count() == 0 && label.matches('；').count() == 0);
        let lead = passage.lead(index);
        let label_ok = is_part_label(&passage.words(lead.start.max(mark)..lead.end));
        if !row || !label_ok || label.chars().filter(|c| *c == '，').count() > 1 {
            return None;
        }
        return before(passage, index, mark)
            .filter(|(at, _)| !change(passage, *at))
            .find(|(at, it)| alike(it, part) && !under_part(passage, *at))
            .filter(|(_, it)| may_be_whole(it));
    }
    let (at, whole) = passage.earlier(index).find(|(_, it)| alike(it, part))?;
    let mark = following(passage, whole.range.end, part.range.start)?;
    let rest = passage.words(mark..part.range.start.max(mark));
    let rest = rest.trim_start_matches('，');
    // Another figure between may be the whole or say of what it is a part; an age does not.
    let others = passage.reading.within(mark..part.number.start);
    let plain = others
        .clone()
        .all(|at| passage.mentions().get(at).is_some_and(|it| matches!(it.unit, "岁" | "周岁" | "年")));
    let near = rest.chars().count() <= 26
        && plain
        && is_part_label(rest)
        && !rest.contains(['。', '；', '：', '（'])
        && rest.matches('，').count() == 0;
    (near && may_be_whole(whole)).then_some((at, whole))
}

/// The place behind 中, 里, 当中 that ends the name of a set whose figure ends at `start`.
fn following(passage: &Passage, start: usize, limit: usize) -> Option<usize> {
    let script = passage.script();
    for at in start..limit.min(start + 18) {
        let c = script.get(at)?;
        if "，。；、：\n（）".contains(c) {
            return None;
        }
        if let Some(word) = script.one_at(at, WITHIN) {
            let end = at + word.chars().count();
            let before = script.before(at).filter(|_| at > start);
            let short = word.chars().count() == 1;
            let other = short
                && (script.get(end).is_some_and(|c| OTHER_WORDS.contains(&c))
                    || before.is_some_and(|c| "集其高初当期途程空眼手家院校校市县省海国".contains(c)));
            if !other {
                return Some(end);
            }
        }
    }
    None
}

/// The figures before `mark` in its sentence, nearest first; those in brackets that closed before
/// are remarks.
fn before(passage: &Passage, index: usize, mark: usize) -> impl Iterator<Item = (usize, &Mention)> {
    let script = passage.script();
    let mut depth = 0;
    let mut at = mark;
    passage.earlier(index).filter(move |(_, it)| it.number.start < mark).filter(move |(_, it)| {
        for here in (it.range.end..at.max(it.range.end)).rev() {
            depth -= script.get(here).map_or(0, depth_of);
        }
        at = it.range.start;
        if depth < 0 {
            depth = 0;
        }
        depth == 0
    })
}

/// A difference or a figure of another time is no whole: 比去年同期的275个多37个.
fn change(passage: &Passage, index: usize) -> bool {
    let lead = passage.words(passage.lead(index));
    let before = passage.mentions().get(index).and_then(|it| passage.script().before(it.range.start));
    matches!(before, Some('多' | '少' | '增' | '减'))
        || ["净增", "增加", "减少", "增长", "去年", "上年"].iter().any(|word| lead.ends_with(word))
        || lead.contains("同期")
}

/// A figure behind its own 其中 is a part, no whole.
fn under_part(passage: &Passage, index: usize) -> bool {
    let Some(mention) = passage.mentions().get(index) else { return false };
    let clause = passage.clause(mention.number.start);
    passage.has(clause.start..mention.range.start, &["其中"])
}

/// Words that name a set again.
const AGAIN: &[&str] = &["这些", "这批", "上述", "这部分", "该批", "这几", "其"];

/// 从这些申请人中确定231名; 从参加面试的人员中录用121人
pub(super) fn chosen_from<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let script = passage.script();
    let sentence = passage.sentence(part.number.start);
    let floor = sentence.start.max(part.range.start.saturating_sub(36));
    if !passage.words(floor..part.range.start).contains(['从', '这', '上']) {
        return None;
    }
    let (at, again) = (floor..part.range.start).rev().find_map(|at| {
        let word = script.one_at(at, &["从", "这些", "这批", "上述", "在这"])?;
        Some((at, word))
    })?;
    let start = at + if again == "从" { 1 } else { 0 };
    let end = (start + 1..(start + 18).min(part.range.start)).find_map(|at| {
        let word = script.one_at(at, &["当中", "里头", "里面", "之中", "中", "里"])?;
        let end = at + word.chars().count();
        (!script.get(end).is_some_and(|c| OTHER_WORDS.contains(&c))).then_some((at, end))
    })?;
    let set = script.string(start..end.0);
    let rest = script.string(end.1..part.range.start);
    let rest = rest.trim_start_matches('，');
    if set.is_empty()
        || set.contains(['，', '。', '；', '、'])
        || rest.chars().count() > 18
        || rest.contains(['，', '。', '；', '：', '、', '（'])
        || !passage.reading.within(end.1..part.number.start).is_empty()
        || !is_part_label(rest)
    {
        return None;
    }
    let named = AGAIN.iter().any(|word| set.starts_with(word));
    let mut candidates = before(passage, index, at).filter(|(_, it)| alike(it, part));
    if named {
        return candidates.next().filter(|(_, it)| may_be_whole(it));
    }
    candidates.find(|(place, it)| {
        let around = format!("{}{}", label(passage, *place), &*passage.words(passage.tail(*place)));
        may_be_whole(it) && shares(&kernel(set), &around)
    })
}

/// The name of a set without the words that any set may have.
fn kernel(set: &str) -> String {
    let mut kernel = set.to_owned();
    for word in ["人员", "青年", "的", "同志", "团员", "全县", "全区", "单位", "对象"] {
        kernel = kernel.replace(word, "，");
    }
    if kernel.chars().filter(|c| *c != '，').count() < 2 { set.to_owned() } else { kernel }
}

/// Words around the name of all there are: 下辖团委12家, 试点村共8个, 面向26家单位.
const STOCK: &[&str] = &[
    "下辖",
    "共有",
    "现有",
    "辖有",
    "设有",
    "建有",
    "总共有",
    "辖区有",
    "管辖",
    "辖",
    "一共",
    "总共",
    "总数为",
    "总数",
    "共",
    "有",
];

/// Words before the number of all who were turned to.
const TURNED_TO: &[&str] =
    &["面向", "邀请", "发动", "组织", "共有", "现有", "全县", "全市", "全区", "全校", "全镇", "全乡"];

/// Verbs of what some of a set did.
const DID: &[&str] = &[
    "已", "完成", "参加", "参与", "实现", "建", "开展", "反馈", "响应", "提交", "成立", "通过", "达到",
    "配备", "设",
];

/// 下辖县级团委12家…。已有13家县级团委…; 试点村共8个，9个试点村已完成…: the same noun, counted again
/// as some of it.
pub(super) fn named_again<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let script = passage.script();
    let from = index.saturating_sub(14);
    let window = passage.mentions().get(from..index)?;
    if !window.iter().any(|it| alike(it, part)) {
        return None;
    }
    let tail = passage.words(passage.tail(index));
    if !part.counts() || tail.chars().count() < 3 {
        return None;
    }
    let lead = passage.words(passage.lead(index));
    let some = ["已有", "有", "其中", "已在", "先后有"].iter().any(|word| lead.ends_with(word));
    let bare = lead.is_empty() || ["目前", "已", "现", "截至目前"].contains(&lead.as_str());
    if !some && !bare {
        return None;
    }
    let clause = passage.clause(part.number.start);
    if passage.has(
        clause.start..part.range.start,
        &["全市", "全省", "全国", "累计", "另", "共有", "现有", "其他", "去年", "拥有", "还有"],
    ) {
        return None;
    }
    let line = passage.reading.outline.line(part.number.start).start;
    let earlier = window.iter().enumerate().rev();
    for (place, whole) in earlier {
        let at = from + place;
        if whole.number.start < line || part.number.start - whole.number.start > 260 {
            break;
        }
        if !alike(whole, part) || !whole.counts() || planned(passage, at) || !near(part, whole) {
            continue;
        }
        let whole_lead = passage.words(passage.lead(at));
        let before =
            STOCK.iter().find_map(|word| whole_lead.rsplit_once(word)).and_then(|(before, behind)| {
                let noun = if behind.is_empty() { before } else { behind };
                let letters = noun.chars().count();
                let named = if behind.is_empty() { 2 } else { 3 };
                let start = noun.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
                let noun = if behind.is_empty() { &noun[start..] } else { noun };
                (letters >= named).then(|| noun.to_owned())
            });
        let longest = before.and_then(|noun| {
            // 各类试点村 and 试点村: the longest end of the noun that stands behind the part.
            let ends = noun.char_indices().map(|(at, _)| &noun[at..]);
            ends.filter(|end| end.chars().count() >= 2).find(|end| tail.starts_with(*end)).map(str::to_owned)
        });
        let behind = TURNED_TO.iter().any(|word| whole_lead.ends_with(word)).then(|| {
            let start = whole.range.end;
            script.string(start..start + 2).to_owned()
        });
        let Some(noun) = longest.or(behind.filter(|noun| tail.starts_with(noun.as_str()))) else { continue };
        let rest = &tail[noun.len()..];
        let did = DID.iter().any(|word| rest.trim_start_matches(['均', '都', '先', '率']).starts_with(word));
        if did && (some || script.before(whole.range.start) != Some('有') || noun.chars().count() >= 3) {
            return Some((at, whole));
        }
    }
    None
}

/// 委员一共23名，到会的委员25名: the noun of the whole, narrowed.
pub(super) fn noun_narrowed<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let own = label(passage, index);
    let (qualifier, noun) = own.rsplit_once('的')?;
    if qualifier.chars().count() < 2 || noun.chars().count() < 2 || !part.counts() || !is_part_label(own) {
        return None;
    }
    let (at, whole) = passage.earlier(index).find(|(_, it)| alike(it, part))?;
    let gap = part.range.start.saturating_sub(whole.range.end);
    let whole_label = label(passage, at);
    let trimmed = whole_label.trim_end_matches(['一', '共', '总', '数', '计', '现', '有', '为', '达']);
    let fits = gap <= 20
        && whole.counts()
        && (trimmed.ends_with(noun) || passage.words(passage.tail(at)).contains(noun))
        && !trimmed.contains('的')
        && !qualifier.ends_with(['外', '非'])
        && !qualifier.starts_with('另')
        && !planned(passage, at);
    (fits && near(part, whole)).then_some((at, whole))
}

/// 全县38所中小学，建有少年军校的达41所: 的 before a figure with nothing behind it narrows what was
/// counted right before.
pub(super) fn those_that<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let script = passage.script();
    let own = label(passage, index);
    let lead = passage.words(passage.lead(index));
    let bare =
        lead.trim_end_matches(['有', '达', '为', '就', '到', '占', '已', '共', '了', '倒', '却', '也']);
    if !bare.ends_with('的') || own.chars().count() < 4 || !part.counts() {
        return None;
    }
    // Nothing may be named behind the figure: 优秀的15名教师 are not of those before.
    let end = part.range.end;
    if script.get(end).is_some_and(|c| !"，。；、）\n".contains(c)) || !is_part_label(bare) {
        return None;
    }
    let (at, whole) = passage.earlier(index).find(|(_, it)| alike(it, part))?;
    let gap = script.string(whole.range.end..part.range.start);
    let other = ["另", "此外", "累计", "去年", "上年", "线下", "线上", "不", "其他", "外", "比"];
    let clauses = gap.matches(['，', '；']).count();
    // 讲师团宣讲64场，青年骨干宣讲的有70场: the same doing of others, or at another time.
    let whole_label = label(passage, at);
    let beside = shares(own, whole_label)
        || ["去年", "今年", "上年", "第", "季度", "月"]
            .iter()
            .any(|word| own.contains(word) || whole_label.contains(word));
    let stands_alone = whole.counts()
        && !beside
        && !planned(passage, at)
        && (1..=2).contains(&clauses)
        && !gap.contains(['。', '；', '、', '：', '（'])
        && !other.iter().any(|word| gap.contains(word))
        && !label(passage, at).trim_end_matches(['就', '到', '已']).ends_with('的');
    (stands_alone && near(part, whole)).then_some((at, whole))
}

/// Words that narrow a noun to some of what it names.
const NARROWING: &[&str] = &[
    "女",
    "男",
    "青年",
    "以下",
    "以下的",
    "专职",
    "兼职",
    "优秀",
    "困难",
    "少数民族",
    "骨干",
    "新",
    "在职",
    "退休",
    "学生",
];

/// 共有党员23名，青年党员25名: the same noun, narrowed, right behind the whole.
pub(super) fn narrowed<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    let previous = index.checked_sub(1).and_then(|before| passage.mentions().get(before))?;
    if part.range.start.saturating_sub(previous.range.end) > 14 {
        return None;
    }
    let lead = passage.words(passage.lead(index));
    let label = lead.trim_end_matches(['有', '为', '达', '共']);
    let (at, whole) = passage.earlier(index).find(|(_, it)| alike(it, part))?;
    let whole_lead = passage.words(passage.lead(at));
    let noun =
        ["共有", "现有", "总共有", "实有", "共"].iter().find_map(|word| whole_lead.rsplit_once(word))?.1;
    let qualifier = label.strip_suffix(noun)?;
    let near = part.range.start.saturating_sub(whole.range.end) <= 14;
    let fits = noun.chars().count() >= 2
        && near
        && whole.counts()
        && part.counts()
        && NARROWING.iter().any(|word| qualifier.ends_with(word))
        && !qualifier.starts_with(['全', '另'])
        && passage.clause(part.number.start).start <= whole.range.end + 1;
    fits.then_some((at, whole))
}
