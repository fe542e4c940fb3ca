//! A value that is awaited.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A place for one value, filled once and awaited once. Clones are the same place.
pub(super) struct Slot<T> {
    inside: Rc<RefCell<Inside<T>>>,
}

struct Inside<T> {
    value: Option<T>,
    waker: Option<Waker>,
}

impl<T> Slot<T> {
    /// Puts the value in and wakes who waits.
    pub fn fill(&self, value: T) {
        let waker = {
            let mut inside = self.inside.borrow_mut();
            inside.value = Some(value);
            inside.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self { inside: Rc::new(RefCell::new(Inside { value: None, waker: None })) }
    }
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        Self { inside: Rc::clone(&self.inside) }
    }
}

impl<T> Future for Slot<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context) -> Poll<T> {
        let mut inside = self.inside.borrow_mut();
        match inside.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                inside.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}
