use std::path::Path;
use std::process::Command;

use crate::command::{ask, find, run};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::root::root;

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain of this checkout can build for the browser.
pub fn ensure(progress: &mut Progress) -> Result<(), Failure> {
    progress.step(TARGET, ("10 秒,仅首次", "10 s, first time only"), || {
        if present() {
            return Ok(((), "已有 / found".to_owned()));
        }
        let remedy =
            Failure::Missing { what: TARGET.to_owned(), remedy: format!("rustup target add {TARGET}") };
        let Some(rustup) = find("rustup") else {
            return Err(remedy);
        };
        run(Command::new(rustup).args(["target", "add", TARGET]).current_dir(root())).map_err(|_| remedy)?;
        Ok(((), "已安装 / installed".to_owned()))
    })
}

fn present() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = ask(Path::new(&rustc), &["--print", "target-libdir", "--target", TARGET]);
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}
