//! What rules say of a passage: what is wrong, and, where it is asked for, what agrees.

use super::flaw::Flaw;
use std::ops::Range;

/// Figures that were compared and agree. Ranges are positions of characters of the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The rule's name.
    pub rule: &'static str,
    /// The figure that was compared.
    pub range: Range<usize>,
    /// The figures with which it was compared.
    pub related: Vec<Range<usize>>,
    /// The comparison in a clerk's words: 16 + 6 = 22.
    pub words: String,
}

impl Agreement {
    /// An agreement of a figure with others.
    pub fn new(
        rule: &'static str,
        range: Range<usize>,
        related: impl IntoIterator<Item = Range<usize>>,
        words: impl Into<String>,
    ) -> Self {
        Self { rule, range, related: related.into_iter().collect(), words: words.into() }
    }
}

/// Collects what rules say.
#[derive(Debug, Default)]
pub struct Verdicts {
    /// What is wrong.
    pub flaws: Vec<Flaw>,
    /// What agrees; stays empty unless asked for.
    pub agreements: Vec<Agreement>,
    with_agreements: bool,
}

impl Verdicts {
    /// A collection that keeps agreements as well.
    pub fn with_agreements() -> Self {
        Self { with_agreements: true, ..Self::default() }
    }

    /// Notes a flaw.
    pub fn push(&mut self, flaw: Flaw) {
        self.flaws.push(flaw);
    }

    /// Notes flaws.
    pub fn extend(&mut self, flaws: impl IntoIterator<Item = Flaw>) {
        self.flaws.extend(flaws);
    }

    /// True where somebody asks what agrees.
    pub fn wants_agreements(&self) -> bool {
        self.with_agreements
    }

    /// Notes an agreement; `make` is called only where somebody asks for it, so that checking
    /// while typing does not pay for it.
    pub fn agree(&mut self, make: impl FnOnce() -> Agreement) {
        if self.with_agreements {
            self.agreements.push(make());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Passage, Section, agreements};

    /// The rule, the figure and the words of each agreement of a text of 2026年上半年.
    fn agreeing(text: &str, section: Section) -> Vec<String> {
        let passage = Passage::of(text, section, "2026H1".parse().ok());
        let all = agreements(&passage).into_iter();
        all.map(|it| format!("{} {}: {}", it.rule, passage.words(it.range), it.words)).collect()
    }

    #[test]
    fn figures_that_were_compared_and_are_right_are_told_with_the_arithmetic() {
        for (text, expected) in [
            ("部门22个(16个部门、6个社区)。", "sum-mismatch 22个: 16 + 6 = 22"),
            ("机关18个、村15个，共计33个。", "sum-mismatch 33个: 18 + 15 = 33"),
            ("规上企业63家，已建45家，其余18家未建。", "sum-mismatch 18家: 45 + 18 = 63"),
            ("有团员的企业26家,其中已建团组织24家。", "part-exceeds-whole 24家: 24家 ≤ 26家"),
            ("8名对象每人帮扶12次,总计96次。", "product-mismatch 96次: 8 × 12 = 96"),
            ("走访136户，发放慰问金6.8万元，户均500元。", "product-mismatch 6.8万元: 136 × 500 = 6.8万"),
            ("共有4家,分别为甲社区、乙社区、丙社区、丁社区。", "list-count-mismatch 4家: 列出 4 项"),
            ("应到120人，实到96人，到会率80%。", "rate-mismatch 80%: 96 ÷ 120 × 100% = 80%"),
            ("现有女团员640人，占团员1600人的40%。", "rate-mismatch 40%: 640 ÷ 1600 × 100% = 40%"),
            ("由去年同期的240人增至300人,同比增长25%。", "rate-mismatch 25%: (300 - 240) ÷ 240 × 100% = 25%"),
            ("由100人增至300人，增长2倍。", "rate-mismatch 2倍: (300 - 100) ÷ 100 = 2倍"),
            ("参学率由60%提高到75%，增长25%。", "percent-vs-point 25%: (75% - 60%) ÷ 60% × 100% = 25%"),
            ("满意度达96%，比上年的91%提高5个百分点。", "percent-vs-point 5个百分点: 96% - 91% = 5个百分点"),
            (
                "目标12家,完成12家,圆满完成。",
                "target-contradiction 12家: 目标 12家，完成 12家，与「圆满完成」相符",
            ),
            ("募集图书3.6万册(36000册)。", "unit-scale 3.6万册: 3.6万册 = 36000册"),
            ("6月18日开展活动。", "date-outside-period 6月18日: 在报告期2026年上半年之内"),
            ("6月18日开展活动。", "date-impossible 6月18日: 日历上有这一天"),
            ("现将2026年上半年工作情况报告如下。", "period-mismatch 2026年上半年: 与报告期2026年上半年一致"),
            (
                "全区共有团员1779人。截至6月底，全区共有团员1779人。",
                "value-conflict 1779人: 与前面的 1779人 一致",
            ),
        ] {
            let found = agreeing(text, Section::Done);
            assert!(found.iter().any(|it| it == expected), "「{expected}」 not in {found:#?} of 「{text}」");
        }
        let plan = agreeing("9月举办大赛。", Section::Plan);
        assert_eq!(plan, ["date-outside-period 9月: 在报告期2026年上半年之后"]);
    }

    #[test]
    fn what_is_wrong_or_cannot_be_compared_is_no_agreement() {
        for text in [
            "部门22个(16个部门、5个社区)。",
            "目标募集50万元，实际募集42万元，完成率88%。",
            "由240人增至300人,同比增长20%。",
            "目标12家,完成10家,圆满完成。",
            "7月18日组织服务。",
            "共有团员1779人。",
            "走访社区，包括城东、城西等4个。",
            "满意率95%。",
            "全区共有团员1779人，去年同期全区共有团员1779人。",
        ] {
            let mut found = agreeing(text, Section::Done);
            found.retain(|it| !it.starts_with("date-impossible"));
            assert!(found.is_empty(), "{found:?} in 「{text}」");
        }
    }

    #[test]
    fn asking_what_agrees_changes_nothing_of_what_is_wrong() {
        use crate::check::prose::{judge, settle};
        use crate::check::verdict::Verdicts;
        let passages = include_str!("../../tests/cases/check/passages.jsonl");
        let blind = include_str!("../../tests/cases/check/blind.jsonl");
        let mut agreements = 0;
        for line in passages.lines().chain(blind.lines()) {
            let case: serde_json::Value = serde_json::from_str(line).expect("a case a line");
            let text = case["text"].as_str().expect("a case has a text");
            for section in [Section::Done, Section::Plan] {
                let passage = Passage::of(text, section, "2026H1".parse().ok());
                let (mut plain, mut asked) = (Verdicts::default(), Verdicts::with_agreements());
                judge(&passage, &mut plain);
                judge(&passage, &mut asked);
                settle(&mut plain.flaws);
                settle(&mut asked.flaws);
                assert_eq!(plain.flaws, asked.flaws, "{text}");
                assert!(plain.agreements.is_empty());
                agreements += asked.agreements.len();
            }
        }
        assert!(agreements > 100, "{agreements} agreements in all passages");
    }
}
