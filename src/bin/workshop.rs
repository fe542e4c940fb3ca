//! The worker: Word export and reading of files, apart from the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    qinggao::workshop::host::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "这是网页的后台程序，由网页自己启动，请执行 cargo xtask serve。The page starts this itself: cargo xtask serve."
    );
}
