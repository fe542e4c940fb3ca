//! What the text says of the table's rows and the table confirms: values, last year's values,
//! targets, changes and rates of completion.

use super::Outcome;
use super::index::Index;
use super::row::Row;
use crate::check::rules::agreement_with_table;
use crate::check::texts::Texts;

/// Notes what agrees with the table; what a reference takes from it is noted elsewhere.
pub(super) fn note(texts: &Texts<'_>, rows: &mut [Row]) {
    let index = Index::of(rows);
    for told in texts.told() {
        let Some(found) = told.found(texts) else { continue };
        let Some(words) = agreement_with_table(told, found.claim) else { continue };
        let range = found.field.expanded.to_source(found.bytes());
        // A date before the figure may share a character with it.
        let row = index.meeting(rows, found.field.place, &range).into_iter().next_back();
        if let Some(row) = row.and_then(|at| rows.get_mut(at)).filter(|row| row.cell.is_none()) {
            row.note("数据指标", words, Outcome::Agrees);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::with_table;
    use crate::check::{Outcome, evidence};
    use crate::draft::{ItemId, Place};

    #[test]
    fn what_the_table_confirms_stands_beside_the_figure() {
        let rows = [("团员人数", "人", "1779", "1600", "2000")];
        let text = "共有团员1779人（去年同期1600人），同比增长11.2%，完成全年目标的89%，较年初增加20人。";
        let found = evidence(&with_table(text, &rows));
        let in_text = found.iter().filter(|it| it.place == Place::ItemText(ItemId(100)));
        let said: Vec<_> = in_text
            .filter(|it| it.outcome == Outcome::Agrees)
            .flat_map(|it| it.bases.iter().map(|basis| (it.words.as_str(), basis.words.as_str())))
            .collect();
        for expected in [
            ("1779人", "与数据指标「团员人数」的 1779人 一致"),
            ("1600人", "与数据指标「团员人数」的去年同期 1600人 一致"),
            ("11.2%", "(1779 - 1600) ÷ 1600 × 100% = 11.2%"),
            ("89%", "1779 ÷ 2000 × 100% = 89%"),
        ] {
            assert!(said.contains(&expected), "{expected:?}: {said:#?}");
        }
        assert!(said.iter().all(|(words, _)| !words.contains("20人")), "{said:#?}");
    }
}
