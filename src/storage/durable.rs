//! The durable copy: IndexedDB, every write in a transaction of durability "strict", which is
//! complete only when the disk has it.
//!
//! On web_sys directly: of the crates around IndexedDB none lets that durability be asked for, and
//! web_sys has it among its unstable calls only, so it is declared here.

use super::backend::StorageError;
use super::copies::Write;
use super::envelope::SCHEMA;
use super::keys::MARKER;
use js_sys::{Array, Object, Promise, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

const DATABASE: &str = "qinggao";
const TEXTS: &str = "texts";

/// Milliseconds after which a call counts as not answered.
const PATIENCE: i32 = 10_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    /// <https://w3c.github.io/IndexedDB/#dom-idbdatabase-transaction>. Browsers that know no
    /// durability ignore the options.
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction_with(
        this: &Database,
        store: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

/// IndexedDB of the page's origin; opened at the first call, and again after it was closed.
#[derive(Debug, Default)]
pub struct Durable {
    database: RefCell<Option<IdbDatabase>>,
}

impl Durable {
    /// All texts under their keys.
    pub async fn read_all(&self) -> Result<BTreeMap<String, String>, StorageError> {
        self.heeded(self.try_read_all().await)
    }

    /// The texts under some keys.
    pub async fn read(&self, keys: &[String]) -> Result<BTreeMap<String, Option<String>>, StorageError> {
        self.heeded(self.try_read(keys).await)
    }

    /// Makes all writes or none, and gives the keys of those that [`Write::may_replace`] forbids;
    /// done when the disk has them.
    pub async fn write(&self, batch: &[Write]) -> Result<Vec<String>, StorageError> {
        self.heeded(self.try_write(batch).await)
    }

    async fn try_read_all(&self) -> Result<BTreeMap<String, String>, StorageError> {
        let store = self.store("readonly").await?;
        let (keys, texts) = (store.get_all_keys().map_err(told)?, store.get_all().map_err(told)?);
        let (keys, texts) = (answer(&keys).await?, answer(&texts).await?);
        let (keys, texts) = (Array::from(&keys), Array::from(&texts));
        Ok(keys
            .iter()
            .zip(texts.iter())
            .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
            .collect())
    }

    async fn try_read(&self, keys: &[String]) -> Result<BTreeMap<String, Option<String>>, StorageError> {
        let store = self.store("readonly").await?;
        let mut found = BTreeMap::new();
        for key in keys {
            let text = answer(&store.get(&key.into()).map_err(told)?).await?;
            found.insert(key.clone(), text.as_string());
        }
        Ok(found)
    }

    async fn try_write(&self, batch: &[Write]) -> Result<Vec<String>, StorageError> {
        let store = self.store("readwrite").await?;
        let transaction = store.transaction();
        let complete = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        let refused = match put(&store, batch).await {
            Ok(refused) => refused,
            Err(why) => {
                // All or none. It may have been aborted by the browser already.
                let _ = transaction.abort();
                let _ = within(complete).await;
                return Err(why);
            }
        };
        match within(complete).await {
            Ok(_) => Ok(refused),
            Err(StorageError::Silent) => Err(StorageError::Silent),
            Err(_) => Err(transaction.error().map_or(StorageError::Silent, |error| failed(&error))),
        }
    }

    /// The texts, in a transaction of their own.
    async fn store(&self, mode: &str) -> Result<IdbObjectStore, StorageError> {
        let options = Object::new();
        // A fresh object takes any property.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let database = self.open().await?;
        let transaction = database.unchecked_ref::<Database>().transaction_with(TEXTS, mode, &options);
        transaction.and_then(|transaction| transaction.object_store(TEXTS)).map_err(told)
    }

    async fn open(&self) -> Result<IdbDatabase, StorageError> {
        if let Some(open) = self.database.borrow().as_ref() {
            return Ok(open.clone());
        }
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let request = factory.ok_or(StorageError::Blocked)?.open_with_u32(DATABASE, 1).map_err(told)?;
        let asked = request.clone();
        let prepare = Closure::once(move || {
            if let Ok(Ok(database)) = asked.result().map(JsCast::dyn_into::<IdbDatabase>) {
                // A refusal aborts the opening, which is told there.
                let _ = database.create_object_store(TEXTS);
            }
        });
        request.set_onupgradeneeded(Some(prepare.as_ref().unchecked_ref()));
        let database: IdbDatabase = answer(&request).await?.dyn_into().map_err(told)?;
        // A later build that changes the database, or a user who clears it, must not have to wait.
        let closing = database.clone();
        let close = Closure::<dyn FnMut()>::new(move || closing.close());
        database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
        *self.database.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// After a failure the next call opens the database anew.
    fn heeded<T>(&self, outcome: Result<T, StorageError>) -> Result<T, StorageError> {
        if outcome.is_err()
            && let Some(database) = self.database.borrow_mut().take()
        {
            database.close();
        }
        outcome
    }
}

/// Puts a batch into the store, each only if it may stand there.
async fn put(store: &IdbObjectStore, batch: &[Write]) -> Result<Vec<String>, StorageError> {
    let marker = answer(&store.get(&MARKER.into()).map_err(told)?).await?.as_string();
    match marker.and_then(|form| form.parse().ok()) {
        Some(schema) if schema > SCHEMA => return Err(StorageError::Outdated { schema }),
        _ => {}
    }
    let mut refused = Vec::new();
    for write in batch {
        let key = JsValue::from(&write.key);
        let present = answer(&store.get(&key).map_err(told)?).await?.as_string();
        if !write.may_replace(present.as_deref()) {
            refused.push(write.key.clone());
            continue;
        }
        let request = match &write.text {
            Some(text) => store.put_with_key(&text.into(), &key),
            None => store.delete(&key),
        };
        answer(&request.map_err(told)?).await?;
    }
    Ok(refused)
}

/// Waits for the answer to a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match within(answered).await {
        Ok(_) => request.result().map_err(told),
        Err(StorageError::Silent) => Err(StorageError::Silent),
        Err(_) => Err(request.error().ok().flatten().map_or(StorageError::Silent, |error| failed(&error))),
    }
}

/// Waits for a promise, but not for ever.
async fn within(promise: Promise) -> Result<JsValue, StorageError> {
    let mut timer = None;
    let silence = Promise::new(&mut |_, reject| {
        let window = web_sys::window();
        timer = window.and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE).ok()
        });
    });
    let outcome = JsFuture::from(Promise::race(&Array::of2(&promise, &silence))).await;
    if let (Some(window), Some(timer)) = (web_sys::window(), timer) {
        window.clear_timeout_with_handle(timer);
    }
    // A timer has nothing to say; an event has.
    outcome.map_err(|why| if why.is_undefined() { StorageError::Silent } else { told(why) })
}

fn told(thrown: JsValue) -> StorageError {
    match thrown.dyn_ref::<DomException>() {
        Some(error) => failed(error),
        None => StorageError::Failed("IndexedDB".to_owned()),
    }
}

fn failed(error: &DomException) -> StorageError {
    match error.name().as_str() {
        "QuotaExceededError" => StorageError::Full,
        "SecurityError" => StorageError::Blocked,
        // The database has been changed by a later build.
        "VersionError" => StorageError::Outdated { schema: SCHEMA + 1 },
        name => StorageError::Failed(format!("{name}：{}", error.message())),
    }
}
