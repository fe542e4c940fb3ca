//! # What it does
//! Finds a count without its measure word.
//! # Why it is bad
//! 达350 may be people, visits or hours.
//! # Example
//! 志愿者达350，开展活动22次。
//! # Use instead
//! 志愿者达350名，开展活动22次。

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::{Kind, Mention, Style};

/// The rule.
pub const RULE: Rule = Rule { name: "unit-missing", title: "缺少量词", scope: Scope::Passage(check) };

/// Words of reaching.
const REACHES: &[&str] = &[
    "达到", "多达", "共计", "总计", "累计", "合计", "共有", "超过", "突破", "达", "共", "近", "约", "超",
    "逾",
];

/// Words that lead to a count.
const LEADS: &[&str] = &[
    "达到", "多达", "共计", "总计", "累计", "合计", "共有", "达", "共", "近", "约", "超过", "超", "逾",
    "突破", "完成", "新增", "新建", "发放", "发展", "培训", "吸引", "覆盖", "惠及", "服务", "招募", "走访",
    "慰问", "帮扶", "收集", "征集", "举办", "开展", "组织", "评选", "接待", "受理", "募集",
];

/// Nouns that name a number and so carry their unit, or words before a code or a rank.
const NAMED: &[&str] = &[
    "数",
    "量",
    "额",
    "率",
    "值",
    "分",
    "分数",
    "指数",
    "名次",
    "编号",
    "电话",
    "热线",
    "号",
    "号码",
    "代码",
    "群",
    "邮编",
    "版本",
    "比",
    "度",
    "前",
    "第",
    "居",
    "列",
    "排",
    "位",
    "优于",
    "拨打",
    "服务台",
    "平台",
    "方案",
    "计划",
    "工程",
    "行动",
    "级",
    "模式",
    "至",
    "到",
    "为",
    "从",
    "由",
    "页",
    "图",
    "表",
    "附件",
    "序号",
    "学号",
    "时间",
    "日期",
    "得",
    "规模",
    "阅读",
    "产值",
    "收入",
    "分别",
    "比分",
    "积分",
    "得分",
    "分别达",
    "之",
];

/// Clauses about a number that is no count.
const NOT_COUNTED: &[&str] = &["率", "热线", "电话", "得分", "排名", "编号", "占比", "产值", "文件"];

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, mention) in passage.mentions().iter().enumerate() {
        if !is_bare(passage, mention) {
            continue;
        }
        let script = passage.script();
        let lead = passage.lead(index);
        let mut end = mention.range.start;
        let mut led = !mention.marks.is_empty();
        while let Some(word) =
            script.one_before(end, LEADS).filter(|word| end - word.chars().count() >= lead.start)
        {
            end -= word.chars().count();
            led = true;
            // 服务留守儿童达640: behind a verb of doing stands no further one.
            if !REACHES.contains(&word) {
                break;
            }
        }
        let noun = lead.start..end;
        // 发放宣传资料3000，: without a verb of reaching the noun must follow a verb of doing.
        let direct = passage.has(noun.clone(), LEADS)
            && noun.len() >= 4
            && mention.value >= rust_decimal::Decimal::TEN;
        let named = script.one_before(end, NAMED).is_some() || passage.has(noun, NOT_COUNTED);
        if (!led && !direct) || named {
            continue;
        }
        let range = if led { end.max(lead.start)..mention.range.end } else { mention.range.clone() };
        let words = passage.words(range.clone());
        verdicts.push(
            Flaw::new(RULE.name, range, format!("「{words}」后面没有量词，请补上单位，如人、名、个、次。"))
                .severity(Severity::Warning)
                .figures(passage.words(mention.number.clone()), "数字加量词"),
        );
    }
}

fn is_bare(passage: &Passage, mention: &Mention) -> bool {
    let script = passage.script();
    let end = mention.range.end;
    let stops = matches!(script.get(end), None | Some('，' | '。' | '；' | '！' | '\n'));
    let year = mention.value >= 1900.into()
        && mention.value <= 2100.into()
        && mention.decimals == 0
        && mention.marks.is_empty();
    let bracket = passage.reading.outline.in_bracket(mention.number.start);
    mention.kind == Kind::Bare
        && mention.style == Style::Arabic
        && !mention.scaled
        && mention.decimals == 0
        && !mention.quoted
        && !mention.range_start
        && !mention.range_end
        && stops
        && !year
        && !bracket
        && !hotline(passage, mention)
}

/// Public numbers that are dialled, not counted.
fn hotline(passage: &Passage, mention: &Mention) -> bool {
    let digits = passage.words(mention.number.clone());
    let short = ["110", "119", "120", "122", "114"].contains(&digits.as_str());
    let long = digits.len() == 5
        && (digits.starts_with("12") || digits.starts_with("96") || digits.starts_with("10"));
    short || long || digits.starts_with('0') || digits.len() > 7
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
        ]);
    }
}
