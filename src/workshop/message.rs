//! What passes between page and worker. A job is JSON; a file's bytes are handed over whole,
//! without a copy and never as JSON.
//!
//! To the worker: `{id, job}`. To the page: the word `ready` once, then `{id, name, bytes,
//! dropped}` or `{id, failed}`.

use super::{ExportedFile, Job, Reply};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// Said by the worker when it can take jobs.
pub const READY: &str = "ready";

/// A message, and what is handed over with it.
pub struct Message {
    pub data: JsValue,
    pub transfer: Array,
}

/// A job for the worker.
pub fn of_job(id: u32, job: &Job) -> Option<Message> {
    let json = serde_json::to_string(job).ok()?;
    Some(Message { data: object(&[("id", id.into()), ("job", json.into())]), transfer: Array::new() })
}

/// Reads a job and its id. The inner `Err` is a job from a page of another version.
pub fn read_job(data: &JsValue) -> Option<(u32, Result<Job, serde_json::Error>)> {
    let job = field(data, "job").as_string()?;
    Some((id(data)?, serde_json::from_str(&job)))
}

/// A reply for the page.
pub fn of_reply(id: u32, reply: &Reply) -> Message {
    match reply {
        Reply::Exported(file) => {
            let bytes = Uint8Array::from(file.bytes.as_slice());
            let transfer = Array::of1(&bytes.buffer());
            let dropped = u32::try_from(file.dropped).unwrap_or(u32::MAX);
            let fields = [
                ("id", id.into()),
                ("name", file.file_name.as_str().into()),
                ("bytes", bytes.into()),
                ("dropped", dropped.into()),
            ];
            Message { data: object(&fields), transfer }
        }
        Reply::Failed { message } => Message {
            data: object(&[("id", id.into()), ("failed", message.as_str().into())]),
            transfer: Array::new(),
        },
    }
}

/// Reads a reply; `None` for what the worker never says.
pub fn read_reply(data: &JsValue) -> Option<(u32, Reply)> {
    if let Some(message) = field(data, "failed").as_string() {
        return Some((id(data)?, Reply::Failed { message }));
    }
    let bytes: Uint8Array = field(data, "bytes").dyn_into().ok()?;
    let file = ExportedFile {
        file_name: field(data, "name").as_string()?,
        bytes: bytes.to_vec(),
        dropped: field(data, "dropped").as_f64()? as usize,
    };
    Some((id(data)?, Reply::Exported(file)))
}

fn id(data: &JsValue) -> Option<u32> {
    field(data, "id").as_f64().map(|id| id as u32)
}

fn field(data: &JsValue, name: &str) -> JsValue {
    // Fails only on what is no object; that has no such field.
    Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
