//! What a rule says. Data only: the screen decides how it looks.

use crate::draft::Place;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong.
    Error,
    /// Most likely wrong, or missing.
    Warning,
    /// Please confirm.
    Hint,
}

impl Severity {
    /// For a clerk: 错误, 存疑, 提示.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "存疑",
            Self::Hint => "提示",
        }
    }

    /// As on the command line and in style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// A change that puts a finding right, applied by one key. Never alters a figure by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// Bytes of the place's text as typed.
    pub range: Range<usize>,
    /// What comes in their stead.
    pub text: String,
    /// What the button says: 改为「截至」.
    pub label: String,
}

/// One thing that a clerk should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's name in kebab case, as in the command line's `kind`: `sum-mismatch`.
    pub rule: String,
    /// How sure it is.
    pub severity: Severity,
    /// The field it stands in.
    pub place: Place,
    /// Bytes of that field's text as typed (references not expanded); empty when the whole field
    /// is meant, for example because it is missing.
    pub range: Range<usize>,
    /// The words found, as they print.
    pub quote: String,
    /// What was stated, where figures disagree.
    #[serde(default)]
    pub stated: Option<String>,
    /// What was expected.
    #[serde(default)]
    pub expected: Option<String>,
    /// Other places that took part, as ranges of their fields' text as typed.
    #[serde(default)]
    pub related: Vec<(Place, Range<usize>)>,
    /// What is wrong and what to do, in a clerk's words, with the arithmetic: 16 + 6 = 22，文中为 21.
    pub message: String,
    /// A change that puts it right, where one is certain.
    #[serde(default)]
    pub fix: Option<Fix>,
}

/// A message with its arithmetic set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained<'a> {
    /// 16 + 5 = 21 ≠ 22, where figures were compared.
    pub arithmetic: Option<String>,
    /// What is left to say: 请核对合计或各分项。
    pub words: &'a str,
}

impl Finding {
    /// The message with its arithmetic set apart; in one piece where it has none.
    pub fn explained(&self) -> Explained<'_> {
        computed(&self.message).unwrap_or_else(|| Explained {
            arithmetic: compared(self.stated.as_deref(), self.expected.as_deref()),
            words: &self.message,
        })
    }
}

/// Reads 「16 + 5 = 21，文中为 22，请核对。」: what was computed, what was stated, what to do.
fn computed(message: &str) -> Option<Explained<'_>> {
    let (head, rest) = message.split_once(['，', '。'])?;
    if !(head.contains(" = ") || head.contains(" ≈ ")) || head.contains('「') {
        return None;
    }
    let stated = rest.split_once('，').and_then(|(clause, words)| {
        let (_, stated) = clause.rsplit_once("为 ").or_else(|| clause.rsplit_once("是 "))?;
        Some(Explained { arithmetic: Some(format!("{head} ≠ {stated}")), words })
    });
    Some(stated.unwrap_or_else(|| Explained { arithmetic: Some(head.to_owned()), words: rest }))
}

/// Two figures of one unit that should agree, or of which one should not pass the other.
fn compared(stated: Option<&str>, expected: Option<&str>) -> Option<String> {
    let (stated, expected) = (stated?, expected?);
    let is_figure = |words: &str| words.starts_with(|c: char| c.is_ascii_digit());
    let unit = |words: &str| {
        words.trim_start_matches(|c: char| c.is_ascii_digit() || ",.，．".contains(c)).to_owned()
    };
    let relation = if let Some(most) = expected.strip_prefix("不超过") {
        Some((most, ">"))
    } else if let Some(least) = expected.strip_prefix("不小于") {
        Some((least, "<"))
    } else {
        (unit(stated) == unit(expected)).then_some((expected, "≠"))
    };
    let (other, sign) =
        relation.filter(|(other, _)| is_figure(stated) && is_figure(other) && *other != stated)?;
    Some(format!("{stated} {sign} {other}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Section, check, check_text};
    use crate::draft::{Draft, DraftId};

    fn explained(text: &str) -> (Option<String>, String) {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        draft.preamble = text.into();
        let found = check(&draft);
        let finding = found.iter().find(|it| it.place == Place::Preamble).expect(text);
        let explained = finding.explained();
        (explained.arithmetic, explained.words.to_owned())
    }

    #[test]
    fn the_arithmetic_stands_apart_from_what_to_do() {
        let cases = [
            ("部门22个（16个部门、5个社区）。", "16 + 5 = 21 ≠ 22"),
            ("开展讲座8场，每场12人，共90人。", "8 × 12 = 96 ≠ 90"),
            ("团员由100人增至150人，增长40%。", "(150 - 100) ÷ 100 × 100% = 50% ≠ 40%"),
            ("全区团员1797人。全区团员1779人。", "1779人 ≠ 1797人"),
        ];
        for (text, arithmetic) in cases {
            let (found, words) = explained(text);
            assert_eq!(found.as_deref(), Some(arithmetic), "{text}");
            assert!(words.contains("请核对") && !words.starts_with('，'), "{words}");
        }
        assert_eq!(explained("部门22个（16个部门、5个社区）。").1, "请核对合计或各分项。");
    }

    #[test]
    fn words_without_arithmetic_are_said_as_they_are() {
        let (arithmetic, words) = explained("截止6月1日，宣讲36场。");
        assert!(arithmetic.is_none() && words.contains("截至"));
        let (arithmetic, words) = explained("近百余人参加。");
        assert!(arithmetic.is_none() && words.contains("互相矛盾"));
    }

    #[test]
    fn no_rule_that_reckons_hides_its_arithmetic_in_a_sentence() {
        let passages = include_str!("../../tests/cases/check/passages.jsonl");
        let mut reckoned = 0;
        for line in passages.lines() {
            let passage: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = passage["text"].as_str().unwrap();
            for found in check_text(text, None, Section::Done) {
                let sums = ["sum-mismatch", "product-mismatch", "rate-mismatch", "unit-scale"];
                if sums.contains(&found.kind) {
                    let explained = computed(&found.message).expect(&found.message);
                    let arithmetic = explained.arithmetic.unwrap();
                    assert!(
                        arithmetic.contains('≠') && explained.words.starts_with(['请', '两']),
                        "{}",
                        found.message
                    );
                    reckoned += 1;
                }
            }
        }
        assert!(reckoned > 30, "{reckoned}");
    }
}
