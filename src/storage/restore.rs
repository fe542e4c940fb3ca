//! From a stored text back to a draft: checked, brought up from older forms, repaired.
//!
//! Never panics, whatever the text: nesting is limited by serde_json (128 levels), and nothing
//! is read before the checksum agrees.

use super::envelope::{APP, SCHEMA, Stored, is_whole};
use super::repair::{Repair, repair};
use crate::draft::Draft;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Why a stored text could not be read. The text itself stays where it is, to the letter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Stored by a later build.
    #[error(
        "这份文稿由更新版本的青稿保存（格式第 {schema} 版，本页面只认到第 {SCHEMA} 版）。内容原样保留；请刷新页面或改用新版本打开"
    )]
    Newer {
        /// Its form.
        schema: u64,
    },
    /// No JSON, or JSON that was cut off or nests too deep.
    #[error("内容不完整，读到第 {line} 行第 {column} 列中断。原内容未动，可以下载留存，并改用备份文件恢复")]
    Broken {
        /// Line, from 1.
        line: usize,
        /// Byte in the line.
        column: usize,
    },
    /// The checksum does not agree.
    #[error("内容与保存时不一致，可能已损坏或被改动。原内容未动，可以下载留存，并改用备份文件恢复")]
    Altered,
    /// JSON, but nothing of ours.
    #[error("这不是青稿保存的文稿。原内容未动，可以下载留存")]
    Foreign,
    /// Whole, but of another shape than a draft has.
    #[error("{place}不符合文稿格式。原内容未动，可以下载留存，并改用备份文件恢复")]
    Malformed {
        /// Where, in words of the screen.
        place: String,
    },
}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken { line: error.line(), column: error.column() }
    }
}

/// Reads a stored text.
pub fn restore(text: &str) -> Result<Stored, Unreadable> {
    restore_value(serde_json::from_str(text)?)
}

pub(super) fn restore_value(value: Value) -> Result<Stored, Unreadable> {
    let Value::Object(envelope) = value else { return Err(Unreadable::Foreign) };
    let word = |key: &str| envelope.get(key).and_then(Value::as_str);
    if word("app") != Some(APP) || word("kind") != Some("draft") {
        return Err(Unreadable::Foreign);
    }
    let schema = schema_of(&envelope)?;
    if !is_whole(&envelope) {
        return Err(Unreadable::Altered);
    }
    open(migrate(envelope, schema, &STEPS))
}

/// The form of an envelope or a backup; a later one than ours, or none, is an error.
pub(super) fn schema_of(object: &Map<String, Value>) -> Result<u64, Unreadable> {
    match object.get("schema").and_then(Value::as_u64) {
        None | Some(0) => Err(Unreadable::Altered),
        Some(schema) if schema > SCHEMA => Err(Unreadable::Newer { schema }),
        Some(schema) => Ok(schema),
    }
}

/// Turns an envelope of one form into one of the next.
type Step = fn(Map<String, Value>) -> Map<String, Value>;

/// The first step leads from form 1 to form 2, and so on up to [`SCHEMA`].
const STEPS: [Step; SCHEMA as usize - 1] = [nothing_ignored, nothing_attached, nothing_unplaced];

/// Form 1 knew nothing of ignored findings: nothing is ignored.
fn nothing_ignored(mut envelope: Map<String, Value>) -> Map<String, Value> {
    if let Some(draft) = envelope.get_mut("draft").and_then(Value::as_object_mut) {
        draft.insert("ignored".to_owned(), json!({ "rules": [], "places": [] }));
    }
    envelope.insert("schema".to_owned(), 2.into());
    envelope
}

/// Form 2 knew no attachments but the table, and nothing besides the report.
fn nothing_attached(mut envelope: Map<String, Value>) -> Map<String, Value> {
    if let Some(draft) = envelope.get_mut("draft").and_then(Value::as_object_mut) {
        draft.insert("attachments".to_owned(), json!([]));
        let options = json!({ "cover": false, "contents": false, "brief": false, "evidence": false, "length_limit": null });
        draft.insert("options".to_owned(), options);
    }
    envelope.insert("schema".to_owned(), 3.into());
    envelope
}

/// Form 3 knew no tray.
fn nothing_unplaced(mut envelope: Map<String, Value>) -> Map<String, Value> {
    if let Some(draft) = envelope.get_mut("draft").and_then(Value::as_object_mut) {
        draft.insert("unplaced".to_owned(), json!([]));
    }
    envelope.insert("schema".to_owned(), 4.into());
    envelope
}

fn migrate(envelope: Map<String, Value>, schema: u64, steps: &[Step]) -> Map<String, Value> {
    let done = usize::try_from(schema).unwrap_or(usize::MAX).saturating_sub(1);
    steps.iter().skip(done).fold(envelope, |envelope, step| step(envelope))
}

/// The header as it must stand in the envelope.
#[derive(Deserialize)]
struct Header {
    id: String,
    revision: u64,
    writer: String,
    saved_at: u64,
    trashed_at: Option<u64>,
}

fn open(mut envelope: Map<String, Value>) -> Result<Stored, Unreadable> {
    let malformed = || Unreadable::Malformed { place: "文稿的保存信息".to_owned() };
    let draft = envelope.remove("draft").ok_or_else(malformed)?;
    let header = Header::deserialize(Value::Object(envelope)).map_err(|_| malformed())?;
    let (draft, notes) = restore_draft(draft)?;
    if draft.id.0 != header.id {
        return Err(malformed());
    }
    Ok(Stored {
        draft,
        revision: header.revision,
        writer: header.writer,
        saved_at: header.saved_at,
        trashed_at: header.trashed_at,
        notes,
    })
}

/// Reads and repairs a draft without an envelope.
pub(super) fn restore_draft(value: Value) -> Result<(Draft, Vec<Repair>), Unreadable> {
    match Draft::deserialize(&value) {
        Ok(mut draft) => {
            let notes = repair(&mut draft);
            Ok((draft, notes))
        }
        Err(_) => Err(Unreadable::Malformed { place: malformed_place(&value) }),
    }
}

/// The fields of a draft in words of the screen.
const FIELDS: [(&str, &str); 18] = [
    ("template", "模板"),
    ("unit", "单位信息"),
    ("title", "标题"),
    ("addressee", "主送机关"),
    ("preamble", "开头"),
    ("parts", "正文"),
    ("closing", "结尾"),
    ("signature", "落款"),
    ("date", "成文日期"),
    ("indicators", "数据指标"),
    ("indicator_table", "指标表位置"),
    ("attachments", "附件"),
    ("unplaced", "待安放的文字"),
    ("seal", "用印设置"),
    ("page", "版式设置"),
    ("options", "文件选项"),
    ("ignored", "忽略记录"),
    ("next_id", "内部编号"),
];

/// The first place that is not as a draft has it.
fn malformed_place(draft: &Value) -> String {
    let Some(draft) = draft.as_object() else { return "整份文稿".to_owned() };
    let period = draft.get("period").unwrap_or(&Value::Null);
    // A draft of nothing but the field in question says whether that field is sound.
    let bad = |key: &str, value: &Value| {
        Draft::deserialize(json!({ "id": "", "period": period, key: value })).is_err()
    };
    if !draft.get("id").is_some_and(Value::is_string) {
        return "文稿编号".to_owned();
    }
    if bad("period", period) {
        return "期间".to_owned();
    }
    let Some((key, value, name)) = FIELDS.iter().find_map(|(key, name)| {
        let value = draft.get(*key)?;
        bad(key, value).then_some((*key, value, *name))
    }) else {
        return "整份文稿".to_owned();
    };
    let rows = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let Some(at) = rows(value).iter().position(|row| bad(key, &json!([row]))) else {
        return name.to_owned();
    };
    if key == "indicators" {
        return format!("{name}第 {} 行", at + 1);
    }
    let items = value.get(at).and_then(|part| part.get("items")).map(rows).unwrap_or_default();
    let bad_item = |item: &Value| bad("parts", &json!([{ "kind": "work", "heading": "", "items": [item] }]));
    match items.iter().position(bad_item) {
        Some(item) => format!("{name}第 {} 部分第 {} 条", at + 1, item + 1),
        None => format!("{name}第 {} 部分", at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftId;

    #[test]
    fn an_older_form_is_brought_up_one_step_at_a_time() {
        fn note(mut envelope: Map<String, Value>, word: &str) -> Map<String, Value> {
            let before = envelope.get("way").and_then(Value::as_str).unwrap_or_default().to_owned();
            envelope.insert("way".into(), format!("{before}{word}").into());
            envelope
        }
        let steps: [Step; 3] = [|e| note(e, "1→2 "), |e| note(e, "2→3 "), |e| note(e, "3→4")];
        let way = |schema| migrate(Map::new(), schema, &steps).remove("way").unwrap_or_default();
        assert_eq!(way(1), "1→2 2→3 3→4");
        assert_eq!(way(3), "3→4");
        assert_eq!(way(4), Value::Null);
    }

    #[test]
    fn a_wrong_shape_is_said_with_its_place() {
        let draft = Draft::new(DraftId("d".into()), "2026H1".parse().unwrap());
        let whole = serde_json::to_value(&draft).unwrap();
        let cases = [
            ("/period", Value::from("2026H1"), "期间"),
            ("/unit", Value::from(3), "单位信息"),
            ("/parts/1", Value::from("经验"), "正文第 2 部分"),
            ("/parts/3/items", serde_json::json!([{"id": 1, "depth": "一"}]), "正文第 4 部分第 1 条"),
            ("/indicators", serde_json::json!([{"name": "团员人数"}]), "数据指标第 1 行"),
            ("/date", Value::from("七月"), "成文日期"),
            ("/page", Value::from("A4"), "版式设置"),
            ("/seal", Value::from("是"), "用印设置"),
            ("/ignored", Value::from("都"), "忽略记录"),
            (
                "/ignored/places",
                json!([{"rule": "sum-mismatch", "place": "nowhere", "quote": ""}]),
                "忽略记录",
            ),
            ("/parts", Value::from("是"), "正文"),
            ("/id", Value::from(7), "文稿编号"),
            ("", Value::from(7), "整份文稿"),
        ];
        for (pointer, wrong, place) in cases {
            let mut value = whole.clone();
            *value.pointer_mut(pointer).unwrap() = wrong;
            assert_eq!(restore_draft(value), Err(Unreadable::Malformed { place: place.to_owned() }));
        }
    }
}
