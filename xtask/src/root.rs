use std::path::PathBuf;

/// The folder of the workspace, wherever in it cargo was called.
pub fn root() -> PathBuf {
    // Set by `cargo run`; the other is where this was built, for a binary called by hand.
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// The folder of the browser tests.
pub fn e2e() -> PathBuf {
    root().join("tests").join("e2e")
}
