//! The workshop's handle, one for the whole app.

use crate::workshop::client::{SCRIPT, Workshop};
use leptos::prelude::*;
use std::time::Duration;

/// By then the first screen stands and the network is free.
const IDLE: Duration = Duration::from_secs(3);

#[derive(Clone, Copy)]
struct Handle(StoredValue<Workshop, LocalStorage>);

/// Puts the workshop into context and starts it once the page has come to rest, so that the first
/// export need not wait for it.
pub fn provide() {
    let workshop = Workshop::new(SCRIPT);
    let handle = Handle(StoredValue::new_local(workshop.clone()));
    provide_context(handle);
    set_timeout(move || workshop.warm_up(), IDLE);
}

/// The workshop in context.
///
/// # Panics
/// Outside the app, which provides it: a mistake of ours, never of input.
pub fn expect() -> Workshop {
    expect_context::<Handle>().0.get_value()
}
