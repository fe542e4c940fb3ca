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
    "做法", "质量", "高质量", "提质增效", "年度", "期间", "以来", "今后", "下一步", "阶段",
];

const LONGEST: usize = 6;

/// Letters of the longest known word that `text` begins with; 0 when none is known.
pub(super) fn word_at(text: &[char]) -> usize {
    let known = |length: &usize| {
        text.get(..*length).is_some_and(|head| WORDS.iter().any(|word| word.chars().eq(head.iter().copied())))
    };
    (2..=LONGEST).rev().find(known).unwrap_or(0)
}

/// Words of one letter that join what stands before and after: lines end with them.
pub(super) fn is_particle(c: char) -> bool {
    matches!(c, '及' | '和' | '与' | '暨' | '的' | '等')
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
}
