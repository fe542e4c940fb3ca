//! Files that the user chooses in a dialog or drops on the page.

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList, HtmlInputElement};

/// A file with its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a file could not be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is longer than the page reads.
    #[error("「{name}」有 {megabytes} MB，超过了 {limit} MB 的上限。请确认选对了文件")]
    TooLarge {
        /// Name of the file.
        name: String,
        /// Its size, rounded up.
        megabytes: u64,
        /// The size allowed.
        limit: u64,
    },
    /// The browser could not read it.
    #[error("「{name}」读不出来。它可能已被移动、删除或正被别的程序占用,请重新选择")]
    Unreadable {
        /// Name of the file.
        name: String,
    },
    /// The browser would not open its dialog.
    #[error("浏览器没有打开选择文件的窗口。请把文件直接拖到本页上")]
    NoDialog,
}

const MEGABYTE: u64 = 1 << 20;

/// Opens the browser's dialog for one file and reads it; `None` where the user cancels. `accept`
/// is a list such as `.docx,.json`. Must be called from a click, or the browser refuses.
pub async fn pick(accept: &str, limit: u64) -> Result<Option<PickedFile>, FileError> {
    let input = input(accept).map_err(|_| FileError::NoDialog)?;
    let chosen = js_sys::Promise::new(&mut |resolve, _| {
        // One of the two fires; both are freed with the promise.
        let resolve = Rc::new(RefCell::new(Some(resolve)));
        for event in ["change", "cancel"] {
            let resolve = Rc::clone(&resolve);
            let listener = Closure::once_into_js(move || {
                if let Some(resolve) = resolve.borrow_mut().take() {
                    let _ = resolve.call0(&JsValue::NULL);
                }
            });
            let _ = input.add_event_listener_with_callback(event, listener.unchecked_ref());
        }
        input.click();
    });
    JsFuture::from(chosen).await.map_err(|_| FileError::NoDialog)?;
    match input.files().and_then(|files| files.get(0)) {
        Some(file) => read(&file, limit).await.map(Some),
        None => Ok(None),
    }
}

fn input(accept: &str) -> Result<HtmlInputElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let input: HtmlInputElement = document.create_element("input")?.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    Ok(input)
}

/// The files of a drop.
pub fn dropped(transfer: &DataTransfer) -> Vec<File> {
    transfer.files().as_ref().map(list).unwrap_or_default()
}

/// The files of a list, for example of an `<input type="file">`.
pub fn list(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// Reads a file of at most `limit` bytes.
pub async fn read(file: &File, limit: u64) -> Result<PickedFile, FileError> {
    let name = file.name();
    let size = file.size().max(0.0) as u64;
    if size > limit {
        let megabytes = size.div_ceil(MEGABYTE);
        return Err(FileError::TooLarge { name, megabytes, limit: limit / MEGABYTE });
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(PickedFile { name, bytes: js_sys::Uint8Array::new(&buffer).to_vec() }),
        Err(_) => Err(FileError::Unreadable { name }),
    }
}
