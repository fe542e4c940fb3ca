//! Whether a button of the mouse, or a finger, is down. What goes when a field is left must not
//! move what is being clicked: it waits until the press has ended.

use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// Between two looks at whether the press has ended.
const LOOK: Duration = Duration::from_millis(30);

thread_local! {
    static DOWN: Cell<bool> = const { Cell::new(false) };
}

/// Follows the presses as long as what calls it is on the screen.
pub fn watch() {
    let down = window_event_listener(ev::pointerdown, |_| DOWN.set(true));
    let up = window_event_listener(ev::pointerup, |_| DOWN.set(false));
    // A finger that begins to scroll, or words that begin to be dragged.
    let cancelled = window_event_listener(ev::pointercancel, |_| DOWN.set(false));
    on_cleanup(move || {
        down.remove();
        up.remove();
        cancelled.remove();
        DOWN.set(false);
    });
}

/// True while something is pressed.
pub fn is_down() -> bool {
    DOWN.get()
}

/// Runs at once, or when the press that is under way has ended and its click has come.
pub fn when_over(act: impl FnOnce() + 'static) {
    if is_down() {
        set_timeout(move || when_over(act), LOOK);
    } else {
        act();
    }
}
