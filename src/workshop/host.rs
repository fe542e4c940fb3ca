//! The worker's end: takes jobs one after the other and answers each.

use super::message::{self, Message};
use super::{Reply, run};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for jobs, then tells the page so. A panic ends the worker; the page sees it and
/// starts another for the next job.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| answer(&scope, &event.data())
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    listener.forget();
    let _ = scope.post_message(&message::READY.into());
}

fn answer(scope: &DedicatedWorkerGlobalScope, data: &JsValue) {
    let Some((id, job)) = message::read_job(data) else { return };
    let reply = match job {
        Ok(job) => run(job),
        Err(_) => Reply::Failed {
            message: "页面刚刚更新过，前后两部分版本不一致。请刷新页面，再试一次".to_owned(),
        },
    };
    let Message { data, transfer } = message::of_reply(id, &reply);
    let _ = scope.post_message_with_transfer(&data, &transfer);
}
