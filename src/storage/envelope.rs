//! The envelope around a stored draft.
//!
//! ```json
//! {"app":"qinggao","kind":"draft","schema":4,"id":"…","revision":7,"writer":"…",
//!  "saved_at":1782864000000,"trashed_at":null,"draft":{…},"length":4711,"checksum":"…"}
//! ```
//!
//! `length` and `checksum` are of everything else in its canonical form (compact JSON, keys
//! sorted), so that a backup may be indented. Any new field of a draft raises [`SCHEMA`]: an
//! older build would drop the field when it saves.

use super::repair::Repair;
use crate::draft::Draft;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Names our values among those of other pages.
pub(super) const APP: &str = "qinggao";

/// The form in which drafts are stored by this build.
pub const SCHEMA: u64 = 4;

const LENGTH: &str = "length";
const CHECKSUM: &str = "checksum";

/// A draft as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The draft, repaired where `notes` says so.
    pub draft: Draft,
    /// Counts the saves. Of two copies the higher one is the newer; clocks are not to be trusted.
    pub revision: u64,
    /// The tab that saved it.
    pub writer: String,
    /// When the text was saved, in milliseconds since 1970; for showing only.
    pub saved_at: u64,
    /// When it was put into the trash, where it was.
    pub trashed_at: Option<u64>,
    /// What had to be repaired to open it.
    pub notes: Vec<Repair>,
}

impl Stored {
    /// A draft that was never stored, for instance to write a backup where storage is blocked.
    pub fn new(draft: Draft, writer: impl Into<String>, now_ms: u64) -> Self {
        Self {
            draft,
            revision: 1,
            writer: writer.into(),
            saved_at: now_ms,
            trashed_at: None,
            notes: Vec::new(),
        }
    }

    /// The text to store.
    pub fn to_text(&self) -> String {
        seal(self).to_string()
    }
}

/// Which save of a draft a text is, read without looking at the draft itself or the checksum.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Head {
    pub(super) revision: u64,
    pub(super) writer: String,
}

impl Head {
    /// `None` for what is no stored draft.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// Puts a draft into its envelope.
pub(super) fn seal(stored: &Stored) -> Value {
    // Only a map with keys that are no strings, or a type that refuses, can fail; a draft has neither.
    let draft = serde_json::to_value(&stored.draft).expect("a draft is plain data");
    let mut envelope = Map::new();
    let mut put = |key: &str, value: Value| envelope.insert(key.to_owned(), value);
    put("app", APP.into());
    put("kind", "draft".into());
    put("schema", SCHEMA.into());
    put("id", stored.draft.id.0.as_str().into());
    put("revision", stored.revision.into());
    put("writer", stored.writer.as_str().into());
    put("saved_at", stored.saved_at.into());
    put("trashed_at", stored.trashed_at.into());
    put("draft", draft);
    let (length, checksum) = digest(&envelope);
    envelope.insert(LENGTH.to_owned(), length.into());
    envelope.insert(CHECKSUM.to_owned(), checksum.into());
    Value::Object(envelope)
}

/// True when nothing in the envelope changed since it was sealed.
pub(super) fn is_whole(envelope: &Map<String, Value>) -> bool {
    let (length, checksum) = digest(envelope);
    envelope.get(LENGTH).and_then(Value::as_u64) == Some(length)
        && envelope.get(CHECKSUM).and_then(Value::as_str) == Some(checksum.as_str())
}

fn digest(envelope: &Map<String, Value>) -> (u64, String) {
    let mut sum = Sum { hash: 0xcbf2_9ce4_8422_2325, length: 0 };
    object(envelope, &|key| key != LENGTH && key != CHECKSUM, &mut sum);
    (sum.length, format!("{:016x}", sum.hash))
}

/// FNV-1a, 64 bits: each step is reversible, so one changed byte always changes the sum.
struct Sum {
    hash: u64,
    length: u64,
}

impl Sum {
    fn add(&mut self, text: &str) {
        for byte in text.bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            self.length += 1;
        }
    }
}

fn canonical(value: &Value, sum: &mut Sum) {
    match value {
        Value::Object(map) => object(map, &|_| true, sum),
        Value::Array(values) => {
            sum.add("[");
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    sum.add(",");
                }
                canonical(value, sum);
            }
            sum.add("]");
        }
        scalar => sum.add(&scalar.to_string()),
    }
}

fn object(map: &Map<String, Value>, counts: &dyn Fn(&str) -> bool, sum: &mut Sum) {
    // Whether a map keeps its keys sorted depends on a feature that any dependency may switch on.
    let mut entries: Vec<_> = map.iter().filter(|(key, _)| counts(key)).collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    sum.add("{");
    for (index, (key, value)) in entries.into_iter().enumerate() {
        if index > 0 {
            sum.add(",");
        }
        sum.add(&Value::from(key.as_str()).to_string());
        sum.add(":");
        canonical(value, sum);
    }
    sum.add("}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftId;

    #[test]
    fn the_sum_is_of_the_content_and_not_of_its_layout() {
        let draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let sealed = seal(&Stored::new(draft, "w", 1));
        let pretty: Map<String, Value> = serde_json::from_str(&format!("{sealed:#}")).unwrap();
        assert!(is_whole(&pretty));
        let mut changed = pretty.clone();
        changed.insert("revision".into(), 2.into());
        assert!(!is_whole(&changed));
        let mut cut = pretty;
        cut.remove("checksum");
        assert!(!is_whole(&cut));
    }

    #[test]
    fn the_sum_is_the_published_one() {
        let mut sum = Sum { hash: 0xcbf2_9ce4_8422_2325, length: 0 };
        sum.add("foobar");
        assert_eq!(format!("{:016x}", sum.hash), "85944171f73967e8");
        let map = serde_json::from_str(r#"{"b":["青",1,null],"a":{"y":"\n","x":true},"length":9}"#).unwrap();
        let mut expected = Sum { hash: 0xcbf2_9ce4_8422_2325, length: 0 };
        expected.add(r#"{"a":{"x":true,"y":"\n"},"b":["青",1,null]}"#);
        assert_eq!(digest(&map), (expected.length, format!("{:016x}", expected.hash)));
    }
}
