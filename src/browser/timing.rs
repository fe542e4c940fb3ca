//! How long work takes, for the tools of the browser (User Timing).

/// Does some work and tells the browser's tools under which name to list the time it took.
pub fn measured<R>(name: &str, work: impl FnOnce() -> R) -> R {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else { return work() };
    let _ = performance.mark(name);
    let outcome = work();
    let _ = performance.measure_with_start_mark(name, name);
    // Who watches has been told; what nobody watches must not pile up from key to key.
    performance.clear_marks_with_mark_name(name);
    performance.clear_measures_with_measure_name(name);
    outcome
}
