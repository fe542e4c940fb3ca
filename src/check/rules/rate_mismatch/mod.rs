//! # What it does
//! Finds a percentage that does not follow from the figures beside it, rounded or cut to the
//! digits printed.
//! # Why it is bad
//! Anyone with a calculator finds it.
//! # Example
//! 应到120人，实到96人，到会率85%
//! # Use instead
//! 应到120人，实到96人，到会率80%
//!
//! A change is compared with the two values between which it lies, a share or a rate with its part
//! and its whole. Who is which is told by the words around the figures; that a figure lies near
//! to the right one is evidence that it was meant to be it.

mod form;
mod fraction;
mod growth;
mod of_rate;
mod respectively;
mod share;
mod stems;
mod whole;

use super::{Rule, Scope};
use crate::check::change;
use crate::check::passage::Passage;
use crate::check::verdict::Verdicts;
use crate::text::figures::Kind;

/// The rule.
pub const RULE: Rule = Rule { name: "rate-mismatch", title: "比率不符", scope: Scope::Passage(check) };

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    for (index, stated) in passage.mentions().iter().enumerate() {
        let rate = matches!(stated.kind, Kind::Percent | Kind::Times | Kind::Points);
        if !rate || stated.range_start || stated.range_end || stated.quoted {
            continue;
        }
        let claim = change::claim(passage, index);
        let flaw = match (stated.kind, &claim) {
            (Kind::Percent | Kind::Times, Some(claim)) => {
                growth::growth(passage, index, stated, claim, verdicts)
            }
            (Kind::Points, Some(claim)) => growth::points(passage, index, stated, claim, verdicts),
            (Kind::Percent, None) if respectively::begins(passage, index) => {
                respectively::check(passage, index, verdicts)
            }
            (Kind::Percent, None) => share::check(passage, index, stated, verdicts),
            _ => None,
        };
        verdicts.extend(flaw);
    }
    fraction::check(passage, verdicts);
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn a_rate_follows_from_the_figures_beside_it() {
        wrong(
            "rate-mismatch",
            &[
                ("应到120人，实到96人，到会率85%。", "85%"),
                ("入驻人数由去年同期的240人增至300人,同比增长20%。", "20%"),
                ("发现问题27个，已整改24个，整改率92.3%。", "92.3%"),
                ("全县416家规模以上企业中，已建团组织的为238家，占62.1%。", "62.1%"),
                ("转办个案53件，办结51件，办结率98%。", "98%"),
                ("今年服务300人，较去年同期的240人增长30%。", "30%"),
                ("目标募集50万元，实际募集42万元，完成率88%。", "88%"),
                ("案件由20件降至8件，下降50%。", "50%"),
                ("参学率由68.4%提高到81.9%，提高12个百分点。", "12个百分点"),
                ("参与人数由100人增至300人，增长3倍。", "3倍"),
                ("服务时长从1.2万小时增加到1.8万小时，增长60%。", "60%"),
                ("现有医护320人，参加比武的208人，参与率为72%。", "72%"),
                ("参训学员80人，结业76人，结业率92%。", "92%"),
                ("现有女团员640人，占团员1600人的45%。", "45%"),
                ("创建示范岗6个，较去年增加2个，增幅40%。", "40%"),
                ("支部大会出席率九成二，应到党团员五十名，实到四十四名。", "九成二"),
                ("应到委员50名，缺席4名，到会率88%。", "88%"),
                ("目标是新建青年之家40个，上半年建成24个，完成年度目标的65%。", "65%"),
                ("收到青年提案50件，其中已办复31件（72%）。", "72%"),
                ("初中生76名、高中生52名，分别占59.4%和33.9%。", "33.9%"),
                ("队员共180人，其中产业工人90人，占三分之二。", "三分之二"),
                ("优秀团干部共60名，其中来自一线的27名，超过半数。", "超过半数"),
                ("支部书记16名，其中6名有三年以上带队经历，占四分之一。", "占四分之一"),
                ("团员210人，占28岁以下职工600人的45%。", "45%"),
                ("评出入库项目50项。入库项目中已有21项落户园区，孵化率48%。", "48%"),
                ("回收的500份问卷中，有345份希望周末开课，占近八成。", "近八成"),
                ("回收有效问卷500份。其中，认为压力偏大的有320人，占六成八。", "六成八"),
                ("到会率94.1%（上年同期89.9%，提高5.2个百分点）。", "5.2个百分点"),
            ],
        );
        right(&[
            "录入率由60%提高到75%，提高15个百分点，相对增幅为25%；人员由200人增至230人，增长15%。",
            "评出入库项目50项。入库项目中已有21项落户园区，孵化率42%。",
            "应到82人、实到59人，到课率仅72%。",
            "涉未成年人案件由20件降至8件,同比下降60%。",
            "提供岗位420个，报名大学生689人，最终上岗386人，岗位利用率91.9%。",
            "发现问题27个，目前已整改24个，整改率88.9%。",
            "团员1779人，其中女团员800人，占45%，党员50人，占2.8%。",
            "参与1200人，其中团员800人，满意率95%。",
            "完成率125%，超额完成任务。",
            "参与人数由100人增至300人，增长2倍。",
            "现有女团员640人，占团员1600人的40%。",
            "服务时长从1.2万小时增加到1.8万小时，增长47.5%。",
            "创建示范岗3个，较去年增加1个，增幅50%。",
            "人次由1500人次增至3900人次,同比增长160%。",
            "粉丝4.2万人，较去年同期增长12%。",
            "支部大会出席率八成八，应到党团员五十名，实到四十四名。",
            "队员共180人，其中产业工人120人，占三分之二。",
            "优秀团干部共60名，其中来自一线的33名，超过半数。",
            "参加活动人数由240人增至300人，其中女青年增长40%。",
            "受助学生126名，其中小学生60名、初中生40名，女生占52%。",
            "一次性通过540人，补考通过40人，参加测试的600人最终通过率96.7%。",
        ]);
    }
}
