//! Words between the pages of one origin (BroadcastChannel, which plain http has too).

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

type Heard = Closure<dyn FnMut(MessageEvent)>;

/// A channel that is open as long as this lives. Where the browser has none, nobody is heard.
#[derive(Debug)]
pub struct Channel {
    open: Option<(BroadcastChannel, Heard)>,
}

impl Channel {
    /// Hears what the other pages say from now on.
    pub fn open(name: &str, mut hear: impl FnMut(String) + 'static) -> Self {
        let heard = Heard::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                hear(text);
            }
        });
        let open = BroadcastChannel::new(name).ok().map(|channel| {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            (channel, heard)
        });
        Self { open }
    }

    /// Tells the other pages something.
    pub fn say(&self, text: &str) {
        if let Some((channel, _)) = &self.open {
            // Fails only for what cannot be copied, or when the page is being left.
            let _ = channel.post_message(&text.into());
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.open {
            channel.close();
        }
    }
}
