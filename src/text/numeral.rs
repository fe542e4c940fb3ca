//! Chinese numerals: 一, 十二, 二十三.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Writes 1 to 99 as headings count: 一 … 十 … 二十三; a number beyond that in arabic digits,
/// because no report has a hundred headings at one level and none may be lost.
pub fn counting(number: usize) -> String {
    let digit = |value: usize| DIGITS.get(value).copied().unwrap_or('〇');
    match number {
        1..=9 => digit(number).to_string(),
        10..=99 => {
            let mut out = String::new();
            if number >= 20 {
                out.push(digit(number / 10));
            }
            out.push('十');
            if !number.is_multiple_of(10) {
                out.push(digit(number % 10));
            }
            out
        }
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_as_a_secretary_counts() {
        let cases = [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (23, "二十三"), (100, "100")];
        for (number, words) in cases {
            assert_eq!(counting(number), words);
        }
    }
}
