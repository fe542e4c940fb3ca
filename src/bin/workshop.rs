//! The worker: Word export and reading of files, apart from the page.

fn main() {}
