//! Words of the attachments in the step 结尾落款.

use super::words;

words! {
    HEADING = "附件" / "Attachments";
    ABOUT = "附件印在落款之后，每件另起一页；正文下的附件说明和编号自动生成。" / "Each on pages of its own; the note and the numbers are made.";
    FIGURES_FROM = "由「数据指标」生成，在上面「数据指标表」处设置" / "Made of the figures; set above";
    EVIDENCE_FROM = "自动生成，在「版式」的文件选项里设置" / "Made; set in the step Layout";
    LIST = "自拟附件" / "Written attachments";
    NOT_PRINTED = "未写，不印出" / "Empty, not printed";
    TITLE = "附件名称" / "Name of the attachment";
    TITLE_EMPTY = "附件名称，如：团干部培训名单" / "For example, a list of names";
    TEXT = "附件内容" / "Content of the attachment";
    TEXT_EMPTY = "内容，一行一段。可直接粘贴 Excel、WPS 里的表格，第一行作表头。" / "One paragraph a line; tables may be pasted.";
    ADD = "添加附件" / "Add an attachment";
    REMOVE = "删除附件（Alt+Delete）" / "Remove the attachment (Alt+Delete)";
    TOOLS = "附件操作" / "Tools of the attachment";
}

/// 已删除附件「团干部培训名单」。
pub fn removed(title: &str) -> String {
    if title.is_empty() {
        "已删除 1 个附件。".to_owned()
    } else {
        format!("已删除附件「{title}」。")
    }
}
