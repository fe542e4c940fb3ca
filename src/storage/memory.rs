//! A store in memory: for tests, and where the browser gives none.

use super::backend::{Backend, StorageError};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How the store is to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Every call is refused.
    Blocked,
    /// Writing is refused.
    Full,
    /// Writing is accepted and forgotten.
    Dropping,
}

/// Texts under keys, gone with the page.
#[derive(Debug, Default)]
pub struct Memory {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    texts: BTreeMap<String, String>,
    failure: Option<Failure>,
}

impl Memory {
    /// Fails from now on, or works again.
    pub fn fail(&self, failure: impl Into<Option<Failure>>) {
        self.state().failure = failure.into();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<MutexGuard<'_, State>, StorageError> {
        let state = self.state();
        if state.failure == Some(Failure::Blocked) { Err(StorageError::Blocked) } else { Ok(state) }
    }
}

impl Backend for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.open()?.texts.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut state = self.open()?;
        match state.failure {
            Some(Failure::Full) => return Err(StorageError::Full),
            Some(Failure::Dropping) => {}
            _ => drop(state.texts.insert(key.to_owned(), text.to_owned())),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.open()?.texts.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.open()?.texts.keys().cloned().collect())
    }
}

/// A store may be shared: two pages look at one browser.
impl<B: Backend> Backend for &B {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }
}
