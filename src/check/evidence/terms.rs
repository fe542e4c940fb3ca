//! Words by which a report is taken apart: what is counted, what is done, what leads to a figure.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Nouns that end the name of what is counted. A name may hold several in a row: 青年志愿者.
const NOUNS: &[&str] = &[
    // People
    "\
    团员 共青团员 党员 团干部 团干 干部 团支部书记 书记 副书记 委员 代表 团员代表 青年 \
    青少年 少年 儿童 学生 大学生 中学生 研究生 毕业生 新生 教师 教职工 老师 辅导员 职工 \
    工人 青工 员工 农民 群众 居民 村民 市民 志愿者 注册志愿者 义工 讲师 宣讲员 网格员 骨干 \
    能手 标兵 带头人 创业者 致富带头人 人才 专家 医护 医生 律师 战士 退役军人 学员 队员 \
    选手 观众 老人 老年人 家长 孩子 困难户 低保户 家庭 农户 商户 网民 用户 粉丝 对象 人员 \
    人数 人次 个人 先进个人 少先队员 留守儿童 代办员 经纪人",
    // Organisations
    "\
    部门 单位 机关 企业 公司 工厂 车间 班组 班级 学校 中学 小学 高校 院校 院系 学院 \
    幼儿园 医院 银行 商会 协会 社团 社会组织 机构 团组织 基层团组织 两新组织 团支部 团总支 \
    团委 团工委 党支部 党组织 支部 总支 工会 妇联 少先队 中队 大队 小队 小组 服务队 突击队 \
    宣讲队 志愿服务队 宣讲团 讲师团 队伍 团队 联盟 合作社 家庭农场 团体 集体 先进集体",
    // Places
    "\
    社区 村 行政村 自然村 乡镇 街道 镇 乡 县 区 市 片区 园区 开发区 网格 小区 楼宇 商圈 \
    阵地 基地 中心 站 服务站 驿站 青年之家 青年驿站 活动室 图书角 书屋 书房 点位 服务点 \
    站点 岗亭 场所 场地 平台 窗口 展板 展位 摊位 路口",
    // Work
    "\
    活动 主题团日 团日活动 团课 党课 微团课 课程 讲座 宣讲会 报告会 座谈会 推进会 会议 例会 \
    全会 大会 论坛 沙龙 比赛 大赛 竞赛 赛事 培训班 夏令营 训练营 研讨班 演出 展览 仪式 \
    招聘会 双选会 联谊会 交友活动 义诊 志愿服务 志愿服务活动 社会实践 实践活动 项目 工程 品牌 \
    案例 课题 成果 提案 议案 建议 意见 意见建议 诉求 问题 隐患 难题 实事 任务 举措 措施 \
    机制 制度 办法 方案 清单 文件 协议 合同 计划 方面 环节 步骤 批次 案件 个案 纠纷 线索 \
    心愿 微心愿 需求 求助 电话 来信 来访",
    // Things and money
    "\
    岗位 就业岗位 见习岗位 实习岗位 名额 荣誉 奖项 称号 奖牌 证书 专利 资金 经费 善款 捐款 \
    助学金 奖学金 慰问金 补贴 补助 贷款 创业贷款 物资 慰问品 图书 书籍 资料 宣传资料 宣传册 \
    宣传单 手册 倡议书 问卷 文章 稿件 信息 推文 简报 视频 短视频 微视频 作品 节目 报道 \
    阅读量 点击量 播放量 浏览量 访问量 关注量 服务时长 时长 学时 课时 床位 房源 树木 树苗 \
    苗木 垃圾 面积 产值 销售额 收入 场次 频次 数量 份额",
];

/// Things that are done. They begin a clause (举办 …) or are counted themselves (宣讲46场).
const VERBS: &str = "\
    举办 开展 组织 召开 举行 承办 主办 协办 参加 参与 出席 走访 慰问 看望 帮扶 资助 救助 \
    扶持 服务 宣讲 宣传 讲解 培训 轮训 辅导 学习 发放 印发 派发 发送 推送 发布 刊发 编发 \
    报送 征集 收集 收到 接到 受理 接听 接待 办理 办结 解决 整改 化解 调解 处理 完成 实现 \
    达成 建立 建成 成立 组建 创建 培育 打造 选树 评选 评定 推荐 推报 表彰 命名 授予 发展 \
    吸纳 吸引 带动 辐射 覆盖 联系 结对 对接 签约 引进 募集 筹集 筹措 争取 投入 使用 支出 \
    拨付 捐赠 配备 设立 设置 开设 开通 招募 招收 录用 录取 选派 选拔 选聘 聘请 邀请 指导 \
    督导 督促 检查 巡查 排查 摸排 摸底 调研 走进 深入 前往 赴 推进 推动 推出 制定 修订 \
    出台 转接 换届 撤并 整理 清理 种植 栽种 植树 销售 直播 巡逻 值守 执勤 献血 测试 考核 \
    考试 报名 注册 录入 就业 创业 上岗 结业 合格 通过 获得 获取 获评 荣获 获 提供 筛选 \
    更新 涌现 挂牌 开放 实施 落实 落地 认领 圆梦 反馈 采纳 新开 安排 派出 到场 观看 实到 \
    应到 到会 到课";

/// Things done that stand before such a noun as its kind: 宣讲活动, 帮扶项目.
const KINDS: &str = "\
    宣讲 宣传 培训 轮训 服务 慰问 帮扶 资助 救助 学习 调研 辅导 就业 创业 直播 考核 测试 \
    巡逻 结对 走访 捐赠 招募 评选 推荐 实践 植树 献血 联系";

const OF_A_KIND: &str = "\
    活动 项目 品牌 课程 讲座 阵地 基地 站点 点位 岗位 平台 中心 站 机制 制度 小组 队伍 \
    团队 机构 资金 物资 对象 人员 任务 清单 大赛 比赛 案例 课堂 窗口 措施 举措 贷款 资料 \
    协议";

/// True for a verb that only says of what kind the noun behind it is.
pub(super) fn is_kind(verb: &str, noun: &str) -> bool {
    let among = |words: &str, word: &str| words.split(' ').any(|it| it == word);
    among(KINDS, verb) && among(OF_A_KIND, noun)
}

/// Words that belong to no name: they stand between a name and what is said of it.
const STOPS: &str = "\
    均 全部 全员 都 已 在 是 为 被 将 由 从 向 对 把 给 让 并 及 和 与 或 于 至 \
    到 受 也 还 仅 共 有 其中 等 按照 根据 围绕 面向 针对 通过 分别 先后 集中 积极 \
    踊跃 主动 累计 合计 总计 同时 一是 二是 三是 四是 另 再 又 可 能 每 各 该 这";

/// Words that look like a stop at their beginning and belong to a name.
const NO_STOPS: &str = "\
    在校 在职 在岗 在册 在读 在外 在乡 对象 与会 有效 各级 各类 可用 能手 及格";

/// What a word does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A noun that may end a name.
    Noun,
    /// Something done.
    Verb,
    /// Ends or begins a name.
    Stop,
    /// Any other character: a modifier.
    Other,
}

/// The words of each beginning, with what they do; of two words of one length the first counts.
type Lexicon = HashMap<char, Vec<(&'static str, Sort)>>;

fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let nouns = NOUNS.iter().map(|words| (*words, Sort::Noun));
        let others = [(NO_STOPS, Sort::Other), (VERBS, Sort::Verb), (STOPS, Sort::Stop)];
        let mut lexicon = Lexicon::new();
        for (words, sort) in nouns.chain(others) {
            for word in words.split_whitespace() {
                lexicon.entry(word.chars().next().unwrap_or_default()).or_default().push((word, sort));
            }
        }
        for words in lexicon.values_mut() {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        lexicon
    });
    &LEXICON
}

/// The words of a text in order, each in its longest form: 志愿服务项目 is two nouns and no verb.
pub(super) fn words(text: &str) -> Vec<(Sort, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let known =
            lexicon().get(&first).and_then(|words| words.iter().find(|(word, _)| rest.starts_with(word)));
        let (length, sort) =
            known.map_or((first.len_utf8(), Sort::Other), |(word, sort)| (word.len(), *sort));
        let (word, after) = rest.split_at(length);
        found.push((sort, word));
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_taken_in_its_longest_form() {
        let sorts =
            |text| words(text).into_iter().map(|(sort, word)| format!("{sort:?} {word}")).collect::<Vec<_>>();
        assert_eq!(sorts("发展新团员"), ["Verb 发展", "Other 新", "Noun 团员"]);
        assert_eq!(sorts("志愿服务项目"), ["Noun 志愿服务", "Noun 项目"]);
        assert_eq!(sorts("组织团组织"), ["Verb 组织", "Noun 团组织"]);
        assert_eq!(sorts("在校大学生"), ["Other 在校", "Noun 大学生"]);
        assert_eq!(sorts(""), [""; 0]);
    }
}
