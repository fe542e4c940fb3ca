//! Offsets: the browser counts UTF-16 units, Rust counts bytes.

/// The UTF-16 offset of a byte offset; one within a character counts as its start.
pub fn from_bytes(text: &str, bytes: usize) -> u32 {
    let units: usize = text
        .char_indices()
        .take_while(|(at, c)| at + c.len_utf8() <= bytes)
        .map(|(_, c)| c.len_utf16())
        .sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

/// The byte offset of a UTF-16 offset, at a character's boundary.
pub fn to_bytes(text: &str, units: u32) -> usize {
    let mut seen = 0u32;
    for (at, c) in text.char_indices() {
        if seen >= units {
            return at;
        }
        seen += c.len_utf16() as u32;
    }
    text.len()
}
