//! The same noun counted again, or narrowed: 12家县级团委 … 已有13家县级团委; 委员23名，到会的委员
//! 25名; 38所中小学，建有少年军校的41所.

use super::stages::{near, planned, shares};
use crate::check::passage::Passage;
use crate::check::relation::{alike, is_part_label, label};
use crate::check::scope::SCOPES;
use crate::text::figures::Mention;

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

/// Words besides the place itself before the number of all there are in it.
const COUNTS: &[&str] = &["下辖", "共有", "现有"];

/// Verbs of what became of some of them, besides those of [`DID`].
const BECAME: &[&str] = &[
    "挂牌", "组建", "落实", "启动", "申报", "报名", "纳入", "推行", "实施", "制定", "出台", "达标", "获",
    "入选", "明确", "选", "打造", "创建", "命名",
];

/// True where something else is counted in 个 than the whole is: 11个街道中，有13个先进集体受到表彰.
pub(super) fn of_others(passage: &Passage, index: usize, part: &Mention, whole: &Mention) -> bool {
    let tail = passage.words(passage.tail(index));
    let bare = tail.trim_start_matches(['已', '均', '都', '先', '的', '被', '正', '尚', '未']);
    if part.unit != "个"
        || bare.is_empty()
        || bare.starts_with(['在', '为', '有', '没', '能', '按', '如', '与'])
    {
        return false;
    }
    let did = DID.iter().chain(BECAME).any(|word| bare.starts_with(word));
    let letters: Vec<char> = bare.chars().take(2).collect();
    let name = passage.words(whole.range.end..(whole.range.end + 12).min(part.range.start));
    let again = letters.iter().collect::<String>();
    !did && !name.contains(again.as_str())
        && !letters.first().is_some_and(|c| name.contains(*c) && "村乡镇县区校班".contains(*c))
}

/// 全乡十八个行政村，已有二十一个村建起…: the last characters of what all were called, counted again.
pub(super) fn of_all<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    let lead = passage.words(passage.lead(index));
    let bare = lead.trim_start_matches("目前").trim_start_matches("截至");
    if !part.counts() || !matches!(bare, "已有" | "有" | "" | "已") {
        return None;
    }
    let at = index.checked_sub(1)?;
    let whole = passage.mentions().get(at).filter(|it| alike(it, part) && it.counts())?;
    let noun = passage.words(passage.tail(at));
    let noun = noun.trim_end_matches(['中', '里', '内', '当']);
    let gap = passage.words(passage.tail(at).end..part.range.start.max(passage.tail(at).end));
    let scope = passage.words(passage.lead(at));
    let joined =
        gap.starts_with('，') && gap.chars().count() <= 10 && !gap.contains(['。', '；', '、', '：']);
    if !joined
        || noun.chars().count() < 2
        || !SCOPES.iter().chain(COUNTS).any(|word| scope.trim_end_matches('共').ends_with(word))
    {
        return None;
    }
    let tail = passage.words(passage.tail(index));
    let school = noun.ends_with(['学', '校']) && tail.starts_with("学校");
    let ends = noun.char_indices().map(|(from, _)| &noun[from..]);
    let again = ends
        .filter(|end| end.chars().count() >= 2 || "村校班院镇乡".contains(*end))
        .find(|end| tail.starts_with(*end));
    let again = again.or(school.then_some("学校"))?;
    let rest = tail[again.len()..].trim_start_matches(['已', '均', '都', '先']);
    let did = DID.iter().chain(BECAME).any(|word| rest.starts_with(word));
    (did && near(part, whole) && !planned(passage, at)).then_some((at, whole))
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
