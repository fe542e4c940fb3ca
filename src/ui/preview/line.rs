//! A line of a page.

use super::sheet::{Row, SheetContent, SheetLine};
use super::{css, px};
use crate::draft::PageStyle;
use crate::draft::page_style::Face;
use crate::layout::{Align, Role, Run, RunStyle};
use crate::text::width;
use leptos::prelude::*;

/// The family list of a face.
fn family(face: &Face) -> String {
    let names = std::iter::once(face.name.as_str()).chain(face.fallback.split(','));
    let quoted: Vec<String> = names
        .map(|name| name.replace(['"', '\\', ';'], ""))
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .map(|name| format!("\"{name}\""))
        .collect();
    format!("{}, serif", quoted.join(", "))
}

/// A face as CSS.
pub fn font(face: &Face) -> String {
    let weight = if face.bold { 700 } else { 400 };
    format!("font-family: {}; font-size: {}; font-weight: {weight};", family(face), css(face.em_twips()))
}

/// Marks that may stand outside the line's width, as they hang there in print.
const HANGING: [char; 6] = ['，', '。', '、', '；', '：', '！'];

/// Twips by which each character of a line is set closer or wider than its face has it: a full
/// line of 28 characters is a little wider than the page's text, and Word presses it as well.
fn spacing(line: &SheetLine, role: Role, runs: &[Run], style: &PageStyle) -> f64 {
    let mut characters = 0u16;
    let mut natural = 0i32;
    for run in runs {
        let em = role.face(run.style, style).em_twips();
        for c in run.text.chars() {
            characters = characters.saturating_add(1);
            natural = natural
                .saturating_add(em.saturating_mul(i32::try_from(width::half_cells(c)).unwrap_or(2)) / 2);
        }
    }
    let last = runs.last().and_then(|run| Some((run, run.text.chars().last()?)));
    if let Some((run, c)) = last
        && HANGING.contains(&c)
    {
        natural = natural.saturating_sub(role.face(run.style, style).em_twips());
        characters = characters.saturating_sub(1);
    }
    let body = style.body.em_twips();
    let grid = f64::from(style.text_width()) / f64::from(style.characters.max(1)) - f64::from(body);
    // Signature and date are never spread: they stand by their own width.
    let grid = if matches!(role, Role::Signature | Role::Date) { grid.min(0.0) } else { grid };
    let grid = if role.face(RunStyle::Plain, style).em_twips() == body { grid } else { 0.0 };
    let room = f64::from(line.width - natural) / f64::from(characters.max(1));
    if line.align == Align::Justified { grid.min(room) } else { grid }
}

/// Draws a line; `at` is its place on the page, which its runs carry for clicks.
pub fn draw(at: usize, line: &SheetLine, style: &PageStyle) -> AnyView {
    let place = format!(
        "top: {}; left: {}; width: {}; height: {}; line-height: {};",
        css(line.top),
        css(line.left),
        css(line.width),
        css(line.height),
        css(line.height)
    );
    match &line.content {
        SheetContent::Text(role, runs) => {
            let align = match line.align {
                Align::Left => "left",
                Align::Justified => "justify",
                Align::Centre => "center",
            };
            let spacing = spacing(line, *role, runs, style) / super::TWIPS;
            let look = format!("{place} text-align-last: {align}; letter-spacing: {spacing:.3}px;");
            let led = runs.iter().any(|run| matches!(run.style, RunStyle::PageReference(_)));
            let runs: Vec<AnyView> = runs
                .iter()
                .enumerate()
                .map(|(index, run)| {
                    let origin = run.origin.is_some().then(|| format!("{at}-{index}"));
                    let live = run.origin.as_ref().is_some_and(|origin| origin.reference);
                    let look = font(role.face(run.style, style));
                    // The dots come from the style sheet, so that they are no text.
                    let leader = matches!(run.style, RunStyle::PageReference(_))
                        .then(|| view! { <span class="page-leader" style=look.clone()></span> });
                    view! {
                        {leader}
                        <span class="page-run" class:live=live style=look data-run=origin>
                            {run.text.clone()}
                        </span>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <div class="page-line" class:led=led style=look>
                    {runs}
                </div>
            }
            .into_any()
        }
        SheetContent::Row(row) => draw_row(at, row, &place, style),
    }
}

fn draw_row(at: usize, row: &Row, place: &str, style: &PageStyle) -> AnyView {
    let class = if row.header { "page-row header" } else { "page-row" };
    let look = format!("{place} {}", font(&style.table));
    let cells: Vec<AnyView> = row
        .cells
        .iter()
        .zip(&row.widths)
        .enumerate()
        .map(|(index, (cell, width))| {
            let run = cell.place.is_some().then(|| format!("{at}-{index}"));
            // Broken where the layout breaks them, whatever the screen's face is as wide as.
            let lines: Vec<AnyView> = cell
                .lines
                .iter()
                .map(|line| view! { <span class="page-cell-line">{line.clone()}</span> }.into_any())
                .collect();
            // Half the margin: the screen's digits and borders are a little wider than the paper's.
            let margin = px(style.cell_margin) / 2.0;
            let look = format!(
                "width: {}; padding: 0 {margin:.2}px; line-height: {};",
                css(*width),
                css(row.line_height)
            );
            view! {
                <span class="page-cell" class:figure=cell.figure class:centred=cell.figure && style.centre_figures style=look data-run=run>
                    <span>{lines}</span>
                </span>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class=class style=look>
            {cells}
        </div>
    }
    .into_any()
}
