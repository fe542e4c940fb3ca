//! Whether the browser may clear what the page stores when the disk fills up.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// True when the browser has promised to keep what is stored. Plain http and pages opened from a
/// file have no such promise.
pub async fn is_granted() -> bool {
    let Some(manager) = manager() else { return false };
    let Ok(asked) = manager.persisted() else { return false };
    JsFuture::from(asked).await.is_ok_and(|granted| granted.is_truthy())
}

/// Asks for that promise; some browsers ask the user.
pub async fn ask() -> bool {
    let Some(manager) = manager() else { return false };
    let Ok(asked) = manager.persist() else { return false };
    JsFuture::from(asked).await.is_ok_and(|granted| granted.is_truthy())
}

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // Absent on plain http, where calling it would throw.
    Reflect::get(&navigator, &"storage".into()).ok()?.dyn_into().ok()
}
