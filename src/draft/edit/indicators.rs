//! Rows of the table of figures.

use super::rows::rows_with_parts;
use super::sheet;
use super::text::{get_text, set_text, texts};
use crate::draft::ignored::forget_lost;
use crate::draft::{Column, Draft, Figure, Indicator, IndicatorId, Place, reference};
use crate::text::date;
use std::sync::Arc;

/// Adds an empty row behind `after` and its parts, or at the end.
pub fn add_indicator(draft: &mut Draft, after: Option<IndicatorId>) -> IndicatorId {
    let id = IndicatorId(draft.fresh_id());
    let position = after.and_then(|after| draft.indicators.iter().position(|it| it.id == after));
    let at = position.map_or(draft.indicators.len(), |index| rows_with_parts(draft, index).end);
    let mut row = Indicator::new(id, "", "");
    row.part_of = after.and_then(|after| draft.indicator(after)).and_then(|it| it.part_of);
    draft.indicators.insert(at, Arc::new(row));
    id
}

/// Removes a row; its parts stand for themselves then. References to it become findings.
pub fn remove_indicator(draft: &mut Draft, id: IndicatorId) -> bool {
    let before = draft.indicators.len();
    draft.indicators.retain(|it| it.id != id);
    for row in &mut draft.indicators {
        if row.part_of == Some(id) {
            Arc::make_mut(row).part_of = None;
        }
    }
    forget_lost(draft);
    draft.indicators.len() < before
}

/// Renames an indicator, and with it every reference to it in the report.
pub fn rename_indicator(draft: &mut Draft, id: IndicatorId, new: &str) -> bool {
    let Some(indicator) = draft.indicator(id) else { return false };
    let old = indicator.name.trim().to_owned();
    let name = new.trim();
    // Where two rows bear one name, prose means the first: the other takes no reference along.
    let meant = draft.indicators.iter().find(|it| it.name.trim() == old).map(|it| it.id) == Some(id);
    if !old.is_empty() && !name.is_empty() && old != name && meant {
        // A part that is left out may come back, so its references follow as well.
        let mut places: Vec<_> = texts(draft).into_iter().map(|(place, _)| place).collect();
        for part in draft.parts.iter().filter(|part| part.left_out) {
            places.push(Place::PartText(part.kind));
            places.extend(
                part.items.iter().flat_map(|item| [Place::ItemHeading(item.id), Place::ItemText(item.id)]),
            );
        }
        for place in places {
            let renamed = get_text(draft, place).and_then(|text| reference::rename(&text, &old, name));
            if let Some(renamed) = renamed {
                set_text(draft, place, &renamed);
            }
        }
    }
    let Some(indicator) = draft.indicator_mut(id) else { return false };
    new.clone_into(&mut indicator.name);
    true
}

/// Rows pasted from Excel or WPS: a line a row, tabs between cells: name, unit, 本期, 去年同期,
/// 目标. A heading row (名称 or 指标 in its first cell) is passed over. Two cells are name and
/// value; where the second cell is a number, there is no unit column. A row named like an
/// existing indicator fills that one. 「其中：」 before a name makes the row a part of the last row
/// without it. Gives the ids of the rows written.
pub fn paste_rows(draft: &mut Draft, after: Option<IndicatorId>, text: &str) -> Vec<IndicatorId> {
    let mut written = Vec::new();
    let mut last = after;
    let beside = after.and_then(|after| draft.indicator(after)).and_then(|row| row.part_of);
    let mut whole = beside.or(after);
    for line in sheet::rows(text) {
        let cells: Vec<&str> = line.iter().map(|cell| cell.trim()).collect();
        let typed = cells.first().copied().unwrap_or_default();
        let part = typed.strip_prefix("其中").and_then(|rest| rest.strip_prefix([':', '：'])).map(str::trim);
        let name = &part.unwrap_or(typed);
        if name.is_empty() {
            continue;
        }
        if ["名称", "指标", "指标名称", "项目"].contains(name) {
            continue;
        }
        let is_figure = |cell: &str| matches!(Figure::from(cell).number(), Ok(Some(_)));
        let has_unit = cells.len() > 2 && !is_figure(cells[1]);
        let figures = if has_unit { &cells[2..] } else { &cells[1..] };
        let known = draft.indicators.iter().find(|it| it.name.trim() == *name).map(|it| it.id);
        // A part stands behind its whole, which may be a row that was there before.
        let behind = match (part, whole) {
            (Some(_), Some(whole)) => Some(draft.parts_of(whole).last().map_or(whole, |row| row.id)),
            _ => last,
        };
        let id = known.unwrap_or_else(|| add_indicator(draft, behind));
        if known.is_none() && behind == last {
            last = Some(id);
        }
        // A row cannot be a part of its own part.
        let circle = whole.is_some_and(|whole| {
            whole == id || draft.indicator(whole).is_some_and(|row| row.part_of == Some(id))
        });
        let Some(row) = draft.indicator_mut(id) else { continue };
        row.name = (*name).to_owned();
        match (part, known) {
            (Some(_), _) if !circle => row.part_of = whole,
            (None, None) => row.part_of = beside,
            _ => {}
        }
        if part.is_none() {
            whole = Some(id);
        }
        if has_unit && !cells[1].is_empty() {
            row.unit = cells[1].to_owned();
        }
        for (cell, slot) in figures.iter().zip([&mut row.value, &mut row.last_year, &mut row.target]) {
            // An empty cell of the sheet does not wipe a value that is there.
            if !cell.is_empty() {
                *slot = Figure::from(*cell);
            }
        }
        written.push(id);
    }
    written
}

/// Bare cells pasted from Excel or WPS: lines fill rows from `id` down, tabs fill columns from
/// `column` on; rows that are missing are added, columns behind 截至 are passed over. An empty
/// cell, and a date that is none, leaves what is there. Gives the ids of the rows written.
pub fn fill_cells(draft: &mut Draft, id: IndicatorId, column: Column, text: &str) -> Vec<IndicatorId> {
    let Some(first) = draft.indicators.iter().position(|it| it.id == id) else { return Vec::new() };
    let columns: Vec<Column> = Column::ALL.into_iter().skip_while(|it| *it != column).collect();
    let mut written = Vec::new();
    for (line, at) in sheet::rows(text).into_iter().zip(first..) {
        let id = match draft.indicators.get(at) {
            Some(row) => row.id,
            None => add_indicator(draft, None),
        };
        for (cell, column) in line.iter().map(|cell| cell.trim()).zip(&columns) {
            if cell.is_empty() {
                continue;
            }
            match (column, date::parse(cell)) {
                (Column::Name, _) => {
                    rename_indicator(draft, id, cell);
                }
                (Column::Cutoff, Some(cutoff)) => {
                    if let Some(row) = draft.indicator_mut(id) {
                        row.cutoff = Some(cutoff);
                    }
                }
                _ => {
                    set_text(draft, Place::Indicator(id, *column), cell);
                }
            }
        }
        written.push(id);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftId;

    fn draft() -> Draft {
        Draft::new(DraftId("d".into()), "2026H1".parse().unwrap())
    }

    #[test]
    fn rows_come_from_excel_as_they_stand_there() {
        let mut draft = draft();
        let sheet = "指标名称\t单位\t本期\t去年同期\t目标\n团员人数\t人\t1779\t1600\t2000\n志愿者\t350\n\n企业\t家\t399\t\t400";
        let ids = paste_rows(&mut draft, None, sheet);
        assert_eq!(ids.len(), 3);
        let read: Vec<String> = draft
            .indicators
            .iter()
            .map(|it| {
                let cells = [&it.value, &it.last_year, &it.target].map(|f| f.as_str().to_owned());
                format!("{}|{}|{}", it.name, it.unit, cells.join("|"))
            })
            .collect();
        assert_eq!(read, ["团员人数|人|1779|1600|2000", "志愿者||350||", "企业|家|399||400"]);
        paste_rows(&mut draft, None, "团员人数\t人\t1800");
        assert_eq!(draft.indicators.len(), 3);
        assert_eq!(draft.indicators[0].value.as_str(), "1800");
        assert_eq!(draft.indicators[0].target.as_str(), "2000");
    }

    #[test]
    fn of_which_before_a_pasted_name_makes_it_a_part() {
        let mut draft = draft();
        let ids = paste_rows(&mut draft, None, "团员人数\t人\t1779\n其中：学生团员\t人\t1200\n企业\t家\t399");
        let rows: Vec<_> = draft.indicators.iter().map(|it| (it.name.as_str(), it.part_of)).collect();
        assert_eq!(rows, [("团员人数", None), ("学生团员", Some(ids[0])), ("企业", None)]);
        paste_rows(&mut draft, Some(ids[2]), "团员人数\t1800\n其中:农村团员\t600\n青年\t5000");
        let rows: Vec<_> = draft.indicators.iter().map(|it| (it.name.as_str(), it.part_of)).collect();
        let whole = Some(ids[0]);
        assert_eq!(rows[2..], [("农村团员", whole), ("企业", None), ("青年", None)]);
    }

    #[test]
    fn a_column_copied_from_excel_fills_down_from_where_it_is_pasted() {
        let mut draft = draft();
        let ids = paste_rows(&mut draft, None, "团员人数\t人\t1779\n企业\t家\t399");
        draft.preamble = "共{企业}".into();
        let written = fill_cells(&mut draft, ids[0], Column::LastYear, "1600\t2000\t2026-6-20\n\t400\n7");
        assert_eq!(written.len(), 3);
        let cell = |row: usize, column| {
            get_text(&draft, Place::Indicator(draft.indicators[row].id, column)).unwrap().into_owned()
        };
        assert_eq!(cell(0, Column::LastYear), "1600");
        assert_eq!(cell(0, Column::Target), "2000");
        assert_eq!(cell(0, Column::Cutoff), "2026年6月20日");
        assert_eq!(cell(1, Column::LastYear), "");
        assert_eq!(cell(1, Column::Target), "400");
        assert_eq!(cell(2, Column::LastYear), "7");
        assert_eq!(cell(1, Column::Value), "399");
        fill_cells(&mut draft, ids[1], Column::Name, "联系企业");
        assert_eq!(draft.preamble, "共{联系企业}");
    }

    #[test]
    fn renaming_an_indicator_takes_every_reference_along() {
        let mut draft = draft();
        let id = paste_rows(&mut draft, None, "团员人数\t人\t1779")[0];
        draft.preamble = "共{团员人数}".into();
        draft.parts[1].left_out = true;
        draft.parts[1].text = "{团员人数:同比}".into();
        rename_indicator(&mut draft, id, "团员总数");
        assert_eq!(draft.preamble, "共{团员总数}");
        assert_eq!(draft.parts[1].text, "{团员总数:同比}");
        rename_indicator(&mut draft, id, "");
        assert_eq!(get_text(&draft, Place::Preamble).unwrap(), "共{团员总数}");
    }

    #[test]
    fn a_cell_that_excel_put_into_quotes_comes_without_them() {
        let mut draft = draft();
        paste_rows(&mut draft, None, "\"「青\"\"苗\"\"」\n人数\"\t人\t\"1,779\"\r\n企业\t家\t399\r\n");
        let names: Vec<_> = draft.indicators.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["「青\"苗\"」 人数", "企业"]);
        assert_eq!(draft.indicators[0].value.as_str(), "1,779");
    }

    #[test]
    fn a_new_row_stands_behind_the_parts_of_the_row_above_it() {
        let mut draft = draft();
        let ids = paste_rows(&mut draft, None, "组织\t9\n其中：团委\t4\n团支部\t5");
        let new = add_indicator(&mut draft, Some(ids[0]));
        assert_eq!(draft.indicators[2].id, new);
        assert_eq!(draft.indicators[2].part_of, None);
        let part = add_indicator(&mut draft, Some(ids[1]));
        assert_eq!(draft.indicators[2].id, part);
        assert_eq!(draft.indicators[2].part_of, Some(ids[0]));
        assert!(remove_indicator(&mut draft, ids[0]));
        assert!(!remove_indicator(&mut draft, ids[0]));
    }
}
