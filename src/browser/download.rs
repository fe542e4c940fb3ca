//! Saving bytes as a file.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// What a Word file is.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// What a plain text is.
pub const TEXT: &str = "text/plain;charset=utf-8";
/// What Markdown is (RFC 7763).
pub const MARKDOWN: &str = "text/markdown;charset=utf-8";
/// What a backup of drafts is.
pub const JSON: &str = "application/json";

/// Milliseconds after which the bytes are given back; by then the browser has long taken them.
const KEPT: i32 = 60_000;

/// Milliseconds within which a second click belongs to a double click.
const DOUBLE_CLICK: f64 = 600.0;

thread_local! {
    /// What was saved last, and when.
    static LAST: RefCell<Option<(String, f64)>> = const { RefCell::new(None) };
}

/// Said when the browser would not take the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("浏览器没有接受下载「{name}」。请检查是否禁止了本页下载文件，然后再试一次")]
pub struct DownloadError {
    name: String,
}

/// Has the browser save bytes under a name. `kind` is a media type such as [`DOCX`]. Whether
/// and where the user keeps the file is not told to the page. A double click saves one file.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    let now = web_sys::window().and_then(|window| window.performance()).map(|clock| clock.now());
    let is_again = LAST.with_borrow(|last| match (last, now) {
        (Some((before, at)), Some(now)) => before == name && now - at < DOUBLE_CLICK,
        _ => false,
    });
    if is_again {
        return Ok(());
    }
    try_save(name, kind, bytes).map_err(|_| DownloadError { name: name.to_owned() })?;
    LAST.set(now.map(|now| (name.to_owned(), now)));
    Ok(())
}

fn try_save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let pieces = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&pieces, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Firefox follows only links that stand in the document.
    let body = document.body().ok_or(JsValue::NULL)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), KEPT)?;
    Ok(())
}
