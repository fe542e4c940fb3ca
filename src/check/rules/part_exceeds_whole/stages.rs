//! Stages of one process: what was taken in (收到, 报名, 应到, 排查) and what came of it (采纳,
//! 录用, 实到, 整改). No later stage can hold more than an earlier one.

use crate::check::passage::Passage;
use crate::check::relation::{alike, label};
use crate::text::figures::{Mention, one_in};
use rust_decimal::Decimal;

/// What a whole is called, and what a part of it is called.
const PAIRS: &[(&[&str], &[&str])] = &[
    (&["应到"], &["实到", "出席", "到会"]),
    (&["应参会", "应参加", "应出席"], &["实际参会", "实际参加", "实参会", "实际出席", "实到"]),
    (&["应参学", "应学"], &["实际参学", "完成学习", "已参学"]),
    (&["发放问卷", "发出问卷", "下发问卷", "发放调查问卷"], &["收回", "回收"]),
    (&["收回问卷", "回收问卷", "收回", "回收"], &["有效"]),
    (&["发现问题", "排查问题", "查摆问题", "梳理问题", "发现隐患", "排查隐患", "排查出"], &["整改", "解决"]),
    (
        &["受理", "转办", "接收诉求", "收到诉求", "接到求助", "收到求助"],
        &["办结", "办理完毕", "解决", "已办"],
    ),
    (&["应建"], &["已建", "实建"]),
    (&["符合条件", "具备条件", "符合建团条件", "具备建团条件"], &["已建", "建成", "推荐", "完成", "覆盖"]),
    (&["应换届"], &["完成换届", "已换届", "实际换届"]),
    (&["应转接", "应转"], &["完成转接", "已转接", "实际转接", "已转"]),
    (&["收集意见", "征集意见", "收集建议", "征集建议", "意见建议", "提案"], &["采纳", "办复", "答复"]),
    (
        &["参加考试", "参考", "参加测试", "应考", "参加培训", "参训", "参加轮训", "参加考核", "参评"],
        &["合格", "通过", "及格", "结业", "优秀"],
    ),
    (
        &["参加", "参训", "参赛", "参评", "培训"],
        &[
            "合格",
            "结业",
            "优秀等次",
            "取得优秀",
            "获评优秀",
            "通过考核",
            "通过测试",
            "通过考试",
            "晋级",
            "取得证书",
        ],
    ),
    (&["报名", "申报", "申请"], &["录取", "录用", "入选", "入围", "获批", "最终上岗"]),
    (&["签约", "达成意向"], &["落地", "已开工"]),
    (&["征集心愿", "收集心愿", "微心愿"], &["圆梦", "实现", "点亮", "认领"]),
];

/// Words of what is taken in.
const INTAKES: &[&str] = &[
    "收到", "收集", "征集", "征求", "受理", "接收", "接到", "提报", "提交", "递交", "报名", "申报", "申请",
    "推荐", "参赛", "参评", "参考", "应考", "排查", "发现", "摸排", "梳理", "查摆", "查找", "立项", "交办",
    "转办", "反馈", "提出", "报送", "上报", "收稿", "投稿", "选题", "初审", "评审", "应聘", "应征", "上交",
    "收回", "回收",
];

/// Words of what comes of it.
const OUTCOMES: &[&str] = &[
    "采纳", "采用", "录用", "录取", "聘用", "入选", "入围", "获批", "立案", "立项", "办结", "答复", "办复",
    "整改", "解决", "化解", "销号", "合格", "及格", "晋级", "落地", "转化", "实现", "点亮", "认领", "结题",
    "刊发", "选用", "获奖", "调处", "调解", "处置", "处理", "结案", "结项", "验收", "结业", "达标", "当选",
    "中选", "核实", "查实", "解答", "回复", "兑现", "圆梦", "过审", "吸收", "吸纳", "建档", "转办", "入库",
    "收入", "入编", "编印", "选编", "刊登", "展出", "遴选", "筛选", "选出", "评出", "出库", "进入", "命名",
    "授牌", "授予", "认定", "确定", "表彰", "留任", "续签",
];

/// What may stand between an outcome and its figure without naming another thing.
const NO_OBJECT: &[&str] = &[
    "", "了", "为", "有", "达", "的", "其中", "考核", "考试", "测试", "验收", "审核", "审查", "的有", "成功",
    "已", "完成", "结业",
];

/// Words of another scope or time.
const ELSEWHERE: &[&str] = &["累计", "去年", "往年", "历年", "上年", "另", "市级", "全市", "全省"];

/// Words of a whole that was only meant to be, and that what came of it may well exceed.
const PLANNED: &[&str] = &["计划", "目标", "原定", "拟", "预计", "年初", "任务", "增补", "不少于"];

/// 应到120人，实到130人
pub(super) fn paired<'p>(passage: &'p Passage, index: usize, part: &Mention) -> Option<(usize, &'p Mention)> {
    let lead = passage.words(passage.lead(index));
    let tail = passage.words(passage.tail(index));
    // The pairs that the part fits are few, and most figures fit none.
    let fits_part = |parts: &[&str]| {
        parts.iter().any(|word| lead.contains(word) || (lead.is_empty() && tail.contains(word)))
    };
    let outcome = outcome(passage, index);
    let pairs: Vec<_> = PAIRS.iter().filter(|(_, parts)| fits_part(parts)).collect();
    if pairs.is_empty() && outcome.is_none() && !lead.starts_with('实') || brings_more(passage, index) {
        return None;
    }
    if ELSEWHERE.iter().any(|word| lead.contains(word)) {
        return None;
    }
    // 重点项目中已开工39个 says of another set than 签约项目35个.
    let other = lead.rsplit_once('中').map(|(set, _)| set).filter(|set| {
        set.chars().count() >= 3
            && !set.ends_with(['其', '集', '当', '途', '过'])
            && !set.starts_with(['这', '上', '该'])
    });
    let own = if lead.is_empty() { "" } else { label(passage, index) };
    let last = ["最终", "最后", "择优", "从中"].iter().any(|word| own.starts_with(word)) && outcome.is_some();
    for (at, whole) in passage.earlier(index).take(3) {
        if !alike(whole, part) || whole.quoted {
            continue;
        }
        // 88人参加轮训: the name of the whole may stand behind it.
        let whole_lead = passage.words(passage.lead(at)) + &passage.words(passage.tail(at));
        let second = |set: &str| set.char_indices().nth(2).map_or(set.len(), |(at, _)| at);
        if planned(passage, at) || other.is_some_and(|set| !whole_lead.contains(&set[..second(set)])) {
            return None;
        }
        if pairs.iter().any(|(wholes, _)| wholes.iter().any(|word| whole_lead.contains(word))) {
            return Some((at, whole));
        }
        let sheets = ["问卷", "调查表", "测评表", "答卷", "意见表", "征求意见"];
        let sent = ["发放", "发出", "下发", "印发", "派发", "分发", "投放", "推送"];
        if pairs.iter().any(|(_, parts)| parts.contains(&"收回"))
            && one_in(&whole_lead, &sheets)
            && one_in(&whole_lead, &sent)
        {
            return Some((at, whole));
        }
        // The less the words say, the nearer must the figures lie.
        if !near(part, whole) {
            continue;
        }
        if due(label(passage, at)) && ["实际", "实", "已"].iter().any(|word| own.starts_with(word)) || last
        {
            return Some((at, whole));
        }
        if let Some(object) = &outcome
            && INTAKES.iter().any(|word| whole_lead.contains(word))
            && (NO_OBJECT.contains(&object.as_str()) || shares(object, &whole_lead))
        {
            return Some((at, whole));
        }
    }
    None
}

/// 65名新任团干部参加。…结业测试中，63名学员成绩合格: those who took part were counted before.
pub(super) fn graduated<'p>(
    passage: &'p Passage,
    index: usize,
    part: &Mention,
) -> Option<(usize, &'p Mention)> {
    if !matches!(part.unit, "名" | "人" | "位") || !part.counts() || !passage.lead(index).is_empty() {
        return None;
    }
    let tail = passage.words(passage.tail(index));
    let who = ["学员", "参训", "参赛", "参评", "参考", "参加"].iter().any(|word| tail.starts_with(word));
    if !who || !one_in(&tail, &["合格", "结业", "证书", "通过", "及格", "优秀"]) {
        return None;
    }
    let line = passage.reading.outline.line(part.number.start).start;
    let from = index.saturating_sub(4);
    let before = passage.mentions().get(from..index)?;
    let (place, whole) = before.iter().enumerate().rev().find(|(_, it)| alike(it, part))?;
    let at = from + place;
    let around = passage.words(passage.lead(at)) + &passage.words(passage.tail(at));
    let close = whole.number.start >= line && part.range.start - whole.range.end <= 80;
    let attended = one_in(&around, &["参加", "参训", "培训", "学员", "参赛", "参评", "参与"])
        && !one_in(&around, &["其中", "每", "均", "累计", "去年", "邀请", "教师", "讲师"]);
    (close && attended && whole.counts() && near(part, whole) && !planned(passage, at)).then_some((at, whole))
}

/// True for a figure that was only meant to be: 计划40项, 新建任务15家.
pub(super) fn planned(passage: &Passage, index: usize) -> bool {
    let around = passage.words(passage.lead(index).start..passage.tail(index).end).replace("西部计划", "");
    PLANNED.iter().any(|word| around.contains(word))
}

/// True where a part is not larger than its whole by more than a slip of the pen makes it.
pub(super) fn near(part: &Mention, whole: &Mention) -> bool {
    let third = whole.value / Decimal::from(3);
    part.value <= whole.value.saturating_add(third.max(Decimal::TWO))
}

/// True for what ought to be: 应缴, 应参加, but not 应急 or 应届.
fn due(label: &str) -> bool {
    label.match_indices('应').any(|(at, _)| {
        let (before, behind) = (&label[..at], &label[at + '应'.len_utf8()..]);
        !behind.starts_with(['急', '届', '聘', '征', '用', '对', '答'])
            && !before.ends_with(['响', '适', '反', '供', '效', '回'])
    })
}

/// What stands between the outcome and its figure: nothing in 采纳175条, 问题 in 解决问题27个,
/// 作品 in 有246件作品入围.
fn outcome(passage: &Passage, index: usize) -> Option<String> {
    let label = label(passage, index);
    let latest = |words: &str| {
        if !one_in(words, OUTCOMES) {
            return None;
        }
        OUTCOMES.iter().filter_map(|word| Some((words.rfind(word)?, word.len()))).max_by_key(|(at, _)| *at)
    };
    let leads = !passage.lead(index).is_empty();
    if let Some((at, length)) = latest(label).filter(|_| leads) {
        let before = label[..at].trim_end_matches([
            '已', '共', '全', '部', '终', '最', '均', '获', '成', '功', '被', '以', '现', '目', '前',
        ]);
        return (before.chars().count() <= 6).then(|| label[at + length..].to_owned());
    }
    let tail = passage.words(passage.tail(index));
    let (at, _) = latest(&tail)?;
    let object = tail[..at].trim_start_matches('的').trim_end_matches(['已', '被', '获', '成', '功']);
    (object.chars().count() <= 5).then(|| object.to_owned())
}

/// 办结67件（含上年结转5件）: more than was taken in may come out.
fn brings_more(passage: &Passage, index: usize) -> bool {
    let end = passage.tail(index).end;
    passage.script().get(end) == Some('（')
        && passage.has(end..end + 14, &["含", "上年", "结转", "跨", "去年"])
}

/// True when two labels have two characters in a row in common.
pub(super) fn shares(one: &str, other: &str) -> bool {
    let letters: Vec<char> = one.chars().collect();
    letters.windows(2).any(|pair| other.contains(&pair.iter().collect::<String>()))
}
