//! Words of report titles that no line break tears. By hand: titles of reports draw on few words,
//! and a dictionary would be larger than the program.

#[rustfmt::skip]
const WORDS: &[&str] = &[
    // What the paper is.
    "工作总结", "工作计划", "工作情况", "工作报告", "工作要点", "工作思路", "工作安排", "工作打算",
    "工作汇报", "工作方案", "情况汇报", "情况报告", "总结报告", "述职报告", "自查报告", "调研报告",
    "经验做法", "存在问题", "报告", "总结", "计划", "汇报", "要点", "方案", "通报", "意见", "通知",
    "思路", "打算", "安排", "情况", "数据", "指标",
    // Who.
    "共青团", "团员青年", "团员", "团干部", "团组织", "团支部", "团总支", "团工委", "团委", "团代会",
    "团县委", "团区委", "团市委", "少先队", "青少年", "青年", "学生", "青联", "学联", "委员会",
    "工作委员会", "工委", "县委", "区委", "市委", "省委", "党委", "学校", "学院", "大学", "中学", "公司",
    "集团", "有限公司", "街道", "社区", "乡镇", "开发区", "高新区", "园区", "机关", "企业", "部门",
    "基层",
    // What is done.
    "关于", "进一步", "深入", "加强", "建设", "组织建设", "队伍建设", "阵地建设", "思想引领", "志愿服务",
    "主题教育", "从严治团", "乡村振兴", "社会实践", "实践活动", "创新创业", "就业", "权益", "维护",
    "预防", "犯罪", "学习", "宣传", "贯彻", "落实", "精神", "会议", "开展", "推进", "推动", "促进",
    "提升", "完成", "活动", "专项", "行动", "改革", "党建", "团建", "带动", "服务", "引领", "发展",
    "治理", "创建", "青春", "创新", "创业", "重点", "任务", "工作", "主要", "整改", "问题", "经验",
    "做法", "质量", "高质量", "提质增效", "今后", "下一步", "阶段", "全面", "从严", "主体", "责任",
    "责任制", "意识形态", "述职", "述廉", "巡察", "反馈", "社会", "实践", "教育", "主题", "运行", "平台",
    "智慧", "系统", "新时代", "新篇章", "奋力", "谱写", "凝聚", "力量", "助力", "深化", "规划", "实施",
    "中长期", "违法", "保护", "西部计划", "大学生", "高校", "组织生活会", "生活会", "全会", "大会",
    "代表大会", "代表", "第一中学", "全县", "全区", "全市", "全省", "全校", "全院", "表彰", "先进",
    "办公室", "联合会", "教育局", "医院", "银行", "公安局", "供电", "职业", "技术", "经济", "高新技术",
    "产业", "管理", "制度", "机制", "体系", "能力", "作风", "调查", "研究", "调研", "评议", "考核",
    "培训", "交流", "报送", "提交", "请示", "目标", "项目", "数字", "文明", "安全", "生态", "环境",
    "困难", "帮扶", "关爱", "留守", "儿童", "婚恋", "统战", "网络", "舆论", "宣讲", "巡回", "理论",
    "武装", "思想", "政治", "和谐", "参与", "平等", "高等", "中等", "共和国", "和平", "目的",
    "巩固", "拓展", "脱贫攻坚", "成果", "有效", "衔接", "法治", "政府", "同志", "共同", "协同",
    "学习宣传贯彻", "学习贯彻", "县委巡察", "中长期青年发展规划", "就业创业", "合法权益",
    "有关", "相关", "上半", "在校", "现在", "存在", "正在", "方向", "面向", "对象", "应对", "针对",
];

/// Nouns that the words before them describe; a line seldom begins with one.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "工作", "建设", "产业", "开发区", "委员会", "工作委员会", "情况", "活动", "发展", "改革", "精神", "任务", "行动", "计划", "创业", "组织",
    "体系", "机制", "制度", "平台", "责任制", "保护", "规划",
];

/// Words that govern what follows them; a line seldom ends with one.
const OPENINGS: &[&str] = &["关于", "在", "向", "对", "为", "以", "将", "同"];

/// Letters of the longest word of the list.
const LONGEST: usize = 9;

/// Letters of the longest known word that `text` begins with; 0 when none is known.
pub(super) fn word_at(text: &[char]) -> usize {
    let known = |length: &usize| text.get(..*length).is_some_and(|head| is_one(head, WORDS));
    (2..=LONGEST).rev().find(known).unwrap_or(0)
}

/// True for a noun that the words before it describe.
pub(super) fn is_head(word: &[char]) -> bool {
    is_one(word, HEADS)
}

/// True for a word that governs what follows it.
pub(super) fn is_opening(word: &[char]) -> bool {
    is_one(word, OPENINGS)
}

/// True for words of one letter that join what stands before and after.
pub(super) fn is_joining(c: char) -> bool {
    matches!(c, '及' | '和' | '与' | '暨' | '并')
}

/// True for words of one letter that belong to what stands before.
pub(super) fn is_leaning(c: char) -> bool {
    matches!(c, '的' | '等' | '了')
}

fn is_one(word: &[char], list: &[&str]) -> bool {
    list.iter().any(|known| known.chars().eq(word.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts_and_none_is_longer_than_is_looked_for() {
        let at = |text: &str| word_at(&text.chars().collect::<Vec<_>>());
        assert_eq!((at("工作总结及"), at("工作量"), at("青禾")), (4, 2, 0));
        assert!(WORDS.iter().all(|word| (2..=LONGEST).contains(&word.chars().count())));
    }

    #[test]
    fn no_word_stands_twice_in_a_list() {
        for list in [WORDS, HEADS, OPENINGS] {
            let unique: std::collections::BTreeSet<_> = list.iter().collect();
            let twice: Vec<_> =
                list.iter().filter(|word| list.iter().filter(|it| it == word).count() > 1).collect();
            assert_eq!(unique.len(), list.len(), "{twice:?}");
        }
    }
}
