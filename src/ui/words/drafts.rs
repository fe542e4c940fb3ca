//! Words of the start screen, the trash, and the dialogs of new drafts and files.

use super::words;

words! {
    APP = "青稿" / "Qinggao";
    APP_ABOUT = "半年工作总结，写得清楚，数字对得上。" / "Half-year reports, clearly written, with figures that agree.";
    PAGE_TITLE = "青稿 · 半年工作总结" / "Qinggao · half-year reports";
    NEW = "新建总结" / "New report";
    NEW_ABOUT = "选好单位和期间，照模板一步一步写。" / "Choose unit and period, and write step by step from a template.";
    OPEN_FILE = "打开备份文件" / "Open a backup file";
    OPEN_ABOUT = "把以前下载的 .qinggao 备份加进来，也可以直接拖到本页。" / "Add a .qinggao backup, or drop one on the page.";
    TRASH = "回收站" / "Trash";
    TRASH_ABOUT = "误删的文稿在这里，随时可以恢复。" / "Deleted drafts, to be restored at any time.";
    BACKUP_ALL = "全部备份" / "Back up all";
    DELETE = "删除" / "Delete";
    ALL_DRAFTS = "全部文稿" / "All drafts";
    COURSE_FIGURES = "填数据" / "Fill in the figures";
    COURSE_FIGURES_ABOUT = "数字只填一次，正文处处引用。" / "Each once, and referred to in the text.";
    COURSE_TEXT = "写各部分" / "Write the parts";
    COURSE_TEXT_ABOUT = "有提示、有句式，序号自动编。" / "With hints and sentence patterns, numbered for you.";
    COURSE_CHECK = "核对" / "Check";
    COURSE_CHECK_ABOUT = "合计、百分比、漏项，逐处指出。" / "Sums, percentages and gaps are pointed out.";
    COURSE_EXPORT = "导出 Word" / "Export to Word";
    COURSE_EXPORT_ABOUT = "按公文格式排好，可直接报送。" / "Set as official documents are.";
    KEPT_HERE = "文稿只保存在这台电脑的这个浏览器里，不上传。换电脑或清理浏览器数据之前，请先下载备份。"
        / "Drafts are kept in this browser only. Take a backup before moving or clearing it.";

    COMPLETE = "完成" / "Complete";
    NOTHING_FOUND = "核对无误" / "Nothing found";
    UNSAVED = "未存入浏览器" / "Not stored";
    SAVED = "保存于" / "Saved";
    REPAIRED = "打开时已修复" / "Repaired when opened";

    /// Behind 已保存 10:32.
    LOCAL_ONLY = "（本机，断电可能丢失最后一分钟）" / " (here; a power cut may cost the last minute)";
    DURABLE_ONLY_FULL = "（已存入浏览器数据库；快速保存区已满，请清空回收站或删去不用的文稿）"
        / " (in the database; the quick store is full: empty the trash)";
    DURABLE_ONLY = "（已存入浏览器数据库）" / " (in the database)";

    OPENING = "正在打开文稿……" / "Opening the draft";
    WRITTEN_ELSEWHERE = "这份文稿正在另一个页面中编辑，这里只能阅读，内容随那边的保存更新。"
        / "Another page is writing this draft; here it can be read.";
    WRITTEN_NOWHERE = "另一个页面已关闭，可以在这里接着写。" / "The other page was closed; you can write on here.";
    WRITE_HERE = "在此继续编辑" / "Write on here";
    TAKING_OVER = "正在接手……" / "Taking over";

    REMINDER = "浏览器没有承诺长期保留本页的文稿：磁盘空间紧张或清理浏览数据时可能被清除。建议现在下载一份备份。"
        / "The browser may clear the drafts when space runs out. Please take a backup.";
    NOT_NOW = "一周后再提醒" / "Remind me in a week";

    UNREADABLE = "读不出来的文稿" / "Drafts that cannot be read";
    UNREADABLE_ABOUT = "下面的内容原样保留在浏览器里，没有改动。" / "Kept in the browser to the letter.";
    DOWNLOAD_RAW = "下载原文" / "Download as it is";

    TRY_AGAIN = "再试一次" / "Try again";
    STORAGE_TROUBLE = "文稿现在没有保存到浏览器里" / "Drafts are not being stored";
    STORAGE_HELP = "仍可照常写作和导出 Word；关闭本页前，请用「全部备份」把文稿下载到电脑上。"
        / "You can write and export as usual; take a backup before closing the page.";

    UNIT_NAME_HINT = "写全称，如：共青团云岭县委员会。可以先空着，以后再填。" / "In full; may be filled in later.";
    TEMPLATE = "模板" / "Template";
    BEGIN = "开始写" / "Begin";

    OTHER_FILE = "换一个文件" / "Another file";
    NOT_OPENED = "没有打开这个文件，现有文稿都没有变动。" / "The file was not opened; nothing has changed.";
    FATE_NEW = "将加入" / "Will be added";
    FATE_COPY = "本机已有不同内容的同一份，将另存为一份加入" / "Differs from the one here: will be added beside it";
    FATE_SAME = "本机已有完全相同的一份，不再加入" / "The same is here already";
    ALL_THERE = "备份里的文稿本机都有，内容完全相同，无需加入。" / "All of it is here already.";
    DROP_HERE = "松开鼠标，打开这个备份文件" / "Drop to open the backup";
    FROM_TRASH = "在回收站中" / "In the trash";

    BACK = "回到全部文稿" / "Back to all drafts";
    TRASH_EMPTY = "回收站是空的。" / "The trash is empty.";
    RESTORE = "恢复" / "Restore";
    DELETE_FOR_EVER = "彻底删除" / "Delete for ever";
    EMPTY_TRASH = "清空回收站" / "Empty the trash";
    NO_RETURN = "彻底删除后无法找回。如果还可能用到，请先下载备份。" / "This cannot be undone. Take a backup first.";
}

/// What a tab holds: the title of the browser's window.
pub fn page_title(of: &str) -> String {
    format!("{of} · {}", APP.text())
}

/// Said after a draft went to the trash.
pub fn trashed(title: &str) -> String {
    format!("已移入回收站：{title}")
}

/// 今天 10:32
pub fn today(time: &str) -> String {
    format!("今天 {time}")
}

/// 昨天 10:32
pub fn yesterday(time: &str) -> String {
    format!("昨天 {time}")
}

/// 今天 10:32 删除
pub fn trashed_when(when: &str) -> String {
    format!("{when} 删除")
}

/// Said after a draft came back.
pub fn restored(title: &str) -> String {
    format!("已恢复：{title}")
}

/// Asked before one draft is deleted for ever.
pub fn delete_one(title: &str) -> String {
    format!("将彻底删除「{title}」。")
}

/// Asked before the trash is emptied.
pub fn delete_many(count: usize) -> String {
    format!("将彻底删除回收站中的 {count} 份文稿。")
}

/// Said when one of two copies of a draft was damaged.
pub fn damaged(count: usize) -> String {
    format!("有 {count} 份文稿的一处保存已损坏，已改用另一处完好的内容；损坏的原文列在「读不出来的文稿」中。")
}

/// Said when a draft was found with two states of which neither came before the other.
pub fn forked(count: usize) -> String {
    format!("有 {count} 份文稿在两处有不同的内容，两份都保留了，请在「全部文稿」中对照。")
}

/// Said after drafts came in with a backup.
pub fn added(count: usize) -> String {
    format!("已加入 {count} 份文稿。")
}

/// Above the drafts of a backup.
pub fn in_file(name: &str, count: usize) -> String {
    format!("「{name}」中有 {count} 份文稿：")
}

/// 加入 2 份
pub fn add_count(count: usize) -> String {
    format!("加入 {count} 份")
}

/// Name of the backup file of one draft, without its extension.
pub fn backup_name(title: &str, day: &str) -> String {
    format!("青稿备份 {title} {day}")
}

/// Name of the backup file of all drafts, without its extension.
pub fn backup_all_name(day: &str) -> String {
    format!("青稿全部备份 {day}")
}

/// Name of the file of a text that cannot be read, without its extension.
pub fn raw_name(id: &str) -> String {
    format!("青稿原文 {id}")
}
