//! # What it does
//! Finds figures and names that were never filled in: x名, XX%, X.X万元, ×月, ___, 201X年, （ ）场,
//! 〔数量〕.
//! # Why it is bad
//! A mask goes out under the seal.
//! # Example
//! 提供就业岗位xx个。
//! # Use instead
//! 提供就业岗位420个。

mod hole;
mod mask;

use super::{Rule, Scope};
use crate::check::finding::Severity;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::measure;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule { name: "placeholder", title: "未填的空", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    let mut at = 0;
    while let Some(c) = script.get(at) {
        let found = match c {
            _ if mask::is_sign(c) => mask::at(passage, at),
            '〔' | '【' | '[' | '{' | '<' | '（' => hole::at(script, at),
            '年' => hole::blank_date(script, at),
            _ => None,
        }
        .or_else(|| hole::blank_figure(script, at));
        match found {
            Some(range) => {
                at = range.end.max(at + 1);
                push(passage, range, verdicts);
            }
            // A row of signs is judged once.
            None => {
                at += 1;
                while mask::is_sign(c) && script.get(at) == Some(c) {
                    at += 1;
                }
            }
        }
    }
    noughts(passage, verdicts);
}

/// 00名: a count of nothing but noughts.
fn noughts(passage: &Passage, verdicts: &mut Verdicts) {
    for mention in passage.mentions() {
        let blank = mention.value.is_zero()
            && mention.decimals == 0
            && mention.number.len() >= 2
            && matches!(
                mention.unit,
                "人" | "名" | "人次" | "场" | "次" | "个" | "家" | "项" | "期" | "户" | "元" | "%"
            )
            && passage.script().slice(mention.number.clone()).iter().all(|c| *c == '0');
        if blank && !mention.quoted {
            push(passage, mention.range.clone(), verdicts);
        }
    }
}

fn push(passage: &Passage, range: Range<usize>, verdicts: &mut Verdicts) {
    let script = passage.script();
    let counted = script.before(range.end).is_some_and(|c| c == '%' || c == '年' || c == '月' || c == '日')
        || measure::at(script, range.end.saturating_sub(1)).is_some();
    let severity = if counted { Severity::Error } else { Severity::Warning };
    let words = passage.words(range.clone()).to_string();
    verdicts.push(
        Flaw::new(RULE.name, range, format!("「{words}」还没有填写，请补上实际内容。")).severity(severity),
    );
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_figure_that_was_never_filled_in_is_found() {
        wrong(
            "placeholder",
            &[
                ("选树青年岗位能手x名。", "x名"),
                ("提供就业岗位xx个。", "xx个"),
                ("参学率稳定在XX%以上。", "XX%"),
                ("于×月召开会议。", "×月"),
                ("慰问困难青少年___户。", "___"),
                ("落实《201X年度重点工作清单》要求。", "201X年"),
                ("20XX年，团区委认真履职。", "20XX年"),
                ("培训团干部＊＊人次。", "＊＊人次"),
                ("发展团员□□名。", "□□名"),
                ("□月□日，召开全委会。", "□月□日"),
                ("投入经费    万元，维修阵地1处。", "万元"),
                ("全年共　　场，参加300人。", "场"),
                ("共开展活动〔次数〕，参与者众多。", "〔次数〕"),
                ("累计募集资金（待补充）。", "（待补充）"),
                ("会议于2026年　月　日召开。", "2026年　月　日"),
                ("在某街道x社区开展服务。", "x"),
                ("xxxx年，团区委认真履职。", "xxxx年"),
                ("募集善款X.X万元。", "X.X万元"),
                ("X—X月，走访街道和园区。", "X—X月"),
                ("每期招收××至××人。", "××至××人"),
                ("推荐N名优秀团员。", "N名"),
                ("吸引？？人次参与。", "？？人次"),
                ("开展宣讲（ ）场。", "（ ）场"),
                ("新发展团员【人数】名。", "【人数】名"),
                ("建成青年之家[数量]个。", "[数量]个"),
                ("志愿服务总时长增长18%（数据待核）。", "（数据待核）"),
                ("第×届科技节如期举行。", "第×届"),
                ("累计服务青年……人次。", "……人次"),
                ("开展活动00场。", "00场"),
                ("二〇二×年五月召开会议。", "二〇二×年"),
            ],
        );
        right(&[
            "落实“1+X”证书制度。",
            "为青年提供X光检查。",
            "投入经费 12 万元，走访 6 家。",
            "姓  名：张三；单  位：城关镇团委。",
            "“X青年”工作室推出作品32部。",
            "实行7×24小时值守。",
            "8×12=96，核算无误。",
            "通过App和box空间开展服务。",
            "依据中青发〔2026〕3号文件要求。",
            "二○二六年六月。",
            "探索“1+N”模式。",
            "推出“青春×书香”品牌，咖啡×书店受到欢迎。",
            "青年突击队14支〔含新组建的3支〕。",
            "甲线、乙线、X线同时开放，在A、B、X三个厂区义诊。",
            "X线报告平均25分钟，X光片186张。",
            "面向〇〇后青工授课12讲。",
            "按“单价×数量”核算，装机容量×有效小时数就是电量。",
            "构建1个中心、N个站点的网络。",
            "**重点工作**扎实推进。",
            "*人数以签到表为准。",
            "为涉案未成年人李×、张××提供辅导6次。",
            "对的打√、错的打×，86名学员通过。",
            "“X项目”孵化团队12支。",
            "【组织建设】指导42个支部换届。",
            "值得思考的是什么？人人都能回答。",
        ]);
    }
}
