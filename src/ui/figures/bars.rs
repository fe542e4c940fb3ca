//! 本期, 去年同期 and 目标 of a row as bars on one axis.

use super::heading;
use crate::draft::{Column, Figure, Indicator};
use crate::ui::words::figures as words;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// One bar: where it begins and how long it is, in percent of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bar {
    column: Column,
    start: String,
    length: String,
    figure: String,
}

const COLUMNS: [Column; 3] = [Column::Value, Column::LastYear, Column::Target];

fn figure(row: &Indicator, column: Column) -> &Figure {
    match column {
        Column::LastYear => &row.last_year,
        Column::Target => &row.target,
        _ => &row.value,
    }
}

/// The bars of a row, none where there is nothing to compare. The axis begins at zero and ends at
/// the largest figure, for percentages at 100.
fn bars(row: &Indicator) -> Vec<Bar> {
    let percent = matches!(row.unit.trim(), "%" | "％");
    let number = |column: Column| figure(row, column).number().ok().flatten();
    let known: Vec<(Column, Decimal)> =
        COLUMNS.into_iter().filter_map(|column| Some((column, number(column)?))).collect();
    if known.len() < if percent { 1 } else { 2 } {
        return Vec::new();
    }
    let end = if percent { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
    let high = known.iter().map(|(_, number)| *number).fold(end, Decimal::max);
    let low = known.iter().map(|(_, number)| *number).fold(Decimal::ZERO, Decimal::min);
    let share = |length: Decimal| {
        let axis = high.checked_sub(low)?;
        let share = length.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(axis)?;
        Some(share.round_dp(1).normalize().to_string())
    };
    let bar = |(column, number): (Column, Decimal)| {
        let start = number.min(Decimal::ZERO).checked_sub(low)?;
        Some(Bar {
            column,
            start: share(start)?,
            length: share(number.abs())?,
            figure: format!("{}{}", figure(row, column).as_str().trim(), row.unit.trim()),
        })
    };
    known.into_iter().filter_map(bar).collect()
}

fn class(column: Column) -> &'static str {
    match column {
        Column::LastYear => "figure-bar last-year",
        Column::Target => "figure-bar target",
        _ => "figure-bar value",
    }
}

fn style(bar: &Bar) -> String {
    format!("left: {}%; width: {}%", bar.start, bar.length)
}

/// The bars in their row, as small as they can be: the figures stand beside them.
#[component]
pub fn Bars(
    /// The row.
    #[prop(into)]
    row: Signal<std::sync::Arc<Indicator>>,
) -> impl IntoView {
    let drawn = Memo::new(move |_| row.with(|row| bars(row)));
    let said = move || {
        drawn.with(|all| {
            let said: Vec<_> =
                all.iter().map(|bar| (heading(bar.column).text(), bar.figure.clone())).collect();
            words::chart(&said)
        })
    };
    view! {
        <Show when=move || drawn.with(|all| !all.is_empty())>
            <div class="figures-bars" role="img" aria-label=said title=said>
                {move || {
                    drawn
                        .get()
                        .iter()
                        .map(|bar| {
                            view! {
                                <span class="figure-bar-line">
                                    <span class=class(bar.column) style=style(bar)></span>
                                </span>
                            }
                        })
                        .collect_view()
                }}
            </div>
        </Show>
    }
}

/// The same with words and figures beside each bar.
#[component]
pub fn LabelledBars(
    /// The row.
    #[prop(into)]
    row: Signal<std::sync::Arc<Indicator>>,
) -> impl IntoView {
    let drawn = Memo::new(move |_| row.with(|row| bars(row)));
    view! {
        <Show when=move || drawn.with(|all| !all.is_empty())>
            <dl class="figures-chart" aria-label=words::CHART.text()>
                {move || {
                    drawn
                        .get()
                        .iter()
                        .map(|bar| {
                            view! {
                                <div class="chart-line">
                                    <dt>{heading(bar.column).text()}</dt>
                                    <dd>
                                        <span class="figure-bar-line" aria-hidden="true">
                                            <span class=class(bar.column) style=style(bar)></span>
                                        </span>
                                        <span class="chart-figure">{bar.figure.clone()}</span>
                                    </dd>
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </dl>
        </Show>
    }
}

/// Which bar is which.
#[component]
pub fn Legend() -> impl IntoView {
    view! {
        <ul class="figures-legend" aria-label=words::LEGEND.text()>
            {COLUMNS
                .map(|column| {
                    view! {
                        <li>
                            <span class="figure-bar-line" aria-hidden="true">
                                <span class=class(column)></span>
                            </span>
                            {heading(column).text()}
                        </li>
                    }
                })
                .into_iter()
                .collect_view()}
        </ul>
    }
}
