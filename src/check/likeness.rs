//! How much of one wording stands in another: what tells that two figures are about one thing,
//! where no two officials name it alike.

/// What part of one wording another covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    /// Characters that the other wording holds too.
    pub(super) shared: usize,
    /// All characters.
    pub(super) all: usize,
}

impl Cover {
    /// True when at least so many percent are covered; nothing at all is always covered.
    pub(super) fn reaches(self, percent: usize) -> bool {
        self.shared * 100 >= self.all * percent
    }
}

/// Counts the characters of `words` that `by` holds somewhere: 建设 is half of 新建.
pub(super) fn by_letters(words: &str, by: &str) -> Cover {
    let shared = words.chars().filter(|letter| by.contains(*letter)).count();
    Cover { shared, all: words.chars().count() }
}

/// Counts the characters of `words` that stand in `by` beside the same neighbour, with at most one
/// character between them: 师徒 stands in 导师带徒, 结对 in 结成对子.
pub(super) fn by_pairs(words: &str, by: &str) -> Cover {
    let letters: Vec<char> = words.chars().collect();
    let text: Vec<char> = by.chars().collect();
    let mut held = vec![false; letters.len()];
    for (at, pair) in letters.windows(2).enumerate() {
        let stands = text.iter().enumerate().any(|(place, letter)| {
            *letter == pair[0] && text.iter().skip(place + 1).take(2).any(|next| *next == pair[1])
        });
        if stands {
            held[at] = true;
            held[at + 1] = true;
        }
    }
    Cover { shared: held.iter().filter(|it| **it).count(), all: letters.len() }
}

/// `words` without any of `empty`, which say nothing of the thing itself. Longer words first.
pub(super) fn without(words: &str, empty: &[&str]) -> String {
    let mut rest = words;
    let mut kept = String::with_capacity(words.len());
    while let Some(letter) = rest.chars().next() {
        match empty.iter().filter(|word| !word.is_empty()).find_map(|word| rest.strip_prefix(word)) {
            Some(behind) => rest = behind,
            None => {
                kept.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_is_found_in_another_one() {
        assert!(by_pairs("结对", "与党员结成对子").reaches(100));
        assert!(by_pairs("师徒", "导师带徒签约").reaches(100));
        assert!(!by_pairs("企业志愿者", "社区志愿者").reaches(100));
        assert!(by_letters("建设", "新建青年之家").reaches(50));
        assert!(!by_letters("换届", "发展团员").reaches(1));
        assert_eq!(without("圆满完成全年筹款任务", &["圆满", "完成", "全年", "任务"]), "筹款");
    }
}
