//! # What it does
//! Finds an announced number of items that is not the number of items listed.
//! # Why it is bad
//! An item was forgotten, or the number was not brought up to date.
//! # Example
//! 共有5家，分别为甲、乙、丙、丁。
//! # Use instead
//! 共有4家，分别为甲、乙、丙、丁。
//!
//! The list may be marked item by item ([`ordered`]), be introduced behind the number
//! ([`introduced`]), or stand before it ([`preceding`]); [`items`] counts what a list holds.

mod introduced;
mod items;
mod ordered;
mod preceding;

use super::{Rule, Scope};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Kind;
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule =
    Rule { name: "list-count-mismatch", title: "列举数目不符", scope: Scope::Passage(check) };

/// At least and at most so many items, and where they stand.
type Counted = (usize, usize, Range<usize>);

/// More items than any list has: what is listed is not all there is.
const OPEN: usize = 1000;

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let opening = passage.script().chars().iter().enumerate().filter(|(_, c)| **c == '“');
    for name in opening.filter_map(|(open, _)| ordered::named_number(passage, open)) {
        let (listed, _, list) = name.counted;
        if listed == name.value {
            verdicts.agree(|| Agreement::new(RULE.name, name.range, [list], format!("列出 {listed} 项")));
            continue;
        }
        let shown = passage.script().string(name.range.clone());
        let message = format!("名称是“{shown}”，后面列出的是 {listed} 项，请核对数目或补上遗漏的内容。");
        verdicts.push(
            Flaw::new(RULE.name, name.range.clone(), message)
                .figures(shown, listed.to_string())
                .related([list]),
        );
    }
    for (index, announced) in passage.mentions().iter().enumerate() {
        let small = announced.value >= Decimal::TWO && announced.value <= Decimal::from(30);
        if !announced.exact()
            || !matches!(announced.kind, Kind::Count)
            || !small
            || announced.decimals > 0
            || announced.scaled
            || matches!(
                announced.unit,
                "元" | "天" | "年" | "小时" | "人次" | "个月" | "岁" | "分钟" | "公里"
            )
        {
            continue;
        }
        // “三个聚焦”：聚焦…: a name with a number counts only where its list follows at once.
        let counted = if announced.quoted {
            ordered::repeated(passage, announced)
                .or_else(|| introduced::behind_name(passage, announced))
                .or_else(|| ordered::marked_name(passage, announced))
        } else {
            ordered::marked(passage, announced)
                .or_else(|| ordered::repeated(passage, announced))
                .or_else(|| ordered::begun_alike(passage, announced))
                .or_else(|| ordered::one_by_one(passage, announced))
                .or_else(|| introduced::behind(passage, announced))
                .or_else(|| introduced::bracketed(passage, index, announced))
                .or_else(|| ordered::divided(passage, announced))
                .or_else(|| preceding::quoted(passage, announced))
                .or_else(|| preceding::named(passage, index, announced))
                .or_else(|| preceding::dated(passage, announced))
        };
        let Some((least, most, list)) = counted else { continue };
        let (least, most) = (Decimal::from(least), Decimal::from(most));
        if announced.value >= least && announced.value <= most {
            // With 等 at the end any number may be meant: nothing was compared.
            if most <= Decimal::from(30) {
                verdicts.agree(|| {
                    let words = format!("列出 {} 项", plain(announced.value));
                    Agreement::new(RULE.name, announced.range.clone(), [list], words)
                });
            }
            continue;
        }
        let listed = plain(if announced.value < least { least } else { most });
        let end = passage.tail(index).end.min(announced.range.end + 16).max(announced.range.end);
        let end = if passage.script().get(end).is_some_and(|c| matches!(c, '：' | '，' | '。')) {
            end
        } else {
            announced.range.end
        };
        let message = format!(
            "前面说的是{}，后面列出的是 {listed} 项，请核对数目或补上遗漏的内容。",
            passage.shown(announced)
        );
        verdicts.push(
            Flaw::new(RULE.name, announced.range.start..end, message)
                .figures(passage.shown(announced), listed)
                .related([list]),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn as_many_items_are_listed_as_were_announced() {
        wrong(
            "list-count-mismatch",
            &[
                ("共有5家,分别为甲社区、乙社区、丙社区、丁社区。", "5家"),
                (
                    "打造4个志愿服务品牌，分别为“河小青”护水行动、“暖冬行”送温暖和“青书房”伴读，知晓度提升。",
                    "4个志愿服务品牌",
                ),
                ("突出抓好四项重点工作:一是抓思想引领;二是抓组织建设;三是抓队伍建设。", "四项重点工作"),
                ("聚焦三个方面：思想引领、组织建设、队伍建设、服务大局。", "三个方面"),
                ("培育“青书房”“青驿站”“青课堂”4个品牌。", "4个品牌"),
                ("深入前营、后营、南庄4个村开展宣讲。", "4个"),
                ("组建了理论、助老、环保三支队伍；理论、助老、环保、应急三支队伍。", "三支队伍。"),
                ("存在三个问题：一是覆盖面不够广；二是活力不足。", "三个问题"),
                ("表彰三类典型，分别为团员100名、团干部50名、团支部30个、团委20个。", "三类典型"),
                ("建成青年之家6个，即城东站、城西站、城南站、城北站和园区站。", "6个"),
            ],
        );
        right(&[
            "共有4家,分别为甲社区、乙社区、丙社区、丁社区。",
            "现有青年汇3家，分别为柳林社区青年汇、滨河社区青年汇和产业园青年汇，其中滨河社区青年汇为新建。",
            "抓好三件实事：一是建驿站，二是办大赛，三是评先进。",
            "形成“1+3+33”模式，即1个团工委、3个片区团委、33个团支部。",
            "走访4个社区，包括城东、城西等。",
            "深入前营、后营、南庄3个村开展宣讲。",
            "在机关、学校、企业12个点位设置展板。",
            "策划、组织、开展2项活动。",
            "收集意见、解决问题、化解矛盾3个环节环环相扣。",
            "培育“青书房”“青驿站”“青课堂”等5个品牌。",
            "建立2项机制，分别为联系和服务制度、考核制度。",
            "开展活动6场，主要包括义诊、理发、家电维修等服务。",
            "召开会议3次，研究部署五四表彰、换届和志愿服务工作。",
        ]);
    }
}
