//! What the writer told the checks to leave alone. Kept with the draft, so that it is undone,
//! stored and backed up as everything else that was decided about it.

use super::edit::get_text;
use super::model::Draft;
use super::place::Place;
use serde::{Deserialize, Serialize};

/// Rules that are switched off for a draft, and single findings that stand as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ignored {
    /// Names of rules, in the order in which they were switched off.
    pub rules: Vec<String>,
    /// Single findings, in the order in which they were ignored.
    pub places: Vec<IgnoredPlace>,
}

/// A finding that stands as it is. Known again by what was found there and not by where in the
/// field it stood, so that it outlives edits around it; other words or other figures are another
/// finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct IgnoredPlace {
    /// Name of the rule.
    pub rule: String,
    /// The field.
    pub place: Place,
    /// The words, as they print.
    pub quote: String,
    /// What was stated there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// What was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The last characters before the words when they were ignored. Where a field holds the same
    /// words twice, they tell which were meant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The first characters behind the words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Ignored {
    /// True when nothing is ignored.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.places.is_empty()
    }

    /// True for a rule that is switched off.
    pub fn has_rule(&self, rule: &str) -> bool {
        self.rules.iter().any(|it| it == rule)
    }

    /// Switches a rule off.
    pub fn add_rule(&mut self, rule: &str) {
        if !self.has_rule(rule) {
            self.rules.push(rule.to_owned());
        }
    }

    /// Switches a rule on again; `false` when it was not off.
    pub fn remove_rule(&mut self, rule: &str) -> bool {
        let before = self.rules.len();
        self.rules.retain(|it| it != rule);
        self.rules.len() < before
    }

    /// Lets a finding stand. The same may be said twice, of two equal findings in one field.
    pub fn add_place(&mut self, place: IgnoredPlace) {
        self.places.push(place);
    }

    /// Takes one such word back; `false` when none was said.
    pub fn remove_place(&mut self, place: &IgnoredPlace) -> bool {
        let at = self.places.iter().position(|it| it == place);
        at.map(|at| self.places.remove(at)).is_some()
    }
}

/// Forgets findings in fields that the draft no longer has; gives back how many. They cannot come
/// again but by undo, which brings back the draft as it was.
pub fn forget_lost(draft: &mut Draft) -> usize {
    let mut places = std::mem::take(&mut draft.ignored.places);
    let before = places.len();
    places.retain(|it| get_text(draft, it.place).is_some());
    let lost = before - places.len();
    draft.ignored.places = places;
    lost
}

#[cfg(test)]
mod tests {
    use super::super::{DraftId, PartKind, edit};
    use super::*;

    fn place(place: Place, quote: &str) -> IgnoredPlace {
        IgnoredPlace {
            rule: "sum-mismatch".into(),
            place,
            quote: quote.into(),
            stated: Some("22".into()),
            expected: Some("21".into()),
            before: String::new(),
            after: String::new(),
        }
    }

    #[test]
    fn a_rule_is_off_once_however_often_it_is_switched_off() {
        let mut ignored = Ignored::default();
        ignored.add_rule("placeholder");
        ignored.add_rule("placeholder");
        assert!(ignored.has_rule("placeholder") && ignored.remove_rule("placeholder"));
        assert!(ignored.is_empty() && !ignored.remove_rule("placeholder"));
    }

    #[test]
    fn each_of_two_equal_places_is_taken_back_for_itself() {
        let mut ignored = Ignored::default();
        ignored.add_place(place(Place::Preamble, "22个"));
        ignored.add_place(place(Place::Preamble, "22个"));
        assert!(ignored.remove_place(&place(Place::Preamble, "22个")));
        assert_eq!(ignored.places.len(), 1);
        assert!(!ignored.remove_place(&place(Place::Closing, "22个")));
    }

    #[test]
    fn what_is_removed_takes_its_ignored_findings_along() {
        let mut draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let item = edit::add_item(&mut draft, PartKind::Work, None, 1).unwrap();
        let row = edit::add_indicator(&mut draft, None);
        let places = [
            Place::ItemText(item),
            Place::Preamble,
            Place::Indicator(row, super::super::Column::Value),
            Place::PartText(PartKind::Work),
        ];
        for it in places {
            draft.ignored.add_place(place(it, "22个"));
        }
        edit::remove_item(&mut draft, item);
        edit::remove_indicator(&mut draft, row);
        let left: Vec<Place> = draft.ignored.places.iter().map(|it| it.place).collect();
        assert_eq!(left, [Place::Preamble, Place::PartText(PartKind::Work)]);
        assert_eq!(forget_lost(&mut draft), 0);
    }
}
