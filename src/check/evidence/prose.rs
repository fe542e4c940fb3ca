//! The figures and dates of the texts, with what the rules of a passage say of them.

use super::Outcome;
use super::basis;
use super::row::Row;
use super::subject::{is_named_behind, subject};
use super::when::{when, whole};
use crate::check::answer::moved;
use crate::check::block::Block;
use crate::check::passage::Passage;
use crate::check::prose::judge;
use crate::check::texts::{Field, Texts};
use crate::check::verdict::Verdicts;
use crate::draft::reference::{Aspect, References, Referred};
use crate::draft::{Column, Draft};
use crate::text::figures::{DateMention, Kind, Mention, Style, TimePart};
use rust_decimal::Decimal;
use std::ops::Range;

/// What a date is listed under.
const DATE: &str = "日期";

/// The rows of all texts, with what agrees within each.
pub(super) fn rows(draft: &Draft, texts: &Texts<'_>) -> Vec<Row> {
    let references = References::of(draft);
    let blocks = texts.fields.iter().flat_map(|field| field.read.blocks.iter().map(move |it| (field, &it.0)));
    blocks.flat_map(|(field, block)| of_block(draft, field, block, &references)).collect()
}

/// A row with the characters of the passage that it stands for.
struct Placed {
    chars: Range<usize>,
    /// Where its digits begin.
    number: usize,
    row: Row,
}

fn of_block(draft: &Draft, field: &Field<'_>, block: &Block, references: &References) -> Vec<Row> {
    let text = field.expanded.text.get(block.range.clone()).unwrap_or_default();
    let passage = Passage::of(text, block.section, Some(draft.period));
    let place = |chars: Range<usize>, number: usize, subject: String, when: String, listed: bool| {
        let bytes = passage.script().bytes(chars.clone());
        let row = Row {
            place: field.place,
            range: field.expanded.to_source(moved(&bytes, block.range.start)),
            words: text.get(bytes).unwrap_or_default().trim().to_owned(),
            subject,
            when,
            bases: Vec::new(),
            cell: None,
            listed,
        };
        Placed { chars, number, row }
    };
    let mut placed = Vec::new();
    for date in &passage.reading.dates {
        let chars = whole(&passage, date);
        let within = placed.last().is_some_and(|last: &Placed| last.chars.end >= chars.end);
        if !date.named && !date.quoted && !within {
            placed.push(place(
                chars,
                date.range.start,
                DATE.to_owned(),
                String::new(),
                is_date(&passage, date),
            ));
        }
    }
    for (index, mention) in passage.mentions().iter().enumerate() {
        // 5至8人 is one figure; its end has the noun.
        if mention.kind != Kind::Ordinal && !mention.quoted && !mention.range_start {
            let (subject, when) = (subject(&passage, index), when(&passage, text, index));
            let from = index.checked_sub(1).and_then(|before| passage.mentions().get(before));
            let from = from.filter(|from| mention.range_end && from.range_start);
            let start = from.map_or(mention.range.start, |from| from.range.start);
            placed.push(place(
                start..mention.range.end,
                mention.number.start,
                subject,
                when,
                is_figure(&passage, index, mention),
            ));
        }
    }
    placed.retain_mut(|each| {
        let at = block.range.start + passage.script().bytes(each.number..each.number + 1).start;
        refer(field, at, references, &mut each.row)
    });
    agreements(&passage, &mut placed);
    placed.into_iter().map(|it| it.row).collect()
}

/// A date that says a day, a month or a year; 今年 and 上半年 are read as words, and the year
/// before a name (2026年“创青春”大赛) as part of it.
fn is_date(passage: &Passage, date: &DateMention) -> bool {
    let of_a_name = matches!(passage.script().get(date.range.end), Some('“' | '《'));
    date.month.is_some()
        || date.year.is_some() && !of_a_name
        || matches!(date.part, Some(TimePart::Quarter(_)))
}

/// Numbers without a unit, 一支, and small Chinese numerals in set phrases (三番五次, 十年树木) are
/// listed only where something was compared with them; anniversaries and 15分钟服务圈 are names.
fn is_figure(passage: &Passage, index: usize, mention: &Mention) -> bool {
    let small = mention.style == Style::Chinese && mention.value <= Decimal::TEN;
    let counted = mention.value != Decimal::ONE
        && !matches!(mention.unit, "年" | "元" | "天" | "日" | "岁")
        && is_named_behind(passage, index);
    let tail = passage.words(passage.tail(index));
    let name =
        mention.unit == "周" && tail.starts_with('年') || mention.unit == "分钟" && tail.contains('圈');
    mention.kind != Kind::Bare && (!small || counted) && !name
}

/// Where the figure comes from a reference, its cell of the table. `false` for 上半年 and 下半年
/// that the app itself writes: nobody typed them, and they say no date.
fn refer(field: &Field<'_>, at: usize, references: &References, row: &mut Row) -> bool {
    let piece = field.expanded.pieces.iter().find(|piece| piece.reference && piece.out.contains(&at));
    let typed = piece.and_then(|piece| field.source.get(piece.source.clone()));
    let Some(inside) = typed.map(|typed| typed.trim_matches(['{', '}'])) else { return true };
    match references.referred(inside) {
        Some(Referred::Indicator(indicator, aspect)) => {
            let (column, what) = match aspect {
                Aspect::Value | Aspect::Number => (Column::Value, "本期"),
                Aspect::LastYear => (Column::LastYear, "去年同期"),
                Aspect::Target => (Column::Target, "目标"),
                Aspect::Growth => (Column::Value, "同比"),
                Aspect::Completion => (Column::Value, "完成率"),
            };
            row.listed = true;
            row.cell = Some((indicator.id, column));
            let name = indicator.name.trim();
            row.subject = name.to_owned();
            // The text may say of what day the table's value is.
            if column != Column::Value || !matches!(aspect, Aspect::Value | Aspect::Number) {
                row.when = what.to_owned();
            }
            row.note("引用", format!("引自数据指标「{name}」的{what}"), Outcome::Agrees);
            let computed = match aspect {
                Aspect::Growth => super::table::growth(indicator),
                Aspect::Completion => super::table::completion(indicator),
                _ => None,
            };
            if let Some((kind, words)) = computed {
                row.note(kind, words, Outcome::Agrees);
            }
        }
        Some(Referred::Fact(_)) if !row.listed => return false,
        Some(Referred::Fact(_)) => {
            row.note("引用", format!("引自报告的「{}」", inside.trim()), Outcome::Agrees)
        }
        None => {}
    }
    true
}

/// What the rules of a passage found right.
fn agreements(passage: &Passage, placed: &mut [Placed]) {
    let mut verdicts = Verdicts::with_agreements();
    judge(passage, &mut verdicts);
    for agreement in verdicts.agreements {
        let kind = basis::kind(agreement.rule);
        // What was listed behind a number are names, no figures.
        let related =
            if agreement.rule == "list-count-mismatch" { &[] } else { agreement.related.as_slice() };
        let meets = |chars: &Range<usize>| {
            std::iter::once(&agreement.range)
                .chain(related)
                .any(|it| it.start < chars.end && chars.start < it.end)
        };
        for each in placed.iter_mut().filter(|it| meets(&it.chars)) {
            each.row.note(kind, agreement.words.clone(), Outcome::Agrees);
        }
    }
    // That a part is no larger than its whole goes without saying where more was compared.
    let weak = basis::kind("part-exceeds-whole");
    for each in placed {
        if each.row.bases.iter().any(|it| it.kind != weak) {
            each.row.bases.retain(|it| it.kind != weak);
        }
    }
}
