//! Letting findings stand, and where the focus goes when their buttons go with them.

use crate::check::{Finding, rule_name};
use crate::ui::editor::session::Session;
use crate::ui::focus;
use crate::ui::words::checks as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How far an ignoring reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This one.
    Place,
    /// All of its rule.
    Rule,
}

/// Ignores a finding and offers undo; nothing where it is not shown any more. The focus stays
/// where it is, or goes on from what disappears.
pub fn ignore(session: Session, finding: &Finding, reach: Reach) {
    let shown = session.findings.with_untracked(|all| all.contains(finding));
    if !shown {
        return;
    }
    let name = rule_name(&finding.rule);
    let landing = Landing::here((reach == Reach::Rule).then_some(finding.rule.as_str()));
    match reach {
        Reach::Place => {
            session.ignore_place(finding);
            session.offer_undo(words::ignored_place(name, &finding.quote));
        }
        Reach::Rule => {
            let count = session
                .findings
                .with_untracked(|all| all.iter().filter(|it| it.rule == finding.rule).count());
            session.ignore_rule(&finding.rule);
            session.offer_undo(words::ignored_rule(name, count));
        }
    }
    landing.go();
}

/// Where the focus goes when the finding that holds it goes.
pub enum Landing {
    /// It is on nothing that goes.
    Stay,
    /// From a row of a list to the one that takes its place: by position, and the row itself where
    /// it is on the screen already.
    Row(Element, usize, Option<HtmlElement>),
    /// Back to the field under which the card stood.
    Field(HtmlElement),
}

impl Landing {
    /// By what has the focus now; `rule` where all rows of a rule go.
    pub fn here(rule: Option<&str>) -> Self {
        let Some(active) = document().active_element() else { return Self::Stay };
        let closest = |what: &str| active.closest(what).ok().flatten();
        if let (Some(list), Some(row)) = (closest(".findings-all"), closest(".finding")) {
            let stays = |it: &Element| rule.is_none() || it.get_attribute("data-rule").as_deref() != rule;
            let rows = elements(&list, ".finding");
            let at = rows.iter().position(|it| *it == row).unwrap_or(0);
            let (before, behind) = (rows.iter().take(at), rows.iter().skip(at + 1));
            let position = before.clone().filter(|it| stays(it)).count();
            let next = behind.clone().find(|it| stays(it)).or(before.rev().find(|it| stays(it)));
            let go = next.and_then(|row| row.query_selector(".finding-go").ok().flatten());
            return Self::Row(list, position, go.and_then(|go| go.dyn_into().ok()));
        }
        let card = closest(".finding-card").and_then(|card| card.closest(".writing").ok().flatten());
        let area = card.and_then(|writing| writing.query_selector(".writing-area").ok().flatten());
        area.and_then(|area| area.dyn_into().ok()).map_or(Self::Stay, Self::Field)
    }

    /// Goes there: at once, so that a quick second key finds it, and again once the screen has been
    /// drawn, which may have made the row anew.
    pub fn go(self) {
        match self {
            Self::Stay => {}
            Self::Field(area) => {
                let _ = area.focus();
            }
            Self::Row(list, position, next) => {
                if let Some(next) = next {
                    let _ = next.focus();
                }
                focus::when_drawn(move || focus_row(&list, position));
            }
        }
    }
}

/// Puts the focus on a row of a list, or on what stands there when the last has gone. A focus set
/// elsewhere meanwhile is left alone.
pub fn focus_row(list: &Element, position: usize) {
    if !focus::is_lost() {
        return;
    }
    let rows = elements(list, ".finding-go");
    let row = rows.get(position).or(rows.last()).cloned();
    let next = row.or_else(|| elements(list, ".ignored > summary").into_iter().next());
    let target = next.unwrap_or_else(|| list.clone());
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        let _ = target.focus();
    }
}

/// The elements of a kind within another, in order.
pub fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
