//! The names under which prose speaks of indicators and of the reporting unit.

use crate::check::claim::words;
use crate::draft::{Unit, UnitKind};
use crate::text::figures::Script;

/// The words under which prose may speak of an indicator.
pub(super) fn of(name: &str, event: bool) -> Vec<String> {
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
pub(super) fn own(unit: &Unit) -> Vec<String> {
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
