//! What can go wrong while a Word file is written.

/// Why no Word file could be written. The draft is untouched by any of these.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The time given is not RFC 3339.
    #[error("时间「{0}」无法识别,文档属性写不进去。请检查电脑的日期和时间,再导出一次")]
    Created(String),
    /// A part that docx-rs wrote could not be read back for repair.
    #[error("Word 文件的「{part}」部分没有写成（{reason}）。稿件没有受影响，请先下载备份文件，再导出一次")]
    Part {
        /// Name of the part in the package.
        part: &'static str,
        /// What quick-xml said.
        reason: String,
    },
    /// The package could not be put together.
    #[error("Word 文件打包失败({0})。稿件没有受影响,请关闭其他页面腾出内存,再导出一次")]
    Package(String),
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Package(error.to_string())
    }
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> Self {
        Self::Package(error.to_string())
    }
}
