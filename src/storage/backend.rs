//! What a store of texts can do, and how it can fail.

use super::restore::Unreadable;

/// A store of texts under keys. Others may keep their own keys in it.
pub trait Backend {
    /// The text under a key, to the letter; `None` where there is none.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Stores a text, which is JSON. When this fails, the old one is still there, whole.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Removes a key; one that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys, those of others too, in no order.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why something could not be stored or found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser gives no storage at all.
    #[error("浏览器禁止了本地保存，文稿只在本页中。请在浏览器设置中允许本站保存数据，或现在就下载备份")]
    Blocked,
    /// The quota is used up; what was stored before is still there.
    #[error("浏览器的保存空间已满，这次修改没有存上。请先下载备份，再清空回收站或删去不用的文稿")]
    Full,
    /// The store said yes and kept nothing.
    #[error("浏览器没有真正存下文稿（可能是无痕模式）。请现在就下载备份")]
    Dropped,
    /// What stands there cannot be read by this build; it was not touched.
    #[error("原处有一份本页面读不了的内容，没有覆盖：{0}")]
    WouldOverwrite(Unreadable),
    /// The key is taken by another draft.
    #[error("编号「{0}」已被另一份文稿占用，没有覆盖。请重新打开页面再试")]
    Taken(String),
    /// What was asked for cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Nothing is stored under that id.
    #[error("没有找到这份文稿，它可能已在别的页面中删除")]
    NotFound,
    /// Only what lies in the trash can be deleted for ever.
    #[error("这份文稿不在回收站中，请先移入回收站再彻底删除")]
    NotInTrash,
    /// Another page of this browser saved the draft since this one read it.
    #[error("这份文稿已在另一个页面中改过，没有覆盖。本页没存上的内容已另存为一份，请到「全部文稿」中对照")]
    Overtaken,
    /// A later build keeps its drafts here by now; writing in the old form could cost what is new.
    #[error(
        "这个浏览器里的文稿已改用新版青稿保存（格式第 {schema} 版），本页面不再写入。请下载备份，然后刷新页面"
    )]
    Outdated {
        /// Its form.
        schema: u64,
    },
    /// The browser does not answer.
    #[error("浏览器的数据库没有反应")]
    Silent,
    /// Anything else the browser says.
    #[error("浏览器保存失败（{0}）。请现在就下载备份")]
    Failed(String),
}
