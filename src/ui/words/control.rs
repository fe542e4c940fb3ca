//! Words of the controls that every screen uses.

use super::words;

words! {
    CLOSE = "关闭" / "Close";
    CANCEL = "取消" / "Cancel";
    BACKUP = "下载备份" / "Download a backup";
    UNDO = "撤销" / "Undo";
    REDO = "重做" / "Redo";
    DRAG = "拖动排序" / "Drag to move";
    REFERENCES = "可引用的数据" / "Figures to refer to";
    REFERENCES_EMPTY = "还没有数据指标，可先到「数据指标」一步填写" / "No figures yet; fill the table first";
    INSERT_PATTERN = "插入句式" / "Insert a sentence pattern";
}
