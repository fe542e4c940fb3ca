//! Offers figures while a reference is typed: after `{`, or `｛` as Chinese keyboards give it.

use crate::draft::Draft;
use crate::draft::reference::{self, Aspect};

/// A reference being typed: from its brace to the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Byte offset of the brace.
    pub start: usize,
    /// Byte offset of the caret.
    pub caret: usize,
    /// What stands between them.
    pub words: String,
}

/// Something that can be inserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The reference's text: `{团员人数}`.
    pub reference: String,
    /// Its name.
    pub name: String,
    /// What it stands for now.
    pub stands_for: String,
}

/// Longest name that is still taken for a reference being typed.
const LONGEST: usize = 40;

/// Most choices shown; more typing narrows them.
const MOST: usize = 12;

/// The reference being typed at the caret, if any.
pub fn query(text: &str, caret: usize) -> Option<Query> {
    let before = text.get(..caret)?;
    let start = before.rfind(['{', '｛'])?;
    let brace = before[start..].chars().next()?.len_utf8();
    let words = &before[start + brace..];
    let open = !words.contains(['}', '｝', '\n', '。']) && words.chars().count() <= LONGEST;
    open.then(|| Query { start, caret, words: words.to_owned() })
}

/// What matches a query: the indicators, their aspects once a name is whole, and the report's
/// own facts.
pub fn choices(draft: &Draft, query: &Query) -> Vec<Choice> {
    let wanted = query.words.trim();
    let (name, aspect) = wanted.split_once([':', '：']).unwrap_or((wanted, ""));
    let references = reference::References::of(draft);
    let choice = |name: &str, aspect: Aspect| {
        let text = reference::write(name, aspect);
        let stands_for = references.resolve(text.trim_matches(['{', '}']));
        let label =
            if aspect == Aspect::Value { name.to_owned() } else { format!("{name} · {}", aspect.word()) };
        (text, label, stands_for)
    };
    let mut found = Vec::new();
    for indicator in draft.indicators.iter().filter(|it| it.name.contains(name) && !it.name.trim().is_empty())
    {
        let aspects = if indicator.name.trim() == name || wanted.contains([':', '：']) {
            &Aspect::ALL[..]
        } else {
            &Aspect::ALL[..1]
        };
        for it in aspects.iter().filter(|it| it.word().contains(aspect)) {
            let (reference, name, stands_for) = choice(indicator.name.trim(), *it);
            match stands_for {
                Some(stands_for) => found.push(Choice { reference, name, stands_for }),
                // A row whose value is still to come can be referred to already.
                None if *it == Aspect::Value => {
                    found.push(Choice { reference, name, stands_for: "—".to_owned() })
                }
                None => {}
            }
        }
    }
    for (fact, stands_for) in reference::facts(draft) {
        if fact.contains(wanted) {
            found.push(Choice { reference: format!("{{{fact}}}"), name: fact, stands_for });
        }
    }
    // What begins with the words typed comes before what merely holds them: 同 means 同比 first.
    let last_word = if aspect.is_empty() { name } else { aspect };
    found.sort_by_key(|choice| {
        !choice.name.rsplit(" · ").next().is_some_and(|word| word.starts_with(last_word))
    });
    found.truncate(MOST);
    found
}
