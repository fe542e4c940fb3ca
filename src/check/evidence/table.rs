//! The figures of the table, and the date of the report.

use super::Outcome;
use super::row::Row;
use super::when::PRESENT;
use crate::check::arithmetic::{plain, rounded};
use crate::draft::{Column, Draft, Indicator, Place};
use crate::text::date;
use rust_decimal::Decimal;

/// The rows of the table: each value typed, and what follows from them.
pub(super) fn rows(draft: &Draft) -> Vec<Row> {
    let named = draft.indicators.iter().filter(|it| !it.name.trim().is_empty());
    named.flat_map(|indicator| of_indicator(draft, indicator)).collect()
}

/// The row of 成文日期.
pub(super) fn date(draft: &Draft) -> Option<Row> {
    let words = date::chinese(draft.date?);
    let mut row = row(Place::Date, 0..words.len(), words, "成文日期".to_owned(), "");
    row.note("日历", "日历上有这一天", Outcome::Agrees);
    let (_, last) = draft.period.days()?;
    if draft.date >= Some(last) {
        row.note("报告期", format!("在报告期{}结束之后", draft.period.label()), Outcome::Agrees);
    }
    Some(row)
}

fn row(place: Place, range: std::ops::Range<usize>, words: String, subject: String, when: &str) -> Row {
    Row { place, range, words, subject, when: when.to_owned(), bases: Vec::new(), cell: None, listed: true }
}

fn of_indicator(draft: &Draft, indicator: &Indicator) -> Vec<Row> {
    let name = indicator.name.trim();
    let cutoff = indicator.cutoff.map(|day| format!("截至{}", date::short(day)));
    let present = cutoff.as_deref().unwrap_or(PRESENT);
    let typed = [
        (Column::Value, &indicator.value, present),
        (Column::LastYear, &indicator.last_year, "去年同期"),
        (Column::Target, &indicator.target, "目标"),
    ];
    let mut rows: Vec<Row> = typed
        .into_iter()
        .filter(|(_, figure, _)| !figure.is_blank())
        .map(|(column, figure, when)| {
            let words = format!("{}{}", figure.as_str().trim(), indicator.unit.trim());
            let place = Place::Indicator(indicator.id, column);
            row(place, 0..figure.as_str().len(), words, name.to_owned(), when)
        })
        .collect();
    let value = Place::Indicator(indicator.id, Column::Value);
    for (whole, part) in sums(draft, indicator) {
        let mine = rows.iter_mut().filter(|row| row.place == value);
        let words = if part.is_empty() { whole } else { format!("{whole}（{part}）") };
        mine.for_each(|row| row.note("合计", words.clone(), Outcome::Agrees));
    }
    let computed = [
        (indicator.growth_words(), growth(indicator), "同比"),
        (indicator.completion_words(), completion(indicator), "完成率"),
    ];
    for (words, arithmetic, when) in computed {
        let (Some(words), Some((kind, arithmetic))) = (words, arithmetic) else { continue };
        let mut made = row(value, 0..indicator.value.as_str().len(), words, name.to_owned(), when);
        made.note(kind, arithmetic, Outcome::Agrees);
        rows.push(made);
    }
    rows
}

/// The sums that agree in which an indicator takes part: as the whole, and as a part with the
/// name of its whole.
fn sums(draft: &Draft, indicator: &Indicator) -> Vec<(String, String)> {
    let as_whole = sum(draft, indicator).map(|words| (words, String::new()));
    let whole = indicator.part_of.filter(|whole| *whole != indicator.id).and_then(|id| draft.indicator(id));
    let as_part = whole.and_then(|whole| Some((sum(draft, whole)?, whole.name.trim().to_owned())));
    as_whole.into_iter().chain(as_part).collect()
}

/// 16 + 6 = 22, where the parts of a whole make it up.
fn sum(draft: &Draft, whole: &Indicator) -> Option<String> {
    let total = whole.value.number().ok()??;
    let parts: Vec<_> = draft.parts_of(whole.id).filter(|it| it.unit.trim() == whole.unit.trim()).collect();
    let values: Vec<Decimal> = parts.iter().filter_map(|it| it.value.number().ok().flatten()).collect();
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    let terms: Vec<String> = values.iter().map(|value| plain(*value)).collect();
    (values.len() >= 2 && values.len() == parts.len() && sum == total)
        .then(|| format!("{} = {}", terms.join(" + "), plain(total)))
}

/// 同比 with its arithmetic: (1779 - 1600) ÷ 1600 × 100% = 11.2%.
pub(super) fn growth(indicator: &Indicator) -> Option<(&'static str, String)> {
    let now = indicator.value.number().ok()??;
    let before = indicator.last_year.number().ok()??;
    let (larger, smaller) = if now < before { (before, now) } else { (now, before) };
    let difference = format!("{} - {}", plain(larger), plain(smaller));
    if indicator.unit.trim() == "%" {
        let points = rounded(larger.checked_sub(smaller)?, 1);
        return Some(("同比", format!("{}% - {}% = {points}个百分点", plain(larger), plain(smaller))));
    }
    let growth = indicator.growth().ok()??.abs();
    Some(("同比", format!("({difference}) ÷ {} × 100% = {}%", plain(before), rounded(growth, 1))))
}

/// 完成率 with its arithmetic: 10 ÷ 12 × 100% = 83.3%.
pub(super) fn completion(indicator: &Indicator) -> Option<(&'static str, String)> {
    let completion = indicator.completion().ok()??;
    let now = indicator.value.number().ok()??;
    let target = indicator.target.number().ok()??;
    Some(("完成率", format!("{} ÷ {} × 100% = {}%", plain(now), plain(target), rounded(completion, 1))))
}
