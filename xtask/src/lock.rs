use std::fs;

use crate::failure::Failure;
use crate::root::root;

/// The version of a crate in `Cargo.lock`.
pub fn version(name: &str) -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|source| Failure::File { path, source })?;
    find(&text, name).ok_or_else(|| Failure::NotLocked { name: name.to_owned() })
}

fn find(lock: &str, name: &str) -> Option<String> {
    let entry = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != entry).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_crate_of_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(find(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(find(lock, "wasm"), None);
    }

    /// A lock that names one registry makes `npm ci` fail wherever only another can be reached.
    #[test]
    fn the_node_lock_names_no_registry() {
        let path = crate::root::e2e().join("package-lock.json");
        let text = fs::read_to_string(path).expect("the lock of tests/e2e");
        assert!(
            !text.contains("\"resolved\""),
            "tests/e2e/.npmrc leaves the addresses out: run npm install there"
        );
    }
}
