//! Words of the editor: its bar, its steps and the forms of the steps.

use super::words;

words! {
    STEPS = "写作步骤" / "Steps";
    STEP_BASIC = "基本信息" / "Basic facts";
    STEP_FIGURES = "数据指标" / "Figures";
    STEP_PREAMBLE = "开头" / "Opening";
    STEP_CLOSING = "结尾落款" / "Closing and signature";
    STEP_FINISH = "核对导出" / "Check and export";
    DONE = "已写好" / "Done";
    BEGUN = "在写" / "Begun";
    NOT_BEGUN = "未写" / "Not begun";
    NEXT_STEP = "下一步" / "Next step";
    PREVIOUS_STEP = "上一步" / "Previous step";
    PAGES = "版面" / "Pages";
    FINDINGS = "核对" / "Findings";
    SIDE_PANEL = "版面与核对" / "Pages and findings";
    SAVING = "正在保存" / "Saving";
    NO_SUCH_DRAFT = "没有找到这份文稿" / "No such draft";

    UNIT_NAME = "单位名称" / "Name of the unit";
    UNIT_NAME_HINT = "写全称，落款与标题都用它，如：共青团云岭县委员会。" / "In full, as signed.";
    UNIT_NAME_LONG = "单位名称超过 50 字，标题会很长，请确认是否填对了位置。" / "The name is very long.";
    UNIT_KIND = "单位类型" / "Kind of unit";
    YEAR = "年份" / "Year";
    YEAR_WRONG = "年份请填四位数字，如 2026。" / "A year of four digits, please.";
    SPAN = "期间" / "Period";
    TITLE = "标题" / "Title";
    TITLE_HINT = "按单位和期间自动生成，可以修改；清空则恢复自动。" / "Made from unit and period; may be changed.";
    TITLE_RESTORE = "恢复自动标题" / "Make it again";
    ADDRESSEE = "主送机关" / "Addressee";
    ADDRESSEE_HINT = "报送给谁，如：团市委。冒号由系统加。不需要可留空。" / "To whom; may be empty.";
    PARTS = "本次要写的部分" / "Parts of this report";
    PARTS_HINT = "取消勾选的部分不编号、不印出，已写的内容保留。" / "A part unchecked is kept but not printed.";

    PREAMBLE = "开头" / "Opening";
    CLOSING = "结尾" / "Closing";
    SIGNATURE = "落款" / "Signature";
    SIGNATURE_HINT = "默认为单位名称。" / "The unit's name unless changed.";
    DATE = "成文日期" / "Date";
    SEAL = "需要加盖印章" / "Will carry a seal";
    SEAL_HINT = "加盖印章时，落款与日期按国标留出印章位置。" / "Leaves room as the standard says.";
    TABLE_AT = "数据指标表" / "Table of figures";
    TABLE_ATTACHMENT = "作为附件，另起一页" / "As an attachment";
    TABLE_IN_TEXT = "放在第一部分末尾" / "At the end of the first part";
    TABLE_NOWHERE = "不印出" / "Not printed";

    PART_HEADING = "部分标题" / "Heading of the part";
    PART_TEXT = "标题下的引言（可不写）" / "Lead-in (optional)";
    ITEM_HEADING = "条目标题" / "Heading";
    ITEM_TEXT = "条目正文" / "Text";
    ITEM_HEADING_EMPTY = "标题（序号自动编）" / "Heading (numbered for you)";
    ITEM_TEXT_EMPTY = "正文，一行一段。输入 { 可引用数据指标。" / "One paragraph a line. { refers to a figure.";
    RUN_IN = "标题与正文同段" / "Heading runs into the text";
    ADD_ITEM = "添加条目" / "Add an item";
    ADD_BELOW = "在下面添加同级条目（Ctrl+Enter）" / "Add an item below (Ctrl+Enter)";
    ADD_CHILD = "添加下一级条目" / "Add an item under this one";
    MOVE_UP = "上移（Alt+↑）" / "Move up (Alt+Up)";
    MOVE_DOWN = "下移（Alt+↓）" / "Move down (Alt+Down)";
    INDENT = "降一级（Alt+Shift+→）" / "One level deeper (Alt+Shift+Right)";
    OUTDENT = "升一级（Alt+Shift+←）" / "One level higher (Alt+Shift+Left)";
    REMOVE = "删除（Alt+Delete）" / "Remove (Alt+Delete)";
    DUPLICATE = "复制一份" / "Duplicate";
    MORE = "更多操作" / "More";
    GOAL = "目标" / "Measure";
    GOAL_EMPTY = "如：新建团组织12家" / "For example, twelve new branches";
    DEADLINE = "完成时限" / "Deadline";
    DEADLINE_EMPTY = "如：9月底前" / "For example, by the end of September";
    RESPONSIBLE = "责任人" / "Responsible";
    RESPONSIBLE_EMPTY = "如：组织部" / "For example, the organisation department";
    ANSWERED_BY = "由哪项计划解决" / "Answered by the plan item";
    ANSWERED_BY_NONE = "未对应" / "None";
    PLAN_UNTITLED = "（没有标题的计划）" / "(a plan item without heading)";
    NO_SUCH_PART = "这份文稿没有这一部分，请从左边另选一步。" / "This report has no such part.";
    DATE_UNFINISHED = "日期没有填完整，请补全年月日，或全部清空。" / "The date is incomplete.";
    EMPTY_PART = "这一部分还没有条目。" / "No items yet.";
    PASTE_HINT = "可以直接粘贴整段旧稿：（一）、1. 等序号会自动变成条目。" / "Paste old text: its ordinals become items.";
    LEFT_OUT = "这一部分本次不写。可在「基本信息」里恢复。" / "Left out of this report.";
}

/// 已保存 10:32
pub fn saved_at(time: &str) -> String {
    format!("已保存 {time}")
}

/// 未保存：浏览器的保存空间已满……
pub fn not_saved(why: &str) -> String {
    format!("未保存：{why}")
}

/// 已删除条目，连同下级共 3 条。
pub fn removed(count: usize) -> String {
    match count {
        1 => "已删除 1 个条目。".to_owned(),
        _ => format!("已删除条目，连同下级共 {count} 条。"),
    }
}

/// 已粘贴为 4 个条目。
pub fn pasted(count: usize) -> String {
    format!("已粘贴为 {count} 个条目。")
}

/// Said after a paste that is too long for one field to stay quick.
pub fn pasted_long(characters: usize) -> String {
    format!("已粘贴 {characters} 字。内容很长，请确认是否都属于这一栏。")
}
