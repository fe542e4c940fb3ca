use std::env;
use std::path::PathBuf;

use crate::root::root;

/// Where the tools of this project are kept for every checkout of this user.
pub fn tools() -> PathBuf {
    user_cache().unwrap_or_else(|| root().join("target")).join("qinggao").join("tools")
}

fn user_cache() -> Option<PathBuf> {
    if let Some(folder) = folder("XDG_CACHE_HOME") {
        return Some(folder);
    }
    if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        folder("HOME").map(|home| home.join(".cache"))
    }
}

fn folder(variable: &str) -> Option<PathBuf> {
    // A relative cache folder would be another one in each directory.
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
