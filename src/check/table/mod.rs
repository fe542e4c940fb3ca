//! The table of figures as prose speaks of it: which of its rows a claim is about.

mod names;
mod row;

use super::claim::words::{self, Lead};
use super::claim::{Beside, Claim, Said};
use crate::draft::{Draft, Indicator, Unit};
use crate::text::figures::Script;
use std::collections::HashMap;
use std::sync::Arc;

pub use row::{Known, Row};

/// The rows that prose can name.
#[derive(Debug, Default)]
pub struct Table {
    /// What it was made of: all rows of the draft, and who reports.
    indicators: Vec<Arc<Indicator>>,
    unit: Unit,
    rows: Vec<Arc<Row>>,
    /// Rows and their names by the last character of the name: 团员1779人.
    by_last: HashMap<char, Vec<(usize, String)>>,
    /// The same, cut in two, by the first character of what stands behind the figure: 发展326名新团员.
    by_behind: HashMap<char, Vec<(usize, String, String)>>,
    /// What the reporting unit calls itself.
    own: Vec<String>,
}

/// A row that a claim is about.
#[derive(Clone, Debug)]
pub struct Meant {
    /// The row.
    pub row: Arc<Row>,
    /// What is said of it.
    pub said: Said,
    /// The words say that the figure is of all: 全区, 共有, 总数.
    pub whole: bool,
    /// Nothing is done with what is counted: 团员1779人, not 团员1779人参加.
    bare: bool,
}

/// Units that count what takes place.
const EVENTS: &[&str] = &["场", "次", "场次", "期", "小时", "学时", "课时", "人次", "节", "堂"];

impl Table {
    /// The last table where the draft's is as it was; else a new one.
    pub fn again(draft: &Draft, last: Option<Arc<Self>>) -> Arc<Self> {
        let same = |last: &Arc<Self>| {
            let (known, now) = (&last.indicators, &draft.indicators);
            last.unit == draft.unit
                && known.len() == now.len()
                && known.iter().zip(now).all(|(known, now)| Arc::ptr_eq(known, now))
        };
        last.filter(same).unwrap_or_else(|| Arc::new(Self::of(draft)))
    }

    /// Reads the names of a draft's rows. Where two rows have one name, prose means the first.
    fn of(draft: &Draft) -> Self {
        let mut table = Self {
            indicators: draft.indicators.clone(),
            unit: draft.unit.clone(),
            own: names::own(&draft.unit),
            ..Self::default()
        };
        let mut seen = HashMap::new();
        for indicator in &draft.indicators {
            let name = indicator.name.trim();
            if name.is_empty() || seen.insert(name, ()).is_some() {
                continue;
            }
            table.add(indicator);
        }
        table
    }

    /// True for a table that prose cannot name.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn add(&mut self, indicator: &Arc<Indicator>) {
        let script = Script::of(indicator.name.trim());
        let name = script.string(0..script.len());
        let names = names::of(name, EVENTS.contains(&indicator.unit.trim()));
        let at = self.rows.len();
        for name in &names {
            if let Some(last) = name.chars().last() {
                self.by_last.entry(last).or_default().push((at, name.clone()));
            }
            for (cut, first) in name.char_indices() {
                let (before, behind) = name.split_at(cut);
                let entry = self.by_behind.entry(first).or_default();
                entry.push((at, before.to_owned(), behind.to_owned()));
            }
        }
        self.rows.push(Arc::new(Row::of(indicator, words::core(name).chars().count())));
    }

    /// What the claims of a passage are about, each with its position.
    pub fn meant_by(&self, claims: &[Claim]) -> Vec<(usize, Meant)> {
        let placed = claims.iter().enumerate();
        placed.filter_map(|(at, claim)| Some((at, self.meant(claim, claims)?))).collect()
    }

    /// The row that a claim of a passage is about; `None` where none or more than one may be meant.
    fn meant(&self, claim: &Claim, all: &[Claim]) -> Option<Meant> {
        // 任务完成率 may be a row of its own, and 任务项数 no target.
        if matches!(claim.said, Said::Completion | Said::Target { .. })
            && let Some(meant) = self.named(&claim.full, claim, Said::Value)
        {
            return Some(meant);
        }
        if claim.goes_on {
            return self.gone_on(claim, all);
        }
        self.named(&claim.lead, claim, claim.said)
    }

    /// 团员1779人，同比增长11.2%: the same row, where what was said of it before is what it holds.
    fn gone_on(&self, claim: &Claim, all: &[Claim]) -> Option<Meant> {
        let about = all.get(claim.about?)?;
        let meant = self.named(&about.lead, about, about.said)?;
        let (known, clear) = match about.said {
            Said::Value => (meant.row.value, true),
            Said::LastYear => (meant.row.last_year, claim.said == Said::Value),
            // 团员人数同比增长11.2%，完成率89%
            _ => (None, false),
        };
        let alone = about.beside == Beside::Alone || claim.said == Said::LastYear;
        let same = known.is_some_and(|known| known.value == about.figure.value);
        let bare = (meant.bare || claim.said == Said::Value) && alone;
        let fits = meant.row.fits(claim, claim.said);
        (clear && same && bare && fits).then_some(Meant { said: claim.said, ..meant })
    }

    fn named(&self, lead: &Lead, claim: &Claim, said: Said) -> Option<Meant> {
        if claim.beside == Beside::Names {
            return None;
        }
        let mut best: Option<(usize, Meant)> = None;
        let mut twice = false;
        let mut take = |row: usize, length: usize, before: &str, behind: &str| {
            let Some(row) = self.rows.get(row).filter(|row| row.fits(claim, said)) else { return };
            let event = EVENTS.contains(&row.unit.as_str());
            let Some(opened) = words::opening(before, &self.own, event) else { return };
            let whole = opened || lead.whole;
            let bare = behind.is_empty() || words::compares(behind);
            match &best {
                Some((longest, _)) if *longest > length => {}
                Some((longest, meant)) if *longest == length => {
                    twice |= meant.row.indicator.id != row.indicator.id;
                }
                _ => {
                    best = Some((length, Meant { row: Arc::clone(row), said, whole, bare }));
                    twice = false;
                }
            }
        };
        let last = lead.words.chars().last();
        for (row, name) in last.and_then(|last| self.by_last.get(&last)).into_iter().flatten() {
            if let Some(before) = lead.words.strip_suffix(name.as_str()) {
                take(*row, name.len(), before, &claim.tail);
            }
        }
        let first = claim.tail.chars().next();
        for (row, before, behind) in first.and_then(|first| self.by_behind.get(&first)).into_iter().flatten()
        {
            let rest = claim.tail.strip_prefix(behind.as_str()).filter(|rest| words::ends(rest));
            if let (Some(opening), Some(rest)) = (lead.words.strip_suffix(before.as_str()), rest) {
                take(*row, before.len() + behind.len(), opening, rest);
            }
        }
        best.filter(|_| !twice).map(|(_, meant)| meant)
    }
}
