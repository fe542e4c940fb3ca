//! Widths of characters on the grid of a Chinese page, where a full-width character is two
//! half-width cells.

/// Half-width cells that a character takes: 1 for Latin letters, digits and half-width marks,
/// 2 for the rest, 0 for marks that stand on another character.
///
/// “ ” ‘ ’ … — · are counted as full-width because every run is set in an East Asian font.
pub fn half_cells(c: char) -> usize {
    match c {
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => 0,
        '\u{b7}' => 2,
        ' '..='\u{2ff}' => 1,
        '\u{ff61}'..='\u{ffdc}' => 1,
        _ => 2,
    }
}

/// Half-width cells of a text on one line.
pub fn text(text: &str) -> usize {
    text.chars().map(half_cells).sum()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_date_is_as_wide_as_it_prints() {
        assert_eq!(super::text("2026年7月1日"), 4 + 2 + 1 + 2 + 1 + 2);
        assert_eq!(super::text("“青”"), 6);
    }
}
