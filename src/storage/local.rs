//! The browser's localStorage, through gloo-storage.
//!
//! gloo-storage traps where the browser gives no storage, so every call asks first.

use super::backend::{Backend, StorageError};
use gloo_storage::errors::StorageError as GlooError;
use gloo_storage::{LocalStorage, Storage};
use serde_json::value::RawValue;

/// localStorage of the page's origin. Writing is synchronous; the browser puts it on the disk
/// some time later.
#[derive(Clone, Copy, Debug, Default)]
pub struct Local;

fn probe() -> Result<web_sys::Storage, StorageError> {
    // Throws where cookies are blocked, is null in some embedded views.
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(StorageError::Blocked)
}

fn thrown(error: &wasm_bindgen::JsValue) -> StorageError {
    StorageError::Failed(format!("{error:?}"))
}

impl Backend for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        // Not gloo's `get`, which fails on what is no JSON: such a text must reach the user too.
        probe()?.get_item(key).map_err(|error| thrown(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let storage = probe()?;
        let Ok(json) = serde_json::from_str::<&RawValue>(text) else {
            // A damaged text that is put aside to the letter.
            return storage.set_item(key, text).map_err(|_| StorageError::Full);
        };
        LocalStorage::set(key, json).map_err(|error| match error {
            GlooError::JsError(error)
                if error.name == "QuotaExceededError" || error.name == "NS_ERROR_DOM_QUOTA_REACHED" =>
            {
                StorageError::Full
            }
            GlooError::JsError(error) if error.name == "SecurityError" => StorageError::Blocked,
            other => StorageError::Failed(other.to_string()),
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        probe()?;
        LocalStorage::delete(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = probe()?;
        let mut keys = Vec::new();
        for index in 0..LocalStorage::length() {
            keys.extend(storage.key(index).map_err(|error| thrown(&error))?);
        }
        Ok(keys)
    }
}
