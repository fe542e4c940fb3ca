//! Names of files as Windows allows them.

use crate::draft::Draft;

/// Characters of a name at most, with its extension.
const LONGEST: usize = 120;

/// Name of a report's Word file; see [`report_name`].
pub fn docx_name(draft: &Draft) -> String {
    report_name(draft, "docx")
}

/// Name of a report's file: 〈单位〉〈期间〉工作总结及〈下期〉工作计划 with an extension, and （简版）
/// behind it where it is that. A long unit name is cut, so that the period always stands.
pub fn report_name(draft: &Draft, extension: &str) -> String {
    let title = draft.made_title();
    let unit = draft.unit.name.trim();
    let short = if draft.options.brief { "（简版）" } else { "" };
    of_unit(unit, &format!("{}{short}", title.strip_prefix(unit).unwrap_or(&title)), extension)
}

/// Name of the Word file of a report's page of evidence: 〈单位〉〈期间〉工作总结数据核对表.docx.
pub fn evidence_name(draft: &Draft) -> String {
    of_unit(draft.unit.name.trim(), &format!("{}工作总结数据核对表", draft.period.label()), "docx")
}

fn of_unit(unit: &str, rest: &str, extension: &str) -> String {
    let room = LONGEST.saturating_sub(rest.chars().count() + 1 + extension.chars().count());
    let unit: String = unit.chars().take(room).collect();
    safe_name(&format!("{unit}{rest}"), extension)
}

/// A name that Windows allows: without `<>:"/\|?*` and control characters, without dots and
/// spaces at either end, not a device's name, at most 120 characters long with the extension.
pub fn safe_name(stem: &str, extension: &str) -> String {
    let clean: String = stem.chars().map(|c| if is_forbidden(c) { '_' } else { c }).collect();
    let room = LONGEST.saturating_sub(extension.chars().count() + 1);
    let cut: String = trim(&clean).chars().take(room).collect();
    let mut stem = trim(&cut).to_owned();
    if stem.is_empty() {
        stem = "未命名".to_owned();
    } else if is_device(&stem) {
        stem.insert(0, '_');
    }
    format!("{stem}.{extension}")
}

fn trim(name: &str) -> &str {
    name.trim_matches(|c: char| c == '.' || c.is_whitespace())
}

fn is_forbidden(c: char) -> bool {
    // Marks that turn the direction of writing can make a name read as another.
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
}

/// Windows keeps these names, with any extension, for devices.
fn is_device(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().find_map(|port| base.strip_prefix(port));
    matches!(base.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered.is_some_and(|number| {
            matches!(number, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftId;
    use crate::text::{Period, Span};
    use proptest::prelude::*;

    #[test]
    fn a_name_is_made_safe_for_windows() {
        let cases = [
            ("团委/团工委:总结?", "团委_团工委_总结_.docx"),
            (" ..总结. . ", "总结.docx"),
            ("", "未命名.docx"),
            ("con", "_con.docx"),
            ("Lpt1.x", "_Lpt1.x.docx"),
            ("COM10", "COM10.docx"),
            ("总\n结\u{202e}", "总_结_.docx"),
        ];
        for (stem, expected) in cases {
            assert_eq!(safe_name(stem, "docx"), expected, "{stem:?}");
        }
    }

    #[test]
    fn a_unit_of_200_characters_leaves_the_period_in_the_name() {
        let mut draft = Draft::new(DraftId("1".to_owned()), Period { year: 2026, span: Span::SecondHalf });
        draft.unit.name = "团".repeat(200);
        let name = docx_name(&draft);
        assert_eq!(name.chars().count(), 120);
        assert!(name.ends_with("团2026年下半年工作总结及2027年上半年工作计划.docx"), "{name}");
    }

    #[test]
    fn the_short_version_and_each_kind_of_file_are_told_by_their_names() {
        let mut draft = Draft::new(DraftId("1".to_owned()), Period { year: 2026, span: Span::FirstHalf });
        draft.unit.name = "云岭团县委".to_owned();
        assert_eq!(report_name(&draft, "md"), "云岭团县委2026年上半年工作总结及下半年工作计划.md");
        draft.options.brief = true;
        assert_eq!(docx_name(&draft), "云岭团县委2026年上半年工作总结及下半年工作计划（简版）.docx");
        draft.unit.name = "团".repeat(200);
        let name = report_name(&draft, "txt");
        assert_eq!(name.chars().count(), 120);
        assert!(name.ends_with("工作计划（简版）.txt"), "{name}");
    }

    proptest! {
        #[test]
        fn any_name_is_short_and_without_forbidden_characters(stem in any::<String>()) {
            let name = safe_name(&stem, "docx");
            prop_assert!(name.chars().count() <= LONGEST && name.len() > ".docx".len());
            prop_assert!(!name.chars().any(is_forbidden));
        }
    }
}
