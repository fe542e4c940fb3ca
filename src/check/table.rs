//! The table of figures as prose speaks of it: which of its rows a claim is about.

use super::claim::words::{self, Lead};
use super::claim::{Beside, Claim, Said};
use crate::draft::{Draft, Figure, Indicator, IndicatorId, Unit, UnitKind};
use crate::text::figures::{Kind, Script, measure};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::sync::Arc;

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

/// A row with its figures in the unit that prose has (12000人 for 1.2 in 万人).
#[derive(Debug)]
pub struct Row {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Its unit without 万 and 亿; `%` for the full-width sign too.
    pub unit: String,
    /// 本期
    pub value: Option<Known>,
    /// 去年同期
    pub last_year: Option<Known>,
    /// 目标
    pub target: Option<Known>,
    /// Characters of its name without the word that says that it is counted.
    length: usize,
}

/// A figure of the table and the numbers that may stand behind it as it is rounded there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// As typed, in the unit that prose has.
    pub value: Decimal,
    /// The smallest.
    pub low: Decimal,
    /// The largest.
    pub high: Decimal,
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
            own: own_names(&draft.unit),
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
        let names = names(name, EVENTS.contains(&indicator.unit.trim()));
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
        let fits = fits(&meant.row, claim, claim.said);
        (clear && same && bare && fits).then_some(Meant { said: claim.said, ..meant })
    }

    fn named(&self, lead: &Lead, claim: &Claim, said: Said) -> Option<Meant> {
        if claim.beside == Beside::Names {
            return None;
        }
        let mut best: Option<(usize, Meant)> = None;
        let mut twice = false;
        let mut take = |row: usize, length: usize, before: &str, behind: &str| {
            let Some(row) = self.rows.get(row).filter(|row| fits(row, claim, said)) else { return };
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

impl Row {
    fn of(indicator: &Arc<Indicator>, length: usize) -> Self {
        let unit = indicator.unit.trim();
        let (unit, scale) = match unit.chars().next() {
            Some('万') => (unit.strip_prefix('万').unwrap_or(unit), Decimal::from(10_000)),
            Some('亿') => (unit.strip_prefix('亿').unwrap_or(unit), Decimal::from(100_000_000)),
            _ => (unit, Decimal::ONE),
        };
        Self {
            indicator: Arc::clone(indicator),
            unit: unit.replace('％', "%"),
            value: known(&indicator.value, scale),
            last_year: known(&indicator.last_year, scale),
            target: known(&indicator.target, scale),
            length,
        }
    }

    /// True for a row of percentages.
    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// The row's own id and that of the row it is a part of.
    pub fn family(&self) -> (IndicatorId, Option<IndicatorId>) {
        (self.indicator.id, self.indicator.part_of)
    }

    /// True when a figure with so many digits can hardly be equal to the row's by chance.
    pub fn tells(&self, digits: usize) -> bool {
        digits >= 3 || (digits == 2 && self.length >= 3) || self.length >= 4
    }
}

fn known(figure: &Figure, scale: Decimal) -> Option<Known> {
    let typed = figure.as_str().trim();
    let number = figure.number().ok().flatten()?;
    let value = number.checked_mul(scale)?;
    let decimals = typed
        .split(['.', '．'])
        .nth(1)
        .map_or(0, |rest| rest.chars().filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count());
    let grouped = match typed.chars().last() {
        Some('万') => Decimal::from(10_000),
        Some('亿') => Decimal::from(100_000_000),
        _ => Decimal::ONE,
    };
    let rounded = decimals > 0 || grouped != Decimal::ONE || scale != Decimal::ONE;
    let step = Decimal::new(1, u32::try_from(decimals).ok().filter(|it| *it <= 20)?);
    let half = step.checked_mul(grouped)?.checked_mul(scale)?.checked_div(Decimal::TWO)?;
    let half = if rounded { half } else { Decimal::ZERO };
    Some(Known { value, low: value.checked_sub(half)?, high: value.checked_add(half)? })
}

/// True when a claim has the unit that the row's figure, or its change or rate, has.
fn fits(row: &Row, claim: &Claim, said: Said) -> bool {
    let (kind, unit) = (claim.figure.kind, claim.figure.unit);
    match said {
        Said::Growth { .. } if row.is_percent() => kind == Kind::Points,
        Said::Growth { .. } => kind == Kind::Percent,
        Said::Completion => kind == Kind::Percent,
        _ if row.is_percent() => kind == Kind::Percent,
        _ => kind == Kind::Count && (row.unit.is_empty() || measure::compatible(&row.unit, unit)),
    }
}

/// The words under which prose may speak of an indicator.
fn names(name: &str, event: bool) -> Vec<String> {
    let name = name.split(['（', '(']).next().unwrap_or(name).trim();
    let bare = ["全区", "全县", "全市", "全镇", "全校"].iter().find_map(|it| name.strip_prefix(it));
    let name = bare.unwrap_or(name);
    let core = words::core(name);
    let mut names = vec![core.to_owned()];
    if name != core && words::Lead::of(name).words != core {
        names.push(name.to_owned());
    }
    // 新发展团员 is said 发展团员 and 发展新团员 as well.
    if let Some(noun) = core.strip_prefix("新发展") {
        names.extend([format!("发展{noun}"), format!("发展新{noun}"), format!("新{noun}")]);
    }
    if core.starts_with("团员") {
        names.push(format!("共青{core}"));
    }
    if event && core != name {
        names.push(format!("{core}活动"));
    }
    names.retain(|name| name.chars().count() >= 2);
    names.dedup();
    names
}

/// What a unit calls itself: 云岭县 for 共青团云岭县委员会, 学校 for a school.
fn own_names(unit: &Unit) -> Vec<String> {
    let kind: &[&str] = match unit.kind {
        UnitKind::School => &["学校", "学院"],
        UnitKind::Enterprise => &["公司", "集团"],
        UnitKind::Zone => &["园区", "开发区"],
        UnitKind::Branch => &["支部"],
        UnitKind::District | UnitKind::Township => &[],
    };
    let mut own: Vec<String> = kind.iter().map(|word| (*word).to_owned()).collect();
    let script = Script::of(unit.name.trim());
    let full = script.string(0..script.len());
    if full.is_empty() {
        return own;
    }
    let place = full.strip_prefix("共青团").unwrap_or(full);
    let place = ["团工作委员会", "工作委员会", "团工委", "委员会", "团委", "团支部", "支部", "工委", "委"]
        .iter()
        .find_map(|ending| place.strip_suffix(ending))
        .unwrap_or(place)
        .to_owned();
    own.push(full.to_owned());
    own.extend(Some(place).filter(|place| place.chars().count() >= 2));
    own
}
