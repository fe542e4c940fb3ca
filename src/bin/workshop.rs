//! The worker: Word export and reading of files, apart from the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
}
