//! Findings apart by what the writer let stand. A rule never asks: what is ignored is still found,
//! so that it can be listed and taken back.

use super::finding::Finding;
use crate::draft::{Draft, IgnoredPlace, Place, edit};
use std::collections::{HashMap, HashSet};

/// How many characters beside a finding tell it from an equal one in the same field.
const CONTEXT: usize = 8;

/// Equal findings that are compared with an ignored one whose surroundings were rewritten; keeps
/// the work linear in any text.
const MOST_COMPARED: usize = 64;

/// The findings of a draft, apart by its [`Ignored`](crate::draft::Ignored).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Those to be looked at, in the order given.
    pub shown: Vec<Finding>,
    /// Those that are let stand.
    pub kept_back: KeptBack,
}

/// Everything that a draft ignores, found now or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptBack {
    /// The rules that are switched off, each with the number of findings that it keeps back now.
    pub rules: Vec<(String, usize)>,
    /// The places that are ignored, each with what is found there now; `None` where the words or
    /// figures are others since.
    pub places: Vec<(IgnoredPlace, Option<Finding>)>,
}

impl KeptBack {
    /// How many rules and places there are.
    pub fn count(&self) -> usize {
        self.rules.len() + self.places.len()
    }
}

/// The word that lets a finding of a draft stand.
pub fn ignored_place(draft: &Draft, finding: &Finding) -> IgnoredPlace {
    let (before, after) = context(draft, finding);
    IgnoredPlace {
        rule: finding.rule.clone(),
        place: finding.place,
        quote: finding.quote.clone(),
        stated: finding.stated.clone(),
        expected: finding.expected.clone(),
        before,
        after,
    }
}

/// Parts the findings of a draft. A place that is ignored keeps back one finding: of several with
/// the same words and figures in one field, the one that stands as it stood. A second `xx%` that
/// was written later is a finding of its own.
pub fn split(draft: &Draft, findings: Vec<Finding>) -> Split {
    let places = matched(draft, &findings);
    let mut back: HashSet<usize> = places.iter().flatten().copied().collect();
    let mut rules: HashMap<&str, usize> = draft.ignored.rules.iter().map(|rule| (rule.as_str(), 0)).collect();
    for (at, finding) in findings.iter().enumerate() {
        if let Some(count) = rules.get_mut(finding.rule.as_str()) {
            *count += 1;
            back.insert(at);
        }
    }
    let count = |rule: &String| (rule.clone(), rules.get(rule.as_str()).copied().unwrap_or_default());
    let found = |at: Option<usize>| at.and_then(|at| findings.get(at).cloned());
    Split {
        kept_back: KeptBack {
            rules: draft.ignored.rules.iter().map(count).collect(),
            places: draft.ignored.places.iter().cloned().zip(places.into_iter().map(found)).collect(),
        },
        shown: findings
            .iter()
            .enumerate()
            .filter(|(at, _)| !back.contains(at))
            .map(|(_, finding)| finding.clone())
            .collect(),
    }
}

/// What makes a finding known again, wherever in its field it stands.
type Key<'a> = (&'a str, Place, &'a str, Option<&'a str>, Option<&'a str>);

fn key<'a>(
    rule: &'a str,
    place: Place,
    quote: &'a str,
    stated: &'a Option<String>,
    expected: &'a Option<String>,
) -> Key<'a> {
    (rule, place, quote, stated.as_deref(), expected.as_deref())
}

fn key_of(it: &IgnoredPlace) -> Key<'_> {
    key(&it.rule, it.place, &it.quote, &it.stated, &it.expected)
}

/// For each ignored place, the finding that it keeps back.
fn matched(draft: &Draft, findings: &[Finding]) -> Vec<Option<usize>> {
    let ignored = &draft.ignored.places;
    let mut equal: HashMap<Key<'_>, Vec<usize>> = ignored.iter().map(|it| (key_of(it), Vec::new())).collect();
    for (at, it) in findings.iter().enumerate() {
        if let Some(all) = equal.get_mut(&key(&it.rule, it.place, &it.quote, &it.stated, &it.expected)) {
            all.push(at);
        }
    }
    // Only where there is a choice do the surroundings matter.
    let several = equal.values().filter(|all| all.len() > 1).flatten();
    let contexts: HashMap<usize, (String, String)> =
        several.filter_map(|at| Some((*at, context(draft, findings.get(*at)?)))).collect();
    let mut standing: HashMap<(Key<'_>, &str, &str), Vec<usize>> = HashMap::new();
    for (key, all) in &equal {
        for at in all.iter().rev() {
            if let Some((before, after)) = contexts.get(at) {
                standing.entry((*key, before, after)).or_default().push(*at);
            }
        }
    }
    let mut taken = HashSet::new();
    let mut answers: Vec<Option<usize>> = ignored
        .iter()
        .map(|it| {
            let same = standing.get_mut(&(key_of(it), it.before.as_str(), it.after.as_str()));
            same.and_then(Vec::pop).inspect(|at| {
                taken.insert(*at);
            })
        })
        .collect();
    // What was rewritten around is found by what is left of its surroundings.
    for (answer, it) in answers.iter_mut().zip(ignored).filter(|(answer, _)| answer.is_none()) {
        let Some(all) = equal.get_mut(&key_of(it)) else { continue };
        all.retain(|at| !taken.contains(at));
        let likeness = |at: &usize| contexts.get(at).map_or(0, |context| alike(it, context));
        // Of equally alike ones the first.
        *answer = all.iter().take(MOST_COMPARED).copied().rev().max_by_key(likeness);
        taken.extend(*answer);
    }
    answers
}

/// How many characters beside a finding are those that stood beside an ignored one.
fn alike(ignored: &IgnoredPlace, (before, after): &(String, String)) -> usize {
    let back = ignored.before.chars().rev().zip(before.chars().rev()).take_while(|(a, b)| a == b).count();
    back + ignored.after.chars().zip(after.chars()).take_while(|(a, b)| a == b).count()
}

/// The text beside a finding, as typed.
fn context(draft: &Draft, finding: &Finding) -> (String, String) {
    let text = edit::get_text(draft, finding.place).unwrap_or_default();
    let (Some(before), Some(after)) = (text.get(..finding.range.start), text.get(finding.range.end..)) else {
        return Default::default();
    };
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    (before[from..].to_owned(), after.chars().take(CONTEXT).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::draft::DraftId;

    const WRONG: &str = "部门22个（16个部门、5个社区）。";

    fn draft(text: &str) -> Draft {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        draft.preamble = text.into();
        draft
    }

    fn of_preamble(findings: &[Finding]) -> Vec<&Finding> {
        findings.iter().filter(|it| it.place == Place::Preamble).collect()
    }

    /// Ignores the `nth` finding of the opening.
    fn ignore(draft: &mut Draft, nth: usize) {
        let found = check(draft);
        let place = ignored_place(draft, of_preamble(&found)[nth]);
        draft.ignored.add_place(place);
    }

    /// Where findings of the opening are shown, and which ignored places keep one back.
    fn parted(draft: &Draft) -> (Vec<usize>, Vec<bool>) {
        let split = split(draft, check(draft));
        let shown = of_preamble(&split.shown).iter().map(|it| it.range.start).collect();
        (shown, split.kept_back.places.iter().map(|(_, found)| found.is_some()).collect())
    }

    #[test]
    fn an_ignored_place_outlives_edits_around_it_and_comes_back_with_other_figures() {
        let mut draft = draft(WRONG);
        ignore(&mut draft, 0);
        assert_eq!(parted(&draft), (vec![], vec![true]));
        draft.preamble = format!("上半年工作如下。\n{WRONG}其余略。");
        assert_eq!(parted(&draft), (vec![], vec![true]));
        draft.preamble = WRONG.replace("5个", "4个");
        assert_eq!(parted(&draft), (vec!["部门".len()], vec![false]));
        draft.preamble = WRONG.into();
        assert_eq!(parted(&draft), (vec![], vec![true]), "what was decided of the old figures stands");
    }

    #[test]
    fn the_same_words_in_another_field_are_another_finding() {
        let mut draft = draft(WRONG);
        ignore(&mut draft, 0);
        draft.closing = WRONG.into();
        let shown = split(&draft, check(&draft)).shown;
        assert!(shown.iter().any(|it| it.place == Place::Closing) && of_preamble(&shown).is_empty());
    }

    #[test]
    fn of_equal_findings_only_the_one_that_was_meant_is_kept_back() {
        let mut draft = draft("青苗杯XX人参加。");
        ignore(&mut draft, 0);
        let second = "又有XX人报名。青苗杯XX人参加。";
        draft.preamble = second.into();
        assert_eq!(parted(&draft), (vec![second.find("XX").unwrap()], vec![true]));
        // Rewritten on one side it is known by the other.
        let rewritten = "又有XX人报名。今年的XX人参加。";
        draft.preamble = rewritten.into();
        assert_eq!(parted(&draft), (vec![rewritten.find("XX").unwrap()], vec![true]));
        ignore(&mut draft, 0);
        assert_eq!(parted(&draft), (vec![], vec![true, true]));
        draft.preamble = "青苗杯XX人参加。".into();
        assert_eq!(parted(&draft), (vec![], vec![true, false]));
    }

    #[test]
    fn a_rule_that_is_off_keeps_back_all_that_it_finds_and_says_how_much() {
        let mut draft = draft(&format!("{WRONG}截止6月1日，{}", WRONG.replace("22", "23")));
        draft.ignored.add_rule("sum-mismatch");
        draft.ignored.add_rule("a-rule-of-another-build");
        let parted = split(&draft, check(&draft));
        assert!(parted.shown.iter().all(|it| it.rule != "sum-mismatch"));
        assert!(parted.shown.iter().any(|it| it.rule == "cutoff-word"));
        let rules = [("sum-mismatch".to_owned(), 2), ("a-rule-of-another-build".to_owned(), 0)];
        assert_eq!((parted.kept_back.rules.as_slice(), parted.kept_back.count()), (rules.as_slice(), 2));
    }

    #[test]
    fn thousands_of_equal_findings_and_ignored_places_are_parted_at_once() {
        let mut draft = draft(&"XX人参加。".repeat(5_000));
        let found = check(&draft);
        let all = of_preamble(&found).len();
        let mut place = ignored_place(&draft, of_preamble(&found)[0]);
        place.before = "不再如此".into();
        for _ in 0..all + 10 {
            draft.ignored.add_place(place.clone());
        }
        let parted = split(&draft, found);
        assert_eq!(of_preamble(&parted.shown).len(), 0);
        assert_eq!(parted.kept_back.places.iter().filter(|(_, found)| found.is_none()).count(), 10);
    }
}
