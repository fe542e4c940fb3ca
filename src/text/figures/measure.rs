//! Measure words and units.

use super::lexicon::Lexicon;
use super::script::Script;
use std::sync::LazyLock;

const MEASURES: &[&str] = &[
    "场次", "人次", "人天", "户次", "车次", "架次", "校次", "村次", "队次", "件套", "课时", "学时", "小时",
    "分钟", "公里", "千米", "公斤", "千克", "公顷", "周岁", "个月", "毫升", "元", "个", "名", "人", "位",
    "家", "场", "次", "件", "支", "项", "期", "篇", "条", "户", "天", "年", "周", "日", "亩", "吨", "斤",
    "份", "册", "本", "套", "台", "处", "所", "类", "批", "组", "对", "班", "节", "堂", "届", "轮", "门",
    "面", "幅", "块", "克", "棵", "株", "只", "头", "辆", "张", "封", "幢", "栋", "间", "座", "片", "点",
    "站", "起", "例", "宗", "笔", "单", "桶", "箱", "袋", "盒", "瓶", "把", "盏", "级", "档", "时", "字",
    "部", "首", "则", "段", "颗", "枚", "路", "层", "步", "岁", "倍", "遍", "道", "桩", "席", "票", "分",
    "种", "样", "款", "号", "米", "团", "车", "课", "讲", "集", "度", "%", "‰", "番", "成", "秒", "双", "床",
    "顶", "卷", "粒", "艘", "顿", "朵", "声", "趟", "队", "系", "大", "股", "刻", "村", "镇", "乡", "校",
    "县", "省", "市", "届次", "街", "帖", "枝", "筐", "行", "架", "根", "杯", "件次", "批次", "例次", "通",
    "方面", "环节", "步骤",
];

/// Longer ones.
const LONG_MEASURES: &[&str] = &[
    "个百分点",
    "百分点",
    "平方公里",
    "千瓦时",
    "兆瓦时",
    "立方米",
    "平方米",
    "个小时",
    "个学时",
    "个工作日",
    "个课时",
    "工作日",
];

/// Words that begin like a measure word and are none when they stand behind a number.
const NOT_MEASURES: &[&str] = &[
    "人才", "人民", "人员", "人数", "大学", "大力", "年级", "级别", "团员", "团干", "团支", "团组", "团委",
    "团工", "市场", "校园", "村民", "村级", "成员", "成立", "成果", "成效", "成绩", "成为", "成功", "成长",
    "分别", "分布", "分为", "分类", "分组", "分批", "时间", "时代", "时候", "点击", "点赞", "点亮", "课程",
    "课堂", "课后", "队伍", "队员", "行业", "行动", "行政", "面向", "面对", "部分", "部门", "级联", "字样",
    "路径", "路演", "单位", "站点", "套餐", "所有", "所在", "本次", "本科", "本地", "本土", "对于", "对接",
    "对象", "起到", "张贴", "节约", "节点", "单独", "班子", "班级", "系列", "系统", "系党", "集中", "集体",
    "团结", "市级", "县级", "省级", "乡镇", "乡村", "镇级", "街道", "声势", "组织", "组成", "组建", "种类",
    "门户", "层面", "层级", "道路", "步入", "校级", "号召", "通过", "通知", "通报", "通道", "通车", "通用",
    "则是", "克服", "克难",
];

static LOOK_ALIKES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::beginning(NOT_MEASURES.iter().chain(&["大数据"]).map(|word| (*word, ()))));

/// Longest first, so that 人次 is found before 人.
static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let mut words = [MEASURES, LONG_MEASURES].concat();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    Lexicon::beginning(words.into_iter().map(|word| (word, ())))
});

/// All of them, for the tests.
#[cfg(test)]
pub(super) fn all() -> Vec<&'static str> {
    [MEASURES, LONG_MEASURES].concat()
}

/// The measure word or unit at a position: its length in characters and its name, with a
/// bare 个 before another unit left out (2个小时 is 小时). `None` where none stands.
pub(crate) fn at(script: &Script, at: usize) -> Option<(usize, &'static str)> {
    let (word, length, ()) = WORDS.at(script, at)?;
    if LOOK_ALIKES.at(script, at).is_some() {
        return None;
    }
    let name = match word {
        "个小时" => "小时",
        "个学时" => "学时",
        "个课时" => "课时",
        "个工作日" => "工作日",
        "个百分点" => "百分点",
        "千米" => "公里",
        "千克" => "公斤",
        _ => word,
    };
    Some((length, name))
}

/// True when two measure words may count the same things: 名 and 人, 场 and 场次, or the same.
pub fn compatible(one: &str, other: &str) -> bool {
    one == other || (kin(one) != 0 && kin(one) == kin(other))
}

/// True when a total in `total` may be the product of counts in `each`: people who come each time
/// add up to 人次.
pub fn adds_up_to(each: &str, total: &str) -> bool {
    compatible(each, total)
        || (kin(each) == 1 && total == "人次")
        || (each == "次" && total == "人次")
        // 24所学校各3轮 are 72校次, 每月2户 are 户次.
        || (matches!(each, "轮" | "次" | "趟") && matches!(total, "校次" | "村次" | "队次" | "户次"))
        || (each == "户" && total == "户次")
}

fn kin(unit: &str) -> u8 {
    match unit {
        "人" | "名" | "位" => 1,
        "场" | "场次" => 2,
        "次" | "件次" | "批次" => 3,
        "岁" | "周岁" => 4,
        "本" | "册" => 5,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_word_is_told_from_a_word_that_begins_alike() {
        let unit = |text: &str| at(&Script::of(text), 0).map(|(_, name)| name);
        assert_eq!(unit("人次参与"), Some("人次"));
        assert_eq!(unit("个小时"), Some("小时"));
        assert_eq!(unit("个百分点"), Some("百分点"));
        assert_eq!(unit("部门"), None);
        assert_eq!(unit("人才"), None);
        assert!(compatible("名", "人") && !compatible("人", "人次") && adds_up_to("名", "人次"));
    }
}
