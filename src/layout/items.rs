//! An item as blocks: heading, paragraphs, and the measure of a plan item behind them.

use super::blocks::{Composer, styled};
use super::document::{Role, RunStyle};
use super::field::{Runs, text_of, written};
use crate::draft::{Item, Place};

/// Writes an item in which something was written; `leads` says that the next one stands under it.
pub(super) fn write(composer: &mut Composer<'_>, item: &Item, leads: bool) {
    let mut bodies = composer.paragraphs(Place::ItemText(item.id), &item.text);
    let measure = measure(composer, item);
    let heading = composer.one_paragraph(Place::ItemHeading(item.id), &item.heading);
    // A heading that was to run in has nothing to run into when only other headings follow it.
    let alone = !item.run_in || (bodies.is_empty() && measure.is_empty() && leads);
    match bodies.last_mut() {
        Some(last) => last.extend(measure),
        None if !measure.is_empty() => bodies.push(measure),
        None => {}
    }
    if !heading.is_empty() {
        let (level, ordinal) = match composer.numbering.item(item.id) {
            Some(numbered) => (numbered.level, numbered.ordinal.clone()),
            None => (item.depth, String::new()),
        };
        let mut runs = vec![written(ordinal)];
        runs.extend(heading);
        if alone {
            composer.push(Role::Heading(level), runs);
        } else {
            if !is_closed(&text_of(&runs)) {
                runs.push(written("。"));
            }
            let mut first: Runs = styled(runs, RunStyle::RunIn(level)).collect();
            if !bodies.is_empty() {
                first.extend(bodies.remove(0));
            }
            composer.push(Role::Body, first);
        }
    }
    for runs in bodies {
        composer.push(Role::Body, runs);
    }
}

fn is_closed(heading: &str) -> bool {
    heading.ends_with(['。', '！', '？', '；', '：', '，', '、', '…', '.', '!', '?', ';', ':', ','])
}

/// The measure in brackets: （目标：…；时限：…；责任人：…）, with each field's words where they were
/// typed.
fn measure(composer: &Composer<'_>, item: &Item) -> Runs {
    let fields = [
        ("目标：", Place::ItemGoal(item.id), &item.measure.goal),
        ("时限：", Place::ItemDeadline(item.id), &item.measure.deadline),
        ("责任人：", Place::ItemResponsible(item.id), &item.measure.responsible),
    ];
    let mut runs = Runs::new();
    for (name, place, typed) in fields {
        let said = composer.one_paragraph(place, typed);
        if said.is_empty() {
            continue;
        }
        let before = if runs.is_empty() { "（" } else { "；" };
        runs.push(written(format!("{before}{name}")));
        runs.extend(said);
    }
    if !runs.is_empty() {
        runs.push(written("）"));
    }
    runs
}
