//! The page: panic hook and mount; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(qinggao::ui::App);
    qinggao::ui::remove_opening();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "青稿在浏览器中运行，请执行 cargo xtask serve。Qinggao runs in the browser: cargo xtask serve."
    );
}
